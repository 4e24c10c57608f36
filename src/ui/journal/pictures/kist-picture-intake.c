#include "kist-picture-intake.h"

#include "image/kist-image-reader.h"

/* What the thread is asked. */
typedef struct
{
  char       *path;    /* (owned) (nullable) */
  GdkTexture *texture; /* (owned) (nullable) without a path */
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->path);
  g_clear_object (&source->texture);
  g_free (source);
}

static void
read_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  const Source *source = data;
  GError       *error = NULL;
  g_autoptr (GBytes) bytes =
      source->path ? kist_image_load_file (source->path, &error) : gdk_texture_save_to_png_bytes (source->texture);
  g_autoptr (KistPictureIntake) self = g_new0 (KistPictureIntake, 1);

  if (bytes)
    self->image = kist_image_read (bytes, cancellable, &error);
  if (self->image)
    self->texture = gdk_texture_new_from_bytes (self->image->bytes, &error);
  if (!self->texture)
    {
      g_task_return_error (task, error);
      return;
    }
  self->facts = kist_image_facts_read (bytes);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify)kist_picture_intake_free);
}

static void
show_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  GError     *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (((KistImage *)data)->bytes, &error);

  if (texture)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kist_picture_intake_free:
 * @self: (transfer full) (nullable): a picture
 */
void
kist_picture_intake_free (KistPictureIntake *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->image, kist_image_unref);
  g_clear_object (&self->texture);
  kist_image_facts_free (self->facts);
  g_free (self);
}

/**
 * kist_picture_intake_read_async:
 * @path: (nullable): a file
 * @texture: (nullable): what was copied, when there is no file
 * @cancellable: (nullable): stops it
 * @callback: called when it is read, or is not
 * @data: for @callback
 */
void
kist_picture_intake_read_async (const char         *path,
                                GdkTexture         *texture,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Source *source;

  g_return_if_fail (path != NULL || GDK_IS_TEXTURE (texture));

  source = g_new0 (Source, 1);
  source->path = g_strdup (path);
  source->texture = path ? NULL : g_object_ref (texture);
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * kist_picture_intake_read_finish:
 * @result: what the callback was given
 * @error: where to put an error: what kist_image_read() says
 *
 * Returns: (transfer full) (nullable): the picture
 */
KistPictureIntake *
kist_picture_intake_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_picture_intake_show_async:
 * @image: a picture that is kept
 * @cancellable: (nullable): stops it
 * @callback: called when it can be shown, or cannot
 * @data: for @callback
 */
void
kist_picture_intake_show_async (KistImage          *image,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (image != NULL);

  g_task_set_task_data (task, kist_image_ref (image), (GDestroyNotify)kist_image_unref);
  g_task_run_in_thread (task, show_in_thread);
}

/**
 * kist_picture_intake_show_finish:
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the picture, to be shown
 */
GdkTexture *
kist_picture_intake_show_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
