#include "kist-entry-choice.h"

#include "store/search/kist-hit.h"

struct _KistEntryChoice
{
  GObject parent_instance;

  KistJournal *journal; /* (owned) */
  GHashTable  *ids;     /* (element-type utf8) (owned) */
  gboolean     is_active;
};

G_DEFINE_FINAL_TYPE (KistEntryChoice, kist_entry_choice, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
kist_entry_choice_dispose (GObject *object)
{
  KistEntryChoice *self = KIST_ENTRY_CHOICE (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  G_OBJECT_CLASS (kist_entry_choice_parent_class)->dispose (object);
}

static void
kist_entry_choice_class_init (KistEntryChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_entry_choice_dispose;

  /**
   * KistEntryChoice::changed:
   * @self: the choice
   *
   * Entries are now being chosen, or no longer, or others are chosen.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_ENTRY_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_entry_choice_init (KistEntryChoice *self)
{
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kist_entry_choice_new:
 * @journal: the entries there are
 *
 * Returns: (transfer full): a choice that is not active
 */
KistEntryChoice *
kist_entry_choice_new (KistJournal *journal)
{
  KistEntryChoice *self = g_object_new (KIST_TYPE_ENTRY_CHOICE, NULL);

  self->journal = g_object_ref (journal);
  return self;
}

/**
 * kist_entry_choice_set_active:
 * @self: a choice
 * @is_active: whether entries are being chosen
 *
 * Begins with none.
 */
void
kist_entry_choice_set_active (KistEntryChoice *self, gboolean is_active)
{
  g_return_if_fail (KIST_IS_ENTRY_CHOICE (self));

  if (self->is_active == is_active)
    return;
  self->is_active = is_active;
  g_hash_table_remove_all (self->ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_entry_choice_is_active:
 * @self: a choice
 *
 * Returns: whether entries are being chosen
 */
gboolean
kist_entry_choice_is_active (KistEntryChoice *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY_CHOICE (self), FALSE);

  return self->is_active;
}

/**
 * kist_entry_choice_set:
 * @self: a choice
 * @id: an entry's id
 * @is_chosen: whether it is chosen
 */
void
kist_entry_choice_set (KistEntryChoice *self, const char *id, gboolean is_chosen)
{
  g_return_if_fail (KIST_IS_ENTRY_CHOICE (self) && id != NULL);

  if (is_chosen ? g_hash_table_add (self->ids, g_strdup (id)) : g_hash_table_remove (self->ids, id))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_entry_choice_add:
 * @self: a choice
 * @shown: a list of #KistEntry or of #KistHit
 *
 * Chooses all of these, besides those that are chosen already.
 */
void
kist_entry_choice_add (KistEntryChoice *self, GListModel *shown)
{
  g_return_if_fail (KIST_IS_ENTRY_CHOICE (self) && G_IS_LIST_MODEL (shown));

  for (unsigned i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (shown, i);
      const char *id =
          KIST_IS_HIT (item) ? kist_hit_get_entry (KIST_HIT (item)) : kist_entry_get_id (KIST_ENTRY (item));

      g_hash_table_add (self->ids, g_strdup (id));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_entry_choice_contains:
 * @self: a choice
 * @id: an entry's id
 *
 * Returns: whether it is chosen
 */
gboolean
kist_entry_choice_contains (KistEntryChoice *self, const char *id)
{
  g_return_val_if_fail (KIST_IS_ENTRY_CHOICE (self) && id != NULL, FALSE);

  return g_hash_table_contains (self->ids, id);
}

/**
 * kist_entry_choice_list:
 * @self: a choice
 *
 * Returns: (transfer full) (element-type KistEntry): the chosen entries, as far as they are still there
 */
GPtrArray *
kist_entry_choice_list (KistEntryChoice *self)
{
  GListModel *all;
  GPtrArray  *entries;

  g_return_val_if_fail (KIST_IS_ENTRY_CHOICE (self), NULL);

  all = kist_journal_get_entries (self->journal);
  entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (unsigned i = 0; g_hash_table_size (self->ids) > 0 && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (all, i);

      if (g_hash_table_contains (self->ids, kist_entry_get_id (entry)))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
  return entries;
}
