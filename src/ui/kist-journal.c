#include "kist-journal.h"

#include <string.h>

#define NOT_FOUND G_MAXUINT

struct _KistJournal
{
  GObject parent_instance;

  GListStore *entries; /* (owned) of KistEntry, newest first */
  KistSaver  *saver;   /* (owned) */
  KistClock  *clock;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistJournal, kist_journal, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static unsigned
position_of (KistJournal *self, const char *id)
{
  unsigned n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (unsigned i = 0; i < n; i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_str_equal (kist_entry_get_id (entry), id))
        return i;
    }
  return NOT_FOUND;
}

static KistEntry *
find_entry (KistJournal *self, const char *(*get) (KistEntry *entry), const char *value)
{
  unsigned n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (unsigned i = 0; value && i < n; i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_strcmp0 (get (entry), value) == 0)
        return entry; /* the list keeps it */
    }
  return NULL;
}

/* The order of the list, and of the store. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  KistEntry *one = KIST_ENTRY ((gpointer)a), *other = KIST_ENTRY ((gpointer)b);
  gint64     first = kist_entry_get_updated (one), second = kist_entry_get_updated (other);

  if (first == second)
    {
      first = kist_entry_get_created (one);
      second = kist_entry_get_created (other);
    }
  if (first == second)
    return strcmp (kist_entry_get_id (one), kist_entry_get_id (other));
  return first < second ? 1 : -1;
}

/* All at once: whoever follows the list is told once. */
static void
replace_all (KistJournal *self, GPtrArray *entries)
{
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), entries->pdata,
                       entries->len);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kist_journal_dispose (GObject *object)
{
  KistJournal *self = KIST_JOURNAL (object);

  g_clear_object (&self->entries);
  g_clear_object (&self->saver);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (kist_journal_parent_class)->dispose (object);
}

static void
kist_journal_class_init (KistJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_journal_dispose;

  /**
   * KistJournal::changed:
   * @self: the journal
   *
   * An entry was made, changed, deleted, brought back or deleted for good.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_journal_init (KistJournal *self)
{
  self->entries = g_list_store_new (KIST_TYPE_ENTRY);
}

/**
 * kist_journal_new:
 * @entries: (element-type KistEntry): what there is, the last changed first
 * @saver: what hands changes to the store
 * @clock: the clock
 *
 * Returns: (transfer full): the journal
 */
KistJournal *
kist_journal_new (GPtrArray *entries, KistSaver *saver, KistClock *clock)
{
  KistJournal *self = g_object_new (KIST_TYPE_JOURNAL, NULL);

  self->saver = g_object_ref (saver);
  self->clock = g_object_ref (clock);
  g_list_store_splice (self->entries, 0, 0, entries->pdata, entries->len);
  return self;
}

/**
 * kist_journal_get_entries:
 * @self: the journal
 *
 * Returns: (transfer none): a list model of #KistEntry, the last changed first, that follows every change
 */
GListModel *
kist_journal_get_entries (KistJournal *self)
{
  return G_LIST_MODEL (self->entries);
}

/**
 * kist_journal_lookup:
 * @self: the journal
 * @id: an entry's id
 *
 * Returns: (transfer none) (nullable): the entry as it is now, or %NULL
 */
KistEntry *
kist_journal_lookup (KistJournal *self, const char *id)
{
  return find_entry (self, kist_entry_get_id, id);
}

/**
 * kist_journal_find_for_thing:
 * @self: the journal
 * @thing: a Thing's key
 *
 * Returns: (transfer none) (nullable): the last changed entry of the Thing, or %NULL
 */
KistEntry *
kist_journal_find_for_thing (KistJournal *self, const char *thing)
{
  return find_entry (self, kist_entry_get_thing, thing);
}

/**
 * kist_journal_create:
 * @self: the journal
 * @thing: (nullable): the Thing it is for
 * @title: its title
 * @body: its text
 *
 * Makes an entry, saves it and puts it first in the list.
 *
 * Returns: (transfer none): the entry
 */
KistEntry *
kist_journal_create (KistJournal *self, KistThing *thing, const char *title, const char *body)
{
  g_autoptr (KistEntry) entry = NULL;
  g_autofree char *id = g_uuid_string_random ();
  gint64           now = kist_clock_now (self->clock);

  entry = kist_entry_new (id, thing ? kist_thing_get_key (thing) : NULL, thing ? kist_thing_get_badge (thing) : NULL,
                          title, body, now, now);
  kist_journal_save (self, entry);
  return kist_journal_lookup (self, id);
}

/**
 * kist_journal_save:
 * @self: the journal
 * @entry: an entry; the value that has its id now is replaced
 *
 * Puts @entry into the list at once and hands it to the store. Whether that went well is said by
 * #KistSaver::saved or #KistSaver::failed.
 */
void
kist_journal_save (KistJournal *self, KistEntry *entry)
{
  g_autoptr (KistEntry) kept = NULL;
  unsigned position;

  g_return_if_fail (KIST_IS_JOURNAL (self) && KIST_IS_ENTRY (entry));

  kept = g_object_ref (entry); /* the list may be the only one that has it */
  position = position_of (self, kist_entry_get_id (entry));
  if (position == 0)
    {
      g_list_store_splice (self->entries, 0, 1, (gpointer *)&entry, 1);
    }
  else
    {
      if (position != NOT_FOUND)
        g_list_store_remove (self->entries, position);
      g_list_store_insert (self->entries, 0, entry);
    }
  kist_saver_save_entry (self->saver, entry);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_journal_snapshot:
 * @self: the journal
 *
 * Returns: (transfer container) (element-type KistEntry): the entries as they are now, which may be handed to a thread
 */
GPtrArray *
kist_journal_snapshot (KistJournal *self)
{
  unsigned   n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  GPtrArray *entries = g_ptr_array_new_full (n, g_object_unref);

  for (unsigned i = 0; i < n; i++)
    g_ptr_array_add (entries, g_list_model_get_item (G_LIST_MODEL (self->entries), i));
  return entries;
}

/**
 * kist_journal_add_all:
 * @self: the journal
 * @entries: (element-type KistEntry): entries that the store has already, each with an id that is not in the list
 *
 * Puts many entries into the list, each where its day says.
 */
void
kist_journal_add_all (KistJournal *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_if_fail (KIST_IS_JOURNAL (self) && entries != NULL);

  all = kist_journal_snapshot (self);
  for (unsigned i = 0; i < entries->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (entries, i)));
  g_ptr_array_sort_values (all, compare_entries);
  replace_all (self, all);
}

/**
 * kist_journal_drop_all:
 * @self: the journal
 * @ids: ids of entries that the store has put in the bin already; one that is not in the list stays where it is
 *
 * Takes many entries out of the list in one go.
 */
void
kist_journal_drop_all (KistJournal *self, const char *const *ids)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  g_return_if_fail (KIST_IS_JOURNAL (self) && ids != NULL);

  for (unsigned i = 0; ids[i]; i++)
    g_hash_table_add (gone, (gpointer)ids[i]);
  all = kist_journal_snapshot (self);
  kept = g_ptr_array_new_full (all->len, NULL);
  for (unsigned i = 0; i < all->len; i++)
    if (!g_hash_table_contains (gone, kist_entry_get_id (g_ptr_array_index (all, i))))
      g_ptr_array_add (kept, g_ptr_array_index (all, i));
  replace_all (self, kept);
}

/**
 * kist_journal_delete:
 * @self: the journal
 * @entry: an entry
 *
 * Takes @entry out of the list. The store keeps it, so that kist_journal_undelete() can bring it back.
 */
void
kist_journal_delete (KistJournal *self, KistEntry *entry)
{
  g_autoptr (KistEntry) kept = g_object_ref (entry); /* the list may be the only one that has it */
  unsigned position = position_of (self, kist_entry_get_id (entry));

  if (position != NOT_FOUND)
    {
      g_list_store_remove (self->entries, position);
      kist_saver_set_entry_deleted (self->saver, entry, TRUE);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

/**
 * kist_journal_undelete:
 * @self: the journal
 * @entry: an entry that was deleted; one that is there again already stays as it is
 */
void
kist_journal_undelete (KistJournal *self, KistEntry *entry)
{
  unsigned n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  unsigned position = 0;

  if (position_of (self, kist_entry_get_id (entry)) != NOT_FOUND)
    return;

  for (; position < n; position++)
    {
      g_autoptr (KistEntry) other = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

      if (kist_entry_get_updated (other) <= kist_entry_get_updated (entry))
        break;
    }
  g_list_store_insert (self->entries, position, entry);
  kist_saver_set_entry_deleted (self->saver, entry, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_journal_erase:
 * @self: the journal
 * @ids: ids of entries, deleted ones or not
 *
 * Deletes entries for good, after which nothing can bring them back. That it is done is said by #KistSaver::erased.
 */
void
kist_journal_erase (KistJournal *self, const char *const *ids)
{
  g_return_if_fail (KIST_IS_JOURNAL (self) && ids != NULL);

  for (unsigned i = 0; ids[i]; i++)
    {
      unsigned position = position_of (self, ids[i]);

      if (position != NOT_FOUND)
        g_list_store_remove (self->entries, position);
    }
  kist_saver_erase_entries (self->saver, ids);
  g_signal_emit (self, signals[CHANGED], 0);
}
