/* A picture on its way in: a file, or what another program copied, becomes what Kist keeps, what the file told besides,
 * and something to look at. All of it happens on a thread. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "image/kist-image-facts.h"
#include "image/kist-image.h"

G_BEGIN_DECLS

/**
 * KistPictureIntake:
 * @image: what is kept
 * @texture: the same, to be shown
 * @facts: what the file told
 */
typedef struct
{
  KistImage      *image;
  GdkTexture     *texture;
  KistImageFacts *facts;
} KistPictureIntake;

void               kist_picture_intake_free (KistPictureIntake *self);
void               kist_picture_intake_read_async (const char         *path,
                                                   GdkTexture         *texture,
                                                   GCancellable       *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            data);
KistPictureIntake *kist_picture_intake_read_finish (GAsyncResult *result, GError **error);
void               kist_picture_intake_show_async (KistImage          *image,
                                                   GCancellable       *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            data);
GdkTexture        *kist_picture_intake_show_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPictureIntake, kist_picture_intake_free)

G_END_DECLS
