#include "kist-config.h"

#include "kist-journal-page.h"

#include <glib/gi18n.h>

#include "kist-entry-row.h"

struct _KistJournalPage
{
  AdwNavigationPage parent_instance;

  KistServices       *services;     /* (owned) */
  GtkFilterListModel *found;        /* (owned) */
  GtkFilter          *filter;       /* (unowned) of found */
  char              **words;        /* (owned) (nullable) what every entry shown has, folded */
  gboolean            is_searching; /* until the last change of the words was searched for */

  GtkSearchBar *search_bar;
  GtkEditable  *search_entry;
  GtkStack     *stack;
  GtkListView  *list;
};

G_DEFINE_FINAL_TYPE (KistJournalPage, kist_journal_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
matches (gpointer item, gpointer data)
{
  KistJournalPage *self = data;
  KistEntry       *entry = item;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (!self->words || !self->words[0])
    return TRUE;

  text = g_strconcat (kist_entry_get_title (entry), "\n", kist_entry_get_body (entry), NULL);
  folded = g_utf8_casefold (text, -1);
  for (unsigned i = 0; self->words[i]; i++)
    if (*self->words[i] && !strstr (folded, self->words[i]))
      return FALSE;
  return TRUE;
}

static void
show_state (KistJournalPage *self)
{
  GListModel *all = kist_journal_get_entries (kist_services_get_journal (self->services));

  if (g_list_model_get_n_items (all) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 &&
           gtk_filter_list_model_get_pending (self->found) == 0)
    gtk_stack_set_visible_child_name (self->stack, "none-found");
  else
    gtk_stack_set_visible_child_name (self->stack, "entries");
}

static void
searched_cb (KistJournalPage *self)
{
  g_autofree char *found = NULL;
  unsigned         n;

  show_state (self);
  if (!self->is_searching || gtk_filter_list_model_get_pending (self->found) > 0)
    return;

  self->is_searching = FALSE;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  found = g_strdup_printf (ngettext ("%u entry found", "%u entries found", n), n);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), found, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (KistJournalPage *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit (g_strstrip (folded), " ", -1);
  self->is_searching = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  searched_cb (self);
}

static void
setup_cb (KistJournalPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, kist_entry_row_new ());
}

static void
bind_cb (KistJournalPage *self, GtkListItem *item)
{
  KistEntry *entry = gtk_list_item_get_item (item);

  kist_entry_row_show (KIST_ENTRY_ROW (gtk_list_item_get_child (item)), self->services, entry);
  gtk_list_item_set_accessible_label (item,
                                      *kist_entry_get_title (entry) ? kist_entry_get_title (entry) : _ ("Untitled"));
}

static void
entry_activated_cb (KistJournalPage *self, unsigned position)
{
  g_autoptr (KistEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "s", kist_entry_get_id (entry));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistJournalPage *self = KIST_JOURNAL_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
kist_journal_page_dispose (GObject *object)
{
  KistJournalPage *self = KIST_JOURNAL_PAGE (object);

  g_clear_object (&self->services);
  g_clear_object (&self->found);
  g_clear_pointer (&self->words, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_JOURNAL_PAGE);
  G_OBJECT_CLASS (kist_journal_page_parent_class)->dispose (object);
}

static void
kist_journal_page_class_init (KistJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_journal_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/kist-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "journal.find", NULL, find_action);
}

static void
kist_journal_page_init (KistJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
}

/**
 * kist_journal_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_journal_page_new (KistServices *services)
{
  KistJournalPage *self = g_object_new (KIST_TYPE_JOURNAL_PAGE, NULL);
  GListModel      *entries = kist_journal_get_entries (kist_services_get_journal (services));
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->services = g_object_ref (services);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (entries), self->filter);
  /* A long journal is searched a little at a time: typing the next letter never waits for it. */
  gtk_filter_list_model_set_incremental (self->found, TRUE);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found))));
  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (self->found, "notify::pending", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
  return ADW_NAVIGATION_PAGE (self);
}
