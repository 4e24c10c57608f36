#include "base/kist-error.h"
#include "journal/kist-revision-policy.h"
#include "store-fixture.h"
#include "store/kist-tables.h"

#define SECOND G_TIME_SPAN_SECOND

static void
save (KistDatabase *database, const char *id, const char *body, gint64 updated)
{
  g_autoptr (KistEntry) entry = fixture_entry (id, body, updated);
  g_autoptr (GError) error = NULL;

  kist_entry_table_save (database, entry, &error);
  g_assert_no_error (error);
}

static void
set_deleted (KistDatabase *database, const char *id, gboolean is_deleted)
{
  g_autoptr (GError) error = NULL;

  kist_entry_table_set_deleted (database, id, is_deleted, FIXTURE_NOW, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load (KistDatabase *database)
{
  g_autoptr (GError) error = NULL;
  unsigned   n_unreadable;
  GPtrArray *entries = kist_entry_table_load (database, &n_unreadable, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_unreadable, ==, 0);
  return entries;
}

static GPtrArray *
load_revisions (KistDatabase *database, const char *id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *revisions = kist_entry_table_load_revisions (database, id, &error);

  g_assert_no_error (error);
  return revisions;
}

static void
test_an_entry_comes_back_as_it_was (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (KistEntry) bare = kist_entry_new ("b", NULL, NULL, "", "", 3, 4);
  g_autoptr (GPtrArray) entries = NULL;
  KistEntry *entry;

  save (database, "a", "What I *learned*: ’tis so.\n", FIXTURE_NOW + SECOND);
  g_assert_true (kist_entry_table_save (database, bare, NULL));
  entries = load (database);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (kist_entry_get_id (entry), ==, "a");
  g_assert_cmpstr (kist_entry_get_thing (entry), ==, "digital/social-media-1");
  g_assert_cmpstr (kist_entry_get_badge (entry), ==, "thing-05");
  g_assert_cmpstr (kist_entry_get_title (entry), ==, "A title");
  g_assert_cmpstr (kist_entry_get_body (entry), ==, "What I *learned*: ’tis so.\n");
  g_assert_cmpint (kist_entry_get_created (entry), ==, FIXTURE_NOW);
  g_assert_cmpint (kist_entry_get_updated (entry), ==, FIXTURE_NOW + SECOND);
  entry = g_ptr_array_index (entries, 1);
  g_assert_null (kist_entry_get_thing (entry));
  g_assert_null (kist_entry_get_badge (entry));
  g_assert_cmpstr (kist_entry_get_title (entry), ==, "");
}

static void
test_the_last_changed_comes_first (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) entries = NULL;

  save (database, "a", "one", FIXTURE_NOW + 1);
  save (database, "b", "two", FIXTURE_NOW + 2);
  save (database, "a", "one more", FIXTURE_NOW + 3);
  entries = load (database);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (kist_entry_get_id (g_ptr_array_index (entries, 0)), ==, "a");
}

static void
test_an_unchanged_body_still_gets_the_new_title (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (KistEntry) entry = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  save (database, "a", "the same", FIXTURE_NOW);
  entry = kist_entry_new ("a", NULL, NULL, "Another title", "the same", 0, FIXTURE_NOW + G_TIME_SPAN_DAY);
  g_assert_true (kist_entry_table_save (database, entry, NULL));
  entries = load (database);
  g_assert_cmpstr (kist_entry_get_title (g_ptr_array_index (entries, 0)), ==, "Another title");
  g_assert_cmpint (kist_entry_get_created (g_ptr_array_index (entries, 0)), ==, FIXTURE_NOW);
  revisions = load_revisions (database, "a");
  g_assert_cmpuint (revisions->len, ==, 0);
}

static void
test_typing_makes_no_revisions (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GPtrArray) revisions = NULL;

  for (unsigned i = 0; i < 50; i++)
    {
      g_string_append (body, "word ");
      save (database, "a", body->str, FIXTURE_NOW + 2 * i * SECOND);
    }
  revisions = load_revisions (database, "a");
  g_assert_cmpuint (revisions->len, ==, 0);
}

static void
test_a_pause_closes_a_revision (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) revisions = NULL;
  gint64     later = FIXTURE_NOW + KIST_REVISION_PAUSE;
  gint64     tomorrow = FIXTURE_NOW + G_TIME_SPAN_DAY;
  KistEntry *revision;

  save (database, "a", "first", FIXTURE_NOW);
  save (database, "a", "first second", later);
  save (database, "a", "first second third", tomorrow);
  save (database, "a", "first second third fourth", tomorrow + 2 * SECOND);
  revisions = load_revisions (database, "a");
  g_assert_cmpuint (revisions->len, ==, 2);
  revision = g_ptr_array_index (revisions, 0);
  g_assert_cmpstr (kist_entry_get_id (revision), ==, "a");
  g_assert_cmpstr (kist_entry_get_body (revision), ==, "first second");
  g_assert_cmpint (kist_entry_get_updated (revision), ==, later);
  revision = g_ptr_array_index (revisions, 1);
  g_assert_cmpstr (kist_entry_get_body (revision), ==, "first");
  g_assert_cmpstr (kist_entry_get_title (revision), ==, "A title");
  g_assert_cmpint (kist_entry_get_updated (revision), ==, FIXTURE_NOW);
}

/* Ten in an hour of one evening: after a day the last of them is left, beside the first of all and what has a name. */
static void
test_old_revisions_are_thinned_out (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GString) body = g_string_new ("0");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  gint64 evening = FIXTURE_NOW - FIXTURE_NOW % G_TIME_SPAN_HOUR + 10 * SECOND;

  save (database, "a", body->str, evening - G_TIME_SPAN_DAY);
  for (unsigned i = 1; i <= 5; i++)
    {
      g_string_append_printf (body, " %u", i);
      save (database, "a", body->str, evening + i * KIST_REVISION_PAUSE);
    }
  save (database, "a", "0 1 2 3 4 5 6", evening + 6 * KIST_REVISION_PAUSE);
  before = load_revisions (database, "a");
  g_assert_cmpuint (before->len, ==, 6);
  g_assert_true (kist_database_exec (database, "UPDATE revision SET name = 'as sent' WHERE body = '0 1 2'", NULL));
  save (database, "a", "tomorrow", evening + 2 * G_TIME_SPAN_DAY);
  after = load_revisions (database, "a");
  g_assert_cmpuint (after->len, ==, 4);
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (after, 0)), ==, "0 1 2 3 4 5 6");
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (after, 1)), ==, "0 1 2 3 4 5");
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (after, 2)), ==, "0 1 2");
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (after, 3)), ==, "0");
}

static void
test_a_long_text_that_is_emptied_is_kept (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autofree char *body = fixture_long_text ("word", 600);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  save (database, "a", body, FIXTURE_NOW);
  save (database, "a", "", FIXTURE_NOW + SECOND);
  entries = load (database);
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (entries, 0)), ==, "");
  revisions = load_revisions (database, "a");
  g_assert_cmpuint (revisions->len, ==, 1);
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (revisions, 0)), ==, body);
}

static void
test_revisions_belong_to_their_entry (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GPtrArray) none = NULL;

  save (database, "a", "one", FIXTURE_NOW);
  save (database, "b", "two", FIXTURE_NOW);
  save (database, "b", "two more", FIXTURE_NOW + G_TIME_SPAN_DAY);
  revisions = load_revisions (database, "a");
  g_assert_cmpuint (revisions->len, ==, 0);
  none = load_revisions (database, "no such entry");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_deleting_hides_and_undeleting_brings_back (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (GPtrArray) back = NULL;

  save (database, "a", "one", FIXTURE_NOW);
  set_deleted (database, "a", TRUE);
  hidden = load (database);
  g_assert_cmpuint (hidden->len, ==, 0);
  set_deleted (database, "a", FALSE);
  back = load (database);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (back, 0)), ==, "one");
}

static void
test_saving_does_not_undelete_but_keeps_the_text (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (GPtrArray) back = NULL;

  save (database, "a", "one", FIXTURE_NOW);
  set_deleted (database, "a", TRUE);
  save (database, "a", "one, and a last word", FIXTURE_NOW + SECOND);
  hidden = load (database);
  g_assert_cmpuint (hidden->len, ==, 0);
  set_deleted (database, "a", FALSE);
  back = load (database);
  g_assert_cmpstr (kist_entry_get_body (g_ptr_array_index (back, 0)), ==, "one, and a last word");
}

static void
test_deleting_what_is_not_there_is_an_error (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GError) error = NULL;

  g_assert_false (kist_entry_table_set_deleted (database, "nothing", TRUE, FIXTURE_NOW, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
}

static void
name (KistDatabase *database, KistEntry *state, const char *words)
{
  g_autoptr (KistEntry) named = kist_entry_new_with_name (state, words);
  g_autoptr (GError) error = NULL;

  kist_entry_table_name (database, named, &error);
  g_assert_no_error (error);
}

static void
assert_names (KistDatabase *database, const char *newest, const char *oldest)
{
  g_autoptr (GPtrArray) revisions = load_revisions (database, "a");

  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpstr (kist_entry_get_name (g_ptr_array_index (revisions, 0)), ==, newest);
  g_assert_cmpstr (kist_entry_get_name (g_ptr_array_index (revisions, 1)), ==, oldest);
}

static void
test_an_earlier_state_gets_a_name (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) revisions = NULL;

  save (database, "a", "first", FIXTURE_NOW);
  save (database, "a", "first second", FIXTURE_NOW + G_TIME_SPAN_DAY);
  save (database, "a", "first second third", FIXTURE_NOW + 2 * G_TIME_SPAN_DAY);
  revisions = load_revisions (database, "a");
  name (database, g_ptr_array_index (revisions, 1), "as sent to Morag");
  assert_names (database, NULL, "as sent to Morag");
  name (database, g_ptr_array_index (revisions, 1), NULL);
  assert_names (database, NULL, NULL);
}

/* The present is no earlier state yet: naming keeps it, and the next pause does not keep it twice. */
static void
test_the_present_state_is_kept_with_its_name (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) entries = NULL;

  save (database, "a", "first", FIXTURE_NOW);
  save (database, "a", "first second", FIXTURE_NOW + G_TIME_SPAN_DAY);
  entries = load (database);
  name (database, g_ptr_array_index (entries, 0), "before I asked Ann");
  assert_names (database, "before I asked Ann", NULL);
  save (database, "a", "first second third", FIXTURE_NOW + 2 * G_TIME_SPAN_DAY);
  assert_names (database, "before I asked Ann", NULL);
}

/* Years later there is one a week of what has no name; see test-revision-thinning.c for the rule. */
static void
test_what_has_a_name_is_not_thinned_out (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  gboolean is_kept = FALSE;

  for (unsigned day = 0; day < 200; day++)
    {
      g_autofree char *body = g_strdup_printf ("day %u and something to say of it", day);

      save (database, "a", body, FIXTURE_NOW + day * G_TIME_SPAN_DAY);
      if (day != 3)
        continue;
      entries = load (database);
      name (database, g_ptr_array_index (entries, 0), "the one");
    }
  revisions = load_revisions (database, "a");
  g_assert_cmpuint (revisions->len, <, 100);
  for (unsigned i = 0; i < revisions->len; i++)
    is_kept = is_kept || g_strcmp0 (kist_entry_get_name (g_ptr_array_index (revisions, i)), "the one") == 0;
  g_assert_true (is_kept);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/entries/an-entry-comes-back-as-it-was", test_an_entry_comes_back_as_it_was);
  g_test_add_func ("/entries/the-last-changed-comes-first", test_the_last_changed_comes_first);
  g_test_add_func ("/entries/an-unchanged-body-still-gets-the-new-title",
                   test_an_unchanged_body_still_gets_the_new_title);
  g_test_add_func ("/entries/typing-makes-no-revisions", test_typing_makes_no_revisions);
  g_test_add_func ("/entries/a-pause-closes-a-revision", test_a_pause_closes_a_revision);
  g_test_add_func ("/entries/a-long-text-that-is-emptied-is-kept", test_a_long_text_that_is_emptied_is_kept);
  g_test_add_func ("/entries/old-revisions-are-thinned-out", test_old_revisions_are_thinned_out);
  g_test_add_func ("/entries/revisions-belong-to-their-entry", test_revisions_belong_to_their_entry);
  g_test_add_func ("/entries/deleting-hides-and-undeleting-brings-back",
                   test_deleting_hides_and_undeleting_brings_back);
  g_test_add_func ("/entries/saving-does-not-undelete-but-keeps-the-text",
                   test_saving_does_not_undelete_but_keeps_the_text);
  g_test_add_func ("/entries/deleting-what-is-not-there-is-an-error", test_deleting_what_is_not_there_is_an_error);
  g_test_add_func ("/entries/an-earlier-state-gets-a-name", test_an_earlier_state_gets_a_name);
  g_test_add_func ("/entries/the-present-state-is-kept-with-its-name", test_the_present_state_is_kept_with_its_name);
  g_test_add_func ("/entries/what-has-a-name-is-not-thinned-out", test_what_has_a_name_is_not_thinned_out);
  return g_test_run ();
}
