/* What the entry that is written on is linked to: as a whole, where links are added and taken away, and in single
 * passages, whose links stand in the text. Each row opens what it leads to. Emits "changed". Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_LINKS_VIEW (kist_links_view_get_type ())
G_DECLARE_FINAL_TYPE (KistLinksView, kist_links_view, KIST, LINKS_VIEW, AdwBin)

void       kist_links_view_set_up (KistLinksView *self, KistServices *services, KistEntry *entry);
void       kist_links_view_show_passages (KistLinksView *self, const char *body);
GPtrArray *kist_links_view_get_links (KistLinksView *self);

G_END_DECLS
