#include "kist-map-list.h"

#include <glib/gi18n.h>

struct _KistMapList
{
  AdwBin parent_instance;

  GHashTable *rows; /* (element-type guint GtkWidget) (owned) the first row of each passage */
};

G_DEFINE_FINAL_TYPE (KistMapList, kist_map_list, ADW_TYPE_BIN)

static void
follow_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_map_list_show_passage (KIST_MAP_LIST (widget), g_variant_get_uint32 (parameter));
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
create_way (const KistMapWayOn *way)
{
  GtkWidget *row = create_row (way->choice, way->way);

  if (way->to < 0)
    return row;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "map-list.follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", (guint32)way->to);
  return row;
}

static GtkWidget *
create_group (KistMapList *self, const KistMapStop *stop)
{
  GtkWidget       *group = adw_preferences_group_new ();
  g_autofree char *name = g_markup_escape_text (stop->name, -1);
  g_autofree char *state = g_markup_escape_text (stop->state, -1);
  GtkWidget       *first = NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), state);
  for (unsigned i = 0; i < stop->ways->len; i++)
    {
      GtkWidget *row = create_way (g_ptr_array_index (stop->ways, i));

      first = first ? first : row;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (!first)
    {
      first = create_row (_ ("The story ends here"), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), first);
    }
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (stop->passage), first);
  return group;
}

static void
kist_map_list_dispose (GObject *object)
{
  KistMapList *self = KIST_MAP_LIST (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  G_OBJECT_CLASS (kist_map_list_parent_class)->dispose (object);
}

static void
kist_map_list_class_init (KistMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_map_list_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "map-list.follow", "u", follow_action);
}

static void
kist_map_list_init (KistMapList *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
}

/**
 * kist_map_list_new:
 * @state: what to show
 *
 * Returns: (transfer floating): it as a list
 */
GtkWidget *
kist_map_list_new (const KistMapState *state)
{
  KistMapList *self = g_object_new (KIST_TYPE_MAP_LIST, NULL);
  GtkWidget   *page = adw_preferences_page_new ();

  for (unsigned i = 0; i < state->stops->len; i++)
    {
      GtkWidget *group = create_group (self, g_ptr_array_index (state->stops, i));

      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_bin_set_child (ADW_BIN (self), page);
  return GTK_WIDGET (self);
}

/**
 * kist_map_list_show_passage:
 * @self: a list
 * @passage: a passage
 *
 * Moves the focus to @passage, if it was found.
 */
void
kist_map_list_show_passage (KistMapList *self, unsigned passage)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (passage));

  if (row)
    gtk_widget_grab_focus (row);
}
