/* A blog on its way into the journal: what the page says, what is in the journal afterwards, and what goes wrong. */
#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "../store/fault-vfs.h"
#include "ui-fixture.h"
#include "ui/blog/kist-incoming-post.h"

#define ENTRY(id, kind, title, text)                                                                                   \
  "<entry><id>tag:" id "</id><blogger:type>" kind "</blogger:type><title>" title "</title><content type='html'>" text  \
  "</content><published>2021-05-0" id "T00:00:00Z</published></entry>"
#define FEED                                                                                                           \
  "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>"                  \
  "<id>tag:blogger.com,1999:blog-1</id><title>Mine</title>%s</feed>"
#define POSTS                                                                                                          \
  ENTRY ("1", "POST", "Thing 5: friends", "No friends from work.")                                                     \
  ENTRY ("2", "POST", "A walk", "It rained.") ENTRY ("3", "COMMENT", "", "Me too.")

typedef struct
{
  UiFixture ui;
  char     *file; /* (owned) */
} Fixture;

static void
write_feed (Fixture *fixture, const char *entries)
{
  g_autofree char *text = g_strdup_printf (FEED, entries);

  g_assert_true (g_file_set_contents (fixture->file, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_fixture_set_up (&fixture->ui, NULL);
  fixture->file = g_build_filename (g_get_user_data_dir (), "mine & <more>.xml", NULL);
  write_feed (fixture, POSTS);
  ui_fixture_open_window (&fixture->ui);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  ui_fixture_tear_down (&fixture->ui, data);
  g_remove (fixture->file);
  g_free (fixture->file);
}

static const char *
get_stage (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (page, GTK_TYPE_STACK)));
}

static gboolean
has_stopped_working (gpointer page)
{
  return !g_str_equal (get_stage (page), "working");
}

static GtkWidget *
open_blog (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->ui.window, "win.open-blog", "s", fixture->file));
  return ui_fixture_get_page (&fixture->ui);
}

static GtkWidget *
open_and_read (Fixture *fixture)
{
  GtkWidget *page = open_blog (fixture);

  g_assert_cmpstr (get_stage (page), ==, "working");
  g_assert_true (ui_has_label (page, "Reading “mine & <more>.\u200bxml”"));
  harness_wait (has_stopped_working, page);
  harness_wait_for_frame (fixture->ui.window);
  return page;
}

static unsigned
count_entries (Fixture *fixture)
{
  return g_list_model_get_n_items (kist_journal_get_entries (kist_services_get_journal (fixture->ui.services)));
}

static gboolean
has_left (gpointer data)
{
  Fixture   *fixture = ((gpointer *)data)[0];
  GtkWidget *page = ((gpointer *)data)[1];

  return ui_fixture_get_page (&fixture->ui) != page;
}

static void
bring_in (Fixture *fixture, GtkWidget *page, const char *label)
{
  ui_click (ui_find_button (page, label));
  harness_wait (has_left, ((gpointer[]){ fixture, page }));
  harness_wait_for_frame (fixture->ui.window);
}

/* The check of some post, or the one for all of them, which alone has words beside it. */
static GtkCheckButton *
find_check (GtkWidget *page, gboolean is_for_all)
{
  g_autoptr (GPtrArray) checks = harness_find_all (page, GTK_TYPE_CHECK_BUTTON);

  for (unsigned i = 0; i < checks->len; i++)
    if ((gtk_check_button_get_label (g_ptr_array_index (checks, i)) != NULL) == is_for_all)
      return g_ptr_array_index (checks, i);
  g_error ("there is no such check");
}

static gboolean
has_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) != NULL;
}

static void
test_posts_come_and_can_be_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_and_read (fixture);
  KistEntry *entry;

  g_assert_cmpstr (get_stage (page), ==, "posts");
  g_assert_true (ui_has_label (page, "mine & <more>.xml"));
  g_assert_true (ui_has_label (page, "Not brought in: 1 comment"));
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  bring_in (fixture, page, "_Bring In 2 Posts");
  g_assert_true (ui_has_label (fixture->ui.window, "2 posts brought in"));
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  entry = kist_journal_find_for_thing (kist_services_get_journal (fixture->ui.services), "core/media");
  g_assert_cmpstr (kist_entry_get_title (entry), ==, "Thing 5: friends");
  ui_click (ui_find_button (fixture->ui.window, "_Undo"));
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  ui_fixture_close (&fixture->ui);
  ui_fixture_open (&fixture->ui);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

/* With what was typed meanwhile, and without an editor that would bring it back. */
static void
test_one_that_is_open_is_closed_when_it_is_taken_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *undo;
  KistEntry *entry;

  bring_in (fixture, open_and_read (fixture), "_Bring In 2 Posts");
  undo = ui_find_button (fixture->ui.window, "_Undo");
  entry = kist_journal_find_for_thing (kist_services_get_journal (fixture->ui.services), "core/media");
  page = ui_fixture_open_entry (&fixture->ui, entry);
  ui_type (ui_find (page, GTK_TYPE_TEXT_VIEW), "More of it. ");
  ui_click (undo);
  harness_wait (has_left, ((gpointer[]){ fixture, page }));
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  ui_fixture_close (&fixture->ui);
  ui_fixture_open (&fixture->ui);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

static void
test_what_cannot_be_taken_back_stays (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  bring_in (fixture, open_and_read (fixture), "_Bring In 2 Posts");
  ui_fixture_settle (&fixture->ui);
  fault_vfs_set (FAULT_FROM, 1, SQLITE_FULL, ENOSPC);
  ui_click (ui_find_button (fixture->ui.window, "_Undo"));
  harness_wait (has_dialog, fixture->ui.window);
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->ui.window));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "The Posts Were Not Taken Back");
  adw_dialog_force_close (dialog);
  g_assert_cmpuint (count_entries (fixture), ==, 2);
}

static void
test_a_second_time_makes_no_doubles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  bring_in (fixture, open_and_read (fixture), "_Bring In 2 Posts");
  page = open_and_read (fixture);
  g_assert_true (ui_has_label (page, "In the journal already"));
  g_assert_false (gtk_widget_is_sensitive (ui_find_button (page, "_Bring In 0 Posts")));
  /* Whoever wants it twice can have it. */
  gtk_check_button_set_active (find_check (page, TRUE), TRUE);
  bring_in (fixture, page, "_Bring In 2 Posts");
  g_assert_cmpuint (count_entries (fixture), ==, 4);
}

static void
test_one_is_left_out (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_and_read (fixture);

  g_assert_true (gtk_check_button_get_active (find_check (page, TRUE)));
  gtk_check_button_set_active (find_check (page, FALSE), FALSE);
  g_assert_true (gtk_check_button_get_inconsistent (find_check (page, TRUE)));
  bring_in (fixture, page, "_Bring In 1 Post");
  g_assert_cmpuint (count_entries (fixture), ==, 1);
}

static void
test_cancelling_leaves_the_journal_as_it_was (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_and_read (fixture);

  gtk_widget_activate_action (page, "blog.bring-in", NULL);
  g_assert_cmpstr (get_stage (page), ==, "working");
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (page))); /* nobody would hear what came of it */
  gtk_widget_activate_action (page, "blog.cancel", NULL);
  harness_wait (has_stopped_working, page);
  g_assert_true (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (page)));
  g_assert_cmpstr (get_stage (page), ==, "posts");
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  bring_in (fixture, page, "_Bring In 2 Posts");
  g_assert_cmpuint (count_entries (fixture), ==, 2);
}

static void
test_a_full_disk_leaves_the_journal_as_it_was (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_and_read (fixture);
  AdwDialog *dialog;

  ui_fixture_settle (&fixture->ui);
  fault_vfs_set (FAULT_FROM, 1, SQLITE_FULL, ENOSPC);
  gtk_widget_activate_action (page, "blog.bring-in", NULL);
  harness_wait (has_dialog, fixture->ui.window);
  ui_fixture_settle (&fixture->ui);
  fault_vfs_set (FAULT_NONE, 0, 0, 0);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->ui.window));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "The Posts Were Not Brought In");
  adw_dialog_force_close (dialog);
  g_assert_cmpstr (get_stage (page), ==, "posts");
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  bring_in (fixture, page, "_Bring In 2 Posts");
  g_assert_cmpuint (count_entries (fixture), ==, 2);
}

static gboolean
says_one_more (gpointer page)
{
  return ui_has_label (page, "And 1 more");
}

/* The bin shows the first 200 and says how many there are. */
static void
test_many_that_were_taken_back_are_in_the_bin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) many = g_string_new (NULL);
  GtkWidget *page;

  for (unsigned i = 0; i < 201; i++)
    g_string_append_printf (many,
                            "<entry><id>tag:%u</id><blogger:type>POST</blogger:type><title>Note %u</title>"
                            "<content>It rained.</content></entry>",
                            i, i);
  write_feed (fixture, many->str);
  bring_in (fixture, open_and_read (fixture), "_Bring In 201 Posts");
  ui_click (ui_find_button (fixture->ui.window, "_Undo"));
  ui_fixture_settle (&fixture->ui);
  g_assert_cmpuint (count_entries (fixture), ==, 0);
  gtk_widget_activate_action (fixture->ui.window, "win.open-bin", NULL);
  page = ui_fixture_get_page (&fixture->ui);
  harness_wait (says_one_more, page);
}

static gboolean
has_few_owners (gpointer data)
{
  const unsigned *n = ((gpointer *)data)[0];
  const GObject  *object = ((gpointer *)data)[1];

  return object->ref_count <= *n;
}

static void
test_leaving_ends_the_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) many = g_string_new (NULL);
  unsigned   n_owners = G_OBJECT (fixture->ui.library)->ref_count;
  GtkWidget *page;

  for (unsigned i = 0; i < 5000; i++)
    g_string_append (many, ENTRY ("1", "POST", "A walk", "It rained."));
  write_feed (fixture, many->str);
  page = open_blog (fixture);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  harness_wait_for_frame (fixture->ui.window);
  ui_fixture_go_back (&fixture->ui);
  g_assert_null (page); /* the reading, which may last, does not keep it */
  harness_wait (has_few_owners, ((gpointer[]){ &n_owners, fixture->ui.library }));
}

static void
test_what_is_no_blog_is_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  g_assert_true (g_file_set_contents (fixture->file, "Dear diary, it rained.\n", -1, NULL));
  page = open_and_read (fixture);
  g_assert_cmpstr (get_stage (page), ==, "problem");
  ui_find_button (page, "Choose _Another File…");
  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  page = open_and_read (fixture);
  g_assert_true (ui_has_label (page, "“mine & <more>.xml” is no longer there."));
}

static void
test_a_blog_of_comments_says_so (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  write_feed (fixture, ENTRY ("1", "COMMENT", "", "Me too."));
  page = open_and_read (fixture);
  g_assert_cmpstr (get_stage (page), ==, "none");
  g_assert_true (ui_has_label (page, "Not brought in: 1 comment"));
}

static const char *
wait_for_page (Fixture *fixture, GtkWidget *before)
{
  harness_wait (has_left, ((gpointer[]){ fixture, before }));
  return G_OBJECT_TYPE_NAME (ui_fixture_get_page (&fixture->ui));
}

/* An XML is a blog or another program's work, by what is in it. */
static void
test_a_file_that_is_handed_over_is_told_apart (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = ui_fixture_get_page (&fixture->ui);

  gtk_widget_activate_action (fixture->ui.window, "win.open-file", "s", fixture->file);
  g_assert_cmpstr (wait_for_page (fixture, page), ==, "KistBlogPage");
  ui_fixture_go_back (&fixture->ui);
  g_assert_true (g_file_set_contents (fixture->file, "<?xml version='1.0'?><quiz/>", -1, NULL));
  page = ui_fixture_get_page (&fixture->ui);
  gtk_widget_activate_action (fixture->ui.window, "win.open-file", "s", fixture->file);
  g_assert_cmpstr (wait_for_page (fixture, page), ==, "KistImportPage");
}

int
main (int argc, char *argv[])
{
  fault_vfs_install ();
  ui_fixture_init (&argc, &argv);
#define ADD(name) g_test_add ("/blog-page/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (posts_come_and_can_be_taken_back);
  ADD (one_that_is_open_is_closed_when_it_is_taken_back);
  ADD (what_cannot_be_taken_back_stays);
  ADD (a_second_time_makes_no_doubles);
  ADD (one_is_left_out);
  ADD (cancelling_leaves_the_journal_as_it_was);
  ADD (a_full_disk_leaves_the_journal_as_it_was);
  ADD (many_that_were_taken_back_are_in_the_bin);
  ADD (leaving_ends_the_reading);
  ADD (what_is_no_blog_is_refused);
  ADD (a_blog_of_comments_says_so);
  ADD (a_file_that_is_handed_over_is_told_apart);
  return g_test_run ();
}
