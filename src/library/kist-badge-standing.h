/* Where a person stands with a badge: the draft for it, how far that has come, and the Thing it goes with. A pure
 * function of the library and the journal; any thread that owns what it is given. */
#pragma once

#include <gio/gio.h>

#include "badges/kist-evidence.h"
#include "journal/kist-entry.h"
#include "library/kist-library.h"

G_BEGIN_DECLS

/**
 * KistBadgeStage:
 * @KIST_BADGE_IN_PROGRESS: there is a draft
 * @KIST_BADGE_NOT_STARTED: there is none
 * @KIST_BADGE_READY: the draft has all that the badge asks for, and it can be applied for today
 */
typedef enum
{
  KIST_BADGE_IN_PROGRESS,
  KIST_BADGE_NOT_STARTED,
  KIST_BADGE_READY,
  KIST_BADGE_N_STAGES,
} KistBadgeStage;

/**
 * KistBadgeStanding:
 * @stage: where the person stands
 * @thing: (transfer none) (nullable): the first Thing that counts for the badge; lives as long as its library
 * @entry: (nullable): the last changed draft for it
 * @evidence: how @entry was judged; of an empty draft when there is none
 */
typedef struct
{
  KistBadgeStage stage;
  KistThing     *thing;
  KistEntry     *entry;
  KistEvidence  *evidence;
} KistBadgeStanding;

KistBadgeStanding *
kist_badge_standing_new (KistLibrary *library, GListModel *entries, KistBadge *badge, const KistEvidenceFacts *facts);
void kist_badge_standing_free (KistBadgeStanding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistBadgeStanding, kist_badge_standing_free)

G_END_DECLS
