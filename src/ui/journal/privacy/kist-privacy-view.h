/* What the confidentiality check found, as a list to deal with: why, what to write instead, go there, or say that it is
 * meant so; beside it, always, that no program can clear a text, and what to ask oneself. Used beside the editor and
 * before a text leaves. Knows nothing of the store. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_PRIVACY_VIEW (kist_privacy_view_get_type ())
G_DECLARE_FINAL_TYPE (KistPrivacyView, kist_privacy_view, KIST, PRIVACY_VIEW, AdwBin)

GtkWidget *kist_privacy_view_new (void);
void       kist_privacy_view_show (KistPrivacyView *self, GPtrArray *concerns);
void       kist_privacy_view_ask_oneself (KistPrivacyView *self);
void       kist_privacy_view_add_questions (AdwExpanderRow *row);

G_END_DECLS
