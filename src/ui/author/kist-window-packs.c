#include "kist-window-packs.h"

#include <glib/gi18n.h>

#include "image/kist-image-reader.h"
#include "kist-author-folders.h"
#include "library/packing/kist-packer.h"
#include "store/backup/kist-restoration.h"
#include "ui/blog/kist-window-blogs.h"
#include "ui/kist-file-choice.h"
#include "ui/kist-window-private.h"

/* What takes longer gets a spinner and a way to stop it. */
#define PATIENCE_MS 400
#define TOAST_SECONDS 10

/* One installing that is under way. */
typedef struct
{
  KistWindow   *window;      /* (owned) */
  char         *name;        /* (owned) the file's, as it is shown */
  GCancellable *cancellable; /* (owned) */
  AdwDialog    *dialog;      /* (unowned) (nullable) until it takes long */
  unsigned      source;
} Installing;

static void
installing_free (Installing *installing)
{
  g_clear_handle_id (&installing->source, g_source_remove);
  g_clear_weak_pointer (&installing->dialog);
  g_object_unref (installing->cancellable);
  g_object_unref (installing->window);
  g_free (installing->name);
  g_free (installing);
}

static void
show_toast (KistWindow *window, char *title, const char *button, const char *action)
{
  g_autofree char *owned = title;
  AdwToast        *toast = adw_toast_new (owned);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (action)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_detailed_action_name (toast, action);
    }
  adw_toast_overlay_add_toast (window->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (window), owned, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
say_installed (KistWindow *window, const KistInstalled *installed)
{
  g_autofree char *action =
      installed->first_thing ? g_strdup_printf ("win.open-thing::%s", installed->first_thing) : NULL;

  show_toast (window,
              installed->replaced
                  /* Translators: %s are a pack's title, its version now and its version before */
                  ? g_strdup_printf (_ ("“%s” is now version %s (it was %s)"), installed->title, installed->version,
                                     installed->replaced)
                  /* Translators: %s is a pack's title */
                  : g_strdup_printf (_ ("“%s” was added"), installed->title),
              _ ("_Open"), action);
}

static void
installed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Installing *installing = data;
  KistWindow *window = installing->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistShelfChange) change = kist_pack_shelf_finish (KIST_PACK_SHELF (source), result, &error);

  if (installing->dialog)
    adw_dialog_force_close (installing->dialog);
  if (change && !window->is_closing && window->services)
    {
      kist_window_set_library (window, change->library);
      say_installed (window, change->installed);
    }
  else if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: %s is a file's name */
      g_autofree char *heading = g_strdup_printf (_ ("“%s” Was Not Added"), installing->name);

      g_message ("%s was not installed: %s", installing->name, error->message);
      kist_window_complain (window, heading, error->message);
    }
  installing_free (installing);
}

static void
cancel_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
patience_cb (gpointer data)
{
  Installing      *installing = data;
  GtkWidget       *spinner = adw_spinner_new ();
  g_autofree char *heading = NULL;

  installing->source = 0;
  /* Translators: %s is a file's name */
  heading = g_strdup_printf (_ ("Adding “%s”"), installing->name);
  g_set_weak_pointer (&installing->dialog, adw_alert_dialog_new (heading, NULL));
  gtk_widget_set_size_request (spinner, 48, 48);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (installing->dialog), spinner);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (installing->dialog), "cancel", _ ("_Cancel"));
  g_signal_connect_object (installing->dialog, "response", G_CALLBACK (cancel_cb), installing->cancellable,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (installing->dialog, GTK_WIDGET (installing->window));
  return G_SOURCE_REMOVE;
}

static void
install (KistWindow *window, const char *path)
{
  Installing *installing = g_new0 (Installing, 1);

  installing->window = g_object_ref (window);
  installing->name = g_filename_display_basename (path);
  installing->cancellable = g_cancellable_new ();
  installing->source = g_timeout_add (PATIENCE_MS, patience_cb, installing);
  kist_pack_shelf_install_async (kist_services_get_shelf (window->services), path, installing->cancellable,
                                 installed_cb, installing);
}

/* Into the text that is on top; nowhere else is there a place for a picture. */
static void
take_picture (KistWindow *self, const char *path)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (!page || !gtk_widget_activate_action (GTK_WIDGET (page), "picture.take", "s", path))
    kist_window_complain (self, _ ("The Picture Was Not Taken"),
                          _ ("A picture belongs in an entry: open one in the journal first."));
}

static void
open_file_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  if (kist_restoration_takes (path))
    {
      gtk_widget_activate_action (widget, "win.restore-file", "s", path);
      return;
    }
  if (!self->services)
    return;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      kist_author_folders_remember (path);
      gtk_widget_activate_action (widget, "win.open-author", "s", path);
    }
  else if (g_str_has_suffix (path, KIST_PACKER_SUFFIX))
    install (self, path);
  else if (kist_image_is_file_name (path))
    take_picture (self, path);
  else if (!kist_window_blogs_open_file (self, path))
    gtk_widget_activate_action (widget, "win.import-file", "s", path);
}

static void
import_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "things", "twee", "tw",    "html", "htm", "json",
                                          "h5p",    "gift", "aiken", "xml",  "txt", NULL };

  kist_file_choice_ask (KIST_WINDOW (widget), _ ("Import a File"), _ ("Packs, scenarios and quizzes"), suffixes,
                        "win.open-file");
}

static void
open_pack_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_file_choice_ask_folder (KIST_WINDOW (widget), _ ("Open a Pack’s Folder"), "win.open-file");
}

/* What a removing, or bringing back, needs to end. */
typedef struct
{
  KistWindow *window; /* (owned) */
  char       *id;     /* (owned) */
  gboolean    is_removed;
} Removing;

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removing *removing = data;
  g_autoptr (KistWindow) window = removing->window;
  g_autofree char *id = removing->id;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistShelfChange) change = kist_pack_shelf_finish (KIST_PACK_SHELF (source), result, &error);
  g_autofree char *undo = g_strdup_printf ("win.restore-pack::%s", id);

  if (change && !window->is_closing && window->services)
    {
      kist_window_set_library (window, change->library);
      if (removing->is_removed)
        show_toast (window, g_strdup (_ ("Pack removed")), _ ("_Undo"), undo);
    }
  else if (error)
    {
      g_message ("The pack %s was not changed: %s", id, error->message);
      kist_window_complain (window,
                            removing->is_removed ? _ ("The Pack Was Not Removed") : _ ("The Pack Was Not Brought Back"),
                            error->message);
    }
  g_free (removing);
}

static void
remove_pack_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);
  Removing   *removing;

  if (!self->services)
    return;
  removing = g_new0 (Removing, 1);
  removing->window = g_object_ref (self);
  removing->id = g_variant_dup_string (parameter, NULL);
  removing->is_removed = g_str_equal (action, "win.remove-pack");
  kist_pack_shelf_remove_async (kist_services_get_shelf (self->services), removing->id, removing->is_removed,
                                removed_cb, removing);
}

static void
say_made_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow      *self = KIST_WINDOW (widget);
  const char      *path = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is a file's name */
  g_autofree char *title = g_strdup_printf (_ ("“%s” was made"), name);
  AdwToast        *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_set_button_label (toast, _ ("_Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target_value (toast, g_variant_new_string (path));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH); /* it does not wait until the one before it has gone */
  adw_toast_overlay_add_toast (self->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * kist_window_packs_install_actions:
 * @widget_class: the window's class
 *
 * Adds the actions about packs that kist-window.h lists.
 */
void
kist_window_packs_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-file", "s", open_file_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.open-pack-folder", NULL, open_pack_folder_action);
  gtk_widget_class_install_action (widget_class, "win.say-made", "s", say_made_action);
  gtk_widget_class_install_action (widget_class, "win.remove-pack", "s", remove_pack_action);
  gtk_widget_class_install_action (widget_class, "win.restore-pack", "s", remove_pack_action);
}
