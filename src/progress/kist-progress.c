#include "kist-progress.h"

#include "base/kist-date.h"

/* All that is known of one step. */
typedef struct
{
  KistStepFacts facts;
  GPtrArray    *ratings; /* (element-type KistRatings) (owned): by sitting, oldest first */
} StepState;

typedef struct
{
  gint64      last;
  GHashTable *steps; /* (element-type utf8 StepState) (owned) */
} ThingState;

struct _KistProgress
{
  GObject parent_instance;

  GHashTable *things; /* (element-type utf8 ThingState) (owned) */
};

G_DEFINE_FINAL_TYPE (KistProgress, kist_progress, G_TYPE_OBJECT)

static void
item_facts_free (KistItemFacts *item)
{
  g_free (item->text);
  g_free (item);
}

static void
ratings_free (KistRatings *ratings)
{
  g_clear_pointer (&ratings->values, g_hash_table_unref);
  g_free (ratings);
}

static void
step_state_free (StepState *state)
{
  g_ptr_array_unref (state->facts.endings);
  g_free (state->facts.entry);
  g_hash_table_unref (state->facts.items);
  g_ptr_array_unref (state->ratings);
  g_free (state);
}

static void
thing_state_free (ThingState *state)
{
  g_hash_table_unref (state->steps);
  g_free (state);
}

static StepState *
step_state_new (void)
{
  StepState *state = g_new0 (StepState, 1);

  state->facts.endings = g_ptr_array_new_with_free_func (g_free);
  state->facts.items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)item_facts_free);
  state->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify)ratings_free);
  return state;
}

static StepState *
lookup_step (KistProgress *self, const char *thing, const char *step)
{
  ThingState *state = g_hash_table_lookup (self->things, thing);

  return state ? g_hash_table_lookup (state->steps, step) : NULL;
}

static StepState *
ensure_step (KistProgress *self, const KistEvent *event)
{
  ThingState *thing = g_hash_table_lookup (self->things, event->thing);
  StepState  *step;

  if (!thing)
    {
      thing = g_new0 (ThingState, 1);
      thing->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)step_state_free);
      g_hash_table_insert (self->things, g_strdup (event->thing), thing);
    }
  thing->last = MAX (thing->last, event->time);

  step = g_hash_table_lookup (thing->steps, event->step);
  if (!step)
    {
      step = step_state_new ();
      g_hash_table_insert (thing->steps, g_strdup (event->step), step);
    }
  return step;
}

static void
set_item (KistStepFacts *facts, const KistEvent *event)
{
  KistItemFacts *item;

  if (!event->item)
    return;
  item = g_new0 (KistItemFacts, 1);
  item->verb = event->verb;
  item->value = event->value;
  item->text = g_strdup (event->text);
  item->time = event->time;
  g_hash_table_insert (facts->items, g_strdup (event->item), item);
}

static KistRatings *
ratings_new (const KistRatings *before, gint64 time)
{
  KistRatings   *ratings = g_new0 (KistRatings, 1);
  GHashTableIter iter;
  gpointer       item, value;

  ratings->begun = ratings->ended = time;
  ratings->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!before)
    return ratings;
  g_hash_table_iter_init (&iter, before->values);
  while (g_hash_table_iter_next (&iter, &item, &value))
    g_hash_table_insert (ratings->values, g_strdup (item), value);
  return ratings;
}

/* The rule of sittings stands with KistRatings. To be asked before the item's facts are overwritten. */
static void
add_rating (StepState *step, const KistEvent *event)
{
  KistRatings   *sitting = step->ratings->len > 0 ? g_ptr_array_index (step->ratings, step->ratings->len - 1) : NULL;
  KistItemFacts *item = event->item ? g_hash_table_lookup (step->facts.items, event->item) : NULL;
  gboolean       is_again;

  if (!event->item)
    return;
  is_again = sitting && item && item->time >= sitting->begun;
  if (!sitting || (is_again && kist_date_get_span (sitting->ended, event->time) > G_TIME_SPAN_DAY))
    {
      sitting = ratings_new (sitting, event->time);
      is_again = FALSE;
      g_ptr_array_add (step->ratings, sitting);
    }
  sitting->n_rated += is_again ? 0 : 1;
  sitting->ended = MAX (sitting->ended, event->time);
  g_hash_table_insert (sitting->values, g_strdup (event->item),
                       GINT_TO_POINTER ((int)CLAMP (event->value, G_MININT, G_MAXINT)));
}

static void
add_ending (KistStepFacts *facts, const char *ending)
{
  facts->n_runs++;
  if (ending && !g_ptr_array_find_with_equal_func (facts->endings, ending, g_str_equal, NULL))
    g_ptr_array_add (facts->endings, g_strdup (ending));
}

static void
kist_progress_finalize (GObject *object)
{
  KistProgress *self = KIST_PROGRESS (object);

  g_clear_pointer (&self->things, g_hash_table_unref);
  G_OBJECT_CLASS (kist_progress_parent_class)->finalize (object);
}

static void
kist_progress_class_init (KistProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_progress_finalize;
}

static void
kist_progress_init (KistProgress *self)
{
  self->things = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)thing_state_free);
}

/**
 * kist_progress_new:
 *
 * Returns: (transfer full): the progress of someone who did nothing yet
 */
KistProgress *
kist_progress_new (void)
{
  return g_object_new (KIST_TYPE_PROGRESS, NULL);
}

/**
 * kist_progress_add:
 * @self: a progress
 * @event: what happened next
 *
 * Folds one event in; what is about no step changes nothing. Of one step, events must come in the order in which they
 * happened; the order between steps makes no difference.
 */
void
kist_progress_add (KistProgress *self, const KistEvent *event)
{
  StepState     *step;
  KistStepFacts *facts;

  g_return_if_fail (KIST_IS_PROGRESS (self));
  g_return_if_fail (event != NULL);

  if (!kist_verb_is_of_step (event->verb))
    return;
  step = ensure_step (self, event);
  facts = &step->facts;
  facts->first = facts->first == 0 ? event->time : MIN (facts->first, event->time);
  facts->last = MAX (facts->last, event->time);

  switch (event->verb)
    {
    case KIST_VERB_OPENED:
    case KIST_VERB_CHOSE:
    case KIST_VERB_RETURNED:
    case KIST_VERB_COUNTED:
    case KIST_VERB_HELD:
    case KIST_VERB_FOLLOWED:
      break;
    case KIST_VERB_READ:
      facts->is_read = TRUE;
      break;
    case KIST_VERB_RATED:
      add_rating (step, event);
      set_item (facts, event);
      break;
    case KIST_VERB_TICKED:
    case KIST_VERB_UNTICKED:
    case KIST_VERB_SKIPPED:
    case KIST_VERB_ANSWERED:
    case KIST_VERB_REFLECTED:
      set_item (facts, event);
      break;
    case KIST_VERB_ENDED:
      add_ending (facts, event->text);
      break;
    case KIST_VERB_WROTE:
      facts->words = CLAMP (event->value, 0, G_MAXINT);
      facts->is_met = g_strcmp0 (event->text, "met") == 0;
      g_set_str (&facts->entry, event->item);
      break;
    default:
      break;
    }
}

/**
 * kist_progress_get_step:
 * @self: a progress
 * @thing: a Thing's key
 * @step: a step's id
 *
 * Returns: (transfer none) (nullable): what is known of the step until the next event is added, or %NULL when it was
 *   never touched
 */
const KistStepFacts *
kist_progress_get_step (KistProgress *self, const char *thing, const char *step)
{
  StepState *state;

  g_return_val_if_fail (KIST_IS_PROGRESS (self), NULL);
  g_return_val_if_fail (thing != NULL && step != NULL, NULL);

  state = lookup_step (self, thing, step);
  return state ? &state->facts : NULL;
}

/**
 * kist_progress_get_item:
 * @self: a progress
 * @thing: a Thing's key
 * @step: a step's id
 * @item: the id of a task, question, prompt or rated item
 *
 * Returns: (transfer none) (nullable): what last happened to it, or %NULL when nothing did
 */
const KistItemFacts *
kist_progress_get_item (KistProgress *self, const char *thing, const char *step, const char *item)
{
  const KistStepFacts *facts = kist_progress_get_step (self, thing, step);

  g_return_val_if_fail (item != NULL, NULL);

  return facts ? g_hash_table_lookup (facts->items, item) : NULL;
}

/**
 * kist_progress_get_last_time:
 * @self: a progress
 * @thing: a Thing's key
 *
 * Returns: when one of its steps was last touched, microseconds since 1970, UTC; 0 when never
 */
gint64
kist_progress_get_last_time (KistProgress *self, const char *thing)
{
  ThingState *state;

  g_return_val_if_fail (KIST_IS_PROGRESS (self), 0);
  g_return_val_if_fail (thing != NULL, 0);

  state = g_hash_table_lookup (self->things, thing);
  return state ? state->last : 0;
}

/**
 * kist_progress_dup_ratings:
 * @self: a progress
 * @thing: a Thing's key
 * @step: the id of a Rate step
 *
 * How the scale stood after each sitting, to be overlaid in one chart. The rule of what a sitting is stands with
 * #KistRatings.
 *
 * Returns: (transfer full) (element-type KistRatings): copies, oldest first; empty when nothing was rated
 */
GPtrArray *
kist_progress_dup_ratings (KistProgress *self, const char *thing, const char *step)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)ratings_free);
  StepState *state;

  g_return_val_if_fail (KIST_IS_PROGRESS (self), NULL);
  g_return_val_if_fail (thing != NULL && step != NULL, NULL);

  state = lookup_step (self, thing, step);
  for (unsigned i = 0; state && i < state->ratings->len; i++)
    {
      const KistRatings *sitting = g_ptr_array_index (state->ratings, i);
      KistRatings       *copy = ratings_new (sitting, sitting->begun);

      copy->ended = sitting->ended;
      copy->n_rated = sitting->n_rated;
      g_ptr_array_add (all, copy);
    }
  return g_steal_pointer (&all);
}

/**
 * kist_ratings_lookup:
 * @self: how a scale stood after a sitting
 * @item: an item's id
 * @value: (out): its point; set only when %TRUE is returned
 *
 * Returns: whether the item had been rated by then
 */
gboolean
kist_ratings_lookup (const KistRatings *self, const char *item, int *value)
{
  gpointer found;

  g_return_val_if_fail (self != NULL && item != NULL && value != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->values, item, NULL, &found))
    return FALSE;
  *value = GPOINTER_TO_INT (found);
  return TRUE;
}
