/* One SQL statement of a KistDatabase: bound, stepped, read. Short-lived, and freed before its database; the same
 * thread. A fault in binding is kept and comes out of the next step, so that only stepping needs looking at. */
#pragma once

#include "store/kist-database.h"

G_BEGIN_DECLS

typedef struct _KistStatement KistStatement;

/**
 * KistStatementResult:
 * @KIST_STATEMENT_FAILED: the error says why
 * @KIST_STATEMENT_ROW: there is a row to read
 * @KIST_STATEMENT_DONE: there are no more rows
 */
typedef enum
{
  KIST_STATEMENT_FAILED,
  KIST_STATEMENT_ROW,
  KIST_STATEMENT_DONE,
} KistStatementResult;

KistStatement      *kist_statement_new (KistDatabase *database, const char *sql, GError **error);
void                kist_statement_free (KistStatement *self);
void                kist_statement_bind_int64 (KistStatement *self, int index, gint64 value);
void                kist_statement_bind_double (KistStatement *self, int index, double value);
void                kist_statement_bind_text (KistStatement *self, int index, const char *value);
void                kist_statement_bind_raw_text (KistStatement *self, int index, const char *text, gsize length);
void                kist_statement_bind_bytes (KistStatement *self, int index, const void *bytes, gsize length);
KistStatementResult kist_statement_step (KistStatement *self, GError **error);
gboolean            kist_statement_run (KistStatement *self, GError **error);
void                kist_statement_reset (KistStatement *self);
gint64              kist_statement_get_int64 (KistStatement *self, int column);
double              kist_statement_get_double (KistStatement *self, int column);
int                 kist_statement_get_type (KistStatement *self, int column);
const void         *kist_statement_get_bytes (KistStatement *self, int column, gsize *length);
char               *kist_statement_dup_text (KistStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistStatement, kist_statement_free)

G_END_DECLS
