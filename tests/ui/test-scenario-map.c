/* The map as a widget: what it says, where its keys lead, what it gives away. */
#include "harness.h"
#include "ui/widgets/kist-widgets.h"
#include "ui/widgets/map/kist-map-canvas.h"

static const char twee[] = ":: StoryData\n{\"start\": \"Start\"}\n"
                           ":: Start [decision]\n.\n[[Go left->Left]]\n[[Go right->Right]]\n[[Wait->Start]]\n"
                           ":: Left [decision]\n.\n[[Stay->Home]]\n[[Sneak->Secret]]\n  if: brave\n"
                           ":: Right\n.\n[[On->Home]]\n"
                           ":: Home [end]\n.\n:: Secret [end]\n.\n:: Forgotten\n.\n[[x->Home]]\n";

typedef struct
{
  KistScenario *scenario;
  KistGraph    *graph;
  KistWalked   *walked;
  GtkWidget    *map;
  GtkWidget    *canvas;
  GtkWidget    *window;
  char         *activated;
} Fixture;

static void
activated_cb (Fixture *fixture, const char *passage)
{
  g_set_str (&fixture->activated, passage);
}

static void
set_up (Fixture *fixture, gconstpointer is_author)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GPtrArray) found = NULL;

  fixture->scenario = kist_scenario_parse_twee (twee, "map.twee", report);
  g_assert_nonnull (fixture->scenario);
  fixture->graph = kist_graph_new (fixture->scenario);
  fixture->walked = kist_walked_new (fixture->graph);
  kist_walked_add (fixture->walked, "Start", 0);
  fixture->map = kist_scenario_map_new ();
  g_signal_connect_swapped (fixture->map, "passage-activated", G_CALLBACK (activated_cb), fixture);
  kist_scenario_map_set_scenario (KIST_SCENARIO_MAP (fixture->map), fixture->scenario,
                                  is_author ? NULL : fixture->walked);
  fixture->window = harness_show (fixture->map, 500, 400);
  found = harness_find_all (fixture->map, KIST_TYPE_MAP_CANVAS);
  fixture->canvas = g_ptr_array_index (found, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer is_author)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->map), (gpointer *)&fixture->map);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->map);
  g_assert_finalize_object (fixture->walked);
  g_assert_finalize_object (fixture->graph);
  g_assert_finalize_object (fixture->scenario);
  g_free (fixture->activated);
}

static void
assert_at (Fixture *fixture, const char *name)
{
  int passage = kist_map_canvas_get_passage (KIST_MAP_CANVAS (fixture->canvas));

  g_assert_cmpint (passage, >=, 0);
  g_assert_cmpstr (kist_scenario_get_passage (fixture->scenario, (unsigned)passage)->name, ==, name);
}

static void
assert_says (Fixture *fixture, const char *words)
{
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

/* What is drawn just now, to be compared. */
static GBytes *
dup_drawing (Fixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (fixture->canvas)->snapshot (fixture->canvas, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_render_node_serialize (node);
}

static gboolean
shows (Fixture *fixture, GBytes *drawing)
{
  g_autoptr (GBytes) now = dup_drawing (fixture);

  return g_bytes_equal (now, drawing);
}

static void
allow_movement (gboolean is_allowed)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_allowed, NULL);
}

static void
test_map_moves_only_where_the_desktop_moves (Fixture *fixture, gconstpointer data)
{
  KistMapCanvas *canvas = KIST_MAP_CANVAS (fixture->canvas);
  g_autoptr (GBytes) near = NULL;
  g_autoptr (GBytes) far = NULL;

  allow_movement (FALSE);
  kist_map_canvas_zoom (canvas, 2);
  near = dup_drawing (fixture);
  for (unsigned i = 0; i < 5; i++)
    {
      harness_wait_for_frame (fixture->window);
      g_assert_true (shows (fixture, near));
    }
  kist_map_canvas_zoom (canvas, 0);
  far = dup_drawing (fixture);
  g_assert_false (shows (fixture, near));
  kist_map_canvas_zoom (canvas, 2);

  allow_movement (TRUE);
  kist_map_canvas_zoom (canvas, 0);
  g_assert_false (shows (fixture, far));
  while (!shows (fixture, far))
    harness_wait_for_frame (fixture->window);
  allow_movement (FALSE);
}

static void
test_zooming_twice_in_a_row_is_twice_as_far (Fixture *fixture, gconstpointer data)
{
  KistMapCanvas *canvas = KIST_MAP_CANVAS (fixture->canvas);
  g_autoptr (GBytes) twice = NULL;

  allow_movement (FALSE);
  kist_map_canvas_zoom (canvas, 0);
  kist_map_canvas_zoom (canvas, 1.25);
  kist_map_canvas_zoom (canvas, 1.25);
  twice = dup_drawing (fixture);
  kist_map_canvas_zoom (canvas, 0);

  allow_movement (TRUE);
  kist_map_canvas_zoom (canvas, 1.25);
  kist_map_canvas_zoom (canvas, 1.25);
  while (!shows (fixture, twice))
    harness_wait_for_frame (fixture->window);
  allow_movement (FALSE);
}

static void
step (Fixture *fixture, KistMapWay way)
{
  kist_map_canvas_step (KIST_MAP_CANVAS (fixture->canvas), way);
}

static void
test_it_says_where_one_is_and_the_ways_on (Fixture *fixture, gconstpointer is_author)
{
  assert_at (fixture, "Start");
  assert_says (fixture, "Start. Start. 3 ways on: Go left: Led to “Left” earlier. Go right: Not tried yet. Wait: Not "
                        "tried yet.");
  step (fixture, KIST_MAP_DOWN);
  assert_at (fixture, "Left");
  assert_says (fixture, "Left. Decision, in an earlier run. 2 ways on: Stay: Not tried yet. A way that is not always "
                        "open: Not tried yet.");
}

static void
test_nothing_is_named_that_was_not_found (Fixture *fixture, gconstpointer is_author)
{
  kist_scenario_map_focus_passage (KIST_SCENARIO_MAP (fixture->map), "Right");
  assert_says (fixture, "Not found yet");
  kist_scenario_map_focus_passage (KIST_SCENARIO_MAP (fixture->map), "Secret");
  assert_says (fixture, "An ending not found yet");
  kist_map_canvas_activate (KIST_MAP_CANVAS (fixture->canvas));
  g_assert_null (fixture->activated);
}

static void
test_arrows_walk_the_lines (Fixture *fixture, gconstpointer is_author)
{
  int here;

  step (fixture, KIST_MAP_UP);
  assert_at (fixture, "Start");
  step (fixture, KIST_MAP_DOWN);
  assert_at (fixture, "Left");
  here = kist_map_canvas_get_passage (KIST_MAP_CANVAS (fixture->canvas));
  step (fixture, KIST_MAP_RIGHT);
  if (kist_map_canvas_get_passage (KIST_MAP_CANVAS (fixture->canvas)) == here)
    step (fixture, KIST_MAP_LEFT);
  assert_at (fixture, "Right");
  step (fixture, KIST_MAP_DOWN);
  assert_at (fixture, "Home");
  step (fixture, KIST_MAP_HOME);
  assert_at (fixture, "Start");
}

static void
test_direction_turns_left_and_right (Fixture *fixture, gconstpointer is_author)
{
  int left, right;

  step (fixture, KIST_MAP_DOWN);
  step (fixture, KIST_MAP_LEFT);
  left = kist_map_canvas_get_passage (KIST_MAP_CANVAS (fixture->canvas));
  gtk_widget_set_direction (fixture->canvas, GTK_TEXT_DIR_RTL);
  step (fixture, KIST_MAP_RIGHT);
  right = kist_map_canvas_get_passage (KIST_MAP_CANVAS (fixture->canvas));
  g_assert_cmpint (left, ==, right);
  harness_wait_for_frame (fixture->window);
}

static void
test_enter_opens_what_was_found (Fixture *fixture, gconstpointer is_author)
{
  step (fixture, KIST_MAP_DOWN);
  kist_map_canvas_activate (KIST_MAP_CANVAS (fixture->canvas));
  g_assert_cmpstr (fixture->activated, ==, "Left");
}

static void
test_author_sees_every_name_and_what_is_wrong (Fixture *fixture, gconstpointer is_author)
{
  kist_scenario_map_focus_passage (KIST_SCENARIO_MAP (fixture->map), "Secret");
  assert_says (fixture, "Secret. Ending.");
  kist_scenario_map_focus_passage (KIST_SCENARIO_MAP (fixture->map), "Forgotten");
  assert_says (fixture, "Forgotten. Passage, no choice leads here. 1 way on: x: Leads to “Home”.");
}

static void
test_zooming_draws (Fixture *fixture, gconstpointer is_author)
{
  g_assert_true (gtk_widget_activate_action (fixture->map, "map.zoom-in", NULL));
  harness_wait_for_frame (fixture->window);
  g_assert_true (gtk_widget_activate_action (fixture->map, "map.zoom-out", NULL));
  g_assert_true (gtk_widget_activate_action (fixture->map, "map.zoom-fit", NULL));
  harness_wait_for_frame (fixture->window);
  kist_scenario_map_set_scenario (KIST_SCENARIO_MAP (fixture->map), NULL, NULL);
  harness_wait_for_frame (fixture->window);
  step (fixture, KIST_MAP_DOWN);
  g_assert_cmpint (kist_map_canvas_get_passage (KIST_MAP_CANVAS (fixture->canvas)), ==, -1);
}

static gboolean
is_drawn (gpointer canvas)
{
  return kist_map_canvas_get_passage (canvas) >= 0;
}

/* A worker draws it; asking again before it came, or closing the window, drops the first. */
static void
test_large_scenario_comes_from_a_worker (Fixture *fixture, gconstpointer is_author)
{
  g_autoptr (GString) text = g_string_new (":: StoryData\n{\"start\": \"0\"}\n");
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = NULL;

  for (unsigned i = 0; i < 600; i++)
    g_string_append_printf (text, ":: %u\n.\n[[a->%u]]\n", i, (i * 17) % 600);
  scenario = kist_scenario_parse_twee (text->str, "large.twee", report);
  kist_scenario_map_set_scenario (KIST_SCENARIO_MAP (fixture->map), scenario, NULL);
  kist_scenario_map_set_scenario (KIST_SCENARIO_MAP (fixture->map), scenario, NULL);
  g_assert_false (is_drawn (fixture->canvas));
  harness_wait (is_drawn, fixture->canvas);
  harness_wait_for_frame (fixture->window);
  kist_scenario_map_set_scenario (KIST_SCENARIO_MAP (fixture->map), scenario, NULL);
  kist_scenario_map_set_scenario (KIST_SCENARIO_MAP (fixture->map), NULL, NULL);
  /* The worker still has it, and tells nobody when it has done. */
  while (g_atomic_int_get (&G_OBJECT (scenario)->ref_count) > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
  g_assert_false (is_drawn (fixture->canvas));
}

static void
add (const char *path, gboolean is_author, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (is_author), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  kist_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add ("/scenario-map/it-says-where-one-is-and-the-ways-on", FALSE, test_it_says_where_one_is_and_the_ways_on);
  add ("/scenario-map/nothing-is-named-that-was-not-found", FALSE, test_nothing_is_named_that_was_not_found);
  add ("/scenario-map/arrows-walk-the-lines", FALSE, test_arrows_walk_the_lines);
  add ("/scenario-map/direction-turns-left-and-right", FALSE, test_direction_turns_left_and_right);
  add ("/scenario-map/enter-opens-what-was-found", FALSE, test_enter_opens_what_was_found);
  add ("/scenario-map/author-sees-every-name-and-what-is-wrong", TRUE, test_author_sees_every_name_and_what_is_wrong);
  add ("/scenario-map/zooming-draws", FALSE, test_zooming_draws);
  add ("/scenario-map/map-moves-only-where-the-desktop-moves", FALSE, test_map_moves_only_where_the_desktop_moves);
  add ("/scenario-map/zooming-twice-in-a-row-is-twice-as-far", FALSE, test_zooming_twice_in_a_row_is_twice_as_far);
  add ("/scenario-map/large-scenario-comes-from-a-worker", TRUE, test_large_scenario_comes_from_a_worker);
  return g_test_run ();
}
