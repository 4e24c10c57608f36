#include <string.h>

#include "store-fixture.h"
#include "store/kist-tables.h"
#include "store/search/kist-hit.h"

#define MOST_WORDS 24

static GPtrArray *
search (KistDatabase *database, const char *words)
{
  g_autoptr (GError) error = NULL;
  gboolean   is_done = FALSE;
  GPtrArray *hits;

  while (!is_done)
    g_assert_true (kist_search_table_index (database, 50, &is_done, NULL));
  hits = kist_search_table_search (database, words, NULL, 50, &error);
  g_assert_no_error (error);
  return hits;
}

/* What is shown of the one entry, and that its place is that of @at in it. */
static void
assert_shown (const char *body, const char *words, const char *expected, const char *at)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *text = NULL;
  KistHit         *hit;

  fixture_save_text (database, "a", "", body);
  hits = search (database, words);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  text = fixture_dup_marked (kist_hit_get_text (hit));
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (kist_hit_get_place (hit), ==, g_utf8_strlen (body, strstr (body, at) - body));
}

static char *
dup_words (const char *word, unsigned n)
{
  GString *text = g_string_new (word);

  for (unsigned i = 1; i < n; i++)
    g_string_append_printf (text, " %s", word);
  return g_string_free_and_steal (text);
}

static void
test_a_piece_begins_with_a_sentence (void)
{
  g_autofree char *before = dup_words ("über", 40);
  g_autofree char *body = g_strdup_printf ("%s. Then at 3.15 I asked Ann: “Who?” She knew it, and said so.", before);
  g_autofree char *lines = g_strdup_printf ("%s\n\n- Bread and\n- *milk* and eggs", before);

  assert_shown (body, "15", "…Then at 3.[15] I asked Ann: “Who?” She knew it, and said so.", "15");
  assert_shown (body, "ann", "…Then at 3.15 I asked [Ann]: “Who?” She knew it, and said so.", "Ann");
  assert_shown (body, "she", "…Who?” [She] knew it, and said so.", "She");
  assert_shown (lines, "eggs", "…milk and [eggs]", "eggs");
}

static void
test_a_long_sentence_is_shown_around_the_match (void)
{
  g_autofree char *before = dup_words ("go", 40);
  g_autofree char *behind = dup_words ("on", 40);
  g_autofree char *body = g_strconcat (before, " manager ", behind, NULL);
  g_autofree char *shown_before = dup_words ("go", 11);
  g_autofree char *shown_behind = dup_words ("on", 12);
  g_autofree char *expected = g_strdup_printf ("…%s [manager] %s…", shown_before, shown_behind);

  assert_shown (body, "manager", expected, "manager");
}

static void
test_the_piece_has_most_of_what_was_asked (void)
{
  g_autofree char *between = dup_words ("go", 40);
  g_autofree char *body =
      g_strdup_printf ("A tram, a tram, a tram. %s. The bus and the tram %s. A bus and a tram.", between, between);
  g_autofree char *shown_behind = dup_words ("go", 19);
  g_autofree char *expected = g_strdup_printf ("…The [bus] and the [tram] %s…", shown_behind);

  assert_shown (body, "tram bus", expected, "bus");
}

static void
test_what_touches_is_one_match (void)
{
  assert_shown ("An e-mail, by e-mail. A mail.", "e-mail", "An [e-mail], by [e-mail]. A mail.", "e-mail");
  assert_shown ("go on", "go go", "[go] on", "go");
  assert_shown ("one two three", "one-two two-three", "[one two three]", "one");
}

/* Not all of these are words of it, and what FTS5 itself would put around a match can stand in a text. */
static void
test_any_text_is_shown_as_it_is (void)
{
  assert_shown ("\uFDD0 a \uFDD1 (b) \uFDD2", "a", "\uFDD0 [a] \uFDD1 (b) \uFDD2", "a \uFDD1");
  assert_shown ("«Ùn»,\u2028e\xcc\x81", "é", "«Ùn», [e\xcc\x81]", "e\xcc\x81");
}

/* As only a damaged file has them; then nothing is where it was. */
static void
test_bytes_that_are_no_text_are_replaced (void)
{
  const char *const sql = "UPDATE entry SET title = CAST (x'6966ff69662061' AS TEXT),"
                          " body = CAST (x'ff20612062ff' AS TEXT)";
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  KistHit *hit;

  fixture_save_text (database, "x", "", "");
  kist_database_exec (database, sql, &error);
  g_assert_no_error (error);
  hits = search (database, "a");
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (kist_hit_get_title (hit)->text, ==, "if\uFFFDif a");
  g_assert_cmpstr (kist_hit_get_text (hit)->text, ==, "\uFFFD a b\uFFFD");
  g_assert_cmpuint (kist_hit_get_title (hit)->matches->len + kist_hit_get_text (hit)->matches->len, ==, 0);
  g_assert_cmpint (kist_hit_get_place (hit), ==, -1);
}

static char *
make_body (GRand *random)
{
  static const char *const parts[] = { "ab ", "abc ", "b ", "bc ", "é ", "d. ", "\n\n", "- ", "*", "ba-ab ", "?" };
  GString                 *body = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 90); n > 0; n--)
    g_string_append (body, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  return g_string_free_and_steal (body);
}

static unsigned
count_words (const char *text)
{
  unsigned n = 0;
  gboolean is_word = FALSE;

  for (; *text; text = g_utf8_next_char (text))
    {
      gboolean was_word = is_word;

      is_word = g_unichar_isalnum (g_utf8_get_char (text));
      n += is_word && !was_word;
    }
  return n;
}

/* Whatever the text: what is marked begins as what was asked does, the piece is no longer than it may be, and its first
 * match is at the place. */
static void
test_a_place_is_where_the_word_is (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (unsigned i = 0; i < 200; i++)
    {
      g_autoptr (KistDatabase) database = fixture_new_database ();
      g_autofree char *body = make_body (random);
      g_autoptr (GPtrArray) hits = NULL;
      g_autofree char   *first = NULL;
      const KistSnippet *text;
      KistHit           *hit;

      fixture_save_text (database, "a", "ab", body);
      hits = search (database, "ab");
      hit = g_ptr_array_index (hits, 0);
      text = kist_hit_get_text (hit);
      g_assert_cmpuint (count_words (text->text), <=, MOST_WORDS);
      g_assert_cmpint (text->matches->len > 0, ==, strstr (body, "ab") != NULL);
      for (unsigned j = 0; j < text->matches->len; j++)
        g_assert_true (g_str_has_prefix (text->text + g_array_index (text->matches, KistRange, j).start, "ab"));
      if (text->matches->len == 0)
        continue;
      first = g_utf8_substring (body, kist_hit_get_place (hit), kist_hit_get_place (hit) + kist_hit_get_length (hit));
      g_assert_cmpint (strlen (first), ==,
                       g_array_index (text->matches, KistRange, 0).end -
                           g_array_index (text->matches, KistRange, 0).start);
      g_assert_true (g_str_has_prefix (first, "ab"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/search-match/a-piece-begins-with-a-sentence", test_a_piece_begins_with_a_sentence);
  g_test_add_func ("/search-match/a-long-sentence-is-shown-around-the-match",
                   test_a_long_sentence_is_shown_around_the_match);
  g_test_add_func ("/search-match/the-piece-has-most-of-what-was-asked", test_the_piece_has_most_of_what_was_asked);
  g_test_add_func ("/search-match/what-touches-is-one-match", test_what_touches_is_one_match);
  g_test_add_func ("/search-match/any-text-is-shown-as-it-is", test_any_text_is_shown_as_it_is);
  g_test_add_func ("/search-match/bytes-that-are-no-text-are-replaced", test_bytes_that_are_no_text_are_replaced);
  g_test_add_func ("/search-match/a-place-is-where-the-word-is", test_a_place_is_where_the_word_is);
  return g_test_run ();
}
