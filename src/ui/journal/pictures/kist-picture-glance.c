#include "kist-config.h"

#include "kist-picture-glance.h"

#include <glib/gi18n.h>

#include "image/kist-image-reference.h"
#include "kist-picture-intake.h"

/* A line with a picture is shorter: 300 characters of words, and its name. */
#define LONGEST_LINE 2000

struct _KistPictureGlance
{
  AdwBin parent_instance;

  KistStore     *store;       /* (owned) (nullable) until set up */
  GtkTextBuffer *buffer;      /* (unowned) weak */
  char          *id;          /* (owned) (nullable) of the picture that is shown, or is on its way */
  GCancellable  *cancellable; /* (owned) (nullable) of what is on its way */

  GtkPicture *picture;
  GtkLabel   *words;
};

G_DEFINE_FINAL_TYPE (KistPictureGlance, kist_picture_glance, ADW_TYPE_BIN)

/* Returns (transfer full) (nullable): the line of the caret. */
static char *
dup_line (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_iter_get_chars_in_line (&start) > LONGEST_LINE)
    return NULL;
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
forget (KistPictureGlance *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->id, g_free);
}

static void
show_missing (KistPictureGlance *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  gtk_label_set_text (self->words, _ ("This picture is missing. Its words stand for it in every export."));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistPictureGlance) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = kist_picture_intake_show_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->store)
    return;
  if (!texture)
    {
      show_missing (self);
      return;
    }
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistPictureGlance) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) images = kist_store_load_images_finish (KIST_STORE (source), result, &error);
  KistImage *image = images && self->id ? g_hash_table_lookup (images, self->id) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->store)
    return;
  if (image)
    kist_picture_intake_show_async (image, self->cancellable, shown_cb, g_object_ref (self));
  else
    show_missing (self);
}

static void
say_words (KistPictureGlance *self, const char *words)
{
  gtk_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
caret_moved_cb (KistPictureGlance *self)
{
  g_autofree char *line = dup_line (self->buffer);
  g_autofree char *words = NULL;
  g_autofree char *id = line ? kist_image_reference_find_in_line (line, &words) : NULL;
  const char      *ids[] = { id, NULL };

  if (g_strcmp0 (id, self->id) == 0)
    return;
  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (!id)
    return;
  self->id = g_strdup (id);
  self->cancellable = g_cancellable_new ();
  say_words (self, words);
  kist_store_load_images_async (self->store, ids, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
kist_picture_glance_dispose (GObject *object)
{
  KistPictureGlance *self = KIST_PICTURE_GLANCE (object);

  forget (self);
  g_clear_weak_pointer (&self->buffer);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_PICTURE_GLANCE);
  G_OBJECT_CLASS (kist_picture_glance_parent_class)->dispose (object);
}

static void
kist_picture_glance_class_init (KistPictureGlanceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_picture_glance_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/pictures/kist-picture-glance.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPictureGlance, picture);
  gtk_widget_class_bind_template_child (widget_class, KistPictureGlance, words);
}

static void
kist_picture_glance_init (KistPictureGlance *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_picture_glance_set_up:
 * @self: a glance
 * @store: where the pictures are
 * @view: the text
 */
void
kist_picture_glance_set_up (KistPictureGlance *self, KistStore *store, KistWritingView *view)
{
  g_return_if_fail (KIST_IS_PICTURE_GLANCE (self) && KIST_IS_STORE (store) && !self->store);

  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->buffer, kist_writing_view_get_buffer (view));
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self,
                           G_CONNECT_SWAPPED);
  caret_moved_cb (self);
}
