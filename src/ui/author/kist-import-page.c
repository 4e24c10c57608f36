#include "kist-config.h"

#include "kist-import-page.h"

#include <glib/gi18n.h>

#include "base/kist-text.h"
#include "exchange/kist-import.h"
#include "kist-author-folders.h"
#include "kist-author-rows.h"

/* More rows at once help nobody. */
#define MAX_ROWS 200
#define MAX_NAMES 1000

struct _KistImportPage
{
  AdwNavigationPage parent_instance;

  char         *path;        /* (owned) */
  GCancellable *cancellable; /* (owned) of the reading */
  KistImport   *import;      /* (owned) (nullable) until it is read */
  GPtrArray    *rows;        /* (element-type GtkWidget) of the items that are shown */

  AdwWindowTitle      *heading;
  GtkStack            *stack;
  AdwStatusPage       *problem;
  AdwPreferencesGroup *places;
  AdwPreferencesGroup *account;
  AdwComboRow         *filter;
  AdwPreferencesGroup *items;
};

G_DEFINE_FINAL_TYPE (KistImportPage, kist_import_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  NOT_KEPT,
  DROPPED,
  CHANGED,
  KEPT,
  EVERYTHING,
};

static unsigned
count (KistImport *import, KistImportFate fate)
{
  unsigned n = 0;

  for (KistImportKind kind = 0; kind < KIST_IMPORT_N_KINDS; kind++)
    n += kist_import_count (import, kind, fate);
  return n;
}

static gboolean
is_shown (unsigned filter, KistImportFate fate)
{
  switch (filter)
    {
    case DROPPED:
      return fate == KIST_IMPORT_DROPPED;
    case CHANGED:
      return fate == KIST_IMPORT_CHANGED;
    case KEPT:
      return fate == KIST_IMPORT_KEPT;
    case NOT_KEPT:
      return fate != KIST_IMPORT_KEPT;
    default:
      return TRUE;
    }
}

static const char *
fate_name (KistImportFate fate)
{
  switch (fate)
    {
    case KIST_IMPORT_DROPPED:
      return _ ("Dropped");
    case KIST_IMPORT_CHANGED:
      return _ ("Changed");
    case KIST_IMPORT_KEPT:
    default:
      return _ ("Kept");
    }
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *shown = kist_author_rows_dup_breakable (subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  return row;
}

static void
fill_items (KistImportPage *self)
{
  unsigned         filter = adw_combo_row_get_selected (self->filter), n = 0;
  g_autofree char *more = NULL;

  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->items, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (unsigned i = 0; i < kist_import_get_n_items (self->import); i++)
    {
      const KistImportItem *item = kist_import_get_item (self->import, i);
      g_autofree char      *subtitle = NULL;
      GtkWidget            *row;

      if (!is_shown (filter, item->fate) || ++n > MAX_ROWS)
        continue;
      /* Translators: %s are "Dropped", "Changed" or "Kept", and where it stood: "passage “Start”, line 3" */
      subtitle = g_strdup_printf (_ ("%s · %s"), fate_name (item->fate), item->source);
      row = new_row (item->why, subtitle);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->items, row);
    }
  if (n > MAX_ROWS)
    more = g_strdup_printf (ngettext ("And %u more", "And %u more", n - MAX_ROWS), n - MAX_ROWS);
  adw_preferences_group_set_description (self->items, n == 0 ? _ ("Nothing.") : more);
}

static void
filter_changed_cb (KistImportPage *self)
{
  if (self->import)
    fill_items (self);
}

/* In the person's documents, beside what is there. */
static char *
dup_new_folder (KistImport *import)
{
  const char      *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *id = kist_text_to_id (kist_import_get_title (import));

  for (unsigned n = 1; n <= MAX_NAMES; n++)
    {
      g_autofree char *name = n == 1 ? g_strdup (id) : g_strdup_printf ("%s-%u", id, n);
      g_autofree char *folder = g_build_filename (documents ? documents : g_get_home_dir (), name, NULL);

      if (!g_file_test (folder, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
    }
  return NULL;
}

static void
add_place (KistImportPage *self, const char *title, const char *folder)
{
  g_autofree char *shown = g_filename_display_name (folder);
  GtkWidget       *row = new_row (title, shown);
  GtkWidget       *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "import.write");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", folder);
  adw_preferences_group_add (self->places, row);
}

static void
fill (KistImportPage *self)
{
  g_auto (GStrv) folders = kist_author_folders_list ();
  g_autofree char *fresh = dup_new_folder (self->import);
  /* Translators: of the parts of a file that is imported */
  g_autofree char *totals =
      g_strdup_printf (_ ("%u kept, %u changed, %u dropped"), count (self->import, KIST_IMPORT_KEPT),
                       count (self->import, KIST_IMPORT_CHANGED), count (self->import, KIST_IMPORT_DROPPED));

  adw_window_title_set_title (self->heading, kist_import_get_title (self->import));
  adw_window_title_set_subtitle (self->heading, kist_import_get_format (self->import));
  if (fresh)
    add_place (self, _ ("A new pack"), fresh);
  for (unsigned i = 0; folders[i]; i++)
    {
      g_autofree char *name = g_filename_display_basename (folders[i]);

      if (g_file_test (folders[i], G_FILE_TEST_IS_DIR))
        add_place (self, name, folders[i]);
    }
  adw_preferences_group_set_description (self->account, totals);
  if (count (self->import, KIST_IMPORT_CHANGED) + count (self->import, KIST_IMPORT_DROPPED) == 0)
    adw_combo_row_set_selected (self->filter, EVERYTHING);
  fill_items (self);
  gtk_stack_set_visible_child_name (self->stack, "read");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), totals, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
write_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KistImportPage *self = source;
  GError         *error = NULL;

  if (kist_import_write (self->import, data, &error) && kist_import_write_thing (self->import, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistImportPage *self = KIST_IMPORT_PAGE (source);
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.write", TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-imported", "s", g_task_get_task_data (G_TASK (result)));
      return;
    }
  dialog = adw_alert_dialog_new (_ ("The File Was Not Imported"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
write_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, written_cb, NULL);

  gtk_widget_action_set_enabled (widget, "import.write", FALSE); /* once is enough */
  g_task_set_task_data (task, g_variant_dup_string (parameter, NULL), g_free);
  g_task_run_in_thread (task, write_cb);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError     *error = NULL;
  KistImport *import = kist_import_read (data, cancellable, &error);

  if (import)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* A file that has gone, or that is somebody else’s, is a thing of every day: GLib’s words for it are not. */
static char *
dup_reason (KistImportPage *self, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: %s is a file's name */
    return g_strdup_printf (_ ("The file “%s” is no longer there."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    /* Translators: %s is a file's name */
    return g_strdup_printf (_ ("You are not allowed to read the file “%s”."), name);
  return g_strdup (error->message);
}

static void
was_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistImportPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistImport) import = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the page is gone */
    return;
  if (import)
    {
      self->import = g_steal_pointer (&import);
      fill (self);
    }
  else
    {
      reason = dup_reason (self, error);
      kist_author_rows_show_problem (self->stack, self->problem, reason);
    }
}

static void
kist_import_page_dispose (GObject *object)
{
  KistImportPage *self = KIST_IMPORT_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_IMPORT_PAGE);
  g_clear_object (&self->import);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (kist_import_page_parent_class)->dispose (object);
}

static void
kist_import_page_class_init (KistImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_import_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/author/kist-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistImportPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KistImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistImportPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KistImportPage, places);
  gtk_widget_class_bind_template_child (widget_class, KistImportPage, account);
  gtk_widget_class_bind_template_child (widget_class, KistImportPage, filter);
  gtk_widget_class_bind_template_child (widget_class, KistImportPage, items);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.write", "s", write_action);
}

static void
kist_import_page_init (KistImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * kist_import_page_new:
 * @path: the file to bring in
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_import_page_new (const char *path)
{
  KistImportPage *self = g_object_new (KIST_TYPE_IMPORT_PAGE, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, was_read_cb, self);
  g_autofree char *name = g_filename_display_basename (path);

  self->path = g_strdup (path);
  adw_window_title_set_title (self->heading, name);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_cb);
  return ADW_NAVIGATION_PAGE (self);
}
