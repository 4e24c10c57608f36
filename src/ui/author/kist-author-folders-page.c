#include "kist-config.h"

#include "kist-author-folders-page.h"

#include <glib/gi18n.h>

#include "kist-author-folders.h"
#include "kist-author-rows.h"

struct _KistAuthorFoldersPage
{
  AdwNavigationPage parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) */

  GtkStack            *stack;
  AdwPreferencesGroup *folders;
};

G_DEFINE_FINAL_TYPE (KistAuthorFoldersPage, kist_author_folders_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
new_row (const char *folder)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *forget = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_filename_display_basename (folder);
  g_autofree char *path = g_filename_display_name (folder);
  g_autofree char *shown = kist_author_rows_dup_breakable (path);
  /* Translators: %s is a folder's name; the folder itself stays as it is */
  g_autofree char *tooltip = g_strdup_printf (_ ("Take %s off This List"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-author");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", folder);
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (forget, tooltip);
  gtk_widget_add_css_class (forget, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (forget), "folders.forget");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (forget), "s", folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
  return row;
}

static void
fill (KistAuthorFoldersPage *self)
{
  g_auto (GStrv) folders = kist_author_folders_list ();

  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->folders, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (unsigned i = 0; folders[i]; i++)
    {
      GtkWidget *row = new_row (folders[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->folders, row);
    }
  gtk_stack_set_visible_child_name (self->stack, folders[0] ? "folders" : "none");
}

static void
forget_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_author_folders_forget (g_variant_get_string (parameter, NULL));
  fill (KIST_AUTHOR_FOLDERS_PAGE (widget));
}

static void
kist_author_folders_page_dispose (GObject *object)
{
  KistAuthorFoldersPage *self = KIST_AUTHOR_FOLDERS_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_AUTHOR_FOLDERS_PAGE);
  G_OBJECT_CLASS (kist_author_folders_page_parent_class)->dispose (object);
}

static void
kist_author_folders_page_class_init (KistAuthorFoldersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_author_folders_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/author/kist-author-folders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistAuthorFoldersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistAuthorFoldersPage, folders);
  gtk_widget_class_install_action (widget_class, "folders.forget", "s", forget_action);
}

static void
kist_author_folders_page_init (KistAuthorFoldersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * kist_author_folders_page_new:
 * @services: the services, which it does not need
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_author_folders_page_new (KistServices *services)
{
  KistAuthorFoldersPage *self = g_object_new (KIST_TYPE_AUTHOR_FOLDERS_PAGE, NULL);

  fill (self);
  return ADW_NAVIGATION_PAGE (self);
}
