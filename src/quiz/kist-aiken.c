#include "kist-aiken.h"

#include <string.h>

typedef struct
{
  KistQuizBuilder *builder;
  KistQuestion    *question; /* (owned) (nullable): the one that is read */
  GString         *text;     /* (owned) */
  unsigned         column;   /* of the line that is read: where its first letter stands */
} Parser;

/* The letter in "B. words" or "B) words"; 0 when @line is no answer. */
static char
letter_of (const char *line)
{
  return g_ascii_isupper (line[0]) && (line[1] == '.' || line[1] == ')') && g_ascii_isspace (line[2]) ? line[0] : '\0';
}

static void
refuse (Parser *self, unsigned line, unsigned column, const char *hint, const char *message)
{
  kist_quiz_builder_refuse (self->builder, line, column, hint, message);
  g_clear_pointer (&self->question, kist_question_free);
  g_string_truncate (self->text, 0);
}

static void
add_text (Parser *self, const char *line, unsigned number)
{
  if (self->question && self->question->answers->len > 0)
    refuse (self, self->question->line, self->question->column,
            "Write ANSWER: and its letter below the answers, each answer on one line.",
            "The question that begins here does not say which answer is right; it is left out.");
  if (!self->question)
    {
      self->question = kist_question_new (KIST_QUESTION_SINGLE, number);
      self->question->column = self->column;
    }
  if (self->text->len < KIST_QUIZ_MAX_QUESTION)
    g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? "\n" : "", line);
}

static void
add_answer (Parser *self, const char *line, unsigned number)
{
  g_autofree char *text = g_strstrip (g_strdup (line + 2));

  if (!self->question || *line != (char)('A' + self->question->answers->len))
    refuse (self, number, self->column, "Write A. B. C. in this order below the question.",
            "This answer does not follow the one before it; its question is left out.");
  else
    kist_question_add_answer (self->question, text, 0, NULL);
}

static void
end_question (Parser *self, const char *line, unsigned number)
{
  g_autofree char *right = g_strstrip (g_strdup (line + strlen ("ANSWER:")));
  KistAnswer      *answer;
  unsigned         index = (unsigned)(*right - 'A');

  if (!self->question || strlen (right) != 1 || index >= self->question->answers->len)
    {
      refuse (self, number, self->column, "Write ANSWER: and the letter of the right answer below its answers.",
              "This names no answer of the question above it.");
      return;
    }
  answer = g_ptr_array_index (self->question->answers, index);
  answer->credit = 100;
  self->question->text = g_strdup (self->text->str);
  kist_quiz_builder_add (self->builder, g_steal_pointer (&self->question), NULL);
  g_string_truncate (self->text, 0);
}

/**
 * kist_aiken_parse:
 * @builder: where questions and findings go
 * @text: a normalised text
 *
 * The rules are those of Moodle's importer (question/format/aiken/format.php), but for a question on several lines,
 * which that one cuts: here its lines are one text.
 */
void
kist_aiken_parse (KistQuizBuilder *builder, const char *text)
{
  Parser   self = { builder, NULL, g_string_new (NULL), 1 };
  unsigned number = 1;

  g_return_if_fail (builder != NULL && text != NULL);

  for (const char *at = text; *at; number++)
    {
      gsize            length = strcspn (at, "\n");
      g_autofree char *line = g_strstrip (g_strndup (at, length));

      self.column = (unsigned)strspn (at, " \t\f\v") + 1;
      if (strncmp (line, "ANSWER:", strlen ("ANSWER:")) == 0)
        end_question (&self, line, number);
      else if (letter_of (line))
        add_answer (&self, line, number);
      else if (*line)
        add_text (&self, line, number);
      at += length + (at[length] == '\n');
    }
  if (self.question)
    refuse (&self, self.question->line, self.question->column, "Write ANSWER: and its letter below the answers.",
            "The question that begins here does not say which answer is right; it is left out.");
  g_string_free (self.text, TRUE);
}
