/* Before a picture is taken into an entry: the picture as it will be kept, what its file told and what is left out, and
 * the words that stand for it, which it needs. When it is taken it is kept by the store first; then the dialog closes
 * and says so with a signal. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_PICTURE_DIALOG (kist_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KistPictureDialog, kist_picture_dialog, KIST, PICTURE_DIALOG, AdwDialog)

AdwDialog *kist_picture_dialog_new (KistServices *services, const char *entry, const char *path, GdkTexture *texture);

G_END_DECLS
