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

static GtkWidget *
create_row (const KistDecision *decision, gboolean is_first, gboolean can_go_back)
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

/* Stands for what is not told; the line beside it is broken there. */
static GtkWidget *
create_gap (unsigned n_left_out)
{
  g_autofree char *text = kist_trail_dup_left_out (n_left_out);
  GtkWidget       *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget       *gap = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (gap, "kist-decision");
  gtk_widget_add_css_class (gap, "gap");
  adw_bin_set_child (ADW_BIN (gap), label);
  return gap;
}

/**
 * kist_decision_rows_fill:
 * @story: an empty box
 * @decisions: (element-type KistDecision): decisions
 * @is_beginning: whether the story begins with them
 * @can_go_back: whether it is that of the run that is being played
 *
 * Tells the decisions one below the other, and how many are left out among them.
 */
void
kist_decision_rows_fill (GtkBox *story, GPtrArray *decisions, gboolean is_beginning, gboolean can_go_back)
{
  for (unsigned i = 0; i < decisions->len; i++)
    {
      const KistDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->n_left_out > 0)
        gtk_box_append (story, create_gap (decision->n_left_out));
      gtk_box_append (story, create_row (decision, is_beginning && i == 0, can_go_back));
    }
}
