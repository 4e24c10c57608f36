#include "library/kist-code-touch.h"

#include "learner-fixture.h"

#define CODE "workers-2024/2.8"

static const KistCodeTouch *
touch (GHashTable *touches, unsigned index)
{
  GPtrArray *list = g_hash_table_lookup (touches, CODE);

  g_assert_nonnull (list);
  g_assert_cmpuint (list->len, >, index);
  return g_ptr_array_index (list, index);
}

static unsigned
count (GHashTable *touches)
{
  GPtrArray *list = g_hash_table_lookup (touches, CODE);

  return list ? list->len : 0;
}

static void
test_nothing_done_touches_nothing (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (g_hash_table_size (touches), ==, 0);
}

static void
test_a_decision_touches_the_codes_it_names (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_chooses (learner, LEARNER_NOON, "run-1", "Friday", CODE);
  learner_chooses (learner, LEARNER_NOON + MINUTE, "run-1", "Saturday", NULL);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 1);
  g_assert_cmpint (touch (touches, 0)->kind, ==, KIST_TOUCH_DECISION);
  g_assert_cmpstr (touch (touches, 0)->text, ==, "Friday");
  g_assert_cmpstr (touch (touches, 0)->choice, ==, "Accept it");
  g_assert_true (touch (touches, 0)->thing == learner->media);
  g_assert_cmpstr (kist_step_get_id (touch (touches, 0)->step), ==, "request");
}

static void
test_a_decision_the_scenario_no_longer_has_was_still_taken (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_chooses (learner, LEARNER_NOON, "run-1", "Thursday", CODE);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 1);
  g_assert_cmpstr (touch (touches, 0)->text, ==, "Thursday");
  g_assert_null (touch (touches, 0)->choice);
}

static void
test_a_decision_taken_again_counts_once_and_in_another_run_again (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_chooses (learner, LEARNER_NOON, "run-1", "Friday", CODE);
  learner_chooses (learner, LEARNER_NOON + MINUTE, "run-1", "Friday", CODE);
  learner_chooses (learner, LEARNER_NOON + DAY, "run-2", "Friday", CODE);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 2);
  g_assert_cmpint (touch (touches, 0)->time, ==, LEARNER_NOON + DAY);
  g_assert_cmpint (touch (touches, 1)->time, ==, LEARNER_NOON + MINUTE);
}

static void
test_a_decision_taken_back_touches_nothing (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;

  learner_chooses (learner, LEARNER_NOON, "run-1", "Thursday", NULL);
  learner_chooses (learner, LEARNER_NOON + MINUTE, "run-1", "Friday", CODE);
  before = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (before), ==, 1);
  learner_does (learner, LEARNER_NOON + 2 * MINUTE, KIST_VERB_RETURNED, "core/media/request", "run-1", 0, NULL);
  learner_chooses (learner, LEARNER_NOON + 3 * MINUTE, "run-1", "Thursday", NULL);
  after = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (after), ==, 0);
}

static void
test_a_decision_of_a_run_that_ended_stays_when_one_goes_back (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_chooses (learner, LEARNER_NOON, "run-1", "Friday", CODE);
  learner_does (learner, LEARNER_NOON, KIST_VERB_ENDED, "core/media/request", "run-1", 0, "Left");
  learner_does (learner, LEARNER_NOON + MINUTE, KIST_VERB_RETURNED, "core/media/request", "run-2", 0, "run-1");
  learner_chooses (learner, LEARNER_NOON + MINUTE, "run-2", "Friday", NULL);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 1);
  g_assert_cmpint (touch (touches, 0)->time, ==, LEARNER_NOON);
}

static void
test_a_decision_of_a_group_is_marked (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_chooses (learner, LEARNER_NOON, "run-1", "Friday", CODE);
  learner_chooses (learner, LEARNER_NOON + MINUTE, "group-1", "Friday", CODE);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 2);
  g_assert_true (touch (touches, 0)->is_group);
  g_assert_cmpint (touch (touches, 0)->kind, ==, KIST_TOUCH_DECISION);
  g_assert_false (touch (touches, 1)->is_group);
}

static void
test_an_answer_touches_the_codes_of_its_thing (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_REFLECTED, "core/media/policy", "keep", 5, NULL);
  learner_does (learner, LEARNER_NOON + MINUTE, KIST_VERB_REFLECTED, "core/media/policy", "keep", 9, NULL);
  learner_does (learner, LEARNER_NOON, KIST_VERB_REFLECTED, "core/second/one", "keep", 9, NULL);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 1);
  g_assert_cmpint (touch (touches, 0)->kind, ==, KIST_TOUCH_REFLECTION);
  g_assert_cmpint (touch (touches, 0)->time, ==, LEARNER_NOON + MINUTE);
  g_assert_cmpstr (touch (touches, 0)->text, ==, "What will you keep?");
}

static void
test_an_emptied_answer_touches_nothing (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_REFLECTED, "core/media/policy", "keep", 5, NULL);
  learner_does (learner, LEARNER_NOON + MINUTE, KIST_VERB_REFLECTED, "core/media/policy", "keep", 0, NULL);
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 0);
}

static void
test_a_text_touches_the_codes_of_its_thing (Learner *learner, gconstpointer data)
{
  g_autoptr (GHashTable) touches = NULL;

  learner_does (learner, LEARNER_NOON, KIST_VERB_WROTE, "core/media/write", "entry", 54, "short");
  touches = kist_code_touches_of (learner->library, learner->events);
  g_assert_cmpuint (count (touches), ==, 1);
  g_assert_cmpint (touch (touches, 0)->kind, ==, KIST_TOUCH_WRITING);
  g_assert_cmpstr (touch (touches, 0)->text, ==, "Your post");
}

static void
test_a_code_knows_the_things_that_touch_it (Learner *learner, gconstpointer data)
{
  g_autoptr (GPtrArray) things = kist_code_find_things (learner->library, CODE);
  g_autoptr (GPtrArray) none = kist_code_find_things (learner->library, "workers-2024/9.9");

  g_assert_cmpuint (things->len, ==, 1);
  g_assert_true (g_ptr_array_index (things, 0) == learner->media);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(name, test) g_test_add ("/code-touch/" name, Learner, NULL, learner_set_up, test, learner_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("nothing done touches nothing", test_nothing_done_touches_nothing);
  ADD ("a decision touches the codes it names", test_a_decision_touches_the_codes_it_names);
  ADD ("a decision the scenario no longer has was still taken",
       test_a_decision_the_scenario_no_longer_has_was_still_taken);
  ADD ("a decision taken again counts once and in another run again",
       test_a_decision_taken_again_counts_once_and_in_another_run_again);
  ADD ("a decision taken back touches nothing", test_a_decision_taken_back_touches_nothing);
  ADD ("a decision of a run that ended stays when one goes back",
       test_a_decision_of_a_run_that_ended_stays_when_one_goes_back);
  ADD ("a decision of a group is marked", test_a_decision_of_a_group_is_marked);
  ADD ("an answer touches the codes of its Thing", test_an_answer_touches_the_codes_of_its_thing);
  ADD ("an emptied answer touches nothing", test_an_emptied_answer_touches_nothing);
  ADD ("a text touches the codes of its Thing", test_a_text_touches_the_codes_of_its_thing);
  ADD ("a code knows the Things that touch it", test_a_code_knows_the_things_that_touch_it);
  return g_test_run ();
}
