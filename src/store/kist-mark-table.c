/* The tags of entries, and what they are linked to as a whole. */
#include "kist-tables.h"

#include "journal/kist-tag.h"
#include "store/kist-statement.h"

/* Returns (transfer full) (nullable): what the entry @id has, one column of its rows in their order. */
static char **
load_of (KistDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  KistStatementResult result = KIST_STATEMENT_FAILED;

  if (statement)
    kist_statement_bind_text (statement, 1, id);
  while (statement && (result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      g_autofree char *text = kist_statement_dup_text (statement, 0);

      g_strv_builder_add (texts, text ? text : ""); /* a damaged row may hold anything */
    }
  return result == KIST_STATEMENT_DONE ? g_strv_builder_end (texts) : NULL;
}

static gboolean
clear (KistDatabase *database, const char *sql, const char *id, GError **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, id);
  return kist_statement_run (statement, error);
}

static gboolean
add_tag (KistDatabase *database, const char *id, const char *tag, GError **error)
{
  g_autofree char *key = kist_tag_dup_key (tag);
  g_autoptr (KistStatement) statement =
      kist_statement_new (database, "INSERT INTO entry_tag (entry, key, tag) VALUES (?1, ?2, ?3)", error);

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, id);
  kist_statement_bind_text (statement, 2, key);
  kist_statement_bind_text (statement, 3, tag);
  return kist_statement_run (statement, error);
}

static gboolean
add_link (KistDatabase *database, const char *id, unsigned position, KistReference *link, GError **error)
{
  g_autoptr (KistStatement) statement =
      kist_statement_new (database, "INSERT INTO entry_link (entry, position, target) VALUES (?1, ?2, ?3)", error);

  if (!statement)
    return FALSE;
  kist_statement_bind_text (statement, 1, id);
  kist_statement_bind_int64 (statement, 2, position);
  kist_statement_bind_text (statement, 3, kist_reference_get_address (link));
  return kist_statement_run (statement, error);
}

/* Most saves are of another text under the same tags: then nothing is written. */
static gboolean
save_tags (KistDatabase *database, KistEntry *entry, GError **error)
{
  const char        *id = kist_entry_get_id (entry);
  const char *const *tags = kist_entry_get_tags (entry);
  g_auto (GStrv) kept = load_of (database, "SELECT tag FROM entry_tag WHERE entry = ?1 ORDER BY key", id, error);

  if (!kept)
    return FALSE;
  if (g_strv_equal ((const char *const *)kept, tags))
    return TRUE;
  if (!clear (database, "DELETE FROM entry_tag WHERE entry = ?1", id, error))
    return FALSE;
  for (; *tags; tags++)
    if (!add_tag (database, id, *tags, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_same (char **kept, GPtrArray *links)
{
  unsigned n = g_strv_length (kept);

  for (unsigned i = 0; n == links->len && i < n; i++)
    if (!g_str_equal (kept[i], kist_reference_get_address (g_ptr_array_index (links, i))))
      return FALSE;
  return n == links->len;
}

static gboolean
save_links (KistDatabase *database, KistEntry *entry, GError **error)
{
  const char *id = kist_entry_get_id (entry);
  GPtrArray  *links = kist_entry_get_links (entry);
  g_auto (GStrv) kept =
      load_of (database, "SELECT target FROM entry_link WHERE entry = ?1 ORDER BY position", id, error);

  if (!kept)
    return FALSE;
  if (is_same (kept, links))
    return TRUE;
  if (!clear (database, "DELETE FROM entry_link WHERE entry = ?1", id, error))
    return FALSE;
  for (unsigned i = 0; i < links->len; i++)
    if (!add_link (database, id, i, g_ptr_array_index (links, i), error))
      return FALSE;
  return TRUE;
}

/**
 * kist_mark_table_save:
 * @database: a database, in the transaction in which the entry itself is kept
 * @entry: an entry that is in its table
 * @error: where to put an error
 *
 * Returns: whether its tags and links are kept
 */
gboolean
kist_mark_table_save (KistDatabase *database, KistEntry *entry, GError **error)
{
  g_return_val_if_fail (database != NULL && KIST_IS_ENTRY (entry), FALSE);

  return save_tags (database, entry, error) && save_links (database, entry, error);
}

/* The list of the entry @id in @lists, made when it has none yet. */
static GPtrArray *
ensure_list (GHashTable *lists, char *id, GDestroyNotify free_item)
{
  GPtrArray *list = g_hash_table_lookup (lists, id);

  if (list)
    {
      g_free (id);
      return list;
    }
  list = g_ptr_array_new_with_free_func (free_item);
  g_hash_table_insert (lists, id, list);
  return list;
}

/* Adds every row's second column, as @read makes something of it, to the list of the entry in its first. */
static gboolean
load_all (KistDatabase  *database,
          const char    *sql,
          GHashTable    *lists,
          gpointer       (*read) (const char *text),
          GDestroyNotify free_item,
          GError       **error)
{
  g_autoptr (KistStatement) statement = kist_statement_new (database, sql, error);
  KistStatementResult result = KIST_STATEMENT_FAILED;

  while (statement && (result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      g_autofree char *id = kist_statement_dup_text (statement, 0);
      g_autofree char *text = kist_statement_dup_text (statement, 1);
      gpointer         item = id && text ? read (text) : NULL;

      if (item)
        g_ptr_array_add (ensure_list (lists, g_steal_pointer (&id), free_item), item);
    }
  return result == KIST_STATEMENT_DONE;
}

static gpointer
read_tag (const char *text)
{
  return g_strdup (text);
}

static gpointer
read_link (const char *text)
{
  return kist_reference_parse (text);
}

/* In the place of each of @entries that has some, the same entry with them. */
static void
mark_all (GPtrArray *entries, GHashTable *tags, GHashTable *links)
{
  for (unsigned i = 0; i < entries->len; i++)
    {
      KistEntry *entry = g_ptr_array_index (entries, i);
      GPtrArray *own_tags = g_hash_table_lookup (tags, kist_entry_get_id (entry));
      GPtrArray *own_links = g_hash_table_lookup (links, kist_entry_get_id (entry));

      if (!own_tags && !own_links)
        continue;
      if (own_tags)
        g_ptr_array_add (own_tags, NULL);
      entries->pdata[i] =
          kist_entry_new_with_marks (entry, own_tags ? (const char *const *)own_tags->pdata : NULL, own_links);
      g_object_unref (entry);
    }
}

/**
 * kist_mark_table_load:
 * @database: a database
 * @entries: (element-type KistEntry): entries as their own table has them, which are replaced by what they are with
 *   their tags and links
 * @error: where to put an error
 *
 * A link that no Kist wrote, as in a damaged file, is passed over.
 *
 * Returns: whether they could be read
 */
gboolean
kist_mark_table_load (KistDatabase *database, GPtrArray *entries, GError **error)
{
  g_autoptr (GHashTable) tags = NULL;
  g_autoptr (GHashTable) links = NULL;

  g_return_val_if_fail (database != NULL && entries != NULL, FALSE);

  tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  if (!load_all (database, "SELECT entry, tag FROM entry_tag ORDER BY entry, key", tags, read_tag, g_free, error) ||
      !load_all (database, "SELECT entry, target FROM entry_link ORDER BY entry, position", links, read_link,
                 g_object_unref, error))
    return FALSE;
  mark_all (entries, tags, links);
  return TRUE;
}
