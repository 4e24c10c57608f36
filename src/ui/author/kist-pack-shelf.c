#include "kist-pack-shelf.h"

#include <glib/gi18n.h>

#include "base/kist-error.h"

struct _KistPackShelf
{
  GObject parent_instance;

  char **folders; /* (owned) without the own one */
  char  *own;     /* (owned) */
  GMutex mutex;   /* one change at a time */
};

G_DEFINE_FINAL_TYPE (KistPackShelf, kist_pack_shelf, G_TYPE_OBJECT)

typedef enum
{
  LOAD,
  INSTALL,
  REMOVE,
  RESTORE,
} Deed;

typedef struct
{
  Deed  deed;
  char *subject; /* (owned) (nullable): a file or an id */
} Job;

static void
job_free (Job *job)
{
  g_free (job->subject);
  g_free (job);
}

static KistLibrary *
load (KistPackShelf *self, GCancellable *cancellable)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) folders = NULL;

  g_strv_builder_addv (builder, (const char **)self->folders);
  if (g_file_test (self->own, G_FILE_TEST_IS_DIR))
    g_strv_builder_add (builder, self->own);
  folders = g_strv_builder_end (builder);
  return kist_library_load ((const char *const *)folders, cancellable);
}

/* Of two packs with one id the first on the path counts, so one that came with Kist would hide the file's for good. */
static gboolean
check_is_seen (KistPackShelf *self, KistLibrary *library, const char *id, GError **error)
{
  for (unsigned i = 0; i < kist_library_get_n_packs (library); i++)
    if (g_str_equal (kist_manifest_get_id (kist_library_get_pack (library, i)), id) &&
        !kist_pack_shelf_is_own (self, library, i))
      {
        g_set_error (
            error, KIST_ERROR, KIST_ERROR_INVALID,
            _ ("The pack “%s” came with Kist, so a file cannot replace it. Its author can give it another id."), id);
        return FALSE;
      }
  return TRUE;
}

static KistInstalled *
install (KistPackShelf *self, const char *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (KistReport) report = kist_report_new ();
  KistInstalled *installed = kist_installer_install (file, self->own, report, cancellable, error);

  for (unsigned i = 0; !installed && i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      if (finding->severity == KIST_SEVERITY_ERROR)
        {
          g_autofree char *said = kist_finding_to_string (finding);

          g_prefix_error (error, "%s\n\n", said);
          break;
        }
    }
  return installed;
}

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KistPackShelf *self = source;
  Job           *job = data;
  g_autoptr (KistShelfChange) change = g_new0 (KistShelfChange, 1);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GError) error = NULL;
  gboolean is_done = TRUE;

  switch (job->deed)
    {
    case INSTALL:
      change->installed = install (self, job->subject, cancellable, &error);
      is_done = change->installed != NULL;
      break;
    case REMOVE:
      is_done = kist_installer_remove (self->own, job->subject, &error);
      break;
    case RESTORE:
      is_done = kist_installer_restore (self->own, job->subject, &error);
      break;
    case LOAD:
    default:
      kist_installer_tidy (self->own);
      break;
    }
  /* What is done is done: only the first loading may stop half way. */
  if (is_done)
    change->library = load (self, job->deed == LOAD ? cancellable : NULL);
  if (change->installed && !check_is_seen (self, change->library, change->installed->id, &error))
    {
      is_done = FALSE;
      kist_installer_remove (self->own, change->installed->id, NULL);
    }
  if (is_done)
    g_task_return_pointer (task, g_steal_pointer (&change), (GDestroyNotify)kist_shelf_change_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start (KistPackShelf      *self,
       Deed                deed,
       const char         *subject,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->deed = deed;
  job->subject = g_strdup (subject);
  g_task_set_source_tag (task, start);
  g_task_set_check_cancellable (task, deed == LOAD);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  g_task_run_in_thread (task, work_cb);
}

static void
kist_pack_shelf_finalize (GObject *object)
{
  KistPackShelf *self = KIST_PACK_SHELF (object);

  g_clear_pointer (&self->folders, g_strfreev);
  g_clear_pointer (&self->own, g_free);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (kist_pack_shelf_parent_class)->finalize (object);
}

static void
kist_pack_shelf_class_init (KistPackShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_pack_shelf_finalize;
}

static void
kist_pack_shelf_init (KistPackShelf *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * kist_pack_shelf_new:
 * @folders: (array zero-terminated=1): the search path for packs that came with Kist
 * @own: the person's own folder of packs, which need not exist
 *
 * Returns: (transfer full): the shelf
 */
KistPackShelf *
kist_pack_shelf_new (const char *const *folders, const char *own)
{
  KistPackShelf *self = g_object_new (KIST_TYPE_PACK_SHELF, NULL);

  self->folders = g_strdupv ((char **)folders);
  self->own = g_strdup (own);
  return self;
}

/**
 * kist_pack_shelf_get_own_folder:
 * @self: a shelf
 *
 * Returns: (transfer none): the person's own folder of packs, which need not exist
 */
const char *
kist_pack_shelf_get_own_folder (KistPackShelf *self)
{
  return self->own;
}

/**
 * kist_pack_shelf_is_own:
 * @self: a shelf
 * @library: a library that it gave
 * @pack: less than kist_library_get_n_packs()
 *
 * Returns: whether that pack was installed by the person, so that they may remove it
 */
gboolean
kist_pack_shelf_is_own (KistPackShelf *self, KistLibrary *library, unsigned pack)
{
  g_autofree char *parent = g_path_get_dirname (kist_library_get_pack_folder (library, pack));

  return g_str_equal (parent, self->own);
}

/**
 * kist_pack_shelf_load_async:
 * @self: a shelf
 * @cancellable: (nullable): a cancellable
 * @callback: called in the caller's main context
 * @data: for @callback
 *
 * Ends what was begun in the person's own folder, and loads all packs.
 */
void
kist_pack_shelf_load_async (KistPackShelf *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  start (self, LOAD, NULL, cancellable, callback, data);
}

/**
 * kist_pack_shelf_install_async:
 * @self: a shelf
 * @file: the path of a .things file
 * @cancellable: (nullable): stops as long as nothing has changed
 * @callback: called in the caller's main context
 * @data: for @callback
 */
void
kist_pack_shelf_install_async (KistPackShelf      *self,
                               const char         *file,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            data)
{
  start (self, INSTALL, file, cancellable, callback, data);
}

/**
 * kist_pack_shelf_remove_async:
 * @self: a shelf
 * @id: a pack in the person's own folder
 * @is_removed: whether to take it away; else it is brought back
 * @callback: called in the caller's main context
 * @data: for @callback
 */
void
kist_pack_shelf_remove_async (KistPackShelf      *self,
                              const char         *id,
                              gboolean            is_removed,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  start (self, is_removed ? REMOVE : RESTORE, id, NULL, callback, data);
}

/**
 * kist_pack_shelf_finish:
 * @self: a shelf
 * @result: what the callback of any of its calls got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how things are now; %NULL when nothing changed
 */
KistShelfChange *
kist_pack_shelf_finish (KistPackShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_shelf_change_free:
 * @change: (transfer full): a change
 */
void
kist_shelf_change_free (KistShelfChange *change)
{
  g_clear_pointer (&change->installed, kist_installed_free);
  g_clear_object (&change->library);
  g_free (change);
}
