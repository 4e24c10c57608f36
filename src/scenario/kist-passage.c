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
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/**
 * kist_choice_new:
 * @text: what the button says
 * @target: the index of the passage it leads to
 * @line: where it stands
 *
 * For the parser.
 *
 * Returns: (transfer full): a choice that is always offered and changes nothing
 */
KistChoice *
kist_choice_new (const char *text, unsigned target, unsigned line)
{
  KistChoice *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (KistChoice, 1);
  self->text = g_strdup (text);
  self->target = target;
  self->line = line;
  self->assignments = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_assignment_free);
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (KistOutcomeChange));
  self->codes = g_new0 (char *, 1);
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
  g_free (self);
}
