/* The actions of the window, as kist-window.h lists them. */
#include <glib/gi18n.h>

#include "journal/kist-draft.h"
#include "kist-pages.h"
#include "kist-shortcuts-dialog.h"
#include "kist-window-private.h"
#include "ui/author/kist-window-files.h"
#include "ui/author/kist-window-packs.h"
#include "ui/backup/kist-window-backup.h"
#include "ui/blog/kist-window-blogs.h"
#include "ui/preferences/kist-preferences-dialog.h"

static void
push_page (KistWindow *self, AdwNavigationPage *page)
{
  if (!page)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("This is no longer there")));
      return;
    }
  adw_navigation_view_push (self->navigation, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* The pages below and above it stay. */
static void
drop_page (KistWindow *self, AdwNavigationPage *page)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

  for (unsigned i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) other = g_list_model_get_item (stack, i);

      if (other != page)
        g_ptr_array_add (pages, g_steal_pointer (&other));
    }
  kist_window_replace_pages (self, (AdwNavigationPage **)pages->pdata, pages->len);
}

static void
open_section_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_window_open_section (KIST_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* By its tag a page is found again, and made anew when the learning material changes. */
static char *
dup_tag (const char *action, GVariant *parameter)
{
  g_autofree char *printed = parameter ? g_variant_print (parameter, FALSE) : g_strdup ("");

  return g_strdup_printf ("%s %s", action, printed);
}

/* What is already on the stack is gone back to, so that no way leads in circles. */
static gboolean
go_back_to_page (KistWindow *self, const char *tag)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, tag);

  if (page && page != adw_navigation_view_get_visible_page (self->navigation))
    adw_navigation_view_pop_to_page (self->navigation, page);
  if (page)
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  return page != NULL;
}

static AdwNavigationPage *
create_page (KistWindow *self, const char *action, GVariant *parameter, const char *tag)
{
  AdwNavigationPage *page = kist_pages_create (self->services, action, parameter);

  if (page)
    adw_navigation_page_set_tag (page, tag);
  return page;
}

static void
open_page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow        *self = KIST_WINDOW (widget);
  g_autofree char   *tag = dup_tag (action, parameter);
  AdwNavigationPage *page;

  if (!self->services)
    return;

  /* A file may have changed since. */
  page = adw_navigation_view_find_page (self->navigation, tag);
  if (page && (g_str_equal (action, "win.import-file") || g_str_equal (action, "win.open-blog")))
    drop_page (self, page);
  if (!go_back_to_page (self, tag))
    push_page (self, create_page (self, action, parameter, tag));
}

static void
open_step_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow      *self = KIST_WINDOW (widget);
  g_autofree char *tag = dup_tag (action, parameter);
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (AdwNavigationPage) top = NULL;
  AdwNavigationPage *page;
  unsigned           n;

  if (!self->services || go_back_to_page (self, tag))
    return;

  page = create_page (self, action, parameter, tag);
  stack = adw_navigation_view_get_navigation_stack (self->navigation);
  n = g_list_model_get_n_items (stack);
  top = n > 0 ? g_list_model_get_item (stack, n - 1) : NULL;
  /* From step to step one goes sideways: back leads to the Thing and not through every step that was read. */
  if (page && top && kist_pages_is_step (top))
    {
      g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

      for (unsigned i = 0; i + 1 < n; i++)
        g_ptr_array_add (pages, g_list_model_get_item (stack, i));
      g_ptr_array_add (pages, g_object_ref (page));
      kist_window_replace_pages (self, (AdwNavigationPage **)pages->pdata, pages->len);
      return;
    }
  push_page (self, page);
}

/* What was imported is at work on from here: back leads to where one came from, and not to the file. */
static void
open_imported_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow        *self = KIST_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (page && adw_navigation_view_get_previous_page (self->navigation, page))
    drop_page (self, page);
  gtk_widget_activate_action (widget, "win.open-file", "s", g_variant_get_string (parameter, NULL));
}

static void
new_entry_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);
  const char *key = g_variant_get_string (parameter, NULL);
  KistEntry  *entry;

  if (!self->services)
    return;

  entry = kist_pages_create_entry (self->services, key);
  gtk_widget_activate_action (widget, "win.open-entry", "s", kist_entry_get_id (entry));
}

static void
delete_entry_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow      *self = KIST_WINDOW (widget);
  KistJournal     *journal = kist_services_get_journal (self->services);
  KistEntry       *entry = kist_journal_lookup (journal, g_variant_get_string (parameter, NULL));
  AdwToast        *toast;
  g_autofree char *action_name = NULL;

  if (!entry)
    return;

  action_name = g_strdup_printf ("win.undelete-entry::%s", kist_entry_get_id (entry));

  g_hash_table_replace (self->deleted, g_strdup (kist_entry_get_id (entry)), g_object_ref (entry));
  kist_journal_delete (journal, entry);
  kist_draft_record (self->services, entry, TRUE);
  toast = adw_toast_new (_ ("Entry deleted"));
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_detailed_action_name (toast, action_name);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undelete_entry_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  KistEntry  *entry = g_hash_table_lookup (self->deleted, id);

  if (!entry)
    return;

  kist_journal_undelete (kist_services_get_journal (self->services), entry);
  kist_draft_record (self->services, entry, FALSE);
  g_hash_table_remove (self->deleted, id);
}

/* Asked for by a page, which has had the person say so; an entry in the bin was recorded as deleted before. */
static void
erase_entries_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow             *self = KIST_WINDOW (widget);
  KistJournal            *journal = kist_services_get_journal (self->services);
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  for (unsigned i = 0; ids[i]; i++)
    {
      KistEntry *entry = kist_journal_lookup (journal, ids[i]);

      if (entry)
        kist_draft_record (self->services, entry, TRUE);
      g_hash_table_remove (self->deleted, ids[i]);
    }
  kist_journal_erase (journal, ids);
}

static void
show_tag_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow        *self = KIST_WINDOW (widget);
  AdwNavigationPage *page;

  kist_window_open_section (self, "journal");
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (page)
    gtk_widget_activate_action_variant (GTK_WIDGET (page), "journal.show-tag", parameter);
}

static void
open_link_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_pages_ask_about_link (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (KIST_WINDOW (widget)->toasts, toast);
}

static void
retry_saving_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);

  if (self->services)
    kist_saver_retry (kist_services_get_saver (self->services));
}

static void
shortcuts_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (kist_shortcuts_dialog_new (), widget);
}

static void
preferences_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);

  if (self->services)
    adw_dialog_present (kist_preferences_dialog_new (kist_services_get_privacy_book (self->services)), widget);
}

void
kist_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.open-section", "s", open_section_action },
    { "win.open-thing", "s", open_page_action },
    { "win.open-step", "(ss)", open_step_action },
    { "win.open-entry", "s", open_page_action },
    { "win.preview-entry", "s", open_page_action },
    { "win.open-map", "(sss)", open_page_action },
    { "win.open-badge", "s", open_page_action },
    { "win.open-code", "s", open_page_action },
    { "win.new-entry", "s", new_entry_action },
    { "win.delete-entry", "s", delete_entry_action },
    { "win.undelete-entry", "s", undelete_entry_action },
    { "win.erase-entries", "as", erase_entries_action },
    { "win.show-tag", "s", show_tag_action },
    { "win.open-bin", NULL, open_page_action },
    { "win.open-link", "s", open_link_action },
    { "win.retry-saving", NULL, retry_saving_action },
    { "win.toast", "s", toast_action },
    { "win.shortcuts", NULL, shortcuts_action },
    { "win.preferences", NULL, preferences_action },
    { "win.open-author", "s", open_page_action },
    { "win.import-file", "s", open_page_action },
    { "win.open-blog", "s", open_page_action },
    { "win.open-imported", "s", open_imported_action },
    { "win.try-scenario", "(ss)", open_page_action },
    { "win.preview", "(sss)", open_page_action },
    { "win.open-runs", "(ss)", open_page_action },
    { "win.open-group", "(ss)", open_page_action },
    { "win.open-comparison", "(ssss)", open_page_action },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
  kist_window_files_install_actions (widget_class);
  kist_window_packs_install_actions (widget_class);
  kist_window_blogs_install_actions (widget_class);
  kist_window_backup_install_actions (widget_class);
}
