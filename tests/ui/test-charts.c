#include "harness.h"
#include "ui/widgets/kist-scale-bars.h"
#include "ui/widgets/kist-scale-radar.h"
#include "ui/widgets/kist-widgets.h"

static const char *const titles[] = {
  "Motivation", "Curiosity and questions", "Confidence", "Working with others", "Reflection", "Resilience", NULL
};
static const int now[] = { 4, 5, 3, 4, 2, 0, 1, 1, 1, 1, 1, 1 };
static const int spring[] = { 3, 3, 3, 9, -2, 1, 1, 1, 1, 1, 1, 1 };

static const KistScaleSeries series[] = { { "Now", now }, { "In spring", spring } };

static void
test_description_has_every_number (void)
{
  g_autoptr (KistScaleData) data = kist_scale_data_new (titles, 5, series, 2);
  g_autofree char *text = kist_scale_data_describe (data);

  g_assert_cmpstr (
      text, ==,
      "Now: Motivation 4 of 5, Curiosity and questions 5 of 5, Confidence 3 of 5, Working with others 4 of 5, "
      "Reflection 2 of 5, Resilience not rated. "
      "In spring: Motivation 3 of 5, Curiosity and questions 3 of 5, Confidence 3 of 5, Working with others "
      "5 of 5, Reflection not rated, Resilience 1 of 5.");
}

static void
test_chart_is_a_picture_with_words (void)
{
  GtkWidget        *chart = g_object_ref_sink (kist_scale_chart_new ());
  const char *const two[] = { "Motivation", "Curiosity", NULL };

  kist_scale_chart_set_title (KIST_SCALE_CHART (chart), "Digital learner");
  kist_scale_chart_set_data (KIST_SCALE_CHART (chart), two, 5, series, 1);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Digital learner");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Now: Motivation 4 of 5, Curiosity 5 of 5.");
  g_assert_true (gtk_widget_get_focusable (chart));
  g_assert_finalize_object (chart);
}

/* The rule of the radar: whatever the width and the titles, either all of it fits without overlap or there is none. */
static void
assert_radar_is_sound (const KistScaleData *data, double width, const KistScaleRadar *radar)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)radar->height);

  for (guint i = 0; i < data->n_items; i++)
    {
      g_assert_true (graphene_rect_contains_rect (&bounds, &radar->titles[i]));
      for (guint j = 0; j < i; j++)
        g_assert_false (graphene_rect_intersection (&radar->titles[i], &radar->titles[j], NULL));
    }
  g_assert_cmpfloat (radar->centre.y + radar->radius, <=, radar->height + 1);
  g_assert_cmpfloat (radar->centre.y - radar->radius, >=, -1);
}

static void
test_radar_titles_never_overlap_nor_leave (void)
{
  const char *const words[] = {
    "Me",        "Motivation", "Working with others online", "Curiosity", "Incomprehensibilities of administration",
    "Reflection"
  };
  GtkWidget *chart = g_object_ref_sink (kist_scale_chart_new ());
  guint      n_radars = 0;

  for (guint n = 1; n <= KIST_SCALE_MAX_ITEMS; n++)
    for (int width = 200; width <= 900; width += 20)
      for (int is_rtl = 0; is_rtl < 2; is_rtl++)
        {
          const char    *items[KIST_SCALE_MAX_ITEMS + 1] = { NULL };
          KistScaleRadar radar;
          g_autoptr (KistScaleData) data = NULL;

          for (guint i = 0; i < n; i++)
            items[i] = words[(i + (guint)width / 20) % G_N_ELEMENTS (words)];
          if (width % 40 == 0) /* and one wide title above narrow ones, which leave it little room */
            for (guint i = 0; i < n; i++)
              items[i] = i == 0 ? "Asking for help early and often" : "Me";
          data = kist_scale_data_new (items, 5, series, 2);
          gtk_widget_set_direction (chart, is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
          if (!kist_scale_radar_layout (chart, data, width, &radar))
            continue;
          g_assert_cmpuint (n, >=, 3);
          assert_radar_is_sound (data, width, &radar);
          n_radars++;
        }
  g_assert_cmpuint (n_radars, >, 200);
  g_assert_finalize_object (chart);
}

static void
test_six_items_are_a_radar_when_wide (void)
{
  GtkWidget     *chart = g_object_ref_sink (kist_scale_chart_new ());
  KistScaleRadar radar;
  g_autoptr (KistScaleData) data = kist_scale_data_new (titles, 5, series, 2);

  g_assert_true (kist_scale_radar_layout (chart, data, 600, &radar));
  g_assert_cmpfloat (radar.radius, ==, 150);
  g_assert_false (kist_scale_radar_layout (chart, data, 280, &radar));
  g_assert_finalize_object (chart);
}

static void
test_radar_goes_the_other_way_in_a_right_to_left_language (void)
{
  GtkWidget     *chart = g_object_ref_sink (kist_scale_chart_new ());
  KistScaleRadar ltr, rtl;
  g_autoptr (KistScaleData) data = kist_scale_data_new (titles, 5, series, 2);

  gtk_widget_set_direction (chart, GTK_TEXT_DIR_LTR);
  g_assert_true (kist_scale_radar_layout (chart, data, 600, &ltr));
  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  g_assert_true (kist_scale_radar_layout (chart, data, 600, &rtl));
  g_assert_cmpfloat (ltr.titles[1].origin.x, >, 300);
  g_assert_cmpfloat (rtl.titles[1].origin.x, <, 300);
  g_assert_finalize_object (chart);
}

static void
test_bars_grow_taller_in_a_narrow_place (void)
{
  GtkWidget        *chart = g_object_ref_sink (kist_scale_chart_new ());
  const char *const long_title[] = { "Asking for help before it is needed and not only afterwards", NULL };
  g_autoptr (KistScaleData) data = kist_scale_data_new (long_title, 5, series, 2);

  g_assert_cmpfloat (kist_scale_bars_snapshot (chart, data, 200, NULL), >,
                     kist_scale_bars_snapshot (chart, data, 600, NULL));
  g_assert_finalize_object (chart);
}

static void
test_chart_is_drawn_at_any_width (void)
{
  GtkWidget *chart = kist_scale_chart_new ();
  GtkWidget *window;

  kist_scale_chart_set_data (KIST_SCALE_CHART (chart), titles, 5, series, 2);
  window = harness_show (chart, 700, 500);
  for (int width = 200; width <= 700; width += 100)
    {
      int minimum;

      gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, >, 100);
    }
  g_object_ref (chart);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (chart);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  kist_widgets_init ();
  g_test_add_func ("/scale/description-has-every-number", test_description_has_every_number);
  g_test_add_func ("/scale/chart-is-a-picture-with-words", test_chart_is_a_picture_with_words);
  g_test_add_func ("/scale/radar-titles-never-overlap-nor-leave", test_radar_titles_never_overlap_nor_leave);
  g_test_add_func ("/scale/six-items-are-a-radar-when-wide", test_six_items_are_a_radar_when_wide);
  g_test_add_func ("/scale/radar-goes-the-other-way-in-a-right-to-left-language",
                   test_radar_goes_the_other_way_in_a_right_to_left_language);
  g_test_add_func ("/scale/bars-grow-taller-in-a-narrow-place", test_bars_grow_taller_in_a_narrow_place);
  g_test_add_func ("/scale/chart-is-drawn-at-any-width", test_chart_is_drawn_at_any_width);
  return g_test_run ();
}
