/* How a run turned out for someone or something: where its bar began, where it is now, and which decisions moved it. A
 * plain value computed from the run, for its end and for comparing two of them. Main thread for gettext's sake. */
#pragma once

#include "scenario/kist-run.h"

G_BEGIN_DECLS

/**
 * KistRunOutcome:
 * @title: "Trust"
 * @value: how far it moved, at least -G_MAXINT64; it began at 0
 * @moves: (nullable): "0 at the start; Friday evening −1; Her page +2", how it came to that; %NULL when nothing moved
 * it
 */
typedef struct
{
  char  *title;
  gint64 value;
  char  *moves;
} KistRunOutcome;

GPtrArray *kist_run_outcomes_of (KistRun *run);
gint64     kist_run_outcomes_get_limit (GPtrArray *outcomes);

G_END_DECLS
