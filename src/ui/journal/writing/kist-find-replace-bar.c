#include "kist-config.h"

#include "kist-find-replace-bar.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

struct _KistFindReplaceBar
{
  AdwBin parent_instance;

  KistWritingView        *view;    /* (weak) */
  GtkSourceSearchContext *context; /* (owned) (nullable) while closed: it would follow every key */

  GtkSearchBar *bar;
  GtkEditable  *entry;
  GtkLabel     *matches;
  GtkWidget    *replacing;
  GtkEditable  *replacement;
  GtkWidget    *replace_button;
  GtkWidget    *replace_all_button;
};

G_DEFINE_FINAL_TYPE (KistFindReplaceBar, kist_find_replace_bar, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (KistFindReplaceBar *self)
{
  return kist_writing_view_get_buffer (self->view);
}

/* Which match the selection is, and of how many; 0 while it is none, -1 while they are still being counted. */
static void
count (KistFindReplaceBar *self, int *position, int *total)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  *total = gtk_source_search_context_get_occurrences_count (self->context);
  *position = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
}

static void
show_matches (KistFindReplaceBar *self)
{
  const char      *wanted = gtk_editable_get_text (self->entry);
  g_autofree char *text = NULL;
  int              position, total;

  count (self, &position, &total);
  if (total < 0)
    return; /* the buttons stay as they are meanwhile, or the focus would leave them after each replacement */
  gtk_widget_set_sensitive (self->replace_button, total > 0);
  gtk_widget_set_sensitive (self->replace_all_button, total > 0);
  if (total > 0)
    /* Translators: which match of how many is shown */
    text = g_strdup_printf (_ ("%d of %d"), MAX (position, 0), total);
  else
    text = g_strdup (*wanted ? _ ("Not found") : "");
  if (g_str_equal (gtk_label_get_text (self->matches), text))
    return;
  gtk_label_set_text (self->matches, text);
  if (*text)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_match (KistFindReplaceBar *self, const GtkTextIter *start, const GtkTextIter *end)
{
  kist_writing_view_select (self->view, gtk_text_iter_get_offset (start),
                            gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start));
  show_matches (self);
}

/* To the first match from the selection's start (@step 0), after its end (1) or before its start (-1), round the end.
 */
static void
find (KistFindReplaceBar *self, int step)
{
  GtkTextIter start, end, match_start, match_end;
  gboolean    has_wrapped, is_found;

  if (!self->view || !self->context)
    return;
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  if (step < 0)
    is_found = gtk_source_search_context_backward (self->context, &start, &match_start, &match_end, &has_wrapped);
  else
    is_found = gtk_source_search_context_forward (self->context, step > 0 ? &end : &start, &match_start, &match_end,
                                                  &has_wrapped);
  if (is_found)
    show_match (self, &match_start, &match_end);
  else
    show_matches (self);
}

static void
search_changed_cb (KistFindReplaceBar *self)
{
  if (!self->context)
    return;
  gtk_source_search_settings_set_search_text (gtk_source_search_context_get_settings (self->context),
                                              gtk_editable_get_text (self->entry));
  find (self, 0);
}

static void
next_cb (KistFindReplaceBar *self)
{
  find (self, 1);
}

static void
previous_cb (KistFindReplaceBar *self)
{
  find (self, -1);
}

/* The match that is selected; where none is, the next one is shown first, so that nobody changes what they do not see.
 */
static void
replace_cb (KistFindReplaceBar *self)
{
  GtkTextIter start, end;
  int         position, total;

  if (!self->view || !self->context)
    return;
  count (self, &position, &total);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  if (position > 0)
    gtk_source_search_context_replace (self->context, &start, &end, gtk_editable_get_text (self->replacement), -1,
                                       NULL);
  find (self, position > 0 ? 1 : 0);
}

static void
replace_all_cb (KistFindReplaceBar *self)
{
  g_autofree char *said = NULL;
  unsigned         n_replaced;

  if (!self->view || !self->context)
    return;
  n_replaced =
      gtk_source_search_context_replace_all (self->context, gtk_editable_get_text (self->replacement), -1, NULL);
  said = g_strdup_printf (ngettext ("%u place changed", "%u places changed", n_replaced), n_replaced);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", said);
}

/* From any of its widgets: Escape would else close the page. */
static void
close_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_search_bar_set_search_mode (KIST_FIND_REPLACE_BAR (widget)->bar, FALSE);
}

static void
closed_cb (KistFindReplaceBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    return;
  g_clear_object (&self->context);
  if (self->view)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
begin_search (KistFindReplaceBar *self)
{
  g_autoptr (GtkSourceSearchSettings) settings = gtk_source_search_settings_new ();

  if (self->context || !self->view)
    return;
  gtk_source_search_settings_set_wrap_around (settings, TRUE);
  gtk_source_search_settings_set_search_text (settings, gtk_editable_get_text (self->entry));
  self->context = gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)), settings);
  g_signal_connect_object (self->context, "notify::occurrences-count", G_CALLBACK (show_matches), self,
                           G_CONNECT_SWAPPED);
  show_matches (self);
}

static void
kist_find_replace_bar_dispose (GObject *object)
{
  KistFindReplaceBar *self = KIST_FIND_REPLACE_BAR (object);

  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->context);
  /* The bar is a child that the template names: AdwBin must let go of it before the template takes it away. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_FIND_REPLACE_BAR);
  G_OBJECT_CLASS (kist_find_replace_bar_parent_class)->dispose (object);
}

static void
kist_find_replace_bar_class_init (KistFindReplaceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_find_replace_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/writing/kist-find-replace-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KistFindReplaceBar, bar);
  gtk_widget_class_bind_template_child (widget_class, KistFindReplaceBar, entry);
  gtk_widget_class_bind_template_child (widget_class, KistFindReplaceBar, matches);
  gtk_widget_class_bind_template_child (widget_class, KistFindReplaceBar, replacing);
  gtk_widget_class_bind_template_child (widget_class, KistFindReplaceBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, KistFindReplaceBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, KistFindReplaceBar, replace_all_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
  gtk_widget_class_install_action (widget_class, "find-replace.close", NULL, close_action);
}

static void
kist_find_replace_bar_init (KistFindReplaceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kist_find_replace_bar_set_view:
 * @self: the bar
 * @view: the text to find in
 */
void
kist_find_replace_bar_set_view (KistFindReplaceBar *self, KistWritingView *view)
{
  g_return_if_fail (KIST_IS_FIND_REPLACE_BAR (self) && KIST_IS_WRITING_VIEW (view));

  g_set_weak_pointer (&self->view, view);
}

/**
 * kist_find_replace_bar_open:
 * @self: the bar
 * @is_replacing: whether to offer replacing, too
 *
 * Shows the bar and puts the caret into its entry, with the words that are selected in the text, if they are on one
 * line.
 */
void
kist_find_replace_bar_open (KistFindReplaceBar *self, gboolean is_replacing)
{
  GtkTextIter start, end;

  g_return_if_fail (KIST_IS_FIND_REPLACE_BAR (self));

  begin_search (self);
  gtk_widget_set_visible (self->replacing, is_replacing);
  if (self->context && gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    {
      g_autofree char *words = gtk_text_iter_get_text (&start, &end);

      gtk_editable_set_text (self->entry, words);
    }
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
