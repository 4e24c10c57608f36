/* A row that leads to a badge: its title, in words how far its draft has come, a ring. Main thread. */
#pragma once

#include <adwaita.h>

#include "library/kist-badge-standing.h"

G_BEGIN_DECLS

#define KIST_TYPE_BADGE_ROW (kist_badge_row_get_type ())
G_DECLARE_FINAL_TYPE (KistBadgeRow, kist_badge_row, KIST, BADGE_ROW, AdwActionRow)

GtkWidget *kist_badge_row_new (KistBadge *badge);
KistBadge *kist_badge_row_get_badge (KistBadgeRow *self);
void       kist_badge_row_show (KistBadgeRow *self, KistLibrary *library, const KistBadgeStanding *standing);

G_END_DECLS
