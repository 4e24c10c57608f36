/* What a map shows: a scenario's graph, its drawing, and what was walked of it. Without what was walked it is an
 * author's map, which names everything and marks what is wrong. It knows nothing of widgets. Immutable but for its
 * direction; the map owns it. */
#pragma once

#include "scenario/graph/kist-graph-layout.h"
#include "scenario/graph/kist-walked.h"

G_BEGIN_DECLS

/**
 * KistMapData:
 * @graph: (owned): the graph
 * @layout: (owned): its drawing
 * @walked: (owned) (nullable): %NULL for an author's map
 * @lines: (array) (owned): for each line when it was last walked
 * @is_mirrored: whether it is drawn from right to left
 */
typedef struct
{
  KistGraph       *graph;
  KistGraphLayout *layout;
  KistWalked      *walked;
  KistWalkedWhen  *lines;
  gboolean         is_mirrored;
} KistMapData;

/* A way on the keyboard. */
typedef enum
{
  KIST_MAP_UP,
  KIST_MAP_DOWN,
  KIST_MAP_LEFT,
  KIST_MAP_RIGHT,
  KIST_MAP_HOME,
} KistMapWay;

KistMapData   *kist_map_data_new (KistGraph *graph, KistWalked *walked);
void           kist_map_data_free (KistMapData *self);
gboolean       kist_map_data_is_known (const KistMapData *self, unsigned passage);
gboolean       kist_map_data_is_fault (const KistMapData *self, unsigned passage);
KistWalkedWhen kist_map_data_get_when (const KistMapData *self, unsigned passage);
double         kist_map_data_get_x (const KistMapData *self, double x);
int            kist_map_data_find_at (const KistMapData *self, double x, double y);
unsigned       kist_map_data_step (const KistMapData *self, unsigned passage, KistMapWay way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistMapData, kist_map_data_free)

G_END_DECLS
