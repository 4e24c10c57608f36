#include "kist-completion.h"

/* Sets done of total, and from these the state of a step that was touched. */
static KistCompletion
count (const KistStepFacts *facts, unsigned done, unsigned total)
{
  KistCompletion completion = { KIST_STATE_NOT_STARTED, done, total };

  if (total > 0 && done >= total)
    completion.state = KIST_STATE_DONE;
  else if (facts)
    completion.state = KIST_STATE_STARTED;
  return completion;
}

/* For steps where counting makes no sense. */
static KistCompletion
judge (const KistStepFacts *facts, gboolean is_done)
{
  KistCompletion completion = { KIST_STATE_NOT_STARTED, 0, 0 };

  if (facts)
    completion.state = is_done ? KIST_STATE_DONE : KIST_STATE_STARTED;
  return completion;
}

static gboolean
has_item (const KistStepFacts *facts, const char *item, KistVerb verb)
{
  const KistItemFacts *found = facts ? g_hash_table_lookup (facts->items, item) : NULL;

  return found && found->verb == verb && (verb != KIST_VERB_REFLECTED || found->value > 0);
}

static KistCompletion
of_parts (const KistStepFacts *facts, KistStep *step)
{
  gboolean is_do = kist_step_get_kind (step) == KIST_STEP_DO;
  unsigned done = 0;

  for (unsigned i = 0; i < kist_step_get_n_parts (step); i++)
    {
      const char *id = kist_step_get_part (step, i)->id;

      if (is_do)
        done += has_item (facts, id, KIST_VERB_TICKED) || has_item (facts, id, KIST_VERB_SKIPPED);
      else
        done += has_item (facts, id, KIST_VERB_REFLECTED);
    }
  return count (facts, done, kist_step_get_n_parts (step));
}

static KistCompletion
of_quiz (const KistStepFacts *facts, KistQuiz *quiz)
{
  unsigned total = 0, done = 0;

  for (unsigned i = 0; quiz && i < kist_quiz_get_n_questions (quiz); i++)
    {
      const KistQuestion *question = kist_quiz_get_question (quiz, i);

      if (question->kind == KIST_QUESTION_DESCRIPTION)
        continue;
      total++;
      done += has_item (facts, question->id, KIST_VERB_ANSWERED);
    }
  return count (facts, done, total);
}

static KistCompletion
of_scale (const KistStepFacts *facts, KistScale *scale)
{
  unsigned total = scale ? kist_scale_get_n_items (scale) : 0, done = 0;

  for (unsigned i = 0; i < total; i++)
    done += has_item (facts, kist_scale_get_item (scale, i)->id, KIST_VERB_RATED);
  return count (facts, done, total);
}

static KistCompletion
of_entry (const KistStepFacts *facts, KistBadge *badge)
{
  KistCompletion completion = judge (facts, facts && facts->is_met);

  completion.total = badge ? kist_badge_get_min_words (badge) : 0;
  completion.done = facts ? facts->words : 0;
  return completion;
}

/* The steps of a Thing that still want doing, from the one last touched on and then round. Appends those that fit. */
static void
suggest_steps (KistLibrary *library, KistProgress *progress, KistThing *thing, unsigned *minutes, GArray *suggestions)
{
  const char *key = kist_thing_get_key (thing);
  unsigned    n_steps = kist_thing_get_n_steps (thing), start = 0;
  gint64      last = 0;

  for (unsigned i = 0; i < n_steps; i++)
    {
      const KistStepFacts *facts =
          kist_progress_get_step (progress, key, kist_step_get_id (kist_thing_get_step (thing, i)));

      if (facts && facts->last > last)
        {
          last = facts->last;
          start = i;
        }
    }
  for (unsigned i = 0; i < n_steps; i++)
    {
      KistSuggestion suggestion = { thing, kist_thing_get_step (thing, (start + i) % n_steps) };
      unsigned       needed = kist_step_get_minutes (suggestion.step);

      if (needed > *minutes ||
          kist_completion_of_step (library, progress, thing, suggestion.step).state == KIST_STATE_DONE)
        continue;
      *minutes -= needed;
      g_array_append_val (suggestions, suggestion);
    }
}

static int
compare_last_times_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  KistThing *const *a_thing = a, *const *b_thing = b;
  gint64            a_time = kist_progress_get_last_time (data, kist_thing_get_key (*a_thing));
  gint64            b_time = kist_progress_get_last_time (data, kist_thing_get_key (*b_thing));

  return (a_time < b_time) - (a_time > b_time);
}

/**
 * kist_completion_of_step:
 * @library: a library
 * @progress: what someone did
 * @thing: a Thing of @library
 * @step: a step of @thing
 *
 * The rules are those of #KistStepKind. A step whose quiz or scale is refused can be started and is never done.
 *
 * Returns: where they stand with it. Of a Write step, done is its words and total the least its badge asks for, which
 *   says nothing of the badge's other limits: its state does.
 */
KistCompletion
kist_completion_of_step (KistLibrary *library, KistProgress *progress, KistThing *thing, KistStep *step)
{
  const KistStepFacts *facts;

  g_return_val_if_fail (KIST_IS_LIBRARY (library) && KIST_IS_PROGRESS (progress), (KistCompletion){ 0 });
  g_return_val_if_fail (KIST_IS_THING (thing) && KIST_IS_STEP (step), (KistCompletion){ 0 });

  facts = kist_progress_get_step (progress, kist_thing_get_key (thing), kist_step_get_id (step));
  switch (kist_step_get_kind (step))
    {
    case KIST_STEP_DO:
    case KIST_STEP_REFLECT:
      return of_parts (facts, step);
    case KIST_STEP_DECIDE:
      return judge (facts, facts && facts->n_runs > 0);
    case KIST_STEP_CHECK:
      return of_quiz (facts, kist_library_lookup_quiz (library, thing, step));
    case KIST_STEP_RATE:
      return of_scale (facts, kist_library_lookup_scale (library, thing, step));
    case KIST_STEP_WRITE:
      return of_entry (facts, kist_library_lookup_badge (library, kist_thing_get_badge (thing)));
    case KIST_STEP_READ:
    case KIST_STEP_WATCH:
    default:
      return judge (facts, facts && facts->is_read);
    }
}

/**
 * kist_completion_of_thing:
 * @library: a library
 * @progress: what someone did
 * @thing: a Thing of @library
 *
 * Returns: where they stand with it: done and total are steps
 */
KistCompletion
kist_completion_of_thing (KistLibrary *library, KistProgress *progress, KistThing *thing)
{
  KistCompletion completion = { KIST_STATE_NOT_STARTED, 0, 0 };

  g_return_val_if_fail (KIST_IS_THING (thing), completion);

  completion.total = kist_thing_get_n_steps (thing);
  for (unsigned i = 0; i < completion.total; i++)
    {
      KistState state = kist_completion_of_step (library, progress, thing, kist_thing_get_step (thing, i)).state;

      completion.done += state == KIST_STATE_DONE;
      if (state != KIST_STATE_NOT_STARTED)
        completion.state = KIST_STATE_STARTED;
    }
  if (completion.done == completion.total)
    completion.state = KIST_STATE_DONE;
  return completion;
}

/**
 * kist_completion_next_step:
 * @library: a library
 * @progress: what someone did
 * @thing: a Thing of @library
 * @after: (nullable): a step of @thing, or %NULL to begin at its first
 *
 * Returns: (transfer none) (nullable): the first step behind @after that is not done, else the first of all that is
 * not, which may be @after itself; %NULL when all are
 */
KistStep *
kist_completion_next_step (KistLibrary *library, KistProgress *progress, KistThing *thing, KistStep *after)
{
  unsigned n_steps, start = 0;

  g_return_val_if_fail (KIST_IS_THING (thing), NULL);

  n_steps = kist_thing_get_n_steps (thing);
  for (unsigned i = 0; i < n_steps; i++)
    if (kist_thing_get_step (thing, i) == after)
      start = i + 1;
  for (unsigned i = 0; i < n_steps; i++)
    {
      KistStep *step = kist_thing_get_step (thing, (start + i) % n_steps);

      if (kist_completion_of_step (library, progress, thing, step).state != KIST_STATE_DONE)
        return step;
    }
  return NULL;
}

/**
 * kist_completion_suggest:
 * @library: a library
 * @progress: what someone did
 * @minutes: how much time they have
 *
 * Picks steps that are not done and together fit into @minutes: of the Thing touched last, from the step touched last
 * on and then round; then of the Thing touched before; then of those never touched, in the library's order. A step that
 * no longer fits is passed over for a later one that does, since Things have no gates.
 *
 * Returns: (transfer full) (element-type KistSuggestion): the steps, which live as long as @library; perhaps empty
 */
GArray *
kist_completion_suggest (KistLibrary *library, KistProgress *progress, unsigned minutes)
{
  GArray *suggestions = g_array_new (FALSE, FALSE, sizeof (KistSuggestion));
  g_autoptr (GPtrArray) things = g_ptr_array_new ();

  g_return_val_if_fail (KIST_IS_LIBRARY (library) && KIST_IS_PROGRESS (progress), suggestions);

  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    g_ptr_array_add (things, kist_library_get_thing (library, i));
  g_ptr_array_sort_with_data (things, compare_last_times_cb, progress);
  for (unsigned i = 0; i < things->len && minutes > 0; i++)
    suggest_steps (library, progress, g_ptr_array_index (things, i), &minutes, suggestions);
  return suggestions;
}
