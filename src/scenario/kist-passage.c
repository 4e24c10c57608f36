#include "kist-passage.h"

static void
kist_assignment_free (KistAssignment *assignment)
{
  g_free (assignment->variable);
  kist_expression_free (assignment->value);
  g_free (assignment);
}

/**
 * kist_passage_new:
 * @name: its name
 * @line: where its header stands
 *
 * For the parser, which fills it before it goes into a #KistScenario.
 *
 * Returns: (transfer full): a passage without text, tags and choices
 */
KistPassage *
kist_passage_new (const char *name, unsigned line)
{
  KistPassage *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (KistPassage, 1);
  self->name = g_strdup (name);
  self->line = line;
  self->text_lines = g_array_new (FALSE, FALSE, sizeof (unsigned));
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_choice_free);
  return self;
}

/**
 * kist_passage_free:
 * @self: (transfer full) (nullable): a passage
 */
void
kist_passage_free (KistPassage *self)
{
  if (!self)
    return;
  g_free (self->name);
  g_free (self->text);
  g_array_unref (self->text_lines);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/**
 * kist_passage_get_file_line:
 * @self: a passage
 * @text_line: a line of its text, from 1
 *
 * Links and keys are no lines of the text, so that a finding in the text asks here for its place.
 *
 * Returns: the line of the file; the header's when there is no such line in the text
 */
unsigned
kist_passage_get_file_line (const KistPassage *self, unsigned text_line)
{
  g_return_val_if_fail (self != NULL, 0);

  return text_line > 0 && text_line <= self->text_lines->len ? g_array_index (self->text_lines, unsigned, text_line - 1)
                                                             : self->line;
}

/**
 * kist_choice_new:
 * @text: what the button says
 * @target: the index of the passage it leads to
 * @line: where it stands
 * @column: where its "[[" stands in the line
 *
 * For the parser.
 *
 * Returns: (transfer full): a choice that is always offered and changes nothing
 */
KistChoice *
kist_choice_new (const char *text, unsigned target, unsigned line, unsigned column)
{
  KistChoice *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (KistChoice, 1);
  self->text = g_strdup (text);
  self->target = target;
  self->line = line;
  self->column = column;
  self->assignments = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_assignment_free);
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (KistOutcomeChange));
  self->codes = g_new0 (char *, 1);
  self->code_places = g_array_new (FALSE, FALSE, sizeof (KistFilePlace));
  return self;
}

/**
 * kist_choice_free:
 * @self: (transfer full) (nullable): a choice
 */
void
kist_choice_free (KistChoice *self)
{
  if (!self)
    return;
  g_free (self->text);
  kist_expression_free (self->condition);
  g_ptr_array_unref (self->assignments);
  g_array_unref (self->outcomes);
  g_free (self->feedback);
  g_strfreev (self->codes);
  g_array_unref (self->code_places);
  g_free (self);
}
