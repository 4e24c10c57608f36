/* What stands beside a draft, or below it on a narrow window: how far it has come, its outline, prompts, its tags and
 * links, and the confidentiality check. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/journal/kist-writing-view.h"
#include "ui/journal/privacy/kist-privacy-view.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_EDITOR_PANEL (kist_editor_panel_get_type ())
G_DECLARE_FINAL_TYPE (KistEditorPanel, kist_editor_panel, KIST, EDITOR_PANEL, AdwBin)

void             kist_editor_panel_set_up (KistEditorPanel *self,
                                           GtkWidget       *page,
                                           KistServices    *services,
                                           KistEntry       *entry,
                                           KistWritingView *view);
KistEntry       *kist_editor_panel_mark (KistEditorPanel *self, KistEntry *entry);
char            *kist_editor_panel_show_words (KistEditorPanel *self, KistBadge *badge, const char *body);
KistPrivacyView *kist_editor_panel_get_privacy (KistEditorPanel *self);

G_END_DECLS
