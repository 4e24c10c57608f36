#include "kist-window-files.h"

#include <glib/gi18n.h>

#include "ui/kist-window-private.h"

/* Nobody reads more accounts than this one after the other. */
#define MAX_DROPPED 10

/* One file on its way to another program. */
typedef struct
{
  KistWindow *window; /* (owned) */
  char       *path;   /* (owned) */
} Opening;

static Opening *
opening_new (KistWindow *window, const char *path)
{
  Opening *opening = g_new (Opening, 1);

  opening->window = g_object_ref (window);
  opening->path = g_strdup (path);
  return opening;
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->path);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static gboolean
is_silent (const GError *error)
{
  return !error || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}

static void
complain_about_folder (Opening *opening, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (opening->path);
  /* Translators: %s is where a file or folder is: "/home/mairi/the-gloves" */
  g_autofree char *body = g_strdup_printf (_ ("No program here shows folders. You find it at %s."), shown);

  if (is_silent (error))
    return;
  g_message ("%s was not shown: %s", shown, error->message);
  kist_window_complain (opening->window, _ ("The Folder Was Not Opened"), body);
}

static void
file_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error);
  complain_about_folder (opening, error);
}

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;

  gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error);
  complain_about_folder (opening, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (opening->path);
  g_autofree char *shown = g_filename_display_name (opening->path);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error);
  if (is_silent (error))
    return;
  g_message ("%s was not opened: %s", shown, error->message);
  /* Translators: %s is a file's name */
  heading = g_strdup_printf (_ ("“%s” Was Not Opened"), name);
  body = g_file_test (opening->path, G_FILE_TEST_EXISTS)
             /* Translators: %s is where a file is: "/home/mairi/the-gloves/pack.md" */
             ? g_strdup_printf (
                   _ ("No program here is chosen for such files. Open it in any text editor: it is at %s."), shown)
             : g_strdup (_ ("It is no longer there."));
  kist_window_complain (opening->window, heading, body);
}

static void
show_file_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (widget), NULL, file_shown_cb,
                                            opening_new (KIST_WINDOW (widget), path));
}

static void
show_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (widget), NULL, folder_opened_cb,
                            opening_new (KIST_WINDOW (widget), path));
}

static void
edit_file_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  /* In a sandbox the other program could only read it else. */
  gtk_file_launcher_set_writable (launcher, TRUE);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (widget), NULL, opened_cb, opening_new (KIST_WINDOW (widget), path));
}

/* Asked before anything is read: whether the pointer shows that it may be let go here. Over a dialog libadwaita says
 * no, whoever asks. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, KistWindow *window)
{
  return kist_window_is_ready (window) && (gdk_drop_get_actions (drop) & GDK_ACTION_COPY) &&
         gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static void
say (KistWindow *window, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", text);
}

/* The first file is the one on top afterwards; *back* leads to those after it. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KistWindow *window)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  unsigned n_elsewhere = 0;

  for (GSList *link = files; link; link = link->next)
    if (g_file_peek_path (link->data))
      g_ptr_array_add (paths, (gpointer)g_file_peek_path (link->data));
    else
      n_elsewhere++;
  if (n_elsewhere > 0)
    say (window, _ ("Only files on this computer can be opened: copy the others into a folder first."));
  if (paths->len > MAX_DROPPED)
    say (window, _ ("Too many files at once: only the first ten are opened."));
  for (unsigned i = MIN (paths->len, MAX_DROPPED); i > 0; i--)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-file", "s", g_ptr_array_index (paths, i - 1));
  return paths->len > 0;
}

/**
 * kist_window_files_install_actions:
 * @widget_class: the window's class
 *
 * Adds the actions about other programs that kist-window.h lists.
 */
void
kist_window_files_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.edit-file", "s", edit_file_action);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file_action);
  gtk_widget_class_install_action (widget_class, "win.show-folder", "s", show_folder_action);
}

/**
 * kist_window_files_accept_drops:
 * @window: the window
 *
 * From now on a file that is dropped on it is opened, also over a text that would else take its name.
 */
void
kist_window_files_accept_drops (KistWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), window, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), window, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
