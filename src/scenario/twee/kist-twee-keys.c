#include "kist-twee-keys.h"

#include <string.h>

/* Codes are read aloud one after the other; no decision is about more. */
#define MAX_CODES 20
/* Nor does any line move more bars. */
#define MAX_CHANGES 20

/* The column of @place, which is in the value. */
static unsigned
column_of (const KistTweeKeyLine *line, const char *place)
{
  return line->column + (unsigned)g_utf8_pointer_to_offset (line->value, place);
}

static void
complain (KistTweeContext *context, const KistTweeKeyLine *line, unsigned column, const char *what, const char *hint)
{
  kist_report_add_at (context->report, context->file, line->line, column, KIST_SEVERITY_ERROR, hint, "In “%s”: %s",
                      line->key, what);
}

/* Reads "3", "+3", "-3" and, because word processors like it, "−3". Returns whether all of @text is one number. */
static gboolean
read_integer (const char *text, gint64 *value)
{
  static const char minus_sign[] = "\xe2\x88\x92";
  gboolean          is_negative = FALSE;

  if (g_str_has_prefix (text, minus_sign))
    {
      is_negative = TRUE;
      text += strlen (minus_sign);
    }
  else if (*text == '+' || *text == '-')
    is_negative = *text++ == '-';
  while (*text == ' ')
    text++;
  if (!*text)
    return FALSE;
  for (*value = 0; *text; text++)
    {
      gint64 digit = *text - '0';

      if (!g_ascii_isdigit (*text) || __builtin_mul_overflow (*value, 10, value) ||
          __builtin_add_overflow (*value, is_negative ? -digit : digit, value))
        return FALSE;
    }
  return TRUE;
}

/* Returns (transfer full) (nullable): the expression that stands at @text in the value; a broken one makes the scenario
 * unplayable. */
static KistExpression *
read_expression (KistTweeContext *context, const KistTweeKeyLine *line, const char *text)
{
  g_autoptr (GError) error = NULL;
  unsigned        column = 1; /* in @text */
  KistExpression *expression = kist_expression_parse (text, &column, &error);

  if (expression)
    return expression;
  column += column_of (line, text) - 1;
  context->is_broken = TRUE;
  kist_report_add_at (context->report, context->file, line->line, column, KIST_SEVERITY_ERROR, error->message,
                      "“%s” cannot be understood from column %u on.", line->key, column);
  return NULL;
}

static void
apply_if (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line)
{
  choice->condition = read_expression (context, line, line->value);
  choice->condition_place = (KistFilePlace){ line->line, line->column };
}

static void
apply_set (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line)
{
  const char      *equals = strchr (line->value, '=');
  g_autofree char *name = NULL;
  KistExpression  *value;
  KistAssignment  *assignment;

  if (equals)
    name = g_strstrip (g_strndup (line->value, equals - line->value));
  if (!equals || equals[1] == '=' || !kist_expression_is_name (name))
    {
      context->is_broken = TRUE;
      complain (context, line, line->column, "there is no “name = value”.",
                "A name is letters, digits and “_”, does not begin with a digit, and is not and, or, not, true, false, "
                "visited.");
      return;
    }
  value = read_expression (context, line, equals + 1);
  if (!value)
    return;
  assignment = g_new0 (KistAssignment, 1);
  assignment->variable = g_steal_pointer (&name);
  assignment->value = value;
  assignment->place = (KistFilePlace){ line->line, line->column };
  assignment->value_column = column_of (line, equals + 1);
  g_ptr_array_add (choice->assignments, assignment);
}

/* Takes "bar ±n" apart: the number is what stands last, with its sign, and the rest is the bar. Changes @text. */
static gboolean
split_change (char *text, gint64 *change)
{
  char *number = text + strlen (text);

  while (number > text && g_ascii_isdigit (number[-1]))
    number--;
  while (number > text && g_ascii_isspace (number[-1]))
    number--;
  if (number > text && (number[-1] == '+' || number[-1] == '-'))
    number--;
  else if (number - text >= 3 && g_str_has_prefix (number - 3, "\xe2\x88\x92"))
    number -= 3;
  else if (!g_ascii_isspace (*number))
    return FALSE;
  if (number == text || !read_integer (*number == ' ' || *number == '\t' ? g_strchug (number) : number, change))
    return FALSE;
  *number = '\0';
  g_strchomp (text);
  return TRUE;
}

/* One "bar ±n", which stands at @place in the value. */
static void
add_outcome (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line, const char *place, char *bar)
{
  KistOutcomeChange change = { 0 };

  if (!split_change (bar, &change.change))
    {
      complain (context, line, column_of (line, place), "there is no “bar +1” or “bar -1”.",
                "Write: outcome: trust -1, you +1");
      return;
    }
  if (!context->outcomes)
    return;
  while (context->outcomes[change.bar] && !g_str_equal (context->outcomes[change.bar], bar))
    change.bar++;
  if (context->outcomes[change.bar])
    g_array_append_val (choice->outcomes, change);
  else
    kist_report_add_at (context->report, context->file, line->line, column_of (line, place), KIST_SEVERITY_ERROR,
                        "Add it to “outcomes” in StoryData, or mend its name.", "No outcome is called “%s”.", bar);
}

static void
apply_outcome (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line)
{
  const char *part = line->value;

  for (unsigned i = 0; part; i++)
    {
      const char      *comma = strchr (part, ',');
      g_autofree char *bar = NULL;

      if (i == MAX_CHANGES)
        {
          complain (context, line, column_of (line, part), "there are more than 20 changes, and the rest was dropped.",
                    "Keep those that matter most.");
          break;
        }
      part += strspn (part, " \t");
      bar = g_strstrip (comma ? g_strndup (part, MAX (comma, part) - part) : g_strdup (part));
      add_outcome (context, choice, line, part, bar);
      part = comma ? comma + 1 : NULL;
    }
}

static void
apply_score (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line)
{
  if (!read_integer (line->value, &choice->score))
    {
      choice->score = 0;
      complain (context, line, line->column, "this is not a whole number.", "Write: score: 2");
    }
}

static void
apply_feedback (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line)
{
  choice->feedback = g_strdup (line->value);
  choice->feedback_line = line->line;
}

static void
apply_code (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line)
{
  static const char between[] = ", \t";
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  const char *code = line->value + strspn (line->value, between);

  g_strv_builder_addv (codes, (const char **)choice->codes);
  while (*code && choice->code_places->len < MAX_CODES)
    {
      const char   *end = code + strcspn (code, between);
      KistFilePlace place = { line->line, column_of (line, code) };

      g_strv_builder_take (codes, g_strndup (code, end - code));
      g_array_append_val (choice->code_places, place);
      code = end + strspn (end, between);
    }
  g_strfreev (choice->codes);
  choice->codes = g_strv_builder_end (codes);
  if (*code)
    complain (context, line, column_of (line, code), "there are more than 20 codes, and the rest was dropped.",
              "Keep those that it is about.");
}

static void
apply_once (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line)
{
  choice->is_once = g_str_equal (line->value, "true");
  if (!choice->is_once && !g_str_equal (line->value, "false"))
    complain (context, line, line->column, "this is neither true nor false.", "Write: once: true");
}

static const struct
{
  const char *key;
  gboolean    is_repeatable;
  void        (*apply) (KistTweeContext *context, KistChoice *choice, const KistTweeKeyLine *line);
} keys[] = {
  { "set", TRUE, apply_set },         { "if", FALSE, apply_if },       { "feedback", FALSE, apply_feedback },
  { "outcome", TRUE, apply_outcome }, { "score", FALSE, apply_score }, { "code", TRUE, apply_code },
  { "once", FALSE, apply_once },
};

/**
 * kist_twee_keys_is_known:
 * @key: a word before a colon
 *
 * Returns: whether Kist's dialect has such a key
 */
gboolean
kist_twee_keys_is_known (const char *key)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].key, key))
      return TRUE;
  return FALSE;
}

/**
 * kist_twee_keys_apply:
 * @context: what the line is read against
 * @choice: the choice it stands under
 * @seen: a bit for each key that stood under @choice before; 0 for the first one
 * @line: a line with a known key
 */
void
kist_twee_keys_apply (KistTweeContext *context, KistChoice *choice, unsigned *seen, const KistTweeKeyLine *line)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (!g_str_equal (keys[i].key, line->key))
        continue;
      if (!*line->value)
        complain (context, line, line->column, "nothing follows.",
                  "Write a value behind the colon, or take the line away.");
      else if ((*seen & 1u << i) && !keys[i].is_repeatable)
        complain (context, line, line->key_column, "it stands here a second time, and only the first counts.",
                  "Keep one of them.");
      else
        keys[i].apply (context, choice, line);
      *seen |= 1u << i;
    }
}
