#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../library/pack-fixture.h"
#include "../store/store-fixture.h"
#include "ui/kist-window.h"
#include "ui/widgets/kist-widgets.h"

/* GTK with everything that the application would prepare, and without movement: what is shown is shown at once. GLib
 * isolates no folders here, which would hide the icons and fonts too: with-display gives the program a home of its own,
 * and every test empties it. */
void
ui_fixture_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  if (!strstr (g_get_user_data_dir (), "kist-ui-"))
    g_error ("run this by with-display: it would empty %s", g_get_user_data_dir ());
  adw_init ();
  kist_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Opens the store and makes the services from what it holds. */
void
ui_fixture_open (UiFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = fixture_folder ();
  KistContents    *contents;

  self->store = kist_store_new (folder, self->clock);
  contents = fixture_open (self->store, &error);
  g_assert_no_error (error);
  self->services = kist_services_new (self->library, self->store, self->clock, contents);
}

/* @data: (nullable): what the step "counts" says instead of its few words */
void
ui_fixture_set_up (UiFixture *self, gconstpointer data)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  const char      *folders[] = { pack, NULL };

  if (data)
    pack_fixture_edit (pack, "things/05-media.md", "![A map of the town](../media/map.png)\n", data);

  self->clock = kist_clock_new_fixed (FIXTURE_NOW);
  self->library = kist_library_load (folders, NULL);
  self->media = kist_library_lookup_thing (self->library, "core/media");
  g_assert_nonnull (self->media);
  ui_fixture_open (self);
}

/* Closes the window and the store: nothing that was shown may hold the services any longer. */
void
ui_fixture_close (UiFixture *self)
{
  if (self->window)
    ui_fixture_close_window (self);
  ui_fixture_settle (self);
  g_assert_finalize_object (g_steal_pointer (&self->services));
  fixture_close (self->store);
  g_assert_finalize_object (g_steal_pointer (&self->store));
}

/* Empties and removes the folder @path. */
void
ui_remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        ui_remove_tree (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
ui_fixture_tear_down (UiFixture *self, gconstpointer data)
{
  g_autofree char *pack = g_build_filename (g_get_user_data_dir (), "pack", NULL);
  g_autofree char *folder = fixture_folder ();

  ui_fixture_close (self);
  ui_remove_tree (pack);
  ui_remove_tree (folder);
  g_assert_finalize_object (self->library);
  g_object_unref (self->clock);
}

/* Runs until the store, which does things in their order, has done all that it was asked so far. */
void
ui_fixture_settle (UiFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;

  kist_store_load_answers_async (self->store, "no/thing", "no-step", NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

KistStep *
ui_fixture_step (UiFixture *self, const char *id)
{
  KistStep *step = kist_thing_lookup_step (self->media, id);

  g_assert_nonnull (step);
  return step;
}

void
ui_fixture_record (UiFixture *self, KistVerb verb, const char *step, const char *item, gint64 value)
{
  kist_services_record (self->services, verb, self->media, ui_fixture_step (self, step), item, value, NULL, NULL);
}

/* How often it happened so far. */
unsigned
ui_fixture_count (UiFixture *self, KistVerb verb)
{
  GPtrArray *events = kist_services_get_events (self->services);
  unsigned   n = 0;

  for (unsigned i = 0; i < events->len; i++)
    n += ((const KistEvent *)g_ptr_array_index (events, i))->verb == verb;
  return n;
}

/* (transfer full) (nullable): the answer as it is on disk */
char *
ui_fixture_load_answer (UiFixture *self, const char *step, const char *item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (GError) error = NULL;

  kist_store_load_answers_async (self->store, "core/media", step, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  answers = kist_store_load_answers_finish (self->store, result, &error);
  g_assert_no_error (error);
  return g_strdup (g_hash_table_lookup (answers, item));
}

GtkWidget *
ui_fixture_open_window (UiFixture *self)
{
  g_assert_null (self->window);
  self->window = g_object_new (KIST_TYPE_WINDOW, NULL);
  kist_window_set_services (KIST_WINDOW (self->window), self->services);
  gtk_window_present (GTK_WINDOW (self->window));
  harness_wait_for_frame (self->window);
  return self->window;
}

void
ui_fixture_close_window (UiFixture *self)
{
  GtkWindow *window = GTK_WINDOW (g_steal_pointer (&self->window));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  kist_services_flush (self->services);
  gtk_window_destroy (window);
  ui_fixture_settle (self);
  g_assert_null (window);
}

/* The page that the window shows. */
GtkWidget *
ui_fixture_get_page (UiFixture *self)
{
  GtkWidget *view = ui_find (self->window, ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
}

GtkWidget *
ui_fixture_open_step (UiFixture *self, const char *id)
{
  g_assert_true (gtk_widget_activate_action (self->window, "win.open-step", "(ss)", "core/media", id));
  ui_fixture_settle (self);
  harness_wait_for_frame (self->window);
  return ui_fixture_get_page (self);
}

GtkWidget *
ui_fixture_open_entry (UiFixture *self, KistEntry *entry)
{
  g_assert_true (gtk_widget_activate_action (self->window, "win.open-entry", "s", kist_entry_get_id (entry)));
  ui_fixture_settle (self);
  harness_wait_for_frame (self->window);
  return ui_fixture_get_page (self);
}

void
ui_fixture_go_back (UiFixture *self)
{
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (ui_find (self->window, ADW_TYPE_NAVIGATION_VIEW)));
  ui_fixture_settle (self);
  /* As a person does. Until a frame the page below has no focus, and GTK 4.18 keeps one that is pushed onto it so. */
  harness_wait_for_frame (self->window);
}

/* The @n-th widget of @type below @root, which must be there. */
GtkWidget *
ui_find_nth (GtkWidget *root, GType type, unsigned n)
{
  g_autoptr (GPtrArray) found = harness_find_all (root, type);

  if (n >= found->len)
    g_error ("there are %u widgets of type %s, not %u", found->len, g_type_name (type), n + 1);
  return g_ptr_array_index (found, n);
}

GtkWidget *
ui_find (GtkWidget *root, GType type)
{
  return ui_find_nth (root, type, 0);
}

static gboolean
is_visible_in (GtkWidget *widget, GtkWidget *root)
{
  for (; widget && widget != root; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
      return FALSE;
  return TRUE;
}

/* The button that can be seen and says @label, which must be there. */
GtkWidget *
ui_find_button (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = harness_find_all (root, GTK_TYPE_BUTTON);

  for (unsigned i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0 && is_visible_in (button, root))
        return button;
    }
  g_error ("there is no button “%s”", label);
}

/* Whether @text can be seen below @root: all of a label. */
gboolean
ui_has_label (GtkWidget *root, const char *text)
{
  g_autoptr (GPtrArray) labels = harness_find_all (root, GTK_TYPE_LABEL);

  for (unsigned i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text) && is_visible_in (label, root))
        return TRUE;
    }
  return FALSE;
}

void
ui_click (GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* Types at the caret, as an input method would. */
void
ui_type (GtkWidget *text_view, const char *text)
{
  g_assert_true (gtk_widget_is_sensitive (text_view));
  g_signal_emit_by_name (text_view, "insert-at-cursor", text);
}

char *
ui_dup_text (GtkWidget *text_view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view));
  GtkTextIter    start;
  GtkTextIter    end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}
