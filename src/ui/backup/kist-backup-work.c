#include "kist-backup-work.h"

typedef enum
{
  MAKE,
  CHECK,
  UNPACK,
  REPLACE,
} Deed;

struct _KistBackupWork
{
  GObject parent_instance;

  Deed            deed;
  char           *folder;     /* (owned) (nullable) the person's */
  char           *path;       /* (owned) what is made, read or put in the place of the present database */
  KistPassphrase *passphrase; /* (owned) (nullable) */
  gint64          now;        /* microseconds since 1970, UTC */
  GCancellable   *cancellable;

  int percent;    /* written by the thread; atomic */
  int is_telling; /* whether the main thread is about to read it; atomic */

  /* Written by the thread, read after it has ended. */
  KistBackupInfo *info;     /* (owned) (nullable) */
  char           *database; /* (owned) (nullable) what was unpacked, until somebody takes it */
  char           *kept;     /* (owned) (nullable) */
  GError         *error;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KistBackupWork, kist_backup_work, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FRACTION,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  DONE,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static gboolean
tell_cb (gpointer data)
{
  KistBackupWork *self = data;

  g_atomic_int_set (&self->is_telling, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

/* On the thread, many times a second: the main loop is woken once for each percent at most. */
static void
progress_cb (gint64 done, gint64 total, gpointer data)
{
  KistBackupWork *self = data;
  int             percent = total > 0 ? (int)(100.0 * (double)done / (double)total) : 0;

  if (g_atomic_int_exchange (&self->percent, percent) == percent ||
      !g_atomic_int_compare_and_exchange (&self->is_telling, 0, 1))
    return;
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, g_object_ref (self), g_object_unref);
}

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KistBackupWork     *self = source;
  const KistBackupJob job = {
    .passphrase = self->passphrase, .progress = progress_cb, .data = self, .cancellable = cancellable
  };

  switch (self->deed)
    {
    case MAKE:
      self->info = kist_backup_file_make (self->folder, self->path, self->now, &job, &self->error);
      break;
    case CHECK:
      self->info = kist_backup_file_check (self->path, &job, &self->error);
      break;
    case UNPACK:
      self->database = kist_restoration_unpack (self->path, self->folder, &job, &self->info, &self->error);
      break;
    case REPLACE:
      kist_restoration_replace (self->folder, self->path, self->now, &self->kept, &self->error);
      break;
    }
  g_task_return_boolean (task, TRUE);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistBackupWork *self = KIST_BACKUP_WORK (source);
  GApplication   *application = data;

  g_signal_emit (self, signals[DONE], 0);
  if (application)
    g_application_release (application);
}

static KistBackupWork *
start (Deed deed, const char *folder, const char *path, KistPassphrase *passphrase, gint64 now)
{
  KistBackupWork *self = g_object_new (KIST_TYPE_BACKUP_WORK, NULL);
  GApplication   *application = g_application_get_default ();
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, worked_cb, application);

  self->deed = deed;
  self->folder = g_strdup (folder);
  self->path = g_strdup (path);
  self->passphrase = passphrase;
  self->now = now;
  if (application)
    g_application_hold (application);
  /* What was stopped too late is done all the same, and says so. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, work_cb);
  return self;
}

static void
kist_backup_work_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *spec)
{
  KistBackupWork *self = KIST_BACKUP_WORK (object);

  g_value_set_double (value, g_atomic_int_get (&self->percent) / 100.0);
}

/* On whichever thread lets go last; nothing in it minds. */
static void
kist_backup_work_finalize (GObject *object)
{
  KistBackupWork *self = KIST_BACKUP_WORK (object);

  if (self->database)
    kist_restoration_discard (self->database);
  g_free (self->database);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->kept);
  g_clear_pointer (&self->passphrase, kist_passphrase_free);
  g_clear_pointer (&self->info, kist_backup_info_free);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (kist_backup_work_parent_class)->finalize (object);
}

static void
kist_backup_work_class_init (KistBackupWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kist_backup_work_get_property;
  object_class->finalize = kist_backup_work_finalize;

  /**
   * KistBackupWork:fraction:
   *
   * How far it is, from 0 to 1; 0 also as long as that is not known.
   */
  properties[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * KistBackupWork::done:
   * @self: the work
   *
   * It is over, well or not: see kist_backup_work_get_error().
   */
  signals[DONE] = g_signal_new ("done", KIST_TYPE_BACKUP_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_backup_work_init (KistBackupWork *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * kist_backup_work_make:
 * @folder: the person's folder, open or not
 * @path: the file to make
 * @passphrase: (nullable) (transfer full): what seals it
 * @now: what time it is, microseconds since 1970, UTC
 *
 * Returns: (transfer full): the making of a back-up file, as by kist_backup_file_make()
 */
KistBackupWork *
kist_backup_work_make (const char *folder, const char *path, KistPassphrase *passphrase, gint64 now)
{
  g_return_val_if_fail (folder != NULL && path != NULL, NULL);

  return start (MAKE, folder, path, passphrase, now);
}

/**
 * kist_backup_work_check:
 * @path: a back-up file
 * @passphrase: (nullable) (transfer full): what opens it
 *
 * Returns: (transfer full): the reading of all of it, as by kist_backup_file_check()
 */
KistBackupWork *
kist_backup_work_check (const char *path, KistPassphrase *passphrase)
{
  g_return_val_if_fail (path != NULL, NULL);

  return start (CHECK, NULL, path, passphrase, 0);
}

/**
 * kist_backup_work_unpack:
 * @folder: the person's folder, open or not
 * @path: a back-up file
 * @passphrase: (nullable) (transfer full): what opens it
 *
 * Returns: (transfer full): the first half of a restoration, kist_restoration_unpack()
 */
KistBackupWork *
kist_backup_work_unpack (const char *folder, const char *path, KistPassphrase *passphrase)
{
  g_return_val_if_fail (folder != NULL && path != NULL, NULL);

  return start (UNPACK, folder, path, passphrase, 0);
}

/**
 * kist_backup_work_replace:
 * @folder: the person's folder, which nobody has open
 * @database: what is to take the place of the database in it
 * @now: what time it is, microseconds since 1970, UTC
 *
 * It cannot be stopped. Returns: (transfer full): the second half of a restoration, kist_restoration_replace()
 */
KistBackupWork *
kist_backup_work_replace (const char *folder, const char *database, gint64 now)
{
  g_return_val_if_fail (folder != NULL && database != NULL, NULL);

  return start (REPLACE, folder, database, NULL, now);
}

/**
 * kist_backup_work_cancel:
 * @self: work; %G_IO_ERROR_CANCELLED comes of it, unless it is too late
 */
void
kist_backup_work_cancel (KistBackupWork *self)
{
  g_return_if_fail (KIST_IS_BACKUP_WORK (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * kist_backup_work_get_error:
 * @self: work that is done
 *
 * Returns: (transfer none) (nullable): why it failed; %NULL when it did not
 */
const GError *
kist_backup_work_get_error (KistBackupWork *self)
{
  g_return_val_if_fail (KIST_IS_BACKUP_WORK (self), NULL);

  return self->error;
}

/**
 * kist_backup_work_get_info:
 * @self: work that is done
 *
 * Returns: (transfer none) (nullable): what is in the file; %NULL when it failed or there is no file
 */
const KistBackupInfo *
kist_backup_work_get_info (KistBackupWork *self)
{
  g_return_val_if_fail (KIST_IS_BACKUP_WORK (self), NULL);

  return self->info;
}

/**
 * kist_backup_work_steal_database:
 * @self: unpacking that is done
 *
 * What nobody takes is discarded with @self. Returns: (transfer full) (nullable): what was unpacked
 */
char *
kist_backup_work_steal_database (KistBackupWork *self)
{
  g_return_val_if_fail (KIST_IS_BACKUP_WORK (self), NULL);

  return g_steal_pointer (&self->database);
}

/**
 * kist_backup_work_get_kept:
 * @self: replacing that is done
 *
 * Returns: (transfer none) (nullable): where what was there is kept, as of kist_restoration_replace()
 */
const char *
kist_backup_work_get_kept (KistBackupWork *self)
{
  g_return_val_if_fail (KIST_IS_BACKUP_WORK (self), NULL);

  return self->kept;
}

/**
 * kist_backup_work_steal_passphrase:
 * @self: work that is done
 *
 * Returns: (transfer full) (nullable): its passphrase, for what comes next
 */
KistPassphrase *
kist_backup_work_steal_passphrase (KistBackupWork *self)
{
  g_return_val_if_fail (KIST_IS_BACKUP_WORK (self), NULL);

  return g_steal_pointer (&self->passphrase);
}
