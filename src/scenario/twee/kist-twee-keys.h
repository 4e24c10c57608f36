/* The indented "key: value" lines below a link: set, if, feedback, outcome, score, code and once. Each is a function
 * that changes the choice it stands under; what cannot be read is a finding. Used by the parser only. */
#pragma once

#include "base/kist-report.h"
#include "scenario/kist-passage.h"

G_BEGIN_DECLS

/**
 * KistTweeContext:
 * @file: for findings
 * @report: for findings
 * @outcomes: (nullable): the bars that StoryData declares; %NULL when it cannot be read, which was said
 * @passages: (element-type utf8 gpointer): the index of each passage plus one, by its name
 * @is_broken: set when a fault leaves nothing sensible to play
 *
 * What every line of a scenario is read against.
 */
typedef struct
{
  const char        *file;
  KistReport        *report;
  const char *const *outcomes;
  GHashTable        *passages;
  gboolean           is_broken;
} KistTweeContext;

/**
 * KistTweeKeyLine:
 * @key: the word before the colon
 * @value: what follows it, without blanks around it
 * @line: where it stands
 * @key_column: where @key begins, in characters from 1
 * @column: where @value begins
 */
typedef struct
{
  const char *key;
  const char *value;
  unsigned    line;
  unsigned    key_column;
  unsigned    column;
} KistTweeKeyLine;

gboolean kist_twee_keys_is_known (const char *key);
void kist_twee_keys_apply (KistTweeContext *context, KistChoice *choice, unsigned *seen, const KistTweeKeyLine *line);

G_END_DECLS
