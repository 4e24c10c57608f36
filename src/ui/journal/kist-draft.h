/* Says how far the draft of a Write step has come, as an event: one place, because writing, deleting and undoing a
 * deletion all change it. Main thread. */
#pragma once

#include "ui/kist-services.h"

G_BEGIN_DECLS

void kist_draft_record (KistServices *services, KistEntry *entry, gboolean is_deleted);

G_END_DECLS
