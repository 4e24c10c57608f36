#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "kist-everything-lines.h"
#include "kist-everything-tables.h"
#include "kist-everything.h"
#include "store/kist-migrations.h"
#include "store/kist-statement.h"

/* A table that is being filled. */
typedef struct
{
  const KistEverythingTable *table;
  KistStatement             *insert; /* (owned) */
} Filling;

typedef struct
{
  KistEverythingLines *lines;
  const KistBackupJob *job;
  KistBackupInfo      *info;
  KistDatabase        *database; /* (nullable): %NULL when the file is only looked through */
  GHashTable          *tables;   /* (element-type utf8 Filling) (nullable) */
  gint64               n_rows;
} Reader;

static void
filling_free (Filling *filling)
{
  kist_statement_free (filling->insert);
  g_free (filling);
}

/* Returns: (transfer full) (nullable): the one object that @line is */
static JsonObject *
parse (Reader *self, const char *line, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *fault = kist_everything_lines_find_fault (line, length);
  JsonNode   *root = NULL;

  if (!fault && json_parser_load_from_data (parser, line, (gssize)length, NULL))
    root = json_parser_get_root (parser);
  if (root && JSON_NODE_HOLDS_OBJECT (root))
    return json_object_ref (json_node_get_object (root));
  kist_everything_lines_fail (self->lines, error, fault ? fault : "This is no row of a record");
  return NULL;
}

static gint64
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
             ? json_node_get_int (node)
             : -1;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
read_head (Reader *self, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (JsonObject) head = NULL;
  gsize       length;
  const char *line = kist_everything_lines_next (self->lines, &length, error);
  gint64      schema;

  head = line ? parse (self, line, length, error) : NULL;
  if (!head)
    return FALSE;
  if (g_strcmp0 (get_text (head, "format"), KIST_EVERYTHING_FORMAT) != 0)
    return kist_everything_lines_fail (self->lines, error, "This is no record of Kist");
  schema = get_number (head, "schema");
  if (get_number (head, "version") > KIST_EVERYTHING_VERSION || schema > g_strv_length (scripts))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NEWER,
                   "%s was made by a newer version of Kist; update Kist to restore it.",
                   kist_everything_lines_get_path (self->lines));
      return FALSE;
    }
  if (get_number (head, "version") != KIST_EVERYTHING_VERSION || schema < 1)
    return kist_everything_lines_fail (self->lines, error, "It does not say of which version it is");
  self->info->schema = (unsigned)schema;
  return TRUE;
}

/* {"base64": "…"} or {"base64-text": "…"} */
static gboolean
bind_object (Filling *filling, int index, JsonObject *object)
{
  const char        *text = get_text (object, "base64");
  gboolean           is_text = !text;
  gsize              length;
  g_autofree guint8 *bytes = NULL;

  text = is_text ? get_text (object, "base64-text") : text;
  if (!text || json_object_get_size (object) != 1)
    return FALSE;
  bytes = g_base64_decode (text, &length);
  if (is_text)
    kist_statement_bind_raw_text (filling->insert, index, (const char *)bytes, length);
  else
    kist_statement_bind_bytes (filling->insert, index, bytes, length);
  return TRUE;
}

static gboolean
bind (Filling *filling, int index, JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return bind_object (filling, index, json_node_get_object (node));
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      kist_statement_bind_int64 (filling->insert, index, json_node_get_int (node));
      return TRUE;
    case G_TYPE_DOUBLE:
      kist_statement_bind_double (filling->insert, index, json_node_get_double (node));
      return TRUE;
    case G_TYPE_STRING:
      kist_statement_bind_text (filling->insert, index, json_node_get_string (node));
      return TRUE;
    default:
      return FALSE;
    }
}

/* What the database refuses is the line's fault; that the disk is full is not. */
static gboolean
blame_line (Reader *self, GError *fault, GError **error)
{
  g_autoptr (GError) own = fault;

  if (!g_error_matches (own, KIST_ERROR, KIST_ERROR_FAILED))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return kist_everything_lines_fail (self->lines, error, "This row does not fit into a record");
}

static gboolean
insert (Reader *self, const char *name, JsonObject *row, GError **error)
{
  Filling *filling = g_hash_table_lookup (self->tables, name);
  g_autoptr (GList) members = json_object_get_members (row);
  GError *fault = NULL;

  if (!filling)
    return kist_everything_lines_fail (self->lines, error, "A record has no such table");
  for (GList *member = members; member; member = member->next)
    {
      unsigned index;

      if (!g_ptr_array_find_with_equal_func (filling->table->columns, member->data, g_str_equal, &index) ||
          !bind (filling, (int)index + 1, json_object_get_member (row, member->data)))
        return kist_everything_lines_fail (self->lines, error, "This row has a value that a record has not");
    }
  if (!kist_statement_run (filling->insert, &fault))
    return blame_line (self, fault, error);
  kist_statement_reset (filling->insert);
  return TRUE;
}

static void
count (Reader *self, const char *name, JsonObject *row)
{
  JsonNode *deleted = json_object_get_member (row, "deleted_at");

  self->n_rows++;
  if (g_str_equal (name, "event"))
    self->info->n_events++;
  else if (g_str_equal (name, "entry") && (!deleted || JSON_NODE_HOLDS_NULL (deleted)))
    self->info->n_entries++;
}

static gboolean
end (Reader *self, JsonObject *last, GError **error)
{
  if (get_number (last, "rows") != self->n_rows)
    return kist_everything_lines_fail (self->lines, error, "There are not as many rows before this line as it says");
  if (kist_everything_lines_get_done (self->lines) != kist_everything_lines_get_total (self->lines))
    return kist_everything_lines_fail (self->lines, error, "There is more after the end of the record");
  return TRUE;
}

static gboolean
read_rows (Reader *self, GError **error)
{
  for (;;)
    {
      gsize       length;
      const char *line = kist_everything_lines_next (self->lines, &length, error);
      g_autoptr (JsonObject) object = line ? parse (self, line, length, error) : NULL;
      g_autoptr (GList) members = object ? json_object_get_members (object) : NULL;
      const char *name = members && !members->next ? members->data : NULL;
      JsonNode   *node = name ? json_object_get_member (object, name) : NULL;

      if (!object)
        return FALSE;
      if (!node || !JSON_NODE_HOLDS_OBJECT (node))
        return kist_everything_lines_fail (self->lines, error, "This is no row of a record");
      if (g_str_equal (name, KIST_EVERYTHING_END))
        return end (self, json_node_get_object (node), error);
      if (self->database && !insert (self, name, json_node_get_object (node), error))
        return FALSE;
      count (self, name, json_node_get_object (node));
      if (!kist_backup_job_go_on (self->job, kist_everything_lines_get_done (self->lines),
                                  kist_everything_lines_get_total (self->lines), error))
        return FALSE;
    }
}

static gboolean
fill_cb (KistDatabase *database, gpointer data, GError **error)
{
  Reader *self = data;
  gint64  n_broken;

  /* Rows come by the names of their tables, and not what others need first. */
  if (!kist_database_exec (database, "PRAGMA defer_foreign_keys = ON", error) || !read_rows (self, error) ||
      !kist_database_read_integer (database, "SELECT count(*) FROM pragma_foreign_key_check", &n_broken, error))
    return FALSE;
  return n_broken == 0 ||
         kist_everything_lines_fail (self->lines, error, "Rows before this line need others that are not there");
}

static Filling *
prepare (KistDatabase *database, const KistEverythingTable *table, GError **error)
{
  g_autofree char *name = kist_everything_tables_dup_name (table->name);
  g_autoptr (GString) sql = g_string_new (NULL);
  KistStatement *statement;
  Filling       *filling;

  g_string_append_printf (sql, "INSERT INTO %s (", name);
  for (unsigned i = 0; i < table->columns->len; i++)
    {
      g_autofree char *column = kist_everything_tables_dup_name (g_ptr_array_index (table->columns, i));

      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", column);
    }
  g_string_append (sql, ") VALUES (");
  for (unsigned i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');
  statement = kist_statement_new (database, sql->str, error);
  if (!statement)
    return NULL;
  filling = g_new0 (Filling, 1);
  filling->table = table;
  filling->insert = statement;
  return filling;
}

/* An empty database of the schema that the file has. */
static gboolean
make_empty (Reader *self, GPtrArray **tables, GError **error)
{
  g_auto (GStrv) scripts = kist_migrations_load ();

  for (unsigned i = self->info->schema; scripts[i]; i++)
    g_clear_pointer (&scripts[i], g_free);
  if (!kist_migrations_apply (self->database, (const char *const *)scripts, error))
    return FALSE;
  *tables = kist_everything_tables_load (self->database, error);
  if (!*tables)
    return FALSE;
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)filling_free);
  for (unsigned i = 0; i < (*tables)->len; i++)
    {
      const KistEverythingTable *table = g_ptr_array_index (*tables, i);
      Filling                   *filling = prepare (self->database, table, error);

      if (!filling)
        return FALSE;
      g_hash_table_insert (self->tables, table->name, filling);
    }
  return TRUE;
}

static gboolean
fill (Reader *self, const char *path, GError **error)
{
  g_autoptr (KistDatabase) database = kist_database_open (path, error);
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GPtrArray) tables = NULL;
  gboolean is_filled;

  if (!database)
    return FALSE;
  self->database = database;
  is_filled = make_empty (self, &tables, error) && kist_database_transact (database, fill_cb, self, error);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  self->database = NULL;
  /* One file, without a log beside it. */
  return is_filled && kist_migrations_apply (database, (const char *const *)scripts, error) &&
         kist_database_exec (database, "PRAGMA journal_mode = DELETE", error);
}

static KistBackupInfo *
read_file (const char *path, const char *database, const KistBackupJob *job, GError **error)
{
  g_autoptr (KistBackupInfo) info = g_new0 (KistBackupInfo, 1);
  g_autoptr (KistEverythingLines) lines = kist_everything_lines_new (path, error);
  Reader reader = { .lines = lines, .job = job, .info = info };

  if (!lines || !read_head (&reader, error) ||
      !(database ? fill (&reader, database, error) : read_rows (&reader, error)))
    return NULL;
  info->time = kist_everything_lines_get_time (lines);
  info->n_bytes = kist_everything_lines_get_total (lines);
  return g_steal_pointer (&info);
}

/**
 * kist_everything_is:
 * @path: any path
 *
 * Returns: whether a file stands there that begins as kist_everything_write() makes it
 */
gboolean
kist_everything_is (const char *path)
{
  static const char beginning[] = "{\"format\":\"" KIST_EVERYTHING_FORMAT "\"";
  g_autoptr (KistEverythingLines) lines = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  lines = kist_everything_lines_new (path, NULL);
  return lines && kist_everything_lines_begins (lines, beginning);
}

/**
 * kist_everything_check:
 * @path: a file, perhaps of a stranger
 * @job: who is told how far it is, in bytes, and what stops it
 * @error: where to put an error: %KIST_ERROR_CORRUPT with the line, %KIST_ERROR_NEWER, %KIST_ERROR_NOT_FOUND,
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads all of it and writes nothing; whether each row fits says only kist_everything_unpack().
 *
 * Returns: (transfer full) (nullable): what is in it, with the time of the file
 */
KistBackupInfo *
kist_everything_check (const char *path, const KistBackupJob *job, GError **error)
{
  g_return_val_if_fail (path != NULL && job != NULL, NULL);

  return read_file (path, NULL, job, error);
}

/**
 * kist_everything_unpack:
 * @path: a file, perhaps of a stranger
 * @database: an empty file, or none, that becomes a database of this Kist with all that is in @path; whoever asks
 *   removes it after an error
 * @job: who is told how far it is, in bytes, and what stops it
 * @error: where to put an error, as of kist_everything_check(), and %KIST_ERROR_FULL, %KIST_ERROR_READ_ONLY
 *
 * Returns: (transfer full) (nullable): what is in it, with the time of the file
 */
KistBackupInfo *
kist_everything_unpack (const char *path, const char *database, const KistBackupJob *job, GError **error)
{
  g_return_val_if_fail (path != NULL && database != NULL && job != NULL, NULL);

  return read_file (path, database, job, error);
}
