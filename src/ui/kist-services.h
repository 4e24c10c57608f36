/* What every page needs and no page owns: the learning material, the store, the clock, and what the store said when it
 * was opened, kept current as things happen. Made once by the application, handed to pages as a construct-only
 * property. Main thread.
 *
 * A page tells it what happened; it folds that into the progress at once, hands it to the saver, and emits
 * #KistServices::changed so that other pages follow. The saver says when something could not be saved; the window shows
 * it and offers to try again. */
#pragma once

#include <gio/gio.h>

#include "badges/kist-badge-notes.h"
#include "base/kist-clock.h"
#include "library/kist-completion.h"
#include "library/kist-library.h"
#include "progress/kist-progress.h"
#include "store/kist-store.h"
#include "ui/author/kist-pack-shelf.h"
#include "ui/journal/privacy/kist-privacy-book.h"
#include "ui/kist-journal.h"
#include "ui/kist-saver.h"

G_BEGIN_DECLS

#define KIST_TYPE_SERVICES (kist_services_get_type ())
G_DECLARE_FINAL_TYPE (KistServices, kist_services, KIST, SERVICES, GObject)

KistServices    *kist_services_new (KistLibrary *library, KistStore *store, KistClock *clock, KistContents *contents);
KistLibrary     *kist_services_get_library (KistServices *self);
void             kist_services_set_library (KistServices *self, KistLibrary *library);
KistPackShelf   *kist_services_get_shelf (KistServices *self);
void             kist_services_set_shelf (KistServices *self, KistPackShelf *shelf);
KistStore       *kist_services_get_store (KistServices *self);
KistSaver       *kist_services_get_saver (KistServices *self);
KistJournal     *kist_services_get_journal (KistServices *self);
KistPrivacyBook *kist_services_get_privacy_book (KistServices *self);
KistClock       *kist_services_get_clock (KistServices *self);
KistProgress    *kist_services_get_progress (KistServices *self);
KistBadgeNotes  *kist_services_get_badge_notes (KistServices *self);
GPtrArray       *kist_services_get_events (KistServices *self);
void             kist_services_record (KistServices *self,
                                       KistVerb      verb,
                                       KistThing    *thing,
                                       KistStep     *step,
                                       const char   *item,
                                       gint64        value,
                                       const char   *text,
                                       const char   *codes);
void kist_services_note (KistServices *self, KistVerb verb, const char *item, gint64 value, const char *text);
const KistPlace *kist_services_get_place (KistServices *self, const char *key);
void             kist_services_save_place (KistServices *self, const KistPlace *place);
void             kist_services_flush (KistServices *self);

G_END_DECLS
