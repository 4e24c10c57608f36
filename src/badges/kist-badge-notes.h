/* What a person noted about badges: which they have, since when, and which of the published rules that contradict each
 * other they followed. A fold over events; nobody checks it, and nothing of it leaves the computer. Main thread, or
 * the thread of whoever made it. */
#pragma once

#include "badges/kist-evidence.h"
#include "progress/kist-event.h"

G_BEGIN_DECLS

#define KIST_TYPE_BADGE_NOTES (kist_badge_notes_get_type ())
G_DECLARE_FINAL_TYPE (KistBadgeNotes, kist_badge_notes, KIST, BADGE_NOTES, GObject)

KistBadgeNotes *kist_badge_notes_new (void);
void            kist_badge_notes_add (KistBadgeNotes *self, const KistEvent *event);
gboolean        kist_badge_notes_has (KistBadgeNotes *self, const char *badge);
const GDate    *kist_badge_notes_get_awarded (KistBadgeNotes *self, const char *badge);
const char     *kist_badge_notes_get_followed (KistBadgeNotes *self, const char *badge, const char *conflict);
void            kist_badge_notes_fill (KistBadgeNotes *self, const char *badge, KistEvidenceFacts *facts);

char *kist_badge_notes_dup_day (const GDate *day);

G_END_DECLS
