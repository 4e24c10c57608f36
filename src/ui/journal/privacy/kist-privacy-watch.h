/* Runs the confidentiality check while one writes: a moment after the last key, on a thread of its own, one run at a
 * time, and marks in the text what it found. A key never waits for it: what is found is found of the text as it was,
 * and marked only while the text still is that text. Emits "checked". Owned by the editor. Main thread. */
#pragma once

#include "journal/privacy/kist-privacy-concern.h"
#include "ui/journal/kist-writing-view.h"
#include "ui/journal/privacy/kist-privacy-book.h"

G_BEGIN_DECLS

#define KIST_TYPE_PRIVACY_WATCH (kist_privacy_watch_get_type ())
G_DECLARE_FINAL_TYPE (KistPrivacyWatch, kist_privacy_watch, KIST, PRIVACY_WATCH, GObject)

KistPrivacyWatch            *
kist_privacy_watch_new (KistPrivacyBook *book, const char *entry, GtkEditable *title, KistWritingView *text);
void       kist_privacy_watch_set_tags (KistPrivacyWatch *self, const char *const *tags);
GPtrArray *kist_privacy_watch_get_concerns (KistPrivacyWatch *self);
gboolean   kist_privacy_watch_is_settled (KistPrivacyWatch *self);
gboolean   kist_privacy_watch_was_seen (KistPrivacyWatch *self);
void       kist_privacy_watch_set_seen (KistPrivacyWatch *self);
void       kist_privacy_watch_show (KistPrivacyWatch *self, const char *key);
void       kist_privacy_watch_set_meant (KistPrivacyWatch *self, const char *key, gboolean is_meant);

KistWritingView *kist_privacy_watch_get_view (KistPrivacyWatch *self);

G_END_DECLS
