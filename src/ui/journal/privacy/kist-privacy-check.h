/* The confidentiality check of many entries at once, before they leave together: on a thread of its own, which holds
 * the entries and nothing else of the program. Main thread. */
#pragma once

#include "journal/privacy/kist-privacy-concern.h"
#include "ui/journal/privacy/kist-privacy-book.h"

G_BEGIN_DECLS

/**
 * KistPrivacyResult:
 * @entry: an entry in which something was found
 * @concerns: (element-type KistPrivacyConcern): what
 * @n_open: how much of it is not meant so
 *
 * What there is to look at in one of the entries.
 */
typedef struct
{
  KistEntry *entry;
  GPtrArray *concerns;
  unsigned   n_open;
} KistPrivacyResult;

#define KIST_TYPE_PRIVACY_CHECK (kist_privacy_check_get_type ())
G_DECLARE_FINAL_TYPE (KistPrivacyCheck, kist_privacy_check, KIST, PRIVACY_CHECK, GObject)

KistPrivacyCheck *kist_privacy_check_new (KistPrivacyBook *book, GPtrArray *entries);
void              kist_privacy_check_run_async (KistPrivacyCheck   *self,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            data);
GPtrArray *
kist_privacy_check_run_finish (KistPrivacyCheck *self, GAsyncResult *result, KistPrivacyBook *book, GError **error);
double kist_privacy_check_get_fraction (KistPrivacyCheck *self);
char  *kist_privacy_check_dup_head (const char *title, const char *const *tags);

G_END_DECLS
