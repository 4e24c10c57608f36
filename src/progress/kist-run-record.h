/* Every run through a scenario that was begun, rebuilt from what happened: a pure fold over events that knows nothing
 * of packs. What was chosen is kept as it was recorded, passage by name and choice by number, since the scenario may
 * have changed; library/runs/ plays it again where that is still possible. Any thread that owns what it is given. */
#pragma once

#include "progress/kist-event.h"

G_BEGIN_DECLS

/**
 * KistRunChoice:
 * @passage: the name of the passage stood in
 * @choice: the choice taken there, an index into the passage's choices
 * @event: (transfer none): the event that says so, which lives as long as the events the run was rebuilt from
 */
typedef struct
{
  char            *passage;
  unsigned         choice;
  const KistEvent *event;
} KistRunChoice;

/* How the id of a group's run begins. */
#define KIST_RUN_GROUP_PREFIX "group-"

/**
 * KistHandCount:
 * @position: how many choices stood when it was counted
 * @choice: the choice it was counted for, an index into the passage's choices
 * @hands: how many hands
 */
typedef struct
{
  unsigned position;
  unsigned choice;
  unsigned hands;
} KistHandCount;

/**
 * KistRunRecord:
 * @id: the run's id; of a run that was gone on with after its end by a Kist that kept no two apart, with a number
 * behind
 * @begun: when its first choice was taken, microseconds since 1970, UTC
 * @last: when something last happened in it
 * @ending: (nullable): the name of the ending it reached; %NULL while it has not ended
 * @choices: (element-type KistRunChoice): the choices that stand, oldest first: none that was taken back
 * @counts: (element-type KistHandCount): the hands that were counted before them
 * @is_group: whether it is a group's run and not the person's own
 */
typedef struct
{
  char      *id;
  gint64     begun;
  gint64     last;
  char      *ending;
  GPtrArray *choices;
  GArray    *counts;
  gboolean   is_group;
} KistRunRecord;

GPtrArray     *kist_run_records_of (GPtrArray *events, const char *thing, const char *step);
KistRunRecord *kist_run_records_lookup (GPtrArray *records, const char *id);
GPtrArray     *kist_run_events_that_stand (GPtrArray *events);
gboolean       kist_run_id_is_group (const char *id);

G_END_DECLS
