/* Published rules of a badge that contradict each other: both are shown with where they were read, and the person
 * notes which one they followed. What is noted is an event; nothing is decided for anyone. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_CONFLICT_GROUP (kist_conflict_group_get_type ())
G_DECLARE_FINAL_TYPE (KistConflictGroup, kist_conflict_group, KIST, CONFLICT_GROUP, AdwPreferencesGroup)

GtkWidget *kist_conflict_group_new (KistServices *services, KistBadge *badge, const KistBadgeConflict *conflict);

G_END_DECLS
