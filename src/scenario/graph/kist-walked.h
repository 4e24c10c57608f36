/* Which choices of a scenario a person has taken so far, now or earlier, and so which passages they have found: what a
 * map may show. Filled by one thread and then only read. */
#pragma once

#include "scenario/graph/kist-graph.h"
#include "scenario/kist-run.h"

G_BEGIN_DECLS

/**
 * KistWalkedWhen:
 * @KIST_WALKED_NEVER: not yet
 * @KIST_WALKED_EARLIER: in some run
 * @KIST_WALKED_NOW: in the run that is looked at
 */
typedef enum
{
  KIST_WALKED_NEVER,
  KIST_WALKED_EARLIER,
  KIST_WALKED_NOW,
} KistWalkedWhen;

#define KIST_TYPE_WALKED (kist_walked_get_type ())
G_DECLARE_FINAL_TYPE (KistWalked, kist_walked, KIST, WALKED, GObject)

KistWalked    *kist_walked_new (KistGraph *graph);
void           kist_walked_add (KistWalked *self, const char *passage, gint64 choice);
void           kist_walked_add_ending (KistWalked *self, const char *passage);
void           kist_walked_add_run (KistWalked *self, KistRun *run);
KistGraph     *kist_walked_get_graph (KistWalked *self);
KistWalkedWhen kist_walked_get_edge (KistWalked *self, unsigned edge);
KistWalkedWhen kist_walked_get_passage (KistWalked *self, unsigned passage);
unsigned       kist_walked_count_edges (KistWalked *self);
unsigned       kist_walked_count_endings (KistWalked *self);
unsigned       kist_walked_count_reachable_endings (KistWalked *self);

G_END_DECLS
