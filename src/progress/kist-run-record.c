#include "kist-run-record.h"

#include <string.h>

/* Records being made. */
typedef struct
{
  GPtrArray  *records; /* (element-type KistRunRecord) */
  GHashTable *by_id;   /* (element-type utf8 KistRunRecord) (owned) by the id in the events: the last of that id */
} Fold;

static KistRunChoice *
run_choice_new (const char *passage, unsigned choice, const KistEvent *event)
{
  KistRunChoice *self = g_new0 (KistRunChoice, 1);

  self->passage = g_strdup (passage);
  self->choice = choice;
  self->event = event;
  return self;
}

static void
run_choice_free (KistRunChoice *self)
{
  g_free (self->passage);
  g_free (self);
}

static void
run_record_free (KistRunRecord *self)
{
  g_free (self->id);
  g_free (self->ending);
  g_ptr_array_unref (self->choices);
  g_array_unref (self->counts);
  g_free (self);
}

/* Hands that were counted for a choice that was taken back went with it. */
static void
cut_counts (KistRunRecord *record, unsigned length)
{
  for (unsigned i = record->counts->len; i > 0; i--)
    if (g_array_index (record->counts, KistHandCount, i - 1).position >= length)
      g_array_remove_index (record->counts, i - 1);
}

/* A record that stands where @before stood after @length choices. */
static KistRunRecord *
add_record (Fold *fold, const KistEvent *event, char *id, const KistRunRecord *before, unsigned length)
{
  KistRunRecord *record = g_new0 (KistRunRecord, 1);

  record->id = id;
  record->begun = event->time;
  record->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)run_choice_free);
  record->counts = g_array_new (FALSE, FALSE, sizeof (KistHandCount));
  record->is_group = kist_run_id_is_group (id);
  if (before)
    g_array_append_vals (record->counts, before->counts->data, before->counts->len);
  cut_counts (record, length);
  for (unsigned i = 0; before && i < MIN (length, before->choices->len); i++)
    {
      const KistRunChoice *choice = g_ptr_array_index (before->choices, i);

      g_ptr_array_add (record->choices, run_choice_new (choice->passage, choice->choice, choice->event));
    }
  g_ptr_array_add (fold->records, record);
  g_hash_table_replace (fold->by_id, g_strdup (event->item), record);
  return record;
}

/* How many choices stood when one last stood in that passage. */
static unsigned
find_length (const KistRunRecord *record, const char *passage)
{
  for (unsigned i = record->choices->len; i > 0; i--)
    if (g_strcmp0 (((KistRunChoice *)g_ptr_array_index (record->choices, i - 1))->passage, passage) == 0)
      return i - 1;
  return record->choices->len;
}

static KistRunRecord *
ensure_record (Fold *fold, const KistEvent *event)
{
  KistRunRecord *record = g_hash_table_lookup (fold->by_id, event->item);

  return record ? record : add_record (fold, event, g_strdup (event->item), NULL, 0);
}

/* Nothing is chosen behind an ending: one went back first, and that was not always recorded. */
static KistRunRecord *
go_on_behind_ending (Fold *fold, const KistEvent *event, const KistRunRecord *before)
{
  return add_record (fold, event, g_strdup_printf ("%s+%u", event->item, fold->records->len), before,
                     find_length (before, event->text));
}

static KistRunRecord *
choose (Fold *fold, const KistEvent *event)
{
  KistRunRecord *record = ensure_record (fold, event);

  if (record->ending)
    record = go_on_behind_ending (fold, event, record);
  g_ptr_array_add (record->choices, run_choice_new (event->text, (unsigned)CLAMP (event->value, 0, G_MAXINT), event));
  return record;
}

static KistRunRecord *
go_back (Fold *fold, const KistEvent *event)
{
  KistRunRecord *record;
  unsigned       length = (unsigned)CLAMP (event->value, 0, G_MAXINT);

  if (event->text)
    return add_record (fold, event, g_strdup (event->item), g_hash_table_lookup (fold->by_id, event->text), length);
  record = ensure_record (fold, event);
  if (length < record->choices->len)
    g_ptr_array_set_size (record->choices, (int)length);
  cut_counts (record, length);
  g_clear_pointer (&record->ending, g_free);
  return record;
}

static KistRunRecord *
count (Fold *fold, const KistEvent *event)
{
  const char      *slash = strrchr (event->item, '/');
  g_autofree char *id = slash ? g_strndup (event->item, (gsize)(slash - event->item)) : NULL;
  KistRunRecord   *record = id ? g_hash_table_lookup (fold->by_id, id) : NULL;
  KistHandCount    counted = { .hands = (unsigned)CLAMP (event->value, 0, G_MAXINT) };
  guint64          choice;

  if (!id || !g_ascii_string_to_unsigned (slash + 1, 10, 0, G_MAXINT, &choice, NULL))
    return NULL;
  if (!record)
    {
      g_autoptr (KistEvent) first = kist_event_copy (event);

      g_set_str (&first->item, id);
      record = ensure_record (fold, first);
    }
  counted.position = record->choices->len;
  counted.choice = (unsigned)choice;
  g_array_append_val (record->counts, counted);
  return record;
}

static void
add (Fold *fold, const KistEvent *event)
{
  KistRunRecord *record = NULL;

  if (event->verb == KIST_VERB_CHOSE)
    record = choose (fold, event);
  else if (event->verb == KIST_VERB_RETURNED)
    record = go_back (fold, event);
  else if (event->verb == KIST_VERB_COUNTED)
    record = count (fold, event);
  else if (event->verb == KIST_VERB_ENDED)
    {
      record = ensure_record (fold, event);
      g_set_str (&record->ending, event->text);
    }
  if (record)
    record->last = MAX (record->last, event->time);
}

/**
 * kist_run_records_of:
 * @events: (element-type KistEvent): all events, in the order in which they happened
 * @thing: a Thing's key
 * @step: the id of a Decide step
 *
 * A run that was gone back in after it ended stays as it was, and what follows is a run of its own with the same
 * beginning. Within a run that had not ended, a choice that was taken back does not count.
 *
 * Returns: (transfer full) (element-type KistRunRecord): the runs, in the order in which they were begun
 */
GPtrArray *
kist_run_records_of (GPtrArray *events, const char *thing, const char *step)
{
  Fold fold = { .records = g_ptr_array_new_with_free_func ((GDestroyNotify)run_record_free) };
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (events != NULL, fold.records);
  g_return_val_if_fail (thing != NULL && step != NULL, fold.records);

  fold.by_id = by_id;
  for (unsigned i = 0; i < events->len; i++)
    {
      const KistEvent *event = g_ptr_array_index (events, i);

      if (event->item && g_str_equal (event->step, step) && g_str_equal (event->thing, thing))
        add (&fold, event);
    }
  return fold.records;
}

/**
 * kist_run_records_lookup:
 * @records: (element-type KistRunRecord): runs
 * @id: a run's id
 *
 * Returns: (transfer none) (nullable): the run, which lives as long as @records
 */
KistRunRecord *
kist_run_records_lookup (GPtrArray *records, const char *id)
{
  g_return_val_if_fail (records != NULL && id != NULL, NULL);

  for (unsigned i = 0; i < records->len; i++)
    if (g_str_equal (((KistRunRecord *)g_ptr_array_index (records, i))->id, id))
      return g_ptr_array_index (records, i);
  return NULL;
}

/* What happened in each step's runs, in its order. */
static GHashTable *
part_by_step (GPtrArray *events)
{
  GHashTable *steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (unsigned i = 0; i < events->len; i++)
    {
      KistEvent       *event = g_ptr_array_index (events, i);
      g_autofree char *step = NULL;
      GPtrArray       *part;

      if (event->verb != KIST_VERB_CHOSE && event->verb != KIST_VERB_RETURNED && event->verb != KIST_VERB_ENDED)
        continue;
      step = g_strdup_printf ("%s %s", event->thing, event->step);
      part = g_hash_table_lookup (steps, step);
      if (!part)
        {
          part = g_ptr_array_new ();
          g_hash_table_insert (steps, g_steal_pointer (&step), part);
        }
      g_ptr_array_add (part, event);
    }
  return steps;
}

static void
collect_standing (GHashTable *standing, GPtrArray *part)
{
  const KistEvent *first = g_ptr_array_index (part, 0);
  g_autoptr (GPtrArray) records = kist_run_records_of (part, first->thing, first->step);

  for (unsigned i = 0; i < records->len; i++)
    {
      const KistRunRecord *record = g_ptr_array_index (records, i);

      for (unsigned k = 0; k < record->choices->len; k++)
        g_hash_table_add (standing, (gpointer)((KistRunChoice *)g_ptr_array_index (record->choices, k))->event);
    }
}

/**
 * kist_run_events_that_stand:
 * @events: (element-type KistEvent): all events, in the order in which they happened
 *
 * What happened is never changed, and so neither is a choice that was taken back before its run ended: it is only no
 * part of the run any more. Here it is left out, whether or not another one was taken in its place. The choices of a
 * run that ended stand, also when one went back in it afterwards.
 *
 * Returns: (transfer container) (element-type KistEvent): @events without the choices that were taken back
 */
GPtrArray *
kist_run_events_that_stand (GPtrArray *events)
{
  GPtrArray *kept = g_ptr_array_new ();
  g_autoptr (GHashTable) steps = NULL;
  g_autoptr (GHashTable) standing = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       part;

  g_return_val_if_fail (events != NULL, kept);

  steps = part_by_step (events);
  g_hash_table_iter_init (&iter, steps);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    collect_standing (standing, part);
  for (unsigned i = 0; i < events->len; i++)
    {
      KistEvent *event = g_ptr_array_index (events, i);

      if (event->verb != KIST_VERB_CHOSE || !event->item || g_hash_table_contains (standing, event))
        g_ptr_array_add (kept, event);
    }
  return kept;
}

/**
 * kist_run_id_is_group:
 * @id: (nullable): a run's id, as events have it
 *
 * Returns: whether it is a group's run and not the person's own
 */
gboolean
kist_run_id_is_group (const char *id)
{
  return id && g_str_has_prefix (id, KIST_RUN_GROUP_PREFIX);
}
