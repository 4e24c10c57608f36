/* Which tables of a database are a person's record, and what their columns are called: asked of the database itself, so
 * that a table which a later version adds cannot be forgotten. Owned by who asks, on the database's thread. For
 * everything/ alone. */
#pragma once

#include "store/kist-database.h"

G_BEGIN_DECLS

#define KIST_EVERYTHING_FORMAT "kist-everything"
#define KIST_EVERYTHING_VERSION 1
#define KIST_EVERYTHING_END "end"

/* What a line may have, in bytes: nobody writes an entry of that length, and a line is in memory as a whole. */
#define KIST_EVERYTHING_MAX_LINE (64 * 1024 * 1024)

/**
 * KistEverythingTable:
 * @name: the table's name
 * @columns: (element-type utf8): its columns' names, in their order
 * @order: the SQL of its primary key, for ORDER BY
 */
typedef struct
{
  char      *name;
  GPtrArray *columns;
  char      *order;
} KistEverythingTable;

GPtrArray *kist_everything_tables_load (KistDatabase *database, GError **error);
char      *kist_everything_tables_dup_name (const char *name);

G_END_DECLS
