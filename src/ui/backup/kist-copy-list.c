#include "kist-copy-list.h"

#include "ui/backup/kist-backup-wording.h"

struct _KistCopyList
{
  AdwPreferencesGroup parent_instance;

  GCancellable *cancellable; /* (owned) */
  GPtrArray    *found;       /* (element-type KistBackup) (owned) (nullable) what is shown */
  GPtrArray    *rows;        /* (element-type GtkWidget) (owned) their rows, in the same order */
};

G_DEFINE_FINAL_TYPE (KistCopyList, kist_copy_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHOSEN,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
activated_cb (AdwActionRow *row, KistCopyList *self)
{
  unsigned index;

  if (g_ptr_array_find (self->rows, row, &index))
    g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->found, index));
}

static void
add_row (KistCopyList *self, const KistBackup *backup)
{
  g_autofree char *title = kist_backup_wording_dup_date (backup->time);
  g_autofree char *subtitle = kist_backup_wording_dup_entries (backup->n_entries);
  GtkWidget       *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("document-revert-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistCopyList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = kist_store_list_backups_finish (KIST_STORE (source), result, &error);

  if (!backups && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("The back-ups were not listed: %s", error->message);
  if (!backups || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->found = g_ptr_array_ref (backups);
  for (unsigned i = 0; i < backups->len; i++)
    add_row (self, g_ptr_array_index (backups, i));
  gtk_widget_set_visible (GTK_WIDGET (self), backups->len > 0);
}

static void
kist_copy_list_dispose (GObject *object)
{
  g_cancellable_cancel (KIST_COPY_LIST (object)->cancellable);
  G_OBJECT_CLASS (kist_copy_list_parent_class)->dispose (object);
}

static void
kist_copy_list_finalize (GObject *object)
{
  KistCopyList *self = KIST_COPY_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_copy_list_parent_class)->finalize (object);
}

static void
kist_copy_list_class_init (KistCopyListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_copy_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kist_copy_list_finalize;

  /**
   * KistCopyList::chosen:
   * @self: the list
   * @backup: (type gpointer): the #KistBackup that was chosen
   */
  signals[CHOSEN] = g_signal_new ("chosen", KIST_TYPE_COPY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
}

static void
kist_copy_list_init (KistCopyList *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * kist_copy_list_show:
 * @self: the list
 * @store: whose back-ups it shows, as soon as they are listed; called once
 */
void
kist_copy_list_show (KistCopyList *self, KistStore *store)
{
  g_return_if_fail (KIST_IS_COPY_LIST (self) && KIST_IS_STORE (store));

  kist_store_list_backups_async (store, self->cancellable, listed_cb, g_object_ref (self));
}
