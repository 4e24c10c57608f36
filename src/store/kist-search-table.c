#include "kist-tables.h"

#include <string.h>

#include "base/kist-error.h"
#include "store/kist-hit.h"
#include "store/kist-statement.h"

/* Nobody types so many, and every word more is another list to intersect; what is beyond is not looked for. */
#define MAX_WORDS 16
#define MAX_WORD_CHARACTERS 64
#define MAX_QUERY_BYTES 4096
/* About two lines in the list; FTS5 knows up to 64. */
#define SNIPPET_WORDS "24"

/* What FTS5 puts around a match and where it left something out: characters that no text has, which Unicode keeps for
 * such a use (https://www.unicode.org/faq/private_use.html#nonchar1). */
#define MATCH_START "\uFDD0"
#define MATCH_END "\uFDD1"
#define LEFT_OUT "\uFDD2"
#define MARK_BYTES 3

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

typedef struct
{
  char    *text;    /* without the marks */
  GArray  *matches; /* KistRange in text */
  gboolean is_cut;  /* at its beginning */
} Marked;

static void
marked_clear (Marked *marked)
{
  g_free (marked->text);
  g_array_unref (marked->matches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Marked, marked_clear)

/* What highlight () and snippet () return, taken apart. */
static void
marked_init (Marked *marked, const char *text)
{
  GString  *plain = g_string_new (NULL);
  KistRange match = { 0 };
  gboolean  is_open = FALSE;

  marked->is_cut = g_str_has_prefix (text, LEFT_OUT);
  marked->matches = g_array_new (FALSE, FALSE, sizeof (KistRange));
  while (*text)
    {
      gboolean is_start = g_str_has_prefix (text, MATCH_START), is_end = g_str_has_prefix (text, MATCH_END);

      if (is_start && !is_open)
        match.start = plain->len;
      else if (is_end && is_open)
        {
          match.end = plain->len;
          g_array_append_val (marked->matches, match);
        }
      is_open = is_start || (is_open && !is_end);
      if (is_start || is_end || g_str_has_prefix (text, LEFT_OUT))
        text += MARK_BYTES;
      else
        g_string_append_c (plain, *text++);
    }
  marked->text = g_string_free_and_steal (plain);
}

static KistHit *
make_hit (const char *entry, const char *title, const char *snippet, const char *body)
{
  g_auto (Marked) marked_title = { 0 };
  g_auto (Marked) marked = { 0 };
  const KistRange *first = NULL;
  const char      *at;
  KistRange        shown;

  marked_init (&marked_title, title);
  marked_init (&marked, snippet);
  /* Where FTS5 took it from it does not say. Should the same words stand twice, the first are as good; and a text that
   * has the marks in it, which only a hostile one does, is shown as it is. */
  at = marked.is_cut ? strstr (body, marked.text) : g_str_has_prefix (body, marked.text) ? body : NULL;
  if (!at)
    return kist_hit_new (entry, kist_snippet_new (marked_title.text, marked_title.matches),
                         kist_snippet_new (marked.text, marked.matches), -1, 0);
  shown.start = at - body;
  shown.end = shown.start + strlen (marked.text);
  for (unsigned i = 0; i < marked.matches->len; i++)
    {
      g_array_index (marked.matches, KistRange, i).start += shown.start;
      g_array_index (marked.matches, KistRange, i).end += shown.start;
    }
  if (marked.matches->len > 0)
    first = &g_array_index (marked.matches, KistRange, 0);
  return kist_hit_new (entry, kist_snippet_new (marked_title.text, marked_title.matches),
                       kist_snippet_new_from_markdown (body, &shown, marked.matches),
                       first ? (int)g_utf8_strlen (body, first->start) : -1,
                       first ? (int)g_utf8_strlen (body + first->start, first->end - first->start) : 0);
}

static KistHit *
read_row (KistStatement *row)
{
  g_autofree char *entry = kist_statement_dup_text (row, 0);
  g_autofree char *title = kist_statement_dup_text (row, 1);
  g_autofree char *snippet = kist_statement_dup_text (row, 2);
  g_autofree char *body = kist_statement_dup_text (row, 3);

  return entry && title && snippet && body ? make_hit (entry, title, snippet, body) : NULL;
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
  statement = kist_statement_new (database,
                                  "SELECT (SELECT id FROM searchable JOIN entry ON id = searchable.entry"
                                  " WHERE number = search_index.rowid AND deleted_at IS NULL),"
                                  " highlight (search_index, 0, ?3, ?4),"
                                  " snippet (search_index, 1, ?3, ?4, ?5, " SNIPPET_WORDS "), body"
                                  " FROM search_index WHERE search_index MATCH ?1 AND (?6 IS NULL OR EXISTS"
                                  " (SELECT 1 FROM searchable JOIN entry_tag USING (entry)"
                                  " WHERE number = search_index.rowid AND key = ?6)) ORDER BY rank LIMIT ?2",
                                  error);
  if (!statement)
    return NULL;
  kist_statement_bind_text (statement, 1, query);
  kist_statement_bind_int64 (statement, 2, max);
  kist_statement_bind_text (statement, 3, MATCH_START);
  kist_statement_bind_text (statement, 4, MATCH_END);
  kist_statement_bind_text (statement, 5, LEFT_OUT);
  kist_statement_bind_text (statement, 6, tag);
  while ((result = kist_statement_step (statement, error)) == KIST_STATEMENT_ROW)
    {
      KistHit *hit = read_row (statement);

      if (hit)
        g_ptr_array_add (hits, hit);
    }
  return result == KIST_STATEMENT_DONE ? g_steal_pointer (&hits) : NULL;
}
