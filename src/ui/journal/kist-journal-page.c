#include "kist-config.h"

#include "kist-journal-page.h"

#include <glib/gi18n.h>

#include "kist-entry-choice.h"
#include "kist-entry-row.h"
#include "store/search/kist-hit.h"
#include "ui/export/kist-export-dialog.h"
#include "ui/journal/kist-editor-place.h"
#include "ui/journal/links/kist-tag-bar.h"
#include "ui/widgets/kist-plain-status.h"

/* More than anyone reads through; who wants others says another word. */
#define MOST_HITS 50

struct _KistJournalPage
{
  AdwNavigationPage parent_instance;

  KistServices    *services;     /* (owned) */
  KistTagScope    *scope;        /* (owned) */
  KistEntryChoice *choice;       /* (owned) */
  GListStore      *hits;         /* (owned) of KistHit: what was found last, the best first */
  GCancellable    *cancellable;  /* (owned) (nullable) of the search under way */
  gboolean         is_searching; /* the list shows what was found */
  gboolean         is_failed;    /* the last search */
  gboolean         is_asked;     /* the search under way, by the person and not because an entry changed */
  gboolean         is_stale;     /* an entry changed behind another page */

  GtkWidget      *bar;
  GtkWidget      *select_bar; /* in its place while entries are being chosen */
  AdwWindowTitle *chosen;
  GtkActionBar   *action_bar;
  GtkSearchBar   *search_bar;
  GtkEditable    *search_entry;
  KistTagBar     *tag_bar;
  GtkMenuButton  *menu_button;
  GMenu          *tag_section; /* of its menu */
  AdwStatusPage  *none_found;
  GtkStack       *stack;
  GtkListView    *list;
  GtkListView    *hit_list;
  GtkLabel       *most;
  AdwStatusPage  *failed;
};

G_DEFINE_FINAL_TYPE (KistJournalPage, kist_journal_page, ADW_TYPE_NAVIGATION_PAGE)

static GListModel *
get_entries (KistJournalPage *self)
{
  return kist_journal_get_entries (kist_services_get_journal (self->services));
}

static void
show_choice (KistJournalPage *self)
{
  gboolean is_choosing = kist_entry_choice_is_active (self->choice);
  g_autoptr (GPtrArray) chosen = kist_entry_choice_list (self->choice);
  gboolean         has_any = g_list_model_get_n_items (get_entries (self)) > 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%u Selected", "%u Selected", chosen->len), chosen->len);

  adw_window_title_set_title (self->chosen, chosen->len > 0 ? title : _ ("Select Entries"));
  gtk_widget_set_visible (self->bar, !is_choosing);
  gtk_widget_set_visible (self->select_bar, is_choosing);
  gtk_action_bar_set_revealed (self->action_bar, is_choosing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.select", has_any && !is_choosing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.end-selecting", is_choosing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.select-all", is_choosing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.export", is_choosing ? chosen->len > 0 : has_any);
}

static void
show_state (KistJournalPage *self)
{
  GListModel *all = get_entries (self);
  unsigned    n_hits = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  const char *name = "entries";

  if (g_list_model_get_n_items (all) == 0)
    name = "empty";
  else if (self->is_searching)
    name = self->is_failed ? "failed" : n_hits == 0 ? "none-found" : "hits";
  adw_status_page_set_description (self->none_found, kist_tag_scope_get_tag (self->scope)
                                                         ? _ ("No entry with this tag has all of these words.")
                                                         : _ ("No entry has all of these words."));
  gtk_widget_set_visible (GTK_WIDGET (self->most), n_hits == MOST_HITS);
  gtk_stack_set_visible_child_name (self->stack, name);
  if (g_list_model_get_n_items (all) == 0)
    kist_entry_choice_set_active (self->choice, FALSE);
  show_choice (self);
}

static void
announce (KistJournalPage *self)
{
  unsigned         n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  g_autofree char *found = g_strdup_printf (ngettext ("%u entry found", "%u entries found", n), n);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), n < MOST_HITS ? found : gtk_label_get_text (self->most),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_failure (KistJournalPage *self, const GError *error)
{
  g_message ("The journal was not searched: %s", error->message);
  kist_plain_status_describe (self->failed, error->message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_status_page_get_title (self->failed),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistJournalPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = kist_store_search_finish (KIST_STORE (source), result, &error);

  /* By the next letter, or by the page's end. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  self->is_searching = TRUE;
  self->is_failed = hits == NULL;
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), hits ? hits->pdata : NULL,
                       hits ? hits->len : 0);
  show_state (self);
  if (self->is_asked && hits && hits->len > 0)
    gtk_list_view_scroll_to (self->hit_list, 0, GTK_LIST_SCROLL_NONE, NULL);
  if (!hits)
    show_failure (self, error);
  else if (self->is_asked)
    announce (self);
}

/* What is shown stays until the answer is there, so that nothing flickers from letter to letter. */
static void
search (KistJournalPage *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!*words)
    {
      self->is_searching = FALSE;
      g_list_store_remove_all (self->hits);
      show_state (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  kist_store_search_async (kist_services_get_store (self->services), words, kist_tag_scope_get_tag (self->scope),
                           MOST_HITS, self->cancellable, found_cb, g_object_ref (self));
}

static void
search_changed_cb (KistJournalPage *self)
{
  self->is_asked = TRUE;
  search (self);
}

/* An entry that was changed or deleted may be found no more, and one that was brought back again. Behind an editor that
 * waits until it is seen: searching would bring every autosave into the index. */
static void
search_again (KistJournalPage *self)
{
  self->is_stale = self->is_searching && !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_searching || self->is_stale)
    return;
  self->is_asked = FALSE;
  search (self);
}

static void
journal_changed_cb (KistJournalPage *self)
{
  show_state (self);
  search_again (self);
}

static void
scope_changed_cb (KistJournalPage *self)
{
  show_state (self);
  search_changed_cb (self);
  if (g_list_model_get_n_items (kist_tag_scope_get_entries (self->scope)) > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
setup_cb (KistJournalPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, kist_entry_row_new (self->choice));
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
bind_hit_cb (KistJournalPage *self, GtkListItem *item)
{
  KistHit         *hit = gtk_list_item_get_item (item);
  const char      *title = kist_hit_get_title (hit)->text;
  const char      *text = kist_hit_get_text (hit)->text;
  g_autofree char *name = g_strdup_printf ("%s, %s", *title ? title : _ ("Untitled"), text);

  kist_entry_row_show_hit (KIST_ENTRY_ROW (gtk_list_item_get_child (item)), self->services, hit);
  gtk_list_item_set_accessible_label (item, name);
}

/* Returns: whether entries are being chosen: then the one that was activated is, or is no longer. */
static gboolean
choose (KistJournalPage *self, const char *id)
{
  if (!kist_entry_choice_is_active (self->choice))
    return FALSE;
  kist_entry_choice_set (self->choice, id, !kist_entry_choice_contains (self->choice, id));
  return TRUE;
}

static void
entry_activated_cb (KistJournalPage *self, unsigned position)
{
  g_autoptr (KistEntry) entry = g_list_model_get_item (kist_tag_scope_get_entries (self->scope), position);

  if (!choose (self, kist_entry_get_id (entry)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "s", kist_entry_get_id (entry));
}

/* The editor opens where the person was; that is now what was found. */
static void
hit_activated_cb (KistJournalPage *self, unsigned position)
{
  g_autoptr (KistHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  if (choose (self, kist_hit_get_entry (hit)))
    return;
  if (kist_hit_get_place (hit) >= 0)
    kist_editor_place_point_to (self->services, kist_hit_get_entry (hit), kist_hit_get_place (hit),
                                kist_hit_get_length (hit));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "s", kist_hit_get_entry (hit));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistJournalPage *self = KIST_JOURNAL_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_tag_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *tag = g_variant_get_string (parameter, NULL);

  kist_tag_scope_set_tag (KIST_JOURNAL_PAGE (widget)->scope, *tag ? tag : NULL);
}

static void
select_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistJournalPage *self = KIST_JOURNAL_PAGE (widget);

  if (g_str_equal (action, "journal.select-all"))
    kist_entry_choice_add (self->choice,
                           self->is_searching ? G_LIST_MODEL (self->hits) : kist_tag_scope_get_entries (self->scope));
  else
    kist_entry_choice_set_active (self->choice, g_str_equal (action, "journal.select"));
}

/* What is chosen, and outside of choosing everything. */
static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistJournalPage *self = KIST_JOURNAL_PAGE (widget);
  gboolean         is_everything = !kist_entry_choice_is_active (self->choice);
  g_autoptr (GPtrArray) entries = NULL;

  entries = is_everything ? kist_journal_snapshot (kist_services_get_journal (self->services))
                          : kist_entry_choice_list (self->choice);
  adw_dialog_present (kist_export_dialog_new (self->services, entries, is_everything), widget);
}

static void
kist_journal_page_map (GtkWidget *widget)
{
  KistJournalPage *self = KIST_JOURNAL_PAGE (widget);

  GTK_WIDGET_CLASS (kist_journal_page_parent_class)->map (widget);
  if (self->is_stale)
    search_again (self);
}

static void
kist_journal_page_dispose (GObject *object)
{
  KistJournalPage *self = KIST_JOURNAL_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_object (&self->hits);
  g_clear_object (&self->scope);
  g_clear_object (&self->choice);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_JOURNAL_PAGE);
  G_OBJECT_CLASS (kist_journal_page_parent_class)->dispose (object);
}

static void
kist_journal_page_class_init (KistJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_journal_page_dispose;
  widget_class->map = kist_journal_page_map;

  g_type_ensure (KIST_TYPE_TAG_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/kist-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, select_bar);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, chosen);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, tag_bar);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, tag_section);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, none_found);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, hit_list);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, most);
  gtk_widget_class_bind_template_child (widget_class, KistJournalPage, failed);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_hit_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_install_action (widget_class, "journal.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "journal.show-tag", "s", show_tag_action);
  gtk_widget_class_install_action (widget_class, "journal.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "journal.select-all", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "journal.end-selecting", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "journal.export", NULL, export_action);
}

static void
kist_journal_page_init (KistJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->hits = g_list_store_new (KIST_TYPE_HIT);
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
  KistJournal     *journal = kist_services_get_journal (services);
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autoptr (GtkSelectionModel) hit_selection = NULL;

  self->services = g_object_ref (services);
  self->scope = kist_tag_scope_new (journal);
  kist_tag_scope_set_menu (self->scope, self->menu_button, self->tag_section);
  kist_tag_bar_set_scope (self->tag_bar, self->scope);
  g_signal_connect_object (self->scope, "changed", G_CALLBACK (scope_changed_cb), self, G_CONNECT_SWAPPED);
  self->choice = kist_entry_choice_new (journal);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (kist_tag_scope_get_entries (self->scope))));
  gtk_list_view_set_model (self->list, selection);
  hit_selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->hits))));
  gtk_list_view_set_model (self->hit_list, hit_selection);
  g_signal_connect_object (journal, "changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
  return ADW_NAVIGATION_PAGE (self);
}
