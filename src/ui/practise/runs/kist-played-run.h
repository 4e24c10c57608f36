/* A run of a step's scenario that was kept: its number, when it was and how it ended, and the run itself where the
 * scenario still has its way. Plain values made from the events for the pages that list and compare runs. Main thread.
 */
#pragma once

#include "scenario/kist-run.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

/**
 * KistPlayedRun:
 * @number: counted from 1 in the order in which runs were begun; it never changes
 * @id: the run's id
 * @last: when something last happened in it, microseconds since 1970, UTC
 * @ending: (nullable): the name of the ending it reached; %NULL while it has not ended
 * @is_group: whether it is a group's run and not the person's own
 * @run: (nullable): the run played again; %NULL when the scenario has changed since
 */
typedef struct
{
  unsigned number;
  char    *id;
  gint64   last;
  char    *ending;
  gboolean is_group;
  KistRun *run;
} KistPlayedRun;

GPtrArray     *kist_played_runs_of (KistServices *services, KistThing *thing, KistStep *step);
KistPlayedRun *kist_played_runs_lookup (GPtrArray *runs, const char *id);
KistPlayedRun *kist_played_runs_find_other (GPtrArray *runs, const char *id);
gboolean       kist_played_run_can_compare (const KistPlayedRun *self);
char          *kist_played_run_dup_title (const KistPlayedRun *self, KistClock *clock);
char          *kist_played_run_dup_state (const KistPlayedRun *self);

G_END_DECLS
