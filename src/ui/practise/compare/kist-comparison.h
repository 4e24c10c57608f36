/* Two runs through one scenario beside each other: the way they went together, where they part, and what each decided,
 * came to and did from there. A plain struct computed from the runs, so that every word is tested without a display.
 * Main thread for gettext's sake. */
#pragma once

#include "scenario/kist-run.h"

G_BEGIN_DECLS

/**
 * KistComparisonSide:
 * @choice: (nullable): what was chosen where the runs part; %NULL when this one stops there
 * @feedback: (nullable): what followed, plain
 * @decisions: (element-type KistDecision): what was decided after that, as kist_trail_dup_decisions() tells it
 * @ending: (nullable): the ending's name; %NULL when the run has not ended
 * @outcomes: (element-type KistRunOutcome): how it turned out
 */
typedef struct
{
  char      *choice;
  char      *feedback;
  GPtrArray *decisions;
  char      *ending;
  GPtrArray *outcomes;
} KistComparisonSide;

/**
 * KistComparison:
 * @common: (element-type KistDecision): what both decided before they part, told in the same way
 * @summary: how far they went together, in a sentence
 * @parting: (nullable): the name of the passage where they part; %NULL when both went the same way
 * @sides: what is each one's own
 * @limit: where the bars of both sides end on either side
 */
typedef struct
{
  GPtrArray         *common;
  char              *summary;
  char              *parting;
  KistComparisonSide sides[2];
  gint64             limit;
} KistComparison;

KistComparison *kist_comparison_new (KistRun *a, KistRun *b);
void            kist_comparison_free (KistComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistComparison, kist_comparison_free)

G_END_DECLS
