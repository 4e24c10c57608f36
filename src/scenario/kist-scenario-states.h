/* Every state that a scenario can be in, found by playing every way through it, as far as two seconds and 150 MB allow.
 * Two states are alike when no expression could tell them apart. For scenario/ alone; any thread. */
#pragma once

#include "kist-scenario.h"

G_BEGIN_DECLS

/* What a condition came to in the states in which its choice could be offered. */
typedef enum
{
  KIST_CONDITION_HELD = 1 << 0,
  KIST_CONDITION_FAILED = 1 << 1,
  KIST_CONDITION_TAKEN = 1 << 2, /* the choice was taken, and no number became too large */
} KistConditionMarks;

/**
 * KistState:
 * @before: the state from which it was found first, an index; its own at the start
 * @choice: the choice that led here, an index into the choices of that state's passage
 * @depth: how many choices lead here at the least
 * @passage: the passage stood in
 * @first_edge: where its edges begin among #KistStates.edges
 * @n_edges: how many there are
 * @is_stuck: there are choices, none is offered, and it is no ending
 */
typedef struct
{
  unsigned before;
  unsigned choice;
  unsigned depth;
  unsigned passage;
  unsigned first_edge;
  unsigned n_edges;
  gboolean is_stuck;
} KistState;

/**
 * KistRefusal:
 * @state: where it happened, an index
 * @choice: an index into the choices of its passage
 * @why: (owned): one sentence
 *
 * A choice that is offered and cannot be taken, because a number becomes too large.
 */
typedef struct
{
  unsigned state;
  unsigned choice;
  char    *why;
} KistRefusal;

/**
 * KistStates:
 * @scenario: (unowned): outlives this
 * @states: (element-type KistState) (owned): in the order found, so that ways never get shorter
 * @n_explored: in how many of them every choice was tried
 * @edges: (element-type guint) (owned): the states that choices lead to
 * @refusals: (element-type KistRefusal) (owned)
 * @reached: (owned): for each passage whether a state stands in it
 * @first_choice: (owned): for each passage the index of its first choice in @marks
 * @marks: (owned) (element-type KistConditionMarks): for each choice of the scenario
 * @is_cut: there were too many states to try them all
 * @is_merged: states that differ in numbers beyond @bound were taken for one
 * @bound: greater than every number in the scenario
 */
typedef struct
{
  KistScenario *scenario;
  GArray       *states;
  unsigned      n_explored;
  GArray       *edges;
  GPtrArray    *refusals;
  gboolean     *reached;
  unsigned     *first_choice;
  guint8       *marks;
  gboolean      is_cut;
  gboolean      is_merged;
  gint64        bound;
} KistStates;

KistStates *kist_states_new (KistScenario *scenario);
void        kist_states_free (KistStates *self);
char       *kist_states_dup_trail (const KistStates *self, unsigned state);
char       *kist_states_dup_choices (const KistStates *self, unsigned state);
guint8      kist_states_get_marks (const KistStates *self, unsigned passage, unsigned choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistStates, kist_states_free)

G_END_DECLS
