#include "kist-gift-answers.h"

#include <string.h>

#include "quiz/kist-number.h"

typedef struct
{
  KistQuizBuilder      *builder;
  const KistGiftReader *reader;
  KistQuestion         *question; /* (owned) */
  GArray               *ids;      /* (element-type KistGiftId) */
  const char           *place;    /* (nullable): of the answer that is read */
} Answers;

static gboolean
refuse (Answers *self, const char *hint, const char *message)
{
  unsigned line, column;

  kist_gift_find_place (self->reader, self->place, &line, &column);
  return kist_quiz_builder_refuse (self->builder, line, column, hint, message);
}

/* The last id between the answer before and @place is this one's. */
static void
take_id (Answers *self, KistAnswer *answer, const char *from, const char *place)
{
  for (unsigned i = 0; i < self->ids->len; i++)
    {
      const KistGiftId *id = &g_array_index (self->ids, KistGiftId, i);

      const char *mark = id->place + strspn (id->place, " \t\n");

      if (mark >= from && mark <= place)
        g_set_str (&answer->id, id->id);
    }
}

static KistAnswer *
add_answer (Answers *self, const char *text, double credit, const char *feedback, gboolean is_pattern)
{
  KistGiftFormat   none = KIST_GIFT_PLAIN;
  g_autofree char *said = feedback ? kist_gift_dup_text (self->reader, feedback) : NULL;
  g_autofree char *clean = NULL;

  if (is_pattern)
    {
      kist_gift_take_format (&text, none);
      clean = kist_gift_clean (text, FALSE);
    }
  else
    clean = kist_gift_dup_text (self->reader, text);
  return kist_question_add_answer (self->question, clean, credit, said);
}

/* "%50%" before an answer. */
static gboolean
take_weight (Answers *self, char **text, double *weight)
{
  char  *p = *text + strspn (*text, " \t\n"), *end;
  double value;

  if (*p != '%')
    return TRUE;
  value = g_ascii_strtod (p + 1, &end);
  if (end == p + 1 || *end != '%' || strspn (p + 1, "-.0123456789") != (gsize)(end - p - 1) || value < -100 ||
      value > 100)
    return refuse (self, "Write ~%50% and the answer; weights go from -100 to 100.",
                   "The weight of an answer to this question is no number; the question is left out.");
  *weight = value;
  *text = end + 1;
  return TRUE;
}

/* Each answer from its sign to the next. @add gets the sign, the text behind it, and where it stands. */
static gboolean
for_each (Answers *self, char *body, const char *signs, gboolean (*add) (Answers *, char, char *, const char *from))
{
  const char *from = body;
  char       *mark = body + strspn (body, " \t\n");
  char       *next;

  if (!*mark || !strchr (signs, *mark))
    mark = NULL;
  for (; mark; mark = next)
    {
      g_autofree char *text = NULL;

      if (self->question->answers->len > KIST_QUIZ_MAX_ANSWERS)
        return TRUE; /* which the builder says */
      next = kist_gift_find_any (mark + 1, signs);
      text = next ? g_strndup (mark + 1, (gsize)(next - mark - 1)) : g_strdup (mark + 1);
      self->place = mark;
      if (!add (self, *mark, text, from))
        return FALSE;
      if (self->question->answers->len > 0)
        take_id (self, g_ptr_array_index (self->question->answers, self->question->answers->len - 1), from, mark);
      from = mark + 1;
    }
  return TRUE;
}

static gboolean
add_choice (Answers *self, char sign, char *text, const char *from)
{
  double      credit = sign == '=' ? 100 : 0;
  const char *feedback;

  if (!take_weight (self, &text, &credit))
    return FALSE;
  feedback = kist_gift_cut (text, "#");
  add_answer (self, text, credit, feedback, FALSE);
  return TRUE;
}

static gboolean
add_short (Answers *self, char sign, char *text, const char *from)
{
  double      credit = 100;
  const char *feedback;

  if (!take_weight (self, &text, &credit))
    return FALSE;
  feedback = kist_gift_cut (text, "#");
  add_answer (self, text, credit, feedback, TRUE);
  return TRUE;
}

static gboolean
add_pair (Answers *self, char sign, char *text, const char *from)
{
  char            *right = kist_gift_cut (text, "->");
  g_autofree char *match = NULL;
  KistGiftReader   plain = *self->reader;

  if (!right)
    return refuse (self, "Write each pair as =one side -> the other.",
                   "A pair of this question has no ->; the question is left out.");
  match = kist_gift_dup_text (&plain, right);
  add_answer (self, text, 100, NULL, FALSE)->match = g_steal_pointer (&match);
  return TRUE;
}

/* "3", "3:2", "1..5" or "*". */
static gboolean
read_number (const char *text, KistAnswer *answer)
{
  g_autofree char *copy = g_strdup (text);
  char            *range = strstr (copy, "..");
  char            *margin = strchr (copy, ':');
  double           a, b = 0;

  if (g_str_equal (copy, "*"))
    return TRUE;
  if (range)
    *range = '\0';
  else if (margin)
    *margin = '\0';
  if (!kist_number_parse (copy, '.', &a) || (range && !kist_number_parse (range + 2, '.', &b)) ||
      (!range && margin && !kist_number_parse (margin + 1, '.', &b)) || (range && b < a) || (!range && b < 0))
    return FALSE;
  answer->number = range ? a / 2 + b / 2 : a;
  answer->tolerance = range ? b / 2 - a / 2 : b;
  g_free (answer->text);
  answer->text = kist_number_to_text (answer->number);
  return TRUE;
}

static gboolean
add_number (Answers *self, char sign, char *text, const char *from)
{
  double      credit = sign == '=' ? 100 : 0;
  const char *feedback;
  KistAnswer *answer;

  if (!take_weight (self, &text, &credit))
    return FALSE;
  feedback = kist_gift_cut (text, "#");
  answer = add_answer (self, text, credit, feedback, TRUE);
  if (sign == '~' && !*answer->text)
    g_set_str (&answer->text, "*");
  if (!read_number (answer->text, answer))
    return refuse (self, "Write {#3}, {#3:0.5} for 3 give or take a half, or {#2.5..3.5}.",
                   "An answer to this question is no number; the question is left out.");
  return TRUE;
}

/* {#3} has one answer and no sign before it. */
static gboolean
read_numbers (Answers *self, char *body)
{
  g_autofree char *first = NULL;
  char            *start = body + strspn (body, " \t\n");

  self->question->kind = KIST_QUESTION_NUMERIC;
  if (*start == '=' || *start == '~' || !*start)
    return for_each (self, body, "=~", add_number);
  first = g_strconcat ("=", start, NULL);
  return for_each (self, first, "=~", add_number);
}

/* {T}, {FALSE#what to say when wrong#what to say when right}. */
static gboolean
read_true_false (Answers *self, char *body)
{
  g_autofree char *copy = g_strdup (body);
  char            *wrong = kist_gift_cut (copy, "#");
  char            *right = wrong ? kist_gift_cut (wrong, "#") : NULL;
  gboolean         is_true;

  g_strstrip (copy);
  is_true = g_ascii_strcasecmp (copy, "T") == 0 || g_ascii_strcasecmp (copy, "TRUE") == 0;
  if (!is_true && g_ascii_strcasecmp (copy, "F") != 0 && g_ascii_strcasecmp (copy, "FALSE") != 0)
    return FALSE;
  self->question->kind = KIST_QUESTION_TRUE_FALSE;
  add_answer (self, "True", is_true ? 100 : 0, is_true ? right : wrong, FALSE);
  add_answer (self, "False", is_true ? 0 : 100, is_true ? wrong : right, FALSE);
  return TRUE;
}

/* Past the settings of an ordering question, as its importer takes them (qtype_ordering::import_from_gift() in Moodle's
 * question/type/ordering/questiontype.php): how many things are shown, then at most one word of each kind, in this
 * order. They are not used: all things are shown, one below the other. */
static char *
skip_settings (char *place)
{
  static const char *const kinds[] = {
    "ALL EXACT RANDOM REL CONTIGUOUS CONTIG",
    "HORIZONTAL HORI H 1 VERTICAL VERT V 0",
    "ALL_OR_NOTHING ABSOLUTE_POSITION ABSOLUTE ABS RELATIVE_NEXT_EXCLUDE_LAST RELATIVE_NEXT_INCLUDE_LAST "
    "RELATIVE_ONE_PREVIOUS_AND_NEXT RELATIVE_ALL_PREVIOUS_AND_NEXT RELATIVE_TO_CORRECT RELATIVE REL "
    "LONGEST_ORDERED_SUBSET LONGEST_CONTIGUOUS_SUBSET",
    "SHOW TRUE YES 1 HIDE FALSE NO 0",
    "none 123 abc ABCD iii IIII",
  };

  place += strspn (place, " \t");
  place += strspn (place, "0123456789");
  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      char            *start = place + strspn (place, " \t");
      g_autofree char *word = g_strndup (start, strcspn (start, " \t\n"));
      g_auto (GStrv) words = g_strsplit (kinds[i], " ", -1);

      if (*word && g_strv_contains ((const char *const *)words, word))
        place = start + strlen (word);
    }
  return place + strspn (place, " \t");
}

/* The form of Moodle's ordering questions: settings, then a thing a line in their right order. */
static gboolean
read_order (Answers *self, char *body)
{
  const char *from = body;
  char       *first = skip_settings (body), *next;

  self->question->kind = KIST_QUESTION_ORDERING;
  if (*first && *first != '\n' && !g_ascii_isdigit (body[strspn (body, " \t")]))
    return refuse (self, "Write {> on one line, each thing on a line of its own below it, and } on the last.",
                   "The things to put in order do not stand on lines of their own; the question is left out.");
  for (char *line = first; line && self->question->answers->len <= KIST_QUIZ_MAX_ANSWERS; line = next)
    {
      g_autofree char *text = NULL;

      next = strchr (line, '\n');
      text = g_strstrip (next ? g_strndup (line, (gsize)(next - line)) : g_strdup (line));
      next = next ? next + 1 : NULL;
      if (!*text)
        continue;
      take_id (self, add_answer (self, text, 100, NULL, FALSE), from, line + strspn (line, " \t"));
      from = line + 1;
    }
  return TRUE;
}

static gboolean
is_matching (char *body)
{
  char *arrow = kist_gift_find (body, "->"), *feedback = kist_gift_find (body, "#");

  return *body == '=' && arrow && (!feedback || arrow < feedback);
}

static gboolean
read_body (Answers *self, char *body)
{
  char *general = kist_gift_find_last (body, "####");

  if (general)
    {
      *general = '\0';
      self->question->feedback = kist_gift_dup_text (self->reader, general + 4);
      if (!*self->question->feedback)
        g_clear_pointer (&self->question->feedback, g_free);
    }
  body += strspn (body, " \t\n");
  if (!*body)
    {
      self->question->kind = KIST_QUESTION_FREE_TEXT;
      kist_quiz_builder_take_rubric (self->question);
      return TRUE;
    }
  if (*body == '#')
    return read_numbers (self, body + 1);
  if (*body == '>')
    return read_order (self, body + 1);
  if ((*body == '=' || *body == '~') && kist_gift_find (body, "~"))
    {
      self->question->kind = kist_gift_find (body, "=") ? KIST_QUESTION_SINGLE : KIST_QUESTION_MULTIPLE;
      return for_each (self, body, "=~", add_choice);
    }
  if (is_matching (body))
    {
      self->question->kind = KIST_QUESTION_MATCHING;
      return for_each (self, body, "=", add_pair);
    }
  if (*body == '=')
    {
      self->question->kind = KIST_QUESTION_SHORT;
      return for_each (self, body, "=", add_short);
    }
  if (read_true_false (self, body))
    return TRUE;
  return refuse (
      self, "Write {=the right answer ~a wrong one}, {T}, {=an accepted answer}, {#3:1} or {=one side -> the other}.",
      "Nobody knows of which kind this question is; it is left out.");
}

/**
 * kist_gift_read_answers:
 * @builder: for findings
 * @reader: what is known of the question
 * @body: what stands between the braces; it is taken apart
 * @ids: (element-type KistGiftId): ids that comments in it give, in order
 *
 * Of which kind a question is follows Moodle's importer (question/format/gift/format.php): no right-out '=' but '~' is
 * multiple choice, '=' alone short answers.
 *
 * Returns: (transfer full) (nullable): the question without its text, or %NULL after an error was added
 */
KistQuestion *
kist_gift_read_answers (KistQuizBuilder *builder, const KistGiftReader *reader, char *body, GArray *ids)
{
  Answers self = { builder, reader, kist_question_new (KIST_QUESTION_DESCRIPTION, reader->line), ids, NULL };

  if (read_body (&self, body))
    return self.question;
  kist_question_free (self.question);
  return NULL;
}
