#include "kist-gift.h"

#include <string.h>

#include "base/kist-text.h"

/* No question is longer; feedback for all answers is copied to each, which these two keep small. */
#define MAX_QUESTION 32768
#define MAX_ANSWERS 26

#define GAP "_____"
#define ESCAPABLE "~=#{}:\\"

typedef struct
{
  const char *file;
  KistReport *report;
  GHashTable *ids;       /* (element-type utf8) (owned) */
  GPtrArray  *questions; /* (element-type KistQuestion) (owned) */
  unsigned    line;      /* of the question that is read */
} Parser;

static void
answer_free (KistAnswer *answer)
{
  g_free (answer->text);
  g_free (answer->feedback);
  g_free (answer);
}

static void
question_free (KistQuestion *question)
{
  g_free (question->id);
  g_free (question->text);
  g_ptr_array_unref (question->answers);
  g_free (question);
}

/* Always FALSE, for what gives up with an error. */
static gboolean
refuse (Parser *self, const char *hint, const char *message)
{
  kist_report_add (self->report, self->file, self->line, KIST_SEVERITY_ERROR, hint, "%s", message);
  return FALSE;
}

static gboolean
refuse_kind (Parser *self, const char *kind)
{
  kist_report_add (self->report, self->file, self->line, KIST_SEVERITY_ERROR,
                   "Write {=the right answer ~a wrong one ~another} or {T}, with \\ before = ~ # { } that are text.",
                   "This question is %s, which is not supported; it is left out.", kind);
  return FALSE;
}

/* Not g_str_has_prefix(), which measures all of @text each time. */
static gboolean
begins_with (const char *text, const char *start)
{
  return strncmp (text, start, strlen (start)) == 0;
}

/* The first @mark in @text that has no '\' before it. */
static char *
find (char *text, const char *mark)
{
  for (char *p = text; *p; p++)
    {
      if (*p == '\\' && p[1])
        p++;
      else if (begins_with (p, mark))
        return p;
    }
  return NULL;
}

/* Cuts @text off before @mark and returns what stands behind it, or %NULL. */
static char *
cut (char *text, const char *mark)
{
  char *found = find (text, mark);

  if (!found)
    return NULL;
  *found = '\0';
  return found + strlen (mark);
}

/* White space as in a paragraph, '\' off what it protects, "\n" a line break. */
static char *
clean (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p; p++)
    {
      if (g_ascii_isspace (*p))
        {
          if (result->len > 0 && !g_ascii_isspace (result->str[result->len - 1]))
            g_string_append_c (result, ' ');
        }
      else if (*p == '\\' && p[1] == 'n')
        {
          g_string_append_c (result, '\n');
          p++;
        }
      else
        {
          if (*p == '\\' && p[1] && strchr (ESCAPABLE, p[1]))
            p++;
          g_string_append_c (result, *p);
        }
    }
  return g_strchomp (g_string_free (result, FALSE));
}

static void
add_answer (KistQuestion *question, const char *text, gboolean is_right, const char *feedback, const char *general)
{
  KistAnswer      *answer = g_new0 (KistAnswer, 1);
  g_autofree char *own = clean (feedback ? feedback : "");
  g_autofree char *common = clean (general ? general : "");

  answer->text = clean (text);
  answer->is_right = is_right;
  if (*own || *common)
    answer->feedback = g_strjoin (*own && *common ? "\n" : "", own, common, NULL);
  g_ptr_array_add (question->answers, answer);
}

/* {T}, {FALSE#what to say when wrong#what to say when right}. */
static gboolean
read_true_false (KistQuestion *question, char *body, const char *general)
{
  g_autofree char *copy = g_strdup (body);
  char            *wrong = cut (copy, "#");
  char            *right = wrong ? cut (wrong, "#") : NULL;
  gboolean         is_true;

  g_strstrip (copy);
  is_true = g_ascii_strcasecmp (copy, "T") == 0 || g_ascii_strcasecmp (copy, "TRUE") == 0;
  if (!is_true && g_ascii_strcasecmp (copy, "F") != 0 && g_ascii_strcasecmp (copy, "FALSE") != 0)
    return FALSE;
  add_answer (question, "True", is_true, is_true ? right : wrong, general);
  add_answer (question, "False", !is_true, is_true ? wrong : right, general);
  return TRUE;
}

/* Where the next answer begins in @text, or %NULL. */
static char *
find_answer (char *text)
{
  for (char *p = text; *p; p++)
    {
      if (*p == '\\' && p[1])
        p++;
      else if (*p == '=' || *p == '~')
        return p;
    }
  return NULL;
}

static gboolean
read_choices (Parser *self, KistQuestion *question, char *body, const char *general)
{
  unsigned n_right = 0;
  gboolean is_matching = FALSE;
  char    *next;

  for (char *mark = body; mark; mark = next)
    {
      g_autofree char *text = NULL;
      gboolean         is_right = *mark == '=';
      char            *feedback;

      if (question->answers->len == MAX_ANSWERS)
        return refuse (self, NULL, "This question has more answers than anyone can read; it is left out.");
      next = find_answer (mark + 1);
      text = next ? g_strndup (mark + 1, (gsize)(next - mark - 1)) : g_strdup (mark + 1);
      feedback = cut (text, "#");
      n_right += is_right;
      is_matching |= is_right && find (text, "->");
      add_answer (question, text, is_right, feedback, general);
    }

  for (unsigned i = 0; i < question->answers->len; i++)
    {
      const char *text = ((const KistAnswer *)g_ptr_array_index (question->answers, i))->text;

      if (!*text)
        return refuse (self, NULL, "This question has an empty answer; it is left out.");
      if (*text == '%')
        return refuse_kind (self, "one with weighted answers");
    }
  if (n_right == question->answers->len)
    return refuse_kind (self, is_matching ? "a matching" : "a short answer");
  if (n_right != 1)
    return refuse (self, "Begin the one right answer with = and each other with ~; write \\= and \\~ inside of texts.",
                   n_right ? "This question has more than one right answer; it is left out."
                           : "This question has no right answer; it is left out.");
  return TRUE;
}

static gboolean
read_answers (Parser *self, KistQuestion *question, char *body)
{
  char *general = cut (body, "####");

  g_strstrip (body);
  if (!*body)
    return refuse_kind (self, "an essay");
  if (*body == '#')
    return refuse_kind (self, "a number to enter");
  if (read_true_false (question, body, general))
    return TRUE;
  if (*body == '=' || *body == '~')
    return read_choices (self, question, body, general);
  return refuse_kind (self, "of a kind that nobody knows");
}

/* "[markdown]" and the like before the text. */
static gboolean
skip_format (Parser *self, char **text)
{
  static const char *const formats[] = { "[plain]", "[moodle]", "[markdown]", "[html]" };

  *text = g_strchug (*text);
  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    if (begins_with (*text, formats[i]))
      {
        *text += strlen (formats[i]);
        if (i == 3)
          return refuse (self, "Write it as plain text, without [html].",
                         "This question is in HTML, which is not shown; it is left out.");
      }
  return TRUE;
}

static gboolean
read_text (Parser *self, KistQuestion *question, const char *title, const char *before, const char *after)
{
  g_autofree char *whole = NULL;
  g_autofree char *rest = clean (after);

  whole = g_strdup_printf ("%s%s%s", before, *rest ? " " GAP : "", after);
  question->text = clean (whole);
  if (!*question->text || g_str_equal (question->text, GAP))
    return refuse (self, NULL, "This question has no text; it is left out.");
  question->id = kist_text_to_id (title ? title : question->text);
  if (!g_hash_table_add (self->ids, g_strdup (question->id)))
    {
      kist_report_add (self->report, self->file, self->line, KIST_SEVERITY_ERROR,
                       "Begin each question with its own ::name::.",
                       "Another question is called “%s” already; this one is left out.", question->id);
      return FALSE;
    }
  if (!title)
    {
      g_autofree char *hint = g_strdup_printf ("Begin it with ::%s:: and never change that.", question->id);

      kist_report_add (self->report, self->file, self->line, KIST_SEVERITY_NOTE, hint,
                       "This question has no permanent name, so its answer is lost when its text changes.");
    }
  return TRUE;
}

static gboolean
read_question (Parser *self, KistQuestion *question, char *text)
{
  char *title = NULL;
  char *body, *after;

  if (strlen (text) > MAX_QUESTION)
    return refuse (self, "Put an empty line between two questions.", "This question is too long; it is left out.");
  if (begins_with (text, "::"))
    {
      title = text + 2;
      text = cut (title, "::");
      if (!text)
        return refuse (self, "Write ::name:: before the question.", "The name of this question does not end.");
    }
  if (!skip_format (self, &text))
    return FALSE;
  body = cut (text, "{");
  if (!body)
    return refuse_kind (self, "a text without answers");
  after = cut (body, "}");
  if (!after)
    return refuse (self, "End the answers with }; an empty line ends a question, so there is none inside.",
                   "The answers of this question do not end.");
  if (find (after, "{"))
    return refuse (self, "Put an empty line between two questions; write \\{ for a brace.",
                   "This question has answers twice; it is left out.");
  return read_answers (self, question, body) && read_text (self, question, title, text, after);
}

static void
end_question (Parser *self, GString *block)
{
  KistQuestion *question;

  if (block->len == 0)
    return;
  question = g_new0 (KistQuestion, 1);
  question->line = self->line;
  question->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)answer_free);
  g_strchug (block->str);
  if (read_question (self, question, block->str))
    g_ptr_array_add (self->questions, question);
  else
    question_free (question);
  g_string_truncate (block, 0);
}

/**
 * kist_gift_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * The rules are those of Moodle's importer (question/format/gift/format.php): an empty line ends a question, a line
 * that begins with two slashes is a comment, '\' protects one of ~ = # { } : and itself. A question of another kind is
 * an error in @report and left out. "####" feedback for every answer is added to each. Texts are plain.
 *
 * Returns: (transfer full) (element-type KistQuestion): the questions that can be asked, in order
 */
GPtrArray *
kist_gift_parse (const char *text, const char *file, KistReport *report)
{
  Parser self = { .file = file, .report = report };
  g_autoptr (GString) block = g_string_new (NULL);
  unsigned number = 1;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.questions = g_ptr_array_new_with_free_func ((GDestroyNotify)question_free);
  for (const char *line = text; *line; number++)
    {
      gsize       length = strcspn (line, "\n");
      const char *start = line + strspn (line, " \t");

      if (start >= line + length)
        end_question (&self, block);
      else if (block->len == 0 && begins_with (start, "$CATEGORY:"))
        kist_report_add (report, file, number, KIST_SEVERITY_NOTE, NULL, "Categories are not used.");
      else if (!begins_with (start, "//"))
        {
          if (block->len == 0)
            self.line = number;
          g_string_append_len (block, line, (gssize)length);
          g_string_append_c (block, '\n');
        }
      line += length + (line[length] == '\n');
    }
  end_question (&self, block);
  g_hash_table_unref (self.ids);
  return self.questions;
}
