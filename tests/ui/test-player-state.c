#include "ui/practise/ending/kist-run-outcome.h"
#include "ui/practise/kist-player-state.h"
#include "ui/practise/kist-practise-wording.h"

static const char twee[] =
    ":: StoryData\n"
    "{ \"ifid\": \"D674C58C-DEFA-4F70-B7A2-27742230C0FC\", \"format\": \"Kist\",\n"
    "  \"format-version\": \"1.0.0\", \"start\": \"Friday\", \"outcomes\": [\"trust\", \"person\", "
    "\"weather\"], \"licence\": \"CC-BY-4.0\" }\n"
    "\n"
    ":: Friday [decision]\n"
    "A *request* arrives.\n"
    "\n"
    "You think.\n"
    "\n"
    "[[Accept it->Walk]]\n"
    "  outcome: trust -2, person +1, weather +0\n"
    "  feedback: She *smiles*.\n"
    "  code: workers-2024/2.8, workers-2024/99.9\n"
    "[[Leave it->Slept]]\n"
    "\n"
    ":: Walk [info]\n"
    "You walk home.\n"
    "\n"
    "[[Go in->Home]]\n"
    "\n"
    ":: Home [decision]\n"
    "The kettle is on.\n"
    "\n"
    "[[Tell Ana->Told]]\n"
    "  outcome: trust +9\n"
    "[[Say nothing->Gap]]\n"
    "[[Count->Home]]\n"
    "\n"
    ":: Gap [decision]\n"
    "Nothing.\n"
    "\n"
    "[[Never->Told]]\n"
    "  if: missing\n"
    "\n"
    ":: Told [end]\n"
    "She nods.\n"
    "\n"
    ":: Slept [end]\n"
    "You sleep.\n"
    "\n"
    ":: Third [end]\n"
    "Nobody comes here.\n";

typedef struct
{
  KistLibrary  *library;
  KistScenario *scenario;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = g_build_filename (g_getenv ("KIST_PACK_PATH"), "digital-things", NULL);
  const char      *folders[] = { pack, NULL };
  g_autoptr (KistReport) report = kist_report_new ();

  fixture->library = kist_library_load (folders, NULL);
  fixture->scenario = kist_scenario_parse_twee (twee, "s.twee", report);
  g_assert_nonnull (fixture->scenario);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->scenario);
  g_assert_finalize_object (fixture->library);
}

/* The run after these choices, and what is shown of it. */
static KistPlayerState *
state_after (Fixture *fixture, const char *choices, gboolean is_following)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistRun) run = kist_run_new_from_choices (fixture->scenario, choices, &error);
  KistPlayerMoment moment = { .run = run, .is_following = is_following };

  g_assert_no_error (error);
  return kist_player_state_new (&moment, fixture->library);
}

static void
assert_text (KistPlayerState *state, const char *expected)
{
  g_autofree char *text = kist_document_to_text (state->text);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_start_shows_its_text_and_choices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) state = state_after (fixture, "", FALSE);

  g_assert_cmpint (state->stage, ==, KIST_PLAYER_PASSAGE);
  assert_text (state, "A request arrives.\n\nYou think.");
  g_assert_cmpuint (state->choices->len, ==, 2);
  g_assert_cmpstr (((KistPlayerChoice *)state->choices->pdata[0])->text, ==, "Accept it");
  g_assert_cmpstr (((KistPlayerChoice *)state->choices->pdata[1])->text, ==, "Leave it");
  g_assert_false (state->can_go_back);
  g_assert_null (state->notice);
  g_assert_null (state->problem);
}

static void
test_what_the_focus_does_not_say_is_announced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) start = state_after (fixture, "", FALSE);
  g_autoptr (KistPlayerState) info = state_after (fixture, "0", FALSE);
  g_autoptr (KistPlayerState) consequence = state_after (fixture, "0", TRUE);
  g_autoptr (KistPlayerState) end = state_after (fixture, "1", FALSE);

  g_assert_cmpstr (start->announcement, ==, "You think.\n2 choices.");
  g_assert_cmpstr (info->announcement, ==, "1 choice.");
  g_assert_cmpstr (consequence->announcement, ==, "She smiles.\nTrust: −2.\nThe person you support: +1.");
  g_assert_cmpstr (end->announcement, ==, "Endings found: 1 of 3.");
}

static void
test_consequence_says_for_whom_and_which_codes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) state = state_after (fixture, "0", TRUE);
  KistPlayerCode *known;
  KistPlayerCode *unknown;

  g_assert_cmpint (state->stage, ==, KIST_PLAYER_CONSEQUENCE);
  assert_text (state, "She smiles.");
  g_assert_cmpuint (state->changes->len, ==, 2);
  g_assert_cmpstr (state->changes->pdata[0], ==, "Trust: −2");
  g_assert_cmpstr (state->changes->pdata[1], ==, "The person you support: +1");
  g_assert_cmpuint (state->codes->len, ==, 2);
  known = state->codes->pdata[0];
  unknown = state->codes->pdata[1];
  g_assert_cmpstr (known->code, ==, "workers-2024/2.8");
  g_assert_cmpstr (known->title, ==, "2.8 Relationships with boundaries");
  g_assert_cmpstr (known->framework, ==, "Code of Practice for Social Service Workers, 2024");
  g_assert_cmpstr (unknown->title, ==, "workers-2024/99.9");
  g_assert_cmpstr (unknown->framework, ==, "");
  g_assert_true (state->can_go_back);
}

static void
test_end_tells_how_it_turned_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) state = state_after (fixture, "0,0,0", FALSE);
  KistRunOutcome *trust;
  KistRunOutcome *weather;

  g_assert_cmpint (state->stage, ==, KIST_PLAYER_ENDING);
  g_assert_cmpstr (state->title, ==, "Told");
  assert_text (state, "She nods.");
  g_assert_cmpuint (state->outcomes->len, ==, 3);
  trust = state->outcomes->pdata[0];
  weather = state->outcomes->pdata[2];
  g_assert_cmpstr (trust->title, ==, "Trust");
  g_assert_cmpint (trust->value, ==, 7);
  g_assert_cmpstr (weather->title, ==, "weather");
  g_assert_cmpint (weather->value, ==, 0);
  g_assert_cmpstr (trust->moves, ==, "0 at the start; Friday −2; Home +9");
  g_assert_null (weather->moves);
  g_assert_cmpint (state->limit, ==, 7);
  g_assert_null (state->score);
}

static void
test_trail_leaves_out_what_one_only_passed_through (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) state = state_after (fixture, "0,0,0", FALSE);
  KistDecision    *first;
  KistDecision    *second;
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (state->trail->len, ==, 2);
  first = state->trail->pdata[0];
  second = state->trail->pdata[1];
  g_assert_cmpstr (first->passage, ==, "Friday");
  g_assert_cmpstr (first->choice, ==, "Accept it");
  g_assert_cmpstr (first->feedback, ==, "She smiles.");
  g_assert_cmpuint (first->length, ==, 0);
  g_assert_cmpstr (second->passage, ==, "Home");
  g_assert_null (second->feedback);
  sentence = kist_trail_dup_sentence (first, TRUE);
  g_assert_cmpstr (sentence, ==, "First, at “Friday”: Accept it.");
  g_assert_cmpuint (second->length, ==, 2);
}

/* The choices of a run that goes round at home as often as that: two decisions more. */
static char *
dup_circles (unsigned n)
{
  GString *choices = g_string_new ("0,0");

  for (unsigned i = 0; i < n; i++)
    g_string_append (choices, ",2");
  g_string_append (choices, ",0");
  return g_string_free (choices, FALSE);
}

static void
test_long_trail_keeps_its_beginning_and_its_end (Fixture *fixture, gconstpointer data)
{
  g_autofree char *choices = dup_circles (KIST_TRAIL_MAX_DECISIONS + 3);
  g_autofree char *just = dup_circles (KIST_TRAIL_MAX_DECISIONS - 2);
  g_autoptr (KistPlayerState) state = state_after (fixture, choices, FALSE);
  g_autoptr (KistPlayerState) whole = state_after (fixture, just, FALSE);

  g_assert_cmpuint (state->trail->len, ==, KIST_TRAIL_MAX_DECISIONS);
  g_assert_cmpstr (((KistDecision *)state->trail->pdata[0])->passage, ==, "Friday");
  g_assert_cmpstr (((KistDecision *)state->trail->pdata[KIST_TRAIL_MAX_DECISIONS - 1])->choice, ==, "Tell Ana");
  for (unsigned i = 0; i < KIST_TRAIL_MAX_DECISIONS; i++)
    {
      unsigned n_left_out = ((KistDecision *)state->trail->pdata[i])->n_left_out;

      g_assert_cmpuint (n_left_out, ==, i == KIST_TRAIL_MAX_DECISIONS / 2 ? 5 : 0);
      g_assert_cmpuint (((KistDecision *)whole->trail->pdata[i])->n_left_out, ==, 0);
    }
  g_assert_cmpuint (whole->trail->len, ==, KIST_TRAIL_MAX_DECISIONS);
}

static void
test_draft_of_a_long_run_is_no_book (Fixture *fixture, gconstpointer data)
{
  g_autofree char *choices = dup_circles (5000);
  g_autoptr (KistRun) run = kist_run_new_from_choices (fixture->scenario, choices, NULL);
  g_autofree char *draft =
      kist_trail_dup_draft (run, kist_library_get_thing (fixture->library, 0), fixture->library, NULL);

  g_assert_nonnull (strstr (draft, "- **Friday**: Accept it\n- **Home**: Count\n"));
  g_assert_nonnull (strstr (draft, "- **Home**: Count\n- … and 4902 more decisions …\n- **Home**: Count\n"));
  g_assert_nonnull (strstr (draft, "- **Home**: Tell Ana\n\n"));
  g_assert_cmpuint (strlen (draft), <, 4000);
}

static void
test_endings_are_counted_once_and_only_those_there_are (Fixture *fixture, gconstpointer data)
{
  const char *names[] = { "Slept", "Walk", "Gone since", "Third" };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_assert_cmpuint (kist_player_state_count_endings (fixture->scenario, NULL, NULL), ==, 0);
  g_assert_cmpuint (kist_player_state_count_endings (fixture->scenario, NULL, "Told"), ==, 1);
  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (found, (gpointer)names[i]);
  g_assert_cmpuint (kist_player_state_count_endings (fixture->scenario, found, NULL), ==, 2);
  g_assert_cmpuint (kist_player_state_count_endings (fixture->scenario, found, "Slept"), ==, 2);
  g_assert_cmpuint (kist_player_state_count_endings (fixture->scenario, found, "Told"), ==, 3);
}

static void
test_what_was_chosen_before_is_marked_after_going_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistRun) ahead = kist_run_new_from_choices (fixture->scenario, "0,0,1", NULL);
  g_autoptr (KistRun) run = kist_run_go_back (ahead, 1);
  KistPlayerMoment moment = { .run = run, .ahead = ahead };
  g_autoptr (KistPlayerState) state = kist_player_state_new (&moment, fixture->library);

  g_assert_cmpuint (state->choices->len, ==, 3);
  g_assert_false (((KistPlayerChoice *)state->choices->pdata[0])->was_taken);
  g_assert_true (((KistPlayerChoice *)state->choices->pdata[1])->was_taken);
}

static void
test_no_way_on_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) state = state_after (fixture, "0,0,1", FALSE);

  g_assert_cmpint (state->stage, ==, KIST_PLAYER_PASSAGE);
  g_assert_cmpuint (state->choices->len, ==, 0);
  g_assert_nonnull (state->problem);
  g_assert_true (state->can_go_back);
}

static void
test_problem_and_new_beginning_are_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistRun) run = kist_run_new (fixture->scenario);
  KistPlayerMoment moment = { .run = run, .is_afresh = TRUE, .problem = "A number is too large." };
  g_autoptr (KistPlayerState) state = kist_player_state_new (&moment, fixture->library);

  g_assert_cmpstr (state->problem, ==, "A number is too large.");
  g_assert_nonnull (state->notice);
  g_assert_cmpuint (state->choices->len, ==, 2);
}

static void
test_changes_are_written_with_their_sign (void)
{
  static const struct
  {
    gint64      change;
    const char *words;
  } changes[] = {
    { 1, "You: +1" },
    { -3, "You: −3" },
    { 0, "You: 0" },
    { G_MININT64, "You: −9223372036854775808" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *words = kist_practise_wording_dup_change ("you", changes[i].change);

      g_assert_cmpstr (words, ==, changes[i].words);
    }
}

static void
test_codes_of_a_scenario_stand_once_by_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (":: Start\n"
                                                                "x\n"
                                                                "[[A->End]]\n"
                                                                "  code: workers-2024/2.8\n"
                                                                "[[B->End]]\n"
                                                                "  code: workers-2024/3.1, workers-2024/2.3\n"
                                                                "[[C->End]]\n"
                                                                "  code: workers-2024/2.8, nowhere/1\n"
                                                                ":: End [end]\n"
                                                                "x\n",
                                                                "s.twee", report);
  g_autofree char *codes = kist_practise_wording_dup_codes (fixture->library, scenario);

  g_assert_cmpstr (codes, ==, "Touches 2.3, 2.8, 3.1 (Code of Practice for Social Service Workers, 2024)");
}

static void
test_draft_lists_decisions_and_codes_and_leaves_the_rest_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistRun) run = kist_run_new_from_choices (fixture->scenario, "0,0,0", NULL);
  KistThing       *thing = kist_library_get_thing (fixture->library, 0);
  g_autofree char *draft = kist_trail_dup_draft (run, thing, fixture->library, NULL);

  g_assert_nonnull (strstr (draft, "- **Friday**: Accept it\n- **Home**: Tell Ana\n"));
  g_assert_nonnull (strstr (draft, "- 2.8 Relationships with boundaries (Code of Practice"));
  g_assert_nonnull (strstr (draft, "- workers-2024/99.9\n"));
  g_assert_nonnull (strstr (draft, kist_thing_get_title (thing)));
  g_assert_null (strstr (draft, "Walk"));
  g_assert_null (strstr (draft, "smiles"));
  g_assert_true (g_str_has_suffix (draft, "## What I will do at work\n\n"));
}

#define ADD(name, test) g_test_add ("/player-state/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("start-shows-its-text-and-choices", test_start_shows_its_text_and_choices);
  ADD ("what-the-focus-does-not-say-is-announced", test_what_the_focus_does_not_say_is_announced);
  ADD ("consequence-says-for-whom-and-which-codes", test_consequence_says_for_whom_and_which_codes);
  ADD ("end-tells-how-it-turned-out", test_end_tells_how_it_turned_out);
  ADD ("trail-leaves-out-what-one-only-passed-through", test_trail_leaves_out_what_one_only_passed_through);
  ADD ("draft-of-a-long-run-is-no-book", test_draft_of_a_long_run_is_no_book);
  ADD ("long-trail-keeps-its-beginning-and-its-end", test_long_trail_keeps_its_beginning_and_its_end);
  ADD ("endings-are-counted-once-and-only-those-there-are", test_endings_are_counted_once_and_only_those_there_are);
  ADD ("what-was-chosen-before-is-marked-after-going-back", test_what_was_chosen_before_is_marked_after_going_back);
  ADD ("no-way-on-is-said", test_no_way_on_is_said);
  ADD ("problem-and-new-beginning-are-said", test_problem_and_new_beginning_are_said);
  g_test_add_func ("/practise-wording/changes-are-written-with-their-sign", test_changes_are_written_with_their_sign);
  ADD ("codes-of-a-scenario-stand-once-by-number", test_codes_of_a_scenario_stand_once_by_number);
  ADD ("draft-lists-decisions-and-codes-and-leaves-the-rest-open",
       test_draft_lists_decisions_and_codes_and_leaves_the_rest_open);
  return g_test_run ();
}
