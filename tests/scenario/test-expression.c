#include "base/kist-error.h"
#include "scenario/expression/kist-expression.h"

#include <string.h>

/* x is 7, y is -2, t is 1; Rota was visited twice. */
static gint64
get_variable_cb (const char *name, gpointer data)
{
  return g_str_equal (name, "x") ? 7 : g_str_equal (name, "y") ? -2 : g_str_equal (name, "t");
}

static gint64
get_visited_cb (const char *passage, gpointer data)
{
  return g_str_equal (passage, "Rota") ? 2 : g_str_equal (passage, "The \"big\" day");
}

static const KistExpressionScope scope = { get_variable_cb, get_visited_cb, NULL };

static const struct
{
  const char *text;
  gint64      value;
} values[] = {
  { "1", 1 },
  { " 1 + 2\t", 3 },
  { "1 + 2 * 3", 7 },
  { "(1 + 2) * 3", 9 },
  { "10 - 3 - 2", 5 },
  { "-x", -7 },
  { "- -x", 7 },
  { "-x * 2", -14 },
  { "2 * -x", -14 },
  { "2 - -3", 5 },
  { "2--3", 5 },
  { "x - 1 == 6", 1 },
  { "1 + 1 < 3", 1 },
  { "2 * 3 >= 7", 0 },
  { "x != y", 1 },
  { "x <= 7", 1 },
  { "x > 7", 0 },
  { "not 0", 1 },
  { "not 5", 0 },
  { "not not 5", 1 },
  { "not x == 6", 1 },
  { "(not x) == 0", 1 },
  { "5 and 3", 1 },
  { "0 or 3", 1 },
  { "0 or 0", 0 },
  { "not 0 and 0", 0 },
  { "not (0 and 0)", 1 },
  { "1 or 0 and 0", 1 },
  { "(1 or 0) and 0", 0 },
  { "true and not false", 1 },
  { "true + true", 2 },
  { "nobody", 0 },
  { "not nobody", 1 },
  { "t == true", 1 },
  { "android", 0 },
  { "_a1", 0 },
  { "visited(\"Rota\")", 2 },
  { "visited ( \"Rota\" ) > 1", 1 },
  { "not visited(\"Nowhere\")", 1 },
  { "visited(\"The \\\"big\\\" day\")", 1 },
  { "9223372036854775807", G_MAXINT64 },
  { "-9223372036854775808", G_MININT64 },
  { "0 and 9223372036854775807 + 1", 0 },
  { "1 or 9223372036854775807 + 1", 1 },
};

static void
test_evaluates_by_the_rules_of_precedence (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KistExpression) expression = kist_expression_parse (values[i].text, NULL, &error);
      gint64 value = -1;

      g_assert_no_error (error);
      g_assert_true (kist_expression_evaluate (expression, &scope, &value, &error));
      g_test_message ("%s", values[i].text);
      g_assert_cmpint (value, ==, values[i].value);
    }
}

static void
test_says_where_an_expression_is_wrong (void)
{
  static const struct
  {
    const char *text;
    unsigned    column;
    const char *said;
  } cases[] = {
    { "", 1, "missing" },
    { "x =", 3, "==" },
    { "x = 1", 3, "==" },
    { "x == 1 == 1", 8, "at a time" },
    { "1 < x < 9", 7, "at a time" },
    { "1 +", 4, "missing" },
    { "(1", 3, "bracket" },
    { "1)", 2, "end here" },
    { "1 2", 3, "end here" },
    { "x y", 3, "end here" },
    { "2x", 2, "digit" },
    { "1.5", 2, "whole" },
    { "1 and or 2", 7, "missing" },
    { "x == not y", 6, "brackets" },
    { "1 + not y", 5, "brackets" },
    { "x && y", 3, "and" },
    { "x || y", 3, "or" },
    { "!x", 1, "not" },
    { "$x", 1, "$" },
    { "x / 2", 3, "division" },
    { "\"a\"", 1, "visited" },
    { "visited", 8, "visited" },
    { "visited(Rota)", 9, "quotation" },
    { "visited(\"Rota\"", 15, "bracket" },
    { "visited(\"Rota)", 9, "closing quotation" },
    { "visited(\xe2\x80\x9cRota\xe2\x80\x9d)", 9, "straight" },
    { "seen(\"Rota\")", 5, "visited" },
    { "visited(\"\xc3\xa9\") =", 14, "==" },
    { "9223372036854775808", 1, "too large" },
    { "-9223372036854775809", 2, "too large" },
    { "99999999999999999999999999", 1, "too large" },
    { "x ; y", 3, "nothing" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      unsigned column = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_null (kist_expression_parse (cases[i].text, &column, &error));
      g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
      g_assert_cmpuint (column, ==, cases[i].column);
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

static void
test_overflow_is_an_error_and_never_wraps (void)
{
  const char *cases[] = {
    "9223372036854775807 + 1", "-9223372036854775808 - 1", "4611686018427387904 * 2",
    "-(-9223372036854775808)", "x * 9223372036854775807",  "1 and 9223372036854775807 + 1",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KistExpression) expression = kist_expression_parse (cases[i], NULL, &error);
      gint64 value;

      g_assert_no_error (error);
      g_assert_false (kist_expression_evaluate (expression, &scope, &value, &error));
      g_assert_error (error, KIST_ERROR, KIST_ERROR_OVERFLOW);
    }
}

static void
test_refuses_what_is_too_long_or_too_deep (void)
{
  const char      *openers[] = { "(", "-", "not " };
  g_autofree char *longest = g_strnfill (KIST_EXPRESSION_MAX_LENGTH, 'x');
  g_autofree char *too_long = g_strnfill (KIST_EXPRESSION_MAX_LENGTH + 1, 'x');
  g_autoptr (KistExpression) expression = kist_expression_parse (longest, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (expression);
  g_assert_null (kist_expression_parse (too_long, NULL, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE);
  for (unsigned i = 0; i < G_N_ELEMENTS (openers); i++)
    for (unsigned depth = KIST_EXPRESSION_MAX_DEPTH; depth <= KIST_EXPRESSION_MAX_DEPTH + 1; depth++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (KistExpression) deep = NULL;

        for (unsigned j = 0; j < depth; j++)
          g_string_append (text, openers[i]);
        g_string_append_c (text, 'x');
        for (unsigned j = 0; i == 0 && j < depth; j++)
          g_string_append_c (text, ')');
        deep = kist_expression_parse (text->str, NULL, NULL);
        g_assert_true ((deep != NULL) == (depth <= KIST_EXPRESSION_MAX_DEPTH));
      }
}

static void
test_names_what_it_reads_once_each (void)
{
  g_autoptr (KistExpression) expression =
      kist_expression_parse ("x + y * x > 1 and (visited(\"A\") or visited(\"B\") == visited(\"A\"))", NULL, NULL);
  g_auto (GStrv) variables = kist_expression_dup_variables (expression);
  g_auto (GStrv) passages = kist_expression_dup_passages (expression);
  g_autofree char *all_variables = g_strjoinv (" ", variables);
  g_autofree char *all_passages = g_strjoinv (" ", passages);

  g_assert_cmpstr (all_variables, ==, "x y");
  g_assert_cmpstr (all_passages, ==, "A B");
}

static void
test_knows_the_name_of_a_variable (void)
{
  const char *good[] = { "a", "_", "boundary", "x2", "A_b", "android", "nothing", "visited2", "True" };
  const char *bad[] = { "", "2x", "a b", "a-b", "é", "and", "or", "not", "true", "false", "visited", "a\n" };

  for (unsigned i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (kist_expression_is_name (good[i]));
  for (unsigned i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kist_expression_is_name (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/expression/evaluates-by-the-rules-of-precedence", test_evaluates_by_the_rules_of_precedence);
  g_test_add_func ("/expression/says-where-an-expression-is-wrong", test_says_where_an_expression_is_wrong);
  g_test_add_func ("/expression/overflow-is-an-error-and-never-wraps", test_overflow_is_an_error_and_never_wraps);
  g_test_add_func ("/expression/refuses-what-is-too-long-or-too-deep", test_refuses_what_is_too_long_or_too_deep);
  g_test_add_func ("/expression/names-what-it-reads-once-each", test_names_what_it_reads_once_each);
  g_test_add_func ("/expression/knows-the-name-of-a-variable", test_knows_the_name_of_a_variable);
  return g_test_run ();
}
