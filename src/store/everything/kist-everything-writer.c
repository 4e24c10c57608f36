#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "kist-everything-tables.h"
#include "kist-everything.h"
#include "store/kist-migrations.h"
#include "store/kist-statement.h"

/* What is written at once, in bytes. */
#define PIECE_BYTES (64 * 1024)

/* A file being written, beside the one that is meant, which stays what it is until the new one is whole. */
typedef struct
{
  const char          *path;
  char                *unfinished; /* (owned) (nullable): NULL when it has its name */
  int                  file;       /* (owned): a file descriptor, or -1 */
  GString             *waiting;    /* (owned) */
  gint64               n_rows;
  gint64               total; /* rows */
  const KistBackupJob *job;
} Writer;

static void
writer_clear (Writer *self)
{
  if (self->file >= 0)
    close (self->file);
  if (self->unfinished)
    g_unlink (self->unfinished);
  g_free (self->unfinished);
  g_string_free (self->waiting, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
begin (Writer *self, GError **error)
{
  g_autofree char *name = g_strconcat (self->path, ".XXXXXX", NULL);

  self->file = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (self->file < 0)
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      return kist_disk_fail (errno, errno == ENOENT ? folder : self->path, error);
    }
  self->unfinished = g_steal_pointer (&name);
  return TRUE;
}

static gboolean
flush (Writer *self, GError **error)
{
  const char *bytes = self->waiting->str;
  gsize       length = self->waiting->len;

  while (length > 0)
    {
      gssize n = write (self->file, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return kist_disk_fail (errno, self->path, error);
      bytes += n;
      length -= (gsize)n;
    }
  g_string_truncate (self->waiting, 0);
  return TRUE;
}

static gboolean
finish (Writer *self, GError **error)
{
  int file;

  if (!flush (self, error))
    return FALSE;
  /* A disk across a network says only now that it is full. */
  file = self->file;
  self->file = -1;
  if (close (file) < 0)
    return kist_disk_fail (errno, self->path, error);
  if (!kist_disk_rename (self->unfinished, self->path, error))
    return FALSE;
  g_clear_pointer (&self->unfinished, g_free);
  return TRUE;
}

/* @line: (transfer full) */
static gboolean
add_line (Writer *self, JsonBuilder *line, GError **error)
{
  g_autoptr (JsonBuilder) own = line;
  g_autoptr (JsonNode) root = json_builder_get_root (line);
  g_autofree char *text = json_to_string (root, FALSE);

  if (strlen (text) >= KIST_EVERYTHING_MAX_LINE)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "A row of the record is too large for a line of %s.",
                   self->path);
      return FALSE;
    }
  g_string_append (self->waiting, text);
  g_string_append_c (self->waiting, '\n');
  return self->waiting->len < PIECE_BYTES || flush (self, error);
}

static void
add_base64 (JsonBuilder *builder, const char *kind, const void *bytes, gsize length)
{
  g_autofree char *text = g_base64_encode (bytes, length);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, kind);
  json_builder_add_string_value (builder, text);
  json_builder_end_object (builder);
}

/* What SQLite lends ends where it says, and not with a NUL. */
static void
add_text (JsonBuilder *builder, const char *text, gsize length)
{
  g_autofree char *own = g_strndup (text, length);

  json_builder_add_string_value (builder, own);
}

static void
add_value (JsonBuilder *builder, KistStatement *row, int column)
{
  gsize       length;
  const void *bytes;

  switch (kist_statement_get_type (row, column))
    {
    case SQLITE_NULL:
      json_builder_add_null_value (builder);
      break;
    case SQLITE_INTEGER:
      json_builder_add_int_value (builder, kist_statement_get_int64 (row, column));
      break;
    case SQLITE_FLOAT:
      json_builder_add_double_value (builder, kist_statement_get_double (row, column));
      break;
    case SQLITE_TEXT:
      bytes = kist_statement_get_bytes (row, column, &length);
      if (g_utf8_validate_len (bytes, length, NULL))
        add_text (builder, bytes, length);
      else
        add_base64 (builder, "base64-text", bytes, length);
      break;
    default:
      bytes = kist_statement_get_bytes (row, column, &length);
      add_base64 (builder, "base64", bytes, length);
      break;
    }
}

static gboolean
add_row (Writer *self, const KistEverythingTable *table, KistStatement *row, GError **error)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, table->name);
  json_builder_begin_object (builder);
  for (unsigned i = 0; i < table->columns->len; i++)
    {
      json_builder_set_member_name (builder, g_ptr_array_index (table->columns, i));
      add_value (builder, row, (int)i);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  self->n_rows++;
  return add_line (self, builder, error) && kist_backup_job_go_on (self->job, self->n_rows, self->total, error);
}

static gboolean
add_table (Writer *self, KistDatabase *database, const KistEverythingTable *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autofree char *name = kist_everything_tables_dup_name (table->name);
  g_autoptr (KistStatement) row = NULL;
  KistStatementResult result;

  for (unsigned i = 0; i < table->columns->len; i++)
    {
      g_autofree char *column = kist_everything_tables_dup_name (g_ptr_array_index (table->columns, i));

      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", column);
    }
  g_string_append_printf (sql, " FROM %s ORDER BY %s", name, table->order);
  row = kist_statement_new (database, sql->str, error);
  if (!row)
    return FALSE;
  while ((result = kist_statement_step (row, error)) == KIST_STATEMENT_ROW)
    if (!add_row (self, table, row, error))
      return FALSE;
  return result == KIST_STATEMENT_DONE;
}

static gboolean
count_rows (Writer *self, KistDatabase *database, GPtrArray *tables, GError **error)
{
  for (unsigned i = 0; i < tables->len; i++)
    {
      const KistEverythingTable *table = g_ptr_array_index (tables, i);
      g_autofree char           *name = kist_everything_tables_dup_name (table->name);
      g_autofree char           *sql = g_strconcat ("SELECT count(*) FROM ", name, NULL);
      gint64                     n;

      if (!kist_database_read_integer (database, sql, &n, error))
        return FALSE;
      self->total += n;
    }
  return TRUE;
}

static gboolean
add_head (Writer *self, unsigned schema, GError **error)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, KIST_EVERYTHING_FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, KIST_EVERYTHING_VERSION);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, schema);
  json_builder_end_object (builder);
  return add_line (self, builder, error);
}

static gboolean
add_end (Writer *self, GError **error)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, KIST_EVERYTHING_END);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, self->n_rows);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return add_line (self, builder, error);
}

/* All that is read is as it was at one moment: the snapshot ends with the database. */
static KistDatabase *
open_snapshot (const char *folder, unsigned *schema, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "kist.db", NULL);
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (KistDatabase) database = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "There is no kist.db in %s, so there is nothing to take.",
                   folder);
      return NULL;
    }
  database = kist_database_open_read_only (path, error);
  if (!database || !kist_migrations_read_version (database, g_strv_length (scripts), schema, error) ||
      !kist_database_exec (database, "BEGIN", error))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * kist_everything_write:
 * @folder: the person's folder, open or not
 * @path: the file to make; one that is there is replaced in one step when the new one is whole
 * @job: who is told how far it is, in rows, and what stops it
 * @error: where to put an error: %KIST_ERROR_FULL, %KIST_ERROR_READ_ONLY, %KIST_ERROR_CORRUPT when the database is
 *   damaged, %KIST_ERROR_NOT_FOUND when there is none, %G_IO_ERROR_CANCELLED; then @path is what it was
 *
 * Nobody else may read the file (0600).
 *
 * Returns: whether all that Kist keeps is in the file
 */
gboolean
kist_everything_write (const char *folder, const char *path, const KistBackupJob *job, GError **error)
{
  g_autoptr (KistDatabase) database = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_auto (Writer) writer = { .path = path, .file = -1, .waiting = g_string_new (NULL), .job = job };
  unsigned schema;

  g_return_val_if_fail (folder != NULL && path != NULL && job != NULL, FALSE);

  database = open_snapshot (folder, &schema, error);
  tables = database ? kist_everything_tables_load (database, error) : NULL;
  if (!tables || !count_rows (&writer, database, tables, error) || !begin (&writer, error) ||
      !add_head (&writer, schema, error))
    return FALSE;
  for (unsigned i = 0; i < tables->len; i++)
    if (!add_table (&writer, database, g_ptr_array_index (tables, i), error))
      return FALSE;
  return add_end (&writer, error) && finish (&writer, error);
}
