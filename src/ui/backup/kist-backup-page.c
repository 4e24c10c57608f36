#include "kist-config.h"

#include "kist-backup-page.h"

#include <glib/gi18n.h>

#include "ui/backup/kist-backup-dialog.h"
#include "ui/backup/kist-backup-wording.h"
#include "ui/backup/kist-copy-list.h"
#include "ui/backup/kist-settling.h"
#include "ui/backup/kist-work-view.h"
#include "ui/kist-window-private.h"

struct _KistBackupPage
{
  AdwNavigationPage parent_instance;

  char           *path; /* (owned) (nullable) the file that is made */
  KistBackupWork *job;  /* (owned) (nullable) what makes it */
  gboolean        is_listed;

  GtkWidget    *making;
  AdwSwitchRow *protection;
  GtkEditable  *passphrase;
  GtkEditable  *again;
  GtkWidget    *make;
  GtkWidget    *outcome;
  KistWorkView *work;
  GtkLabel     *complaint;
  AdwActionRow *made;
  GtkWidget    *show;
  GtkWidget    *restoring;
  KistCopyList *copies;
};

G_DEFINE_FINAL_TYPE (KistBackupPage, kist_backup_page, ADW_TYPE_NAVIGATION_PAGE)

/* What it is in, which has the services; NULL once the page is on its way out. */
static KistWindow *
get_window (KistBackupPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return KIST_IS_WINDOW (root) ? KIST_WINDOW (root) : NULL;
}

/* Shows what came of it, or @text, or neither; and takes hold of everything again. */
static void
show_outcome (KistBackupPage *self, GtkWidget *what, const char *text)
{
  GtkWidget *const all[] = { GTK_WIDGET (self->work), GTK_WIDGET (self->complaint), GTK_WIDGET (self->made) };
  gboolean         is_working = what == GTK_WIDGET (self->work);

  for (unsigned i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_set_visible (all[i], all[i] == what);
  gtk_widget_set_visible (self->outcome, what != NULL);
  gtk_widget_set_sensitive (self->making, !is_working);
  gtk_widget_set_sensitive (self->restoring, !is_working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copies), !is_working);
  if (text)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
complain (KistBackupPage *self, const char *text)
{
  gtk_label_set_label (self->complaint, text);
  show_outcome (self, GTK_WIDGET (self->complaint), text);
}

static void
complain_about_passphrase (KistBackupPage *self, GtkEditable *row, const char *text)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  complain (self, text);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
passphrase_changed_cb (KistBackupPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->passphrase), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->again), "error");
  if (gtk_widget_get_visible (GTK_WIDGET (self->complaint)))
    show_outcome (self, NULL, NULL);
}

/* Whether what was typed can seal a file; if not, it is said why. */
static gboolean
check_passphrase (KistBackupPage *self)
{
  if (!adw_switch_row_get_active (self->protection))
    return TRUE;
  if (!*gtk_editable_get_text (self->passphrase))
    complain_about_passphrase (self, self->passphrase, _ ("Type a passphrase, or switch the protection off."));
  else if (!g_str_equal (gtk_editable_get_text (self->passphrase), gtk_editable_get_text (self->again)))
    complain_about_passphrase (self, self->again,
                               _ ("The two passphrases are not the same; type the second one again."));
  else
    return TRUE;
  return FALSE;
}

static void
forget_passphrases (KistBackupPage *self)
{
  gtk_editable_set_text (self->passphrase, "");
  gtk_editable_set_text (self->again, "");
  adw_switch_row_set_active (self->protection, FALSE);
}

static void
say_made (KistBackupPage *self)
{
  const KistBackupInfo *info = kist_backup_work_get_info (self->job);
  g_autofree char      *shown = g_filename_display_name (self->path);
  g_autofree char      *date = kist_backup_wording_dup_date (info->time);
  g_autofree char      *entries = kist_backup_wording_dup_entries (info->n_entries);
  /* Translators: %s is how many entries: "12 entries" */
  g_autofree char *title =
      g_strdup_printf (info->is_sealed ? _ ("Backed up and sealed: %s") : _ ("Backed up: %s"), entries);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", date, shown);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->made), title);
  adw_action_row_set_subtitle (self->made, subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "s", self->path);
  forget_passphrases (self);
  show_outcome (self, GTK_WIDGET (self->made), title);
  gtk_widget_grab_focus (self->show);
}

static void
made_cb (KistBackupPage *self)
{
  const GError    *error = kist_backup_work_get_error (self->job);
  g_autofree char *why = NULL;

  kist_work_view_stop (self->work);
  if (!error)
    {
      say_made (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      complain (self, _ ("It was stopped, and no file was made."));
      gtk_widget_grab_focus (self->make); /* "Cancel" is gone */
    }
  else
    {
      g_message ("No back-up was made: %s", error->message);
      why = kist_backup_wording_dup_why_not_made (error);
      complain (self, why);
      gtk_widget_grab_focus (self->make);
    }
  g_clear_object (&self->job);
}

/* (transfer full) (nullable) also NULL, without an error, when none is wanted */
static KistPassphrase *
create_passphrase (KistBackupPage *self, GError **error)
{
  if (!adw_switch_row_get_active (self->protection))
    return NULL;
  return kist_passphrase_new (gtk_editable_get_text (self->passphrase), error);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistBackupPage) self = data;
  g_autoptr (GError) error = NULL;
  KistServices   *services = KIST_SERVICES (source);
  KistStore      *store = kist_services_get_store (services);
  KistPassphrase *passphrase;

  if (!get_window (self))
    return;
  if (!kist_settling_run_finish (services, result, &error))
    {
      complain (self, error->message);
      return;
    }
  passphrase = create_passphrase (self, &error);
  if (error)
    {
      complain_about_passphrase (self, self->passphrase, error->message);
      return;
    }
  self->job = kist_backup_work_make (kist_store_get_folder (store), self->path, passphrase,
                                     kist_clock_now (kist_store_get_clock (store)));
  g_signal_connect_object (self->job, "done", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  /* The focus leaves the passphrase before that is insensitive. */
  gtk_widget_set_visible (self->outcome, TRUE);
  kist_work_view_follow (self->work, self->job, _ ("Backing Up"));
  show_outcome (self, GTK_WIDGET (self->work), NULL);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistBackupPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file && g_file_peek_path (file))
    kist_backup_page_make (self, g_file_peek_path (file));
  else if (file)
    complain (self, _ ("That is on no disk of this computer; choose a folder that is."));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    complain (self, error->message);
}

static void
make_activated_cb (KistBackupPage *self)
{
  KistWindow      *window = get_window (self);
  g_autofree char *name = NULL;
  g_autoptr (GtkFileDialog) dialog = NULL;

  if (self->job || !window || !window->services || !check_passphrase (self))
    return;
  show_outcome (self, NULL, NULL);
  name = kist_backup_wording_dup_name (kist_clock_now (kist_services_get_clock (window->services)));
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Back Up to One File"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Back Up"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, place_chosen_cb, g_object_ref (self));
}

static void
copy_chosen_cb (KistBackupPage *self, const KistBackup *backup)
{
  show_outcome (self, GTK_WIDGET (self->work), NULL);
  kist_work_view_wait (self->work, _ ("Restoring"));
  kist_backup_dialog_restore_copy (
      KIST_BACKUP_DIALOG (gtk_widget_get_ancestor (GTK_WIDGET (self), KIST_TYPE_BACKUP_DIALOG)), backup);
}

static void
kist_backup_page_root (GtkWidget *widget)
{
  KistBackupPage *self = KIST_BACKUP_PAGE (widget);
  KistWindow     *window;

  GTK_WIDGET_CLASS (kist_backup_page_parent_class)->root (widget);

  window = get_window (self);
  if (window && !self->is_listed)
    kist_copy_list_show (self->copies, window->store);
  self->is_listed = TRUE;
}

static void
kist_backup_page_dispose (GObject *object)
{
  KistBackupPage *self = KIST_BACKUP_PAGE (object);

  if (self->job)
    kist_backup_work_cancel (self->job);
  g_clear_object (&self->job);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_BACKUP_PAGE);
  G_OBJECT_CLASS (kist_backup_page_parent_class)->dispose (object);
}

static void
kist_backup_page_finalize (GObject *object)
{
  g_free (KIST_BACKUP_PAGE (object)->path);
  G_OBJECT_CLASS (kist_backup_page_parent_class)->finalize (object);
}

static void
kist_backup_page_class_init (KistBackupPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kist_backup_page_dispose;
  object_class->finalize = kist_backup_page_finalize;
  widget_class->root = kist_backup_page_root;

  g_type_ensure (KIST_TYPE_COPY_LIST);
  g_type_ensure (KIST_TYPE_WORK_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/backup/kist-backup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, making);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, make);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, protection);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, again);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, work);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, complaint);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, made);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, show);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, restoring);
  gtk_widget_class_bind_template_child (widget_class, KistBackupPage, copies);
  gtk_widget_class_bind_template_callback (widget_class, copy_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_changed_cb);
}

static void
kist_backup_page_init (KistBackupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_backup_page_new:
 *
 * Returns: (transfer floating): a page
 */
AdwNavigationPage *
kist_backup_page_new (void)
{
  return g_object_new (KIST_TYPE_BACKUP_PAGE, NULL);
}

/**
 * kist_backup_page_make:
 * @self: a page that is shown, and makes none just now
 * @path: the file to make; a name without its end gets it
 *
 * Makes the back-up, sealed with what was typed when that is asked for, once everything is saved.
 */
void
kist_backup_page_make (KistBackupPage *self, const char *path)
{
  KistWindow *window;

  g_return_if_fail (KIST_IS_BACKUP_PAGE (self) && path != NULL);

  window = get_window (self);
  if (self->job || !window || !window->services)
    return;
  g_free (self->path);
  self->path = g_str_has_suffix (path, KIST_BACKUP_FILE_SUFFIX) ? g_strdup (path)
                                                                : g_strconcat (path, KIST_BACKUP_FILE_SUFFIX, NULL);
  /* The file dialog has asked about replacing another name. */
  if (!g_str_equal (path, self->path) && g_file_test (self->path, G_FILE_TEST_EXISTS))
    complain (self, _ ("A back-up of this name is there already; choose another name, or that file itself."));
  else
    kist_settling_run_async (window->services, settled_cb, g_object_ref (self));
}

/**
 * kist_backup_page_complain:
 * @self: a page one of whose copies was to be restored
 * @error: why it was not
 *
 * Says so; it can be tried again.
 */
void
kist_backup_page_complain (KistBackupPage *self, const GError *error)
{
  KistWindow      *window;
  g_autofree char *why = NULL;

  g_return_if_fail (KIST_IS_BACKUP_PAGE (self) && error != NULL);

  window = get_window (self);
  if (!window)
    return;
  /* Translators: one of the copies that Kist keeps by itself */
  why = kist_backup_wording_dup_why_not_restored (error, _ ("The copy"), kist_store_get_folder (window->store));
  complain (self, why);
}
