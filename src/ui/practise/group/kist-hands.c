#include "kist-hands.h"

#include <glib/gi18n.h>

#include "progress/kist-run-record.h"

/**
 * kist_hands_find_leading:
 * @hands: (array length=n_choices): how many hands each choice has
 * @n_choices: how many choices there are
 *
 * Returns: the choice with the most hands, or -1 when two have as many or nobody has shown any
 */
int
kist_hands_find_leading (const unsigned *hands, unsigned n_choices)
{
  unsigned most = 0;
  int      leading = -1;

  for (unsigned i = 0; i < n_choices; i++)
    {
      if (hands[i] > most)
        leading = (int)i;
      else if (hands[i] == most)
        leading = -1;
      most = MAX (most, hands[i]);
    }
  return leading;
}

/**
 * kist_hands_dup_words:
 * @run: a run
 * @position: how many choices it had
 * @counts: (nullable) (element-type KistHandCount): what was counted in it
 *
 * Returns: (transfer full) (nullable): "Hands: 5 for “Leave it”, 3 for “Accept it”", or %NULL when none were counted
 *   there
 */
char *
kist_hands_dup_words (KistRun *run, unsigned position, GArray *counts)
{
  const KistTrailStep *step = kist_run_get_trail_step (run, position);
  const KistPassage   *passage = kist_scenario_get_passage (kist_run_get_scenario (run), step->passage);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (unsigned i = 0; counts && i < counts->len; i++)
    {
      const KistHandCount *count = &g_array_index (counts, KistHandCount, i);

      if (count->position == position && count->choice < passage->choices->len)
        g_ptr_array_add (
            parts,
            /* Translators: how many hands were shown for a choice: 5 for “Leave it” */
            g_strdup_printf (_ ("%u for “%s”"), count->hands,
                             ((const KistChoice *)g_ptr_array_index (passage->choices, count->choice))->text));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (", ", (char **)parts->pdata);
  return g_strdup_printf (_ ("Hands: %s"), list);
}
