#include "ui/record/kist-record-wording.h"

#include "learner-fixture.h"

static void
assert_protection (Learner *learner, const char *state)
{
  g_autoptr (GPtrArray) record = kist_record_of (learner->library, learner->progress, learner->events, 0);
  g_autofree char *said = kist_record_wording_dup_element (g_ptr_array_index (record, 1));

  g_assert_cmpstr (said, ==, state);
}

static void
test_a_gap_is_said_and_so_is_what_was_done (Learner *learner, gconstpointer data)
{
  assert_protection (learner, "Nothing yet");
  learner_does (learner, LEARNER_NOON, KIST_VERB_TICKED, "core/media/look", "search", 0, NULL);
  assert_protection (learner, "Begun, no step done yet");
  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  assert_protection (learner, "1 step done");
  learner_does (learner, LEARNER_NOON, KIST_VERB_TICKED, "core/media/look", "pictures", 0, NULL);
  assert_protection (learner, "2 steps done");
}

static void
test_a_thing_says_when_it_was_worked_on_last (Learner *learner, gconstpointer data)
{
  g_autoptr (KistClock) clock = kist_clock_new_fixed (LEARNER_NOON + DAY);
  KistRecordThing  thing = { learner->media, 3, LEARNER_NOON };
  g_autofree char *said = kist_record_wording_dup_thing (clock, &thing);

  g_assert_cmpstr (said, ==, "3 steps done · Yesterday");
}

static void
assert_deed (Learner *learner, const char *title, const char *text)
{
  g_autoptr (GPtrArray) deeds = kist_deeds_of (learner->library, learner->events, G_LIST_MODEL (learner->entries));
  const KistDeed  *deed = g_ptr_array_index (deeds, 0);
  g_autofree char *said = kist_record_wording_dup_deed (deed);

  g_assert_cmpstr (kist_record_wording_deed_title (deed), ==, title);
  g_assert_cmpstr (said, ==, text);
}

static void
test_a_deed_says_what_was_done_and_where (Learner *learner, gconstpointer data)
{
  learner_does (learner, LEARNER_NOON, KIST_VERB_OPENED, "core/media/counts", NULL, 0, NULL);
  assert_deed (learner, "What counts", "Opened · Read · Social media");
  learner_does (learner, LEARNER_NOON, KIST_VERB_READ, "core/media/counts", NULL, 0, NULL);
  assert_deed (learner, "What counts", "Finished · Read · Social media");
  learner_does (learner, LEARNER_NOON + 1, KIST_VERB_TICKED, "core/media/look", "search", 0, NULL);
  assert_deed (learner, "Look yourself up", "Worked on · Do · Social media");
  learner_does (learner, LEARNER_NOON + 2, KIST_VERB_ENDED, "core/media/request", "run", 0, "Left");
  assert_deed (learner, "Left", "Ending reached · A request · Social media");
  learner_does (learner, LEARNER_NOON + 3, KIST_VERB_ENDED, "core/media/request", "group-run", 0, "Accepted");
  assert_deed (learner, "Accepted", "Ending reached with a group · A request · Social media");
  learner_does (learner, LEARNER_NOON + 4, KIST_VERB_WROTE, "core/media/write", "gone", 20, "short");
  assert_deed (learner, "A text that was deleted since", "20 words · Social media");
  learner_has_entry (learner, "own", NULL, NULL, "Three words here.", LEARNER_NOON + 5);
  assert_deed (learner, "A title", "3 words");
  learner_does (learner, LEARNER_NOON + 6, KIST_VERB_READ, "core/gone/step", NULL, 0, NULL);
  assert_deed (learner, "A step that is no longer here", "Worked on · core/gone");
}

#define ADD(name, test) g_test_add ("/record-wording/" name, Learner, NULL, learner_set_up, test, learner_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("a gap is said and so is what was done", test_a_gap_is_said_and_so_is_what_was_done);
  ADD ("a Thing says when it was worked on last", test_a_thing_says_when_it_was_worked_on_last);
  ADD ("a deed says what was done and where", test_a_deed_says_what_was_done_and_where);
  return g_test_run ();
}
