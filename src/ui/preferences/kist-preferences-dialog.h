/* What a person sets once: the names that the confidentiality check is to find. Main thread. */
#pragma once

#include "ui/journal/privacy/kist-privacy-book.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_PREFERENCES_DIALOG (kist_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistPreferencesDialog, kist_preferences_dialog, KIST, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *kist_preferences_dialog_new (KistPrivacyBook *book);

G_END_DECLS
