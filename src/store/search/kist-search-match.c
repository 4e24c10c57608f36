#include "store/search/kist-search-match.h"

#include <string.h>

/* More words than any title has, and few enough to be counted in an int. */
#define ALL_WORDS (1 << 20)

/* Behind these and a blank a sentence begins. */
#define SENTENCE_ENDS ".!?:"

/* Of a text in which nothing is where it was, in bytes. */
#define BEGINNING 160

/* One place where a part of the query was found; a part in quotes may be several words of the index ("e-mail"). */
typedef struct
{
  unsigned part;
  int      word;
  int      n_words;
} Place;

typedef struct
{
  const char *text;
  int         from;           /* the first word that may be needed */
  int         to;             /* the last */
  int         first_match;    /* what is before is not looked at for the beginning of a sentence */
  int         n_read;         /* words so far */
  int         sentence_start; /* the last one that begins a sentence up to first_match */
  gsize       read_to;        /* where the last word read ended */
  GArray     *words;          /* (element-type KistRange): those from @from on */
} Reading;

/* What kist_matches () returns: this, and behind it the matches as KistRange. */
typedef struct
{
  gsize     length; /* of the text, to know it again */
  KistRange shown;
} Result;

/* ---- which piece ---- */

static int
find_places (const Fts5ExtensionApi *api, Fts5Context *context, int column, GArray *places)
{
  int n, result = api->xInstCount (context, &n);

  for (int i = 0; result == SQLITE_OK && i < n; i++)
    {
      int   part, found_in, word;
      Place place;

      result = api->xInst (context, i, &part, &found_in, &word);
      if (result != SQLITE_OK || found_in != column)
        continue;
      place = (Place){ part, word, api->xPhraseSize (context, part) };
      g_array_append_val (places, place);
    }
  return result;
}

/* The @most words that have the most parts of the query, then the most matches; of equals the first. */
static void
choose (GArray *places, int most, int *first, int *last)
{
  unsigned best = 0;

  for (unsigned i = 0; i < places->len; i++)
    {
      const Place *start = &g_array_index (places, Place, i);
      guint64      parts = 0;
      unsigned     score = 0;
      int          end = start->word;

      for (unsigned j = i; j < places->len; j++)
        {
          const Place *place = &g_array_index (places, Place, j);
          guint64      part = G_GUINT64_CONSTANT (1) << MIN (place->part, 63);

          if (place->word + place->n_words > start->word + most)
            break;
          score += parts & part ? 1 : 1000;
          parts |= part;
          end = MAX (end, place->word + place->n_words - 1);
        }
      if (score <= best)
        continue;
      best = score;
      *first = start->word;
      *last = end;
    }
}

/* ---- where the words are ---- */

static gboolean
begins_sentence (const Reading *reading, gsize start)
{
  for (gsize i = reading->read_to; i < start; i++)
    {
      char byte = reading->text[i];

      if (byte == '\n' || (i + 1 < start && strchr (SENTENCE_ENDS, byte) && g_ascii_isspace (reading->text[i + 1])))
        return TRUE;
    }
  return reading->n_read == 0;
}

static int
read_word (void *data, int flags, const char *token, int token_length, int start, int end)
{
  Reading  *reading = data;
  KistRange range = { start, end };

  /* Another form of the word before it. */
  if (flags & FTS5_TOKEN_COLOCATED)
    return SQLITE_OK;
  if (reading->n_read > reading->to)
    return SQLITE_DONE;
  if (reading->n_read >= reading->from)
    {
      if (reading->n_read <= reading->first_match && begins_sentence (reading, range.start))
        reading->sentence_start = reading->n_read;
      g_array_append_val (reading->words, range);
    }
  reading->read_to = range.end;
  reading->n_read++;
  return SQLITE_OK;
}

static gboolean
find_word (const Reading *reading, int word, KistRange *range)
{
  if (word < reading->from || word - reading->from >= (int)reading->words->len)
    return FALSE;
  *range = g_array_index (reading->words, KistRange, word - reading->from);
  return TRUE;
}

/* Matches that touch the same letters are one. */
static void
append_match (GArray *matches, KistRange match)
{
  KistRange *before = matches->len > 0 ? &g_array_index (matches, KistRange, matches->len - 1) : NULL;

  if (before && match.start < before->end)
    before->end = MAX (before->end, match.end);
  else
    g_array_append_val (matches, match);
}

/* From the beginning of a sentence when the matches still fit in, else with the matches in the middle. */
static int
choose_start (const Reading *reading, int first, int last, int most)
{
  int slack = most - (last - first + 1);

  return first - reading->sentence_start <= slack ? reading->sentence_start : MAX (first - slack / 2, reading->from);
}

static KistRange
get_shown (const Reading *reading, gsize length, int start, int end)
{
  KistRange shown = { 0, length }, word;

  if (start > 0 && find_word (reading, start, &word))
    shown.start = word.start;
  /* What stands behind the last word belongs to it. */
  if (end + 1 < reading->n_read && find_word (reading, end, &word))
    shown.end = word.end;
  return shown;
}

static void
return_matches (sqlite3_context *answer, const Reading *reading, GArray *places, gsize length, int start, int end)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (KistRange));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Result result = { length, get_shown (reading, length, start, end) };

  for (unsigned i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      KistRange    first, last;

      if (place->word >= start && place->word + place->n_words - 1 <= end && find_word (reading, place->word, &first) &&
          find_word (reading, place->word + place->n_words - 1, &last))
        append_match (matches, (KistRange){ first.start, last.end });
    }
  g_byte_array_append (bytes, (const guint8 *)&result, sizeof result);
  g_byte_array_append (bytes, (const guint8 *)matches->data, matches->len * sizeof (KistRange));
  sqlite3_result_blob64 (answer, bytes->data, bytes->len, SQLITE_TRANSIENT);
}

static void
find_matches (const Fts5ExtensionApi *api,
              Fts5Context            *context,
              sqlite3_context        *answer,
              int                     n_values,
              sqlite3_value         **values)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (KistRange));
  int         column = n_values == 2 ? sqlite3_value_int (values[0]) : -1;
  int         most = n_values == 2 && sqlite3_value_int (values[1]) > 0 ? sqlite3_value_int (values[1]) : ALL_WORDS;
  int         length, first = 0, last = 0, start, result;
  const char *text;
  Reading     reading = { .words = words };

  result = api->xColumnText (context, column, &text, &length);
  if (result == SQLITE_OK)
    result = find_places (api, context, column, places);
  if (result != SQLITE_OK)
    {
      sqlite3_result_error_code (answer, result);
      return;
    }
  if (most < ALL_WORDS)
    choose (places, most, &first, &last);
  reading.text = text;
  reading.from = MAX (0, first - most);
  /* One more, to know whether there is one. */
  reading.to = first + most;
  reading.first_match = first;
  result = api->xTokenize (context, text, length, &reading, read_word);
  if (result != SQLITE_OK && result != SQLITE_DONE)
    {
      sqlite3_result_error_code (answer, result);
      return;
    }
  start = choose_start (&reading, first, last, most);
  return_matches (answer, &reading, places, length, start, start + most - 1);
}

/* ---- for search/ ---- */

/**
 * kist_search_match_register:
 * @database: a database
 * @error: where to put an error
 *
 * Makes kist_matches () known to the database, unless it is already.
 *
 * Returns: whether it can be used
 */
gboolean
kist_search_match_register (KistDatabase *database, GError **error)
{
  sqlite3      *handle;
  sqlite3_stmt *statement = NULL;
  fts5_api     *api = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  handle = kist_database_get_handle (database);
  if (sqlite3_get_clientdata (handle, KIST_SEARCH_MATCH_FUNCTION))
    return TRUE;
  /* https://sqlite.org/fts5.html#extending_fts5 */
  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL) == SQLITE_OK)
    sqlite3_step (statement);
  sqlite3_finalize (statement);
  if (!api || api->xCreateFunction (api, KIST_SEARCH_MATCH_FUNCTION, NULL, find_matches, NULL) != SQLITE_OK ||
      sqlite3_set_clientdata (handle, KIST_SEARCH_MATCH_FUNCTION, (void *)KIST_SEARCH_MATCH_FUNCTION, NULL) !=
          SQLITE_OK)
    {
      kist_database_fail (database, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * kist_search_match_read:
 * @row: a statement that has a row
 * @column: where kist_matches () is in it
 * @text: the text that it was asked about
 * @shown: (out): which piece of @text is worth showing
 *
 * Returns: (transfer full) (element-type KistRange): what was searched for in that piece, in order. In a text that a
 *   damaged file had and kist_statement_dup_text() mended nothing is where it was, and the beginning is shown.
 */
GArray *
kist_search_match_read (KistStatement *row, int column, const char *text, KistRange *shown)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (KistRange));
  gsize       length;
  const char *bytes;
  Result      result;

  g_return_val_if_fail (row != NULL && text != NULL && shown != NULL, NULL);

  bytes = kist_statement_get_bytes (row, column, &length);
  *shown = (KistRange){ 0, MIN (strlen (text), BEGINNING) };
  if (length < sizeof result)
    return g_steal_pointer (&matches);
  memcpy (&result, bytes, sizeof result);
  if (result.length != strlen (text))
    return g_steal_pointer (&matches);
  *shown = result.shown;
  g_array_append_vals (matches, bytes + sizeof result, (length - sizeof result) / sizeof (KistRange));
  return g_steal_pointer (&matches);
}
