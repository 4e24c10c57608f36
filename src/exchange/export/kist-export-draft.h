/* A scenario taken apart into a draft again, for the exporters that write source text. */
#pragma once

#include "exchange/kist-draft.h"
#include "scenario/kist-scenario.h"

G_BEGIN_DECLS

KistDraft *kist_export_draft (KistScenario *scenario, const char *source);

G_END_DECLS
