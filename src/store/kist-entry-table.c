#include "kist-tables.h"

#include "journal/kist-revision-policy.h"
#include "journal/kist-revision-thinning.h"
#include "store/kist-statement.h"

#define INSERT_ENTRY                                                                                                   \
  "INSERT INTO entry (id, thing, badge, title, body, created, updated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"

static KistEntry *
read_row (KistStatement *row)
{
  g_autofree char *id = kist_statement_dup_text (row, 0);
  g_autofree char *thing = kist_statement_dup_text (row, 1);
  g_autofree char *badge = kist_statement_dup_text (row, 2);
  g_autofree char *title = kist_statement_dup_text (row, 3);
  g_autofree char *body = kist_statement_dup_text (row, 4);

  if (!id || !title || !body)
    return NULL;
  return kist_entry_new (id, thing, badge, title, body, kist_statement_get_int64 (row, 5),
                         kist_statement_get_int64 (row, 6));
}

/* Reads every row as an entry, with its tags and links; counts those that cannot be read. */
static GPtrArray *
read_entries (KistDatabase *database, KistStatement *statement, unsigned *n_unreadable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  KistStatementResult result;

  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      KistEntry *entry = read_row (statement);

      if (entry)
        g_ptr_array_add (entries, entry);
      else
        (*n_unreadable)++;
    }
  if (result != KIST_STATEMENT_DONE || !kist_mark_table_load (database, entries, error))
    return NULL;
  return g_steal_pointer (&entries);
}

/* A state that has a name is kept already. */
static gboolean
keep_revision (KistDatabase *database, KistEntry *new_entry, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;

  statement = kist_statement_new (database,
                                  "INSERT INTO revision (entry, title, body, time, kept)"
                                  " SELECT id, title, body, updated, ?2 FROM entry WHERE id = ?1"
                                  " AND NOT EXISTS (SELECT 1 FROM revision WHERE entry = ?1 AND time = entry.updated)",
                                  error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, kist_entry_get_id (new_entry));
  kist_statement_bind_int64 (statement, 2, kist_entry_get_updated (new_entry));
  return kist_statement_run (statement, error);
}

/* What an entry's earlier states are known by, the oldest first. */
typedef struct
{
  GArray *ids;   /* (element-type gint64) (owned) */
  GArray *times; /* (element-type gint64) (owned) */
  GArray *named; /* (element-type gboolean) (owned) */
} Revisions;

static gboolean
read_revisions (KistDatabase *database, const char *entry, Revisions *revisions, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  KistStatementResult result;

  statement = kist_statement_new (
      database, "SELECT id, time, name IS NOT NULL FROM revision WHERE entry = ?1 ORDER BY time, id", error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, entry);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      gint64   id = kist_statement_get_int64 (statement, 0);
      gint64   time = kist_statement_get_int64 (statement, 1);
      gboolean is_named = kist_statement_get_int64 (statement, 2) != 0;

      g_array_append_val (revisions->ids, id);
      g_array_append_val (revisions->times, time);
      g_array_append_val (revisions->named, is_named);
    }
  return result == KIST_STATEMENT_DONE;
}

static gboolean
delete_revision (KistDatabase *database, gint64 id, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, "DELETE FROM revision WHERE id = ?1", error);

  if (!statement)
    return FALSE;
  kist_statement_bind_int64 (statement, 1, id);
  return kist_statement_run (statement, error);
}

/* By kist_revision_thin(). */
static gboolean
thin_revisions (KistDatabase *database, const char *entry, gint64 now, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autofree gboolean *kept = NULL;
  Revisions            revisions = { ids, times, named };

  if (!read_revisions (database, entry, &revisions, error))
    return FALSE;
  kept = g_new0 (gboolean, ids->len);
  kist_revision_thin ((const gint64 *)(gpointer)times->data, (const gboolean *)(gpointer)named->data, ids->len, now,
                      kept);
  for (unsigned i = 0; i < ids->len; i++)
    if (!kept[i] && !delete_revision (database, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* Keeps what is about to be overwritten, when it is worth keeping. */
static gboolean
keep_revision_when_due (KistDatabase *database, KistEntry *new_entry, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  g_autofree char    *old_body = NULL;
  KistStatementResult result;
  gint64              last_revision;
  gint64              last_saved;

  statement = kist_statement_new (database,
                                  "SELECT body, updated, coalesce ((SELECT max (kept) FROM revision WHERE entry = ?1),"
                                  " created) FROM entry WHERE id = ?1",
                                  error);
  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, kist_entry_get_id (new_entry));
  result = kist_statement_step (statement, error);
  if (result != KIST_STATEMENT_ROW)
    return result == KIST_STATEMENT_DONE;

  old_body = kist_statement_dup_text (statement, 0);
  last_saved = kist_statement_get_int64 (statement, 1);
  last_revision = kist_statement_get_int64 (statement, 2);
  if (old_body && kist_revision_is_due (last_revision, last_saved, kist_entry_get_updated (new_entry), old_body,
                                        kist_entry_get_body (new_entry)))
    return keep_revision (database, new_entry, error) &&
           thin_revisions (database, kist_entry_get_id (new_entry), kist_entry_get_updated (new_entry), error);
  return TRUE;
}

static gboolean
write_entry (KistDatabase *database, const char *sql, KistEntry *entry, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, kist_entry_get_id (entry));
  kist_statement_bind_text (statement, 2, kist_entry_get_thing (entry));
  kist_statement_bind_text (statement, 3, kist_entry_get_badge (entry));
  kist_statement_bind_text (statement, 4, kist_entry_get_title (entry));
  kist_statement_bind_text (statement, 5, kist_entry_get_body (entry));
  kist_statement_bind_int64 (statement, 6, kist_entry_get_created (entry));
  kist_statement_bind_int64 (statement, 7, kist_entry_get_updated (entry));
  return kist_statement_run (statement, error);
}

static gboolean
save_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  return keep_revision_when_due (database, data, error) &&
         write_entry (database,
                      INSERT_ENTRY " ON CONFLICT (id) DO UPDATE SET thing = excluded.thing, badge = excluded.badge,"
                                   " title = excluded.title, body = excluded.body, updated = excluded.updated",
                      data, error) &&
         kist_mark_table_save (database, data, error) &&
         kist_image_table_adopt (database, kist_entry_get_id (data), kist_entry_get_body (data), error);
}

/**
 * kist_entry_table_save:
 * @database: a database
 * @entry: an entry
 * @error: where to put an error
 *
 * Keeps the entry as it is now with its tags and links, and what its text was before as a revision when
 * kist_revision_is_due(), after which older revisions are thinned out by kist_revision_thin(); pictures of other
 * entries that it names become its own, too; all of it or, after an error, nothing. When it was created stays as it was
 * first said. Saving a deleted entry leaves it deleted, so that the last autosave of a page cannot bring back what was
 * just put in the bin; nothing of it is lost.
 *
 * Returns: whether it is kept
 */
gboolean
kist_entry_table_save (KistDatabase *database, KistEntry *entry, GError **error)
{
  g_return_val_if_fail (database != NULL && KIST_IS_ENTRY (entry), FALSE);

  return kist_database_transact (database, save_in_transaction, entry, error);
}

/**
 * kist_entry_table_add:
 * @database: a database, in a transaction
 * @entry: an entry that is not there yet
 * @error: where to put an error
 *
 * Keeps one of many entries that come together, all of which are lost when this fails.
 *
 * Returns: whether it was done
 */
gboolean
kist_entry_table_add (KistDatabase *database, KistEntry *entry, GError **error)
{
  g_return_val_if_fail (database != NULL && KIST_IS_ENTRY (entry), FALSE);

  return write_entry (database, INSERT_ENTRY, entry, error) && kist_mark_table_save (database, entry, error);
}

/**
 * kist_entry_table_load:
 * @database: a database
 * @n_unreadable: (out): how many rows could not be read
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistEntry): all that are not deleted, the last changed first
 */
GPtrArray *
kist_entry_table_load (KistDatabase *database, unsigned *n_unreadable, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;

  g_return_val_if_fail (database != NULL && n_unreadable != NULL, NULL);

  *n_unreadable = 0;
  statement = kist_statement_new (database,
                                  "SELECT id, thing, badge, title, body, created, updated FROM entry"
                                  " WHERE deleted_at IS NULL ORDER BY updated DESC, created DESC, id",
                                  error);
  return statement ? read_entries (database, statement, n_unreadable, error) : NULL;
}

/**
 * kist_entry_table_load_deleted:
 * @database: a database
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistEntry): all that are in the bin, the last deleted first
 */
GPtrArray *
kist_entry_table_load_deleted (KistDatabase *database, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  unsigned n_unreadable = 0;

  g_return_val_if_fail (database != NULL, NULL);

  statement = kist_statement_new (database,
                                  "SELECT id, thing, badge, title, body, created, updated FROM entry"
                                  " WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, updated DESC, id",
                                  error);
  return statement ? read_entries (database, statement, &n_unreadable, error) : NULL;
}

/**
 * kist_entry_table_load_revisions:
 * @database: a database
 * @id: an entry's id
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type KistEntry): its earlier states, the newest first, each with the
 * time when that text was saved as its time of change, and its name if it has one; none for an entry that does not
 * exist
 */
GPtrArray *
kist_entry_table_load_revisions (KistDatabase *database, const char *id, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func (g_object_unref);
  KistStatementResult result;

  g_return_val_if_fail (database != NULL && id != NULL, NULL);

  statement = kist_statement_new (database,
                                  "SELECT entry.id, thing, badge, revision.title, revision.body, created, time, name"
                                  " FROM revision JOIN entry ON entry.id = revision.entry"
                                  " WHERE revision.entry = ?1 ORDER BY time DESC, revision.id DESC",
                                  error);
  if (!statement)
    return NULL;
  kist_statement_bind_text (statement, 1, id);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      g_autoptr (KistEntry) revision = read_row (statement);
      g_autofree char *name = kist_statement_dup_text (statement, 7);

      if (revision)
        g_ptr_array_add (revisions, kist_entry_new_with_name (revision, name));
    }
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&revisions) : NULL;
}

static gboolean
name_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  KistEntry *state = data;
  g_autoptr (KistStatement) naming = NULL;
  g_autoptr (KistStatement) keeping = NULL;

  naming = kist_statement_new (database,
                               "UPDATE revision SET name = ?3 WHERE id = (SELECT max (id) FROM revision"
                               " WHERE entry = ?1 AND time = ?2)",
                               error);
  if (!naming)
    return FALSE;
  kist_statement_bind_text (naming, 1, kist_entry_get_id (state));
  kist_statement_bind_int64 (naming, 2, kist_entry_get_updated (state));
  kist_statement_bind_text (naming, 3, kist_entry_get_name (state));
  if (!kist_statement_run (naming, error))
    return FALSE;
  if (sqlite3_changes64 (kist_database_get_handle (database)) > 0 || !kist_entry_get_name (state))
    return TRUE;

  keeping = kist_statement_new (database,
                                "INSERT INTO revision (entry, title, body, time, kept, name)"
                                " SELECT id, ?2, ?3, ?4, ?4, ?5 FROM entry WHERE id = ?1",
                                error);
  if (!keeping)
    return FALSE;
  kist_statement_bind_text (keeping, 1, kist_entry_get_id (state));
  kist_statement_bind_text (keeping, 2, kist_entry_get_title (state));
  kist_statement_bind_text (keeping, 3, kist_entry_get_body (state));
  kist_statement_bind_int64 (keeping, 4, kist_entry_get_updated (state));
  kist_statement_bind_text (keeping, 5, kist_entry_get_name (state));
  return kist_statement_run (keeping, error);
}

/**
 * kist_entry_table_name:
 * @database: a database
 * @state: an entry as it was or is, with its name or, to take a name away, without
 * @error: where to put an error
 *
 * Names one state of an entry. What has a name is never thinned out; the present state is kept with it, however long
 * the last pause was.
 *
 * Returns: whether it was done
 */
gboolean
kist_entry_table_name (KistDatabase *database, KistEntry *state, GError **error)
{
  g_return_val_if_fail (database != NULL && KIST_IS_ENTRY (state), FALSE);

  return kist_database_transact (database, name_in_transaction, state, error);
}
