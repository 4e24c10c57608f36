/* The entries of the journal that are linked to one thing, whole or in a passage, which opens at its words. Hidden
 * while there are none. They are looked for on a thread of their own, when the group is seen: every text is read for
 * it. Nothing is kept of what is found, so that it can never say otherwise than the texts. Main thread. */
#pragma once

#include <adwaita.h>

#include "journal/kist-reference.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_MENTIONS_GROUP (kist_mentions_group_get_type ())
G_DECLARE_FINAL_TYPE (KistMentionsGroup, kist_mentions_group, KIST, MENTIONS_GROUP, AdwBin)

void kist_mentions_group_set_up (KistMentionsGroup *self, KistServices *services, KistReference *reference);

G_END_DECLS
