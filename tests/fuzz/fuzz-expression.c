#include "kist-fuzz.h"

#include "base/kist-error.h"
#include "scenario/expression/kist-expression.h"

#include <string.h>

static gint64
get_variable_cb (const char *name, gpointer data)
{
  return strlen (name) % 2 == 0 ? G_MAXINT64 : -3;
}

static gint64
get_visited_cb (const char *passage, gpointer data)
{
  return (gint64)strlen (passage);
}

/* Whatever the text: an expression that can be evaluated, or an error with a place in the text. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  KistExpressionScope scope = { get_variable_cb, get_visited_cb, NULL };
  g_autofree char    *valid = g_utf8_make_valid (bytes, (gssize)length);
  g_autoptr (GError) error = NULL;
  unsigned column = 0;
  g_autoptr (KistExpression) expression = kist_expression_parse (valid, &column, &error);
  g_auto (GStrv) variables = NULL;
  g_auto (GStrv) passages = NULL;
  gint64 value = 0;

  if (!expression)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (column, >=, 1);
      g_assert_cmpuint (column, <=, g_utf8_strlen (valid, -1) + 1);
      return;
    }
  g_assert_no_error (error);
  variables = kist_expression_dup_variables (expression);
  passages = kist_expression_dup_passages (expression);
  for (unsigned i = 0; variables[i]; i++)
    g_assert_true (kist_expression_is_name (variables[i]));
  if (!kist_expression_evaluate (expression, &scope, &value, &error))
    g_assert_error (error, KIST_ERROR, KIST_ERROR_OVERFLOW);
}
