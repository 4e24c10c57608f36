#include "kist-folder-watch.h"

/* Editors write, rename and touch within this time when they save. It runs from the first change: one that saves
 * without end is followed too. */
#define DEBOUNCE_MS 250
/* As deep as a pack may be, and more folders than any has. */
#define MAX_DEPTH 8
#define MAX_FOLDERS 200

struct _KistFolderWatch
{
  GObject parent_instance;

  char         *folder;   /* (owned) */
  GFile        *file;     /* (owned) the same */
  GFileMonitor *parent;   /* (owned) (nullable) of the folder that it lies in */
  GHashTable   *monitors; /* (element-type utf8 GFileMonitor) (owned) */
  unsigned      source;
};

G_DEFINE_FINAL_TYPE (KistFolderWatch, kist_folder_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void monitor (KistFolderWatch *self, const char *path, unsigned depth);

static gboolean
quiet_cb (gpointer data)
{
  KistFolderWatch *self = data;

  self->source = 0;
  monitor (self, self->folder, 0); /* folders that were made meanwhile */
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KistFolderWatch *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (DEBOUNCE_MS, quiet_cb, self);
}

static void
monitor (KistFolderWatch *self, const char *path, unsigned depth)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (!dir || depth > MAX_DEPTH || g_hash_table_size (self->monitors) >= MAX_FOLDERS)
    return;
  if (!g_hash_table_contains (self->monitors, path))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      GFileMonitor *own = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

      if (!own)
        return;
      g_signal_connect_object (own, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_hash_table_insert (self->monitors, g_strdup (path), own);
    }
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (*name != '.' && g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        monitor (self, inside, depth + 1);
    }
}

/* What watches a folder does not see it come back: it may be moved away, and made anew under the old name. */
static void
parent_changed_cb (KistFolderWatch *self, GFile *file, GFile *other)
{
  if (g_file_equal (file, self->file) || (other && g_file_equal (other, self->file)))
    changed_cb (self);
}

static void
monitor_parent (KistFolderWatch *self)
{
  g_autoptr (GFile) parent = g_file_get_parent (self->file);

  self->parent = parent ? g_file_monitor_directory (parent, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL) : NULL;
  if (self->parent)
    g_signal_connect_object (self->parent, "changed", G_CALLBACK (parent_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
kist_folder_watch_finalize (GObject *object)
{
  KistFolderWatch *self = KIST_FOLDER_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->monitors, g_hash_table_unref);
  g_clear_object (&self->parent);
  g_clear_object (&self->file);
  g_clear_pointer (&self->folder, g_free);
  G_OBJECT_CLASS (kist_folder_watch_parent_class)->finalize (object);
}

static void
kist_folder_watch_class_init (KistFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_folder_watch_finalize;

  /**
   * KistFolderWatch::changed:
   * @self: the watch
   *
   * Something was saved, made, renamed or deleted, or the folder itself was.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_FOLDER_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_folder_watch_init (KistFolderWatch *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * kist_folder_watch_new:
 * @folder: a path
 *
 * Returns: (transfer full): a watch over it
 */
KistFolderWatch *
kist_folder_watch_new (const char *folder)
{
  KistFolderWatch *self = g_object_new (KIST_TYPE_FOLDER_WATCH, NULL);

  self->folder = g_strdup (folder);
  self->file = g_file_new_for_path (folder);
  monitor_parent (self);
  monitor (self, folder, 0);
  return self;
}
