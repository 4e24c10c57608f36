/* Sources of the words: SugarCube's documentation, "TwineScript" (to, eq, neq, is, isnot, gt, gte, lt, lte, and, or,
 * not; all else is JavaScript); Harlowe's manual, "Booleans" and "(set:)" (is, is not, and, or, not, it; > < >= <=);
 * Chapbook's guide, "Variables" (JavaScript). */
#include "kist-foreign-expression.h"

#include <string.h>

#include "kist-foreign-lexer.h"
#include "scenario/expression/kist-expression.h"

/* How tightly a part holds together, loosest first; as in Kist's grammar (data/packs/README.md). */
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

/* A piece of Kist's expression; text is NULL when it cannot be said. */
typedef struct
{
  char *text;
  Level level;
} Part;

static Part read_disjunction (KistForeignLexer *self);

static Part
fail (char *first, char *second)
{
  g_free (first);
  g_free (second);
  return (Part){ NULL, LEVEL_VALUE };
}

static char *
bracket (Part part, Level least)
{
  char *text;

  if (!part.text || part.level >= least)
    return part.text;
  text = g_strdup_printf ("(%s)", part.text);
  g_free (part.text);
  return text;
}

/* @left and @right with @sign between them; @level is that of the whole. */
static Part
join (Part left, const char *sign, Part right, Level level)
{
  Part  whole = { NULL, level };
  char *first = bracket (left, level == LEVEL_COMPARISON ? level + 1 : level);
  char *second = bracket (right, level + 1);

  if (first && second && strlen (first) + strlen (second) < KIST_EXPRESSION_MAX_LENGTH)
    whole.text = g_strdup_printf ("%s %s %s", first, sign, second);
  g_free (first);
  g_free (second);
  return whole;
}

/* visited(), visited("Name") and hasVisited("Name") of SugarCube, passage.visits of Chapbook, visits of Harlowe. */
static Part
read_visits (KistForeignLexer *self, gboolean is_flag)
{
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (!kist_foreign_lexer_take (self, "("))
    return fail (NULL, NULL);
  name = kist_foreign_lexer_take_string (self);
  if (!kist_foreign_lexer_take (self, ")"))
    return fail (NULL, NULL);
  said = kist_foreign_visited (name ? name : self->passage);
  return is_flag ? (Part){ g_strconcat (said, " > 0", NULL), LEVEL_COMPARISON }
                 : (Part){ g_steal_pointer (&said), LEVEL_VALUE };
}

static Part
read_number (KistForeignLexer *self)
{
  const char *start = self->place;
  guint64     value;
  char       *digits;

  while (self->place < self->end && g_ascii_isdigit (*self->place))
    self->place++;
  digits = g_strndup (start, self->place - start);
  if ((self->place < self->end && kist_foreign_lexer_is_word_character (*self->place)) ||
      !g_ascii_string_to_unsigned (digits, 10, 0, G_MAXINT64, &value, NULL))
    return fail (digits, NULL);
  return (Part){ digits, LEVEL_VALUE };
}

/* "$name", "_name" and, in Chapbook, "name". */
static Part
read_name (KistForeignLexer *self)
{
  gboolean    has_sigil = *self->place == '$';
  const char *start = self->place + has_sigil;
  char       *name;

  for (self->place = start; self->place < self->end && kist_foreign_lexer_is_word_character (*self->place);)
    self->place++;
  name = g_strndup (start, self->place - start);
  if (!kist_expression_is_name (name) ||
      (!has_sigil && *name != '_' && self->dialect != KIST_DIALECT_CHAPBOOK && self->dialect != KIST_DIALECT_PLAIN))
    return fail (name, NULL);
  return (Part){ name, LEVEL_VALUE };
}

/* "(visited: "Name")" and "(history:) contains "Name"" of Harlowe. */
static Part
read_harlowe_visits (KistForeignLexer *self)
{
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (kist_foreign_lexer_take (self, "history:"))
    {
      if (!kist_foreign_lexer_take (self, ")") || !kist_foreign_lexer_take (self, "contains"))
        return fail (NULL, NULL);
      name = kist_foreign_lexer_take_string (self);
    }
  else if (kist_foreign_lexer_take (self, "visited:"))
    {
      name = kist_foreign_lexer_take_string (self);
      if (!kist_foreign_lexer_take (self, ")"))
        return fail (NULL, NULL);
    }
  if (!name)
    return fail (NULL, NULL);
  said = kist_foreign_visited (name);
  return (Part){ g_strconcat (said, " > 0", NULL), LEVEL_COMPARISON };
}

static Part
read_bracket (KistForeignLexer *self)
{
  Part inside;

  kist_foreign_lexer_skip_blanks (self);
  if (self->dialect == KIST_DIALECT_HARLOWE && self->place < self->end &&
      (kist_begins (self->place, "history:") || kist_begins (self->place, "visited:")))
    return read_harlowe_visits (self);
  inside = read_disjunction (self);
  if (!kist_foreign_lexer_take (self, ")"))
    return fail (inside.text, NULL);
  return inside;
}

static Part
read_value (KistForeignLexer *self)
{
  kist_foreign_lexer_skip_blanks (self);
  if (self->place == self->end)
    return fail (NULL, NULL);
  if (kist_foreign_lexer_take (self, "("))
    return read_bracket (self);
  if (g_ascii_isdigit (*self->place))
    return read_number (self);
  if (kist_foreign_lexer_take (self, "true"))
    return (Part){ g_strdup ("true"), LEVEL_VALUE };
  if (kist_foreign_lexer_take (self, "false"))
    return (Part){ g_strdup ("false"), LEVEL_VALUE };
  if (kist_foreign_lexer_take (self, "it"))
    return (Part){ g_strdup (self->it), LEVEL_VALUE };
  if (kist_foreign_lexer_take (self, "passage.visits") ||
      (self->dialect == KIST_DIALECT_HARLOWE &&
       (kist_foreign_lexer_take (self, "visits") || kist_foreign_lexer_take (self, "visit"))))
    return (Part){ kist_foreign_visited (self->passage), LEVEL_VALUE };
  if (kist_foreign_lexer_take (self, "visited"))
    return read_visits (self, FALSE);
  if (kist_foreign_lexer_take (self, "hasVisited"))
    return read_visits (self, TRUE);
  if (*self->place == '$' || *self->place == '_' || g_ascii_isalpha (*self->place))
    return read_name (self);
  return fail (NULL, NULL);
}

/* JavaScript's "!" and, in SugarCube, "not", which stands for it, bind more tightly than anything else. */
static Part
read_unary (KistForeignLexer *self)
{
  Part  part;
  char *inside;

  if (++self->depth > KIST_EXPRESSION_MAX_DEPTH)
    return fail (NULL, NULL);
  kist_foreign_lexer_skip_blanks (self);
  if ((self->place < self->end && *self->place == '!' && kist_foreign_lexer_take (self, "!")) ||
      (self->dialect == KIST_DIALECT_SUGARCUBE && kist_foreign_lexer_take (self, "not")))
    {
      inside = bracket (read_unary (self), LEVEL_COMPARISON);
      part = (Part){ inside ? g_strconcat ("not ", inside, NULL) : NULL, LEVEL_NOT };
      g_free (inside);
    }
  else if (kist_foreign_lexer_take (self, "-"))
    {
      inside = bracket (read_unary (self), LEVEL_VALUE);
      part = (Part){ inside ? g_strconcat ("-", inside, NULL) : NULL, LEVEL_UNARY };
      g_free (inside);
    }
  else
    part = read_value (self);
  self->depth--;
  return part;
}

static Part
read_product (KistForeignLexer *self)
{
  Part part = read_unary (self);

  while (part.text && kist_foreign_lexer_take (self, "*"))
    part = join (part, "*", read_unary (self), LEVEL_PRODUCT);
  return part;
}

static Part
read_sum (KistForeignLexer *self)
{
  Part part = read_product (self);

  while (part.text)
    {
      if (kist_foreign_lexer_take (self, "+"))
        part = join (part, "+", read_product (self), LEVEL_SUM);
      else if (kist_foreign_lexer_take (self, "-"))
        part = join (part, "-", read_product (self), LEVEL_SUM);
      else
        break;
    }
  return part;
}

/* The longest first: "is not" before "is", ">=" before ">". */
static const struct
{
  const char *foreign;
  const char *sign;
} comparisons[] = {
  { "!==", "!=" }, { "===", "==" }, { "!=", "!=" }, { "==", "==" },  { ">=", ">=" },
  { "<=", "<=" },  { ">", ">" },    { "<", "<" },   { "gte", ">=" }, { "lte", "<=" },
  { "gt", ">" },   { "lt", "<" },   { "eq", "==" }, { "neq", "!=" }, { "isnot", "!=" },
};

static const char *
take_comparison (KistForeignLexer *self)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (kist_foreign_lexer_take (self, comparisons[i].foreign))
      return comparisons[i].sign;
  if (kist_foreign_lexer_take (self, "is"))
    return kist_foreign_lexer_take (self, "not") ? "!=" : "==";
  return NULL;
}

static Part
read_comparison (KistForeignLexer *self)
{
  Part        part = read_sum (self);
  const char *sign = part.text ? take_comparison (self) : NULL;

  return sign ? join (part, sign, read_sum (self), LEVEL_COMPARISON) : part;
}

static Part
read_negation (KistForeignLexer *self)
{
  Part  part;
  char *inside;

  if (self->dialect == KIST_DIALECT_SUGARCUBE || !kist_foreign_lexer_take (self, "not"))
    return read_comparison (self);
  if (++self->depth > KIST_EXPRESSION_MAX_DEPTH)
    return fail (NULL, NULL);
  inside = bracket (read_negation (self), LEVEL_COMPARISON);
  part = (Part){ inside ? g_strconcat ("not ", inside, NULL) : NULL, LEVEL_NOT };
  g_free (inside);
  self->depth--;
  return part;
}

static Part
read_conjunction (KistForeignLexer *self)
{
  Part part = read_negation (self);

  while (part.text && (kist_foreign_lexer_take (self, "and") || kist_foreign_lexer_take (self, "&&")))
    part = join (part, "and", read_negation (self), LEVEL_AND);
  return part;
}

static Part
read_disjunction (KistForeignLexer *self)
{
  Part part;

  if (++self->depth > KIST_EXPRESSION_MAX_DEPTH)
    return fail (NULL, NULL);
  part = read_conjunction (self);
  while (part.text && (kist_foreign_lexer_take (self, "or") || kist_foreign_lexer_take (self, "||")))
    part = join (part, "or", read_conjunction (self), LEVEL_OR);
  self->depth--;
  return part;
}

/* The whole of what @self still has, if Kist itself can read the result. */
static char *
finish (KistForeignLexer *self)
{
  Part part = read_disjunction (self);
  g_autoptr (KistExpression) expression = NULL;
  unsigned column;

  kist_foreign_lexer_skip_blanks (self);
  if (part.text && self->place == self->end)
    expression = kist_expression_parse (part.text, &column, NULL);
  if (!expression)
    g_clear_pointer (&part.text, g_free);
  return part.text;
}

/**
 * kist_foreign_expression:
 * @text: a condition or a value
 * @length: its length
 * @dialect: what it is written in
 * @passage: the passage it stands in, which a bare visited() means
 *
 * Returns: (transfer full) (nullable): the same in Kist's dialect; %NULL when it cannot be said there: texts,
 * fractions, division, lists, functions
 */
char *
kist_foreign_expression (const char *text, gsize length, KistDialect dialect, const char *passage)
{
  KistForeignLexer self = { .place = text, .end = text + length, .dialect = dialect, .passage = passage };

  return finish (&self);
}

/**
 * kist_foreign_assignment:
 * @text: "$x to 1", "$x = 1", "$x += 1", "$x++"
 * @length: its length
 * @dialect: what it is written in
 * @passage: the passage it stands in
 *
 * Returns: (transfer full) (nullable): "x = 1", or %NULL when it cannot be said in Kist's dialect
 */
char *
kist_foreign_assignment (const char *text, gsize length, KistDialect dialect, const char *passage)
{
  KistForeignLexer self = { .place = text, .end = text + length, .dialect = dialect, .passage = passage };
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  char             sign = 0;
  Part             left;

  kist_foreign_lexer_skip_blanks (&self);
  if (self.place == self.end || !kist_foreign_lexer_is_word_character (*self.place) || g_ascii_isdigit (*self.place))
    return NULL;
  left = read_name (&self);
  name = left.text;
  if (!name)
    return NULL;
  self.it = name;
  if (kist_foreign_lexer_take (&self, "++") || kist_foreign_lexer_take (&self, "--"))
    {
      sign = self.place[-1];
      kist_foreign_lexer_skip_blanks (&self);
      return self.place == self.end ? g_strdup_printf ("%s = %s %c 1", name, name, sign) : NULL;
    }
  if (kist_foreign_lexer_take (&self, "+=") || kist_foreign_lexer_take (&self, "-=") ||
      kist_foreign_lexer_take (&self, "*="))
    sign = self.place[-2];
  else if (!kist_foreign_lexer_take (&self, "to") && !kist_foreign_lexer_take (&self, "="))
    return NULL;
  value = finish (&self);
  if (!value)
    return NULL;
  return sign ? g_strdup_printf ("%s = %s %c (%s)", name, name, sign, value) : g_strdup_printf ("%s = %s", name, value);
}
