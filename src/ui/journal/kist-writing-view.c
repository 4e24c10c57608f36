#include "kist-config.h"

#include "kist-writing-view.h"

#include <adwaita.h>
#include <libspelling.h>

#include "base/kist-text.h"
#include "ui/journal/pictures/kist-editor-pictures.h"
#include "ui/journal/writing/kist-rich-paste.h"

#define DICTIONARY "en_GB"
/* A paragraph over this many characters is highlighted too slowly to type in: measured, 123 KB cost 0.7 s a key. */
#define LONGEST_HIGHLIGHTED 8192
/* How many frames the caret has to stay in sight, and how often it is brought there. */
#define STILL_FRAMES 5
#define MOST_SCROLLS 60

struct _KistWritingView
{
  GtkSourceView parent_instance;

  GtkSourceBuffer           *buffer;    /* (owned) */
  SpellingTextBufferAdapter *adapter;   /* (owned) (nullable) without a dictionary */
  unsigned                   n_still;   /* frames that the caret was in sight */
  unsigned                   n_scrolls; /* since it was asked for */
};

G_DEFINE_FINAL_TYPE (KistWritingView, kist_writing_view, GTK_SOURCE_TYPE_VIEW)

static void
follow_style_cb (KistWritingView *self)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  gboolean                     is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleScheme        *scheme =
      gtk_source_style_scheme_manager_get_scheme (manager, is_dark ? "kist-dark" : "kist-light");

  gtk_source_buffer_set_style_scheme (self->buffer, scheme);
}

static void
changed_cb (KistWritingView *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  if (gtk_text_iter_get_chars_in_line (&iter) > LONGEST_HIGHLIGHTED)
    gtk_source_buffer_set_highlight_syntax (self->buffer, FALSE);
}

/* What comes from elsewhere, pasted or dropped, may end its lines with a carriage return, which would be a mark of its
 * own in every count and every copy. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *place, const char *text, int length)
{
  g_autofree char *clean = NULL;

  if (!memchr (text, '\r', (gsize)length))
    return;
  clean = kist_text_normalise (text, (gsize)length, NULL); /* a buffer is given UTF-8 only */
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, place, clean, -1);
}

static gboolean
has_long_paragraph (const char *text)
{
  for (const char *line = text; line; line = strchr (line, '\n'))
    {
      const char *end;

      line += *line == '\n';
      end = strchrnul (line, '\n');
      if (end - line > LONGEST_HIGHLIGHTED)
        return TRUE;
      if (!*end)
        break;
      line = end;
    }
  return FALSE;
}

/* Whether a character of UTF-8 begins here, or the text ends. */
static gboolean
is_boundary (const char *at)
{
  return ((guchar)*at & 0xc0) != 0x80;
}

static void
add_spelling (KistWritingView *self)
{
  SpellingProvider *provider = spelling_provider_get_default ();
  g_autoptr (SpellingChecker) checker = NULL;

  if (!spelling_provider_supports_language (provider, DICTIONARY))
    return;

  checker = spelling_checker_new (provider, DICTIONARY);
  self->adapter = spelling_text_buffer_adapter_new (self->buffer, checker);
  spelling_text_buffer_adapter_set_enabled (self->adapter, TRUE);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), spelling_text_buffer_adapter_get_menu_model (self->adapter));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", G_ACTION_GROUP (self->adapter));
}

static gboolean
is_caret_in_sight (KistWritingView *self)
{
  GdkRectangle caret, seen;

  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self), NULL, &caret, NULL);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  return caret.y >= seen.y && caret.y + caret.height <= seen.y + seen.height;
}

/* A long text is laid out over several frames, and what is above the caret may grow meanwhile: it is done when nothing
 * moved the caret away for some frames. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  KistWritingView *self = KIST_WRITING_VIEW (widget);

  /* Without a height there is no place to scroll to. */
  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (is_caret_in_sight (self))
    return ++self->n_still >= STILL_FRAMES ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
  self->n_still = 0;
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)), 0.1,
                                FALSE, 0, 0);
  return ++self->n_scrolls >= MOST_SCROLLS ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
kist_writing_view_dispose (GObject *object)
{
  KistWritingView *self = KIST_WRITING_VIEW (object);

  /* It would go on checking after the text is gone. */
  if (self->adapter)
    {
      spelling_text_buffer_adapter_set_enabled (self->adapter, FALSE);
      gtk_widget_insert_action_group (GTK_WIDGET (self), "spelling", NULL);
    }
  g_clear_object (&self->adapter);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (kist_writing_view_parent_class)->dispose (object);
}

static void
kist_writing_view_paste_clipboard (GtkTextView *view)
{
  if (!kist_editor_pictures_paste (GTK_WIDGET (view)) && !kist_rich_paste (view))
    GTK_TEXT_VIEW_CLASS (kist_writing_view_parent_class)->paste_clipboard (view);
}

static void
paste_plain_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GTK_TEXT_VIEW_CLASS (kist_writing_view_parent_class)->paste_clipboard (GTK_TEXT_VIEW (widget));
}

static void
kist_writing_view_class_init (KistWritingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_writing_view_dispose;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = kist_writing_view_paste_clipboard;
  gtk_source_style_scheme_manager_append_search_path (gtk_source_style_scheme_manager_get_default (),
                                                      "resource://" KIST_RESOURCE_PATH "/styles/");

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "writing.paste-plain", NULL, paste_plain_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "writing.paste-plain", NULL);
  /* After GtkTextView's own, which is off when there is nothing to undo: the page knows of more. */
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_z, GDK_CONTROL_MASK, "history.undo", NULL);
}

static void
kist_writing_view_init (KistWritingView *self)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();

  self->buffer = gtk_source_buffer_new_with_language (gtk_source_language_manager_get_language (manager, "markdown"));
  g_signal_connect (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), NULL);
  /* All of a sitting, word by word: below it lie the versions of earlier ones, and nothing is to be missing between. */
  gtk_text_buffer_set_max_undo_levels (GTK_TEXT_BUFFER (self->buffer), 0);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), GTK_TEXT_BUFFER (self->buffer));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), 4);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), 4);
  add_spelling (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (follow_style_cb), self,
                           G_CONNECT_SWAPPED);
  follow_style_cb (self);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kist_writing_view_get_buffer:
 * @self: a view
 *
 * Returns: (transfer none): its buffer
 */
GtkTextBuffer *
kist_writing_view_get_buffer (KistWritingView *self)
{
  return GTK_TEXT_BUFFER (self->buffer);
}

/**
 * kist_writing_view_dup_text:
 * @self: a view
 *
 * Returns: (transfer full): the text as it is now
 */
char *
kist_writing_view_dup_text (KistWritingView *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, FALSE);
}

/**
 * kist_writing_view_set_text:
 * @self: a view
 * @text: the text to begin with; it cannot be undone
 */
void
kist_writing_view_set_text (KistWritingView *self, const char *text)
{
  gtk_source_buffer_set_highlight_syntax (self->buffer, !has_long_paragraph (text));
  gtk_text_buffer_begin_irreversible_action (GTK_TEXT_BUFFER (self->buffer));
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->buffer), text, -1);
  gtk_text_buffer_end_irreversible_action (GTK_TEXT_BUFFER (self->buffer));
}

/**
 * kist_writing_view_replace_text:
 * @self: a view
 * @text: another text, as one edit that can be undone
 *
 * Only what differs is touched, so that marks and the caret elsewhere stay where they are.
 */
void
kist_writing_view_replace_text (KistWritingView *self, const char *text)
{
  GtkTextBuffer   *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autofree char *present = kist_writing_view_dup_text (self);
  gsize            same = 0, n_present = strlen (present), n_text = strlen (text);
  GtkTextIter      start;
  GtkTextIter      end;

  while (same < n_present && present[same] == text[same])
    same++;
  while (same > 0 && (!is_boundary (present + same) || !is_boundary (text + same)))
    same--;
  while (n_present > same && n_text > same && present[n_present - 1] == text[n_text - 1])
    {
      n_present--;
      n_text--;
    }
  while (!is_boundary (present + n_present) || !is_boundary (text + n_text))
    {
      n_present++;
      n_text++;
    }
  if (n_present == same && n_text == same)
    return;
  /* gtk_text_buffer_set_text() would forget what can be undone. */
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)g_utf8_pointer_to_offset (present, present + same));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)g_utf8_pointer_to_offset (present, present + n_present));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text + same, (int)(n_text - same));
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * kist_writing_view_append:
 * @self: a view
 * @text: what to put behind the text, as one edit that can be undone
 */
void
kist_writing_view_append (KistWritingView *self, const char *text)
{
  GtkTextIter end;

  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self->buffer));
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self->buffer), &end);
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (self->buffer), &end, text, -1);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self->buffer));
}

/**
 * kist_writing_view_has_dictionary:
 * @self: a view
 *
 * Returns: whether spelling is checked: whether a British English dictionary is installed
 */
gboolean
kist_writing_view_has_dictionary (KistWritingView *self)
{
  return self->adapter != NULL;
}

/**
 * kist_writing_view_get_caret:
 * @self: a view
 *
 * Returns: where the caret is, in characters
 */
int
kist_writing_view_get_caret (KistWritingView *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter,
                                    gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  return gtk_text_iter_get_offset (&iter);
}

/**
 * kist_writing_view_set_caret:
 * @self: a view
 * @offset: where to put the caret, in characters; beyond the text means its end
 *
 * Puts the caret there and brings it into sight once the text is laid out.
 */
void
kist_writing_view_set_caret (KistWritingView *self, int offset)
{
  kist_writing_view_select (self, offset, 0);
}

/**
 * kist_writing_view_select:
 * @self: a view
 * @offset: where to put the caret, in characters; beyond the text means its end
 * @length: how many characters to select from there on
 *
 * Puts the caret there and brings it into sight once the text is laid out.
 */
void
kist_writing_view_select (KistWritingView *self, int offset, int length)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &start, offset);
  end = start;
  gtk_text_iter_forward_chars (&end, length);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  self->n_still = self->n_scrolls = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}
