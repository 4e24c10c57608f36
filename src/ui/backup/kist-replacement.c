#include "kist-replacement.h"

#include <glib/gi18n.h>

#include "ui/backup/kist-backup-work.h"
#include "ui/backup/kist-settling.h"
#include "ui/kist-window-private.h"

#define TOAST_SECONDS 20

struct _KistReplacement
{
  GObject parent_instance;

  KistWindow     *window;      /* (unowned) (nullable) */
  GApplication   *application; /* (unowned) (nullable) kept running until it is over */
  KistStore      *store;       /* (owned) the one that is closed */
  char           *database;    /* (owned) */
  gboolean        is_unpacked; /* whether the database is not needed afterwards */
  char           *arrival;     /* (owned) what is said when it is there */
  KistBackupWork *work;        /* (owned) (nullable) */
  GError         *error;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KistReplacement, kist_replacement, G_TYPE_OBJECT)

enum
{
  DONE,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

/* Takes the error, if there is any. */
static void
end (KistReplacement *self, GError *error)
{
  g_autoptr (KistReplacement) owned = self;

  self->error = error;
  if (error)
    g_message ("The back-up was not restored: %s", error->message);
  if (self->window)
    {
      if (!error)
        g_set_object (&self->window->arrived, self);
      g_clear_object (&self->window->replacement);
    }
  g_signal_emit (self, signals[DONE], 0);
  if (self->application)
    g_application_release (self->application);
}

static void
worked_cb (KistReplacement *self)
{
  const GError *error = kist_backup_work_get_error (self->work);

  if (self->window)
    kist_window_reopen (self->window);
  end (self, error ? g_error_copy (error) : NULL);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistReplacement *self = data;
  KistStore       *store = KIST_STORE (source);
  g_autoptr (GError) error = NULL;

  if (!kist_store_save_finish (store, result, &error))
    g_message ("The record did not close cleanly: %s", error->message);
  self->work = kist_backup_work_replace (kist_store_get_folder (store), self->database,
                                         kist_clock_now (kist_store_get_clock (store)));
  g_signal_connect_object (self->work, "done", G_CALLBACK (worked_cb), self, G_CONNECT_SWAPPED);
}

/* The window lets go of everything that is about the record as it was. */
static void
empty_window (KistWindow *window)
{
  adw_toast_overlay_dismiss_all (window->toasts);
  g_hash_table_remove_all (window->deleted);
  gtk_stack_set_visible_child_name (window->stack, "loading");
  if (!window->services)
    return;
  g_signal_handlers_disconnect_by_data (kist_services_get_saver (window->services), window);
  kist_window_replace_pages (window, NULL, 0);
  gtk_list_box_unselect_all (window->sections);
  window->section = NULL;
  g_clear_object (&window->services);
}

static void
give_up_store (KistReplacement *self)
{
  empty_window (self->window);
  kist_store_close_async (self->store, closed_cb, self);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistReplacement *self = data;
  GError          *error = NULL;

  if (!kist_settling_run_finish (KIST_SERVICES (source), result, &error))
    end (self, error);
  else if (!self->window || self->window->is_closing)
    end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The window was closed."));
  else
    give_up_store (self);
}

static void
kist_replacement_finalize (GObject *object)
{
  KistReplacement *self = KIST_REPLACEMENT (object);

  if (self->is_unpacked)
    kist_restoration_discard (self->database);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->store);
  g_clear_object (&self->work);
  g_clear_error (&self->error);
  g_free (self->database);
  g_free (self->arrival);
  G_OBJECT_CLASS (kist_replacement_parent_class)->finalize (object);
}

static void
kist_replacement_class_init (KistReplacementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_replacement_finalize;

  /**
   * KistReplacement::done:
   * @self: the replacement
   *
   * It is over, well or not: see kist_replacement_get_error(). The window is not opened again yet.
   */
  signals[DONE] = g_signal_new ("done", KIST_TYPE_REPLACEMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_replacement_init (KistReplacement *self)
{
}

/**
 * kist_replacement_start:
 * @window: the window, in which none is under way
 * @database: what was unpacked, or a rolling back-up
 * @is_unpacked: whether to discard @database afterwards
 * @arrival: what is said when it is there
 *
 * Returns: (transfer none): the replacement, which has begun
 */
KistReplacement *
kist_replacement_start (KistWindow *window, const char *database, gboolean is_unpacked, const char *arrival)
{
  KistReplacement *self;

  g_return_val_if_fail (KIST_IS_WINDOW (window) && database != NULL && arrival != NULL, NULL);
  g_return_val_if_fail (window->store != NULL && window->replacement == NULL, NULL);

  self = g_object_new (KIST_TYPE_REPLACEMENT, NULL);
  g_set_weak_pointer (&self->window, window);
  self->store = g_object_ref (window->store);
  self->database = g_strdup (database);
  self->is_unpacked = is_unpacked;
  self->arrival = g_strdup (arrival);
  self->application = g_application_get_default ();
  if (self->application)
    g_application_hold (self->application);
  /* One for the window, one for what is under way. */
  window->replacement = g_object_ref (self);
  if (window->services)
    kist_settling_run_async (window->services, settled_cb, self);
  else
    give_up_store (self);
  return self;
}

/**
 * kist_replacement_get_error:
 * @self: a replacement that is done
 *
 * Returns: (transfer none) (nullable): why all is as it was; %NULL when it is not
 */
const GError *
kist_replacement_get_error (KistReplacement *self)
{
  g_return_val_if_fail (KIST_IS_REPLACEMENT (self), NULL);

  return self->error;
}

/**
 * kist_replacement_say:
 * @self: a replacement that went well
 * @window: the window that shows it now
 *
 * Says that it is there, and offers what was there before.
 */
void
kist_replacement_say (KistReplacement *self, KistWindow *window)
{
  const char *kept;
  AdwToast   *toast;

  g_return_if_fail (KIST_IS_REPLACEMENT (self) && KIST_IS_WINDOW (window));

  kept = kist_backup_work_get_kept (self->work);
  toast = adw_toast_new (self->arrival);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (kept)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.restore-copy");
      adw_toast_set_action_target_value (toast, g_variant_new_string (kept));
    }
  adw_toast_overlay_add_toast (window->toasts, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (window->navigation), self->arrival,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (!gtk_window_get_focus (GTK_WINDOW (window)))
    gtk_widget_child_focus (GTK_WIDGET (window->navigation), GTK_DIR_TAB_FORWARD);
}
