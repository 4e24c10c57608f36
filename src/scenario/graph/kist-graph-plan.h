/* What is known of a drawing before anything has its place: its lines, which of them lead up, in which layer each
 * passage stands, and into which parts it falls. For the layout alone; any thread. */
#pragma once

#include "scenario/graph/kist-graph-layout.h"

G_BEGIN_DECLS

/**
 * KistGraphPart:
 * @passages: (element-type unsigned): in the order in which one comes upon them from the start
 * @lines: (element-type unsigned): those between two different passages
 * @n_layers: how many layers it has
 */
typedef struct
{
  GArray  *passages;
  GArray  *lines;
  unsigned n_layers;
} KistGraphPart;

/**
 * KistGraphPlan:
 * @graph: (unowned): what is drawn
 * @layout: (unowned): the drawing that is being made
 * @first_lines: (array): for each passage its first line in @layout, and one more
 * @met: (element-type unsigned): the passages, in the order in which one comes upon them
 * @sorted: (element-type unsigned): the passages, each before all those that a line leads down to
 * @parts: (element-type KistGraphPart): the start's first
 */
typedef struct
{
  KistGraph       *graph;
  KistGraphLayout *layout;
  unsigned        *first_lines;
  GArray          *met;
  GArray          *sorted;
  GPtrArray       *parts;
} KistGraphPlan;

KistGraphPlan *kist_graph_plan_new (KistGraph *graph, KistGraphLayout *layout);
void           kist_graph_plan_free (KistGraphPlan *self);
void           kist_graph_plan_find_layers (KistGraphPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistGraphPlan, kist_graph_plan_free)

static inline const KistGraphLine *
kist_graph_plan_get_line (const KistGraphPlan *self, unsigned line)
{
  return g_ptr_array_index (self->layout->lines, line);
}

/* Where a line begins and ends as it is drawn, from above. */
static inline unsigned
kist_graph_line_get_upper (const KistGraphLine *line)
{
  return line->is_back ? line->to : line->from;
}

static inline unsigned
kist_graph_line_get_lower (const KistGraphLine *line)
{
  return line->is_back ? line->from : line->to;
}

G_END_DECLS
