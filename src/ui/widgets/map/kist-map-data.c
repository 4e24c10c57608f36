#include "kist-map-data.h"

#include <math.h>

/**
 * kist_map_data_new:
 * @graph: a graph
 * @walked: (nullable): what was walked of it; %NULL for an author's map
 *
 * Draws the graph, which takes long when it has thousands of passages. Any thread.
 *
 * Returns: (transfer full): what a map shows
 */
KistMapData *
kist_map_data_new (KistGraph *graph, KistWalked *walked)
{
  KistMapData *self;

  g_return_val_if_fail (KIST_IS_GRAPH (graph), NULL);
  g_return_val_if_fail (!walked || kist_walked_get_graph (walked) == graph, NULL);

  self = g_new0 (KistMapData, 1);
  self->graph = g_object_ref (graph);
  g_set_object (&self->walked, walked);
  self->layout = kist_graph_layout_new (graph, walked == NULL);
  self->lines = g_new0 (KistWalkedWhen, MAX (self->layout->lines->len, 1));
  for (unsigned i = 0; i < kist_graph_get_n_edges (graph) && walked; i++)
    {
      unsigned line = self->layout->edge_lines[i];

      if (line != G_MAXUINT)
        self->lines[line] = MAX (self->lines[line], kist_walked_get_edge (walked, i));
    }
  return self;
}

/**
 * kist_map_data_free:
 * @self: what a map shows
 */
void
kist_map_data_free (KistMapData *self)
{
  g_clear_object (&self->graph);
  g_clear_object (&self->walked);
  g_clear_pointer (&self->layout, kist_graph_layout_free);
  g_free (self->lines);
  g_free (self);
}

/**
 * kist_map_data_is_known:
 * @self: what a map shows
 * @passage: a passage
 *
 * Returns: whether it may be named: it was found, or the map is an author's
 */
gboolean
kist_map_data_is_known (const KistMapData *self, unsigned passage)
{
  return !self->walked || kist_walked_get_passage (self->walked, passage) != KIST_WALKED_NEVER;
}

/**
 * kist_map_data_is_fault:
 * @self: what a map shows
 * @passage: a passage
 *
 * Returns: whether an author's map marks it: nobody can come here, or from here to an ending
 */
gboolean
kist_map_data_is_fault (const KistMapData *self, unsigned passage)
{
  const KistGraphNode *node = kist_graph_get_node (self->graph, passage);

  return !self->walked && (!node->is_reachable || !node->can_end);
}

/**
 * kist_map_data_get_when:
 * @self: what a map shows
 * @passage: a passage
 *
 * Returns: when one was last there; on an author's map never
 */
KistWalkedWhen
kist_map_data_get_when (const KistMapData *self, unsigned passage)
{
  return self->walked ? kist_walked_get_passage (self->walked, passage) : KIST_WALKED_NEVER;
}

/**
 * kist_map_data_get_x:
 * @self: what a map shows
 * @x: in the drawing
 *
 * Returns: where that is on the map; asked with that, the other way round
 */
double
kist_map_data_get_x (const KistMapData *self, double x)
{
  return self->is_mirrored ? self->layout->width - x : x;
}

/**
 * kist_map_data_find_at:
 * @self: what a map shows
 * @x: on the map
 * @y: on the map
 *
 * Returns: the passage there, or -1
 */
int
kist_map_data_find_at (const KistMapData *self, double x, double y)
{
  x = kist_map_data_get_x (self, x);
  for (unsigned i = 0; i < kist_graph_get_n_nodes (self->graph); i++)
    {
      const KistGraphPlace *place = &self->layout->places[i];

      if (place->is_placed && fabs (place->x - x) <= KIST_GRAPH_NODE_WIDTH / 2.0 &&
          fabs (place->y - y) <= KIST_GRAPH_NODE_HEIGHT / 2.0)
        return (int)i;
    }
  return -1;
}

/* What @line leads to from @passage, up or down; -1 when it does not. */
static int
follow (const KistMapData *self, const KistGraphLine *line, unsigned passage, gboolean is_down)
{
  unsigned other = line->from == passage ? line->to : line->from;

  if (line->from == line->to || (line->from != passage && line->to != passage))
    return -1;
  return (self->layout->places[other].layer > self->layout->places[passage].layer) == is_down ? (int)other : -1;
}

/* Along the lines: the way that was walked first, else the nearest. */
static unsigned
step_along (const KistMapData *self, unsigned passage, gboolean is_down)
{
  unsigned       best = passage;
  double         nearest = G_MAXDOUBLE;
  KistWalkedWhen when = KIST_WALKED_NEVER;

  for (unsigned i = 0; i < self->layout->lines->len; i++)
    {
      int    other = follow (self, g_ptr_array_index (self->layout->lines, i), passage, is_down);
      double distance;

      if (other < 0)
        continue;
      distance = fabs (self->layout->places[other].x - self->layout->places[passage].x);
      if (self->lines[i] < when || (self->lines[i] == when && distance >= nearest))
        continue;
      when = self->lines[i];
      nearest = distance;
      best = (unsigned)other;
    }
  return best;
}

/* To the next in the layer, and beyond its end to the next part of the map. */
static unsigned
step_aside (const KistMapData *self, unsigned passage, gboolean is_right)
{
  const KistGraphPlace *here = &self->layout->places[passage];
  unsigned              best = passage;
  double                nearest = G_MAXDOUBLE;

  for (unsigned i = 0; i < kist_graph_get_n_nodes (self->graph); i++)
    {
      const KistGraphPlace *place = &self->layout->places[i];
      double                distance = is_right ? place->x - here->x : here->x - place->x;

      if (place->is_placed && fabs (place->y - here->y) < 1 && distance > 0 && distance < nearest)
        {
          nearest = distance;
          best = i;
        }
    }
  return best;
}

/**
 * kist_map_data_step:
 * @self: what a map shows
 * @passage: a passage on it
 * @way: where to
 *
 * Up and down go along the lines, the walked ones first; left and right to the neighbour, as it is seen; home
 * to the start.
 *
 * Returns: the passage there; @passage when there is none
 */
unsigned
kist_map_data_step (const KistMapData *self, unsigned passage, KistMapWay way)
{
  switch (way)
    {
    case KIST_MAP_UP:
    case KIST_MAP_DOWN:
      return step_along (self, passage, way == KIST_MAP_DOWN);
    case KIST_MAP_HOME:
      return kist_scenario_get_start (kist_graph_get_scenario (self->graph));
    case KIST_MAP_LEFT:
    case KIST_MAP_RIGHT:
    default:
      return step_aside (self, passage, (way == KIST_MAP_RIGHT) != self->is_mirrored);
    }
}
