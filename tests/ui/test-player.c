/* The player in its page, in the real window. */
#include "../library/pack-fixture.h"
#include "ui-fixture.h"
#include "ui/practise/group/kist-group-page.h"
#include "ui/practise/kist-choice-button.h"
#include "ui/practise/kist-consequence-view.h"
#include "ui/practise/kist-player.h"
#include "ui/widgets/kist-document-view.h"

typedef struct
{
  UiFixture  ui;
  GtkWidget *page;
  GtkWidget *player;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = g_build_filename (g_get_user_data_dir (), "pack", NULL);
  const char      *folders[] = { pack, NULL };

  ui_fixture_set_up (&fixture->ui, NULL);
  ui_fixture_close (&fixture->ui);
  g_clear_object (&fixture->ui.library);
  pack_fixture_edit (pack, "scenarios/request.twee", "  outcome: trust -1\n",
                     "  outcome: trust -1\n  feedback: She is *pleased*.\n");
  pack_fixture_edit (pack, "scenarios/request.twee", "They see your photos.\n",
                     "They see your photos.\n\nAll of them.\n");
  fixture->ui.library = kist_library_load (folders, NULL);
  fixture->ui.media = kist_library_lookup_thing (fixture->ui.library, "core/media");
  ui_fixture_open (&fixture->ui);
  ui_fixture_open_window (&fixture->ui);
  fixture->page = ui_fixture_open_step (&fixture->ui, "request");
  fixture->player = ui_find (fixture->page, KIST_TYPE_PLAYER);
  gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_fixture_tear_down (&fixture->ui, data);
}

static GtkShortcut *
lookup_shortcut (Fixture *fixture, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->player);

  for (unsigned i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (unsigned j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *has = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (has, trigger))
            return shortcut; /* the controller keeps it */
        }
    }
  g_error ("there is no shortcut “%s”", trigger);
}

/* What the window does when the key gets to it; whether it was taken. */
static gboolean
press (Fixture *fixture, const char *trigger)
{
  GtkShortcut *shortcut = lookup_shortcut (fixture, trigger);
  gboolean     is_taken = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->player,
                                                        gtk_shortcut_get_arguments (shortcut));

  harness_wait_for_frame (fixture->ui.window);
  return is_taken;
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->ui.window));
}

static void
test_choice_is_named_by_its_text_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) choices = harness_find_all (fixture->player, KIST_TYPE_CHOICE_BUTTON);

  g_assert_cmpuint (choices->len, ==, 2);
  gtk_test_accessible_assert_property (choices->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, "Accept it");
  gtk_test_accessible_assert_property (choices->pdata[0], GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "1");
  gtk_test_accessible_assert_property (choices->pdata[1], GTK_ACCESSIBLE_PROPERTY_LABEL, "Leave it");
  g_assert_true (ui_has_label (choices->pdata[1], "2"));
}

static void
test_whole_scenario_is_played_by_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *back;

  g_assert_true (press (fixture, "1|KP_1"));
  g_assert_true (ui_has_label (fixture->player, "She is pleased."));
  g_assert_true (ui_has_label (fixture->player, "Trust: −1"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (fixture))), ==, "Go _On");
  ui_click (get_focus (fixture));
  harness_wait_for_frame (fixture->ui.window);
  g_assert_true (ui_has_label (fixture->player, "Accepted"));
  g_assert_true (ui_has_label (fixture->player, "Endings found: 1 of 2"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_focus (fixture))), ==, "They see your photos.");
  g_assert_false (press (fixture, "1|KP_1"));

  g_assert_true (press (fixture, "BackSpace|<Alt>BackSpace"));
  g_assert_true (ui_has_label (fixture->player, "A request arrives."));
  back = ui_find_nth (fixture->player, KIST_TYPE_CHOICE_BUTTON, 0);
  gtk_test_accessible_assert_property (back, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "You chose this before");
  g_assert_false (press (fixture, "3|KP_3"));
  g_assert_true (press (fixture, "2|KP_2"));
  g_assert_true (ui_has_label (fixture->player, "Endings found: 2 of 2"));
}

static void
test_keys_mean_the_player_only_on_its_page_and_outside_texts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = gtk_text_new ();
  GtkWidget *content = gtk_widget_get_parent (fixture->player);

  gtk_widget_set_parent (entry, content);
  gtk_widget_grab_focus (entry);
  g_assert_true (get_focus (fixture) == entry);
  g_assert_false (press (fixture, "1|KP_1"));
  g_assert_false (press (fixture, "BackSpace|<Alt>BackSpace"));
  gtk_widget_unparent (entry);

  gtk_widget_child_focus (ui_find (fixture->ui.window, GTK_TYPE_LIST_BOX), GTK_DIR_TAB_FORWARD);
  g_assert_false (gtk_widget_is_ancestor (get_focus (fixture), fixture->page));
  g_assert_false (press (fixture, "1|KP_1"));

  gtk_root_set_focus (GTK_ROOT (fixture->ui.window), NULL);
  g_assert_true (press (fixture, "1|KP_1"));
}

static void
test_code_leads_to_its_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  press (fixture, "1|KP_1");
  row = ui_find (ui_find (fixture->player, KIST_TYPE_CONSEQUENCE_VIEW), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "2.8 Boundaries");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Workers");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open-code");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), ==,
                   "workers-2024/2.8");
}

static void
test_decision_can_be_gone_back_to_and_played_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;

  press (fixture, "2|KP_2");
  g_assert_true (ui_has_label (fixture->player, "You sleep well."));
  gtk_widget_activate_action (fixture->player, "player.go-back-to", "u", 0);
  g_assert_true (ui_has_label (fixture->player, "A request arrives."));
  press (fixture, "2|KP_2");
  ui_click (ui_find_button (fixture->player, "_Play Again"));
  g_assert_true (ui_has_label (fixture->player, "A request arrives."));
  buttons = harness_find_all (fixture->player, KIST_TYPE_CHOICE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 2);
}

static void
test_writing_opens_an_entry (Fixture *fixture, gconstpointer data)
{
  press (fixture, "2|KP_2");
  ui_click (ui_find_button (fixture->player, "_Write About This"));
  harness_wait_for_frame (fixture->ui.window);
  g_assert_true (ui_fixture_get_page (&fixture->ui) != fixture->page);
  g_assert_cmpuint (
      g_list_model_get_n_items (kist_journal_get_entries (kist_services_get_journal (fixture->ui.services))), ==, 1);
}

static void
test_what_is_new_begins_at_the_top (Fixture *fixture, gconstpointer data)
{
  GtkWidget      *scrolled = gtk_widget_get_ancestor (fixture->player, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  press (fixture, "1|KP_1");
  g_assert_true (gtk_widget_compute_bounds (fixture->player, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, <=, 24);
}

/* As when a key is pressed before the page was ever laid out. */
static void
test_choice_may_come_before_the_first_layout (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (fixture->player, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_page_size (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), 0);
  g_assert_true (gtk_widget_activate_action (fixture->player, "player.choose", "u", 0));
  harness_wait_for_frame (fixture->ui.window);
  g_assert_true (ui_has_label (fixture->page, "What Follows"));
}

/* Pictures in a scenario are found from the folder of its file. */
static void
test_pictures_are_found (Fixture *fixture, gconstpointer data)
{
  KistDocumentView *text = KIST_DOCUMENT_VIEW (ui_find (fixture->player, KIST_TYPE_DOCUMENT_VIEW));
  g_autofree char  *folder = g_build_filename (g_get_user_data_dir (), "pack", "scenarios", NULL);
  g_autofree char  *base = NULL;

  g_object_get (text, "base-folder", &base, NULL);
  g_assert_cmpstr (base, ==, folder);
}

/* How many of the player's views there are: two while one fades into the other. */
static unsigned
count_views (Fixture *fixture)
{
  GtkWidget *stack = ui_find (fixture->player, GTK_TYPE_STACK);
  unsigned   n = 0;

  for (GtkWidget *bin = gtk_widget_get_first_child (stack); bin; bin = gtk_widget_get_next_sibling (bin))
    n += adw_bin_get_child (ADW_BIN (bin)) ? 1 : 0;
  return n;
}

static void
test_views_fade_only_where_the_desktop_moves (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (fixture->player, "player.choose", "u", 0));
  g_assert_cmpuint (count_views (fixture), ==, 1);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_assert_true (gtk_widget_activate_action (fixture->player, "player.go-on", NULL));
  g_assert_cmpuint (count_views (fixture), ==, 2);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  while (count_views (fixture) > 1)
    harness_wait_for_frame (fixture->ui.window);
}

static void
test_group_can_begin_from_the_step_too (Fixture *fixture, gconstpointer data)
{
  GtkWidget  *button = ui_find (fixture->page, GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autoptr (GMenuModel) playing = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) reading = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (playing, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_autofree char *action = NULL;

  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Playing and Reading Options");
  g_assert_cmpint (g_menu_model_get_n_items (reading), >, 0);
  g_assert_true (g_menu_model_get_item_attribute (playing, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (gtk_widget_activate_action_variant (button, action, target));
  g_assert_true (KIST_IS_GROUP_PAGE (ui_fixture_get_page (&fixture->ui)));
  harness_wait_for_frame (fixture->ui.window);

  ui_fixture_go_back (&fixture->ui);
  button = ui_find (ui_fixture_open_step (&fixture->ui, "counts"), GTK_TYPE_MENU_BUTTON);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Reading Options");
}

#define ADD(name, test) g_test_add ("/player/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("choice-is-named-by-its-text-alone", test_choice_is_named_by_its_text_alone);
  ADD ("whole-scenario-is-played-by-keys", test_whole_scenario_is_played_by_keys);
  ADD ("keys-mean-the-player-only-on-its-page-and-outside-texts",
       test_keys_mean_the_player_only_on_its_page_and_outside_texts);
  ADD ("choice-may-come-before-the-first-layout", test_choice_may_come_before_the_first_layout);
  ADD ("pictures-are-found", test_pictures_are_found);
  ADD ("code-leads-to-its-page", test_code_leads_to_its_page);
  ADD ("decision-can-be-gone-back-to-and-played-again", test_decision_can_be_gone_back_to_and_played_again);
  ADD ("writing-opens-an-entry", test_writing_opens_an_entry);
  ADD ("views-fade-only-where-the-desktop-moves", test_views_fade_only_where_the_desktop_moves);
  ADD ("group-can-begin-from-the-step-too", test_group_can_begin_from_the_step_too);
  ADD ("what-is-new-begins-at-the-top", test_what_is_new_begins_at_the_top);
  return g_test_run ();
}
