#include "kist-moodle-writer.h"

#include <math.h>

#include "quiz/kist-number.h"

/* XML has no place for the control characters that a plain text file may hold. */
static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_autofree char *escaped = NULL;

  for (char *p = copy; *p; p++)
    if (g_ascii_iscntrl (*p) && *p != '\n')
      *p = ' ';
  escaped = g_markup_escape_text (copy, -1);
  g_string_append (out, escaped);
}

static void
append_text (GString *out, const KistQuestion *question, const char *element, const char *text)
{
  g_string_append_printf (out, "<%s format=\"%s\"><text>", element, question->is_markdown ? "markdown" : "plain_text");
  append_escaped (out, text ? text : "");
  g_string_append_printf (out, "</text></%s>\n", element);
}

/* An id that is not made of the words has an attribute, which Moodle passes over. */
static void
append_id (GString *out, const KistQuestion *question, const KistAnswer *answer)
{
  g_autofree char *made = kist_answer_make_id (*answer->text ? answer->text : answer->match ? answer->match : "");

  if (question->kind != KIST_QUESTION_TRUE_FALSE && question->kind != KIST_QUESTION_SHORT &&
      question->kind != KIST_QUESTION_NUMERIC && !g_str_equal (made, answer->id))
    g_string_append_printf (out, " id=\"%s\"", answer->id);
}

static void
append_answer (GString *out, const KistQuestion *question, unsigned index)
{
  const KistAnswer *answer = kist_question_get_answer (question, index);
  gboolean          is_ordering = question->kind == KIST_QUESTION_ORDERING;
  double            credit = is_ordering ? index + 1 : round (answer->credit * 1e5) / 1e5;
  g_autofree char  *fraction = kist_number_to_text (credit);
  g_autofree char  *tolerance = kist_number_to_text (answer->tolerance);
  gboolean          is_fact = question->kind == KIST_QUESTION_TRUE_FALSE;
  gboolean          is_pattern = question->kind == KIST_QUESTION_SHORT || question->kind == KIST_QUESTION_NUMERIC;

  g_string_append_printf (out, "<answer fraction=\"%s\" format=\"%s\"", fraction,
                          question->is_markdown && !is_pattern && !is_fact ? "markdown" : "plain_text");
  append_id (out, question, answer);
  g_string_append (out, "><text>");
  append_escaped (out, is_fact ? (index == 0 ? "true" : "false") : answer->text);
  g_string_append (out, "</text>\n");
  append_text (out, question, "feedback", answer->feedback);
  if (question->kind == KIST_QUESTION_NUMERIC)
    g_string_append_printf (out, "<tolerance>%s</tolerance>\n", tolerance);
  g_string_append (out, "</answer>\n");
}

static void
append_pair (GString *out, const KistQuestion *question, unsigned index)
{
  const KistAnswer *answer = kist_question_get_answer (question, index);
  const char       *format = question->is_markdown ? "markdown" : "plain_text";

  g_string_append_printf (out, "<subquestion format=\"%s\"", format);
  append_id (out, question, answer);
  g_string_append (out, "><text>");
  append_escaped (out, answer->text);
  g_string_append_printf (out, "</text><answer format=\"%s\"><text>", format);
  append_escaped (out, answer->match);
  g_string_append (out, "</text></answer></subquestion>\n");
}

static void
append_rubric (GString *out, const KistQuestion *question)
{
  g_autoptr (GString) rubric = g_string_new (NULL);

  for (unsigned i = 0; i < question->answers->len; i++)
    g_string_append_printf (rubric, "%s- %s", i > 0 ? "\n" : "", kist_question_get_answer (question, i)->text);
  append_text (out, question, "graderinfo", rubric->str);
}

static const char *
type_of (KistQuestionKind kind)
{
  switch (kind)
    {
    case KIST_QUESTION_TRUE_FALSE:
      return "truefalse";
    case KIST_QUESTION_SHORT:
      return "shortanswer";
    case KIST_QUESTION_NUMERIC:
      return "numerical";
    case KIST_QUESTION_MATCHING:
      return "matching";
    case KIST_QUESTION_ORDERING:
      return "ordering";
    case KIST_QUESTION_FREE_TEXT:
      return "essay";
    case KIST_QUESTION_DESCRIPTION:
      return "description";
    case KIST_QUESTION_SINGLE:
    case KIST_QUESTION_MULTIPLE:
    default:
      return "multichoice";
    }
}

static void
append_question (GString *out, const KistQuestion *question)
{
  KistQuestionKind kind = question->kind;

  g_string_append_printf (out, "<question type=\"%s\">\n<name><text>%s</text></name>\n", type_of (kind), question->id);
  append_text (out, question, "questiontext", question->text);
  append_text (out, question, "generalfeedback", question->feedback);
  g_string_append_printf (out, "<idnumber>%s</idnumber>\n", question->id);
  if (kind == KIST_QUESTION_SINGLE || kind == KIST_QUESTION_MULTIPLE)
    g_string_append_printf (out, "<single>%s</single>\n", kind == KIST_QUESTION_SINGLE ? "true" : "false");
  if (kind == KIST_QUESTION_SHORT)
    g_string_append_printf (out, "<usecase>%d</usecase>\n", question->is_case_sensitive);
  if (kind == KIST_QUESTION_ORDERING)
    g_string_append_printf (out,
                            "<layouttype>VERTICAL</layouttype>\n<selecttype>ALL</selecttype>\n"
                            "<selectcount>%u</selectcount>\n<gradingtype>ABSOLUTE_POSITION</gradingtype>\n"
                            "<showgrading>SHOW</showgrading>\n<numberingstyle>none</numberingstyle>\n",
                            question->answers->len);
  if (kind == KIST_QUESTION_FREE_TEXT)
    append_rubric (out, question);
  for (unsigned i = 0; kind != KIST_QUESTION_FREE_TEXT && i < question->answers->len; i++)
    {
      if (kind == KIST_QUESTION_MATCHING)
        append_pair (out, question, i);
      else
        append_answer (out, question, i);
    }
  g_string_append (out, "</question>\n");
}

/**
 * kist_moodle_write:
 * @questions: (element-type KistQuestion): questions
 *
 * Returns: (transfer full): the text of a file
 */
char *
kist_moodle_write (GPtrArray *questions)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");

  g_return_val_if_fail (questions != NULL, NULL);

  for (unsigned i = 0; i < questions->len; i++)
    append_question (out, g_ptr_array_index (questions, i));
  g_string_append (out, "</quiz>\n");
  return g_string_free (out, FALSE);
}
