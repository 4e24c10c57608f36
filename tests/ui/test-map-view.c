/* What of a map is seen, without a display. */
#include "ui/widgets/map/kist-map-view.h"

static const KistMapFrame small = { .width = 800, .height = 600, .map_width = 400, .map_height = 300, .unit = 1 };
static const KistMapFrame large = { .width = 800, .height = 600, .map_width = 4000, .map_height = 6000, .unit = 1 };

static void
test_small_map_stands_in_the_middle_at_its_size (void)
{
  KistMapView view = kist_map_view_begin (&small, 200);

  g_assert_cmpfloat (view.scale, ==, 1);
  g_assert_cmpfloat (view.x, ==, 200);
  g_assert_cmpfloat (view.y, ==, 150);
}

static void
test_large_map_begins_at_its_start_and_can_be_read (void)
{
  KistMapView view = kist_map_view_begin (&large, 3000);

  g_assert_cmpfloat (view.scale, >, 0.5);
  g_assert_cmpfloat_with_epsilon (view.x + 3000 * view.scale, 400, 0.01);
  g_assert_cmpfloat (view.y, >=, 0);
  g_assert_cmpfloat (view.y, <, 50);
}

static void
test_fit_shows_everything (void)
{
  KistMapView view = kist_map_view_fit (&large);

  g_assert_cmpfloat (view.x, >=, 0);
  g_assert_cmpfloat (view.y, >=, 0);
  g_assert_cmpfloat (view.x + 4000 * view.scale, <=, 800.01);
  g_assert_cmpfloat (view.y + 6000 * view.scale, <=, 600.01);
}

static void
test_zoom_keeps_what_is_under_the_pointer (void)
{
  KistMapView before = kist_map_view_begin (&large, 2000);
  KistMapView after = kist_map_view_zoom (before, &large, 1.25, 300, 500);

  g_assert_cmpfloat (after.scale, >, before.scale);
  g_assert_cmpfloat_with_epsilon ((300 - before.x) / before.scale, (300 - after.x) / after.scale, 0.01);
  g_assert_cmpfloat_with_epsilon ((500 - before.y) / before.scale, (500 - after.y) / after.scale, 0.01);
}

static void
test_zoom_has_limits (void)
{
  KistMapView view = kist_map_view_begin (&large, 2000);

  view = kist_map_view_zoom (view, &large, 1000, 0, 0);
  g_assert_cmpfloat (view.scale, <=, 2.5);
  view = kist_map_view_zoom (view, &large, 0.0001, 0, 0);
  g_assert_cmpfloat (view.scale, ==, kist_map_view_fit (&large).scale);
}

static void
test_nobody_leaves_the_map (void)
{
  KistMapView view = kist_map_view_begin (&large, 2000);

  view = kist_map_view_move (view, &large, -1e9, -1e9);
  g_assert_cmpfloat (view.x + 4000 * view.scale, >, 700);
  g_assert_cmpfloat (view.y + 6000 * view.scale, >, 500);
  view = kist_map_view_move (view, &large, 1e9, 1e9);
  g_assert_cmpfloat (view.x, <, 100);
  g_assert_cmpfloat (view.y, <, 100);
}

static void
test_what_is_shown_is_seen_whole (void)
{
  KistMapView view = kist_map_view_show (kist_map_view_begin (&large, 2000), &large, 3900, 5900, 84, 28);

  g_assert_cmpfloat (view.x + (3900 - 84) * view.scale, >=, 0);
  g_assert_cmpfloat (view.x + (3900 + 84) * view.scale, <=, 800.01);
  g_assert_cmpfloat (view.y + (5900 + 28) * view.scale, <=, 600.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/map-view/small-map-stands-in-the-middle-at-its-size",
                   test_small_map_stands_in_the_middle_at_its_size);
  g_test_add_func ("/map-view/large-map-begins-at-its-start-and-can-be-read",
                   test_large_map_begins_at_its_start_and_can_be_read);
  g_test_add_func ("/map-view/fit-shows-everything", test_fit_shows_everything);
  g_test_add_func ("/map-view/zoom-keeps-what-is-under-the-pointer", test_zoom_keeps_what_is_under_the_pointer);
  g_test_add_func ("/map-view/zoom-has-limits", test_zoom_has_limits);
  g_test_add_func ("/map-view/nobody-leaves-the-map", test_nobody_leaves_the_map);
  g_test_add_func ("/map-view/what-is-shown-is-seen-whole", test_what_is_shown_is_seen_whole);
  return g_test_run ();
}
