#include "document.h"
#include "ui/widgets/kist-widgets.h"

/* A text that is much longer than a window, in paragraphs of different heights. */
static GtkWidget *
new_long_view (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    {
      g_string_append_printf (text, "Paragraph %d.", i);
      for (int j = 0; j < i % 7; j++)
        g_string_append (text, " It goes on for a while, so that it takes more than one line in a narrow window.");
      g_string_append (text, "\n\n");
    }
  return new_view (text->str);
}

static GtkAdjustment *
get_adjustment (GtkWidget *view)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static void
assert_position (GtkWidget *view, guint block, double fraction)
{
  guint  found_block;
  double found_fraction;

  g_assert_true (kist_document_view_get_position (KIST_DOCUMENT_VIEW (view), &found_block, &found_fraction));
  g_assert_cmpuint (found_block, ==, block);
  g_assert_cmpfloat_with_epsilon (found_fraction, fraction, 0.03); /* a pixel of a paragraph of two lines */
}

static void
test_place_is_gone_to_in_the_first_frame (void)
{
  GtkWidget      *view = new_long_view ();
  GtkWidget      *window;
  graphene_rect_t bounds;

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 37, 0.4);
  window = show_scrolled (view, 400, 300);
  assert_position (view, 37, 0.4);
  /* Not only said: the block is drawn there. */
  g_assert_true (gtk_widget_compute_bounds (get_block (view, 37), gtk_window_get_child (GTK_WINDOW (window)), &bounds));
  g_assert_cmpfloat_with_epsilon (-bounds.origin.y / bounds.size.height, 0.4, 0.03);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_every_place_can_be_returned_to (void)
{
  GtkWidget *view = new_long_view ();
  GtkWidget *window = show_scrolled (view, 400, 300);

  for (guint block = 0; block < 50; block += 7)
    for (double fraction = 0; fraction < 0.9; fraction += 0.3)
      {
        guint  found_block;
        double found_fraction;

        kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), block, fraction);
        assert_position (view, block, fraction);
        g_assert_true (kist_document_view_get_position (KIST_DOCUMENT_VIEW (view), &found_block, &found_fraction));
      }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_start_shows_what_the_page_puts_above (void)
{
  GtkWidget *view = new_long_view ();
  GtkWidget *window = show_scrolled (view, 400, 300);

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 20, 0);
  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 0, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (view)), ==, 0);
  assert_position (view, 0, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_place_that_has_gone_is_the_last (void)
{
  GtkWidget     *view = new_long_view ();
  GtkWidget     *window = show_scrolled (view, 400, 300);
  GtkAdjustment *adjustment = get_adjustment (view);

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 5000, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_place_holds_when_the_text_grows (void)
{
  GtkWidget *view = new_long_view ();
  GtkWidget *window = show_scrolled (view, 400, 300);
  double     before, after;

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 30, 0.5);
  before = gtk_adjustment_get_value (get_adjustment (view));
  kist_document_view_set_zoom (KIST_DOCUMENT_VIEW (view), 1.6);
  harness_wait_for_frame (view);
  after = gtk_adjustment_get_value (get_adjustment (view));
  g_assert_cmpfloat (after, >, before * 1.2);
  assert_position (view, 30, 0.5);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_place_survives_a_layout_that_is_too_short_for_it (void)
{
  GtkWidget *view = new_long_view ();
  GtkWidget *window;

  gtk_widget_set_margin_bottom (view, 600);
  window = show_scrolled (view, 400, 300);
  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 59, 0);
  gtk_widget_set_margin_bottom (view, 0);
  harness_wait_for_frame (view);
  gtk_widget_set_margin_bottom (view, 600);
  harness_wait_for_frame (view);
  assert_position (view, 59, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_reader_who_scrolls_is_not_called_back (void)
{
  GtkWidget *view = new_long_view ();
  GtkWidget *window = show_scrolled (view, 400, 300);

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 30, 0.5);
  gtk_adjustment_set_value (get_adjustment (view), 60);
  gtk_widget_set_margin_bottom (view, 200); /* a new layout */
  harness_wait_for_frame (view);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (view)), ==, 60);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_search_counts_and_goes_round (void)
{
  GtkWidget *view = new_long_view ();
  GtkWidget *window = show_scrolled (view, 400, 300);

  g_assert_cmpuint (kist_document_view_find (KIST_DOCUMENT_VIEW (view), "paragraph 5"), ==, 11);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 0), ==, 1);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 1), ==, 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (view)), >, 500); /* the second is paragraph 50 */
  g_assert_cmpuint (kist_document_view_find (KIST_DOCUMENT_VIEW (view), "paragraph 5"), ==, 11);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 0), ==, 2);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), -2), ==, 11);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 1), ==, 1);
  g_assert_nonnull (gtk_label_get_attributes (GTK_LABEL (find_label (view, "Paragraph 56."))));
  g_assert_cmpuint (kist_document_view_find (KIST_DOCUMENT_VIEW (view), ""), ==, 0);
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (find_label (view, "Paragraph 56."))));
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 1), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_same_search_stays_at_its_match (void)
{
  GtkWidget *view = g_object_ref_sink (new_view ("one two one\n\none\n"));

  g_assert_cmpuint (kist_document_view_find (KIST_DOCUMENT_VIEW (view), "one"), ==, 3);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 1), ==, 2);
  g_assert_cmpuint (kist_document_view_find (KIST_DOCUMENT_VIEW (view), "one"), ==, 3);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 1), ==, 3);
  g_assert_finalize_object (view);
}

static void
test_search_begins_where_the_reader_is (void)
{
  GtkWidget *view = new_long_view ();
  GtkWidget *window = show_scrolled (view, 400, 300);

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 21, 0);
  g_assert_cmpuint (kist_document_view_find (KIST_DOCUMENT_VIEW (view), "paragraph"), ==, 60);
  g_assert_cmpuint (kist_document_view_find_step (KIST_DOCUMENT_VIEW (view), 0), ==, 22);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, test) g_test_add_func ("/document-place/" name, test)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  kist_widgets_init ();
  ADD ("place-is-gone-to-in-the-first-frame", test_place_is_gone_to_in_the_first_frame);
  ADD ("every-place-can-be-returned-to", test_every_place_can_be_returned_to);
  ADD ("start-shows-what-the-page-puts-above", test_start_shows_what_the_page_puts_above);
  ADD ("place-that-has-gone-is-the-last", test_place_that_has_gone_is_the_last);
  ADD ("place-holds-when-the-text-grows", test_place_holds_when_the_text_grows);
  ADD ("place-survives-a-layout-that-is-too-short-for-it", test_place_survives_a_layout_that_is_too_short_for_it);
  ADD ("reader-who-scrolls-is-not-called-back", test_reader_who_scrolls_is_not_called_back);
  ADD ("search-counts-and-goes-round", test_search_counts_and_goes_round);
  ADD ("same-search-stays-at-its-match", test_same_search_stays_at_its_match);
  ADD ("search-begins-where-the-reader-is", test_search_begins_where_the_reader_is);
  return g_test_run ();
}
