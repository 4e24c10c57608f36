#include "kist-config.h"

#include "kist-decision-row.h"

struct _KistDecisionRow
{
  AdwBin parent_instance;

  GtkLabel  *sentence;
  GtkLabel  *feedback;
  GtkLabel  *hands;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (KistDecisionRow, kist_decision_row, ADW_TYPE_BIN)

static void
kist_decision_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_DECISION_ROW);
  G_OBJECT_CLASS (kist_decision_row_parent_class)->dispose (object);
}

static void
kist_decision_row_class_init (KistDecisionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_decision_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/ending/kist-decision-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistDecisionRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, KistDecisionRow, feedback);
  gtk_widget_class_bind_template_child (widget_class, KistDecisionRow, hands);
  gtk_widget_class_bind_template_child (widget_class, KistDecisionRow, back);
}

static void
kist_decision_row_init (KistDecisionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_decision_row_new:
 * @decision: a decision
 * @is_first: whether the story begins with it
 * @can_go_back: whether there is a button that goes back to it
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
kist_decision_row_new (const KistDecision *decision, gboolean is_first, gboolean can_go_back)
{
  KistDecisionRow *self = g_object_new (KIST_TYPE_DECISION_ROW, NULL);
  g_autofree char *sentence = kist_trail_dup_sentence (decision, is_first);

  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->feedback, decision->feedback ? decision->feedback : "");
  gtk_widget_set_visible (GTK_WIDGET (self->feedback), decision->feedback != NULL);
  gtk_label_set_text (self->hands, decision->hands ? decision->hands : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hands), decision->hands != NULL);
  gtk_widget_set_visible (self->back, can_go_back);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->back), "u", decision->length);
  /* All these buttons have the same name; which decision it is comes after it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, decision->passage,
                                  -1);
  return GTK_WIDGET (self);
}
