#include "kist-config.h"

#include "kist-ending-view.h"

#include <glib/gi18n.h>

#include "kist-decision-row.h"
#include "ui/widgets/kist-document-view.h"
#include "ui/widgets/kist-outcome-bar.h"

struct _KistEndingView
{
  AdwBin parent_instance;

  GtkLabel         *title;
  KistDocumentView *text;
  GtkWidget        *outcomes_title;
  GtkBox           *outcomes;
  GtkLabel         *score;
  GtkLabel         *endings;
  GtkWidget        *trail;
  GtkLabel         *left_out;
  GtkListBox       *decisions;
};

G_DEFINE_FINAL_TYPE (KistEndingView, kist_ending_view, ADW_TYPE_BIN)

static void
fill_outcomes (KistEndingView *self, const KistPlayerState *state)
{
  for (unsigned i = 0; i < state->outcomes->len; i++)
    {
      const KistPlayerOutcome *outcome = g_ptr_array_index (state->outcomes, i);
      GtkWidget               *bar = kist_outcome_bar_new (outcome->title);

      kist_outcome_bar_set_value (KIST_OUTCOME_BAR (bar), outcome->value, state->limit);
      gtk_box_append (self->outcomes, bar);
    }
  gtk_widget_set_visible (self->outcomes_title, state->outcomes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->outcomes), state->outcomes->len > 0);
}

static void
fill_trail (KistEndingView *self, const KistPlayerState *state)
{
  for (unsigned i = 0; i < state->trail->len; i++)
    gtk_list_box_append (self->decisions, kist_decision_row_new (g_ptr_array_index (state->trail, i)));
  gtk_widget_set_visible (self->trail, state->trail->len > 0);
  if (state->n_left_out > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("The first decision is left out.", "The first %u decisions are left out.", state->n_left_out),
          state->n_left_out);

      gtk_label_set_text (self->left_out, text);
      gtk_widget_set_visible (GTK_WIDGET (self->left_out), TRUE);
    }
}

static gboolean
kist_ending_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (KIST_ENDING_VIEW (widget)->text), GTK_DIR_TAB_FORWARD);
}

static void
kist_ending_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_ENDING_VIEW);
  G_OBJECT_CLASS (kist_ending_view_parent_class)->dispose (object);
}

static void
kist_ending_view_class_init (KistEndingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_ending_view_dispose;
  widget_class->grab_focus = kist_ending_view_grab_focus;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/kist-ending-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, title);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, text);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, outcomes_title);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, outcomes);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, score);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, endings);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, trail);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, left_out);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, decisions);
}

static void
kist_ending_view_init (KistEndingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_ending_view_new:
 * @state: a state at an ending
 *
 * Returns: (transfer floating): the view; the focus goes to its text
 */
GtkWidget *
kist_ending_view_new (const KistPlayerState *state)
{
  KistEndingView *self = g_object_new (KIST_TYPE_ENDING_VIEW, NULL);

  gtk_label_set_text (self->title, state->title);
  kist_document_view_set_document (self->text, state->text);
  fill_outcomes (self, state);
  gtk_label_set_text (self->score, state->score ? state->score : "");
  gtk_widget_set_visible (GTK_WIDGET (self->score), state->score != NULL);
  gtk_label_set_text (self->endings, state->endings);
  fill_trail (self, state);
  return GTK_WIDGET (self);
}
