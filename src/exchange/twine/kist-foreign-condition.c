#include <string.h>

#include "kist-foreign-expression.h"
#include "scenario/expression/kist-expression.h"

/**
 * kist_foreign_negation:
 * @expression: an expression of Kist's dialect
 *
 * Returns: (transfer full): what is true where it is not
 */
char *
kist_foreign_negation (const char *expression)
{
  return g_strdup_printf ("not (%s)", expression);
}

/**
 * kist_foreign_conjunction:
 * @left: (nullable): an expression of Kist's dialect; %NULL for what is always true
 * @right: another one
 *
 * Returns: (transfer full) (nullable): what is true where both are; %NULL when that is over the caps on expressions
 */
char *
kist_foreign_conjunction (const char *left, const char *right)
{
  g_autofree char *both = left ? g_strdup_printf ("(%s) and (%s)", left, right) : g_strdup (right);
  g_autoptr (KistExpression) expression = NULL;
  unsigned column;

  if (strlen (both) <= KIST_EXPRESSION_MAX_LENGTH)
    expression = kist_expression_parse (both, &column, NULL);
  return expression ? g_steal_pointer (&both) : NULL;
}

/**
 * kist_foreign_visited:
 * @passage: a passage
 *
 * Returns: (transfer full): how often it was visited, as an expression
 */
char *
kist_foreign_visited (const char *passage)
{
  g_autoptr (GString) said = g_string_new ("visited(\"");

  for (const char *p = passage; *p; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (said, '\\');
      g_string_append_c (said, *p);
    }
  g_string_append (said, "\")");
  return g_string_free (g_steal_pointer (&said), FALSE);
}
