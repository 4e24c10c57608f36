/* In which layer each passage stands. */
#include "kist-graph-plan.h"

/* How often passages are moved nearer to what they are joined to; after that hardly any moves. */
#define N_ROUNDS 4

typedef struct
{
  KistGraphPlan *plan;
  unsigned      *first_uppers; /* (owned) for each passage, and one more */
  unsigned      *uppers;       /* (owned) the passages from which a line leads down to it */
  unsigned      *first_lowers; /* (owned) */
  unsigned      *lowers;       /* (owned) the passages to which a line leads down */
} Layers;

/* Fills @firsts and returns (transfer full) the other ends of the lines at each passage. */
static unsigned *
find_neighbours (KistGraphPlan *plan, gboolean is_up, unsigned *firsts)
{
  unsigned             n_nodes = kist_graph_get_n_nodes (plan->graph);
  unsigned            *neighbours = g_new (unsigned, MAX (plan->layout->lines->len, 1));
  g_autofree unsigned *next = NULL;

  for (unsigned round = 0; round < 2; round++)
    {
      for (unsigned i = 0; i < plan->layout->lines->len; i++)
        {
          const KistGraphLine *line = kist_graph_plan_get_line (plan, i);
          unsigned             upper = kist_graph_line_get_upper (line);
          unsigned             lower = kist_graph_line_get_lower (line);

          if (upper == lower)
            continue;
          if (round == 0)
            firsts[(is_up ? lower : upper) + 1]++;
          else
            neighbours[next[is_up ? lower : upper]++] = is_up ? upper : lower;
        }
      for (unsigned i = 0; i < n_nodes && round == 0; i++)
        firsts[i + 1] += firsts[i];
      if (round == 0)
        next = g_memdup2 (firsts, (n_nodes + 1) * sizeof (unsigned));
    }
  return neighbours;
}

/* Every passage as high as the longest way that leads down to it allows. */
static void
hang (Layers *self)
{
  KistGraphPlace *places = self->plan->layout->places;
  const GArray   *sorted = self->plan->sorted;

  for (unsigned i = 0; i < sorted->len; i++)
    {
      unsigned passage = g_array_index (sorted, unsigned, i);

      places[passage].layer = 0;
      for (unsigned j = self->first_uppers[passage]; j < self->first_uppers[passage + 1]; j++)
        places[passage].layer = MAX (places[passage].layer, places[self->uppers[j]].layer + 1);
    }
}

/* Moves @passage as far down as it may when more lines leave it downwards than upwards, and up in the other case: both
 * make the lines shorter. */
static void
pull (Layers *self, unsigned passage)
{
  KistGraphPlace *places = self->plan->layout->places;
  unsigned        n_uppers = self->first_uppers[passage + 1] - self->first_uppers[passage];
  unsigned        n_lowers = self->first_lowers[passage + 1] - self->first_lowers[passage];
  unsigned        highest = 0;
  unsigned        lowest = G_MAXUINT;

  for (unsigned i = 0; i < n_uppers; i++)
    highest = MAX (highest, places[self->uppers[self->first_uppers[passage] + i]].layer + 1);
  for (unsigned i = 0; i < n_lowers; i++)
    lowest = MIN (lowest, places[self->lowers[self->first_lowers[passage] + i]].layer - 1);
  if (n_lowers > n_uppers)
    places[passage].layer = lowest;
  else if (n_uppers > n_lowers)
    places[passage].layer = highest;
}

static void
begin_at_the_top (KistGraphPlan *plan, KistGraphPart *part)
{
  KistGraphPlace *places = plan->layout->places;
  unsigned        top = G_MAXUINT;

  for (unsigned i = 0; i < part->passages->len; i++)
    top = MIN (top, places[g_array_index (part->passages, unsigned, i)].layer);
  for (unsigned i = 0; i < part->passages->len; i++)
    {
      KistGraphPlace *place = &places[g_array_index (part->passages, unsigned, i)];

      place->layer -= top;
      part->n_layers = MAX (part->n_layers, place->layer + 1);
    }
  plan->layout->n_layers = MAX (plan->layout->n_layers, part->n_layers);
}

/**
 * kist_graph_plan_find_layers:
 * @self: a plan
 *
 * Gives every passage its layer, so that every line that does not lead back leads down by one layer at least.
 */
void
kist_graph_plan_find_layers (KistGraphPlan *self)
{
  unsigned n_nodes = kist_graph_get_n_nodes (self->graph);
  Layers   layers = {
      .plan = self,
      .first_uppers = g_new0 (unsigned, n_nodes + 1),
      .first_lowers = g_new0 (unsigned, n_nodes + 1),
  };

  layers.uppers = find_neighbours (self, TRUE, layers.first_uppers);
  layers.lowers = find_neighbours (self, FALSE, layers.first_lowers);
  hang (&layers);
  for (unsigned round = 0; round < N_ROUNDS; round++)
    for (unsigned i = 0; i < self->sorted->len; i++)
      pull (&layers, g_array_index (self->sorted, unsigned, round % 2 ? i : self->sorted->len - 1 - i));
  for (unsigned i = 0; i < self->parts->len; i++)
    begin_at_the_top (self, g_ptr_array_index (self->parts, i));
  g_free (layers.first_uppers);
  g_free (layers.uppers);
  g_free (layers.first_lowers);
  g_free (layers.lowers);
}
