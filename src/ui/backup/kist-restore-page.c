#include "kist-config.h"

#include "kist-restore-page.h"

#include <glib/gi18n.h>

#include "base/kist-error.h"
#include "ui/backup/kist-backup-dialog.h"
#include "ui/backup/kist-backup-wording.h"
#include "ui/backup/kist-work-view.h"

typedef enum
{
  READING,   /* what is in the file; or unpacking it */
  LOCKED,    /* until there is a passphrase */
  READY,     /* to be restored */
  REPLACING, /* which cannot be stopped */
  UNUSABLE,
} State;

struct _KistRestorePage
{
  AdwNavigationPage parent_instance;

  char           *path;    /* (owned) */
  char           *name;    /* (owned) as it is shown */
  char           *folder;  /* (owned) the person's */
  KistPassphrase *words;   /* (owned) (nullable) what opened the file */
  char           *arrival; /* (owned) (nullable) what is said of it once it is restored */
  KistBackupWork *job;     /* (owned) (nullable) */

  GtkWidget    *contents;
  AdwActionRow *file;
  AdwActionRow *made;
  AdwActionRow *entries;
  AdwActionRow *seal;
  GtkWidget    *locked;
  GtkEditable  *passphrase;
  KistWorkView *work;
  GtkLabel     *complaint;
  GtkWidget    *ways;
  GtkWidget    *restore;
  GtkWidget    *promise;
  GtkWidget    *another;
};

G_DEFINE_FINAL_TYPE (KistRestorePage, kist_restore_page, ADW_TYPE_NAVIGATION_PAGE)

/* @complaint: (nullable): what went wrong */
static void
set_state (KistRestorePage *self, State state, const char *complaint)
{
  gtk_widget_set_visible (GTK_WIDGET (self->made), state == READY || state == REPLACING);
  gtk_widget_set_visible (GTK_WIDGET (self->entries), state == READY || state == REPLACING);
  gtk_widget_set_visible (self->locked, state == LOCKED);
  gtk_widget_set_visible (self->ways, state == READY || state == UNUSABLE);
  gtk_widget_set_visible (self->restore, state == READY);
  gtk_widget_set_visible (self->promise, state == READY);
  gtk_widget_set_visible (self->another, state == UNUSABLE);
  gtk_label_set_label (self->complaint, complaint ? complaint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), complaint != NULL);
  if (complaint)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), complaint, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  if (state == LOCKED)
    gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  else if (state == READY || state == UNUSABLE)
    gtk_widget_grab_focus (state == READY ? self->restore : self->another);
  /* After the focus has left it, which would else go where GTK thinks. */
  if (state != READING && state != REPLACING)
    kist_work_view_stop (self->work);
}

/* Which state is the way on after a fault, which is said. */
static void
fail (KistRestorePage *self, const GError *error, State state)
{
  g_autofree char *why = kist_backup_wording_dup_why_not_restored (error, self->name, self->folder);

  g_message ("The back-up was not restored: %s", error->message);
  set_state (self, state, why);
}

static void
show_contents (KistRestorePage *self, const KistBackupInfo *info)
{
  g_autofree char *made = kist_backup_wording_dup_date (info->time);
  g_autofree char *entries = kist_backup_wording_dup_entries (info->n_entries);

  adw_action_row_set_subtitle (self->made, made);
  adw_action_row_set_subtitle (self->entries, entries);
  adw_action_row_set_subtitle (self->seal,
                               info->is_sealed ? _ ("Sealed with a passphrase") : _ ("None: anyone can read the file"));
  g_free (self->arrival);
  self->arrival = kist_backup_wording_dup_arrival (info->time, info->n_entries);
}

static void
begin (KistRestorePage *self, KistBackupWork *job, GCallback done, const char *title)
{
  g_clear_object (&self->job);
  self->job = job;
  g_signal_connect_object (job, "done", done, self, G_CONNECT_SWAPPED);
  /* The focus leaves the passphrase before that is hidden. */
  kist_work_view_follow (self->work, job, title);
  set_state (self, READING, NULL);
}

static void
checked_cb (KistRestorePage *self)
{
  const GError *error = kist_backup_work_get_error (self->job);
  g_autoptr (KistPassphrase) words = kist_backup_work_steal_passphrase (self->job);

  if (!error)
    {
      show_contents (self, kist_backup_work_get_info (self->job));
      self->words = g_steal_pointer (&words);
      gtk_editable_set_text (self->passphrase, "");
      set_state (self, READY, NULL);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_state (self, words ? LOCKED : UNUSABLE, _ ("It was stopped, and nothing was changed."));
    }
  else if (!g_error_matches (error, KIST_ERROR, KIST_ERROR_PASSPHRASE))
    {
      fail (self, error, UNUSABLE);
    }
  else if (!words)
    {
      adw_action_row_set_subtitle (self->seal, _ ("Sealed with a passphrase"));
      set_state (self, LOCKED, NULL);
    }
  else
    {
      fail (self, error, LOCKED);
      gtk_widget_add_css_class (GTK_WIDGET (self->passphrase), "error");
      gtk_editable_select_region (self->passphrase, 0, -1);
    }
}

static void
passphrase_changed_cb (KistRestorePage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
}

static void
open_activated_cb (KistRestorePage *self)
{
  g_autoptr (GError) error = NULL;
  KistPassphrase *words = kist_passphrase_new (gtk_editable_get_text (self->passphrase), &error);

  if (words)
    begin (self, kist_backup_work_check (self->path, words), G_CALLBACK (checked_cb), _ ("Opening the Back-up"));
  else
    fail (self, error, LOCKED);
}

static void
unpacked_cb (KistRestorePage *self)
{
  const GError    *error = kist_backup_work_get_error (self->job);
  g_autofree char *database = kist_backup_work_steal_database (self->job);

  self->words = kist_backup_work_steal_passphrase (self->job);
  if (database)
    {
      kist_work_view_wait (self->work, _ ("Restoring"));
      set_state (self, REPLACING, NULL);
      kist_backup_dialog_replace (
          KIST_BACKUP_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), KIST_TYPE_BACKUP_DIALOG)), database, TRUE,
          self->arrival);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_state (self, READY, _ ("It was stopped, and nothing was changed."));
    }
  else
    {
      fail (self, error, READY);
    }
}

static void
restore_clicked_cb (KistRestorePage *self)
{
  begin (self, kist_backup_work_unpack (self->folder, self->path, g_steal_pointer (&self->words)),
         G_CALLBACK (unpacked_cb), _ ("Restoring"));
}

static void
kist_restore_page_dispose (GObject *object)
{
  KistRestorePage *self = KIST_RESTORE_PAGE (object);

  if (self->job)
    kist_backup_work_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_pointer (&self->words, kist_passphrase_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_RESTORE_PAGE);
  G_OBJECT_CLASS (kist_restore_page_parent_class)->dispose (object);
}

static void
kist_restore_page_finalize (GObject *object)
{
  KistRestorePage *self = KIST_RESTORE_PAGE (object);

  g_free (self->path);
  g_free (self->name);
  g_free (self->folder);
  g_free (self->arrival);
  G_OBJECT_CLASS (kist_restore_page_parent_class)->finalize (object);
}

static void
kist_restore_page_class_init (KistRestorePageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kist_restore_page_dispose;
  object_class->finalize = kist_restore_page_finalize;

  g_type_ensure (KIST_TYPE_WORK_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/backup/kist-restore-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, contents);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, file);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, made);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, entries);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, seal);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, locked);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, work);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, complaint);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, ways);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, restore);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, promise);
  gtk_widget_class_bind_template_child (widget_class, KistRestorePage, another);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
kist_restore_page_init (KistRestorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_restore_page_new:
 * @path: a file, perhaps no back-up at all
 * @folder: the person's folder
 *
 * Returns: (transfer floating): a page, which reads the file
 */
AdwNavigationPage *
kist_restore_page_new (const char *path, const char *folder)
{
  KistRestorePage *self;

  g_return_val_if_fail (path != NULL && folder != NULL, NULL);

  self = g_object_new (KIST_TYPE_RESTORE_PAGE, NULL);
  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  self->folder = g_strdup (folder);
  adw_action_row_set_subtitle (self->file, self->name);
  begin (self, kist_backup_work_check (path, NULL), G_CALLBACK (checked_cb), _ ("Reading the Back-up"));
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * kist_restore_page_complain:
 * @self: a page whose back-up was to take its place
 * @error: why it did not
 *
 * Says so; it can be tried again.
 */
void
kist_restore_page_complain (KistRestorePage *self, const GError *error)
{
  g_return_if_fail (KIST_IS_RESTORE_PAGE (self) && error != NULL);

  fail (self, error, READY);
}
