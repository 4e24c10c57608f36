/* What a map's page shows and says: a plain struct computed from the scenario and from what happened, so that it is
 * tested without a display. Main thread for gettext's sake. */
#pragma once

#include "progress/kist-event.h"
#include "scenario/graph/kist-walked.h"

G_BEGIN_DECLS

/**
 * KistMapWayOn:
 * @choice: what the choice says
 * @way: where it led and when, or that it was not tried
 * @to: the passage it led to; -1 when it was not tried
 *
 * A choice of a passage, in the list.
 */
typedef struct
{
  char *choice;
  char *way;
  int   to;
} KistMapWayOn;

/**
 * KistMapStop:
 * @passage: a passage that was found
 * @name: its name
 * @state: "Decision, in this run"
 * @ways: (element-type KistMapWayOn): its choices in their order
 */
typedef struct
{
  unsigned   passage;
  char      *name;
  char      *state;
  GPtrArray *ways;
} KistMapStop;

/**
 * KistMapState:
 * @scenario: (owned): the scenario
 * @walked: (owned): what was walked of it
 * @coverage: "14 of 31 ways walked, 3 of 8 endings found"
 * @has_run: whether a run stands out
 * @stops: (element-type KistMapStop): what was found, by how far from the start it is
 */
typedef struct
{
  KistScenario *scenario;
  KistWalked   *walked;
  char         *coverage;
  gboolean      has_run;
  GPtrArray    *stops;
} KistMapState;

KistMapState *kist_map_state_new (KistScenario *scenario,
                                  GPtrArray    *events,
                                  const char   *thing,
                                  const char   *step,
                                  const char   *choices);
void          kist_map_state_free (KistMapState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistMapState, kist_map_state_free)

G_END_DECLS
