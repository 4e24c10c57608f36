#include "ui/codes/kist-code-wording.h"

static void
assert_state (unsigned n_decisions, unsigned n_texts, unsigned n_things, const char *state)
{
  g_autoptr (GPtrArray) touches = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *said = NULL;

  for (unsigned i = 0; i < n_decisions + n_texts; i++)
    {
      KistCodeTouch *touch = g_new0 (KistCodeTouch, 1);

      touch->kind = i < n_decisions ? KIST_TOUCH_DECISION : i % 2 ? KIST_TOUCH_REFLECTION : KIST_TOUCH_WRITING;
      g_ptr_array_add (touches, touch);
    }
  said = kist_code_wording_dup_state (touches, n_things);
  g_assert_cmpstr (said, ==, state);
}

static void
test_what_touched_a_code_is_counted_in_words (void)
{
  assert_state (1, 0, 1, "1 decision");
  assert_state (0, 2, 1, "2 reflections");
  assert_state (3, 1, 1, "3 decisions · 1 reflection");
}

static void
test_an_untouched_code_says_which_things_touch_it (void)
{
  g_autofree char *none = kist_code_wording_dup_state (NULL, 0);

  assert_state (0, 0, 1, "Nothing yet · 1 Thing touches it");
  assert_state (0, 0, 2, "Nothing yet · 2 Things touch it");
  g_assert_cmpstr (none, ==, "Nothing yet");
}

static void
test_a_decision_says_what_was_chosen (void)
{
  KistCodeTouch    touch = { .kind = KIST_TOUCH_DECISION, .text = (char *)"Friday", .choice = (char *)"Leave it" };
  g_autofree char *said = kist_code_wording_dup_touch (&touch);
  g_autofree char *without = NULL;

  touch.choice = NULL;
  without = kist_code_wording_dup_touch (&touch);
  g_assert_cmpstr (said, ==, "Friday: Leave it");
  g_assert_cmpstr (without, ==, "Friday");
}

static void
test_a_decision_with_a_group_is_said_to_be_one (void)
{
  KistCodeTouch touch = { .kind = KIST_TOUCH_DECISION };

  g_assert_cmpstr (kist_code_wording_kind (&touch), ==, "Decision");
  touch.is_group = TRUE;
  g_assert_cmpstr (kist_code_wording_kind (&touch), ==, "Decision with a group");
  touch = (KistCodeTouch){ .kind = KIST_TOUCH_WRITING };
  g_assert_cmpstr (kist_code_wording_kind (&touch), ==, "Text");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/code-wording/what touched a code is counted in words",
                   test_what_touched_a_code_is_counted_in_words);
  g_test_add_func ("/code-wording/an untouched code says which Things touch it",
                   test_an_untouched_code_says_which_things_touch_it);
  g_test_add_func ("/code-wording/a decision says what was chosen", test_a_decision_says_what_was_chosen);
  g_test_add_func ("/code-wording/a decision with a group is said to be one",
                   test_a_decision_with_a_group_is_said_to_be_one);
  return g_test_run ();
}
