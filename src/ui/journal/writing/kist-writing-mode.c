#include "kist-config.h"

#include "kist-writing-mode.h"

#include <adwaita.h>

/* As much as libadwaita's own dimmed labels, in its ordinary and in its high-contrast style. */
#define DIMMED 0.55F
#define DIMMED_HIGH_CONTRAST 0.9F
/* Half a second; longer than GTK scrolls. */
#define MOST_FRAMES 30

struct _KistWritingMode
{
  GObject parent_instance;

  GSettings       *settings; /* (owned) */
  KistWritingView *view;     /* (weak) */
  GtkTextTag      *dimmed;   /* (owned) */
  GtkTextMark     *start;    /* (owned): of the paragraph that is not dimmed */
  GtkTextMark     *end;      /* (owned) */
  int              margin;   /* below the text, when it is no typewriter */
  gboolean         is_dimming;
  unsigned         tick;     /* while the caret's line is on its way to the middle, else 0 */
  unsigned         n_frames; /* that this may still take */
};

G_DEFINE_FINAL_TYPE (KistWritingMode, kist_writing_mode, G_TYPE_OBJECT)

static gboolean
is_blank_line (const GtkTextIter *line)
{
  GtkTextIter at = *line;

  while (!gtk_text_iter_ends_line (&at))
    {
      if (!g_unichar_isspace (gtk_text_iter_get_char (&at)))
        return FALSE;
      gtk_text_iter_forward_char (&at);
    }
  return TRUE;
}

/* The lines around the caret up to the next blank ones, as Markdown has it. */
static void
get_paragraph (KistWritingMode *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = kist_writing_view_get_buffer (self->view);
  GtkTextIter    line;

  gtk_text_buffer_get_iter_at_mark (buffer, &line, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&line, 0);
  *start = *end = line;
  while (!is_blank_line (start) && gtk_text_iter_backward_line (&line) && !is_blank_line (&line))
    *start = line;
  while (!is_blank_line (end) && gtk_text_iter_forward_line (end))
    ;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

static void
take_colour (KistWritingMode *self)
{
  GdkRGBA colour;

  if (!self->view)
    return;
  gtk_widget_get_color (GTK_WIDGET (self->view), &colour);
  colour.alpha *=
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? DIMMED_HIGH_CONTRAST : DIMMED;
  g_object_set (self->dimmed, "foreground-rgba", &colour, NULL);
}

/* Whether the marks stand round that paragraph already, and all the rest is dimmed. */
static gboolean
is_shown (KistWritingMode *self, GtkTextBuffer *buffer, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter old_start, old_end;

  gtk_text_buffer_get_iter_at_mark (buffer, &old_start, self->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &old_end, self->end);
  return self->is_dimming && gtk_text_iter_equal (&old_start, start) && gtk_text_iter_equal (&old_end, end);
}

static void
dim (KistWritingMode *self)
{
  gboolean       is_wanted = g_settings_get_boolean (self->settings, "focus-mode");
  GtkTextBuffer *buffer;
  GtkTextIter    first, last, start, end;

  if (!self->view || (!is_wanted && !self->is_dimming))
    return;
  buffer = kist_writing_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &first, &last);
  get_paragraph (self, &start, &end);
  if (is_wanted && is_shown (self, buffer, &start, &end))
    return;
  gtk_text_buffer_remove_tag (buffer, self->dimmed, &first, &last);
  self->is_dimming = is_wanted;
  if (!is_wanted)
    return;
  /* Over the colours of the highlighting, whose tags come as they are needed. */
  gtk_text_tag_set_priority (self->dimmed, gtk_text_tag_table_get_size (gtk_text_buffer_get_tag_table (buffer)) - 1);
  gtk_text_buffer_apply_tag (buffer, self->dimmed, &first, &start);
  gtk_text_buffer_apply_tag (buffer, self->dimmed, &end, &last);
  gtk_text_buffer_move_mark (buffer, self->start, &start);
  gtk_text_buffer_move_mark (buffer, self->end, &end);
}

static gboolean
is_typewriter (KistWritingMode *self)
{
  return self->view && g_settings_get_boolean (self->settings, "typewriter-mode");
}

static gboolean
is_in_the_middle (GtkTextView *view)
{
  GdkRectangle caret;
  int          y, height = gtk_widget_get_height (GTK_WIDGET (view));

  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, caret.y, NULL, &y);
  return ABS (y + caret.height / 2 - height / 2) <= caret.height / 2;
}

/* How high the text above is the view only knows some frames later, and what was scrolled too short is not scrolled on
 * by itself. */
static gboolean
centre_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KistWritingMode *self = data;
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));

  if (self->n_frames-- == 0 || (self->n_frames < MOST_FRAMES - 1 && is_in_the_middle (GTK_TEXT_VIEW (widget))))
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (widget), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.5);
  return G_SOURCE_CONTINUE;
}

/* Half a window of room above and below, or the first and the last line could not be in the middle. */
static void
make_room (KistWritingMode *self)
{
  GtkAdjustment *height = self->view ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)) : NULL;
  int            half = height ? (int)gtk_adjustment_get_page_size (height) / 2 : 0;

  if (!self->view)
    return;
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), is_typewriter (self) ? half : 0);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), is_typewriter (self) ? half : self->margin);
}

/* A click may be anywhere: nothing moves then. */
static void
moved_cb (KistWritingMode *self)
{
  if (!is_typewriter (self))
    return;
  self->n_frames = MOST_FRAMES;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), centre_cb, self, NULL);
}

static void
adjustment_cb (KistWritingMode *self)
{
  GtkAdjustment *height = self->view ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)) : NULL;

  if (height)
    g_signal_connect_object (height, "notify::page-size", G_CALLBACK (make_room), self, G_CONNECT_SWAPPED);
  make_room (self);
}

static void
settings_cb (KistWritingMode *self)
{
  dim (self);
  make_room (self);
  moved_cb (self);
}

static void
style_cb (KistWritingMode *self)
{
  take_colour (self);
}

static void
kist_writing_mode_dispose (GObject *object)
{
  KistWritingMode *self = KIST_WRITING_MODE (object);

  if (self->view && self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->settings);
  g_clear_object (&self->dimmed);
  g_clear_object (&self->start);
  g_clear_object (&self->end);
  G_OBJECT_CLASS (kist_writing_mode_parent_class)->dispose (object);
}

static void
kist_writing_mode_class_init (KistWritingModeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_writing_mode_dispose;
}

static void
kist_writing_mode_init (KistWritingMode *self)
{
  self->settings = g_settings_new (KIST_APPLICATION_ID);
}

static void
add_actions (KistWritingMode *self, GtkWidget *page)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  static const char *const keys[] = { "focus-mode", "typewriter-mode" };

  for (unsigned i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (page, "mode", G_ACTION_GROUP (group));
}

/**
 * kist_writing_mode_new:
 * @page: the page, which gets the actions
 * @view: the text, filled or not
 *
 * Returns: (transfer full): the modes of that text, which hold as long as this does
 */
KistWritingMode *
kist_writing_mode_new (GtkWidget *page, KistWritingView *view)
{
  KistWritingMode *self = g_object_new (KIST_TYPE_WRITING_MODE, NULL);
  GtkTextBuffer   *buffer = kist_writing_view_get_buffer (view);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkTextIter      start;

  g_set_weak_pointer (&self->view, view);
  gtk_text_buffer_get_start_iter (buffer, &start);
  self->start = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE));
  self->end = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE));
  self->dimmed = g_object_ref (gtk_text_buffer_create_tag (buffer, NULL, NULL));
  self->margin = gtk_text_view_get_bottom_margin (GTK_TEXT_VIEW (view));
  take_colour (self);
  add_actions (self, page);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (dim), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (dim), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (view, "move-cursor", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_cb), self, G_CONNECT_SWAPPED);
  adjustment_cb (self);
  dim (self);
  return self;
}
