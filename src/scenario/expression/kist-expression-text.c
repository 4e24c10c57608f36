#include "kist-expression-private.h"

/* How tightly an operator binds, loosest first, as in the grammar (data/packs/README.md). */
typedef enum
{
  LEVEL_OR,
  LEVEL_AND,
  LEVEL_NOT,
  LEVEL_COMPARISON,
  LEVEL_SUM,
  LEVEL_PRODUCT,
  LEVEL_UNARY,
  LEVEL_VALUE,
} Level;

static const struct
{
  const char *sign;
  Level       level;
} operators[] = {
  [KIST_NODE_INTEGER] = { NULL, LEVEL_VALUE },    [KIST_NODE_VARIABLE] = { NULL, LEVEL_VALUE },
  [KIST_NODE_VISITED] = { NULL, LEVEL_VALUE },    [KIST_NODE_NEGATE] = { "-", LEVEL_UNARY },
  [KIST_NODE_NOT] = { "not ", LEVEL_NOT },        [KIST_NODE_OR] = { " or ", LEVEL_OR },
  [KIST_NODE_AND] = { " and ", LEVEL_AND },       [KIST_NODE_ADD] = { "+", LEVEL_SUM },
  [KIST_NODE_SUBTRACT] = { "-", LEVEL_SUM },      [KIST_NODE_MULTIPLY] = { "*", LEVEL_PRODUCT },
  [KIST_NODE_EQUAL] = { "==", LEVEL_COMPARISON }, [KIST_NODE_UNEQUAL] = { "!=", LEVEL_COMPARISON },
  [KIST_NODE_LESS] = { "<", LEVEL_COMPARISON },   [KIST_NODE_AT_MOST] = { "<=", LEVEL_COMPARISON },
  [KIST_NODE_MORE] = { ">", LEVEL_COMPARISON },   [KIST_NODE_AT_LEAST] = { ">=", LEVEL_COMPARISON },
};

static void append (GString *out, const KistExpression *node, Level least, gboolean is_compact);

static void
append_value (GString *out, const KistExpression *node)
{
  if (node->kind == KIST_NODE_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, node->value);
  else if (node->kind == KIST_NODE_VARIABLE)
    g_string_append (out, node->name);
  else
    {
      g_string_append (out, "visited(\"");
      for (const char *p = node->name; *p; p++)
        {
          if (*p == '"' || *p == '\\')
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      g_string_append (out, "\")");
    }
}

/* A minus sign before a number is part of the number, so one before such a thing needs brackets to stay apart. */
static void
append_negation (GString *out, const KistExpression *operand, gboolean is_compact)
{
  gboolean is_number = operand->kind == KIST_NODE_INTEGER;

  g_string_append (out, is_number ? "-(" : "-");
  append (out, operand, LEVEL_UNARY, is_compact);
  g_string_append (out, is_number ? ")" : "");
}

/* Appends @node, in brackets when it binds more loosely than @least. */
static void
append (GString *out, const KistExpression *node, Level least, gboolean is_compact)
{
  Level    level = operators[node->kind].level;
  gboolean is_bracketed = level < least;

  g_string_append (out, is_bracketed ? "(" : "");
  if (level == LEVEL_VALUE)
    append_value (out, node);
  else if (node->kind == KIST_NODE_NEGATE)
    append_negation (out, node->left, is_compact);
  else if (node->kind == KIST_NODE_NOT)
    {
      g_string_append (out, operators[node->kind].sign);
      append (out, node->left, LEVEL_NOT, is_compact);
    }
  else
    {
      gboolean is_word = level == LEVEL_OR || level == LEVEL_AND;

      append (out, node->left, level == LEVEL_COMPARISON ? LEVEL_SUM : level, is_compact);
      g_string_append_printf (out, is_word || is_compact ? "%s" : " %s ", operators[node->kind].sign);
      append (out, node->right, level + 1, is_compact);
    }
  g_string_append (out, is_bracketed ? ")" : "");
}

/**
 * kist_expression_to_string:
 * @self: an expression
 *
 * Returns: (transfer full): it in words, with no more brackets than needed, and without blanks where they would make it
 * too long; kist_expression_parse() makes the same expression of it
 */
char *
kist_expression_to_string (const KistExpression *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  append (out, self, LEVEL_OR, FALSE);
  if (out->len > KIST_EXPRESSION_MAX_LENGTH)
    {
      g_string_truncate (out, 0);
      append (out, self, LEVEL_OR, TRUE);
    }
  return g_string_free (out, FALSE);
}
