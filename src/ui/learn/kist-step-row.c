#include "kist-config.h"

#include "kist-step-row.h"

#include <glib/gi18n.h>

#include "ui/kist-wording.h"

struct _KistStepRow
{
  AdwActionRow parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */
  KistStep     *step;     /* (owned) */
  gboolean      names_thing;

  GtkWidget *icon;
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (KistStepRow, kist_step_row, ADW_TYPE_ACTION_ROW)

static void
update (KistStepRow *self)
{
  KistCompletion completion = kist_completion_of_step (
      kist_services_get_library (self->services), kist_services_get_progress (self->services), self->thing, self->step);
  g_autofree char *name = kist_wording_dup_step_name (self->step, &completion);
  g_autofree char *state = kist_wording_dup_step_state (kist_step_get_kind (self->step), &completion);
  g_autofree char *minutes = kist_wording_dup_minutes (kist_step_get_minutes (self->step));
  g_autofree char *subtitle = NULL;

  if (self->names_thing)
    subtitle = g_strdup_printf ("%s · %s", kist_thing_get_title (self->thing), minutes);
  else if (completion.state == KIST_STATE_STARTED)
    subtitle =
        g_strdup_printf ("%s · %s · %s", kist_wording_step_kind (kist_step_get_kind (self->step)), minutes, state);
  else
    subtitle = g_strdup_printf ("%s · %s", kist_wording_step_kind (kist_step_get_kind (self->step)), minutes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (self->done, completion.state == KIST_STATE_DONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
kist_step_row_activate (AdwActionRow *row)
{
  KistStepRow *self = KIST_STEP_ROW (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-step", "(ss)", kist_thing_get_key (self->thing),
                              kist_step_get_id (self->step));
}

static void
kist_step_row_dispose (GObject *object)
{
  KistStepRow *self = KIST_STEP_ROW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_STEP_ROW);
  G_OBJECT_CLASS (kist_step_row_parent_class)->dispose (object);
}

static void
kist_step_row_class_init (KistStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_step_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = kist_step_row_activate;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/learn/kist-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistStepRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KistStepRow, done);
}

static void
kist_step_row_init (KistStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_step_row_new:
 * @services: the services
 * @thing: a Thing
 * @step: a step of it
 * @names_thing: whether to say which Thing it belongs to
 *
 * Returns: (transfer floating): a row that follows what happens
 */
GtkWidget *
kist_step_row_new (KistServices *services, KistThing *thing, KistStep *step, gboolean names_thing)
{
  KistStepRow *self = g_object_new (KIST_TYPE_STEP_ROW, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->names_thing = names_thing;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), kist_step_get_title (step));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), kist_wording_step_icon (kist_step_get_kind (step)));
  /* The row would be labelled by its title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (services, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
