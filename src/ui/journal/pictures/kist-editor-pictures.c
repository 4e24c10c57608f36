#include "kist-config.h"

#include "kist-editor-pictures.h"

#include <glib/gi18n.h>

#include "base/kist-weak-box.h"
#include "kist-picture-dialog.h"
#include "ui/kist-file-choice.h"
#include "ui/journal/writing/kist-page-dialog.h"

struct _KistEditorPictures
{
  GSimpleActionGroup parent_instance;

  GtkWidget       *page;     /* (unowned) which has this */
  KistWritingView *view;     /* (unowned) on the page */
  KistServices    *services; /* (owned) */
  char            *entry;    /* (owned) its id */
};

G_DEFINE_FINAL_TYPE (KistEditorPictures, kist_editor_pictures, G_TYPE_SIMPLE_ACTION_GROUP)

static gboolean
is_blank_line (GtkTextBuffer *buffer, const GtkTextIter *end)
{
  GtkTextIter      start = *end;
  g_autofree char *text = NULL;

  gtk_text_iter_set_line_offset (&start, 0);
  text = gtk_text_buffer_get_text (buffer, &start, end, TRUE);
  return *g_strstrip (text) == '\0';
}

/* A picture is a paragraph of its own, behind the one with the caret; one edit, which undoing takes back. */
static void
taken_cb (KistEditorPictures *self, const char *markdown)
{
  GtkTextBuffer *buffer;
  GtkTextIter    iter;

  if (!self->view)
    return;
  buffer = kist_writing_view_get_buffer (self->view);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_buffer_begin_user_action (buffer);
  if (!is_blank_line (buffer, &iter))
    gtk_text_buffer_insert (buffer, &iter, "\n\n", -1);
  gtk_text_buffer_insert (buffer, &iter, markdown, -1);
  gtk_text_buffer_insert (buffer, &iter, "\n", -1);
  gtk_text_iter_backward_char (&iter); /* where the picture is, so that it is seen */
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
open_dialog (KistEditorPictures *self, const char *path, GdkTexture *texture)
{
  AdwDialog *dialog;

  if (!self->page)
    return;
  dialog = kist_picture_dialog_new (self->services, self->entry, path, texture);
  g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  kist_page_dialog_present (dialog, self->page);
}

static void
insert_cb (KistEditorPictures *self)
{
  static const char *const suffixes[] = { "jpg", "jpeg", "png", "gif", "webp", NULL };
  GtkRoot                 *root = self->page ? gtk_widget_get_root (self->page) : NULL;

  if (KIST_IS_WINDOW (root))
    kist_file_choice_ask (KIST_WINDOW (root), _ ("Insert a Picture"), _ ("Pictures"), suffixes, "win.open-file");
}

static void
take_cb (KistEditorPictures *self, GVariant *path)
{
  open_dialog (self, g_variant_get_string (path, NULL), NULL);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistEditorPictures) self = kist_weak_box_open (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (self && texture)
    open_dialog (self, NULL, texture);
  else if (self && self->page)
    {
      g_message ("A picture could not be pasted: %s", error->message);
      gtk_widget_activate_action (self->page, "win.toast", "s", _ ("The picture could not be pasted"));
    }
}

static void
paste_cb (KistEditorPictures *self)
{
  if (!self->page)
    return;
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (self->page), NULL, pasted_cb,
                                    kist_weak_box_new (self)); /* another program may take its time to answer */
}

static void
kist_editor_pictures_dispose (GObject *object)
{
  KistEditorPictures *self = KIST_EDITOR_PICTURES (object);

  g_clear_weak_pointer (&self->page);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->services);
  g_clear_pointer (&self->entry, g_free);
  G_OBJECT_CLASS (kist_editor_pictures_parent_class)->dispose (object);
}

static void
kist_editor_pictures_class_init (KistEditorPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_editor_pictures_dispose;
}

static void
kist_editor_pictures_init (KistEditorPictures *self)
{
}

static void
add_action (KistEditorPictures *self, const char *name, const char *type, GCallback activate)
{
  g_autoptr (GVariantType) parameter = type ? g_variant_type_new (type) : NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, parameter);

  g_signal_connect_object (action, "activate", activate, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/**
 * kist_editor_pictures_add:
 * @page: an editor's page
 * @services: the services
 * @entry: the id of its entry
 * @view: its text
 *
 * Gives @page the actions above.
 */
void
kist_editor_pictures_add (GtkWidget *page, KistServices *services, const char *entry, KistWritingView *view)
{
  g_autoptr (KistEditorPictures) self = g_object_new (KIST_TYPE_EDITOR_PICTURES, NULL);

  g_return_if_fail (GTK_IS_WIDGET (page) && KIST_IS_SERVICES (services) && entry != NULL);

  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->view, view);
  self->services = g_object_ref (services);
  self->entry = g_strdup (entry);
  add_action (self, "insert", NULL, G_CALLBACK (insert_cb));
  add_action (self, "take", "s", G_CALLBACK (take_cb));
  add_action (self, "paste", NULL, G_CALLBACK (paste_cb));
  gtk_widget_insert_action_group (page, "picture", G_ACTION_GROUP (self));
}

/**
 * kist_editor_pictures_paste:
 * @view: a text that is pasted into
 *
 * Takes what is on the clipboard when that is a picture and no text; a cell of a table, which programs copy as both, is
 * text.
 *
 * Returns: whether it was
 */
gboolean
kist_editor_pictures_paste (GtkWidget *view)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (view);
  g_autoptr (GdkContentFormats) formats =
      gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE) &&
         !gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) &&
         gtk_widget_activate_action (view, "picture.paste", NULL);
}
