#include "kist-config.h"

#include "kist-conflict-group.h"

#include <glib/gi18n.h>

#include "ui/badges/kist-badge-rules.h"

struct _KistConflictGroup
{
  AdwPreferencesGroup parent_instance;

  KistServices            *services; /* (owned) */
  KistBadge               *badge;    /* (owned) */
  const KistBadgeConflict *conflict; /* (unowned) the badge's */
  GPtrArray               *checks;   /* (element-type GtkCheckButton) (unowned) one for each rule, and one for none */
};

G_DEFINE_FINAL_TYPE (KistConflictGroup, kist_conflict_group, ADW_TYPE_PREFERENCES_GROUP)

static void
check_toggled_cb (KistConflictGroup *self, GtkCheckButton *check)
{
  unsigned                 index = 0;
  const KistPublishedRule *rule;
  g_autofree char         *item = NULL;

  if (!gtk_check_button_get_active (check) || !g_ptr_array_find (self->checks, check, &index))
    return;
  rule = index < self->conflict->rules->len ? g_ptr_array_index (self->conflict->rules, index) : NULL;
  item = g_strdup_printf ("%s/%s", kist_badge_get_id (self->badge), self->conflict->id);
  kist_services_note (self->services, KIST_VERB_FOLLOWED, item, 0, rule ? rule->id : NULL);
}

static char *
dup_source (KistConflictGroup *self, unsigned index)
{
  const KistPublishedRule *rule = g_ptr_array_index (self->conflict->rules, index);
  g_autofree char         *month = rule->seen ? kist_badge_rules_dup_month (rule->seen) : NULL;
  g_autoptr (GString) text = g_string_new (rule->address);

  if (rule->address && month)
    g_string_append_printf (text, ", %s", month);
  if (self->conflict->followed == (int)index)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", _ ("Kist counts by this one."));
  return g_strdup (text->str);
}

static void
add_row (KistConflictGroup *self, const char *title, const char *subtitle, gboolean is_noted)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_noted);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle ? subtitle : "", -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
kist_conflict_group_dispose (GObject *object)
{
  KistConflictGroup *self = KIST_CONFLICT_GROUP (object);

  g_clear_object (&self->services);
  g_clear_object (&self->badge);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_conflict_group_parent_class)->dispose (object);
}

static void
kist_conflict_group_class_init (KistConflictGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_conflict_group_dispose;
}

static void
kist_conflict_group_init (KistConflictGroup *self)
{
  self->checks = g_ptr_array_new ();
}

/**
 * kist_conflict_group_new:
 * @services: the services
 * @badge: a badge
 * @conflict: one of its conflicts
 *
 * Returns: (transfer floating): a group with a row for each rule
 */
GtkWidget *
kist_conflict_group_new (KistServices *services, KistBadge *badge, const KistBadgeConflict *conflict)
{
  KistConflictGroup *self = g_object_new (KIST_TYPE_CONFLICT_GROUP, NULL);
  const char        *noted =
      kist_badge_notes_get_followed (kist_services_get_badge_notes (services), kist_badge_get_id (badge), conflict->id);
  gboolean is_known = FALSE;
  /* Translators: %s is what published rules disagree about, "Number of words" */
  g_autofree char *title = g_strdup_printf (_ ("Published Rules Disagree: %s"), conflict->about);

  self->services = g_object_ref (services);
  self->badge = g_object_ref (badge);
  self->conflict = conflict;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _ ("Note which one you followed."));
  for (unsigned i = 0; i < conflict->rules->len; i++)
    {
      const KistPublishedRule *rule = g_ptr_array_index (conflict->rules, i);
      g_autofree char         *source = dup_source (self, i);
      gboolean                 is_noted = g_strcmp0 (noted, rule->id) == 0;

      add_row (self, rule->says, source, is_noted);
      is_known |= is_noted;
    }
  add_row (self, _ ("Not Noted Yet"), NULL, !is_known);
  return GTK_WIDGET (self);
}
