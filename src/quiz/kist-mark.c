#include "kist-mark.h"

#include <math.h>
#include <string.h>

#include "kist-number.h"

/* Decimal fractions are not exact in binary: 0.1 + 0.2 must be within 0 of 0.3. */
#define PRECISION 1e-9

typedef struct
{
  const KistQuestion *question;
  const KistResponse *response;
  KistMark           *mark;
  double              credit;
  GString            *feedback; /* (owned) */
} Marking;

static void
say (Marking *self, const char *feedback)
{
  if (!feedback)
    return;
  if (self->feedback->len > 0)
    g_string_append (self->feedback, self->question->is_markdown ? "\n\n" : "\n");
  g_string_append (self->feedback, feedback);
}

static void
count (Marking *self, unsigned index, gboolean is_right)
{
  self->mark->n_parts++;
  self->mark->n_right += is_right;
  if (is_right)
    self->mark->right |= 1u << index;
}

/* Of one choice that one, of many the sum; a wrong one may take away what a right one brought, but not more. */
static void
mark_choices (Marking *self)
{
  for (unsigned i = 0; i < self->question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (self->question, i);
      gboolean          is_chosen = kist_response_has_id (self->response, answer->id);

      count (self, i, is_chosen == (answer->credit > 0));
      if (!is_chosen)
        continue;
      self->credit += answer->credit;
      say (self, answer->feedback);
    }
}

/* Moodle's: '*' is any text, "\*" a star. */
static gboolean
matches (const char *pattern, const char *text)
{
  const char *star = NULL, *again = NULL;

  while (*text)
    {
      const char *literal = pattern[0] == '\\' && pattern[1] == '*' ? pattern + 1 : pattern;

      if (*pattern == '*')
        {
          star = ++pattern;
          again = text;
        }
      else if (*literal == *text)
        {
          pattern = literal + 1;
          text++;
        }
      else if (star)
        {
          pattern = star;
          text = ++again;
        }
      else
        return FALSE;
    }
  while (*pattern == '*')
    pattern++;
  return !*pattern;
}

/* Single spaces, composed letters, and no capitals where these do not count. */
static char *
dup_comparable (const KistQuestion *question, const char *text)
{
  g_autofree char *folded = question->is_case_sensitive ? g_strdup (text) : g_utf8_casefold (text, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  GString         *result = g_string_new (NULL);

  for (const char *p = composed ? composed : folded; *p; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (result, *p);
    else if (result->len > 0 && result->str[result->len - 1] != ' ')
      g_string_append_c (result, ' ');
  return g_strchomp (g_string_free (result, FALSE));
}

/* The first that fits counts. */
static void
mark_short (Marking *self)
{
  const char      *words = kist_response_get_text (self->response);
  g_autofree char *text = dup_comparable (self->question, words ? words : "");

  for (unsigned i = 0; *text && i < self->question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (self->question, i);
      g_autofree char  *pattern = dup_comparable (self->question, answer->text);

      if (!matches (pattern, text))
        continue;
      count (self, i, answer->credit > 0);
      self->credit = answer->credit;
      say (self, answer->feedback);
      return;
    }
}

static void
mark_numeric (Marking *self)
{
  const char *text = kist_response_get_text (self->response);
  double      number;

  if (!text || !kist_number_parse (text, '.', &number))
    return;
  for (unsigned i = 0; i < self->question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (self->question, i);
      double            allowed = answer->tolerance + PRECISION * fmax (fabs (answer->number), answer->tolerance);

      if (!g_str_equal (answer->text, "*") && !(fabs (number - answer->number) <= allowed))
        continue;
      count (self, i, answer->credit > 0);
      self->credit = answer->credit;
      say (self, answer->feedback);
      return;
    }
}

static void
mark_parts (Marking *self)
{
  gboolean is_matching = self->question->kind == KIST_QUESTION_MATCHING;

  for (unsigned i = 0; i < self->question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (self->question, i);
      g_autofree char  *wanted = is_matching ? kist_answer_make_id (answer->match) : NULL;

      if (is_matching && !*answer->text)
        continue;
      if (is_matching)
        count (self, i, g_strcmp0 (kist_response_get_match (self->response, answer->id), wanted) == 0);
      else if (self->question->kind == KIST_QUESTION_ORDERING)
        count (self, i,
               i < kist_response_get_n_ids (self->response) &&
                   g_str_equal (kist_response_get_id (self->response, i), answer->id));
      else
        count (self, i, kist_response_has_id (self->response, answer->id));
    }
  self->credit = self->mark->n_parts > 0 ? 100.0 * self->mark->n_right / self->mark->n_parts : 100;
}

/**
 * kist_question_mark:
 * @question: a question
 * @response: a response to it
 *
 * The rules are Moodle's. Choices add up, between 0 and 100. Of short answers and numbers the first in the file that
 * fits counts. Of pairs and places each right one brings its share; an item is in its place when as many stand before
 * it as should. What one finds in one's own text brings its share as well, and is nobody's verdict.
 *
 * Returns: (transfer full): the mark
 */
KistMark *
kist_question_mark (const KistQuestion *question, const KistResponse *response)
{
  Marking self = { question, response, g_new0 (KistMark, 1), 0, g_string_new (NULL) };

  g_return_val_if_fail (question != NULL && response != NULL, self.mark);

  if (question->kind == KIST_QUESTION_SHORT)
    mark_short (&self);
  else if (question->kind == KIST_QUESTION_NUMERIC)
    mark_numeric (&self);
  else if (question->kind == KIST_QUESTION_SINGLE || question->kind == KIST_QUESTION_MULTIPLE ||
           question->kind == KIST_QUESTION_TRUE_FALSE)
    mark_choices (&self);
  else
    mark_parts (&self);
  say (&self, question->feedback);

  self.mark->credit = (unsigned)lround (CLAMP (self.credit, 0, 100));
  self.mark->verdict = question->kind == KIST_QUESTION_FREE_TEXT ? KIST_VERDICT_OWN
                       : self.mark->credit >= 100                ? KIST_VERDICT_RIGHT
                       : self.mark->credit > 0                   ? KIST_VERDICT_PARTLY
                                                                 : KIST_VERDICT_WRONG;
  self.mark->feedback = g_string_free (self.feedback, self.feedback->len == 0);
  return self.mark;
}

/**
 * kist_mark_get_part:
 * @self: (nullable): a mark
 * @index: of an answer
 *
 * Returns: 1 when the part of that answer is right, 0 when not, −1 when nothing was marked
 */
int
kist_mark_get_part (const KistMark *self, unsigned index)
{
  return !self ? -1 : (self->right >> index) & 1 ? 1 : 0;
}

/**
 * kist_mark_free:
 * @self: (nullable) (transfer full): a mark
 */
void
kist_mark_free (KistMark *self)
{
  if (!self)
    return;
  g_free (self->feedback);
  g_free (self);
}
