/* What a writer told the confidentiality check: names that it is to find wherever they stand, and findings that are
 * meant to stand where they do. Kept in the person's own folder and never in the settings, for these are names of
 * people. And, as long as the program runs, of which texts the writer has seen what was found. Emits "changed". Owned
 * by the services. Main thread. */
#pragma once

#include "ui/kist-saver.h"

G_BEGIN_DECLS

#define KIST_TYPE_PRIVACY_BOOK (kist_privacy_book_get_type ())
G_DECLARE_FINAL_TYPE (KistPrivacyBook, kist_privacy_book, KIST, PRIVACY_BOOK, GObject)

/* More than anybody would type in, and few enough for the check to look for each. */
#define KIST_PRIVACY_BOOK_MAX_NAMES 200
/* Characters; the longest name is shorter, and a letter alone would be found everywhere. */
#define KIST_PRIVACY_BOOK_MAX_LENGTH 80
#define KIST_PRIVACY_BOOK_MIN_LENGTH 2

KistPrivacyBook *kist_privacy_book_new (KistSaver *saver, GPtrArray *names, GPtrArray *meant);
GListModel      *kist_privacy_book_get_names (KistPrivacyBook *self);
char           **kist_privacy_book_dup_names (KistPrivacyBook *self);
gboolean         kist_privacy_book_add_name (KistPrivacyBook *self, const char *name);
void             kist_privacy_book_remove_name (KistPrivacyBook *self, const char *name);
GHashTable      *kist_privacy_book_get_meant (KistPrivacyBook *self, const char *entry);
void     kist_privacy_book_set_meant (KistPrivacyBook *self, const char *entry, const char *finding, gboolean is_meant);
void     kist_privacy_book_set_seen (KistPrivacyBook *self, KistEntry *entry);
gboolean kist_privacy_book_was_seen (KistPrivacyBook   *self,
                                     const char        *entry,
                                     const char        *title,
                                     const char        *body,
                                     const char *const *tags);

G_END_DECLS
