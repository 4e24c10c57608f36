#include "kist-config.h"

#include "kist-write-card.h"

#include <glib/gi18n.h>

#include "ui/badges/kist-criteria-view.h"
#include "ui/badges/kist-judge.h"

struct _KistWriteCard
{
  AdwBin parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */

  KistCriteriaView *criteria;
  GtkButton        *open;
};

G_DEFINE_FINAL_TYPE (KistWriteCard, kist_write_card, ADW_TYPE_BIN)

static KistEntry *
find_entry (KistWriteCard *self)
{
  return kist_journal_find_for_thing (kist_services_get_journal (self->services), kist_thing_get_key (self->thing));
}

static void
update (KistWriteCard *self)
{
  KistEntry  *entry = find_entry (self);
  const char *id = kist_thing_get_badge (self->thing);
  KistBadge  *badge = id ? kist_library_lookup_badge (kist_services_get_library (self->services), id) : NULL;
  g_autoptr (KistEvidence) evidence =
      badge ? kist_judge_draft (self->services, badge, entry ? kist_entry_get_body (entry) : "") : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->criteria), badge != NULL);
  if (badge)
    kist_criteria_view_show (self->criteria, kist_services_get_library (self->services), evidence);
  gtk_button_set_label (self->open, entry ? _ ("Open Your Draft") : _ ("Start Writing"));
}

static void
open_clicked_cb (KistWriteCard *self)
{
  KistEntry *entry = find_entry (self);

  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "s", kist_entry_get_id (entry));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-entry", "s", kist_thing_get_key (self->thing));
}

static void
kist_write_card_dispose (GObject *object)
{
  KistWriteCard *self = KIST_WRITE_CARD (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_WRITE_CARD);
  G_OBJECT_CLASS (kist_write_card_parent_class)->dispose (object);
}

static void
kist_write_card_class_init (KistWriteCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_write_card_dispose;

  g_type_ensure (KIST_TYPE_CRITERIA_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/reader/kist-write-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KistWriteCard, criteria);
  gtk_widget_class_bind_template_child (widget_class, KistWriteCard, open);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
kist_write_card_init (KistWriteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_write_card_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Write step of it
 *
 * Returns: (transfer floating): a card that follows the draft
 */
GtkWidget *
kist_write_card_new (KistServices *services, KistThing *thing, KistStep *step)
{
  KistWriteCard *self = g_object_new (KIST_TYPE_WRITE_CARD, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  g_signal_connect_object (services, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
