#include "kist-question.h"

#include <string.h>

/* Of an answer's id: as much of its words as one can read, and a hash of them all. */
#define MAX_WORDS 24

static void
answer_free (KistAnswer *answer)
{
  g_free (answer->id);
  g_free (answer->text);
  g_free (answer->match);
  g_free (answer->feedback);
  g_free (answer);
}

/* FNV-1a, because it will give the same tomorrow as well, which nobody promises of g_str_hash(). */
static guint32
hash (const char *text)
{
  guint32 value = 2166136261u;

  for (const char *p = text; *p; p++)
    value = (value ^ (guint8)*p) * 16777619u;
  return value;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const KistAnswer *left = *(const KistAnswer *const *)a, *right = *(const KistAnswer *const *)b;
  guint32           left_hash = hash (left->id), right_hash = hash (right->id);

  return left_hash < right_hash ? -1 : left_hash > right_hash ? 1 : strcmp (left->id, right->id);
}

static gboolean
answers_are_equal (const KistAnswer *a, const KistAnswer *b)
{
  /* Weights and tolerances are written with a few digits. */
  return g_str_equal (a->id, b->id) && g_str_equal (a->text, b->text) && g_strcmp0 (a->match, b->match) == 0 &&
         g_strcmp0 (a->feedback, b->feedback) == 0 && G_APPROX_VALUE (a->credit, b->credit, 1e-5) &&
         G_APPROX_VALUE (a->number, b->number, 1e-9) && G_APPROX_VALUE (a->tolerance, b->tolerance, 1e-9);
}

/* Not spaces and the marks of a sentence; ".5" and "1,5" are no marks of a sentence. */
static gboolean
counts (const char *p)
{
  gunichar character = g_utf8_get_char (p);

  if ((character == '.' || character == ',') && g_ascii_isdigit (p[1]))
    return TRUE;
  return !g_unichar_isspace (character) && !g_utf8_strchr (".,;:!?'\"()…–—‘’“”", -1, character);
}

/**
 * kist_question_new:
 * @kind: its kind
 * @line: where it begins
 *
 * Returns: (transfer full): a question for a reader to fill
 */
KistQuestion *
kist_question_new (KistQuestionKind kind, unsigned line)
{
  KistQuestion *self = g_new0 (KistQuestion, 1);

  self->kind = kind;
  self->line = line;
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)answer_free);
  return self;
}

/**
 * kist_question_free:
 * @self: (nullable) (transfer full): a question
 */
void
kist_question_free (KistQuestion *self)
{
  if (!self)
    return;
  g_free (self->id);
  g_free (self->text);
  g_free (self->feedback);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

/**
 * kist_question_add_answer:
 * @self: a question that is being filled
 * @text: what the answer says
 * @credit: what it brings
 * @feedback: (nullable): what is said to it; "" is none
 *
 * Returns: (transfer none): the answer, for what else it has
 */
KistAnswer *
kist_question_add_answer (KistQuestion *self, const char *text, double credit, const char *feedback)
{
  KistAnswer *answer;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  answer = g_new0 (KistAnswer, 1);
  answer->text = g_strdup (text);
  answer->credit = credit;
  answer->feedback = feedback && *feedback ? g_strdup (feedback) : NULL;
  g_ptr_array_add (self->answers, answer);
  return answer;
}

/**
 * kist_question_get_answer:
 * @self: a question
 * @index: from 0
 *
 * Returns: (transfer none): an answer
 */
const KistAnswer *
kist_question_get_answer (const KistQuestion *self, unsigned index)
{
  g_return_val_if_fail (self != NULL && index < self->answers->len, NULL);

  return g_ptr_array_index (self->answers, index);
}

/**
 * kist_question_lookup_answer:
 * @self: a question
 * @id: an id
 *
 * Returns: (transfer none) (nullable): its answer of that id
 */
const KistAnswer *
kist_question_lookup_answer (const KistQuestion *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (unsigned i = 0; i < self->answers->len; i++)
    if (g_str_equal (kist_question_get_answer (self, i)->id, id))
      return kist_question_get_answer (self, i);
  return NULL;
}

/**
 * kist_question_dup_matches:
 * @self: a matching question
 *
 * Returns: (transfer full) (element-type utf8): the right sides, each once, in the order of the alphabet, which gives
 *   nothing away; they belong to @self
 */
GPtrArray *
kist_question_dup_matches (const KistQuestion *self)
{
  GPtrArray *matches = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (unsigned i = 0; i < self->answers->len; i++)
    {
      const char *match = kist_question_get_answer (self, i)->match;

      if (match && !g_ptr_array_find_with_equal_func (matches, match, g_str_equal, NULL))
        g_ptr_array_add (matches, (char *)match);
    }
  g_ptr_array_sort (matches, compare_texts);
  return matches;
}

/**
 * kist_question_dup_shuffled:
 * @self: an ordering question
 *
 * Returns: (transfer full) (element-type KistAnswer): the answers as they are first shown: always the same way, and
 *   never the right one; they belong to @self
 */
GPtrArray *
kist_question_dup_shuffled (const KistQuestion *self)
{
  GPtrArray *answers = g_ptr_array_new ();
  gboolean   is_right = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  for (unsigned i = 0; i < self->answers->len; i++)
    g_ptr_array_add (answers, g_ptr_array_index (self->answers, i));
  g_ptr_array_sort (answers, compare_ids);
  for (unsigned i = 0; i < answers->len; i++)
    is_right &= g_ptr_array_index (answers, i) == g_ptr_array_index (self->answers, i);
  if (is_right && answers->len > 1)
    g_ptr_array_add (answers, g_ptr_array_steal_index (answers, 0));
  return answers;
}

/**
 * kist_question_equal:
 * @a: a question
 * @b: a question
 *
 * Returns: whether they are the same but for where they stand in a file
 */
gboolean
kist_question_equal (const KistQuestion *a, const KistQuestion *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind || !g_str_equal (a->id, b->id) || !g_str_equal (a->text, b->text) ||
      a->is_markdown != b->is_markdown || a->is_case_sensitive != b->is_case_sensitive ||
      g_strcmp0 (a->feedback, b->feedback) != 0 || a->answers->len != b->answers->len)
    return FALSE;
  for (unsigned i = 0; i < a->answers->len; i++)
    if (!answers_are_equal (kist_question_get_answer (a, i), kist_question_get_answer (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * kist_answer_make_id:
 * @text: what an answer says
 *
 * The id of an answer to which its author gave none. It depends on its words and signs alone, so that neither its place
 * nor a comma, a capital or a space changes it: two ids are the same where the words are. Up to 24 letters or digits,
 * '-', and the FNV-1a hash of them all in 8 hexadecimal digits.
 *
 * Returns: (transfer full): an id
 */
char *
kist_answer_make_id (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *ascii = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) start = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_utf8_casefold (text, -1);
  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    if (counts (p))
      g_string_append_unichar (words, g_utf8_get_char (p));
  ascii = g_str_to_ascii (folded, "C");
  for (const char *p = ascii; *p && start->len < MAX_WORDS; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (start, g_ascii_tolower (*p));
      else if (*p == ' ' && start->len > 0 && start->str[start->len - 1] != '-')
        g_string_append_c (start, '-');
    }
  while (start->len > 0 && start->str[start->len - 1] == '-')
    g_string_truncate (start, start->len - 1);
  return g_strdup_printf ("%s-%08x", start->len > 0 ? start->str : "x", hash (words->len > 0 ? words->str : folded));
}
