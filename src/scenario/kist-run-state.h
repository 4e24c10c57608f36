/* What a run has come to: where one stands and everything that was counted on the way. Changes in place; KistRun keeps
 * each of its states to itself and copies before it changes, which is what makes a run immutable. */
#pragma once

#include "kist-scenario.h"

G_BEGIN_DECLS

/**
 * KistRunState:
 * @scenario: (unowned): outlives the state
 * @passage: the passage stood in
 * @score: the sum of all scores
 * @outcomes: (owned): one for each bar
 * @visited: (owned): one for each passage
 * @variables: (owned) (element-type utf8 gint64): those that were set; the names are the scenario's
 * @taken: (owned) (element-type gpointer): choices that are offered only once, and were taken
 * @offered: (owned) (element-type guint): indices into the choices of the passage
 */
typedef struct
{
  KistScenario *scenario;
  unsigned      passage;
  gint64        score;
  gint64       *outcomes;
  unsigned     *visited;
  GHashTable   *variables;
  GHashTable   *taken;
  GArray       *offered;
} KistRunState;

KistRunState      *kist_run_state_new (KistScenario *scenario);
KistRunState      *kist_run_state_new_at (KistScenario *scenario, unsigned passage);
KistRunState      *kist_run_state_copy (const KistRunState *self);
void               kist_run_state_free (KistRunState *self);
gint64             kist_run_state_get_variable (const KistRunState *self, const char *name);
const KistPassage *kist_run_state_get_current (const KistRunState *self);
gboolean           kist_run_state_is_offered (const KistRunState *self, unsigned choice);
gboolean           kist_run_state_is_taken (const KistRunState *self, unsigned passage, unsigned choice);
gboolean           kist_run_state_take (KistRunState *self, unsigned index, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistRunState, kist_run_state_free)

G_END_DECLS
