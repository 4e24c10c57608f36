#include "kist-config.h"

#include "kist-comparison-column.h"

#include "ui/practise/ending/kist-decision-row.h"
#include "ui/practise/ending/kist-outcomes-view.h"

struct _KistComparisonColumn
{
  AdwBin parent_instance;

  GtkLabel         *title;
  GtkWidget        *chosen;
  GtkLabel         *choice;
  GtkLabel         *feedback;
  GtkBox           *decisions;
  GtkWidget        *ended;
  GtkLabel         *ending;
  KistOutcomesView *outcomes;
};

G_DEFINE_FINAL_TYPE (KistComparisonColumn, kist_comparison_column, ADW_TYPE_BIN)

static void
kist_comparison_column_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_COMPARISON_COLUMN);
  G_OBJECT_CLASS (kist_comparison_column_parent_class)->dispose (object);
}

static void
kist_comparison_column_class_init (KistComparisonColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_comparison_column_dispose;

  g_type_ensure (KIST_TYPE_OUTCOMES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/compare/kist-comparison-column.ui");
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, title);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, chosen);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, choice);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, feedback);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, decisions);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, ended);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, ending);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonColumn, outcomes);
}

static void
kist_comparison_column_init (KistComparisonColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_comparison_column_new:
 * @side: what is one run's own
 * @title: what the run is called
 * @limit: where the bars end on either side
 *
 * Returns: (transfer floating): the column
 */
GtkWidget *
kist_comparison_column_new (const KistComparisonSide *side, const char *title, gint64 limit)
{
  KistComparisonColumn *self = g_object_new (KIST_TYPE_COMPARISON_COLUMN, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->chosen, side->choice != NULL);
  gtk_label_set_text (self->choice, side->choice ? side->choice : "");
  gtk_label_set_text (self->feedback, side->feedback ? side->feedback : "");
  gtk_widget_set_visible (GTK_WIDGET (self->feedback), side->feedback != NULL);
  kist_decision_rows_fill (self->decisions, side->decisions, FALSE, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->decisions), side->decisions->len > 0);
  gtk_label_set_text (self->ending, side->ending ? side->ending : "");
  gtk_widget_set_visible (self->ended, side->ending != NULL);
  kist_outcomes_view_fill (self->outcomes, side->outcomes, limit);
  return GTK_WIDGET (self);
}
