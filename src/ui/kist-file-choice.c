#include "kist-config.h"

#include "kist-file-choice.h"

#include <glib/gi18n.h>

#include "kist-window-private.h"

/* What the answer needs; the window lives as long as its dialog is asked. */
typedef struct
{
  KistWindow *window; /* (owned) */
  char       *action; /* (owned) */
} Choice;

static Choice *
choice_new (KistWindow *window, const char *action)
{
  Choice *self = g_new0 (Choice, 1);

  self->window = g_object_ref (window);
  self->action = g_strdup (action);
  return self;
}

static void
choice_free (Choice *self)
{
  g_object_unref (self->window);
  g_free (self->action);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
take (Choice *self, GFile *file, const GError *error, const char *refusal)
{
  if (file && g_file_peek_path (file))
    gtk_widget_activate_action (GTK_WIDGET (self->window), self->action, "s", g_file_peek_path (file));
  else if (file)
    kist_window_complain (self->window, _ ("The File Was Not Opened"),
                          _ ("It is on no disk of this computer. Copy it into a folder first."));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    kist_window_complain (self->window, refusal, error->message);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Choice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  take (self, file, error, _ ("No File Could Be Chosen"));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Choice) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  take (self, file, error, _ ("No Folder Could Be Chosen"));
}

/**
 * kist_file_choice_ask:
 * @window: the window
 * @title: what is asked, for the dialog's title
 * @kinds: what files there are, in words
 * @suffixes: (array zero-terminated=1): how their names end, without the dot; any other file can be chosen, too
 * @action: an action of @window that takes a path
 *
 * Asks, and activates @action when a file was chosen; where that failed, the window says why.
 */
void
kist_file_choice_ask (KistWindow        *window,
                      const char        *title,
                      const char        *kinds,
                      const char *const *suffixes,
                      const char        *action)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) known = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_return_if_fail (KIST_IS_WINDOW (window) && suffixes != NULL && action != NULL);

  gtk_file_filter_set_name (known, kinds);
  for (const char *const *suffix = suffixes; *suffix; suffix++)
    gtk_file_filter_add_suffix (known, *suffix);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, known);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), NULL, file_chosen_cb, choice_new (window, action));
}

/**
 * kist_file_choice_ask_folder:
 * @window: the window
 * @title: what is asked, for the dialog's title
 * @action: an action of @window that takes a path
 *
 * The same for a folder.
 */
void
kist_file_choice_ask_folder (KistWindow *window, const char *title, const char *action)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_return_if_fail (KIST_IS_WINDOW (window) && action != NULL);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (window), NULL, folder_chosen_cb, choice_new (window, action));
}
