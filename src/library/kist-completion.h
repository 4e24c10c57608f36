/* Where a person stands with a step, a Thing and everything: the rule of the step's kind, asked of the facts. Pure: the
 * same material and the same facts give the same answer. Belongs to the thread of its KistProgress. */
#pragma once

#include "library/kist-library.h"
#include "progress/kist-progress.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_STATE_NOT_STARTED,
  KIST_STATE_STARTED,
  KIST_STATE_DONE,
} KistState;

/**
 * KistCompletion:
 * @state: where it stands
 * @done: how many of @total are done: tasks, questions, prompts, items, words, or steps of a Thing
 * @total: how many there are; 0 when counting makes no sense
 */
typedef struct
{
  KistState state;
  unsigned  done;
  unsigned  total;
} KistCompletion;

/**
 * KistSuggestion:
 * @thing: (transfer none): the Thing
 * @step: (transfer none): a step of it
 *
 * A step to go on with. Lives as long as its library.
 */
typedef struct
{
  KistThing *thing;
  KistStep  *step;
} KistSuggestion;

KistCompletion kist_completion_of_step (KistLibrary *library, KistProgress *progress, KistThing *thing, KistStep *step);
KistCompletion kist_completion_of_thing (KistLibrary *library, KistProgress *progress, KistThing *thing);
KistStep *kist_completion_next_step (KistLibrary *library, KistProgress *progress, KistThing *thing, KistStep *after);
GArray   *kist_completion_suggest (KistLibrary *library, KistProgress *progress, unsigned minutes);

G_END_DECLS
