/* How far a draft has come towards a badge: a ring and, in words, each criterion with its count and what is missing.
 * Used beside the editor, on the Write step and on the badge's page. Main thread. */
#pragma once

#include <adwaita.h>

#include "badges/kist-evidence.h"
#include "library/kist-library.h"

G_BEGIN_DECLS

#define KIST_TYPE_CRITERIA_VIEW (kist_criteria_view_get_type ())
G_DECLARE_FINAL_TYPE (KistCriteriaView, kist_criteria_view, KIST, CRITERIA_VIEW, AdwBin)

GtkWidget *kist_criteria_view_new (void);
void       kist_criteria_view_set_titled (KistCriteriaView *self, gboolean is_titled);
void       kist_criteria_view_set_whole (KistCriteriaView *self, gboolean is_whole);
void       kist_criteria_view_show (KistCriteriaView *self, KistLibrary *library, const KistEvidence *evidence);

G_END_DECLS
