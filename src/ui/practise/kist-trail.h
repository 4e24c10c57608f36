/* The trail of a run in words, for its end and for writing about it: the decisions that were taken, without what one
 * only passed through. Of an entry it makes the beginning, decisions, codes and headings to write under; not a sentence
 * is written for anyone. Pure; main thread for gettext's sake. */
#pragma once

#include "library/kist-library.h"
#include "scenario/kist-run.h"

G_BEGIN_DECLS

/* A run may go round in circles: of more decisions than this, the first and the last are told, half of it each. */
#define KIST_TRAIL_MAX_DECISIONS 100

/**
 * KistDecision:
 * @passage: where one stood
 * @choice: what was chosen
 * @feedback: (nullable): what followed, plain
 * @hands: (nullable): how many hands each choice had, when a group played
 * @length: how many choices the run had then, for kist_play_go_back_to()
 * @n_left_out: how many decisions before it are not told
 */
typedef struct
{
  char    *passage;
  char    *choice;
  char    *feedback;
  char    *hands;
  unsigned length;
  unsigned n_left_out;
} KistDecision;

GPtrArray *kist_trail_dup_decisions (KistRun *run, unsigned from, unsigned to);
unsigned   kist_trail_count_decisions (KistRun *run, unsigned from, unsigned to);
char      *kist_trail_dup_left_out (unsigned n);
char      *kist_trail_dup_plain (const char *markdown);
char      *kist_trail_dup_sentence (const KistDecision *decision, gboolean is_first);
char      *kist_trail_dup_draft (KistRun *run, KistThing *thing, KistLibrary *library, GArray *counts);
void       kist_trail_add_hands (GPtrArray *decisions, KistRun *run, GArray *counts);

G_END_DECLS
