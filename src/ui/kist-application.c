#include "kist-config.h"

#include "kist-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "kist-services.h"
#include "kist-window.h"
#include "store/backup/kist-restoration.h"
#include "ui/widgets/kist-widgets.h"

/* A window that waits for slow material is better than none after this time; most starts never see it. */
#define PATIENCE_MS 500

struct _KistApplication
{
  AdwApplication parent_instance;

  KistClock     *clock;    /* (owned) */
  KistStore     *store;    /* (owned) */
  KistPackShelf *shelf;    /* (owned) */
  KistLibrary   *library;  /* (owned) (nullable) until it is read */
  KistContents  *contents; /* (owned) (nullable) until the store is open and after the services were made */
  KistWindow    *window;   /* (unowned) (nullable) */
  GCancellable  *cancellable;
  GPtrArray     *files;       /* (element-type utf8) (owned) to be opened as soon as there is a window */
  GError        *store_error; /* (owned) (nullable) why the store did not open */

  unsigned patience_source;
  unsigned term_source;
  gboolean is_loading_library : 1;
  gboolean is_opening_store : 1;
  gboolean exits_after_startup : 1;
  gboolean is_held : 1; /* the application is kept running until its first window */
};

G_DEFINE_FINAL_TYPE (KistApplication, kist_application, ADW_TYPE_APPLICATION)

static void load_library (KistApplication *self);
static void open_store (KistApplication *self);

static char **
dup_pack_folders (void)
{
  const char *path = g_getenv ("KIST_PACK_PATH");

  return g_strsplit (path && *path ? path : KIST_PACK_DIR, G_SEARCHPATH_SEPARATOR_S, -1);
}

static char *
dup_data_folder (void)
{
  const char *folder = g_getenv ("KIST_DATA_DIR");

  return folder && *folder ? g_strdup (folder) : g_build_filename (g_get_user_data_dir (), "kist", NULL);
}

/* All is read anew, as at the start. */
static void
reopen_cb (KistApplication *self)
{
  g_autofree char *folder = g_strdup (kist_store_get_folder (self->store));

  if (self->is_opening_store || self->is_loading_library)
    return;
  g_object_unref (self->store);
  self->store = kist_store_new (folder, self->clock);
  g_clear_object (&self->library);
  load_library (self);
  open_store (self);
}

static void
ensure_window (KistApplication *self)
{
  if (self->window)
    return;

  g_set_weak_pointer (&self->window, g_object_new (KIST_TYPE_WINDOW, "application", self, NULL));
  g_signal_connect_object (self->window, "reopen", G_CALLBACK (reopen_cb), self, G_CONNECT_SWAPPED);
  if (KIST_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self->window), "devel");
}

static gboolean
exit_cb (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *frame_clock, KistApplication *self)
{
  g_idle_add_full (G_PRIORITY_LOW, exit_cb, g_object_ref (self), g_object_unref);
}

static void
show_window (KistApplication *self)
{
  ensure_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
  if (self->is_held)
    g_application_release (G_APPLICATION (self));
  self->is_held = FALSE;
}

/* What was given on the command line, or by a file manager. A back-up is of use also when the record does not open; the
 * rest waits. */
static void
open_files (KistApplication *self)
{
  for (unsigned i = 0; self->window && i < self->files->len;)
    {
      const char *path = g_ptr_array_index (self->files, i);

      if (kist_window_is_ready (self->window) || (self->store_error && kist_restoration_takes (path)))
        {
          gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-file", "s", path);
          g_ptr_array_remove_index (self->files, i);
        }
      else
        {
          i++;
        }
    }
}

static void
show_when_ready (KistApplication *self)
{
  g_autoptr (KistServices) services = NULL;

  if (self->is_loading_library || self->is_opening_store)
    return;

  g_clear_handle_id (&self->patience_source, g_source_remove);
  ensure_window (self);
  if (self->store_error)
    {
      kist_window_show_recovery (self->window, self->store, self->store_error);
    }
  else if (self->contents)
    {
      services = kist_services_new (self->library, self->store, self->clock, g_steal_pointer (&self->contents));
      kist_services_set_shelf (services, self->shelf);
      kist_window_set_services (self->window, services);
    }
  show_window (self);
  open_files (self);
  if (self->exits_after_startup)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint",
                             G_CALLBACK (after_paint_cb), self, G_CONNECT_DEFAULT);
}

static void
library_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistApplication) self = data;
  g_autoptr (KistShelfChange) change = NULL;
  g_autoptr (GError) error = NULL;

  self->is_loading_library = FALSE;
  change = kist_pack_shelf_finish (self->shelf, result, &error);
  if (!change)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_critical ("The learning material was not read: %s", error->message);
      return;
    }
  self->library = g_steal_pointer (&change->library);
  show_when_ready (self);
}

static void
load_library (KistApplication *self)
{
  self->is_loading_library = TRUE;
  kist_pack_shelf_load_async (self->shelf, self->cancellable, library_loaded_cb, g_object_ref (self));
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistApplication) self = data;

  self->is_opening_store = FALSE;
  g_clear_error (&self->store_error);
  self->contents = kist_store_open_finish (KIST_STORE (source), result, &self->store_error);
  if (g_error_matches (self->store_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->store_error)
    g_message ("The record did not open: %s", self->store_error->message);
  show_when_ready (self);
}

static void
open_store (KistApplication *self)
{
  self->is_opening_store = TRUE;
  kist_store_open_async (self->store, self->cancellable, store_opened_cb, g_object_ref (self));
}

static gboolean
patience_cb (gpointer data)
{
  KistApplication *self = data;

  self->patience_source = 0;
  show_window (self);
  return G_SOURCE_REMOVE;
}

static gboolean
term_cb (gpointer data)
{
  KistApplication *self = data;

  if (self->window)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KistApplication *self = data;

  if (self->window)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KistApplication *self = data;
  AdwDialog       *dialog;

  dialog = g_object_new (
      ADW_TYPE_ABOUT_DIALOG, "application-name", "Kist", "application-icon", KIST_APPLICATION_ID, "version",
      KIST_VERSION, "developer-name", _ ("The Kist contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("Learn, decide and reflect, offline. Kist is unofficial: it is neither made nor endorsed by "
         "the Scottish Social Services Council."),
      "translator-credits", _ ("translator-credits"), NULL);
  adw_about_dialog_add_legal_section (ADW_ABOUT_DIALOG (dialog), _ ("Learning material"), NULL, GTK_LICENSE_CUSTOM,
                                      _ ("The Things and scenarios are under the licence Creative Commons Attribution "
                                         "4.0 International, unless their own file says otherwise."));
  adw_dialog_present (dialog, self->window ? GTK_WIDGET (self->window) : NULL);
}

static void
kist_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "about", .activate = about_cb },
  };
  KistApplication *self = KIST_APPLICATION (application);
  g_auto (GStrv) packs = dup_pack_folders ();
  g_autofree char *folder = dup_data_folder ();
  g_autofree char *own_packs = g_build_filename (folder, "packs", NULL);

  G_APPLICATION_CLASS (kist_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *[]){ "<Control>q", NULL });
  gtk_window_set_default_icon_name (KIST_APPLICATION_ID);
  kist_widgets_init ();
  self->term_source = g_unix_signal_add (SIGTERM, term_cb, self);

  self->cancellable = g_cancellable_new ();
  self->clock = kist_clock_new_system ();
  self->store = kist_store_new (folder, self->clock);
  self->shelf = kist_pack_shelf_new ((const char *const *)packs, own_packs);
  load_library (self);
  open_store (self);
}

static void
kist_application_activate (GApplication *application)
{
  KistApplication *self = KIST_APPLICATION (application);

  if (self->is_held)
    return;
  if (self->window)
    {
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }

  self->is_held = TRUE;
  g_application_hold (application);
  self->patience_source = g_timeout_add (PATIENCE_MS, patience_cb, self);
  /* Made while the workers read, shown when they are done. */
  ensure_window (self);
}

static void
kist_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  KistApplication *self = KIST_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      char *path = g_file_get_path (files[i]);

      g_ptr_array_add (self->files, path ? path : g_file_get_uri (files[i]));
    }
  g_application_activate (application);
  open_files (self);
}

static int
kist_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  KistApplication *self = KIST_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Kist %s\n", KIST_VERSION);
      return 0;
    }
  self->exits_after_startup = g_variant_dict_contains (options, "exit-after-startup");
  return -1;
}

static void
kist_application_shutdown (GApplication *application)
{
  KistApplication *self = KIST_APPLICATION (application);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_handle_id (&self->term_source, g_source_remove);
  G_APPLICATION_CLASS (kist_application_parent_class)->shutdown (application);
}

static void
kist_application_dispose (GObject *object)
{
  KistApplication *self = KIST_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->library);
  g_clear_object (&self->shelf);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->contents, kist_contents_free);
  g_clear_error (&self->store_error);
  G_OBJECT_CLASS (kist_application_parent_class)->dispose (object);
}

static void
kist_application_class_init (KistApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = kist_application_dispose;
  application_class->startup = kist_application_startup;
  application_class->activate = kist_application_activate;
  application_class->open = kist_application_open;
  application_class->shutdown = kist_application_shutdown;
  application_class->handle_local_options = kist_application_handle_local_options;
}

static void
kist_application_init (KistApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL },
  };

  self->files = g_ptr_array_new_with_free_func (g_free);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * kist_application_new:
 *
 * Returns: (transfer full): the application, to be run once
 */
KistApplication *
kist_application_new (void)
{
  return g_object_new (KIST_TYPE_APPLICATION, "application-id", KIST_APPLICATION_ID, "resource-base-path",
                       KIST_RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
