#include "kist-graph-plan.h"

static void
line_free (KistGraphLine *line)
{
  g_array_unref (line->points);
  g_free (line);
}

static void
part_free (KistGraphPart *part)
{
  g_array_unref (part->passages);
  g_array_unref (part->lines);
  g_free (part);
}

/* One line for all choices between the same two passages. */
static void
find_lines (KistGraphPlan *self)
{
  KistGraphLayout     *layout = self->layout;
  unsigned             n_nodes = kist_graph_get_n_nodes (self->graph);
  g_autofree unsigned *known = g_new0 (unsigned, n_nodes); /* the line to each + 1, when it is of this passage */

  layout->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  for (unsigned i = 0; i < n_nodes; i++)
    {
      self->first_lines[i] = layout->lines->len;
      for (unsigned j = kist_graph_get_first_edge (self->graph, i); j < kist_graph_get_first_edge (self->graph, i + 1);
           j++)
        {
          unsigned       to = kist_graph_get_edge (self->graph, j)->to;
          KistGraphLine *line;

          layout->edge_lines[j] = G_MAXUINT;
          if (!layout->places[i].is_placed)
            continue;
          if (known[to] <= self->first_lines[i])
            {
              line = g_new0 (KistGraphLine, 1);
              line->from = i;
              line->to = to;
              line->is_back = i == to;
              line->points = g_array_new (FALSE, FALSE, sizeof (KistGraphPoint));
              g_ptr_array_add (layout->lines, line);
              known[to] = layout->lines->len;
            }
          layout->edge_lines[j] = known[to] - 1;
        }
    }
  self->first_lines[n_nodes] = layout->lines->len;
}

/* Depth first from @root; a line that leads to where the search came through closes a cycle, and is drawn upwards.
 * Passages that were left go before those that were left earlier, so that every other line leads down. */
static void
search (KistGraphPlan *self, unsigned root, unsigned *next, guint8 *states)
{
  enum
  {
    NEW,
    OPEN,
    LEFT
  };
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (unsigned));

  if (states[root] != NEW)
    return;
  states[root] = OPEN;
  g_array_append_val (self->met, root);
  g_array_append_val (way, root);
  while (way->len > 0)
    {
      unsigned       here = g_array_index (way, unsigned, way->len - 1);
      KistGraphLine *line;

      if (next[here] == self->first_lines[here + 1])
        {
          states[here] = LEFT;
          g_array_append_val (self->sorted, here);
          g_array_set_size (way, way->len - 1);
          continue;
        }
      line = g_ptr_array_index (self->layout->lines, next[here]++);
      if (states[line->to] == OPEN)
        line->is_back = TRUE;
      if (states[line->to] != NEW)
        continue;
      states[line->to] = OPEN;
      g_array_append_val (self->met, line->to);
      g_array_append_val (way, line->to);
    }
}

/* The start first, then what nothing leads to, then what is only reached from itself. */
static void
break_cycles (KistGraphPlan *self)
{
  unsigned             n_nodes = kist_graph_get_n_nodes (self->graph);
  g_autofree unsigned *next = g_memdup2 (self->first_lines, n_nodes * sizeof (unsigned));
  g_autofree guint8   *states = g_new0 (guint8, n_nodes);
  g_autofree gboolean *is_target = g_new0 (gboolean, n_nodes);

  for (unsigned i = 0; i < self->layout->lines->len; i++)
    is_target[kist_graph_plan_get_line (self, i)->to] = TRUE;
  search (self, kist_scenario_get_start (kist_graph_get_scenario (self->graph)), next, states);
  for (unsigned i = 0; i < n_nodes; i++)
    if (self->layout->places[i].is_placed && !is_target[i])
      search (self, i, next, states);
  for (unsigned i = 0; i < n_nodes; i++)
    if (self->layout->places[i].is_placed)
      search (self, i, next, states);
  for (unsigned i = 0; i < self->sorted->len / 2; i++)
    {
      unsigned *first = &g_array_index (self->sorted, unsigned, i);
      unsigned *last = &g_array_index (self->sorted, unsigned, self->sorted->len - 1 - i);
      unsigned  kept = *first;

      *first = *last;
      *last = kept;
    }
}

static unsigned
find_root (unsigned *roots, unsigned node)
{
  while (roots[node] != node)
    node = roots[node] = roots[roots[node]];
  return node;
}

static void
find_parts (KistGraphPlan *self)
{
  unsigned             n_nodes = kist_graph_get_n_nodes (self->graph);
  g_autofree unsigned *roots = g_new (unsigned, n_nodes);
  g_autofree unsigned *numbers = g_new0 (unsigned, n_nodes); /* of a root's part + 1 */

  for (unsigned i = 0; i < n_nodes; i++)
    roots[i] = i;
  for (unsigned i = 0; i < self->layout->lines->len; i++)
    {
      const KistGraphLine *line = kist_graph_plan_get_line (self, i);

      roots[find_root (roots, line->to)] = find_root (roots, line->from);
    }
  for (unsigned i = 0; i < self->met->len; i++)
    {
      unsigned       passage = g_array_index (self->met, unsigned, i);
      unsigned       root = find_root (roots, passage);
      KistGraphPart *part;

      if (numbers[root] == 0)
        {
          part = g_new0 (KistGraphPart, 1);
          part->passages = g_array_new (FALSE, FALSE, sizeof (unsigned));
          part->lines = g_array_new (FALSE, FALSE, sizeof (unsigned));
          g_ptr_array_add (self->parts, part);
          numbers[root] = self->parts->len;
        }
      part = g_ptr_array_index (self->parts, numbers[root] - 1);
      g_array_append_val (part->passages, passage);
      self->layout->places[passage].part = numbers[root] - 1;
    }
  for (unsigned i = 0; i < self->layout->lines->len; i++)
    {
      const KistGraphLine *line = kist_graph_plan_get_line (self, i);
      KistGraphPart       *part = g_ptr_array_index (self->parts, self->layout->places[line->from].part);

      if (line->from != line->to)
        g_array_append_val (part->lines, i);
    }
}

/**
 * kist_graph_plan_new:
 * @graph: what is drawn
 * @layout: the drawing, which outlives the plan; its places say which passages are in it
 *
 * Finds the lines and turns round as many as it takes for none to lead in circles: those that close a cycle for one who
 * follows the choices in their order.
 *
 * Returns: (transfer full): a plan, with the layers still to be found
 */
KistGraphPlan *
kist_graph_plan_new (KistGraph *graph, KistGraphLayout *layout)
{
  KistGraphPlan *self = g_new0 (KistGraphPlan, 1);

  self->graph = graph;
  self->layout = layout;
  self->first_lines = g_new0 (unsigned, kist_graph_get_n_nodes (graph) + 1);
  self->met = g_array_new (FALSE, FALSE, sizeof (unsigned));
  self->sorted = g_array_new (FALSE, FALSE, sizeof (unsigned));
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  find_lines (self);
  break_cycles (self);
  find_parts (self);
  return self;
}

/**
 * kist_graph_plan_free:
 * @self: a plan
 */
void
kist_graph_plan_free (KistGraphPlan *self)
{
  g_free (self->first_lines);
  g_array_unref (self->met);
  g_array_unref (self->sorted);
  g_ptr_array_unref (self->parts);
  g_free (self);
}
