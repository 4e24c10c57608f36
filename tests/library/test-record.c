#include "library/kist-record.h"

#include "learner-fixture.h"

static const KistRecordElement *
find (GPtrArray *record, const char *number)
{
  for (unsigned i = 0; i < record->len; i++)
    if (g_str_equal (((KistRecordElement *)g_ptr_array_index (record, i))->code->number, number))
      return g_ptr_array_index (record, i);
  g_assert_not_reached ();
}

static GPtrArray *
record_of (Learner *learner, gint64 since)
{
  return kist_record_of (learner->library, learner->progress, learner->events, since);
}

static void
test_nothing_done_is_a_gap_in_every_element (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = record_of (learner, 0);

  g_assert_cmpuint (record->len, ==, 3);
  for (unsigned i = 0; i < record->len; i++)
    g_assert_cmpuint (((KistRecordElement *)g_ptr_array_index (record, i))->things->len, ==, 0);
}

static void
test_a_finished_step_counts_for_every_element_of_its_thing (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = NULL;
  const KistRecordThing *thing;

  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  record = record_of (learner, 0);
  g_assert_cmpuint (find (record, "rights")->things->len, ==, 0);
  g_assert_cmpuint (find (record, "protection")->n_steps, ==, 1);
  g_assert_cmpuint (find (record, "knowledge")->n_steps, ==, 1);
  thing = g_ptr_array_index (find (record, "protection")->things, 0);
  g_assert_true (thing->thing == learner->media);
  g_assert_cmpint (thing->last, ==, LEARNER_NOON);
}

static void
test_opening_a_step_is_not_doing_it (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_OPENED, "core/media/counts", NULL, 0, NULL);
  record = record_of (learner, 0);
  g_assert_cmpuint (find (record, "protection")->things->len, ==, 0);
}

static void
test_a_step_that_is_begun_is_shown_and_does_not_count (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_TICKED, "core/media/look", "search", 0, NULL);
  record = record_of (learner, 0);
  g_assert_cmpuint (find (record, "protection")->things->len, ==, 1);
  g_assert_cmpuint (find (record, "protection")->n_steps, ==, 0);
}

static void
test_what_was_done_before_the_year_does_not_count (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  learner_does (learner, LEARNER_NOON + 2 * DAY, KIST_VERB_OPENED, "core/media/counts", NULL, 0, NULL);
  record = record_of (learner, LEARNER_NOON + DAY);
  g_assert_cmpuint (find (record, "protection")->things->len, ==, 0);
}

static void
test_a_step_begun_before_the_year_and_finished_in_it_counts (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_TICKED, "core/media/look", "search", 0, NULL);
  learner_does (learner, LEARNER_NOON + 2 * DAY, KIST_VERB_TICKED, "core/media/look", "pictures", 0, NULL);
  record = record_of (learner, LEARNER_NOON + DAY);
  g_assert_cmpuint (find (record, "protection")->n_steps, ==, 1);
}

static void
test_the_thing_done_last_comes_first (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = NULL;
  const KistRecordElement *element;

  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  learner_does (learner, LEARNER_NOON + DAY, KIST_VERB_READ, "core/second/one", NULL, 0, NULL);
  learner_does (learner, LEARNER_NOON + DAY, KIST_VERB_READ, "core/second/two", NULL, 0, NULL);
  record = record_of (learner, 0);
  element = find (record, "knowledge");
  g_assert_cmpuint (element->things->len, ==, 2);
  g_assert_cmpuint (element->n_steps, ==, 3);
  g_assert_true (((KistRecordThing *)g_ptr_array_index (element->things, 0))->thing == learner->second);
}

static void
test_a_thing_that_is_gone_is_passed_over (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) record = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/gone/step", NULL, 0, NULL);
  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/gone", NULL, 0, NULL);
  record = record_of (learner, 0);
  g_assert_cmpuint (find (record, "knowledge")->things->len, ==, 0);
}

static void
test_an_element_knows_the_things_that_touch_it (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) knowledge = kist_record_find_things (learner->library, "knowledge");
  g_autoptr (GPtrArray) rights = kist_record_find_things (learner->library, "rights");

  g_assert_cmpuint (knowledge->len, ==, 2);
  g_assert_true (g_ptr_array_index (knowledge, 0) == learner->media);
  g_assert_cmpuint (rights->len, ==, 0);
}

static void
assert_year (int year, int month, int day, const char *first)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (year, month, day, 23, 59, 0);
  g_autoptr (GDateTime) begin = kist_record_dup_year_begin (now);
  g_autofree char *text = g_date_time_format (begin, "%F %T");

  g_assert_cmpstr (text, ==, first);
}

static void
test_the_year_is_today_and_the_days_before_it (void)
{
  assert_year (2026, 11, 17, "2025-11-18 00:00:00");
  assert_year (2025, 12, 31, "2025-01-01 00:00:00");
  assert_year (2028, 2, 29, "2027-03-01 00:00:00");
}

#define ADD(name, test) g_test_add ("/record/" name, Learner, NULL, learner_set_up, test, learner_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("nothing done is a gap in every element", test_nothing_done_is_a_gap_in_every_element);
  ADD ("a finished step counts for every element of its Thing",
       test_a_finished_step_counts_for_every_element_of_its_thing);
  ADD ("opening a step is not doing it", test_opening_a_step_is_not_doing_it);
  ADD ("a step that is begun is shown and does not count", test_a_step_that_is_begun_is_shown_and_does_not_count);
  ADD ("what was done before the year does not count", test_what_was_done_before_the_year_does_not_count);
  ADD ("a step begun before the year and finished in it counts",
       test_a_step_begun_before_the_year_and_finished_in_it_counts);
  ADD ("the Thing done last comes first", test_the_thing_done_last_comes_first);
  ADD ("a Thing that is gone is passed over", test_a_thing_that_is_gone_is_passed_over);
  ADD ("an element knows the Things that touch it", test_an_element_knows_the_things_that_touch_it);
  g_test_add_func ("/record/the year is today and the days before it", test_the_year_is_today_and_the_days_before_it);
  return g_test_run ();
}
