/* Runs rebuilt from events: what stands, what was taken back, and what an older Kist left. */
#include "progress/kist-run-record.h"

static void
add (GPtrArray *events, KistVerb verb, const char *run, gint64 value, const char *text)
{
  g_ptr_array_add (events, kist_event_new (10 * (events->len + 1), verb, "p/t", "s", run, value, text, NULL));
}

static GPtrArray *
events_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
}

static char *
dup_way (const KistRunRecord *record)
{
  GString *way = g_string_new (NULL);

  for (unsigned i = 0; i < record->choices->len; i++)
    {
      const KistRunChoice *choice = g_ptr_array_index (record->choices, i);

      g_string_append_printf (way, "%s%s:%u", i > 0 ? " " : "", choice->passage, choice->choice);
    }
  if (record->ending)
    g_string_append_printf (way, " = %s", record->ending);
  return g_string_free (way, FALSE);
}

static void
assert_ways (GPtrArray *events, ...)
{
  g_autoptr (GPtrArray) records = kist_run_records_of (events, "p/t", "s");
  va_list  ways;
  unsigned n = 0;

  va_start (ways, events);
  for (const char *expected = va_arg (ways, const char *); expected; expected = va_arg (ways, const char *))
    {
      g_autofree char *way = NULL;

      g_assert_cmpuint (n, <, records->len);
      way = dup_way (g_ptr_array_index (records, n++));
      g_assert_cmpstr (way, ==, expected);
    }
  va_end (ways);
  g_assert_cmpuint (records->len, ==, n);
}

static void
test_runs_are_kept_apart_by_step_and_id (void)
{
  g_autoptr (GPtrArray) events = events_new ();
  g_autoptr (GPtrArray) records = NULL;
  const KistRunRecord *first;

  add (events, KIST_VERB_CHOSE, "a", 1, "Friday");
  add (events, KIST_VERB_CHOSE, "b", 0, "Friday");
  add (events, KIST_VERB_ENDED, "a", 0, "Left");
  g_ptr_array_add (events, kist_event_new (99, KIST_VERB_CHOSE, "p/t", "other", "a", 1, "Friday", NULL));
  g_ptr_array_add (events, kist_event_new (99, KIST_VERB_CHOSE, "p/other", "s", "a", 1, "Friday", NULL));
  g_ptr_array_add (events, kist_event_new (99, KIST_VERB_OPENED, "p/t", "s", NULL, 0, NULL, NULL));
  assert_ways (events, "Friday:1 = Left", "Friday:0", NULL);

  records = kist_run_records_of (events, "p/t", "s");
  first = kist_run_records_lookup (records, "a");
  g_assert_cmpint (first->begun, ==, 10);
  g_assert_cmpint (first->last, ==, 30);
  g_assert_null (kist_run_records_lookup (records, "c"));
}

static void
test_choice_taken_back_does_not_count (void)
{
  g_autoptr (GPtrArray) events = events_new ();

  add (events, KIST_VERB_CHOSE, "a", 1, "Friday");
  add (events, KIST_VERB_CHOSE, "a", 0, "Saturday");
  add (events, KIST_VERB_CHOSE, "a", 2, "Sunday");
  add (events, KIST_VERB_RETURNED, "a", 1, NULL);
  add (events, KIST_VERB_CHOSE, "a", 1, "Saturday");
  assert_ways (events, "Friday:1 Saturday:1", NULL);
}

static void
test_run_that_ended_stays_and_another_has_its_beginning (void)
{
  g_autoptr (GPtrArray) events = events_new ();

  add (events, KIST_VERB_CHOSE, "a", 1, "Friday");
  add (events, KIST_VERB_CHOSE, "a", 0, "Saturday");
  add (events, KIST_VERB_ENDED, "a", 0, "Left");
  add (events, KIST_VERB_RETURNED, "b", 1, "a");
  add (events, KIST_VERB_CHOSE, "b", 1, "Saturday");
  add (events, KIST_VERB_ENDED, "b", 0, "Answered");
  assert_ways (events, "Friday:1 Saturday:0 = Left", "Friday:1 Saturday:1 = Answered", NULL);
}

/* Before KIST_VERB_RETURNED there was, a run gone back in after its end went on under its id. */
static void
test_older_events_are_told_apart_behind_an_ending (void)
{
  g_autoptr (GPtrArray) events = events_new ();

  add (events, KIST_VERB_CHOSE, "a", 1, "Friday");
  add (events, KIST_VERB_CHOSE, "a", 0, "Saturday");
  add (events, KIST_VERB_ENDED, "a", 0, "Left");
  add (events, KIST_VERB_CHOSE, "a", 1, "Saturday");
  add (events, KIST_VERB_ENDED, "a", 0, "Answered");
  add (events, KIST_VERB_CHOSE, "a", 0, "Friday");
  assert_ways (events, "Friday:1 Saturday:0 = Left", "Friday:1 Saturday:1 = Answered", "Friday:0", NULL);
}

static void
test_damage_does_no_harm (void)
{
  g_autoptr (GPtrArray) events = events_new ();

  add (events, KIST_VERB_RETURNED, "a", -7, NULL);
  add (events, KIST_VERB_CHOSE, "a", G_MININT64, NULL);
  add (events, KIST_VERB_RETURNED, "a", G_MAXINT64, NULL);
  add (events, KIST_VERB_RETURNED, "b", G_MAXINT64, "nowhere");
  add (events, KIST_VERB_CHOSE, NULL, 0, "Friday");
  add (events, KIST_VERB_ENDED, "c", 0, NULL);
  assert_ways (events, "(null):0", "", "", NULL);
}

static void
test_hands_stay_with_what_stands (void)
{
  g_autoptr (GPtrArray) events = events_new ();
  g_autoptr (GPtrArray) records = NULL;
  const KistRunRecord *run;
  const KistHandCount *count;

  add (events, KIST_VERB_COUNTED, "group-a/1", 5, "Friday");
  add (events, KIST_VERB_CHOSE, "group-a", 1, "Friday");
  add (events, KIST_VERB_COUNTED, "group-a/0", 7, "Saturday");
  add (events, KIST_VERB_CHOSE, "group-a", 0, "Saturday");
  add (events, KIST_VERB_RETURNED, "group-a", 1, NULL);
  add (events, KIST_VERB_COUNTED, "group-a", 3, "Saturday");
  add (events, KIST_VERB_COUNTED, "group-a/x", 3, "Saturday");
  assert_ways (events, "Friday:1", NULL);

  records = kist_run_records_of (events, "p/t", "s");
  run = g_ptr_array_index (records, 0);
  g_assert_true (run->is_group);
  g_assert_cmpuint (run->counts->len, ==, 1);
  count = &g_array_index (run->counts, KistHandCount, 0);
  g_assert_cmpuint (count->position, ==, 0);
  g_assert_cmpuint (count->choice, ==, 1);
  g_assert_cmpuint (count->hands, ==, 5);
}

static void
test_only_what_was_taken_back_does_not_stand (void)
{
  g_autoptr (GPtrArray) events = events_new ();
  g_autoptr (GPtrArray) standing = NULL;

  add (events, KIST_VERB_CHOSE, "a", 1, "Friday");
  add (events, KIST_VERB_CHOSE, "a", 0, "Saturday"); /* taken back */
  add (events, KIST_VERB_CHOSE, "b", 0, "Friday");
  add (events, KIST_VERB_RETURNED, "a", 1, NULL);
  g_ptr_array_add (events, kist_event_new (50, KIST_VERB_CHOSE, "p/t", "other", "a", 1, "Friday", NULL));
  add (events, KIST_VERB_CHOSE, "a", 1, "Saturday");
  add (events, KIST_VERB_ENDED, "a", 0, "Left");
  add (events, KIST_VERB_RETURNED, "c", 1, "a");
  add (events, KIST_VERB_CHOSE, "c", 0, "Saturday");
  add (events, KIST_VERB_CHOSE, NULL, 0, "Saturday");
  standing = kist_run_events_that_stand (events);
  g_assert_cmpuint (standing->len, ==, events->len - 1);
  for (unsigned i = 0; i < standing->len; i++)
    g_assert_true (g_ptr_array_index (standing, i) == g_ptr_array_index (events, i < 1 ? i : i + 1));
}

static void
test_end_that_was_reached_stands_in_older_events_too (void)
{
  g_autoptr (GPtrArray) events = events_new ();
  g_autoptr (GPtrArray) standing = NULL;

  add (events, KIST_VERB_CHOSE, "a", 1, "Friday");
  add (events, KIST_VERB_ENDED, "a", 0, "Left");
  add (events, KIST_VERB_CHOSE, "a", 0, "Friday"); /* taken back */
  add (events, KIST_VERB_RETURNED, "a", 0, NULL);
  standing = kist_run_events_that_stand (events);
  g_assert_cmpuint (standing->len, ==, 3);
  g_assert_true (g_ptr_array_index (standing, 0) == g_ptr_array_index (events, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/run-record/runs-are-kept-apart-by-step-and-id", test_runs_are_kept_apart_by_step_and_id);
  g_test_add_func ("/run-record/choice-taken-back-does-not-count", test_choice_taken_back_does_not_count);
  g_test_add_func ("/run-record/run-that-ended-stays-and-another-has-its-beginning",
                   test_run_that_ended_stays_and_another_has_its_beginning);
  g_test_add_func ("/run-record/older-events-are-told-apart-behind-an-ending",
                   test_older_events_are_told_apart_behind_an_ending);
  g_test_add_func ("/run-record/hands-stay-with-what-stands", test_hands_stay_with_what_stands);
  g_test_add_func ("/run-record/only-what-was-taken-back-does-not-stand", test_only_what_was_taken_back_does_not_stand);
  g_test_add_func ("/run-record/end-that-was-reached-stands-in-older-events-too",
                   test_end_that_was_reached_stands_in_older_events_too);
  g_test_add_func ("/run-record/damage-does-no-harm", test_damage_does_no_harm);
  return g_test_run ();
}
