#include "kist-config.h"

#include "kist-thing-row.h"

#include <glib/gi18n.h>

#include "ui/kist-wording.h"
#include "ui/widgets/kist-ring.h"

struct _KistThingRow
{
  AdwActionRow parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */

  KistRing *ring;
};

G_DEFINE_FINAL_TYPE (KistThingRow, kist_thing_row, ADW_TYPE_ACTION_ROW)

static void
update (KistThingRow *self)
{
  KistCompletion   completion = kist_completion_of_thing (kist_services_get_library (self->services),
                                                          kist_services_get_progress (self->services), self->thing);
  g_autofree char *state = kist_wording_dup_thing_state (&completion);
  g_autofree char *minutes = kist_wording_dup_minutes (kist_thing_get_minutes (self->thing));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", minutes, state);
  g_autofree char *name = g_strdup_printf ("%s, %s", kist_thing_get_title (self->thing), state);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  kist_ring_set_fraction (self->ring, completion.total > 0 ? (double)completion.done / completion.total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
kist_thing_row_activate (AdwActionRow *row)
{
  KistThingRow *self = KIST_THING_ROW (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-thing", "s", kist_thing_get_key (self->thing));
}

static void
kist_thing_row_dispose (GObject *object)
{
  KistThingRow *self = KIST_THING_ROW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_THING_ROW);
  G_OBJECT_CLASS (kist_thing_row_parent_class)->dispose (object);
}

static void
kist_thing_row_class_init (KistThingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_thing_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = kist_thing_row_activate;

  g_type_ensure (KIST_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/learn/kist-thing-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistThingRow, ring);
}

static void
kist_thing_row_init (KistThingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_thing_row_new:
 * @services: the services
 * @thing: a Thing
 *
 * Returns: (transfer floating): a row that follows what happens
 */
GtkWidget *
kist_thing_row_new (KistServices *services, KistThing *thing)
{
  KistThingRow    *self = g_object_new (KIST_TYPE_THING_ROW, NULL);
  g_autofree char *title = NULL;

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  if (kist_thing_get_number (thing) > 0)
    /* Translators: a Thing's number and title, "5. Social media 1" */
    title = g_strdup_printf (_ ("%u. %s"), kist_thing_get_number (thing), kist_thing_get_title (thing));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title ? title : kist_thing_get_title (thing));
  /* The row would be labelled by its title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (services, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
