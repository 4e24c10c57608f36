/* Pictures of entries. One belongs to one entry: deleting that for good takes it along, whoever else shows the same. */
#include "kist-tables.h"

#include "base/kist-error.h"
#include "image/kist-image-reference.h"
#include "store/kist-statement.h"

/* From when on nobody can want one back that no text names: undoing, and a text that waits for a disk that is full, end
 * with the program, and no sitting lasts a day. */
#define ABANDONED_AFTER G_TIME_SPAN_DAY

typedef struct
{
  const char *entry;
  KistImage  *image;
  gint64      now;
} Addition;

static gboolean
check_entry (KistDatabase *database, const char *entry, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (
      database, "SELECT (SELECT count(*) FROM image WHERE entry = ?1) FROM entry WHERE id = ?1", error);
  KistStatementResult result;

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, entry);
  result = kist_statement_step (statement, error);
  if (result == KIST_STATEMENT_DONE)
    g_set_error_literal (error, KIST_ERROR, KIST_ERROR_NOT_FOUND,
                         "The entry itself is not saved yet, so no picture of it can be.");
  if (result != KIST_STATEMENT_ROW)
    return FALSE;
  if (kist_statement_get_int64 (statement, 0) < KIST_IMAGE_MAX_PER_ENTRY)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "An entry holds %d pictures, and this one has them.",
               KIST_IMAGE_MAX_PER_ENTRY);
  return FALSE;
}

static gboolean
is_there (KistDatabase *database, const char *entry, const char *id, gboolean *found, GError **error)
{
  g_autoptr (KistStatement) statement =
      kist_statement_new (database, "SELECT 1 FROM image WHERE entry = ?1 AND id = ?2", error);
  KistStatementResult result;

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, entry);
  kist_statement_bind_text (statement, 2, id);
  result = kist_statement_step (statement, error);
  *found = result == KIST_STATEMENT_ROW;
  return result != KIST_STATEMENT_FAILED;
}

static gboolean
add_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  const Addition *addition = data;
  g_autoptr (KistStatement) statement = NULL;
  gconstpointer bytes;
  gsize         length;
  gboolean      found;

  if (!is_there (database, addition->entry, addition->image->id, &found, error))
    return FALSE;
  if (!found && !check_entry (database, addition->entry, error))
    return FALSE;
  /* Taken in again, it is as new: nobody has abandoned it. */
  statement = kist_statement_new (database,
                                  "INSERT INTO image (entry, id, type, width, height, created, bytes)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                                  " ON CONFLICT (entry, id) DO UPDATE SET created = excluded.created",
                                  error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, addition->entry);
  kist_statement_bind_text (statement, 2, addition->image->id);
  kist_statement_bind_text (statement, 3, kist_image_type_get_extension (addition->image->type));
  kist_statement_bind_int64 (statement, 4, addition->image->width);
  kist_statement_bind_int64 (statement, 5, addition->image->height);
  kist_statement_bind_int64 (statement, 6, addition->now);
  bytes = g_bytes_get_data (addition->image->bytes, &length);
  kist_statement_bind_bytes (statement, 7, bytes, length);
  return kist_statement_run (statement, error);
}

/**
 * kist_image_table_save:
 * @database: a database
 * @entry: the id of an entry that is kept
 * @image: a picture
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error: %KIST_ERROR_NOT_FOUND when there is no such entry, %KIST_ERROR_TOO_LARGE when it has
 *   %KIST_IMAGE_MAX_PER_ENTRY
 *
 * Keeps it for the entry, once however often it is saved.
 *
 * Returns: whether it is kept
 */
gboolean
kist_image_table_save (KistDatabase *database, const char *entry, KistImage *image, gint64 now, GError **error)
{
  Addition addition = { entry, image, now };

  g_return_val_if_fail (database != NULL && entry != NULL && image != NULL, FALSE);

  return kist_database_transact (database, add_in_transaction, &addition, error);
}

/**
 * kist_image_table_adopt:
 * @database: a database, in a transaction
 * @entry: the id of an entry
 * @body: its text
 * @error: where to put an error
 *
 * A text that was copied from one entry into another names pictures of the first. The second gets them, too, so that it
 * has them when the first is deleted for good; those over %KIST_IMAGE_MAX_PER_ENTRY stay the first one's.
 *
 * Returns: whether it was done
 */
gboolean
kist_image_table_adopt (KistDatabase *database, const char *entry, const char *body, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (database != NULL && entry != NULL && body != NULL, FALSE);

  ids = kist_image_reference_find (body);
  for (unsigned i = 0; i < MIN (ids->len, KIST_IMAGE_MAX_PER_ENTRY); i++)
    {
      g_autoptr (KistStatement) statement =
          kist_statement_new (database,
                              "INSERT INTO image (entry, id, type, width, height, created, bytes)"
                              " SELECT ?1, id, type, width, height, created, bytes FROM image WHERE id = ?2"
                              " AND NOT EXISTS (SELECT 1 FROM image WHERE entry = ?1 AND id = ?2) LIMIT 1",
                              error);

      if (!statement)
        return FALSE;
      kist_statement_bind_text (statement, 1, entry);
      kist_statement_bind_text (statement, 2, g_ptr_array_index (ids, i));
      if (!kist_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns (transfer full) (nullable): the picture in the row, %NULL for one that is damaged. */
static KistImage *
read_row (KistStatement *row, const char *id)
{
  g_autofree char *type = kist_statement_dup_text (row, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KistImage) image = NULL;
  gconstpointer data;
  gsize         length;

  if (!type)
    return NULL;
  data = kist_statement_get_bytes (row, 3, &length);
  bytes = g_bytes_new (data, length);
  image = kist_image_new (
      g_str_equal (type, kist_image_type_get_extension (KIST_IMAGE_PNG)) ? KIST_IMAGE_PNG : KIST_IMAGE_JPEG,
      (unsigned)kist_statement_get_int64 (row, 1), (unsigned)kist_statement_get_int64 (row, 2), bytes);
  return g_str_equal (image->id, id) ? g_steal_pointer (&image) : NULL;
}

static gboolean
load_one (KistDatabase *database, const char *id, GHashTable *images, GError **error)
{
  g_autoptr (KistStatement) statement =
      kist_statement_new (database, "SELECT type, width, height, bytes FROM image WHERE id = ?1", error);
  KistStatementResult result = KIST_STATEMENT_FAILED;
  KistImage          *image = NULL;

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, id);
  while (!image && (result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    image = read_row (statement, id);
  if (image)
    g_hash_table_insert (images, image->id, image);
  return image || result == KIST_STATEMENT_DONE;
}

/**
 * kist_image_table_load:
 * @database: a database
 * @ids: ids of pictures, whichever entry they belong to
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KistImage): those that are there, by their ids; one that is
 *   missing, or damaged, is not among them
 */
GHashTable *
kist_image_table_load (KistDatabase *database, const char *const *ids, GError **error)
{
  g_autoptr (GHashTable) images =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)kist_image_unref);

  g_return_val_if_fail (database != NULL && ids != NULL, NULL);

  for (; *ids; ids++)
    if (!g_hash_table_contains (images, *ids) && !load_one (database, *ids, images, error))
      return NULL;
  return g_steal_pointer (&images);
}

/**
 * kist_image_table_tidy:
 * @database: a database that nobody writes in
 * @now: what time it is, microseconds since 1970, UTC
 * @error: where to put an error
 *
 * Removes the pictures that were taken in over a day ago and that neither their entry nor an earlier version of it that
 * is kept names any more. For the start of the program: as long as it runs, undoing could bring one back.
 *
 * Returns: whether it was done
 */
gboolean
kist_image_table_tidy (KistDatabase *database, gint64 now, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  statement = kist_statement_new (
      database,
      "DELETE FROM image WHERE created < ?1"
      " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = image.entry AND instr (entry.body, image.id))"
      " AND NOT EXISTS (SELECT 1 FROM revision WHERE revision.entry = image.entry AND instr (revision.body, image.id))",
      error);
  if (!statement)
    return FALSE;
  kist_statement_bind_int64 (statement, 1, now - ABANDONED_AFTER);
  return kist_statement_run (statement, error);
}
