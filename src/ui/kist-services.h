/* What every page needs and no page owns: the learning material, the store, the clock, and what the store said when it was
 * opened, kept current as things happen. Made once by the application, handed to pages as a construct-only property.
 * Main thread.
 *
 * A page tells it what happened; it folds that into the progress at once, hands it to the store, and emits
 * #KistServices::changed so that other pages follow. A save that fails is emitted as #KistServices::save-failed, which the
 * window shows; the value stays in memory and is tried again with the next save of the same thing. */
#pragma once

#include <gio/gio.h>

#include "base/kist-clock.h"
#include "library/kist-completion.h"
#include "library/kist-library.h"
#include "progress/kist-progress.h"
#include "store/kist-store.h"

G_BEGIN_DECLS

#define KIST_TYPE_SERVICES (kist_services_get_type ())
G_DECLARE_FINAL_TYPE (KistServices, kist_services, KIST, SERVICES, GObject)

KistServices    *kist_services_new (KistLibrary  *library,
                                    KistStore    *store,
                                    KistClock    *clock,
                                    KistContents *contents);
KistLibrary     *kist_services_get_library (KistServices *self);
KistStore       *kist_services_get_store (KistServices *self);
KistClock       *kist_services_get_clock (KistServices *self);
KistProgress    *kist_services_get_progress (KistServices *self);
GPtrArray       *kist_services_get_events (KistServices *self);
void             kist_services_record (KistServices *self,
                                       KistVerb      verb,
                                       KistThing    *thing,
                                       KistStep     *step,
                                       const char   *item,
                                       gint64        value,
                                       const char   *text,
                                       const char   *codes);
GListModel      *kist_services_get_entries (KistServices *self);
KistEntry       *kist_services_lookup_entry (KistServices *self,
                                             const char   *id);
KistEntry       *kist_services_find_entry_for_thing (KistServices *self,
                                                     const char   *thing);
KistEntry       *kist_services_find_entry_for_badge (KistServices *self,
                                                     const char   *badge);
KistEntry       *kist_services_create_entry (KistServices *self,
                                             KistThing    *thing,
                                             const char   *title,
                                             const char   *body);
void             kist_services_save_entry (KistServices       *self,
                                           KistEntry          *entry,
                                           GAsyncReadyCallback callback,
                                           gpointer            data);
gboolean         kist_services_save_entry_finish (KistServices *self,
                                                  GAsyncResult *result,
                                                  GError      **error);
void             kist_services_delete_entry (KistServices *self,
                                             KistEntry    *entry);
void             kist_services_undelete_entry (KistServices *self,
                                               KistEntry    *entry);
const KistPlace *kist_services_get_place (KistServices *self,
                                          const char   *key);
void             kist_services_save_place (KistServices    *self,
                                           const KistPlace *place);
char            *kist_services_dup_step_state (KistServices *self,
                                               KistThing    *thing,
                                               KistStep     *step);

G_END_DECLS
