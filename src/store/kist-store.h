/* Everything a person did and wrote, in one SQLite file in their own folder. The store owns one worker thread, which
 * alone touches the database and does what it is asked in the order asked; every call returns at once and its callback
 * runs in the caller's main context. A save that fails says so in its finish function; nothing is dropped silently.
 *
 * Methods are called from the thread that made the store. Until it is open, and after it is closed, they fail with
 * KIST_ERROR_FAILED; but the back-ups can then be listed and, after KIST_ERROR_CORRUPT or KIST_ERROR_NEWER, one of them
 * restored (or, for NULL, a fresh start made), after which the store can be opened again. What was there before is
 * moved aside in the same folder, never removed. */
#pragma once

#include <gio/gio.h>

#include "base/kist-clock.h"
#include "image/kist-image.h"
#include "journal/kist-entry.h"
#include "progress/kist-event.h"

G_BEGIN_DECLS

/**
 * KistPlace:
 * @key: what is kept: "last" for where Continue leads, "step:THING/STEP" for a reader, "entry:ID" for an editor
 * @thing: (nullable): a Thing's key
 * @step: (nullable): a step's id
 * @entry: (nullable): an entry's id
 * @block: the topmost visible block of a reader, or the caret of an editor in characters
 * @fraction: how much of that block is scrolled away, 0 to 1
 * @detail: (nullable): by the screen: the choices of an unfinished run, "3,1,2"; how many characters from the caret on
 *   are what was searched for, "9"
 *
 * Where someone was, to the line.
 */
typedef struct
{
  char  *key;
  char  *thing;
  char  *step;
  char  *entry;
  gint64 block;
  double fraction;
  char  *detail;
} KistPlace;

#define KIST_TYPE_PLACE (kist_place_get_type ())
GType      kist_place_get_type (void);
KistPlace *kist_place_new (const char *key);
KistPlace *kist_place_copy (const KistPlace *place);
void       kist_place_free (KistPlace *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPlace, kist_place_free)

/**
 * KistBackup:
 * @path: the file
 * @time: when it was made, microseconds since 1970, UTC
 * @n_entries: how many entries it holds
 */
typedef struct
{
  char    *path;
  gint64   time;
  unsigned n_entries;
} KistBackup;

/**
 * KistContents:
 * @events: (element-type KistEvent): all, oldest first
 * @entries: (element-type KistEntry): all that are not deleted, newest first, with their bodies
 * @places: (element-type KistPlace): all
 * @names: (element-type utf8): names that the confidentiality check is to find
 * @meant: (element-type utf8): for each finding of it that is meant so the entry's id, a line end, and the finding
 * @n_unreadable: how many rows were left out because this Kist cannot read them; they stay in the file
 *
 * What a start, or an export, needs to know, read in one go.
 */
typedef struct
{
  GPtrArray *events;
  GPtrArray *entries;
  GPtrArray *places;
  GPtrArray *names;
  GPtrArray *meant;
  unsigned   n_unreadable;
} KistContents;

KistContents *kist_contents_read (const char *folder, GError **error);
GHashTable   *kist_contents_read_images (const char *folder, const char *const *ids, GError **error);
void          kist_contents_free (KistContents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistContents, kist_contents_free)

/**
 * KistStoreProgress:
 * @done: how many are done
 * @total: of how many
 * @data: what was given with the function
 *
 * Called in the main context of who asked, a hundred times or so.
 */
typedef void (*KistStoreProgress) (unsigned done, unsigned total, gpointer data);

#define KIST_TYPE_STORE (kist_store_get_type ())
G_DECLARE_FINAL_TYPE (KistStore, kist_store, KIST, STORE, GObject)

KistStore  *kist_store_new (const char *folder, KistClock *clock);
const char *kist_store_get_folder (KistStore *self);
KistClock  *kist_store_get_clock (KistStore *self);
void kist_store_open_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
KistContents *kist_store_open_finish (KistStore *self, GAsyncResult *result, GError **error);
void
kist_store_append_event_async (KistStore *self, const KistEvent *event, GAsyncReadyCallback callback, gpointer data);
void kist_store_save_entry_async (KistStore *self, KistEntry *entry, GAsyncReadyCallback callback, gpointer data);
void kist_store_name_state_async (KistStore *self, KistEntry *state, GAsyncReadyCallback callback, gpointer data);
void kist_store_set_entry_deleted_async (KistStore          *self,
                                         const char         *id,
                                         gboolean            is_deleted,
                                         GAsyncReadyCallback callback,
                                         gpointer            data);
void
kist_store_delete_entries_async (KistStore *self, const char *const *ids, GAsyncReadyCallback callback, gpointer data);
void kist_store_import_async (KistStore          *self,
                              GPtrArray          *entries,
                              const char *const  *sources,
                              GCancellable       *cancellable,
                              KistStoreProgress   progress,
                              gpointer            progress_data,
                              GAsyncReadyCallback callback,
                              gpointer            data);
void
kist_store_list_imports_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GHashTable *kist_store_list_imports_finish (KistStore *self, GAsyncResult *result, GError **error);

void        kist_store_save_image_async (KistStore          *self,
                                         const char         *entry,
                                         KistImage          *image,
                                         GAsyncReadyCallback callback,
                                         gpointer            data);
void        kist_store_load_images_async (KistStore          *self,
                                          const char *const  *ids,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            data);
GHashTable *kist_store_load_images_finish (KistStore *self, GAsyncResult *result, GError **error);
void
kist_store_list_deleted_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *kist_store_list_deleted_finish (KistStore *self, GAsyncResult *result, GError **error);
void
kist_store_erase_entries_async (KistStore *self, const char *const *ids, GAsyncReadyCallback callback, gpointer data);
void        kist_store_save_answer_async (KistStore          *self,
                                          const char         *thing,
                                          const char         *step,
                                          const char         *item,
                                          const char         *text,
                                          GAsyncReadyCallback callback,
                                          gpointer            data);
void        kist_store_load_answers_async (KistStore          *self,
                                           const char         *thing,
                                           const char         *step,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            data);
GHashTable *kist_store_load_answers_finish (KistStore *self, GAsyncResult *result, GError **error);
void kist_store_save_place_async (KistStore *self, const KistPlace *place, GAsyncReadyCallback callback, gpointer data);
void kist_store_list_revisions_async (KistStore          *self,
                                      const char         *entry,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            data);
GPtrArray *kist_store_list_revisions_finish (KistStore *self, GAsyncResult *result, GError **error);
void       kist_store_save_name_async (KistStore          *self,
                                       const char         *name,
                                       gboolean            is_listed,
                                       GAsyncReadyCallback callback,
                                       gpointer            data);
void       kist_store_save_meant_async (KistStore          *self,
                                        const char         *entry,
                                        const char         *finding,
                                        gboolean            is_meant,
                                        GAsyncReadyCallback callback,
                                        gpointer            data);
void       kist_store_search_async (KistStore          *self,
                                    const char         *words,
                                    const char         *tag,
                                    unsigned            max,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);
GPtrArray *kist_store_search_finish (KistStore *self, GAsyncResult *result, GError **error);
gboolean   kist_store_save_finish (KistStore *self, GAsyncResult *result, GError **error);
void
kist_store_list_backups_async (KistStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *kist_store_list_backups_finish (KistStore *self, GAsyncResult *result, GError **error);
void       kist_store_restore_async (KistStore *self, const char *backup, GAsyncReadyCallback callback, gpointer data);
void       kist_store_close_async (KistStore *self, GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
