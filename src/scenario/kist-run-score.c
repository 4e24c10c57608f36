#include "kist-run-score.h"

/* @way is cut where it came through @passage before; @places says where that was, from 1. */
static void
cut_loop (GArray *way, GHashTable *places, unsigned passage)
{
  unsigned length = GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (passage)));

  if (length == 0)
    return;
  for (unsigned i = length - 1; i < way->len; i++)
    g_hash_table_remove (places, GUINT_TO_POINTER (g_array_index (way, KistTrailStep, i).passage));
  g_array_set_size (way, length - 1);
}

/**
 * kist_run_score_without_loops:
 * @self: a run
 *
 * Takes as long as the run is.
 *
 * Returns: the sum of the scores of what was chosen, without what was chosen between two visits of the same passage
 */
gint64
kist_run_score_without_loops (KistRun *self)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (KistTrailStep));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  gint64 score = 0;

  for (unsigned i = 0; i < kist_run_get_length (self); i++)
    {
      const KistTrailStep *step = kist_run_get_trail_step (self, i);

      cut_loop (way, places, step->passage);
      g_array_append_vals (way, step, 1);
      g_hash_table_insert (places, GUINT_TO_POINTER (step->passage), GUINT_TO_POINTER (way->len));
    }
  cut_loop (way, places, kist_run_get_passage (self));
  for (unsigned i = 0; i < way->len; i++)
    {
      const KistTrailStep *step = &g_array_index (way, KistTrailStep, i);
      const KistChoice    *choice = g_ptr_array_index (
          kist_scenario_get_passage (kist_run_get_scenario (self), step->passage)->choices, step->choice);

      if (__builtin_add_overflow (score, choice->score, &score))
        return choice->score > 0 ? G_MAXINT64 : G_MININT64;
    }
  return score;
}
