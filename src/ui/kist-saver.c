#include "kist-saver.h"

/* A value that the store has not yet taken: what to hand over again, by a key that a newer value replaces. */
typedef enum
{
  SAVE_EVENT,
  SAVE_ENTRY,
  SAVE_DELETION,
  SAVE_ERASURE,
  SAVE_ANSWER,
  SAVE_NAME,
  SAVE_MEANT,
} SaveKind;

typedef struct
{
  KistSaver *saver; /* (owned) while the store works on it */
  SaveKind   kind;
  char      *key;
  KistEvent *event;
  KistEntry *entry;
  gboolean   is_deleted;
  char     **ids;
  gboolean   is_kept;
  char      *thing;
  char      *step;
  char      *item; /* (nullable) a prompt's id, or an entry's */
  char      *text; /* (nullable) an answer, a name, or a finding */
} Save;

struct _KistSaver
{
  GObject parent_instance;

  KistStore  *store;   /* (owned) */
  GHashTable *unsaved; /* (element-type utf8 Save) (owned) what the store has refused so far */
  GHashTable *newest;  /* (element-type utf8 Save) (unowned) the last value of each thing that is on its way */
  guint64     serial;
};

G_DEFINE_FINAL_TYPE (KistSaver, kist_saver, G_TYPE_OBJECT)

enum
{
  SAVED,
  FAILED,
  SETTLED,
  ERASED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
save_free (Save *save)
{
  g_clear_object (&save->saver);
  g_clear_pointer (&save->event, kist_event_free);
  g_clear_object (&save->entry);
  g_clear_pointer (&save->ids, g_strfreev);
  g_free (save->key);
  g_free (save->thing);
  g_free (save->step);
  g_free (save->item);
  g_free (save->text);
  g_free (save);
}

/* Returns: whether it is kept to be handed over again. When a newer value of the same thing is on its way that one
 * wins: handing this one over later would undo it. */
static gboolean
end (KistSaver *self, Save *save, const GError *error)
{
  if (g_hash_table_lookup (self->newest, save->key) == save)
    {
      g_hash_table_remove (self->newest, save->key);
      if (error)
        return g_hash_table_replace (self->unsaved, save->key, save);
    }
  save_free (save);
  return FALSE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  g_autoptr (KistSaver) self = g_steal_pointer (&save->saver);
  g_autoptr (GError) error = NULL;

  kist_store_save_finish (KIST_STORE (source), result, &error);
  if (error)
    g_message ("Not saved: %s", error->message);
  if (!error && save->kind == SAVE_ERASURE)
    g_signal_emit (self, signals[ERASED], 0, g_strv_length (save->ids));
  if (end (self, save, error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  else if (!error && g_hash_table_size (self->unsaved) == 0)
    g_signal_emit (self, signals[SAVED], 0);
  if (g_hash_table_size (self->newest) == 0)
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
hand_over (KistSaver *self, Save *save)
{
  save->saver = g_object_ref (self);
  g_hash_table_remove (self->unsaved, save->key);
  g_hash_table_replace (self->newest, save->key, save);
  switch (save->kind)
    {
    case SAVE_EVENT:
      kist_store_append_event_async (self->store, save->event, saved_cb, save);
      break;
    case SAVE_ENTRY:
      kist_store_save_entry_async (self->store, save->entry, saved_cb, save);
      break;
    case SAVE_DELETION:
      kist_store_set_entry_deleted_async (self->store, kist_entry_get_id (save->entry), save->is_deleted, saved_cb,
                                          save);
      break;
    case SAVE_ERASURE:
      kist_store_erase_entries_async (self->store, (const char *const *)save->ids, saved_cb, save);
      break;
    case SAVE_NAME:
      kist_store_save_name_async (self->store, save->text, save->is_kept, saved_cb, save);
      break;
    case SAVE_MEANT:
      kist_store_save_meant_async (self->store, save->item, save->text, save->is_kept, saved_cb, save);
      break;
    case SAVE_ANSWER:
    default:
      kist_store_save_answer_async (self->store, save->thing, save->step, save->item, save->text, saved_cb, save);
    }
}

static Save *
save_new (SaveKind kind, char *key)
{
  Save *save = g_new0 (Save, 1);

  save->kind = kind;
  save->key = key;
  return save;
}

static void
kist_saver_dispose (GObject *object)
{
  KistSaver *self = KIST_SAVER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);
  g_clear_pointer (&self->newest, g_hash_table_unref);
  G_OBJECT_CLASS (kist_saver_parent_class)->dispose (object);
}

static void
kist_saver_class_init (KistSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_saver_dispose;

  /**
   * KistSaver::saved:
   * @self: the saver
   *
   * A save ended well, and nothing that failed earlier is left over.
   */
  signals[SAVED] = g_signal_new ("saved", KIST_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KistSaver::failed:
   * @self: the saver
   * @message: why, one sentence
   *
   * Something is not on disk. It is kept and handed over again by kist_saver_retry().
   */
  signals[FAILED] =
      g_signal_new ("failed", KIST_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * KistSaver::settled:
   * @self: the saver
   *
   * Nothing is on its way any longer: everything is on disk or counted by kist_saver_get_n_unsaved().
   */
  signals[SETTLED] = g_signal_new ("settled", KIST_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KistSaver::erased:
   * @self: the saver
   * @n_entries: how many
   *
   * Entries were deleted for good: no file has anything of them now.
   */
  signals[ERASED] =
      g_signal_new ("erased", KIST_TYPE_SAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
kist_saver_init (KistSaver *self)
{
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)save_free);
  self->newest = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * kist_saver_new:
 * @store: an open store
 *
 * Returns: (transfer full): a saver with nothing to save
 */
KistSaver *
kist_saver_new (KistStore *store)
{
  KistSaver *self = g_object_new (KIST_TYPE_SAVER, NULL);

  self->store = g_object_ref (store);
  return self;
}

/**
 * kist_saver_append_event:
 * @self: a saver
 * @event: what happened
 */
void
kist_saver_append_event (KistSaver *self, const KistEvent *event)
{
  /* The number keeps events in order when they are handed over again. */
  Save *save = save_new (SAVE_EVENT, g_strdup_printf ("event %012" G_GUINT64_FORMAT, self->serial++));

  save->event = kist_event_copy (event);
  hand_over (self, save);
}

/**
 * kist_saver_save_entry:
 * @self: a saver
 * @entry: an entry as it is now
 */
void
kist_saver_save_entry (KistSaver *self, KistEntry *entry)
{
  Save *save = save_new (SAVE_ENTRY, g_strdup_printf ("entry %s", kist_entry_get_id (entry)));

  save->entry = g_object_ref (entry);
  hand_over (self, save);
}

/**
 * kist_saver_set_entry_deleted:
 * @self: a saver
 * @entry: an entry
 * @is_deleted: whether to delete it or to bring it back
 */
void
kist_saver_set_entry_deleted (KistSaver *self, KistEntry *entry, gboolean is_deleted)
{
  /* After "entry" in order, so that what is deleted was saved before. */
  Save *save = save_new (SAVE_DELETION, g_strdup_printf ("entry-deletion %s", kist_entry_get_id (entry)));

  save->entry = g_object_ref (entry);
  save->is_deleted = is_deleted;
  hand_over (self, save);
}

/* What was to be done with @id before does not matter any more, and must not be done later. */
static void
forget_entry (KistSaver *self, const char *id)
{
  static const char *const kinds[] = { "entry", "entry-deletion" };

  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *key = g_strdup_printf ("%s %s", kinds[i], id);

      g_hash_table_remove (self->unsaved, key);
      g_hash_table_remove (self->newest, key);
    }
}

/**
 * kist_saver_erase_entries:
 * @self: a saver
 * @ids: ids of entries; copied
 *
 * Deletes entries for good; see kist_store_erase_entries_async(). What of them waited to be saved is forgotten.
 */
void
kist_saver_erase_entries (KistSaver *self, const char *const *ids)
{
  Save *save = save_new (SAVE_ERASURE, g_strdup_printf ("erasure %012" G_GUINT64_FORMAT, self->serial++));

  for (unsigned i = 0; ids[i]; i++)
    forget_entry (self, ids[i]);
  save->ids = g_strdupv ((char **)ids);
  hand_over (self, save);
}

/**
 * kist_saver_save_answer:
 * @self: a saver
 * @thing: a Thing's key
 * @step: a step's id
 * @item: a prompt's id
 * @text: the answer as it is now
 */
void
kist_saver_save_answer (KistSaver *self, const char *thing, const char *step, const char *item, const char *text)
{
  Save *save = save_new (SAVE_ANSWER, g_strdup_printf ("answer %s %s %s", thing, step, item));

  save->thing = g_strdup (thing);
  save->step = g_strdup (step);
  save->item = g_strdup (item);
  save->text = g_strdup (text);
  hand_over (self, save);
}

/**
 * kist_saver_save_name:
 * @self: a saver
 * @name: a name of somebody
 * @is_listed: whether the confidentiality check is to find it
 */
void
kist_saver_save_name (KistSaver *self, const char *name, gboolean is_listed)
{
  Save *save = save_new (SAVE_NAME, g_strdup_printf ("name %s", name));

  save->text = g_strdup (name);
  save->is_kept = is_listed;
  hand_over (self, save);
}

/**
 * kist_saver_save_meant:
 * @self: a saver
 * @entry: an entry's id
 * @finding: what the confidentiality check found there
 * @is_meant: whether it is meant to stand there
 */
void
kist_saver_save_meant (KistSaver *self, const char *entry, const char *finding, gboolean is_meant)
{
  /* After "entry" in order, so that the entry is there before what belongs to it. */
  Save *save = save_new (SAVE_MEANT, g_strdup_printf ("meant %s %s", entry, finding));

  save->item = g_strdup (entry);
  save->text = g_strdup (finding);
  save->is_kept = is_meant;
  hand_over (self, save);
}

/**
 * kist_saver_get_n_unsaved:
 * @self: a saver
 *
 * Returns: how many values the store has refused and not taken since
 */
unsigned
kist_saver_get_n_unsaved (KistSaver *self)
{
  return g_hash_table_size (self->unsaved);
}

/**
 * kist_saver_is_settled:
 * @self: a saver
 *
 * Returns: whether nothing is on its way to the store; until then nobody can say what will be on disk
 */
gboolean
kist_saver_is_settled (KistSaver *self)
{
  return g_hash_table_size (self->newest) == 0;
}

/**
 * kist_saver_retry:
 * @self: a saver
 *
 * Hands everything that failed to the store again.
 */
void
kist_saver_retry (KistSaver *self)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->unsaved), (GCompareFunc)g_strcmp0);

  for (GList *l = keys; l; l = l->next)
    {
      Save *save = g_hash_table_lookup (self->unsaved, l->data);

      g_hash_table_steal (self->unsaved, l->data);
      hand_over (self, save);
    }
}
