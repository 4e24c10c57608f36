/* Playing: what is recorded and kept of it, and the list of scenarios. */
#include "../library/pack-fixture.h"
#include "progress/kist-run-record.h"
#include "ui-fixture.h"
#include "ui/practise/kist-play.h"
#include "ui/practise/kist-practise-page.h"
#include "ui/practise/kist-scenario-row.h"

#define SCENARIO "scenarios/request.twee"
#define HEAD                                                                                                           \
  ":: StoryTitle\nA request\n\n:: StoryData\n"                                                                         \
  "{ \"ifid\": \"D674C58C-DEFA-4F70-B7A2-27742230C0FC\", \"format\": \"Kist\", \"format-version\": \"1.0.0\",\n"       \
  "  \"start\": \"Friday\", \"outcomes\": [\"trust\"], \"licence\": \"CC-BY-4.0\" }\n\n"

static const char twee[] = HEAD ":: Friday [decision]\n"
                                "A request arrives.\n"
                                "\n"
                                "[[Leave it->Left]]\n"
                                "[[Accept it->Saturday]]\n"
                                "  outcome: trust -1\n"
                                "  feedback: She is pleased.\n"
                                "  code: workers-2024/2.8\n"
                                "\n"
                                ":: Saturday [decision]\n"
                                "She writes.\n"
                                "\n"
                                "[[Answer->Answered]]\n"
                                "  feedback: She thanks you.\n"
                                "[[Burst->Left]]\n"
                                "  set: big = 9223372036854775807 + 1\n"
                                "\n"
                                ":: Answered [end]\n"
                                "It is late.\n"
                                "\n"
                                ":: Left [end]\n"
                                "You sleep well.\n";

typedef struct
{
  UiFixture ui;
  char     *pack;
  KistPlay *play; /* (owned) (nullable) */
} Fixture;

/* Loads the pack as it is now and opens the store. */
static void
open_all (Fixture *fixture)
{
  const char *folders[] = { fixture->pack, NULL };

  fixture->ui.library = kist_library_load (folders, NULL);
  fixture->ui.media = kist_library_lookup_thing (fixture->ui.library, "core/media");
  ui_fixture_open (&fixture->ui);
}

static void
close_all (Fixture *fixture)
{
  g_clear_object (&fixture->play);
  ui_fixture_close (&fixture->ui);
  g_assert_finalize_object (g_steal_pointer (&fixture->ui.library));
}

static void
play (Fixture *fixture)
{
  fixture->play =
      kist_play_new (fixture->ui.services, fixture->ui.media, ui_fixture_step (&fixture->ui, "request"), FALSE);
}

/* As if the program had ended and was started again, with @scenario in the pack, or the same. */
static void
restart (Fixture *fixture, const char *scenario)
{
  close_all (fixture);
  if (scenario)
    pack_fixture_write (fixture->pack, SCENARIO, scenario);
  open_all (fixture);
  play (fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, NULL);
  fixture->pack = g_build_filename (g_get_user_data_dir (), "pack", NULL);
  restart (fixture, twee);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->play);
  ui_fixture_tear_down (&fixture->ui, data);
  g_free (fixture->pack);
}

static const KistEvent *
last_event (Fixture *fixture)
{
  GPtrArray *events = kist_services_get_events (fixture->ui.services);

  return g_ptr_array_index (events, events->len - 1);
}

static void
assert_shown (Fixture *fixture, KistPlayerStage stage, const char *expected)
{
  g_autoptr (KistPlayerState) state = kist_play_dup_state (fixture->play);
  g_autofree char *text = kist_document_to_text (state->text);

  g_assert_cmpint (state->stage, ==, stage);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_choice_is_recorded_as_it_is_taken (Fixture *fixture, gconstpointer data)
{
  const KistEvent *event;

  kist_play_choose (fixture->play, 1);
  event = last_event (fixture);
  g_assert_cmpint (event->verb, ==, KIST_VERB_CHOSE);
  g_assert_cmpstr (event->thing, ==, "core/media");
  g_assert_cmpstr (event->step, ==, "request");
  g_assert_true (g_uuid_string_is_valid (event->item));
  g_assert_cmpint (event->value, ==, 1);
  g_assert_cmpstr (event->text, ==, "Friday");
  g_assert_cmpstr (event->codes, ==, "workers-2024/2.8");
}

static void
test_ending_is_recorded_when_it_is_reached (Fixture *fixture, gconstpointer data)
{
  g_autofree char *run = NULL;

  kist_play_choose (fixture->play, 1);
  run = g_strdup (last_event (fixture)->item);
  kist_play_go_on (fixture->play);
  kist_play_choose (fixture->play, 0);
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_ENDED), ==, 0);
  kist_play_go_on (fixture->play);
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_ENDED), ==, 1);
  g_assert_cmpstr (last_event (fixture)->text, ==, "Answered");
  g_assert_cmpstr (last_event (fixture)->item, ==, run);
  kist_play_go_on (fixture->play);
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_ENDED), ==, 1);
}

static void
test_run_goes_on_where_it_was_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *run = NULL;

  kist_play_choose (fixture->play, 1);
  run = g_strdup (last_event (fixture)->item);
  restart (fixture, NULL);
  assert_shown (fixture, KIST_PLAYER_CONSEQUENCE, "She is pleased.");
  kist_play_go_on (fixture->play);
  restart (fixture, NULL);
  assert_shown (fixture, KIST_PLAYER_PASSAGE, "She writes.");
  kist_play_choose (fixture->play, 0);
  g_assert_cmpstr (last_event (fixture)->item, ==, run);
}

static void
test_finished_run_shows_its_end_again_and_ends_once (Fixture *fixture, gconstpointer data)
{
  kist_play_choose (fixture->play, 0);
  restart (fixture, NULL);
  assert_shown (fixture, KIST_PLAYER_ENDING, "You sleep well.");
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_ENDED), ==, 1);
}

static void
test_run_begins_afresh_when_its_way_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) state = NULL;
  g_autoptr (KistPlayerState) next = NULL;

  kist_play_choose (fixture->play, 1);
  kist_play_go_on (fixture->play);
  restart (fixture, HEAD ":: Friday [decision]\nAnother story.\n\n[[Go->Left]]\n  feedback: Gone.\n\n"
                         ":: Left [end]\nYou sleep well.\n");
  assert_shown (fixture, KIST_PLAYER_PASSAGE, "Another story.");
  state = kist_play_dup_state (fixture->play);
  g_assert_nonnull (state->notice);
  kist_play_choose (fixture->play, 0);
  next = kist_play_dup_state (fixture->play);
  g_assert_null (next->notice);
}

static void
test_last_choice_can_be_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) state = NULL;

  kist_play_go_back (fixture->play);
  kist_play_choose (fixture->play, 1);
  kist_play_go_back (fixture->play);
  assert_shown (fixture, KIST_PLAYER_PASSAGE, "A request arrives.");
  state = kist_play_dup_state (fixture->play);
  g_assert_true (((KistPlayerChoice *)state->choices->pdata[1])->was_taken);
  kist_play_choose (fixture->play, 0);
  assert_shown (fixture, KIST_PLAYER_ENDING, "You sleep well.");
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_CHOSE), ==, 2);
}

static void
test_same_way_again_keeps_what_was_chosen_further_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) same = NULL;
  g_autoptr (KistPlayerState) other = NULL;

  kist_play_choose (fixture->play, 1);
  kist_play_go_on (fixture->play);
  kist_play_choose (fixture->play, 0);
  kist_play_go_back_to (fixture->play, 0);
  kist_play_choose (fixture->play, 1);
  kist_play_go_on (fixture->play);
  same = kist_play_dup_state (fixture->play);
  g_assert_true (((KistPlayerChoice *)same->choices->pdata[0])->was_taken);

  kist_play_go_back (fixture->play);
  kist_play_choose (fixture->play, 0);
  kist_play_go_back (fixture->play);
  other = kist_play_dup_state (fixture->play);
  g_assert_true (((KistPlayerChoice *)other->choices->pdata[0])->was_taken);
  g_assert_false (((KistPlayerChoice *)other->choices->pdata[1])->was_taken);
}

static void
test_number_too_large_is_said_and_nothing_is_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlayerState) stuck = NULL;
  g_autoptr (KistPlayerState) back = NULL;

  kist_play_choose (fixture->play, 1);
  kist_play_go_on (fixture->play);
  kist_play_choose (fixture->play, 1);
  assert_shown (fixture, KIST_PLAYER_PASSAGE, "She writes.");
  stuck = kist_play_dup_state (fixture->play);
  g_assert_nonnull (stuck->problem);
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_CHOSE), ==, 1);
  kist_play_go_back (fixture->play);
  back = kist_play_dup_state (fixture->play);
  g_assert_null (back->problem);
}

static void
test_another_run_has_another_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *run = NULL;

  kist_play_choose (fixture->play, 0);
  run = g_strdup (last_event (fixture)->item);
  kist_play_begin_again (fixture->play);
  assert_shown (fixture, KIST_PLAYER_PASSAGE, "A request arrives.");
  kist_play_choose (fixture->play, 0);
  g_assert_cmpstr (last_event (fixture)->item, !=, run);
  g_assert_cmpuint (ui_fixture_count (&fixture->ui, KIST_VERB_ENDED), ==, 2);
}

/* The run's way as the events have it, "1 0 = Left"; "" when there is no such run. */
static char *
dup_recorded (Fixture *fixture, unsigned index)
{
  g_autoptr (GPtrArray) records =
      kist_run_records_of (kist_services_get_events (fixture->ui.services), "core/media", "request");
  const KistRunRecord *record = index < records->len ? g_ptr_array_index (records, index) : NULL;
  GString             *way = g_string_new (NULL);

  for (unsigned i = 0; record && i < record->choices->len; i++)
    g_string_append_printf (way, "%u ", ((KistRunChoice *)g_ptr_array_index (record->choices, i))->choice);
  if (record && record->ending)
    g_string_append_printf (way, "= %s", record->ending);
  return g_string_free (way, FALSE);
}

static void
assert_recorded (Fixture *fixture, unsigned index, const char *expected)
{
  g_autofree char *way = dup_recorded (fixture, index);

  g_assert_cmpstr (way, ==, expected);
}

static void
test_choice_taken_back_is_not_in_the_record (Fixture *fixture, gconstpointer data)
{
  kist_play_choose (fixture->play, 1);
  kist_play_go_back (fixture->play);
  assert_recorded (fixture, 0, "1 ");
  restart (fixture, NULL);
  kist_play_choose (fixture->play, 0);
  assert_recorded (fixture, 0, "0 = Left");
  assert_recorded (fixture, 1, "");
}

static void
test_other_way_after_the_end_is_another_run (Fixture *fixture, gconstpointer data)
{
  kist_play_choose (fixture->play, 1);
  kist_play_go_on (fixture->play);
  kist_play_choose (fixture->play, 0);
  kist_play_go_on (fixture->play);
  kist_play_go_back_to (fixture->play, 0);
  assert_recorded (fixture, 1, "");
  restart (fixture, NULL);
  kist_play_choose (fixture->play, 0);
  assert_recorded (fixture, 0, "1 0 = Answered");
  assert_recorded (fixture, 1, "0 = Left");
  assert_recorded (fixture, 2, "");
}

static void
test_run_is_written_about_once_and_not_for_a_badge (Fixture *fixture, gconstpointer data)
{
  KistJournal     *journal = kist_services_get_journal (fixture->ui.services);
  g_autofree char *id = NULL;
  KistEntry       *entry;

  kist_play_choose (fixture->play, 0);
  id = g_strdup (kist_play_write (fixture->play));
  g_assert_cmpstr (kist_play_write (fixture->play), ==, id);
  entry = kist_journal_lookup (journal, id);
  g_assert_cmpstr (kist_entry_get_title (entry), ==, "A request");
  g_assert_null (kist_entry_get_thing (entry));
  g_assert_null (kist_entry_get_badge (entry));
  g_assert_nonnull (strstr (kist_entry_get_body (entry), "Leave it"));
  kist_journal_delete (journal, entry);
  g_assert_cmpstr (kist_play_write (fixture->play), !=, id);
}

static GtkWidget *
show_page (Fixture *fixture)
{
  return g_object_ref_sink (GTK_WIDGET (kist_practise_page_new (fixture->ui.services)));
}

static void
test_page_lists_what_can_be_played_and_follows_it (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);
  g_autoptr (GPtrArray) rows = harness_find_all (page, KIST_TYPE_SCENARIO_ROW);
  AdwActionRow *row;

  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "A request");
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "Social media\nEndings found: 0 of 2\nTouches 2.8 (Workers)");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (ui_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON)), ==,
                   "More for “A request”");
  kist_play_choose (fixture->play, 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==,
                   "Social media\nEndings found: 1 of 2 · Today\nTouches 2.8 (Workers)");
  g_assert_finalize_object (page);
}

static void
test_page_says_when_there_is_nothing_to_play (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  close_all (fixture);
  pack_fixture_write (fixture->pack, SCENARIO, HEAD ":: Friday\nNo way on.\n[[Go->Nowhere]]\n");
  open_all (fixture);
  page = show_page (fixture);
  g_assert_true (ui_has_label (page, "No Scenarios"));
  g_assert_finalize_object (page);
}

#define ADD(name, test) g_test_add ("/practise/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("choice-is-recorded-as-it-is-taken", test_choice_is_recorded_as_it_is_taken);
  ADD ("ending-is-recorded-when-it-is-reached", test_ending_is_recorded_when_it_is_reached);
  ADD ("run-goes-on-where-it-was-left", test_run_goes_on_where_it_was_left);
  ADD ("finished-run-shows-its-end-again-and-ends-once", test_finished_run_shows_its_end_again_and_ends_once);
  ADD ("run-begins-afresh-when-its-way-is-gone", test_run_begins_afresh_when_its_way_is_gone);
  ADD ("last-choice-can-be-taken-back", test_last_choice_can_be_taken_back);
  ADD ("same-way-again-keeps-what-was-chosen-further-on", test_same_way_again_keeps_what_was_chosen_further_on);
  ADD ("number-too-large-is-said-and-nothing-is-taken", test_number_too_large_is_said_and_nothing_is_taken);
  ADD ("another-run-has-another-name", test_another_run_has_another_name);
  ADD ("choice-taken-back-is-not-in-the-record", test_choice_taken_back_is_not_in_the_record);
  ADD ("other-way-after-the-end-is-another-run", test_other_way_after_the_end_is_another_run);
  ADD ("run-is-written-about-once-and-not-for-a-badge", test_run_is_written_about_once_and_not_for_a_badge);
  ADD ("page-lists-what-can-be-played-and-follows-it", test_page_lists_what_can_be_played_and_follows_it);
  ADD ("page-says-when-there-is-nothing-to-play", test_page_says_when_there_is_nothing_to_play);
  return g_test_run ();
}
