#include "store/kist-tables.h"

#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "store/kist-statement.h"
#include "store/search/kist-hit.h"
#include "store/search/kist-search-match.h"

/* Nobody types so many, and every word more is another list to intersect; what is beyond is not looked for. */
#define MAX_WORDS 16
#define MAX_WORD_CHARACTERS 64
#define MAX_QUERY_BYTES 4096
/* About two lines in the list. */
#define SNIPPET_WORDS "24"

/* ---- the index ---- */

/* In three steps, so that the view behind the index always shows what the index has. */
static const char *const index_sql[] = {
  "INSERT INTO search_index (search_index, rowid, title, body)"
  " SELECT 'delete', number, title, body FROM searchable_text WHERE number = ?1",
  "UPDATE searchable SET is_indexed = (SELECT deleted_at IS NULL FROM entry WHERE id = searchable.entry),"
  " is_waiting = FALSE, title = NULL, body = NULL WHERE number = ?1",
  "INSERT INTO search_index (rowid, title, body) SELECT number, title, body FROM searchable_text WHERE number = ?1",
};

static gboolean
read_waiting (KistDatabase *database, unsigned max, GArray *numbers, GError **error)
{
  g_autoptr (KistStatement) statement = NULL;
  KistStatementResult result;

  statement =
      kist_statement_new (database, "SELECT number FROM searchable WHERE is_waiting ORDER BY number LIMIT ?1", error);
  if (!statement)
    return FALSE;
  kist_statement_bind_int64 (statement, 1, max);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      gint64 number = kist_statement_get_int64 (statement, 0);

      g_array_append_val (numbers, number);
    }
  return result == KIST_STATEMENT_DONE;
}

static gboolean
index_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  GArray *numbers = data;

  for (unsigned i = 0; i < numbers->len; i++)
    for (unsigned step = 0; step < G_N_ELEMENTS (index_sql); step++)
      {
        g_autoptr (KistStatement) statement = kist_statement_new (database, index_sql[step], error);

        if (!statement)
          return FALSE;
        kist_statement_bind_int64 (statement, 1, g_array_index (numbers, gint64, i));
        if (!kist_statement_run (statement, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * kist_search_table_index:
 * @database: a database
 * @max: how many entries at most
 * @is_done: (out): whether none waits any more
 * @error: where to put an error: %KIST_ERROR_CORRUPT when the index is damaged, for kist_search_table_rebuild()
 *
 * Brings entries that were saved, deleted or brought back since into the index: all of them or, after an error, none.
 *
 * Returns: whether it was done
 */
gboolean
kist_search_table_index (KistDatabase *database, unsigned max, gboolean *is_done, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (database != NULL && is_done != NULL, FALSE);

  if (!read_waiting (database, max, numbers, error))
    return FALSE;
  *is_done = numbers->len < max;
  return numbers->len == 0 || kist_database_transact (database, index_in_transaction, numbers, error);
}

static gboolean
rebuild_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  return kist_database_exec (database,
                             "UPDATE searchable SET is_waiting = FALSE, title = NULL, body = NULL,"
                             " is_indexed = (SELECT deleted_at IS NULL FROM entry WHERE id = searchable.entry);"
                             "INSERT INTO search_index (search_index) VALUES ('rebuild')",
                             error);
}

/**
 * kist_search_table_rebuild:
 * @database: a database
 * @error: where to put an error
 *
 * Throws the index away and makes it anew from the entries: a second or two for ten thousand of them.
 *
 * Returns: whether the index is sound and has every entry
 */
gboolean
kist_search_table_rebuild (KistDatabase *database, GError **error)
{
  g_return_val_if_fail (database != NULL, FALSE);

  return kist_database_transact (database, rebuild_in_transaction, NULL, error);
}

/* ---- the question ---- */

/* In quotes FTS5 takes every byte for a part of the word: neither NOT nor "title:" nor a bracket means anything. */
static void
append_quoted (GString *query, const char *word, gsize length)
{
  const char *end = word + length;

  g_string_append (query, query->len > 0 ? " \"" : "\"");
  for (unsigned i = 0; word < end && i < MAX_WORD_CHARACTERS; i++)
    {
      const char *next = g_utf8_next_char (word);

      g_string_append (query, *word == '"' ? "\"" : "");
      g_string_append_len (query, word, next - word);
      word = next;
    }
  g_string_append_c (query, '"');
}

/* The words as FTS5 wants them, NULL when there are none. Each must be there, the last at least with its beginning, for
 * it may still be in the middle of being typed. */
static char *
dup_query (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, strnlen (words, MAX_QUERY_BYTES));
  g_autoptr (GString) query = g_string_new (NULL);
  const char *text = valid;

  for (unsigned n = 0; n < MAX_WORDS && *text;)
    {
      const char *start = text;

      while (*text && !g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      if (text > start)
        {
          append_quoted (query, start, text - start);
          n++;
        }
      else
        text = g_utf8_next_char (text);
    }
  if (query->len == 0)
    return NULL;
  g_string_append_c (query, '*');
  return g_strdup (query->str);
}

/* ---- the answer ---- */

static KistHit *
read_row (KistStatement *row)
{
  g_autofree char *entry = kist_statement_dup_text (row, 0);
  g_autofree char *title = kist_statement_dup_text (row, 1);
  g_autofree char *body = kist_statement_dup_text (row, 2);
  g_autoptr (GArray) title_matches = NULL;
  g_autoptr (GArray) matches = NULL;
  const KistRange *first;
  KistRange        shown;

  if (!entry || !title || !body)
    return NULL;
  title_matches = kist_search_match_read (row, 3, title, &shown);
  matches = kist_search_match_read (row, 4, body, &shown);
  first = matches->len > 0 ? &g_array_index (matches, KistRange, 0) : NULL;
  return kist_hit_new (entry, kist_snippet_new (title, title_matches),
                       kist_snippet_new_from_markdown (body, &shown, matches),
                       first ? (int)kist_text_count_characters (body, first->start) : -1,
                       first ? (int)kist_text_count_characters (body + first->start, first->end - first->start) : 0);
}

/**
 * kist_search_table_search:
 * @database: a database
 * @words: what to look for, in any form
 * @tag: (nullable): kist_tag_dup_key() of the tag that they must have, or %NULL for any entry
 * @max: how many entries at most
 * @error: where to put an error: %KIST_ERROR_CORRUPT when the index is damaged, for kist_search_table_rebuild()
 *
 * Finds the entries that have every word, the last perhaps only begun, in the title or in the text, whatever their case
 * and accents. What waits is searched as it was when kist_search_table_index() was last there; what is in the bin is
 * never found.
 *
 * Returns: (transfer full) (nullable) (element-type KistHit): the best first; none without words
 */
GPtrArray *
kist_search_table_search (KistDatabase *database, const char *words, const char *tag, unsigned max, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KistStatement) statement = NULL;
  g_autofree char    *query = NULL;
  KistStatementResult result;

  g_return_val_if_fail (database != NULL && words != NULL, NULL);

  query = dup_query (words);
  if (!query)
    return g_steal_pointer (&hits);
  if (!kist_search_match_register (database, error))
    return NULL;
  statement = kist_statement_new (database,
                                  "SELECT (SELECT id FROM searchable JOIN entry ON id = searchable.entry"
                                  " WHERE number = search_index.rowid AND deleted_at IS NULL),"
                                  " title, body, " KIST_SEARCH_MATCH_FUNCTION " (search_index, 0, 0),"
                                  " " KIST_SEARCH_MATCH_FUNCTION " (search_index, 1, " SNIPPET_WORDS ")"
                                  " FROM search_index WHERE search_index MATCH ?1 AND (?3 IS NULL OR EXISTS"
                                  " (SELECT 1 FROM searchable JOIN entry_tag USING (entry)"
                                  " WHERE number = search_index.rowid AND key = ?3)) ORDER BY rank LIMIT ?2",
                                  error);
  if (!statement)
    return NULL;
  kist_statement_bind_text (statement, 1, query);
  kist_statement_bind_int64 (statement, 2, max);
  kist_statement_bind_text (statement, 3, tag);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      KistHit *hit = read_row (statement);

      if (hit)
        g_ptr_array_add (hits, hit);
    }
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&hits) : NULL;
}
