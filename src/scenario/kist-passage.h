/* A passage of a scenario and the choices that leave it. Plain values inside a KistScenario, immutable after loading.
 */
#pragma once

#include <glib.h>

#include "scenario/expression/kist-expression.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_PASSAGE_DECISION = 1 << 0,
  KIST_PASSAGE_INFO = 1 << 1,
  KIST_PASSAGE_END = 1 << 2,
  KIST_PASSAGE_REFLECT = 1 << 3,
} KistPassageTags;

/**
 * KistFilePlace:
 * @line: of the file, from 1
 * @column: in characters, from 1
 */
typedef struct
{
  unsigned line;
  unsigned column;
} KistFilePlace;

/**
 * KistAssignment:
 * @variable: the name on the left
 * @value: the expression on the right
 * @place: where @variable stands
 * @value_column: where @value begins, in the same line
 */
typedef struct
{
  char           *variable;
  KistExpression *value;
  KistFilePlace   place;
  unsigned        value_column;
} KistAssignment;

/**
 * KistOutcomeChange:
 * @bar: the index of the bar among the scenario's outcomes
 * @change: how far it moves
 */
typedef struct
{
  unsigned bar;
  gint64   change;
} KistOutcomeChange;

/**
 * KistChoice:
 * @text: what the button says
 * @target: the index of the passage it leads to
 * @condition: (nullable): offered only when this is not 0
 * @condition_place: where @condition begins
 * @assignments: (element-type KistAssignment): run top to bottom
 * @outcomes: (element-type KistOutcomeChange): added when chosen
 * @score: added when chosen
 * @feedback: (nullable): what follows, said before going on
 * @feedback_line: where @feedback begins
 * @codes: (array zero-terminated=1): codes it touches, "workers-2024/2.8"
 * @code_places: (element-type KistFilePlace): where each of @codes stands
 * @is_once: offered until it was taken once
 * @line: where it stands
 * @column: where its "[[" stands
 */
typedef struct
{
  char           *text;
  unsigned        target;
  KistExpression *condition;
  KistFilePlace   condition_place;
  GPtrArray      *assignments;
  GArray         *outcomes;
  gint64          score;
  char           *feedback;
  unsigned        feedback_line;
  char          **codes;
  GArray         *code_places;
  gboolean        is_once;
  unsigned        line;
  unsigned        column;
} KistChoice;

/**
 * KistPassage:
 * @name: unique in the scenario
 * @tags: flags; other tags are dropped with a finding
 * @text: the narrative in Markdown, without links and keys
 * @choices: (element-type KistChoice): as they stand
 * @text_lines: (element-type guint): the line of the file on which each line of @text stands
 * @line: where its header stands
 */
typedef struct
{
  char           *name;
  KistPassageTags tags;
  char           *text;
  GArray         *text_lines;
  GPtrArray      *choices;
  unsigned        line;
} KistPassage;

KistPassage *kist_passage_new (const char *name, unsigned line);
void         kist_passage_free (KistPassage *self);
unsigned     kist_passage_get_file_line (const KistPassage *self, unsigned text_line);
KistChoice  *kist_choice_new (const char *text, unsigned target, unsigned line, unsigned column);
void         kist_choice_free (KistChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPassage, kist_passage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistChoice, kist_choice_free)

G_END_DECLS
