#include <string.h>

#include "base/kist-error.h"
#include "store-fixture.h"
#include "store/kist-tables.h"
#include "store/search/kist-hit.h"

#define MOST 50

static void
exec (KistDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  kist_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

static gint64
read_integer (KistDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  kist_database_read_integer (database, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* With 1 FTS5 also compares the index with the texts it is of (https://www.sqlite.org/fts5.html, 6.4). */
static void
assert_sound (KistDatabase *database)
{
  exec (database, "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
}

static void
set_deleted (KistDatabase *database, const char *id, gboolean is_deleted)
{
  g_autoptr (GError) error = NULL;

  kist_entry_table_set_deleted (database, id, is_deleted, FIXTURE_NOW, &error);
  g_assert_no_error (error);
}

static void
bring_up_to_date (KistDatabase *database)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;

  while (!is_done)
    {
      kist_search_table_index (database, 2, &is_done, &error);
      g_assert_no_error (error);
      assert_sound (database);
    }
}

static GPtrArray *
search (KistDatabase *database, const char *words)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits;

  bring_up_to_date (database);
  hits = kist_search_table_search (database, words, NULL, MOST, &error);
  g_assert_no_error (error);
  return hits;
}

/* The ids of what is found, the best first: "a b". */
static void
assert_found_in (GPtrArray *hits, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < hits->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", kist_hit_get_entry (g_ptr_array_index (hits, i)));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_found (KistDatabase *database, const char *words, const char *expected)
{
  g_autoptr (GPtrArray) hits = search (database, words);

  g_test_message ("%s", words);
  assert_found_in (hits, expected);
}

static void
test_every_word_must_be_there (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();

  fixture_save_text (database, "a", "Breakfast", "I told my manager about the gloves.");
  fixture_save_text (database, "b", "Gloves", "They were the wrong size.");
  assert_found (database, "manager", "a");
  assert_found (database, "breakfast manager", "a");
  assert_found (database, " gloves\tmanager\n", "a");
  assert_found (database, "gloves", "b a"); /* a title counts for more */
  assert_found (database, "manager wrong", "");
  assert_found (database, "absent", "");
  assert_found (database, "", "");
  assert_found (database, " \n", "");
}

static void
test_the_last_word_may_be_only_begun (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();

  fixture_save_text (database, "a", "", "I told my manager.");
  assert_found (database, "m", "a");
  assert_found (database, "ma", "a");
  assert_found (database, "mana", "a");
  assert_found (database, "told mana", "a");
  assert_found (database, "mana told", "");
  assert_found (database, "anager", "");
}

/* unicode61 with remove_diacritics 2: also those that are several code points
 * (https://www.sqlite.org/fts5.html, 4.3.1).
 */
static void
test_case_and_accents_do_not_count (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();

  fixture_save_text (database, "a", "",
                     "The ÉCOLE in Dùn Èideann, e\xcc\x81"
                     "cole, ọ̀rọ̀.");
  assert_found (database, "ecole", "a");
  assert_found (database, "école", "a");
  assert_found (database,
                "e\xcc\x81"
                "COLE",
                "a");
  assert_found (database, "dun eideann", "a");
  assert_found (database, "oro", "a");
  fixture_save_text (database, "b", "", "Don’t. It's 3.14 o’clock");
  assert_found (database, "don't", "b");
  assert_found (database, "don’t it’s", "b");
  assert_found (database, "3.14", "b");
}

static void
test_nothing_but_words_means_anything (void)
{
  static const char *const hostile =
      "\"|\"\"|\"\"\"|a\"b|\"privacy|*|privacy*|**|(|privacy)|((((|NEAR(a b)|^privacy|+privacy|-privacy|title:privacy|"
      "{title body}:privacy|a OR|OR|NOT|a AND|AND "
      "b|'|';--|\\|%|?1|:q|\xff\xfe|\xed\xa0\x80|\uFDD0|\uFDD0privacy\uFDD1|😀|"
      "\u200b|&|— —|#|a\x01z|rank|search_index";
  g_auto (GStrv) questions = g_strsplit (hostile, "|", -1);
  g_autoptr (KistDatabase) database = fixture_new_database ();

  fixture_save_text (database, "a", "On privacy", "It is not mine OR yours. \uFDD0 Near \uFDD1\uFDD2 \"quoted\" #tag");
  for (unsigned i = 0; questions[i]; i++)
    g_ptr_array_unref (search (database, questions[i]));
  assert_found (database, "NOT", "a");
  assert_found (database, "privacy OR", "a");
  assert_found (database, "privacy AND", "");
  assert_found (database, "title:privacy", "");
  assert_found (database, "-privacy", "a");
  assert_found (database, "privacy & — mine", "a");
  assert_found (database, "\"quoted\"", "a");
  assert_found (database, "#tag", "a");
  assert_found (database, "&", "");
  assert_sound (database);
}

static void
test_what_is_asked_has_an_end (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autofree char *words = fixture_long_text ("word", 10000);
  g_autofree char *long_word = g_strnfill (1 << 20, 'x');
  g_autofree char *quotes = g_strnfill (1 << 20, '"');
  g_autofree char *body = fixture_long_text ("word", 20);
  g_autoptr (GString) accents = g_string_new (NULL);

  fixture_save_text (database, "a", "", body);
  assert_found (database, words, "a"); /* for the first sixteen it has */
  assert_found (database, long_word, "");
  assert_found (database, quotes, "");
  for (unsigned i = 0; i < 100; i++)
    g_string_append (accents, "é");
  fixture_save_text (database, "b", "", accents->str);
  assert_found (database, accents->str, "b"); /* cut between two characters */
}

static void
test_a_hit_says_where_it_is (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autofree char *before = fixture_long_text ("über", 40);
  g_autofree char *body = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  KistHit *hit;

  body = g_strdup_printf ("%s\n\n## My *manager*\n\n- asked [the manager](https://example.org)\nfirst. %s", before,
                          before);
  fixture_save_text (database, "a", "Ask a manager", body);
  hits = search (database, "MANAG");
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (kist_hit_get_place (hit), ==, g_utf8_strlen (before, -1) + (int)strlen ("\n\n## My *"));
  g_assert_cmpint (kist_hit_get_length (hit), ==, strlen ("manager"));
  text = fixture_dup_marked (kist_hit_get_title (hit));
  g_assert_cmpstr (text, ==, "Ask a [manager]");
  g_free (text);
  text = fixture_dup_marked (kist_hit_get_text (hit));
  g_assert_true (g_str_has_prefix (text, "…My [manager] asked the [manager] first. über"));
  g_assert_true (g_str_has_suffix (text, "…"));
  g_assert_null (strchr (text, '\n'));
}

static void
test_a_hit_in_the_title_alone_shows_the_beginning (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  KistHit *hit;

  fixture_save_text (database, "a", "About <gloves> & gloves", "## First\n\nIt began.");
  fixture_save_text (database, "b", "", "");
  hits = search (database, "gloves");
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (kist_hit_get_place (hit), ==, -1);
  g_assert_cmpstr (kist_hit_get_text (hit)->text, ==, "First It began.");
  text = fixture_dup_marked (kist_hit_get_title (hit));
  g_assert_cmpstr (text, ==, "About <[gloves]> & [gloves]");
}

static void
test_the_index_follows_what_is_saved (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();

  fixture_save_text (database, "a", "Title", "The old words.");
  assert_found (database, "old", "a");
  fixture_save_text (database, "a", "Title", "The new words.");
  fixture_save_text (database, "a", "Title", "The newest words.");
  fixture_save_text (database, "b", "Title", "Other words.");
  assert_found (database, "old", "");
  assert_found (database, "new", "a");
  fixture_save_text (database, "a", "Changed", "The newest words.");
  assert_found (database, "changed", "a");
  assert_found (database, "title", "b");
  set_deleted (database, "a", TRUE);
  assert_found (database, "words", "b");
  fixture_save_text (database, "a", "Changed", "Written in the bin, in words.");
  assert_found (database, "words", "b");
  set_deleted (database, "a", FALSE);
  assert_found (database, "bin", "a");
}

/* Else every keystroke's save would pay for it. */
static void
test_a_save_leaves_the_index_alone (void)
{
  const char *const sum = "SELECT sum (length (block)) + total (id) FROM search_index_data";
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) hits = NULL;
  gint64 before;

  fixture_save_text (database, "a", "", "Breakfast was late.");
  bring_up_to_date (database);
  before = read_integer (database, sum);
  fixture_save_text (database, "a", "", "Supper was early, and it was good.");
  fixture_save_text (database, "b", "", "Another.");
  g_assert_cmpint (read_integer (database, sum), ==, before);
  assert_sound (database);
  hits = kist_search_table_search (database, "late", NULL, MOST, NULL);
  assert_found_in (hits, "a");
  set_deleted (database, "a", TRUE);
  g_ptr_array_unref (hits);
  hits = kist_search_table_search (database, "late", NULL, MOST, NULL);
  assert_found_in (hits, ""); /* not even while it waits */
}

static void
test_what_is_removed_leaves_no_word (void)
{
  const char *const count = "SELECT count(*) FROM search_index_data WHERE instr (block, CAST ('zebra' AS BLOB))";
  g_autoptr (KistDatabase) database = fixture_new_database ();

  fixture_save_text (database, "a", "", "A zebra.");
  fixture_save_text (database, "b", "", "A cat.");
  bring_up_to_date (database);
  g_assert_cmpint (read_integer (database, count), >, 0);
  fixture_save_text (database, "a", "", "A horse.");
  exec (database, "DELETE FROM entry WHERE id = 'a'");
  assert_sound (database);
  g_assert_cmpint (read_integer (database, count), ==, 0);
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM searchable"), ==, 1);
  assert_found (database, "a", "b");
}

static void
test_a_copy_finds_the_same (void)
{
  g_autofree char *path = fixture_path ("copy.db");
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (KistDatabase) copy = NULL;

  fixture_save_text (database, "a", "", "One.");
  fixture_save_text (database, "b", "", "Two.");
  fixture_save_text (database, "c", "", "Three.");
  bring_up_to_date (database);
  exec (database, "DELETE FROM entry WHERE id = 'a'");
  g_assert_true (kist_database_copy_to (database, path, NULL));
  copy = kist_database_open (path, NULL);
  assert_sound (copy);
  assert_found (copy, "three", "c");
}

static void
test_an_index_is_made_anew (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GError) error = NULL;

  fixture_save_text (database, "a", "", "The old words.");
  fixture_save_text (database, "b", "", "In the bin.");
  bring_up_to_date (database);
  fixture_save_text (database, "a", "", "The new words.");
  set_deleted (database, "b", TRUE);
  kist_search_table_rebuild (database, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (database, "SELECT count(*) FROM searchable WHERE is_waiting"), ==, 0);
  assert_found (database, "the", "a");
  assert_found (database, "old", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/search/every-word-must-be-there", test_every_word_must_be_there);
  g_test_add_func ("/search/the-last-word-may-be-only-begun", test_the_last_word_may_be_only_begun);
  g_test_add_func ("/search/case-and-accents-do-not-count", test_case_and_accents_do_not_count);
  g_test_add_func ("/search/nothing-but-words-means-anything", test_nothing_but_words_means_anything);
  g_test_add_func ("/search/what-is-asked-has-an-end", test_what_is_asked_has_an_end);
  g_test_add_func ("/search/a-hit-says-where-it-is", test_a_hit_says_where_it_is);
  g_test_add_func ("/search/a-hit-in-the-title-alone-shows-the-beginning",
                   test_a_hit_in_the_title_alone_shows_the_beginning);
  g_test_add_func ("/search/the-index-follows-what-is-saved", test_the_index_follows_what_is_saved);
  g_test_add_func ("/search/a-save-leaves-the-index-alone", test_a_save_leaves_the_index_alone);
  g_test_add_func ("/search/what-is-removed-leaves-no-word", test_what_is_removed_leaves_no_word);
  g_test_add_func ("/search/a-copy-finds-the-same", test_a_copy_finds_the_same);
  g_test_add_func ("/search/an-index-is-made-anew", test_an_index_is_made_anew);
  return g_test_run ();
}
