#include "journal/kist-revision-policy.h"

#define MINUTE G_TIME_SPAN_MINUTE

static void
test_typing_on_keeps_no_revision (void)
{
  g_assert_false (kist_revision_is_due (0, 0, 2 * G_TIME_SPAN_SECOND, "One wor", "One word"));
  g_assert_false (kist_revision_is_due (0, 50 * MINUTE, 59 * MINUTE, "One wor", "One word"));
}

static void
test_a_pause_closes_a_revision (void)
{
  g_assert_false (kist_revision_is_due (0, 0, KIST_REVISION_PAUSE - 1, "a", "ab"));
  g_assert_true (kist_revision_is_due (0, 0, KIST_REVISION_PAUSE, "a", "ab"));
}

static void
test_an_hour_without_pause_closes_a_revision (void)
{
  g_assert_true (kist_revision_is_due (0, 59 * MINUTE, 60 * MINUTE, "a", "ab"));
}

static void
test_nothing_new_or_nothing_old_keeps_none (void)
{
  g_assert_false (kist_revision_is_due (0, 0, 1000 * MINUTE, "same", "same"));
  g_assert_false (kist_revision_is_due (0, 0, 1000 * MINUTE, "", "first"));
}

static void
test_text_about_to_go_is_kept (void)
{
  g_autofree char *half = g_strnfill (300, 'a');
  g_autofree char *other = g_strnfill (301, 'b');
  g_autofree char *whole = g_strconcat (half, other, NULL);
  g_autofree char *grown = g_strconcat (half, "a word between", other, NULL);

  g_assert_true (kist_revision_is_due (0, 0, 1, whole, ""));
  g_assert_true (kist_revision_is_due (0, 0, 1, whole, half));
  g_assert_true (kist_revision_is_due (0, 0, 1, half, other));
  g_assert_false (kist_revision_is_due (0, 0, 1, whole, other));
  g_assert_false (kist_revision_is_due (0, 0, 1, whole, grown));
  g_assert_false (kist_revision_is_due (0, 0, 1, "short", ""));
}

static void
test_a_clock_set_back_does_no_harm (void)
{
  g_assert_false (kist_revision_is_due (1000 * MINUTE, 1000 * MINUTE, 5 * MINUTE, "a", "ab"));
}

static void
test_a_time_of_no_calendar_is_long_ago (void)
{
  g_assert_true (kist_revision_is_due (1, G_MININT64, 1, "a", "ab"));
  g_assert_true (kist_revision_is_due (G_MININT64, 1, 1, "a", "ab"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/revision-policy/typing-on-keeps-no-revision", test_typing_on_keeps_no_revision);
  g_test_add_func ("/revision-policy/a-pause-closes-a-revision", test_a_pause_closes_a_revision);
  g_test_add_func ("/revision-policy/an-hour-without-pause-closes-a-revision",
                   test_an_hour_without_pause_closes_a_revision);
  g_test_add_func ("/revision-policy/nothing-new-or-nothing-old-keeps-none",
                   test_nothing_new_or_nothing_old_keeps_none);
  g_test_add_func ("/revision-policy/text-about-to-go-is-kept", test_text_about_to_go_is_kept);
  g_test_add_func ("/revision-policy/a-time-of-no-calendar-is-long-ago", test_a_time_of_no_calendar_is_long_ago);
  g_test_add_func ("/revision-policy/a-clock-set-back-does-no-harm", test_a_clock_set_back_does_no_harm);
  return g_test_run ();
}
