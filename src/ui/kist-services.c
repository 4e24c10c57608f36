#include "kist-services.h"

struct _KistServices
{
  GObject parent_instance;

  KistLibrary     *library;  /* (owned) */
  GPtrArray       *retired;  /* (element-type KistLibrary) (owned) what pages that are still fading out may ask for */
  KistPackShelf   *shelf;    /* (owned) (nullable) */
  KistStore       *store;    /* (owned) */
  KistClock       *clock;    /* (owned) */
  KistProgress    *progress; /* (owned) */
  KistBadgeNotes  *notes;    /* (owned) */
  GPtrArray       *events;   /* (element-type KistEvent) (owned) oldest first */
  KistJournal     *journal;  /* (owned) */
  KistPrivacyBook *book;     /* (owned) */
  GHashTable      *places;   /* (element-type utf8 KistPlace) (owned) */
  KistSaver       *saver;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistServices, kist_services, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FLUSH,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
fold (KistServices *self, const KistEvent *event)
{
  kist_progress_add (self->progress, event);
  kist_badge_notes_add (self->notes, event);
}

/* @event: (transfer full) */
static void
append (KistServices *self, KistEvent *event)
{
  fold (self, event);
  g_ptr_array_add (self->events, event);
  kist_saver_append_event (self->saver, event);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
journal_changed_cb (KistServices *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kist_services_dispose (GObject *object)
{
  KistServices *self = KIST_SERVICES (object);

  g_clear_object (&self->library);
  g_clear_object (&self->shelf);
  g_clear_pointer (&self->retired, g_ptr_array_unref);
  g_clear_object (&self->saver);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->progress);
  g_clear_object (&self->notes);
  g_clear_object (&self->journal);
  g_clear_object (&self->book);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  G_OBJECT_CLASS (kist_services_parent_class)->dispose (object);
}

static void
kist_services_class_init (KistServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_services_dispose;

  /**
   * KistServices::changed:
   * @self: the services
   *
   * Something happened: an event was recorded, or the journal changed.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_SERVICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KistServices::flush:
   * @self: the services
   *
   * The window is about to close: a page that holds something back hands it over now.
   */
  signals[FLUSH] = g_signal_new ("flush", KIST_TYPE_SERVICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_services_init (KistServices *self)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)kist_place_free);
  self->progress = kist_progress_new ();
  self->notes = kist_badge_notes_new ();
  self->retired = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kist_services_new:
 * @library: the learning material
 * @store: an open store
 * @clock: the clock
 * @contents: (transfer full): what the store held when it was opened
 *
 * Returns: (transfer full): the services
 */
KistServices *
kist_services_new (KistLibrary *library, KistStore *store, KistClock *clock, KistContents *contents)
{
  KistServices *self = g_object_new (KIST_TYPE_SERVICES, NULL);

  self->library = g_object_ref (library);
  self->store = g_object_ref (store);
  self->saver = kist_saver_new (store);
  self->clock = g_object_ref (clock);
  self->events = g_ptr_array_ref (contents->events);
  for (unsigned i = 0; i < self->events->len; i++)
    fold (self, g_ptr_array_index (self->events, i));
  self->journal = kist_journal_new (contents->entries, self->saver, clock);
  g_signal_connect_object (self->journal, "changed", G_CALLBACK (journal_changed_cb), self, G_CONNECT_SWAPPED);
  self->book = kist_privacy_book_new (self->saver, contents->names, contents->meant);
  for (unsigned i = 0; i < contents->places->len; i++)
    {
      KistPlace *place = kist_place_copy (g_ptr_array_index (contents->places, i));

      g_hash_table_replace (self->places, place->key, place);
    }
  kist_contents_free (contents);
  return self;
}

/**
 * kist_services_get_library:
 * @self: the services
 *
 * Returns: (transfer none): the learning material
 */
KistLibrary *
kist_services_get_library (KistServices *self)
{
  return self->library;
}

/**
 * kist_services_set_library:
 * @self: the services
 * @library: the learning material as it is from now on
 *
 * What a person did stays as it is, under its ids. Pages that show the library before are to be made anew.
 */
void
kist_services_set_library (KistServices *self, KistLibrary *library)
{
  g_return_if_fail (KIST_IS_SERVICES (self) && KIST_IS_LIBRARY (library));

  g_ptr_array_add (self->retired, self->library);
  self->library = g_object_ref (library);
}

/**
 * kist_services_get_shelf:
 * @self: the services
 *
 * Returns: (transfer none) (nullable): where packs come from; %NULL in tests of what needs none
 */
KistPackShelf *
kist_services_get_shelf (KistServices *self)
{
  return self->shelf;
}

/**
 * kist_services_set_shelf:
 * @self: the services
 * @shelf: where packs come from
 */
void
kist_services_set_shelf (KistServices *self, KistPackShelf *shelf)
{
  g_return_if_fail (KIST_IS_SERVICES (self) && KIST_IS_PACK_SHELF (shelf));

  g_set_object (&self->shelf, shelf);
}

/**
 * kist_services_get_store:
 * @self: the services
 *
 * Returns: (transfer none): the open store
 */
KistStore *
kist_services_get_store (KistServices *self)
{
  return self->store;
}

/**
 * kist_services_get_saver:
 * @self: the services
 *
 * Returns: (transfer none): what hands values to the store and says whether they were saved
 */
KistSaver *
kist_services_get_saver (KistServices *self)
{
  return self->saver;
}

/**
 * kist_services_get_journal:
 * @self: the services
 *
 * Returns: (transfer none): the entries
 */
KistJournal *
kist_services_get_journal (KistServices *self)
{
  return self->journal;
}

/**
 * kist_services_get_privacy_book:
 * @self: the services
 *
 * Returns: (transfer none): what the writer told the confidentiality check
 */
KistPrivacyBook *
kist_services_get_privacy_book (KistServices *self)
{
  return self->book;
}

/**
 * kist_services_get_clock:
 * @self: the services
 *
 * Returns: (transfer none): the clock
 */
KistClock *
kist_services_get_clock (KistServices *self)
{
  return self->clock;
}

/**
 * kist_services_get_progress:
 * @self: the services
 *
 * Returns: (transfer none): the fold of all events
 */
KistProgress *
kist_services_get_progress (KistServices *self)
{
  return self->progress;
}

/**
 * kist_services_get_badge_notes:
 * @self: the services
 *
 * Returns: (transfer none): what the person noted about badges
 */
KistBadgeNotes *
kist_services_get_badge_notes (KistServices *self)
{
  return self->notes;
}

/**
 * kist_services_get_events:
 * @self: the services
 *
 * Returns: (transfer none) (element-type KistEvent): all events, oldest first
 */
GPtrArray *
kist_services_get_events (KistServices *self)
{
  return self->events;
}

/**
 * kist_services_record:
 * @self: the services
 * @verb: what happened
 * @thing: the Thing it happened in
 * @step: the step it happened in
 * @item: (nullable): the part of the step, by the verb
 * @value: a number, by the verb; else 0
 * @text: (nullable): a text, by the verb
 * @codes: (nullable): codes it touches, separated by spaces
 *
 * Says that something happened now: see #KistVerb for what each verb means.
 */
void
kist_services_record (KistServices *self,
                      KistVerb      verb,
                      KistThing    *thing,
                      KistStep     *step,
                      const char   *item,
                      gint64        value,
                      const char   *text,
                      const char   *codes)
{
  g_return_if_fail (KIST_IS_SERVICES (self));
  g_return_if_fail (KIST_IS_THING (thing) && KIST_IS_STEP (step));

  append (self, kist_event_new (kist_clock_now (self->clock), verb, kist_thing_get_key (thing), kist_step_get_id (step),
                                item, value, text, codes));
}

/**
 * kist_services_note:
 * @self: the services
 * @verb: what was noted, which is about no step
 * @item: what of, by the verb
 * @value: a number, by the verb; else 0
 * @text: (nullable): a text, by the verb
 *
 * Says that something was noted now: see #KistVerb for what each verb means.
 */
void
kist_services_note (KistServices *self, KistVerb verb, const char *item, gint64 value, const char *text)
{
  g_return_if_fail (KIST_IS_SERVICES (self));
  g_return_if_fail (!kist_verb_is_of_step (verb) && item != NULL);

  append (self, kist_event_new (kist_clock_now (self->clock), verb, "", "", item, value, text, NULL));
}

static void
place_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Where someone was is a convenience; what they wrote has its own, louder, way to fail. */
  if (!kist_store_save_finish (KIST_STORE (source), result, &error))
    g_message ("The place was not saved: %s", error->message);
}

/**
 * kist_services_get_place:
 * @self: the services
 * @key: see #KistPlace
 *
 * Returns: (transfer none) (nullable): where someone was, or %NULL
 */
const KistPlace *
kist_services_get_place (KistServices *self, const char *key)
{
  return g_hash_table_lookup (self->places, key);
}

/**
 * kist_services_save_place:
 * @self: the services
 * @place: where someone is
 */
void
kist_services_save_place (KistServices *self, const KistPlace *place)
{
  KistPlace *copy = kist_place_copy (place);

  g_hash_table_replace (self->places, copy->key, copy);
  kist_store_save_place_async (self->store, copy, place_saved_cb, NULL);
}

/**
 * kist_services_flush:
 * @self: the services
 *
 * Asks every page for what it holds back, and hands over what failed once more.
 */
void
kist_services_flush (KistServices *self)
{
  g_signal_emit (self, signals[FLUSH], 0);
  kist_saver_retry (self->saver);
}
