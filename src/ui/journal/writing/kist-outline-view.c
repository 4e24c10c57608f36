#include "kist-config.h"

#include "kist-outline-view.h"

#include <glib/gi18n.h>

#include "journal/kist-section.h"
#include "ui/kist-wording.h"

/* A moment after the last key, so that no key waits for the words to be counted. */
#define FOLLOW_AFTER_MS 400

/* A row for more would be no way to find anything, and a long list takes long to lay out. */
#define MAX_ROWS 200

struct _KistOutlineView
{
  AdwBin parent_instance;

  KistWritingView *view; /* (weak) */
  GPtrArray       *rows; /* (element-type GtkWidget) (owned): in the expander */
  unsigned         follow_source;

  AdwExpanderRow *row;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static unsigned signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KistOutlineView, kist_outline_view, ADW_TYPE_BIN)

/* @section in characters: where the text below its heading begins. */
static void
add_row (KistOutlineView *self, const KistSection *section, long offset)
{
  g_autofree char *words = kist_wording_dup_words (section->words);
  GtkWidget       *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), section->heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "outline.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", (int)offset);
  gtk_widget_set_margin_start (row, 12 * ((int)section->level - 1));
  adw_expander_row_add_row (self->row, row);
  g_ptr_array_add (self->rows, row);
}

/* (nullable) where the caret is before the first heading */
static const KistSection *
find_section (GPtrArray *sections, const char *text, int caret)
{
  gsize place = g_utf8_offset_to_pointer (text, caret) - text;

  for (unsigned i = sections->len; i > 0; i--)
    {
      const KistSection *section = g_ptr_array_index (sections, i - 1);

      if (section->level > 0 && section->offset <= place)
        return section;
    }
  return NULL;
}

static void
show_part (KistOutlineView *self, GPtrArray *sections, const char *text)
{
  const KistSection *section = find_section (sections, text, kist_writing_view_get_caret (self->view));
  g_autofree char   *words = section ? kist_wording_dup_words (section->words) : NULL;
  g_autofree char   *said = NULL;

  if (section)
    /* Translators: "12 words", and the heading of the part that one writes on */
    said = g_strdup_printf (_ ("%s in “%s”"), words, section->heading);
  else if (self->rows->len == 0)
    said = g_strdup (_ ("A line that begins with ## is a heading"));
  adw_expander_row_set_subtitle (self->row, said ? said : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->row), self->rows->len > 0);
}

static void
follow (KistOutlineView *self)
{
  g_autofree char *text = kist_writing_view_dup_text (self->view);
  g_autoptr (GPtrArray) sections = kist_sections_of (text);
  const char *at = text;
  long        offset = 0;

  for (unsigned i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->row, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (unsigned i = 0; i < sections->len && self->rows->len < MAX_ROWS; i++)
    {
      const KistSection *section = g_ptr_array_index (sections, i);

      offset += g_utf8_pointer_to_offset (at, text + section->offset);
      at = text + section->offset;
      if (section->level > 0)
        add_row (self, section, offset);
    }
  show_part (self, sections, text);
}

static gboolean
follow_cb (gpointer data)
{
  KistOutlineView *self = data;

  self->follow_source = 0;
  if (self->view)
    follow (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KistOutlineView *self)
{
  g_clear_handle_id (&self->follow_source, g_source_remove);
  self->follow_source = g_timeout_add (FOLLOW_AFTER_MS, follow_cb, self);
}

static void
go_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistOutlineView *self = KIST_OUTLINE_VIEW (widget);

  if (!self->view)
    return;
  kist_writing_view_set_caret (self->view, g_variant_get_int32 (parameter));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
kist_outline_view_dispose (GObject *object)
{
  KistOutlineView *self = KIST_OUTLINE_VIEW (object);

  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_OUTLINE_VIEW);
  G_OBJECT_CLASS (kist_outline_view_parent_class)->dispose (object);
}

static void
kist_outline_view_class_init (KistOutlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_outline_view_dispose;

  /**
   * KistOutlineView::chosen:
   *
   * Emitted after the caret was put below a heading: the text is to be seen now.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/writing/kist-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistOutlineView, row);
  gtk_widget_class_install_action (widget_class, "outline.go", "i", go_action);
}

static void
kist_outline_view_init (KistOutlineView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_outline_view_set_view:
 * @self: the view
 * @view: the text, filled
 */
void
kist_outline_view_set_view (KistOutlineView *self, KistWritingView *view)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (KIST_IS_OUTLINE_VIEW (self) && KIST_IS_WRITING_VIEW (view));

  buffer = kist_writing_view_get_buffer (view);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  follow (self);
}
