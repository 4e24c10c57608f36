#include "kist-link-row.h"

#include <glib/gi18n.h>

struct _KistLinkRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (KistLinkRow, kist_link_row, ADW_TYPE_ACTION_ROW)

static void
kist_link_row_class_init (KistLinkRowClass *klass)
{
}

static void
kist_link_row_init (KistLinkRow *self)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  /* The row would be labelled by its title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

/**
 * kist_link_row_new:
 * @title: its first line
 * @subtitle: its second line, perhaps empty
 * @action: the action it leads to, "win.open-thing"
 * @target: (transfer floating): the action's parameter
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
kist_link_row_new (const char *title, const char *subtitle, const char *action, GVariant *target)
{
  KistLinkRow *self = g_object_new (KIST_TYPE_LINK_ROW, "title", title, NULL);

  kist_link_row_set_subtitle (self, subtitle);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  return GTK_WIDGET (self);
}

/**
 * kist_link_row_set_subtitle:
 * @self: a row
 * @subtitle: its second line, perhaps empty
 */
void
kist_link_row_set_subtitle (KistLinkRow *self, const char *subtitle)
{
  const char      *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *name = NULL;

  g_return_if_fail (KIST_IS_LINK_ROW (self));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  /* Translators: what a screen reader says of a row: its first line, its second line */
  name = *subtitle ? g_strdup_printf (_ ("%s, %s"), title, subtitle) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
