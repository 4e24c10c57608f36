#include "kist-outcomes-view.h"

#include <glib/gi18n.h>

#include "kist-run-outcome.h"
#include "ui/widgets/kist-outcome-bar.h"

struct _KistOutcomesView
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (KistOutcomesView, kist_outcomes_view, GTK_TYPE_BOX)

static void
kist_outcomes_view_class_init (KistOutcomesViewClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kist_outcomes_view_init (KistOutcomesView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "kist-outcomes");
}

/**
 * kist_outcomes_view_fill:
 * @self: a view with nothing in it yet
 * @outcomes: (element-type KistRunOutcome): what to show; the view hides when there is nothing
 * @limit: where the bars end on either side; that of all the views whose bars are to be compared
 */
void
kist_outcomes_view_fill (KistOutcomesView *self, GPtrArray *outcomes, gint64 limit)
{
  g_return_if_fail (KIST_IS_OUTCOMES_VIEW (self));
  g_return_if_fail (outcomes != NULL);

  for (unsigned i = 0; i < outcomes->len; i++)
    {
      const KistRunOutcome *outcome = g_ptr_array_index (outcomes, i);
      GtkWidget            *item = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget            *bar = kist_outcome_bar_new (outcome->title);
      GtkWidget            *moves =
          g_object_new (GTK_TYPE_LABEL, "label", outcome->moves ? outcome->moves : _ ("Nothing moved it"), "wrap", TRUE,
                        "xalign", 0.0, NULL);

      kist_outcome_bar_set_value (KIST_OUTCOME_BAR (bar), outcome->value, limit);
      gtk_widget_add_css_class (moves, "caption");
      gtk_widget_add_css_class (moves, "dimmed");
      gtk_widget_add_css_class (moves, "numeric");
      gtk_box_append (GTK_BOX (item), bar);
      gtk_box_append (GTK_BOX (item), moves);
      gtk_box_append (GTK_BOX (self), item);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), outcomes->len > 0);
}
