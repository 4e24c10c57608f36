/* The arithmetic of conditions and set lines: 64-bit integers, flags as 0 and 1, visited("Name"); no loops, no strings,
 * so that every one ends. Loosest first: or, and, not, one comparison, + and -, *, unary -, brackets. Overflow is an
 * error of the run. An expression is immutable and its evaluation pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KIST_EXPRESSION_MAX_LENGTH 1000
#define KIST_EXPRESSION_MAX_DEPTH 40

typedef struct _KistExpression KistExpression;

/**
 * KistExpressionScope:
 * @get_variable: the value of a variable; 0 when it was never set
 * @get_visited: how often a passage was visited, the one stood in included
 * @data: for both
 *
 * Where an expression finds the values that are not in it.
 */
typedef struct
{
  gint64   (*get_variable) (const char *name, gpointer data);
  gint64   (*get_visited) (const char *passage, gpointer data);
  gpointer data;
} KistExpressionScope;

KistExpression *kist_expression_parse (const char *text, unsigned *column, GError **error);
void            kist_expression_free (KistExpression *self);
char           *kist_expression_to_string (const KistExpression *self);
gboolean
kist_expression_evaluate (const KistExpression *self, const KistExpressionScope *scope, gint64 *value, GError **error);
char   **kist_expression_dup_variables (const KistExpression *self);
char   **kist_expression_dup_passages (const KistExpression *self);
unsigned kist_expression_find_name (const KistExpression *self, const char *name);
gboolean kist_expression_is_name (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistExpression, kist_expression_free)

G_END_DECLS
