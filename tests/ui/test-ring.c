#include "harness.h"
#include "ui/widgets/kist-widgets.h"

/* Not written in place: the assertion puts its arguments into a format. */
static const char half[] = "50%";
static const char almost[] = "99%";

static void
test_ring_says_how_far_it_is (void)
{
  GtkWidget *ring = g_object_ref_sink (kist_ring_new (48));

  kist_ring_set_fraction (KIST_RING (ring), 0.5);
  kist_ring_set_description (KIST_RING (ring), "Email: 2 of 4 criteria met");
  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL, "Email: 2 of 4 criteria met");
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.5);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, half);
  kist_ring_set_text (KIST_RING (ring), "2/4");
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "2/4");
  g_assert_finalize_object (ring);
}

static void
test_almost_all_is_not_said_to_be_all (void)
{
  GtkWidget *ring = g_object_ref_sink (kist_ring_new (48));

  kist_ring_set_fraction (KIST_RING (ring), 0.999);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, almost);
  g_assert_finalize_object (ring);
}

static void
test_fraction_is_held_within_the_ring (void)
{
  GtkWidget *ring = g_object_ref_sink (kist_ring_new (48));
  double     fraction;

  kist_ring_set_fraction (KIST_RING (ring), 7);
  g_object_get (ring, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, ==, 1);
  kist_ring_set_fraction (KIST_RING (ring), 0.0 / 0.0);
  g_object_get (ring, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, ==, 0);
  g_assert_finalize_object (ring);
}

static void
test_complete_ring_shows_a_tick_for_its_text (void)
{
  GtkWidget *ring = g_object_ref_sink (kist_ring_new (48));
  g_autoptr (GPtrArray) labels = harness_find_all (ring, GTK_TYPE_LABEL);
  g_autoptr (GPtrArray) ticks = harness_find_all (ring, GTK_TYPE_IMAGE);

  kist_ring_set_text (KIST_RING (ring), "6/7");
  kist_ring_set_fraction (KIST_RING (ring), 6.0 / 7);
  g_assert_true (gtk_widget_get_visible (labels->pdata[0]));
  g_assert_false (gtk_widget_get_visible (ticks->pdata[0]));
  kist_ring_set_fraction (KIST_RING (ring), 1);
  g_assert_false (gtk_widget_get_visible (labels->pdata[0]));
  g_assert_true (gtk_widget_get_visible (ticks->pdata[0]));
  g_assert_finalize_object (ring);
}

static void
test_ring_grows_with_its_text (void)
{
  GtkWidget *ring = g_object_ref_sink (kist_ring_new (40));
  int        empty, full;

  gtk_widget_measure (ring, GTK_ORIENTATION_HORIZONTAL, -1, &empty, NULL, NULL, NULL);
  g_assert_cmpint (empty, ==, 40);
  kist_ring_set_text (KIST_RING (ring), "1,234 words");
  gtk_widget_measure (ring, GTK_ORIENTATION_HORIZONTAL, -1, &full, NULL, NULL, NULL);
  g_assert_cmpint (full, >, 40);
  g_assert_finalize_object (ring);
}

static void
test_ring_may_be_mere_decoration (void)
{
  GtkWidget *ring = g_object_new (KIST_TYPE_RING, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_object_ref_sink (ring);
  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_finalize_object (ring);
}

static void
test_ring_in_a_window_goes_when_the_window_goes (void)
{
  GtkWidget *ring = kist_ring_new (64);
  GtkWidget *window = harness_show (ring, 200, 200);

  g_object_ref (ring);
  kist_ring_set_fraction (KIST_RING (ring), 0.7); /* sets off the animation */
  harness_wait_for_frame (ring);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (ring);
}

static void
test_step_bar_counts_in_words (void)
{
  GtkWidget *bar = g_object_ref_sink (kist_step_bar_new ());

  kist_step_bar_set_steps (KIST_STEP_BAR (bar), 4, 7);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "4 of 7 steps done");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 4.0);
  kist_step_bar_set_steps (KIST_STEP_BAR (bar), 0, 1);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "0 of 1 step done");
  g_assert_finalize_object (bar);
}

static void
test_outcome_bar_says_its_number_with_a_sign (void)
{
  GtkWidget *bar = g_object_ref_sink (kist_outcome_bar_new ("Trust"));

  kist_outcome_bar_set_value (KIST_OUTCOME_BAR (bar), -2, 3);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Trust: −2");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, -3.0);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, -2.0);
  kist_outcome_bar_set_value (KIST_OUTCOME_BAR (bar), 1, 3);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Trust: +1");
  kist_outcome_bar_set_value (KIST_OUTCOME_BAR (bar), 0, 3);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Trust: 0");
  g_assert_finalize_object (bar);
}

static void
test_bars_are_drawn_and_go_with_their_window (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *outcome = kist_outcome_bar_new ("You");
  GtkWidget *steps = kist_step_bar_new ();
  GtkWidget *window;

  gtk_widget_set_direction (outcome, GTK_TEXT_DIR_RTL);
  kist_outcome_bar_set_value (KIST_OUTCOME_BAR (outcome), 99, 3);
  kist_step_bar_set_steps (KIST_STEP_BAR (steps), 90, 90);
  gtk_box_append (GTK_BOX (box), outcome);
  gtk_box_append (GTK_BOX (box), steps);
  window = harness_show (box, 200, 100);
  g_object_ref (outcome);
  g_object_ref (steps);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (outcome);
  g_assert_finalize_object (steps);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  kist_widgets_init ();
  g_test_add_func ("/ring/ring-says-how-far-it-is", test_ring_says_how_far_it_is);
  g_test_add_func ("/ring/almost-all-is-not-said-to-be-all", test_almost_all_is_not_said_to_be_all);
  g_test_add_func ("/ring/fraction-is-held-within-the-ring", test_fraction_is_held_within_the_ring);
  g_test_add_func ("/ring/complete-ring-shows-a-tick-for-its-text", test_complete_ring_shows_a_tick_for_its_text);
  g_test_add_func ("/ring/ring-grows-with-its-text", test_ring_grows_with_its_text);
  g_test_add_func ("/ring/ring-may-be-mere-decoration", test_ring_may_be_mere_decoration);
  g_test_add_func ("/ring/ring-in-a-window-goes-when-the-window-goes", test_ring_in_a_window_goes_when_the_window_goes);
  g_test_add_func ("/step-bar/step-bar-counts-in-words", test_step_bar_counts_in_words);
  g_test_add_func ("/outcome-bar/outcome-bar-says-its-number-with-a-sign",
                   test_outcome_bar_says_its_number_with_a_sign);
  g_test_add_func ("/bars/bars-are-drawn-and-go-with-their-window", test_bars_are_drawn_and_go_with_their_window);
  return g_test_run ();
}
