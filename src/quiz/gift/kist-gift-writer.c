#include "kist-gift-writer.h"

#include <math.h>
#include <string.h>

#include "kist-gift-text.h"
#include "quiz/kist-number.h"

/* @signs: what has a meaning where @text stands */
static void
append_protected (GString *out, const char *text, const char *signs)
{
  for (const char *p = text; *p; p++)
    {
      if (*p == '\n')
        {
          g_string_append (out, "\\n");
          continue;
        }
      if (strchr (signs, *p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

static void
append_escaped (GString *out, const char *text)
{
  append_protected (out, text, "~=#{}:\\");
}

/* Of a thing to put in order Moodle takes no "\" off again (qtype_ordering::import_from_gift()), so that only what
 * would be read as something else has one; nor does it know formats there. */
static void
append_item (GString *out, const KistQuestion *question, const char *text)
{
  if (g_str_has_prefix (text, "//") || *text == '[')
    g_string_append (out, question->is_markdown ? "[markdown]" : "[plain]");
  append_protected (out, text, strstr (text, "####") ? "#{}\\" : "{}\\");
}

/* Between braces with nothing but "=" every "->" would make pairs of what is no pair. */
static void
protect_arrows (GString *out, gsize from)
{
  g_autofree char *text = g_strdup (out->str + from);
  g_autoptr (GString) safe = g_string_new (text);

  g_string_replace (safe, "->", KIST_GIFT_NO_ARROW, 0);
  g_string_truncate (out, from);
  g_string_append (out, safe->str);
}

/* The name of the format where it is needed: by the question, and by what would look like a format, a weight or a
 * comment. */
static void
append_text (GString *out, const KistQuestion *question, const char *text, gboolean is_question)
{
  if ((is_question && question->is_markdown) || *text == '[' || *text == '%' || strncmp (text, "//", 2) == 0)
    g_string_append (out, question->is_markdown ? "[markdown]" : "[plain]");
  append_escaped (out, text);
}

static void
append_feedback (GString *out, const KistQuestion *question, const char *feedback)
{
  if (!feedback)
    return;
  g_string_append_c (out, '#');
  append_text (out, question, feedback, FALSE);
}

static void
append_id (GString *out, const KistAnswer *answer)
{
  g_autofree char *made = kist_answer_make_id (*answer->text ? answer->text : answer->match);

  if (!g_str_equal (made, answer->id))
    g_string_append_printf (out, "\t// [id:%s]\n", answer->id);
}

static void
append_weight (GString *out, double credit)
{
  g_autofree char *weight = kist_number_to_text (round (credit * 1e5) / 1e5);

  g_string_append_printf (out, "%%%s%%", weight);
}

/* Of a single choice one answer has the '=' that says so. */
static void
append_choices (GString *out, const KistQuestion *question)
{
  const KistAnswer *best = NULL;

  for (unsigned i = 0; question->kind == KIST_QUESTION_SINGLE && i < question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (question, i);

      best = !best || answer->credit > best->credit ? answer : best;
    }
  for (unsigned i = 0; i < question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (question, i);

      append_id (out, answer);
      g_string_append (out, answer == best ? "\t=" : "\t~");
      if (answer == best ? answer->credit < 100 : answer->credit < 0 || answer->credit > 0)
        append_weight (out, answer->credit);
      append_text (out, question, answer->text, FALSE);
      append_feedback (out, question, answer->feedback);
      g_string_append_c (out, '\n');
    }
}

static void
append_accepted (GString *out, const KistQuestion *question)
{
  for (unsigned i = 0; i < question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (question, i);
      gsize             start = out->len;

      g_string_append (out, "\t=");
      if (answer->credit < 100 || *answer->text == '%') /* which would be read as the beginning of a weight */
        append_weight (out, answer->credit);
      append_escaped (out, answer->text);
      if (question->kind == KIST_QUESTION_NUMERIC && answer->tolerance > 0)
        {
          g_autofree char *tolerance = kist_number_to_text (answer->tolerance);

          g_string_append_printf (out, ":%s", tolerance);
        }
      append_feedback (out, question, answer->feedback);
      protect_arrows (out, start);
      g_string_append_c (out, '\n');
    }
}

static void
append_parts (GString *out, const KistQuestion *question)
{
  for (unsigned i = 0; i < question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (question, i);

      gsize start;

      append_id (out, answer);
      start = out->len;
      g_string_append (out, question->kind == KIST_QUESTION_MATCHING ? "\t=" : "\t");
      if (question->kind == KIST_QUESTION_ORDERING)
        append_item (out, question, answer->text);
      else
        append_text (out, question, answer->text, FALSE);
      if (answer->match)
        {
          protect_arrows (out, start);
          g_string_append (out, " -> ");
          append_text (out, question, answer->match, FALSE);
        }
      g_string_append_c (out, '\n');
    }
}

static void
append_true_false (GString *out, const KistQuestion *question)
{
  gboolean          is_true = kist_question_get_answer (question, 0)->credit > 0;
  const KistAnswer *right = kist_question_get_answer (question, is_true ? 0 : 1);
  const KistAnswer *wrong = kist_question_get_answer (question, is_true ? 1 : 0);

  g_string_append (out, is_true ? "TRUE" : "FALSE");
  if (wrong->feedback || right->feedback)
    {
      append_feedback (out, question, wrong->feedback ? wrong->feedback : "");
      append_feedback (out, question, right->feedback);
    }
}

static void
append_general (GString *out, const KistQuestion *question)
{
  g_autoptr (GString) text = g_string_new (question->feedback);

  for (unsigned i = 0; question->kind == KIST_QUESTION_FREE_TEXT && i < question->answers->len; i++)
    g_string_append_printf (text, "%s- %s", text->len > 0 ? "\n" : "", kist_question_get_answer (question, i)->text);
  if (text->len == 0)
    return;
  g_string_append (out, "####");
  append_text (out, question, text->str, FALSE);
}

static void
append_answers (GString *out, const KistQuestion *question)
{
  switch (question->kind)
    {
    case KIST_QUESTION_SINGLE:
    case KIST_QUESTION_MULTIPLE:
      g_string_append (out, "{\n");
      append_choices (out, question);
      break;
    case KIST_QUESTION_SHORT:
    case KIST_QUESTION_NUMERIC:
      g_string_append (out, question->kind == KIST_QUESTION_NUMERIC ? "{#\n" : "{\n");
      append_accepted (out, question);
      break;
    case KIST_QUESTION_MATCHING:
    case KIST_QUESTION_ORDERING:
      if (question->kind == KIST_QUESTION_ORDERING)
        g_string_append_printf (out, "{>%u ALL VERTICAL ABSOLUTE_POSITION SHOW none\n", question->answers->len);
      else
        g_string_append (out, "{\n");
      append_parts (out, question);
      break;
    case KIST_QUESTION_TRUE_FALSE:
      g_string_append_c (out, '{');
      append_true_false (out, question);
      break;
    case KIST_QUESTION_FREE_TEXT:
      g_string_append_c (out, '{');
      break;
    case KIST_QUESTION_DESCRIPTION:
    default:
      return;
    }
  append_general (out, question);
  g_string_append_c (out, '}');
}

/**
 * kist_gift_write:
 * @questions: (element-type KistQuestion): questions
 *
 * Returns: (transfer full): the text of a file. Moodle passes over the comments that carry answers' ids.
 */
char *
kist_gift_write (GPtrArray *questions)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (questions != NULL, NULL);

  for (unsigned i = 0; i < questions->len; i++)
    {
      const KistQuestion *question = g_ptr_array_index (questions, i);

      if (i > 0)
        g_string_append_c (out, '\n');
      if (question->is_case_sensitive)
        g_string_append (out, "// [case:sensitive]\n");
      g_string_append_printf (out, "::%s::", question->id);
      append_text (out, question, question->text, TRUE);
      append_answers (out, question);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
