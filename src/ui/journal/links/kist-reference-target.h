/* What a KistReference leads to, as it is shown to a person: what it is called, what kind of thing it is, and the
 * action that opens it. Made anew whenever it is shown, since packs come and go. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "journal/kist-reference.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_REFERENCE_TARGET (kist_reference_target_get_type ())
G_DECLARE_FINAL_TYPE (KistReferenceTarget, kist_reference_target, KIST, REFERENCE_TARGET, GObject)

KistReferenceTarget *kist_reference_target_new (KistServices *services, KistReference *reference);
KistReference       *kist_reference_target_get_reference (KistReferenceTarget *self);
const char          *kist_reference_target_get_title (KistReferenceTarget *self);
const char          *kist_reference_target_get_detail (KistReferenceTarget *self);
const char          *kist_reference_target_get_icon (KistReferenceTarget *self);
gboolean             kist_reference_target_is_there (KistReferenceTarget *self);
void                 kist_reference_target_open (KistReferenceTarget *self, GtkWidget *widget);
KistReference       *kist_reference_target_refer_to (const char *framework, const char *number);
GListModel          *kist_reference_targets_list (KistServices *services);

G_END_DECLS
