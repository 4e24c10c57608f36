#include "kist-config.h"

#include "kist-badge-row.h"

#include <glib/gi18n.h>

#include "ui/badges/kist-badge-wording.h"
#include "ui/widgets/kist-ring.h"

struct _KistBadgeRow
{
  AdwActionRow parent_instance;

  KistBadge *badge; /* (owned) */

  KistRing *ring;
};

G_DEFINE_FINAL_TYPE (KistBadgeRow, kist_badge_row, ADW_TYPE_ACTION_ROW)

static void
kist_badge_row_dispose (GObject *object)
{
  KistBadgeRow *self = KIST_BADGE_ROW (object);

  g_clear_object (&self->badge);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_BADGE_ROW);
  G_OBJECT_CLASS (kist_badge_row_parent_class)->dispose (object);
}

static void
kist_badge_row_class_init (KistBadgeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_badge_row_dispose;

  g_type_ensure (KIST_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/badges/kist-badge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistBadgeRow, ring);
}

static void
kist_badge_row_init (KistBadgeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The row would be labelled by its title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

/**
 * kist_badge_row_new:
 * @badge: a badge
 *
 * Returns: (transfer floating): a row that says nothing yet of where someone stands
 */
GtkWidget *
kist_badge_row_new (KistBadge *badge)
{
  KistBadgeRow *self = g_object_new (KIST_TYPE_BADGE_ROW, "title", kist_badge_get_title (badge), NULL);

  self->badge = g_object_ref (badge);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", kist_badge_get_id (badge));
  return GTK_WIDGET (self);
}

/**
 * kist_badge_row_get_badge:
 * @self: a row
 *
 * Returns: (transfer none): the badge it leads to
 */
KistBadge *
kist_badge_row_get_badge (KistBadgeRow *self)
{
  g_return_val_if_fail (KIST_IS_BADGE_ROW (self), NULL);

  return self->badge;
}

/**
 * kist_badge_row_show:
 * @self: a row
 * @library: a library, for the names of other badges
 * @standing: where the person stands with its badge
 */
void
kist_badge_row_show (KistBadgeRow *self, KistLibrary *library, const KistBadgeStanding *standing)
{
  g_autofree char *state = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (KIST_IS_BADGE_ROW (self));

  state = kist_badge_wording_dup_state (library, standing);
  subtitle =
      standing->thing ? g_strdup_printf ("%s · %s", state, kist_thing_get_title (standing->thing)) : g_strdup (state);
  /* Translators: what a screen reader says of a badge's row: its title, where someone stands, the Thing it goes with */
  name = standing->thing ? g_strdup_printf (_ ("%s, %s, goes with %s"), kist_badge_get_title (self->badge), state,
                                            kist_thing_get_title (standing->thing))
                         : g_strdup_printf (_ ("%s, %s"), kist_badge_get_title (self->badge), state);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  kist_ring_set_fraction (self->ring, standing->evidence->readiness->fraction);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
