#include "kist-config.h"

#include "kist-runs-page.h"

#include <glib/gi18n.h>

#include "kist-played-run.h"

struct _KistRunsPage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */
  KistStep     *step;     /* (owned) */
  GPtrArray    *rows;     /* (element-type GtkWidget) (unowned) */
  unsigned      n_events; /* that rows say */

  AdwWindowTitle      *window_title;
  GtkStack            *stack;
  AdwPreferencesGroup *runs;
};

G_DEFINE_FINAL_TYPE (KistRunsPage, kist_runs_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_button (GtkWidget *buttons, const char *label, const char *title, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  /* All these buttons have the same name; which run it is comes after it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
}

static void
add_run (KistRunsPage *self, const KistPlayedRun *run, unsigned n_comparable)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *buttons = adw_wrap_box_new (); /* where it is narrow, one below the other */
  g_autofree char *title = kist_played_run_dup_title (run, kist_services_get_clock (self->services));
  g_autofree char *state = kist_played_run_dup_state (run);
  g_autofree char *subtitle =
      run->run ? g_strdup (state)
               : g_strdup_printf ("%s\n%s", state, _ ("The scenario has changed since: it can no longer be compared"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (run->run)
    {
      g_autofree char *choices = kist_run_dup_choices (run->run);

      add_button (buttons, _ ("Map"), title, "win.open-map",
                  g_variant_new ("(sss)", kist_thing_get_key (self->thing), kist_step_get_id (self->step), choices));
    }
  if (n_comparable > 1 && kist_played_run_can_compare (run))
    add_button (buttons, _ ("Compare"), title, "win.open-comparison",
                g_variant_new ("(ssss)", kist_thing_get_key (self->thing), kist_step_get_id (self->step), run->id, ""));
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);
  adw_preferences_group_add (self->runs, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (KistRunsPage *self)
{
  g_autoptr (GPtrArray) runs = kist_played_runs_of (self->services, self->thing, self->step);
  unsigned n_comparable = 0;

  self->n_events = kist_services_get_events (self->services)->len;
  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->runs, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (unsigned i = 0; i < runs->len; i++)
    n_comparable += kist_played_run_can_compare (g_ptr_array_index (runs, i)) ? 1 : 0;
  for (unsigned i = runs->len; i > 0; i--)
    add_run (self, g_ptr_array_index (runs, i - 1), n_comparable);
  gtk_stack_set_visible_child_name (self->stack, runs->len > 0 ? "runs" : "empty");
}

static void
kist_runs_page_showing (AdwNavigationPage *page)
{
  KistRunsPage *self = KIST_RUNS_PAGE (page);

  if (kist_services_get_events (self->services)->len != self->n_events)
    update (self);
  ADW_NAVIGATION_PAGE_CLASS (kist_runs_page_parent_class)->showing (page);
}

static void
kist_runs_page_dispose (GObject *object)
{
  KistRunsPage *self = KIST_RUNS_PAGE (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_RUNS_PAGE);
  G_OBJECT_CLASS (kist_runs_page_parent_class)->dispose (object);
}

static void
kist_runs_page_class_init (KistRunsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_runs_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = kist_runs_page_showing;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/runs/kist-runs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistRunsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KistRunsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistRunsPage, runs);
}

static void
kist_runs_page_init (KistRunsPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_runs_page_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it
 *
 * Returns: (transfer floating) (nullable): the page, or %NULL when the step has no scenario that can be used
 */
AdwNavigationPage *
kist_runs_page_new (KistServices *services, KistThing *thing, KistStep *step)
{
  KistRunsPage *self;

  if (!kist_library_lookup_scenario (kist_services_get_library (services), thing, step))
    return NULL;

  self = g_object_new (KIST_TYPE_RUNS_PAGE, NULL);
  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  adw_window_title_set_subtitle (self->window_title, kist_step_get_title (step));
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
