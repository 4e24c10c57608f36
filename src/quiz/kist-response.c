#include "kist-response.h"

#include <string.h>

struct _KistResponse
{
  GPtrArray *ids;     /* (element-type utf8) (owned) */
  GPtrArray *matches; /* (element-type utf8) (owned) (nullable): as many as ids */
  char      *text;    /* (owned) (nullable) */
};

static KistResponse *
response_new (void)
{
  KistResponse *self = g_new0 (KistResponse, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
add_all (GPtrArray *to, GPtrArray *from)
{
  for (unsigned i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

static gboolean
is_match (const KistQuestion *question, const char *id)
{
  for (unsigned i = 0; i < question->answers->len; i++)
    {
      const char      *match = kist_question_get_answer (question, i)->match;
      g_autofree char *match_id = match ? kist_answer_make_id (match) : NULL;

      if (match && g_str_equal (match_id, id))
        return TRUE;
    }
  return FALSE;
}

/* Items that a new edition added go last, where a person sees that they are to be put somewhere. */
static void
add_missing (KistResponse *self, const KistQuestion *question)
{
  g_autoptr (GPtrArray) all = kist_question_dup_shuffled (question);

  for (unsigned i = 0; i < all->len; i++)
    {
      const KistAnswer *answer = g_ptr_array_index (all, i);

      if (!kist_response_has_id (self, answer->id))
        g_ptr_array_add (self->ids, g_strdup (answer->id));
    }
}

/* Only what the question still has. */
static KistResponse *
parse_chosen (const KistQuestion *question, const char *text)
{
  g_autoptr (KistResponse) self = response_new ();
  g_auto (GStrv) ids = g_strsplit (text, " ", -1);
  gboolean is_free = question->kind == KIST_QUESTION_FREE_TEXT;

  for (unsigned i = 0; ids[i]; i++)
    if (kist_question_lookup_answer (question, ids[i]) && !kist_response_has_id (self, ids[i]))
      g_ptr_array_add (self->ids, g_strdup (ids[i]));
  if (self->ids->len > 0 && question->kind == KIST_QUESTION_ORDERING)
    add_missing (self, question);
  return self->ids->len > 0 || is_free ? g_steal_pointer (&self) : NULL;
}

static KistResponse *
parse_pairs (const KistQuestion *question, const char *text)
{
  g_autoptr (KistResponse) self = response_new ();
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);

  self->matches = g_ptr_array_new_with_free_func (g_free);
  for (unsigned i = 0; pairs[i]; i++)
    {
      char *match = strchr (pairs[i], '=');

      if (!match)
        continue;
      *match++ = '\0';
      if (!kist_question_lookup_answer (question, pairs[i]) || !is_match (question, match))
        continue;
      g_ptr_array_add (self->ids, g_strdup (pairs[i]));
      g_ptr_array_add (self->matches, g_strdup (match));
    }
  return self->ids->len > 0 ? g_steal_pointer (&self) : NULL;
}

/* Until now the answer's place in its question was stored, and whether it was right. */
static KistResponse *
parse_place (const KistQuestion *question, gint64 place, gboolean was_right)
{
  const KistAnswer *answer;
  KistResponse     *self;

  if ((question->kind != KIST_QUESTION_SINGLE && question->kind != KIST_QUESTION_TRUE_FALSE) || place < 0 ||
      place >= question->answers->len)
    return NULL;
  answer = kist_question_get_answer (question, (unsigned)place);
  if ((answer->credit >= 100) != was_right)
    return NULL;
  self = response_new ();
  g_ptr_array_add (self->ids, g_strdup (answer->id));
  return self;
}

/**
 * kist_response_new_chosen:
 * @ids: (element-type utf8): ids of answers
 *
 * Returns: (transfer full): a response
 */
KistResponse *
kist_response_new_chosen (GPtrArray *ids)
{
  KistResponse *self = response_new ();

  g_return_val_if_fail (ids != NULL, self);

  add_all (self->ids, ids);
  return self;
}

/**
 * kist_response_new_pairs:
 * @lefts: (element-type utf8): ids of answers
 * @rights: (element-type utf8): kist_answer_make_id() of the right side that each was given, as many
 *
 * Returns: (transfer full): a response
 */
KistResponse *
kist_response_new_pairs (GPtrArray *lefts, GPtrArray *rights)
{
  KistResponse *self = response_new ();

  g_return_val_if_fail (lefts != NULL && rights != NULL && lefts->len == rights->len, self);

  self->matches = g_ptr_array_new_with_free_func (g_free);
  add_all (self->ids, lefts);
  add_all (self->matches, rights);
  return self;
}

/**
 * kist_response_new_text:
 * @text: words, or a number written with '.'
 *
 * Returns: (transfer full): a response
 */
KistResponse *
kist_response_new_text (const char *text)
{
  KistResponse *self = response_new ();

  g_return_val_if_fail (text != NULL, self);

  self->text = g_strdup (text);
  return self;
}

/**
 * kist_response_parse:
 * @question: the question, perhaps of a later edition
 * @value: the value of the event that stored it
 * @text: (nullable): the text of that event
 *
 * Reads what kist_response_to_text() wrote, and what was written before there was such a thing: @value the answer's
 * place, @text "right" or "wrong". Ids that the question does not have any longer are passed over.
 *
 * Returns: (transfer full) (nullable): the response; %NULL when nothing of it is left
 */
KistResponse *
kist_response_parse (const KistQuestion *question, gint64 value, const char *text)
{
  const char *rest = text ? strchr (text, ':') : NULL;

  g_return_val_if_fail (question != NULL, NULL);

  if (!text)
    return NULL;
  if (!rest)
    return g_str_equal (text, "right") || g_str_equal (text, "wrong")
               ? parse_place (question, value, g_str_equal (text, "right"))
               : NULL;
  if (question->kind == KIST_QUESTION_SHORT || question->kind == KIST_QUESTION_NUMERIC)
    return g_str_has_prefix (text, "text:") ? kist_response_new_text (rest + 1) : NULL;
  if (question->kind == KIST_QUESTION_MATCHING)
    return g_str_has_prefix (text, "pairs:") ? parse_pairs (question, rest + 1) : NULL;
  return g_str_has_prefix (text, "chosen:") ? parse_chosen (question, rest + 1) : NULL;
}

/**
 * kist_response_free:
 * @self: (nullable) (transfer full): a response
 */
void
kist_response_free (KistResponse *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->ids);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * kist_response_to_text:
 * @self: a response
 *
 * Returns: (transfer full): its text form
 */
char *
kist_response_to_text (const KistResponse *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->text)
    return g_strconcat ("text:", self->text, NULL);
  text = g_string_new (self->matches ? "pairs:" : "chosen:");
  for (unsigned i = 0; i < self->ids->len; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", kist_response_get_id (self, i));
      if (self->matches)
        g_string_append_printf (text, "=%s", (const char *)g_ptr_array_index (self->matches, i));
    }
  return g_string_free (text, FALSE);
}

/**
 * kist_response_get_n_ids:
 * @self: a response
 *
 * Returns: how many ids it has
 */
unsigned
kist_response_get_n_ids (const KistResponse *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ids->len;
}

/**
 * kist_response_get_id:
 * @self: a response
 * @index: from 0
 *
 * Returns: (transfer none): an id
 */
const char *
kist_response_get_id (const KistResponse *self, unsigned index)
{
  g_return_val_if_fail (self != NULL && index < self->ids->len, NULL);

  return g_ptr_array_index (self->ids, index);
}

/**
 * kist_response_has_id:
 * @self: a response
 * @id: an id
 *
 * Returns: whether @id is in it
 */
gboolean
kist_response_has_id (const KistResponse *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL);
}

/**
 * kist_response_get_match:
 * @self: a response
 * @id: the id of a pair's left side
 *
 * Returns: (transfer none) (nullable): the right side it was given, as an id
 */
const char *
kist_response_get_match (const KistResponse *self, const char *id)
{
  unsigned index;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (!self->matches || !g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index))
    return NULL;
  return g_ptr_array_index (self->matches, index);
}

/**
 * kist_response_get_text:
 * @self: a response
 *
 * Returns: (transfer none) (nullable): the words
 */
const char *
kist_response_get_text (const KistResponse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * kist_response_is_complete:
 * @self: a response
 * @question: its question
 *
 * Returns: whether there is something to mark: a choice, a word, a match for every left side
 */
gboolean
kist_response_is_complete (const KistResponse *self, const KistQuestion *question)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL && question != NULL, FALSE);

  if (question->kind == KIST_QUESTION_FREE_TEXT || question->kind == KIST_QUESTION_DESCRIPTION)
    return TRUE;
  if (question->kind == KIST_QUESTION_SHORT || question->kind == KIST_QUESTION_NUMERIC)
    {
      words = g_strstrip (g_strdup (self->text ? self->text : ""));
      return *words != '\0';
    }
  for (unsigned i = 0; question->kind == KIST_QUESTION_MATCHING && i < question->answers->len; i++)
    {
      const KistAnswer *answer = kist_question_get_answer (question, i);

      if (*answer->text && !kist_response_get_match (self, answer->id))
        return FALSE;
    }
  return self->ids->len > 0;
}
