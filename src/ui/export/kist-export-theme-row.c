#include "kist-config.h"

#include "kist-export-theme-row.h"

#include <glib/gi18n.h>

#include "kist-export-wording.h"
#include "publish/kist-publish-theme.h"

static gboolean
get_theme_cb (GValue *value, GVariant *variant, gpointer data)
{
  const KistPublishTheme *theme = kist_publish_theme_find (g_variant_get_string (variant, NULL));
  unsigned                index = 0;

  while (theme && kist_publish_theme_get (index) != theme)
    index++;
  g_value_set_uint (value, index);
  return TRUE;
}

static GVariant *
set_theme_cb (const GValue *value, const GVariantType *type, gpointer data)
{
  const KistPublishTheme *theme = kist_publish_theme_get (g_value_get_uint (value));

  return theme ? g_variant_new_string (theme->id) : NULL;
}

/**
 * kist_export_theme_row_new:
 *
 * The same as in the preview: what was seen there is what comes out here.
 *
 * Returns: (transfer floating): an #AdwComboRow with the themes in the order of kist_publish_theme_get()
 */
GtkWidget *
kist_export_theme_row_new (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KIST_APPLICATION_ID);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget  *row = adw_combo_row_new ();
  const char *name;

  for (unsigned i = 0; (name = kist_export_wording_get_theme (i)); i++)
    gtk_string_list_append (names, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Theme"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Of a web page or a website"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, "web-theme", row, "selected", G_SETTINGS_BIND_DEFAULT, get_theme_cb,
                                set_theme_cb, NULL, NULL);
  return row;
}
