#include "kist-config.h"

#include "kist-author-page.h"

#include <glib/gi18n.h>

#include "kist-author-check.h"
#include "kist-author-rows.h"
#include "kist-folder-watch.h"
#include "library/packing/kist-packer.h"

struct _KistAuthorPage
{
  AdwNavigationPage parent_instance;

  char            *folder;      /* (owned) */
  KistFolderWatch *watch;       /* (owned) */
  GCancellable    *cancellable; /* (owned) of the page's life */
  KistAuthorCheck *check;       /* (owned) (nullable) until there is one */
  gboolean         is_checking;
  gboolean         is_stale;  /* something was saved since the check that is under way began */
  GPtrArray       *groups;    /* (element-type AdwPreferencesGroup) (owned) that are shown */
  char            *announced; /* (owned) (nullable) */

  AdwWindowTitle     *heading;
  GtkWidget          *pack;
  GtkStack           *stack;
  AdwStatusPage      *problem;
  GtkWidget          *hint;
  AdwPreferencesPage *content;
};

G_DEFINE_FINAL_TYPE (KistAuthorPage, kist_author_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_group (KistAuthorPage *self, GtkWidget *group)
{
  g_ptr_array_add (self->groups, g_object_ref (group));
  adw_preferences_page_add (self->content, ADW_PREFERENCES_GROUP (group));
}

static void
fill (KistAuthorPage *self)
{
  KistReport *report = self->check->report;
  g_autoptr (GPtrArray) files = kist_author_rows_list_files (report);

  for (unsigned i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->content, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);

  add_group (self, kist_author_rows_new_status (report));
  for (unsigned i = 0; i < files->len; i++)
    add_group (self, kist_author_rows_new_file (report, self->folder, g_ptr_array_index (files, i)));
  if (self->check->scenarios->len > 0)
    add_group (self, kist_author_rows_new_scenarios (self->check->scenarios, self->folder));
}

/* Who does not see the page hears what saving a file has changed, once. */
static void
announce (KistAuthorPage *self)
{
  g_autofree char *said = kist_author_rows_dup_status (self->check->report);

  if (g_strcmp0 (said, self->announced) == 0)
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (self), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_set_str (&self->announced, said);
}

static void
apply_check (KistAuthorPage *self)
{
  gboolean is_clean = !self->check->problem && kist_report_count (self->check->report, KIST_SEVERITY_WARNING) == 0;
  g_autofree char *shown = g_filename_display_name (self->folder);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->check->title);
  adw_window_title_set_title (self->heading, self->check->title);
  adw_window_title_set_subtitle (self->heading, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "author.pack", is_clean);
  gtk_widget_set_tooltip_text (self->pack, is_clean ? NULL : _ ("Mend the errors and warnings first"));
  if (self->check->problem)
    {
      adw_status_page_set_title (self->problem,
                                 self->check->is_gone ? _ ("This Folder Is Gone") : _ ("This Is No Pack Yet"));
      gtk_widget_set_visible (self->hint, !self->check->is_gone);
      kist_author_rows_show_problem (self->stack, self->problem, self->check->problem);
      g_clear_pointer (&self->announced, g_free);
    }
  else
    {
      fill (self);
      gtk_stack_set_visible_child_name (self->stack, "checked");
      announce (self);
    }
}

static void start_check (KistAuthorPage *self);

/* What looks the same stays as it is: a row that is pressed, or has the focus, does not go from under the pointer. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistAuthorPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistAuthorCheck) check = kist_author_check_finish (result, &error);

  if (!check) /* the page is gone */
    return;
  self->is_checking = FALSE;
  if (!self->check || !kist_author_check_equal (self->check, check))
    {
      g_clear_pointer (&self->check, kist_author_check_free);
      self->check = g_steal_pointer (&check);
      apply_check (self);
    }
  if (self->is_stale)
    start_check (self);
}

/* One at a time, and each to its end: who saves faster than a large pack is checked still sees what there is to mend.
 */
static void
start_check (KistAuthorPage *self)
{
  self->is_stale = self->is_checking;
  if (self->is_checking)
    return;
  self->is_checking = TRUE;
  kist_author_check_async (self->folder, self->cancellable, checked_cb, self);
}

/* What packing needs on its worker, and what came of it. */
typedef struct
{
  char       *folder; /* (owned) */
  char       *path;   /* (owned) */
  KistReport *report; /* (owned) */
} Packing;

static void
packing_free (Packing *packing)
{
  g_free (packing->folder);
  g_free (packing->path);
  g_object_unref (packing->report);
  g_free (packing);
}

static void
pack_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Packing *packing = data;
  GError  *error = NULL;

  if (kist_packer_write (packing->folder, packing->path, packing->report, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else if (error)
    g_task_return_error (task, error);
  else /* a file was saved since the page was checked */
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Mend what the check found first."));
}

static void
complain (KistAuthorPage *self, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Pack Was Not Made"), message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
packed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistAuthorPage *self = KIST_AUTHOR_PAGE (source);
  Packing        *packing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say-made", "s", packing->path);
      return;
    }
  complain (self, error->message);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistAuthorPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GTask) task = NULL;
  Packing *packing;

  if (!self->folder) /* the page is gone */
    return;
  if (!file && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    complain (self, error->message);
  if (file && !g_file_peek_path (file))
    complain (self, _ ("It can only be made on this computer."));
  if (!file || !g_file_peek_path (file))
    return;
  packing = g_new0 (Packing, 1);
  packing->folder = g_strdup (self->folder);
  packing->path = g_str_has_suffix (g_file_peek_path (file), KIST_PACKER_SUFFIX)
                      ? g_file_get_path (file)
                      : g_strconcat (g_file_peek_path (file), KIST_PACKER_SUFFIX, NULL);
  packing->report = kist_report_new ();
  task = g_task_new (self, NULL, packed_cb, NULL);
  g_task_set_task_data (task, packing, (GDestroyNotify)packing_free);
  g_task_run_in_thread (task, pack_cb);
}

static void
pack_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistAuthorPage *self = KIST_AUTHOR_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (self->check->id, KIST_PACKER_SUFFIX, NULL);

  gtk_file_dialog_set_title (dialog, _ ("Pack It Into One File"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, place_chosen_cb, g_object_ref (self));
}

static void
show_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.show-folder", "s", KIST_AUTHOR_PAGE (widget)->folder);
}

/* @parameter is a file of the pack: it opens in whatever the person edits such files with. */
static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *path =
      g_build_filename (KIST_AUTHOR_PAGE (widget)->folder, g_variant_get_string (parameter, NULL), NULL);

  gtk_widget_activate_action (widget, "win.edit-file", "s", path);
}

static void
kist_author_page_dispose (GObject *object)
{
  KistAuthorPage *self = KIST_AUTHOR_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->check, kist_author_check_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->announced, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_AUTHOR_PAGE);
  G_OBJECT_CLASS (kist_author_page_parent_class)->dispose (object);
}

static void
kist_author_page_class_init (KistAuthorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_author_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/author/kist-author-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistAuthorPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KistAuthorPage, pack);
  gtk_widget_class_bind_template_child (widget_class, KistAuthorPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistAuthorPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KistAuthorPage, hint);
  gtk_widget_class_bind_template_child (widget_class, KistAuthorPage, content);
  gtk_widget_class_install_action (widget_class, "author.pack", NULL, pack_action);
  gtk_widget_class_install_action (widget_class, "author.show-folder", NULL, show_folder_action);
  gtk_widget_class_install_action (widget_class, "author.edit", "s", edit_action);
}

static void
kist_author_page_init (KistAuthorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "author.pack", FALSE);
}

/**
 * kist_author_page_new:
 * @folder: the path of a pack's folder
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_author_page_new (const char *folder)
{
  KistAuthorPage *self = g_object_new (KIST_TYPE_AUTHOR_PAGE, NULL);

  self->folder = g_strdup (folder);
  self->watch = kist_folder_watch_new (folder);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (start_check), self, G_CONNECT_SWAPPED);
  start_check (self);
  return ADW_NAVIGATION_PAGE (self);
}
