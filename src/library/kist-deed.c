#include "kist-deed.h"

#include "base/kist-date.h"
#include "journal/kist-entry.h"
#include "library/kist-completion.h"
#include "progress/kist-run-record.h"

/* Deeds being made. */
typedef struct
{
  KistLibrary  *library;
  KistProgress *progress; /* (owned) of the events so far */
  GHashTable   *titles;   /* (element-type utf8 utf8) (owned) of the entries by their ids */
  GHashTable   *rows;  /* (element-type utf8 KistDeed) (owned) of deeds, by day, step and what makes a row of its own */
  GPtrArray    *deeds; /* (element-type KistDeed) */
} Teller;

static void
deed_free (KistDeed *self)
{
  g_free (self->key);
  g_free (self->text);
  g_free (self->entry);
  g_free (self);
}

/* Days of the person's own time zone, counted; which number a day has means nothing. */
static int
day_of (gint64 time)
{
  g_autoptr (GDateTime) local = kist_date_new_local (time);
  gint64 seconds = g_date_time_to_unix (local) + g_date_time_get_utc_offset (local) / G_USEC_PER_SEC;

  return (int)(seconds / (24 * 60 * 60));
}

static KistDeed *
ensure_deed (Teller *self, const KistEvent *event, const char *what)
{
  g_autofree char *row = g_strdup_printf ("%d %s %s %s", day_of (event->time), event->thing, event->step, what);
  KistDeed        *deed = g_hash_table_lookup (self->rows, row);

  if (deed)
    return deed;

  deed = g_new0 (KistDeed, 1);
  deed->key = g_strdup (event->thing);
  deed->thing = kist_library_lookup_thing (self->library, event->thing);
  deed->step = deed->thing ? kist_thing_lookup_step (deed->thing, event->step) : NULL;
  g_hash_table_insert (self->rows, g_steal_pointer (&row), deed);
  g_ptr_array_add (self->deeds, deed);
  return deed;
}

static void
strengthen (KistDeed *deed, KistDeedKind kind, gint64 time)
{
  deed->kind = MAX (deed->kind, kind);
  deed->time = MAX (deed->time, time);
}

static gboolean
is_done (Teller *self, const KistEvent *event)
{
  KistThing *thing = kist_library_lookup_thing (self->library, event->thing);
  KistStep  *step = thing ? kist_thing_lookup_step (thing, event->step) : NULL;

  return step && kist_completion_of_step (self->library, self->progress, thing, step).state == KIST_STATE_DONE;
}

/* A row for each text and day; its words are what it came to by the evening. */
static void
tell_writing (Teller *self, const KistEvent *event)
{
  const char *title = event->item ? g_hash_table_lookup (self->titles, event->item) : NULL;
  KistDeed   *deed = ensure_deed (self, event, event->item ? event->item : "");

  strengthen (deed, KIST_DEED_WROTE, event->time);
  deed->words = (unsigned)CLAMP (event->value, 0, G_MAXINT);
  g_set_str (&deed->text, title);
  g_set_str (&deed->entry, title ? event->item : NULL);
}

/* A row for each ending and day; what a group came to is not what the person came to alone. */
static void
tell_ending (Teller *self, const KistEvent *event)
{
  gboolean         is_group = kist_run_id_is_group (event->item);
  g_autofree char *what = g_strconcat (is_group ? "ended with a group " : "ended ", event->text, NULL);
  KistDeed        *deed = ensure_deed (self, event, what);

  deed->is_group = is_group;
  strengthen (deed, KIST_DEED_ENDED, event->time);
  g_set_str (&deed->text, event->text);
}

static void
tell (Teller *self, const KistEvent *event)
{
  gboolean is_first = !kist_progress_get_step (self->progress, event->thing, event->step);
  gboolean was_done = is_done (self, event);

  kist_progress_add (self->progress, event);
  switch (event->verb)
    {
    case KIST_VERB_OPENED:
      if (is_first)
        strengthen (ensure_deed (self, event, ""), KIST_DEED_OPENED, event->time);
      break;
    case KIST_VERB_UNTICKED:
    case KIST_VERB_HELD:
    case KIST_VERB_FOLLOWED:
      break;
    case KIST_VERB_WROTE:
      tell_writing (self, event);
      break;
    case KIST_VERB_ENDED:
      tell_ending (self, event);
      break;
    case KIST_VERB_READ:
    case KIST_VERB_TICKED:
    case KIST_VERB_SKIPPED:
    case KIST_VERB_RATED:
    case KIST_VERB_ANSWERED:
    case KIST_VERB_REFLECTED:
    case KIST_VERB_CHOSE:
    case KIST_VERB_RETURNED:
    case KIST_VERB_COUNTED:
    default:
      strengthen (ensure_deed (self, event, ""),
                  !was_done && is_done (self, event) ? KIST_DEED_FINISHED : KIST_DEED_WORKED, event->time);
      break;
    }
}

/* Entries of no Thing leave no events: they speak for themselves. */
static void
tell_entry (Teller *self, KistEntry *entry)
{
  const char *key = kist_entry_get_thing (entry);
  KistDeed   *deed;

  if (kist_entry_get_words (entry) == 0)
    return;
  for (unsigned i = 0; i < self->deeds->len; i++)
    if (g_strcmp0 (((KistDeed *)g_ptr_array_index (self->deeds, i))->entry, kist_entry_get_id (entry)) == 0)
      return;

  deed = g_new0 (KistDeed, 1);
  deed->kind = KIST_DEED_WROTE;
  deed->time = kist_entry_get_updated (entry);
  deed->key = g_strdup (key);
  deed->thing = key ? kist_library_lookup_thing (self->library, key) : NULL;
  deed->text = g_strdup (kist_entry_get_title (entry));
  deed->entry = g_strdup (kist_entry_get_id (entry));
  deed->words = kist_entry_get_words (entry);
  g_ptr_array_add (self->deeds, deed);
}

static char *
dup_place (const KistDeed *deed)
{
  return deed->step ? g_strdup_printf ("%d %s %s", day_of (deed->time), deed->key, kist_step_get_id (deed->step))
                    : NULL;
}

/* Where a scenario was brought to an end or a text was written, that it was also opened or worked on says nothing. */
static void
drop_weaker_rows (GPtrArray *deeds)
{
  g_autoptr (GHashTable) strong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned i = 0; i < deeds->len; i++)
    {
      const KistDeed  *deed = g_ptr_array_index (deeds, i);
      g_autofree char *place = dup_place (deed);

      if (place && deed->kind >= KIST_DEED_ENDED)
        g_hash_table_add (strong, g_steal_pointer (&place));
    }
  for (unsigned i = deeds->len; i > 0; i--)
    {
      const KistDeed  *deed = g_ptr_array_index (deeds, i - 1);
      g_autofree char *place = dup_place (deed);

      if (place && deed->kind < KIST_DEED_ENDED && g_hash_table_contains (strong, place))
        g_ptr_array_remove_index (deeds, i - 1);
    }
}

static int
compare_times_cb (gconstpointer a, gconstpointer b)
{
  const KistDeed *const *a_deed = a, *const *b_deed = b;

  return ((*a_deed)->time < (*b_deed)->time) - ((*a_deed)->time > (*b_deed)->time);
}

/**
 * kist_deeds_of:
 * @library: a library
 * @events: (element-type KistEvent): all events, oldest first
 * @entries: a list model of #KistEntry
 *
 * Opening a step again is not told. Where the library no longer has the Thing, its key is all there is to say.
 *
 * Returns: (transfer full) (element-type KistDeed): what was done, the last first
 */
GPtrArray *
kist_deeds_of (KistLibrary *library, GPtrArray *events, GListModel *entries)
{
  Teller teller = { .library = library };
  g_autoptr (KistProgress) progress = kist_progress_new ();
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  unsigned n_entries;

  g_return_val_if_fail (KIST_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (events != NULL && G_IS_LIST_MODEL (entries), NULL);

  n_entries = g_list_model_get_n_items (entries);
  teller.progress = progress;
  teller.titles = titles;
  teller.rows = rows;
  teller.deeds = g_ptr_array_new_with_free_func ((GDestroyNotify)deed_free);
  for (unsigned i = 0; i < n_entries; i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (entries, i);

      g_hash_table_replace (titles, g_strdup (kist_entry_get_id (entry)), g_strdup (kist_entry_get_title (entry)));
    }
  for (unsigned i = 0; i < events->len; i++)
    tell (&teller, g_ptr_array_index (events, i));
  for (unsigned i = 0; i < n_entries; i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (entries, i);

      tell_entry (&teller, entry);
    }
  drop_weaker_rows (teller.deeds);
  g_ptr_array_sort (teller.deeds, compare_times_cb);
  return teller.deeds;
}

/**
 * kist_deed_get_day:
 * @self: a deed
 *
 * Returns: a number that is the same for all deeds of one day in the person's time zone, and greater for a later day
 */
int
kist_deed_get_day (const KistDeed *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return day_of (self->time);
}
