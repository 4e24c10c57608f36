#include "library/kist-deed.h"

#include "learner-fixture.h"

static GPtrArray *
deeds_of (Learner *learner)
{
  return kist_deeds_of (learner->library, learner->events, G_LIST_MODEL (learner->entries));
}

static void
assert_deed (GPtrArray *deeds, unsigned index, KistDeedKind kind, gint64 time, const char *step)
{
  const KistDeed *deed;

  g_assert_cmpuint (deeds->len, >, index);
  deed = g_ptr_array_index (deeds, index);
  g_assert_cmpint (deed->kind, ==, kind);
  g_assert_cmpint (deed->time, ==, time);
  g_assert_cmpstr (deed->step ? kist_step_get_id (deed->step) : NULL, ==, step);
}

static void
test_a_step_has_one_row_a_day_that_says_the_most (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_OPENED, "core/media/look", NULL, 0, NULL);
  learner_does (learner, LEARNER_NOON + MINUTE, KIST_VERB_TICKED, "core/media/look", "search", 0, NULL);
  learner_does (learner, LEARNER_NOON + DAY, KIST_VERB_TICKED, "core/media/look", "pictures", 0, NULL);
  learner_does (learner, LEARNER_NOON + DAY + MINUTE, KIST_VERB_TICKED, "core/media/look", "search", 0, NULL);
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 2);
  assert_deed (deeds, 0, KIST_DEED_FINISHED, LEARNER_NOON + DAY + MINUTE, "look");
  assert_deed (deeds, 1, KIST_DEED_WORKED, LEARNER_NOON + MINUTE, "look");
  g_assert_cmpint (kist_deed_get_day (g_ptr_array_index (deeds, 0)), ==,
                   kist_deed_get_day (g_ptr_array_index (deeds, 1)) + 1);
}

/* As a record has them that came from elsewhere. */
static void
test_times_of_no_calendar (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, G_MININT64, KIST_VERB_TICKED, "core/media/look", "search", 0, NULL);
  learner_does (learner, G_MAXINT64, KIST_VERB_TICKED, "core/media/look", "pictures", 0, NULL);
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 1);
  g_assert_cmpint (kist_deed_get_day (g_ptr_array_index (deeds, 0)), ==, 0);
}

static void
test_a_step_is_finished_once (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  learner_does (learner, LEARNER_NOON + DAY, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 2);
  assert_deed (deeds, 0, KIST_DEED_WORKED, LEARNER_NOON + DAY, "counts");
  assert_deed (deeds, 1, KIST_DEED_FINISHED, LEARNER_NOON, "counts");
}

static void
test_only_the_first_opening_is_told (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_OPENED, "core/media/counts", NULL, 0, NULL);
  learner_does (learner, LEARNER_NOON + DAY, KIST_VERB_OPENED, "core/media/counts", NULL, 0, NULL);
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 1);
  assert_deed (deeds, 0, KIST_DEED_OPENED, LEARNER_NOON, "counts");
}

static void
test_each_ending_has_a_row_and_hides_the_step (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_OPENED, "core/media/request", NULL, 0, NULL);
  learner_chooses (learner, LEARNER_NOON + MINUTE, "run-1", "Friday", NULL);
  learner_does (learner, LEARNER_NOON + 2 * MINUTE, KIST_VERB_ENDED, "core/media/request", "run-1", 0, "Left");
  learner_does (learner, LEARNER_NOON + 3 * MINUTE, KIST_VERB_ENDED, "core/media/request", "run-2", 0, "Accepted");
  learner_does (learner, LEARNER_NOON + 4 * MINUTE, KIST_VERB_ENDED, "core/media/request", "run-3", 0, "Left");
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 2);
  assert_deed (deeds, 0, KIST_DEED_ENDED, LEARNER_NOON + 4 * MINUTE, "request");
  g_assert_cmpstr (((KistDeed *)g_ptr_array_index (deeds, 0))->text, ==, "Left");
  g_assert_cmpstr (((KistDeed *)g_ptr_array_index (deeds, 1))->text, ==, "Accepted");
}

static void
test_what_a_group_came_to_has_a_row_of_its_own (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_ENDED, "core/media/request", "run-1", 0, "Left");
  learner_does (learner, LEARNER_NOON + MINUTE, KIST_VERB_ENDED, "core/media/request", "group-1", 0, "Left");
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 2);
  g_assert_true (((KistDeed *)g_ptr_array_index (deeds, 0))->is_group);
  g_assert_cmpstr (((KistDeed *)g_ptr_array_index (deeds, 0))->text, ==, "Left");
  g_assert_false (((KistDeed *)g_ptr_array_index (deeds, 1))->is_group);
}

static void
test_a_text_is_told_once_a_day_with_its_last_words (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;
  const KistDeed *deed;

  learner_has_entry (learner, "entry", "core/media", "thing-05", "Much has been written here.", LEARNER_NOON + MINUTE);
  learner_does (learner, LEARNER_NOON, KIST_VERB_WROTE, "core/media/write", "entry", 20, "short");
  learner_does (learner, LEARNER_NOON + MINUTE, KIST_VERB_WROTE, "core/media/write", "entry", 120, "met");
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 1);
  assert_deed (deeds, 0, KIST_DEED_WROTE, LEARNER_NOON + MINUTE, "write");
  deed = g_ptr_array_index (deeds, 0);
  g_assert_cmpuint (deed->words, ==, 120);
  g_assert_cmpstr (deed->entry, ==, "entry");
  g_assert_cmpstr (deed->text, ==, "A title");
}

static void
test_a_text_that_was_deleted_was_still_written (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_WROTE, "core/media/write", "entry", 20, "short");
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 1);
  g_assert_null (((KistDeed *)g_ptr_array_index (deeds, 0))->entry);
  g_assert_null (((KistDeed *)g_ptr_array_index (deeds, 0))->text);
}

static void
test_an_entry_of_its_own_is_told_unless_it_is_empty (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_has_entry (learner, "empty", NULL, NULL, "", LEARNER_NOON + DAY);
  learner_has_entry (learner, "full", NULL, NULL, "Three words here.", LEARNER_NOON + DAY);
  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  deeds = deeds_of (learner);
  g_assert_cmpuint (deeds->len, ==, 2);
  assert_deed (deeds, 0, KIST_DEED_WROTE, LEARNER_NOON + DAY, NULL);
  g_assert_cmpuint (((KistDeed *)g_ptr_array_index (deeds, 0))->words, ==, 3);
  assert_deed (deeds, 1, KIST_DEED_FINISHED, LEARNER_NOON, "counts");
}

static void
test_what_was_done_in_a_thing_that_is_gone_is_not_hidden (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) deeds = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/gone/step", NULL, 0, NULL);
  deeds = deeds_of (learner);
  assert_deed (deeds, 0, KIST_DEED_WORKED, LEARNER_NOON, NULL);
  g_assert_cmpstr (((KistDeed *)g_ptr_array_index (deeds, 0))->key, ==, "core/gone");
}

#define ADD(name, test) g_test_add ("/deed/" name, Learner, NULL, learner_set_up, test, learner_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("a step has one row a day that says the most", test_a_step_has_one_row_a_day_that_says_the_most);
  ADD ("times of no calendar", test_times_of_no_calendar);
  ADD ("a step is finished once", test_a_step_is_finished_once);
  ADD ("only the first opening is told", test_only_the_first_opening_is_told);
  ADD ("each ending has a row and hides the step", test_each_ending_has_a_row_and_hides_the_step);
  ADD ("what a group came to has a row of its own", test_what_a_group_came_to_has_a_row_of_its_own);
  ADD ("a text is told once a day with its last words", test_a_text_is_told_once_a_day_with_its_last_words);
  ADD ("a text that was deleted was still written", test_a_text_that_was_deleted_was_still_written);
  ADD ("an entry of its own is told unless it is empty", test_an_entry_of_its_own_is_told_unless_it_is_empty);
  ADD ("what was done in a Thing that is gone is not hidden", test_what_was_done_in_a_thing_that_is_gone_is_not_hidden);
  return g_test_run ();
}
