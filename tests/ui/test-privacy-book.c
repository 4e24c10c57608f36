/* What the writer told the confidentiality check: names to look for, and what is meant so. It is kept. */
#include "ui-fixture.h"
#include "ui/journal/privacy/kist-privacy-book.h"

#define BODY "I support Mrs Kerr. Her number is 0101019874."

static KistPrivacyBook *
get_book (UiFixture *fixture)
{
  return kist_services_get_privacy_book (fixture->services);
}

static void
assert_names (UiFixture *fixture, const char *expected)
{
  g_auto (GStrv) names = kist_privacy_book_dup_names (get_book (fixture));
  g_autofree char *joined = g_strjoinv (", ", names);

  g_assert_cmpstr (joined, ==, expected);
}

static void
start_again (UiFixture *fixture)
{
  ui_fixture_settle (fixture);
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
}

static void
test_names_are_kept_in_their_order (UiFixture *fixture, gconstpointer data)
{
  g_assert_true (kist_privacy_book_add_name (get_book (fixture), "  Wee Blue "));
  g_assert_true (kist_privacy_book_add_name (get_book (fixture), "Aine"));
  g_assert_false (kist_privacy_book_add_name (get_book (fixture), "Wee Blue"));
  start_again (fixture);
  assert_names (fixture, "Aine, Wee Blue");
  kist_privacy_book_remove_name (get_book (fixture), "Wee Blue");
  start_again (fixture);
  assert_names (fixture, "Aine");
}

static void
test_a_name_has_a_length_and_a_line (UiFixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (KIST_PRIVACY_BOOK_MAX_LENGTH, 'a');
  g_autofree char *longer = g_strnfill (KIST_PRIVACY_BOOK_MAX_LENGTH + 1, 'b');

  g_assert_true (kist_privacy_book_add_name (get_book (fixture), longest));
  g_assert_false (kist_privacy_book_add_name (get_book (fixture), longer));
  g_assert_false (kist_privacy_book_add_name (get_book (fixture), "J"));
  g_assert_false (kist_privacy_book_add_name (get_book (fixture), "   "));
  g_assert_false (kist_privacy_book_add_name (get_book (fixture), "Wee\nBlue"));
  assert_names (fixture, longest);
}

static void
test_what_is_meant_so_is_kept_for_its_entry (UiFixture *fixture, gconstpointer data)
{
  KistJournal     *journal = kist_services_get_journal (fixture->services);
  KistEntry       *entry = kist_journal_create (journal, fixture->media, "A title", BODY);
  g_autofree char *id = g_strdup (kist_entry_get_id (entry));

  kist_privacy_book_set_meant (get_book (fixture), id, "name mrs kerr", TRUE);
  kist_privacy_book_set_meant (get_book (fixture), id, "age 94", TRUE);
  kist_privacy_book_set_meant (get_book (fixture), id, "age 94", FALSE);
  start_again (fixture);
  g_assert_true (g_hash_table_contains (kist_privacy_book_get_meant (get_book (fixture), id), "name mrs kerr"));
  g_assert_cmpuint (g_hash_table_size (kist_privacy_book_get_meant (get_book (fixture), id)), ==, 1);
  g_assert_null (kist_privacy_book_get_meant (get_book (fixture), "another"));
}

int
main (int argc, char *argv[])
{
#define ADD(name, test)                                                                                                \
  g_test_add ("/privacy-book/" name, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ui_fixture_init (&argc, &argv);
  ADD ("names", test_names_are_kept_in_their_order);
  ADD ("limits", test_a_name_has_a_length_and_a_line);
  ADD ("meant", test_what_is_meant_so_is_kept_for_its_entry);
#undef ADD
  return g_test_run ();
}
