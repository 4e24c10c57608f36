#include "kist-config.h"

#include "kist-template-view.h"

#include <glib/gi18n.h>
#include <string.h>

#define KEY "template"

struct _KistTemplateView
{
  AdwBin parent_instance;

  GSettings       *settings; /* (owned) */
  KistLibrary     *library;  /* (owned) (nullable) until set up */
  KistWritingView *view;     /* (weak) */

  AdwComboRow *chooser;
  GtkLabel    *summary;
  GtkBox      *parts;
  GtkWidget   *add_button;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static unsigned signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KistTemplateView, kist_template_view, ADW_TYPE_BIN)

/* (nullable) for none, which is the first of the list */
static KistTemplate *
get_template (KistTemplateView *self)
{
  unsigned selected = adw_combo_row_get_selected (self->chooser);

  if (!self->library || selected == 0 || selected > kist_library_get_n_templates (self->library))
    return NULL;
  return kist_library_get_template (self->library, selected - 1);
}

static void
add_label (KistTemplateView *self, const char *text, gboolean is_heading)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0F, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "selectable", FALSE, "accessible-role",
                                   is_heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  if (is_heading)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 6);
    }
  gtk_box_append (self->parts, label);
}

static void
show_template (KistTemplateView *self, KistTemplate *template)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))))
    gtk_box_remove (self->parts, child);
  gtk_label_set_text (self->summary, template ? kist_template_get_summary (template) : "");
  for (unsigned i = 0; template && i < kist_template_get_n_parts (template); i++)
    {
      const KistTemplatePart *part = kist_template_get_part (template, i);

      add_label (self, part->heading, TRUE);
      for (char **prompt = part->prompts; *prompt; prompt++)
        add_label (self, *prompt, FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->summary), template != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), template != NULL);
  gtk_widget_set_visible (self->add_button, template != NULL);
}

static void
selected_cb (KistTemplateView *self)
{
  KistTemplate *template = get_template (self);

  show_template (self, template);
  if (self->library)
    g_settings_set_string (self->settings, KEY, template ? kist_template_get_id (template) : "");
}

/* Behind the draft, and the caret below the first of them. */
static void
add_cb (KistTemplateView *self)
{
  KistTemplate *template = get_template (self);
  g_autofree char *draft = self->view ? kist_writing_view_dup_text (self->view) : NULL;
  g_autofree char *headings = template && draft ? kist_template_dup_headings (template, draft) : NULL;
  const char      *first = headings ? strstr (headings, "## ") : NULL;

  if (!headings)
    return;
  if (!first)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Its headings are all in the text"));
      return;
    }
  kist_writing_view_append (self->view, headings);
  kist_writing_view_set_caret (
      self->view, (int)(g_utf8_strlen (draft, -1) + g_utf8_pointer_to_offset (headings, strstr (first, "\n\n") + 2)));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
kist_template_view_dispose (GObject *object)
{
  KistTemplateView *self = KIST_TEMPLATE_VIEW (object);

  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_TEMPLATE_VIEW);
  G_OBJECT_CLASS (kist_template_view_parent_class)->dispose (object);
}

static void
kist_template_view_class_init (KistTemplateViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_template_view_dispose;

  /**
   * KistTemplateView::chosen:
   *
   * Emitted after headings were put into the text: it is to be seen now.
   */
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/writing/kist-template-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistTemplateView, chooser);
  gtk_widget_class_bind_template_child (widget_class, KistTemplateView, summary);
  gtk_widget_class_bind_template_child (widget_class, KistTemplateView, parts);
  gtk_widget_class_bind_template_child (widget_class, KistTemplateView, add_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
kist_template_view_init (KistTemplateView *self)
{
  self->settings = g_settings_new (KIST_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_template_view_set_up:
 * @self: the view
 * @library: where the templates come from; without any the view hides
 * @view: the text that headings are put into
 */
void
kist_template_view_set_up (KistTemplateView *self, KistLibrary *library, KistWritingView *view)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *last = NULL;
  unsigned         selected = 0;

  g_return_if_fail (KIST_IS_TEMPLATE_VIEW (self) && KIST_IS_LIBRARY (library) && KIST_IS_WRITING_VIEW (view));

  last = g_settings_get_string (self->settings, KEY);
  /* Translators: no prompts beside the draft */
  gtk_string_list_append (titles, _ ("None"));
  for (unsigned i = 0; i < kist_library_get_n_templates (library); i++)
    {
      KistTemplate *template = kist_library_get_template (library, i);

      gtk_string_list_append (titles, kist_template_get_title (template));
      if (g_str_equal (kist_template_get_id (template), last))
        selected = i + 1;
    }
  g_set_weak_pointer (&self->view, view);
  adw_combo_row_set_model (self->chooser, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->chooser, selected);
  g_set_object (&self->library, library);
  show_template (self, get_template (self));
  gtk_widget_set_visible (GTK_WIDGET (self), kist_library_get_n_templates (library) > 0);
}
