#include "kist-config.h"

#include "kist-export-private.h"

#include <glib/gi18n.h>

#include "kist-export-filling.h"
#include "store/everything/kist-everything.h"

/* More journals in one folder nobody has. */
#define MAX_NAMES 1000
/* What a journal is called among files. */
#define JOURNAL_NAME "my-journal"
/* The format that is not of what was written alone, but of all that the store keeps. */
#define EVERYTHING "everything"
/* What that file is called. */
#define EVERYTHING_NAME "kist-everything" KIST_EVERYTHING_SUFFIX
/* What Mahara looks for in what it imports. */
#define LEAP2A_NAME "leap2a.xml"

static const KistPublishFormat everything = { EVERYTHING, "jsonl", "Everything", KIST_PUBLISH_ONE };

G_DEFINE_FINAL_TYPE (KistExport, kist_export, G_TYPE_OBJECT)

static void
run_free (gpointer data)
{
  KistExportRun *run = data;

  g_free (run->path);
  g_free (run);
}

/*
 * kist_export_make_publication:
 * @self: an export
 * @run: what is made of it
 *
 * xAPI alone tells what happened, and only when it is asked for everything. Any thread.
 *
 * Returns: (transfer full): what the writers take
 */
KistPublication *
kist_export_make_publication (KistExport *self, const KistExportRun *run)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  KistPublication *publication = kist_publication_new (_ ("My journal"), zone);
  gboolean         has_events = self->events && g_str_equal (run->format->id, "xapi");

  publication->has_text = run->has_text;
  publication->beginning = self->beginning;
  publication->theme = run->theme;
  g_atomic_int_set (&self->n_missing,
                    (int)kist_export_filling_fill (publication, self->library, self->folder, self->entries));
  for (unsigned i = 0; has_events && i < self->events->len; i++)
    kist_publication_add_event (publication, g_ptr_array_index (self->events, i));
  return publication;
}

/* Returns (transfer full): a folder in @parent that is not there yet: nothing is replaced that nobody was asked about.
 */
static char *
dup_new_folder (const char *parent)
{
  g_autofree char *path = g_build_filename (parent, JOURNAL_NAME, NULL);

  for (unsigned n = 2; n <= MAX_NAMES && g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (path);
      path = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%s-%u", parent, JOURNAL_NAME, n);
    }
  return g_steal_pointer (&path);
}

static void
row_written_cb (gint64 done, gint64 total, gpointer data)
{
  KistExport *self = data;

  g_atomic_int_set (&self->n_of_1000, total > 0 ? (int)(1000 * done / total) : 0);
}

static void
write_everything (KistExport *self, const char *path, GTask *task)
{
  const KistBackupJob job = { .progress = row_written_cb, .data = self, .cancellable = self->progress.cancellable };
  GError             *error = NULL;

  if (kist_everything_write (self->folder, path, &job, &error))
    g_task_return_pointer (task, g_strdup (path), g_free);
  else
    g_task_return_error (task, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KistExport          *self = source;
  const KistExportRun *run = data;
  g_autoptr (KistPublication) publication = NULL;
  g_autoptr (GPtrArray) files = NULL;
  gboolean         is_folder = kist_export_makes_folder (self, run->format);
  g_autofree char *path = is_folder ? dup_new_folder (run->path) : g_strdup (run->path);
  GError          *error = NULL;

  if (run->format == &everything)
    {
      write_everything (self, path, task);
      return;
    }
  publication = kist_export_make_publication (self, run);
  files = kist_publish (run->format, publication, &self->progress, &error);
  if (files && kist_publish_save (files, is_folder, path, &error))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, error);
}

static void
kist_export_finalize (GObject *object)
{
  KistExport *self = KIST_EXPORT (object);

  g_object_unref (self->library);
  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_ptr_array_unref (self->all_events);
  g_clear_object (&self->progress.cancellable);
  g_free (self->folder);
  G_OBJECT_CLASS (kist_export_parent_class)->finalize (object);
}

static void
kist_export_class_init (KistExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_export_finalize;
}

static void
kist_export_init (KistExport *self)
{
}

static gint64
find_beginning (KistServices *services)
{
  GListModel *model = kist_journal_get_entries (kist_services_get_journal (services));
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (unsigned i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (entries, g_list_model_get_item (model, i));
  return kist_publication_find_beginning (kist_services_get_events (services), entries);
}

/**
 * kist_export_new:
 * @services: the services, which are not kept
 * @entries: (element-type KistEntry): what is to leave; it is copied
 * @is_everything: whether that is all there is: then a format that tells what happened tells it
 *
 * Returns: (transfer full): an export
 */
KistExport *
kist_export_new (KistServices *services, GPtrArray *entries, gboolean is_everything)
{
  KistExport *self = g_object_new (KIST_TYPE_EXPORT, NULL);

  self->library = g_object_ref (kist_services_get_library (services));
  self->folder = g_strdup (kist_store_get_folder (kist_services_get_store (services)));
  self->beginning = find_beginning (services);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (unsigned i = 0; i < entries->len; i++)
    g_ptr_array_add (self->entries, g_object_ref (g_ptr_array_index (entries, i)));
  g_ptr_array_sort (self->entries, kist_publication_compare_entries);
  /* Events are only ever added, and the array moves when one is: the thread reads a copy of the pointers. */
  self->all_events = g_ptr_array_ref (kist_services_get_events (services));
  if (is_everything)
    {
      self->events = g_ptr_array_copy (self->all_events, NULL, NULL);
      g_ptr_array_set_free_func (self->events, NULL);
    }
  return self;
}

/**
 * kist_export_get_entries:
 * @self: an export
 *
 * Returns: (transfer none) (element-type KistEntry): what is to leave, oldest first; not to be changed
 */
GPtrArray *
kist_export_get_entries (KistExport *self)
{
  g_return_val_if_fail (KIST_IS_EXPORT (self), NULL);

  return self->entries;
}

/**
 * kist_export_is_everything:
 * @self: an export
 *
 * Returns: whether what is to leave is all there is
 */
gboolean
kist_export_is_everything (KistExport *self)
{
  g_return_val_if_fail (KIST_IS_EXPORT (self), FALSE);

  return self->events != NULL;
}

/**
 * kist_export_find_format:
 * @id: the id of a format of kist_publish_find_format(), or “everything”, which kist_everything_write() makes
 *
 * Returns: (transfer none) (nullable): the format
 */
const KistPublishFormat *
kist_export_find_format (const char *id)
{
  return g_str_equal (id, everything.id) ? &everything : kist_publish_find_format (id);
}

/**
 * kist_export_makes_folder:
 * @self: an export
 * @format: a format
 *
 * Returns: whether a folder of files comes of it, and not one file
 */
gboolean
kist_export_makes_folder (KistExport *self, const KistPublishFormat *format)
{
  g_return_val_if_fail (KIST_IS_EXPORT (self) && format != NULL, FALSE);

  return kist_publish_makes_folder (format, self->entries);
}

/**
 * kist_export_dup_name:
 * @self: an export
 * @format: a format
 *
 * Returns: (transfer full): what the file could be called
 */
char *
kist_export_dup_name (KistExport *self, const KistPublishFormat *format)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (KistPublication) publication = NULL;

  g_return_val_if_fail (KIST_IS_EXPORT (self) && format != NULL, NULL);

  if (g_str_equal (format->id, "leap2a"))
    return g_strdup (LEAP2A_NAME);
  if (format == &everything)
    return g_strdup (EVERYTHING_NAME);
  if (self->entries->len != 1)
    return g_strdup_printf ("%s.%s", JOURNAL_NAME, format->extension);
  zone = g_time_zone_new_local ();
  publication = kist_publication_new ("", zone);
  kist_publication_add_entry (publication, g_ptr_array_index (self->entries, 0), NULL, NULL);
  return g_strdup_printf ("%s.%s", kist_publication_get_entry (publication, 0)->file, format->extension);
}

/**
 * kist_export_set_theme:
 * @self: an export
 * @theme: (nullable): how web pages look that are begun from now on; %NULL for the first theme
 */
void
kist_export_set_theme (KistExport *self, const KistPublishTheme *theme)
{
  g_return_if_fail (KIST_IS_EXPORT (self));

  self->theme = theme;
}

/**
 * kist_export_run_async:
 * @self: an export of which no run is under way
 * @format: what is made of it
 * @has_text: whether a format that records that something was written tells what
 * @path: the file; or, where kist_export_makes_folder(), the folder in which one is made
 * @cancellable: stops it before anything is written
 * @callback: called when it is there, or is not
 * @data: for @callback
 */
void
kist_export_run_async (KistExport              *self,
                       const KistPublishFormat *format,
                       gboolean                 has_text,
                       const char              *path,
                       GCancellable            *cancellable,
                       GAsyncReadyCallback      callback,
                       gpointer                 data)
{
  g_autoptr (GTask) task = NULL;
  KistExportRun *run;

  g_return_if_fail (KIST_IS_EXPORT (self) && format != NULL && path != NULL);

  g_set_object (&self->progress.cancellable, cancellable);
  g_atomic_int_set (&self->progress.n_done, 0);
  g_atomic_int_set (&self->n_of_1000, 0);
  run = g_new0 (KistExportRun, 1);
  run->format = format;
  run->theme = self->theme;
  run->has_text = has_text;
  run->path = g_strdup (path);
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kist_export_run_async);
  g_task_set_check_cancellable (task, FALSE); /* what was written before it was stopped is there, and is said to be */
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * kist_export_run_finish:
 * @self: the export
 * @result: of kist_export_run_async()
 * @error: where to put an error: what kist_publish() and kist_publish_save() say
 *
 * Returns: (transfer full) (nullable): the file or the folder that is there now; after an error all is as it was
 */
char *
kist_export_run_finish (KistExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_export_get_n_missing:
 * @self: an export
 *
 * Returns: how many of them were not there in the last run: their words stand in their place
 */
unsigned
kist_export_get_n_missing (KistExport *self)
{
  g_return_val_if_fail (KIST_IS_EXPORT (self), 0);

  return (unsigned)g_atomic_int_get (&self->n_missing);
}

/**
 * kist_export_get_fraction:
 * @self: an export
 *
 * Returns: how much of the run is done, 0 to 1; 0 as long as nobody can say
 */
double
kist_export_get_fraction (KistExport *self)
{
  g_return_val_if_fail (KIST_IS_EXPORT (self), 0);

  if (g_atomic_int_get (&self->n_of_1000) > 0)
    return g_atomic_int_get (&self->n_of_1000) / 1000.0;
  return self->entries->len > 0 ? (double)g_atomic_int_get (&self->progress.n_done) / self->entries->len : 0;
}
