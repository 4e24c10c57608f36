/* What the events add up to, step by step. Events are folded in the order in which they happened; adding one changes
 * only its own step, so that folding one by one and folding all at once are the same. It knows nothing of packs: what a
 * step needs for being complete is asked of library/. Belongs to one thread. */
#pragma once

#include "progress/kist-event.h"

G_BEGIN_DECLS

#define KIST_TYPE_PROGRESS (kist_progress_get_type ())
G_DECLARE_FINAL_TYPE (KistProgress, kist_progress, KIST, PROGRESS, GObject)

/**
 * KistStepFacts:
 * @first: when the step was first touched; 0 when never
 * @last: when it was last touched
 * @is_read: whether it was read to its end
 * @n_runs: how many runs of its scenario ended
 * @endings: (element-type utf8): names of the endings reached, each once
 * @words: words of the Write step's entry
 * @is_met: whether that entry met its badge's limits when last saved
 * @entry: (nullable): id of the Write step's entry
 * @items: (element-type utf8 KistItemFacts): state of tasks, questions, prompts and rated items by id
 *
 * What is known of one step.
 */
typedef struct
{
  gint64      first;
  gint64      last;
  gboolean    is_read;
  unsigned    n_runs;
  GPtrArray  *endings;
  unsigned    words;
  gboolean    is_met;
  char       *entry;
  GHashTable *items;
} KistStepFacts;

/**
 * KistItemFacts:
 * @verb: the last thing that happened to it
 * @value: the value it then got
 * @text: (nullable): the text it then got
 * @time: when
 */
typedef struct
{
  KistVerb verb;
  gint64   value;
  char    *text;
  gint64   time;
} KistItemFacts;

/**
 * KistRatings:
 * @begun: when the sitting's first rating was given
 * @ended: when its last was given
 * @n_rated: how many items were rated in it; the other values are from earlier sittings
 * @values: (element-type utf8 int): the points that stood at its end, by item
 *
 * How a scale stood after one sitting. Everything rated is one sitting until an item that has its point in it is rated
 * again more than a day after the sitting's last rating: so that six items rated on Monday and Wednesday are one
 * picture of oneself, a second thought the same evening corrects it, and another look a month later begins the next.
 */
typedef struct
{
  gint64      begun;
  gint64      ended;
  unsigned    n_rated;
  GHashTable *values;
} KistRatings;

gboolean kist_ratings_lookup (const KistRatings *self, const char *item, int *value);

KistProgress        *kist_progress_new (void);
void                 kist_progress_add (KistProgress *self, const KistEvent *event);
const KistStepFacts *kist_progress_get_step (KistProgress *self, const char *thing, const char *step);
const KistItemFacts *kist_progress_get_item (KistProgress *self, const char *thing, const char *step, const char *item);
gint64               kist_progress_get_last_time (KistProgress *self, const char *thing);
GPtrArray           *kist_progress_dup_ratings (KistProgress *self, const char *thing, const char *step);

G_END_DECLS
