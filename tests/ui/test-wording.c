#include "content/kist-markdown.h"
#include "ui/kist-wording.h"

static KistStep *
new_step (KistStepKind kind, const char *title)
{
  g_autoptr (KistDocument) document = kist_markdown_parse ("Text.\n", 1, NULL);

  return kist_step_new (kind, "id", title, 5, 1, document, NULL, g_ptr_array_new ());
}

static void
test_step_name_is_what_a_screen_reader_says (void)
{
  g_autoptr (KistStep) decide = new_step (KIST_STEP_DECIDE, "A friend request");
  g_autoptr (KistStep) tasks = new_step (KIST_STEP_DO, "Look yourself up");
  g_autofree char *not_started = kist_wording_dup_step_name (decide, &(KistCompletion){ KIST_STATE_NOT_STARTED, 0, 1 });
  g_autofree char *started = kist_wording_dup_step_name (tasks, &(KistCompletion){ KIST_STATE_STARTED, 3, 5 });
  g_autofree char *done = kist_wording_dup_step_name (tasks, &(KistCompletion){ KIST_STATE_DONE, 5, 5 });

  g_assert_cmpstr (not_started, ==, "Decide: A friend request, not started");
  g_assert_cmpstr (started, ==, "Do: Look yourself up, 3 of 5 tasks");
  g_assert_cmpstr (done, ==, "Do: Look yourself up, done");
}

static void
test_each_kind_counts_what_it_consists_of (void)
{
  static const struct
  {
    KistStepKind kind;
    const char  *state;
  } cases[] = {
    { KIST_STEP_DO, "1 of 3 tasks" },    { KIST_STEP_CHECK, "1 of 3 questions" },
    { KIST_STEP_RATE, "1 of 3 rated" },  { KIST_STEP_REFLECT, "1 of 3 prompts" },
    { KIST_STEP_WRITE, "1 of 3 words" }, { KIST_STEP_READ, "started" },
    { KIST_STEP_WATCH, "started" },      { KIST_STEP_DECIDE, "started" },
  };
  const KistCompletion completion = { KIST_STATE_STARTED, 1, 3 };
  const KistCompletion uncounted = { KIST_STATE_STARTED, 0, 0 };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *state = kist_wording_dup_step_state (cases[i].kind, &completion);
      g_autofree char *bare = kist_wording_dup_step_state (cases[i].kind, &uncounted);

      g_assert_cmpstr (state, ==, cases[i].state);
      g_assert_cmpstr (bare, ==, "started");
    }
}

static void
test_each_kind_has_a_name_and_an_icon (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (KistStepKind kind = KIST_STEP_READ; kind <= KIST_STEP_WRITE; kind++)
    {
      g_assert_true (g_hash_table_add (names, (char *)kist_wording_step_kind (kind)));
      g_assert_true (g_str_has_suffix (kist_wording_step_icon (kind), "-symbolic"));
    }
}

static void
test_thing_state_counts_steps (void)
{
  g_autofree char *none = kist_wording_dup_thing_state (&(KistCompletion){ KIST_STATE_NOT_STARTED, 0, 9 });
  g_autofree char *some = kist_wording_dup_thing_state (&(KistCompletion){ KIST_STATE_STARTED, 3, 9 });
  g_autofree char *all = kist_wording_dup_thing_state (&(KistCompletion){ KIST_STATE_DONE, 9, 9 });

  g_assert_cmpstr (none, ==, "Not started");
  g_assert_cmpstr (some, ==, "3 of 9 steps");
  g_assert_cmpstr (all, ==, "Done");
}

static void
test_numbers_agree_with_their_nouns (void)
{
  g_autofree char *minutes = kist_wording_dup_minutes (1);
  g_autofree char *none = kist_wording_dup_words (0);
  g_autofree char *one = kist_wording_dup_words (1);
  g_autofree char *more = kist_wording_dup_words (54);

  g_assert_cmpstr (minutes, ==, "1 min");
  g_assert_cmpstr (none, ==, "0 words");
  g_assert_cmpstr (one, ==, "1 word");
  g_assert_cmpstr (more, ==, "54 words");
}

/* As an entry of a damaged file has it. */
static void
test_a_time_of_no_calendar_gets_a_date (void)
{
  g_autoptr (KistClock) clock = kist_clock_new_fixed (0);
  g_autofree char *said = NULL;

  kist_clock_advance (clock, 366 * G_TIME_SPAN_DAY);
  said = kist_wording_dup_day (clock, G_MAXINT64);
  g_assert_cmpstr (said, ==, "1 January 1970");
}

/* @now and @then: local time in Scotland, "2025-11-22T09:30:00"; summer time is in force in one, not in the other. */
static void
assert_day (const char *now, const char *then, const char *day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now_time = g_date_time_new_from_iso8601 (now, zone);
  g_autoptr (GDateTime) then_time = g_date_time_new_from_iso8601 (then, zone);
  g_autoptr (KistClock) clock = kist_clock_new_fixed (g_date_time_to_unix_usec (now_time));
  g_autofree char *said = kist_wording_dup_day (clock, g_date_time_to_unix_usec (then_time));

  g_assert_cmpstr (said, ==, day);
}

static void
test_days_change_at_midnight (void)
{
  assert_day ("2025-11-22T09:30:00", "2025-11-22T09:30:00", "Today");
  assert_day ("2025-11-22T00:00:00", "2025-11-21T23:59:59", "Yesterday");
  assert_day ("2025-11-22T23:59:59", "2025-11-22T00:00:00", "Today");
  assert_day ("2025-11-22T00:00:01", "2025-11-20T23:59:59", "20 November");
  /* Half past midnight in summer is still the day before in UTC. */
  assert_day ("2025-07-02T00:30:00", "2025-07-01T23:30:00", "Yesterday");
  assert_day ("2025-07-02T00:30:00", "2025-07-02T00:10:00", "Today");
  /* 30 March has 23 hours. */
  assert_day ("2025-03-31T00:10:00", "2025-03-30T00:10:00", "Yesterday");
}

static void
test_years_are_named_when_they_differ (void)
{
  assert_day ("2026-01-01T00:05:00", "2025-12-31T23:55:00", "Yesterday");
  assert_day ("2026-01-02T12:00:00", "2025-12-31T12:00:00", "31 December 2025");
  assert_day ("2025-11-22T12:00:00", "2025-03-04T12:00:00", "4 March");
  assert_day ("2025-11-22T12:00:00", "2024-11-22T12:00:00", "22 November 2024");
}

static void
test_a_clock_that_was_set_back_gets_a_date (void)
{
  assert_day ("2025-11-22T12:00:00", "2025-11-24T12:00:00", "24 November");
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/wording/step-name-is-what-a-screen-reader-says", test_step_name_is_what_a_screen_reader_says);
  g_test_add_func ("/wording/each-kind-counts-what-it-consists-of", test_each_kind_counts_what_it_consists_of);
  g_test_add_func ("/wording/each-kind-has-a-name-and-an-icon", test_each_kind_has_a_name_and_an_icon);
  g_test_add_func ("/wording/thing-state-counts-steps", test_thing_state_counts_steps);
  g_test_add_func ("/wording/numbers-agree-with-their-nouns", test_numbers_agree_with_their_nouns);
  g_test_add_func ("/wording/a-time-of-no-calendar-gets-a-date", test_a_time_of_no_calendar_gets_a_date);
  g_test_add_func ("/wording/days-change-at-midnight", test_days_change_at_midnight);
  g_test_add_func ("/wording/years-are-named-when-they-differ", test_years_are_named_when_they_differ);
  g_test_add_func ("/wording/a-clock-that-was-set-back-gets-a-date", test_a_clock_that_was_set_back_gets_a_date);
  return g_test_run ();
}
