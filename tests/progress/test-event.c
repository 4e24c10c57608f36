#include "progress/kist-event.h"

#include <string.h>

/* Stored names are for good: this list may grow and never change. */
static const char *const names[] = { "opened",   "read",      "ticked", "unticked", "skipped", "rated",
                                     "answered", "reflected", "chose",  "ended",    "wrote" };

static void
test_verbs_keep_their_stored_names (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KistVerb verb = KIST_VERB_OPENED;

      g_assert_cmpstr (kist_verb_to_string (i), ==, names[i]);
      g_assert_true (kist_verb_from_string (names[i], &verb));
      g_assert_cmpint (verb, ==, i);
    }
}

static void
test_knows_no_other_verbs (void)
{
  KistVerb verb = KIST_VERB_ENDED;

  g_assert_false (kist_verb_from_string ("Opened", &verb));
  g_assert_false (kist_verb_from_string ("", &verb));
  g_assert_false (kist_verb_from_string (NULL, &verb));
  g_assert_cmpint (verb, ==, KIST_VERB_ENDED);
}

static void
test_a_copy_outlives_its_original (void)
{
  KistEvent *event = kist_event_new (5, KIST_VERB_CHOSE, "p/t", "s", "run", 2, "Friday", "c/1 c/2");
  g_autoptr (KistEvent) copy = kist_event_copy (event);

  kist_event_free (event);
  g_assert_cmpint (copy->time, ==, 5);
  g_assert_cmpint (copy->verb, ==, KIST_VERB_CHOSE);
  g_assert_cmpstr (copy->thing, ==, "p/t");
  g_assert_cmpstr (copy->step, ==, "s");
  g_assert_cmpstr (copy->item, ==, "run");
  g_assert_cmpint (copy->value, ==, 2);
  g_assert_cmpstr (copy->text, ==, "Friday");
  g_assert_cmpstr (copy->codes, ==, "c/1 c/2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/event/verbs-keep-their-stored-names", test_verbs_keep_their_stored_names);
  g_test_add_func ("/event/knows-no-other-verbs", test_knows_no_other_verbs);
  g_test_add_func ("/event/a-copy-outlives-its-original", test_a_copy_outlives_its_original);
  return g_test_run ();
}
