#include <glib/gstdio.h>

#include "document.h"
#include "ui/widgets/kist-widgets.h"

static const char sample[] =
    "# One\n\nA **word** and a [link](https://a.example/), then [another](#two).\n\n"
    "## Two {#two}\n\n- first\n- second\n    - inner\n\n3. third\n4. fourth\n\n"
    "> A quote\n\n| Name | Effect |\n|---|---|\n| Trust | less |\n| You | more |\n\n"
    "```\ncode\n```\n\n---\n\n![A cup of tea](../media/none.png)\n\nThe last link: [here](b.md)\n";

static void
test_each_block_is_one_widget (void)
{
  GtkWidget *view = g_object_ref_sink (new_view (sample));
  guint      n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  g_assert_cmpuint (n, ==, 11);
  g_assert_finalize_object (view);
}

static void
test_structure_is_told_to_a_screen_reader (void)
{
  GtkWidget *view = g_object_ref_sink (new_view (sample));
  GtkWidget *heading = find_label (view, "Two");
  GtkWidget *cell = find_label (view, "less");
  GtkWidget *list = get_block (view, 3);

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_ARTICLE);
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  gtk_test_accessible_assert_property (find_label (view, "One"), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  gtk_test_accessible_assert_role (find_label (view, "The last link: here"), GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (gtk_widget_get_first_child (list), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (get_block (view, 5), GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (cell), GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_CELL);
  gtk_test_accessible_assert_role (find_label (view, "Effect"), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_test_accessible_assert_relation (cell, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, find_label (view, "Effect"), NULL);
  g_assert_finalize_object (view);
}

static void
test_ordered_list_begins_where_its_author_says (void)
{
  GtkWidget *view = g_object_ref_sink (new_view (sample));

  g_assert_true (gtk_widget_is_ancestor (find_label (view, "3."), get_block (view, 4)));
  g_assert_true (gtk_widget_is_ancestor (find_label (view, "4."), get_block (view, 4)));
  g_assert_finalize_object (view);
}

static void
test_hostile_document_is_shown_as_text (void)
{
  GtkWidget *view = g_object_ref_sink (new_view ("<b>&\n\n[x](javascript:alert(1)) `<i>` [y](file:///etc/passwd)\n"));
  g_autoptr (GPtrArray) labels = harness_find_all (view, GTK_TYPE_LABEL);

  g_assert_cmpstr (gtk_label_get_text (labels->pdata[0]), ==, "<b>&");
  g_assert_cmpstr (gtk_label_get_text (labels->pdata[1]), ==, "x <i> y");
  g_assert_null (strstr (gtk_label_get_label (labels->pdata[1]), "href"));
  g_assert_finalize_object (view);
}

static void
link_cb (KistDocumentView *view, const char *uri, GString *seen)
{
  g_string_append_printf (seen, "%s;", uri);
}

static void
test_link_is_told_and_not_opened (void)
{
  GtkWidget *view = g_object_ref_sink (new_view (sample));
  g_autoptr (GString) seen = g_string_new (NULL);
  gboolean is_handled = FALSE;

  g_signal_connect (view, "link-activated", G_CALLBACK (link_cb), seen);
  g_signal_emit_by_name (find_label (view, "The last link: here"), "activate-link", "b.md", &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpstr (seen->str, ==, "b.md;");
  g_assert_finalize_object (view);
}

static void
test_missing_picture_is_said_in_words (void)
{
  GtkWidget *view = g_object_ref_sink (new_view (sample));

  g_assert_nonnull (find_label (view, "[Picture: A cup of tea]"));
  g_assert_finalize_object (view);
}

static gboolean
is_said (gpointer view)
{
  g_autoptr (GPtrArray) labels = harness_find_all (view, GTK_TYPE_LABEL);

  return labels->len > 0;
}

/* A PNG of 130 bytes whose head says 30,000 by 30,000 pixels, which are 3.4 GiB once they are unpacked. */
static void
test_picture_of_too_many_pixels_is_said_in_words (void)
{
  static const char  bomb[] = "iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAYAAABmJ/i6AAAADElEQVR4nGNgoAwAAABAAAG3NHzvAAAAAElFTkSu"
                              "QmCC";
  g_autofree char   *folder = g_dir_make_tmp ("kist-XXXXXX", NULL);
  g_autofree char   *path = g_build_filename (folder, "tea.png", NULL);
  GtkWidget         *view = new_view ("![A cup of tea](tea.png)\n");
  GtkWidget         *window;
  gsize              length;
  g_autofree guchar *bytes = g_base64_decode (bomb, &length);

  g_assert_true (g_file_set_contents (path, (const char *)bytes, (gssize)length, NULL));
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "cannot show the picture *40 million pixels");
  kist_document_view_set_base_folder (KIST_DOCUMENT_VIEW (view), folder);
  window = harness_show (view, 400, 300);
  harness_wait (is_said, view);
  g_test_assert_expected_messages ();
  g_assert_nonnull (find_label (view, "[Picture: A cup of tea]"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
has_picture (gpointer view)
{
  g_autoptr (GPtrArray) pictures = harness_find_all (view, GTK_TYPE_PICTURE);

  return pictures->len > 0;
}

static void
test_picture_appears_with_its_words (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kist-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tea.png", NULL);
  g_autoptr (GBytes) pixels = g_bytes_new_take (g_malloc0 (40 * 1000 * 4), 40 * 1000 * 4);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (40, 1000, GDK_MEMORY_R8G8B8A8, pixels, 40 * 4);
  GtkWidget *view = new_view ("![A cup of tea](tea.png)\n");
  GtkWidget *window;
  int        height;
  g_autoptr (GPtrArray) pictures = NULL;

  g_assert_true (gdk_texture_save_to_png (texture, path));
  kist_document_view_set_base_folder (KIST_DOCUMENT_VIEW (view), folder);
  window = harness_show (view, 400, 300);
  harness_wait (has_picture, view);
  pictures = harness_find_all (view, GTK_TYPE_PICTURE);
  gtk_test_accessible_assert_property (pictures->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, "A cup of tea");
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, 440);

  g_object_ref (view);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
  g_unlink (path);
  g_rmdir (folder);
}

/* Where the focus goes: to a link, a whole text, or some other widget. */
static const char *
move (GtkWidget *window, GtkDirectionType direction)
{
  GtkWidget  *focus;
  const char *uri;

  gtk_widget_child_focus (window, direction);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  if (!GTK_IS_LABEL (focus))
    return G_OBJECT_TYPE_NAME (focus);
  uri = gtk_label_get_current_uri (GTK_LABEL (focus));
  return uri != NULL ? uri : gtk_label_get_text (GTK_LABEL (focus));
}

static void
test_tab_goes_to_links_and_arrows_to_blocks (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *view = new_view (sample);
  GtkWidget *button = gtk_button_new_with_label ("After");
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), button);
  window = harness_show (box, 600, 900);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  g_assert_cmpstr (move (window, GTK_DIR_TAB_FORWARD), ==, "One");
  g_assert_cmpstr (move (window, GTK_DIR_TAB_FORWARD), ==, "https://a.example/");
  g_assert_cmpstr (move (window, GTK_DIR_TAB_FORWARD), ==, "#two");
  g_assert_cmpstr (move (window, GTK_DIR_TAB_FORWARD), ==, "b.md");
  g_assert_cmpstr (move (window, GTK_DIR_TAB_FORWARD), ==, "GtkButton");
  g_assert_cmpstr (move (window, GTK_DIR_TAB_BACKWARD), ==, "b.md");
  g_assert_cmpstr (move (window, GTK_DIR_TAB_BACKWARD), ==, "#two");
  g_assert_cmpstr (move (window, GTK_DIR_DOWN), ==, "Two");
  g_assert_cmpstr (move (window, GTK_DIR_DOWN), ==, "first");
  g_assert_cmpstr (move (window, GTK_DIR_UP), ==, "Two");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_block_that_arrows_come_to_can_be_quoted (void)
{
  GtkWidget       *view = new_view ("First.\n\nSecond.\n");
  GtkWidget       *window = harness_show (view, 300, 200);
  g_autofree char *selection = NULL;

  g_assert_null (kist_document_view_dup_selection (KIST_DOCUMENT_VIEW (view)));
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  selection = kist_document_view_dup_selection (KIST_DOCUMENT_VIEW (view));
  g_assert_cmpstr (selection, ==, "Second.");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_part_of_a_text_can_be_quoted (void)
{
  GtkWidget       *view = g_object_ref_sink (new_view ("A **cèilidh** tonight.\n"));
  g_autofree char *selection = NULL;

  gtk_label_select_region (GTK_LABEL (get_block (view, 0)), 9, 2);
  selection = kist_document_view_dup_selection (KIST_DOCUMENT_VIEW (view));
  g_assert_cmpstr (selection, ==, "cèilidh");
  g_assert_finalize_object (view);
}

static void
test_markers_are_on_the_reading_side (void)
{
  GtkWidget      *view = new_view ("- item\n");
  GtkWidget      *window;
  graphene_rect_t marker, text;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = harness_show (view, 300, 100);
  g_assert_true (gtk_widget_compute_bounds (find_label (view, "•"), view, &marker));
  g_assert_true (gtk_widget_compute_bounds (find_label (view, "item"), view, &text));
  g_assert_cmpfloat (marker.origin.x, >=, text.origin.x + text.size.width);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_wide_table_scrolls_by_itself (void)
{
  GtkWidget *view =
      g_object_ref_sink (new_view ("| aaaaaaaaaaaa | bbbbbbbbbbbbbb | cccccccccccccc | dddddddddddddddd |\n"
                                   "|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n"));
  int minimum, natural, wide, narrow;

  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 320);
  g_assert_cmpint (natural, >, 400);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 320, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 700, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, ==, wide);
  g_assert_finalize_object (view);
}

static void
test_view_in_a_window_goes_when_the_window_goes (void)
{
  GtkWidget *view = new_view (sample);
  GtkWidget *window = show_scrolled (view, 400, 300);

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 3, 0);
  kist_document_view_find (KIST_DOCUMENT_VIEW (view), "a");
  g_object_ref (view);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_view_without_a_scrolled_window_has_no_place (void)
{
  GtkWidget *view = g_object_ref_sink (new_view (sample));
  guint      block;
  double     fraction;

  kist_document_view_scroll_to (KIST_DOCUMENT_VIEW (view), 3, 0);
  g_assert_false (kist_document_view_get_position (KIST_DOCUMENT_VIEW (view), &block, &fraction));
  kist_document_view_set_document (KIST_DOCUMENT_VIEW (view), NULL);
  g_assert_cmpuint (kist_document_view_find (KIST_DOCUMENT_VIEW (view), "a"), ==, 0);
  g_assert_finalize_object (view);
}

#define ADD(name, test) g_test_add_func ("/document-view/" name, test)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  kist_widgets_init ();
  ADD ("each-block-is-one-widget", test_each_block_is_one_widget);
  ADD ("structure-is-told-to-a-screen-reader", test_structure_is_told_to_a_screen_reader);
  ADD ("ordered-list-begins-where-its-author-says", test_ordered_list_begins_where_its_author_says);
  ADD ("hostile-document-is-shown-as-text", test_hostile_document_is_shown_as_text);
  ADD ("link-is-told-and-not-opened", test_link_is_told_and_not_opened);
  ADD ("missing-picture-is-said-in-words", test_missing_picture_is_said_in_words);
  ADD ("picture-appears-with-its-words", test_picture_appears_with_its_words);
  ADD ("picture-of-too-many-pixels-is-said-in-words", test_picture_of_too_many_pixels_is_said_in_words);
  ADD ("tab-goes-to-links-and-arrows-to-blocks", test_tab_goes_to_links_and_arrows_to_blocks);
  ADD ("block-that-arrows-come-to-can-be-quoted", test_block_that_arrows_come_to_can_be_quoted);
  ADD ("part-of-a-text-can-be-quoted", test_part_of_a_text_can_be_quoted);
  ADD ("markers-are-on-the-reading-side", test_markers_are_on_the_reading_side);
  ADD ("wide-table-scrolls-by-itself", test_wide_table_scrolls_by_itself);
  ADD ("view-in-a-window-goes-when-the-window-goes", test_view_in_a_window_goes_when_the_window_goes);
  ADD ("view-without-a-scrolled-window-has-no-place", test_view_without_a_scrolled_window_has_no_place);
  return g_test_run ();
}
