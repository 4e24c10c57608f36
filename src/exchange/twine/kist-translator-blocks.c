#include <string.h>

#include "base/kist-error.h"
#include "kist-translator.h"
#include "scenario/expression/kist-expression.h"

#define MAX_BLOCKS 200
#define MOST_EMBEDDED (256 * 1024)

/* The block around here that @kind names, or NULL. */
static KistFrame *
find_block (KistTranslator *self, KistFrameKind kind)
{
  for (unsigned i = self->blocks->len; i > 0; i--)
    {
      KistFrame *block = g_ptr_array_index (self->blocks, i - 1);

      if (block->kind == kind)
        return block;
    }
  return NULL;
}

/* Whether there are words in @prose from @start on that belong to no choice. */
static gboolean
has_words (const GString *prose, gsize start)
{
  gboolean is_link = FALSE;

  for (gsize i = start; i < prose->len; i++)
    {
      if (prose->str[i] == '\001' || prose->str[i] == '\002')
        is_link = prose->str[i] == '\001';
      else if (!is_link && !g_ascii_isspace (prose->str[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * kist_translator_get_block:
 * @self: a translator
 *
 * Returns: (transfer none) (nullable): the innermost block that is open
 */
KistFrame *
kist_translator_get_block (KistTranslator *self)
{
  return self->blocks->len > 0 ? g_ptr_array_index (self->blocks, self->blocks->len - 1) : NULL;
}

/**
 * kist_translator_is_dropping:
 * @self: a translator
 *
 * Returns: whether what stands here is shown nowhere
 */
gboolean
kist_translator_is_dropping (KistTranslator *self)
{
  return self->is_special || find_block (self, KIST_FRAME_DROP) != NULL;
}

/**
 * kist_translator_open:
 * @self: a translator
 * @kind: what the block does to what stands in it
 * @name: the command that opens it, which outlives the block
 */
void
kist_translator_open (KistTranslator *self, KistFrameKind kind, const char *name)
{
  KistFrame *block;

  if (self->blocks->len == MAX_BLOCKS)
    {
      if (!self->error)
        self->error = g_error_new (KIST_ERROR, KIST_ERROR_TOO_LARGE,
                                   "In the passage “%.100s” commands are nested deeper than %d levels.",
                                   self->source->name, MAX_BLOCKS);
      return;
    }
  block = g_new0 (KistFrame, 1);
  block->kind = kind;
  block->name = name;
  block->prose_start = self->prose->len;
  g_ptr_array_add (self->blocks, block);
}

/**
 * kist_translator_open_else:
 * @self: a translator
 * @name: the command
 * @others: (transfer full) (nullable): that no branch before was true; %NULL when there was none
 * @is_known: whether @others is all there is to know of them
 * @condition: (nullable): a further condition, as written
 * @length: its length
 *
 * Opens one branch of an if.
 */
void
kist_translator_open_else (KistTranslator *self,
                           const char     *name,
                           char           *others,
                           gboolean        is_known,
                           const char     *condition,
                           gsize           length)
{
  g_autofree char *own = NULL;
  g_autofree char *here = NULL;
  KistFrame       *around = find_block (self, KIST_FRAME_IF);
  KistFrame       *block;

  if (condition)
    own = kist_foreign_expression (condition, length, self->dialect, self->source->name);
  if (condition && !own)
    is_known = FALSE;
  if (is_known && own && others)
    here = kist_foreign_conjunction (others, own);
  else if (is_known)
    here = g_strdup (own ? own : others);
  kist_translator_note (self, KIST_IMPORT_CONDITION, here ? KIST_IMPORT_KEPT : KIST_IMPORT_DROPPED,
                        here ? "“%s %.*s” is the condition of what stands in it."
                             : "“%s %.*s” cannot be said in Kist, which knows whole numbers and flags only.",
                        name, condition ? (int)MIN (length, 200) : 0, condition ? condition : "");
  kist_translator_open (self, KIST_FRAME_IF, name);
  block = kist_translator_get_block (self);
  if (self->error || !block)
    {
      g_free (others);
      return;
    }
  block->is_known = here && (!around || around->is_known);
  if (block->is_known)
    block->condition = around ? kist_foreign_conjunction (around->condition, here) : g_strdup (here);
  block->is_known = block->condition != NULL;
  if (here)
    {
      g_autofree char *no = own ? kist_foreign_negation (own) : NULL;

      block->others = no ? kist_foreign_conjunction (others, no) : g_strdup (others);
    }
  g_free (others);
}

/**
 * kist_translator_open_if:
 * @self: a translator
 * @name: the command
 * @condition: its condition, as written
 * @length: its length
 */
void
kist_translator_open_if (KistTranslator *self, const char *name, const char *condition, gsize length)
{
  kist_translator_open_else (self, name, NULL, TRUE, condition, length);
}

/**
 * kist_translator_close:
 * @self: a translator with an open block
 *
 * Closes the innermost block.
 */
void
kist_translator_close (KistTranslator *self)
{
  KistFrame *block = kist_translator_get_block (self);

  if (!block)
    return;
  if (block->kind == KIST_FRAME_IF)
    {
      g_free (self->chain);
      self->chain = g_strdup (block->others);
      self->is_chain_known = block->others != NULL;
      if (!kist_translator_is_dropping (self) && has_words (self->prose, block->prose_start))
        kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED,
                              "The words under “%s” were shown only sometimes; in Kist they are always there.",
                              block->name);
    }
  g_ptr_array_remove_index (self->blocks, self->blocks->len - 1);
}

/* The variable that holds whether the innermost if is true, set before the first thing that asks. */
static char *
make_conditional (KistTranslator *self, KistFrame *block, GPtrArray *sets, const char *assignment)
{
  const char      *equals = strstr (assignment, " = ");
  g_autofree char *name = g_strndup (assignment, equals - assignment);

  if (block->flag == 0)
    {
      block->flag = ++self->n_flags;
      g_ptr_array_add (sets, g_strdup_printf ("when_%u = not not (%s)", block->flag, block->condition));
    }
  return g_strdup_printf ("%s = when_%u * (%s) + (1 - when_%u) * %s", name, block->flag, equals + 3, block->flag, name);
}

static gboolean
is_readable (const char *assignment)
{
  const char *equals = strstr (assignment, " = ");
  g_autoptr (KistExpression) expression = NULL;
  unsigned column;

  if (equals)
    expression = kist_expression_parse (equals + 3, &column, NULL);
  return expression != NULL;
}

/**
 * kist_translator_set:
 * @self: a translator
 * @statement: "$x to 1", as written
 * @length: its length
 * @choice: (nullable): the choice that sets it; %NULL when entering the passage does
 *
 * Only choosing sets anything in Kist: see kist_draft_settle(). Under a condition, arithmetic does what the condition
 * did.
 */
void
kist_translator_set (KistTranslator *self, const char *statement, gsize length, KistDraftChoice *choice)
{
  g_autofree char *assignment = kist_foreign_assignment (statement, length, self->dialect, self->source->name);
  KistFrame       *block = choice ? NULL : find_block (self, KIST_FRAME_IF);
  KistFrame       *link = choice ? NULL : find_block (self, KIST_FRAME_LINK);
  GPtrArray       *sets = choice             ? choice->sets
                          : link             ? (link->choice ? link->choice->sets : NULL)
                          : self->is_special ? self->draft->first_sets
                                             : self->passage->entry_sets;
  int              shown;

  for (; length > 0 && g_ascii_isspace (*statement); length--)
    statement++;
  shown = (int)MIN (length, 200);
  if (link)
    block = NULL;
  if (assignment && block && block->is_known && sets)
    {
      g_autofree char *plain = g_steal_pointer (&assignment);

      assignment = make_conditional (self, block, sets, plain);
    }
  else if (block)
    g_clear_pointer (&assignment, g_free);
  if (assignment && (!is_readable (assignment) || (!choice && !link && strstr (assignment, "visited("))))
    g_clear_pointer (&assignment, g_free);
  if (!assignment || !sets)
    {
      kist_translator_note (self, KIST_IMPORT_ASSIGNMENT, KIST_IMPORT_DROPPED,
                            "“%.*s” cannot be said in Kist, which knows whole numbers and flags only.", shown,
                            statement);
      return;
    }
  g_ptr_array_add (sets, g_strdup (assignment));
  if (choice || link)
    kist_translator_note (self, KIST_IMPORT_ASSIGNMENT, KIST_IMPORT_KEPT, "The choice sets “%s”.", assignment);
  else if (self->is_special)
    kist_translator_note (self, KIST_IMPORT_ASSIGNMENT, KIST_IMPORT_CHANGED,
                          "“%.*s” is set by the choice that begins the scenario.", shown, statement);
  else
    kist_translator_note (self, KIST_IMPORT_ASSIGNMENT, KIST_IMPORT_CHANGED,
                          "“%.*s” is set by every choice that leads here, before the passage is shown.", shown,
                          statement);
}

/**
 * kist_translator_embed:
 * @self: a translator
 * @name: (nullable): a passage
 * @command: the command that shows it here
 *
 * Puts the words of another passage here, when it holds nothing but words.
 */
void
kist_translator_embed (KistTranslator *self, const char *name, const char *command)
{
  const KistStoryPassage *passage = name ? g_hash_table_lookup (self->names, name) : NULL;

  if (kist_translator_is_dropping (self))
    return;
  if (passage && self->prose->len + strlen (passage->text) < MOST_EMBEDDED && !strpbrk (passage->text, "[]<>{}$:\\"))
    {
      kist_translator_append (self, passage->text, strlen (passage->text));
      kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_CHANGED,
                            "“%s” showed the passage “%s” here; its words were copied.", command, name);
    }
  else
    kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED,
                          "“%s” showed another passage here, “%s”, which Kist cannot.", command, name ? name : "?");
}
