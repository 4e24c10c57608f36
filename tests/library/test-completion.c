#include "library/kist-completion.h"

#include "pack-fixture.h"

/* One loaded pack and what someone did with it. */
typedef struct
{
  KistLibrary  *library;
  KistProgress *progress;
  KistThing    *media;
  KistThing    *second;
  gint64        time;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  const char      *folders[] = { pack, NULL };

  if (data)
    pack_fixture_remove (pack, data);
  fixture->library = kist_library_load (folders, NULL);
  fixture->progress = kist_progress_new ();
  fixture->media = kist_library_lookup_thing (fixture->library, "core/media");
  fixture->second = kist_library_lookup_thing (fixture->library, "core/second");
  g_assert_true (fixture->media && fixture->second);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->progress);
  g_object_unref (fixture->library);
}

static void
add (Fixture    *fixture,
     KistThing  *thing,
     KistVerb    verb,
     const char *step,
     const char *item,
     gint64      value,
     const char *text)
{
  g_autoptr (KistEvent) event =
      kist_event_new (++fixture->time, verb, kist_thing_get_key (thing), step, item, value, text, NULL);

  kist_progress_add (fixture->progress, event);
}

static void
assert_step (Fixture *fixture, const char *step, KistState state, unsigned done, unsigned total)
{
  KistCompletion completion = kist_completion_of_step (fixture->library, fixture->progress, fixture->media,
                                                       kist_thing_lookup_step (fixture->media, step));

  g_assert_cmpint (completion.state, ==, state);
  g_assert_cmpuint (completion.done, ==, done);
  g_assert_cmpuint (completion.total, ==, total);
}

static void
test_nothing_is_started_at_first (Fixture *fixture, gconstpointer data)
{
  assert_step (fixture, "counts", KIST_STATE_NOT_STARTED, 0, 0);
  assert_step (fixture, "look", KIST_STATE_NOT_STARTED, 0, 2);
  assert_step (fixture, "request", KIST_STATE_NOT_STARTED, 0, 0);
  assert_step (fixture, "passwords", KIST_STATE_NOT_STARTED, 0, 2);
  assert_step (fixture, "rate", KIST_STATE_NOT_STARTED, 0, 2);
  assert_step (fixture, "policy", KIST_STATE_NOT_STARTED, 0, 1);
  assert_step (fixture, "write", KIST_STATE_NOT_STARTED, 0, 100);
}

static void
test_a_read_step_is_done_at_its_end (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_OPENED, "counts", NULL, 0, NULL);
  assert_step (fixture, "counts", KIST_STATE_STARTED, 0, 0);
  add (fixture, fixture->media, KIST_VERB_READ, "counts", NULL, 0, NULL);
  assert_step (fixture, "counts", KIST_STATE_DONE, 0, 0);
}

static void
test_a_do_step_is_done_when_all_is_ticked_or_skipped (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_TICKED, "look", "search", 0, NULL);
  add (fixture, fixture->media, KIST_VERB_TICKED, "look", "gone-from-the-thing", 0, NULL);
  assert_step (fixture, "look", KIST_STATE_STARTED, 1, 2);
  add (fixture, fixture->media, KIST_VERB_SKIPPED, "look", "pictures", 0, "no signal");
  assert_step (fixture, "look", KIST_STATE_DONE, 2, 2);
  add (fixture, fixture->media, KIST_VERB_UNTICKED, "look", "search", 0, NULL);
  assert_step (fixture, "look", KIST_STATE_STARTED, 1, 2);
}

static void
test_a_decide_step_is_done_at_an_ending (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_CHOSE, "request", "run", 0, "Friday");
  assert_step (fixture, "request", KIST_STATE_STARTED, 0, 0);
  add (fixture, fixture->media, KIST_VERB_ENDED, "request", "run", 0, "Left");
  assert_step (fixture, "request", KIST_STATE_DONE, 0, 0);
}

static void
test_a_check_step_is_done_when_all_is_answered_right_or_wrong (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_ANSWERED, "passwords", "length", 1, "wrong");
  assert_step (fixture, "passwords", KIST_STATE_STARTED, 1, 2);
  add (fixture, fixture->media, KIST_VERB_ANSWERED, "passwords", "reuse", 1, "right");
  assert_step (fixture, "passwords", KIST_STATE_DONE, 2, 2);
}

static void
test_a_rate_step_is_done_when_all_is_rated (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_RATED, "rate", "drive", 0, NULL);
  assert_step (fixture, "rate", KIST_STATE_STARTED, 1, 2);
  add (fixture, fixture->media, KIST_VERB_RATED, "rate", "tools", 1, NULL);
  assert_step (fixture, "rate", KIST_STATE_DONE, 2, 2);
}

static void
test_a_reflect_step_is_done_when_each_prompt_has_words (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_REFLECTED, "policy", "keep", 12, NULL);
  assert_step (fixture, "policy", KIST_STATE_DONE, 1, 1);
  add (fixture, fixture->media, KIST_VERB_REFLECTED, "policy", "keep", 0, NULL);
  assert_step (fixture, "policy", KIST_STATE_STARTED, 0, 1);
}

static void
test_a_write_step_is_done_when_its_limits_are_met (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_WROTE, "write", "entry", 54, "short");
  assert_step (fixture, "write", KIST_STATE_STARTED, 54, 100);
  add (fixture, fixture->media, KIST_VERB_WROTE, "write", "entry", 120, "short");
  assert_step (fixture, "write", KIST_STATE_STARTED, 120, 100);
  add (fixture, fixture->media, KIST_VERB_WROTE, "write", "entry", 110, "met");
  assert_step (fixture, "write", KIST_STATE_DONE, 110, 100);
}

static void
test_a_step_without_its_quiz_is_never_done (Fixture *fixture, gconstpointer data)
{
  assert_step (fixture, "passwords", KIST_STATE_NOT_STARTED, 0, 0);
  add (fixture, fixture->media, KIST_VERB_OPENED, "passwords", NULL, 0, NULL);
  assert_step (fixture, "passwords", KIST_STATE_STARTED, 0, 0);
}

static void
test_a_thing_counts_its_steps (Fixture *fixture, gconstpointer data)
{
  KistCompletion none = kist_completion_of_thing (fixture->library, fixture->progress, fixture->second);
  KistCompletion half, all;

  add (fixture, fixture->second, KIST_VERB_READ, "two", NULL, 0, NULL);
  half = kist_completion_of_thing (fixture->library, fixture->progress, fixture->second);
  add (fixture, fixture->second, KIST_VERB_READ, "one", NULL, 0, NULL);
  all = kist_completion_of_thing (fixture->library, fixture->progress, fixture->second);

  g_assert_cmpint (none.state, ==, KIST_STATE_NOT_STARTED);
  g_assert_cmpint (half.state, ==, KIST_STATE_STARTED);
  g_assert_cmpint (all.state, ==, KIST_STATE_DONE);
  g_assert_cmpuint (half.done, ==, 1);
  g_assert_cmpuint (half.total, ==, 2);
  g_assert_cmpuint (all.done, ==, 2);
}

static const char *
next (Fixture *fixture, const char *after)
{
  KistStep *step = kist_completion_next_step (fixture->library, fixture->progress, fixture->second,
                                              after ? kist_thing_lookup_step (fixture->second, after) : NULL);

  return step ? kist_step_get_id (step) : NULL;
}

static void
test_the_next_step_is_the_next_that_is_not_done (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (next (fixture, NULL), ==, "one");
  g_assert_cmpstr (next (fixture, "one"), ==, "two");
  g_assert_cmpstr (next (fixture, "two"), ==, "one");
  add (fixture, fixture->second, KIST_VERB_READ, "one", NULL, 0, NULL);
  g_assert_cmpstr (next (fixture, NULL), ==, "two");
  g_assert_cmpstr (next (fixture, "two"), ==, "two");
  add (fixture, fixture->second, KIST_VERB_READ, "two", NULL, 0, NULL);
  g_assert_null (next (fixture, "one"));
}

/* The ids of what is suggested, in order. */
static char *
suggest (Fixture *fixture, unsigned minutes)
{
  g_autoptr (GArray) suggestions = kist_completion_suggest (fixture->library, fixture->progress, minutes);
  GString *ids = g_string_new (NULL);

  for (unsigned i = 0; i < suggestions->len; i++)
    {
      const KistSuggestion *suggestion = &g_array_index (suggestions, KistSuggestion, i);

      g_assert_nonnull (kist_thing_lookup_step (suggestion->thing, kist_step_get_id (suggestion->step)));
      g_string_append_printf (ids, "%s%s", i ? " " : "", kist_step_get_id (suggestion->step));
    }
  return g_string_free (ids, FALSE);
}

#define assert_suggests(fixture, minutes, expected)                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *ids = suggest (fixture, minutes);                                                                 \
    g_assert_cmpstr (ids, ==, expected);                                                                               \
  }                                                                                                                    \
  G_STMT_END

static void
test_suggests_what_fits_into_the_time (Fixture *fixture, gconstpointer data)
{
  assert_suggests (fixture, 0, "");
  assert_suggests (fixture, 3, "");
  assert_suggests (fixture, 4, "one");
  assert_suggests (fixture, 10, "counts request");
  assert_suggests (fixture, 15, "counts look");
  assert_suggests (fixture, 1000, "counts look request passwords rate policy write one two");
}

static void
test_suggests_to_go_on_where_one_was (Fixture *fixture, gconstpointer data)
{
  add (fixture, fixture->media, KIST_VERB_OPENED, "counts", NULL, 0, NULL);
  add (fixture, fixture->second, KIST_VERB_READ, "one", NULL, 0, NULL);
  assert_suggests (fixture, 6, "two");
  assert_suggests (fixture, 11, "two counts");
  add (fixture, fixture->media, KIST_VERB_OPENED, "rate", NULL, 0, NULL);
  assert_suggests (fixture, 21, "rate policy write counts");
  assert_suggests (fixture, 26, "rate policy write counts request");
}

#define TEST(name, without, function) g_test_add ("/completion/" name, Fixture, without, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  TEST ("nothing-is-started-at-first", NULL, test_nothing_is_started_at_first);
  TEST ("a-read-step-is-done-at-its-end", NULL, test_a_read_step_is_done_at_its_end);
  TEST ("a-do-step-is-done-when-all-is-ticked-or-skipped", NULL, test_a_do_step_is_done_when_all_is_ticked_or_skipped);
  TEST ("a-decide-step-is-done-at-an-ending", NULL, test_a_decide_step_is_done_at_an_ending);
  TEST ("a-check-step-is-done-when-all-is-answered-right-or-wrong", NULL,
        test_a_check_step_is_done_when_all_is_answered_right_or_wrong);
  TEST ("a-rate-step-is-done-when-all-is-rated", NULL, test_a_rate_step_is_done_when_all_is_rated);
  TEST ("a-reflect-step-is-done-when-each-prompt-has-words", NULL,
        test_a_reflect_step_is_done_when_each_prompt_has_words);
  TEST ("a-write-step-is-done-when-its-limits-are-met", NULL, test_a_write_step_is_done_when_its_limits_are_met);
  TEST ("a-step-without-its-quiz-is-never-done", "quizzes/passwords.gift", test_a_step_without_its_quiz_is_never_done);
  TEST ("a-thing-counts-its-steps", NULL, test_a_thing_counts_its_steps);
  TEST ("the-next-step-is-the-next-that-is-not-done", NULL, test_the_next_step_is_the_next_that_is_not_done);
  TEST ("suggests-what-fits-into-the-time", NULL, test_suggests_what_fits_into_the_time);
  TEST ("suggests-to-go-on-where-one-was", NULL, test_suggests_to_go_on_where_one_was);
  return g_test_run ();
}
