#include "kist-config.h"

#include "kist-tag-scope.h"

#include <glib/gi18n.h>

#include "journal/kist-tag.h"
#include "ui/journal/links/kist-tag-index.h"

struct _KistTagScope
{
  GObject parent_instance;

  KistJournal        *journal; /* (owned) */
  GtkFilterListModel *entries; /* (owned) */
  char               *tag;     /* (owned) (nullable) */
  char               *key;     /* (owned) (nullable) of the tag */
  GtkMenuButton      *button;  /* (weak) (nullable) */
  GMenu              *section; /* (owned) (nullable) of its menu */
};

G_DEFINE_FINAL_TYPE (KistTagScope, kist_tag_scope, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static gboolean
has_tag_cb (gpointer item, gpointer data)
{
  KistTagScope *self = data;

  for (const char *const *tag = kist_entry_get_tags (item); *tag; tag++)
    {
      g_autofree char *key = kist_tag_dup_key (*tag);

      if (g_str_equal (key, self->key))
        return TRUE;
    }
  return FALSE;
}

/* Its action with the tag as target; a mnemonic in a tag is a character of it. */
static void
append_tag (GMenu *menu, const KistTagUse *use)
{
  g_autoptr (GString) label = g_string_new (use->tag);
  g_autofree char *text = NULL;
  g_autoptr (GMenuItem) item = NULL;

  g_string_replace (label, "_", "__", 0);
  /* Translators: a tag, and how many entries have it */
  text = g_strdup_printf (_ ("%s (%u)"), label->str, use->n_entries);
  item = g_menu_item_new (text, NULL);
  g_menu_item_set_action_and_target (item, "journal.show-tag", "s", use->tag);
  g_menu_append_item (menu, item);
}

/* All tags, counted when the menu is opened. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer data)
{
  KistTagScope *self = data;
  g_autoptr (GPtrArray) uses = kist_tag_index_of (kist_journal_get_entries (self->journal));
  g_autoptr (GMenu) tags = g_menu_new ();

  for (unsigned i = 0; i < uses->len; i++)
    append_tag (tags, g_ptr_array_index (uses, i));
  g_menu_remove_all (self->section);
  if (uses->len > 0)
    g_menu_append_submenu (self->section, _ ("Show by _Tag"), G_MENU_MODEL (tags));
  if (self->tag)
    g_menu_append (self->section, _ ("Show _All Entries"), "journal.show-tag::");
}

static void
journal_changed_cb (KistTagScope *self)
{
  if (self->tag && g_list_model_get_n_items (G_LIST_MODEL (self->entries)) == 0)
    kist_tag_scope_set_tag (self, NULL);
}

static void
kist_tag_scope_dispose (GObject *object)
{
  KistTagScope *self = KIST_TAG_SCOPE (object);

  if (self->button)
    gtk_menu_button_set_create_popup_func (self->button, NULL, NULL, NULL);
  g_clear_weak_pointer (&self->button);
  g_clear_object (&self->section);
  if (self->entries) /* others may hold it longer */
    gtk_filter_list_model_set_filter (self->entries, NULL);
  g_clear_object (&self->entries);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (kist_tag_scope_parent_class)->dispose (object);
}

static void
kist_tag_scope_class_init (KistTagScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_tag_scope_dispose;

  /**
   * KistTagScope::changed:
   *
   * Other entries are shown than before, because of another tag.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_TAG_SCOPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_tag_scope_init (KistTagScope *self)
{
}

/**
 * kist_tag_scope_new:
 * @journal: the journal
 *
 * Returns: (transfer full): all of its entries
 */
KistTagScope *
kist_tag_scope_new (KistJournal *journal)
{
  KistTagScope *self = g_object_new (KIST_TYPE_TAG_SCOPE, NULL);

  self->journal = g_object_ref (journal);
  self->entries = gtk_filter_list_model_new (g_object_ref (kist_journal_get_entries (journal)), NULL);
  g_signal_connect_object (journal, "changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kist_tag_scope_get_entries:
 * @self: a scope
 *
 * Returns: (transfer none): a list model of #KistEntry
 */
GListModel *
kist_tag_scope_get_entries (KistTagScope *self)
{
  g_return_val_if_fail (KIST_IS_TAG_SCOPE (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * kist_tag_scope_get_tag:
 * @self: a scope
 *
 * Returns: (transfer none) (nullable): the tag, or %NULL for all entries
 */
const char *
kist_tag_scope_get_tag (KistTagScope *self)
{
  g_return_val_if_fail (KIST_IS_TAG_SCOPE (self), NULL);

  return self->tag;
}

/**
 * kist_tag_scope_set_tag:
 * @self: a scope
 * @tag: (nullable): a tag in whatever case, or %NULL for all entries
 */
void
kist_tag_scope_set_tag (KistTagScope *self, const char *tag)
{
  g_autoptr (GtkFilter) filter = NULL;

  g_return_if_fail (KIST_IS_TAG_SCOPE (self));

  if (!g_set_str (&self->tag, tag))
    return;
  gtk_filter_list_model_set_filter (self->entries, NULL);
  g_free (self->key);
  self->key = tag ? kist_tag_dup_key (tag) : NULL;
  if (tag)
    {
      filter = GTK_FILTER (gtk_custom_filter_new (has_tag_cb, self, NULL));
      gtk_filter_list_model_set_filter (self->entries, filter);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_tag_scope_set_menu:
 * @self: a scope
 * @button: a button
 * @section: a section of its menu, in which a tag can be chosen by the action "journal.show-tag" while there are some
 */
void
kist_tag_scope_set_menu (KistTagScope *self, GtkMenuButton *button, GMenu *section)
{
  g_return_if_fail (KIST_IS_TAG_SCOPE (self) && GTK_IS_MENU_BUTTON (button) && G_IS_MENU (section));

  g_set_weak_pointer (&self->button, button);
  g_set_object (&self->section, section);
  gtk_menu_button_set_create_popup_func (button, fill_menu_cb, self, NULL);
}
