#include "kist-config.h"

#include "kist-comparison-page.h"

#include "kist-comparison-column.h"
#include "kist-fork.h"
#include "ui/practise/ending/kist-decision-row.h"
#include "ui/practise/runs/kist-played-run.h"

struct _KistComparisonPage
{
  AdwNavigationPage parent_instance;

  KistServices  *services; /* (owned) */
  GPtrArray     *runs;     /* (element-type KistPlayedRun) (owned) */
  KistPlayedRun *run;      /* (unowned) in runs */
  GPtrArray     *choices;  /* (element-type KistPlayedRun) (unowned) in runs: in the order of the chooser */

  AdwWindowTitle *window_title;
  GtkLabel       *title;
  GtkLabel       *summary;
  AdwComboRow    *others;
  GtkWidget      *chooser;
  GtkWidget      *common;
  GtkBox         *common_story;
  GtkWidget      *parting;
  GtkLabel       *passage;
  GtkBox         *columns;
};

G_DEFINE_FINAL_TYPE (KistComparisonPage, kist_comparison_page, ADW_TYPE_NAVIGATION_PAGE)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

static void
add_column (KistComparisonPage *self, const KistComparison *comparison, unsigned index, const KistPlayedRun *run)
{
  g_autofree char *title = kist_played_run_dup_title (run, kist_services_get_clock (self->services));

  gtk_box_append (self->columns, kist_comparison_column_new (&comparison->sides[index], title, comparison->limit));
}

static void
show_comparison (KistComparisonPage *self, const KistPlayedRun *other)
{
  g_autoptr (KistComparison) comparison = kist_comparison_new (self->run->run, other->run);

  gtk_label_set_text (self->summary, comparison->summary);
  clear (self->common_story);
  kist_decision_rows_fill (self->common_story, comparison->common, TRUE, FALSE);
  gtk_widget_set_visible (self->common, comparison->common->len > 0);
  gtk_label_set_text (self->passage, comparison->parting ? comparison->parting : "");
  gtk_widget_set_visible (self->parting, comparison->parting != NULL);
  clear (self->columns);
  add_column (self, comparison, 0, self->run);
  add_column (self, comparison, 1, other);
}

static void
other_selected_cb (KistComparisonPage *self)
{
  unsigned selected = adw_combo_row_get_selected (self->others);

  if (!self->choices || selected >= self->choices->len)
    return;
  show_comparison (self, g_ptr_array_index (self->choices, selected));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->summary),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The last first; every run but the one itself. */
static void
fill_chooser (KistComparisonPage *self, const KistPlayedRun *other)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  unsigned selected = 0;

  for (unsigned i = self->runs->len; i > 0; i--)
    {
      KistPlayedRun   *run = g_ptr_array_index (self->runs, i - 1);
      g_autofree char *title = NULL;
      g_autofree char *state = NULL;
      g_autofree char *name = NULL;

      if (run == self->run || !kist_played_run_can_compare (run))
        continue;
      title = kist_played_run_dup_title (run, kist_services_get_clock (self->services));
      state = kist_played_run_dup_state (run);
      name = g_strdup_printf ("%s · %s", title, state);
      gtk_string_list_append (names, name);
      if (run == other)
        selected = self->choices->len;
      g_ptr_array_add (self->choices, run);
    }
  adw_combo_row_set_model (self->others, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->others, selected);
  gtk_widget_set_visible (self->chooser, self->choices->len > 1);
}

static void
kist_comparison_page_dispose (GObject *object)
{
  KistComparisonPage *self = KIST_COMPARISON_PAGE (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_COMPARISON_PAGE);
  G_OBJECT_CLASS (kist_comparison_page_parent_class)->dispose (object);
}

static void
kist_comparison_page_class_init (KistComparisonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_comparison_page_dispose;

  g_type_ensure (KIST_TYPE_FORK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/compare/kist-comparison-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, title);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, summary);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, others);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, common);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, common_story);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, parting);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, passage);
  gtk_widget_class_bind_template_child (widget_class, KistComparisonPage, columns);
  gtk_widget_class_bind_template_callback (widget_class, other_selected_cb);
}

static void
kist_comparison_page_init (KistComparisonPage *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_comparison_page_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it
 * @run: the id of a run
 * @other: the id of the run to compare it with, or "" for the last one that ended
 *
 * Returns: (transfer floating) (nullable): the page, or %NULL when one of the runs is not there, has not ended, or
 *   cannot be played again because the scenario has changed
 */
AdwNavigationPage *
kist_comparison_page_new (KistServices *services, KistThing *thing, KistStep *step, const char *run, const char *other)
{
  KistScenario *scenario = kist_library_lookup_scenario (kist_services_get_library (services), thing, step);
  g_autoptr (GPtrArray) runs = scenario ? kist_played_runs_of (services, thing, step) : NULL;
  KistPlayedRun      *a = runs ? kist_played_runs_lookup (runs, run) : NULL;
  KistPlayedRun      *b = NULL;
  KistComparisonPage *self;

  if (a && *other)
    b = kist_played_runs_lookup (runs, other);
  else if (a)
    b = kist_played_runs_find_other (runs, run);
  if (!a || !b || a == b || !kist_played_run_can_compare (a) || !kist_played_run_can_compare (b))
    return NULL;

  self = g_object_new (KIST_TYPE_COMPARISON_PAGE, NULL);
  self->services = g_object_ref (services);
  self->runs = g_steal_pointer (&runs);
  self->run = a;
  adw_window_title_set_subtitle (self->window_title, kist_step_get_title (step));
  gtk_label_set_text (self->title, kist_scenario_get_title (scenario));
  fill_chooser (self, b);
  if (!gtk_widget_get_first_child (GTK_WIDGET (self->columns)))
    show_comparison (self, b);
  return ADW_NAVIGATION_PAGE (self);
}
