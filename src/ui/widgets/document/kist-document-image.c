#include "kist-document-image.h"

#include <glib/gi18n.h>

/* A picture illustrates a text: it leaves room for a few lines of it on a 640 px high screen. */
#define MAX_HEIGHT 420

/* No photograph for a screen needs more; a larger file is a mistake or an attack. */
#define MAX_BYTES (16 * 1024 * 1024)
/* Four bytes each once it is unpacked: a small file may hold a picture that fills the memory. */
#define MAX_PIXELS (40 * 1000 * 1000)

struct _KistDocumentImage
{
  AdwBin parent_instance;

  char *alternative; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistDocumentImage, kist_document_image, ADW_TYPE_BIN)

static void
show_alternative (KistDocumentImage *self)
{
  GtkWidget       *label;
  g_autofree char *text = NULL;

  if (self->alternative[0] != '\0')
    /* Translators: stands where a picture cannot be shown; %s is the description of the picture */
    text = g_strdup_printf (_ ("[Picture: %s]"), self->alternative);
  else
    text = g_strdup (_ ("[A picture that cannot be shown]"));

  label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, "selectable", TRUE, NULL);
  gtk_widget_add_css_class (label, "dim-label");
  adw_bin_set_child (ADW_BIN (self), label);
}

static void
show_texture (KistDocumentImage *self, GdkTexture *texture)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  GtkWidget *clamp = adw_clamp_new ();
  double     width = gdk_texture_get_width (texture);
  double     height = gdk_texture_get_height (texture);
  int        max_width = (int)CLAMP (MIN (width, MAX_HEIGHT * width / height), 1, G_MAXINT16);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), self->alternative);
  /* GTK 4.18 makes only a description of it, and screen readers go by the name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, self->alternative, -1);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_SCALE_DOWN);
  gtk_widget_add_css_class (picture, "kist-picture");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), max_width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), max_width);
  adw_clamp_set_child (ADW_CLAMP (clamp), picture);
  adw_bin_set_child (ADW_BIN (self), clamp);
}

/* Reads no more than the head of the file. */
static gboolean
is_small_enough (const char *path)
{
  int width, height;

  return gdk_pixbuf_get_file_info (path, &width, &height) && width > 0 && height > 0 && height <= MAX_PIXELS / width;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *path = task_data;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  GdkTexture *texture;
  GError     *error = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (info == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_BYTES)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "it is no file or larger than 16 MiB");
      return;
    }
  if (!is_small_enough (path))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               "it is no picture that is known here, or has more than 40 million pixels");
      return;
    }

  texture = gdk_texture_new_from_filename (path, &error);
  if (texture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistDocumentImage *self = KIST_DOCUMENT_IMAGE (source);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  texture = g_task_propagate_pointer (G_TASK (result), &error);
  if (texture != NULL)
    {
      show_texture (self, texture);
      return;
    }
  g_message ("cannot show the picture %s: %s", (const char *)g_task_get_task_data (G_TASK (result)), error->message);
  show_alternative (self);
}

static void
finalize (GObject *object)
{
  KistDocumentImage *self = KIST_DOCUMENT_IMAGE (object);

  g_clear_pointer (&self->alternative, g_free);
  G_OBJECT_CLASS (kist_document_image_parent_class)->finalize (object);
}

static void
kist_document_image_class_init (KistDocumentImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = finalize;
}

static void
kist_document_image_init (KistDocumentImage *self)
{
}

/**
 * kist_document_image_new:
 * @path: (nullable): the picture's file; %NULL shows the alternative text at once
 * @alternative: the picture in words, may be empty
 *
 * Returns: a picture that appears as soon as its file is read
 */
GtkWidget *
kist_document_image_new (const char *path, const char *alternative)
{
  KistDocumentImage *self = g_object_new (KIST_TYPE_DOCUMENT_IMAGE, NULL);
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (alternative != NULL, NULL);

  self->alternative = g_strdup (alternative);
  if (path == NULL)
    {
      show_alternative (self);
      return GTK_WIDGET (self);
    }

  /* The task keeps the widget until the file is read: a late picture in a page that has gone costs nothing. */
  task = g_task_new (self, NULL, load_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_in_thread);
  return GTK_WIDGET (self);
}
