#include "kist-title-words.h"

#include <string.h>

/* Where a gap ends that is part of a number's sign: "Thing #5", "Thing-5", "Thing no. 5". */
#define JOINTS " \t#.(-_"

static const char *const counted[] = { "blog", "post", "week", "day", "entry", "module", "unit", "session", NULL };
static const char *const courses[] = { "digital", "leadership", "elc", "sssc", NULL };
static const char *const fillers[] = { "my",   "our",  "the",        "a",       "an",   "on", "about",
                                       "blog", "post", "reflection", "thought", "some", NULL };
static const char *const numbering[] = { "no", "nr", "number", "num", NULL };
static const char *const joining[] = { "and", "to", "or", "plus", NULL };
static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
static const char *const numerals[] = { "one",      "two",      "three",   "four",    "five",      "six",
                                        "seven",    "eight",    "nine",    "ten",     "eleven",    "twelve",
                                        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                                        "nineteen", "twenty",   NULL };

static KistWord *
word_at (KistTitleWords *self, unsigned index)
{
  return index < self->words->len ? &g_array_index (self->words, KistWord, index) : NULL;
}

static gboolean
is_one_of (const KistWord *word, const char *const *list)
{
  return word && word->number == 0 && g_strv_contains (list, word->text);
}

static gboolean
is_word (const KistWord *word, const char *text)
{
  return word && word->number == 0 && g_str_equal (word->text, text);
}

static gboolean
has_gap_of (const KistWord *word, const char *signs)
{
  for (gsize i = 0; i < word->gap_length; i++)
    if (!strchr (signs, word->gap[i]))
      return FALSE;
  return TRUE;
}

static gboolean
gap_has (const KistWord *word, const char *sign)
{
  return g_strstr_len (word->gap, (gssize)word->gap_length, sign) != NULL;
}

/* "things" and "badges" are found by "thing" and "badge"; what it does to "news" it does on both sides. */
static void
add_word (KistTitleWords *self, const char *start, const char *end, const char *gap)
{
  g_autofree char *word = g_strndup (start, (gsize)(end - start));
  KistWord         result = { .gap = gap, .gap_length = (gsize)(start - gap) };
  GString         *text = g_string_new (NULL);

  for (const char *p = word; *p; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (text, g_utf8_get_char (p));
  if (g_ascii_isdigit (*text->str))
    {
      guint64 number = g_ascii_strtoull (text->str, NULL, 10);

      result.number = number >= 1 && number <= KIST_TITLE_MAX_NUMBER ? (unsigned)number : 0;
      result.role = result.number ? KIST_WORD_PLAIN : KIST_WORD_NOISE;
      if (result.number)
        g_string_printf (text, "%u", result.number);
    }
  else if (text->len > 3 && g_str_has_suffix (text->str, "s") && !g_str_has_suffix (text->str, "ss"))
    g_string_truncate (text, text->len - 1);
  result.text = g_string_free (text, FALSE);
  g_array_append_val (self->words, result);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Letters, or digits: "SSSC23Digital" is three words, and "don't" is one. */
static void
split (KistTitleWords *self)
{
  const char *gap = self->text;

  for (const char *p = self->text; *p;)
    {
      const char *start = p;
      gboolean    is_number = g_ascii_isdigit (*p);

      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p && (g_ascii_isdigit (*p) ? is_number
                                         : !is_number && (g_unichar_isalnum (g_utf8_get_char (p)) ||
                                                          g_unichar_ismark (g_utf8_get_char (p)) ||
                                                          is_apostrophe (g_utf8_get_char (p)))))
        p = g_utf8_next_char (p);
      add_word (self, start, p, gap);
      gap = p;
    }
}

/* "Thing Five" and "Thing twenty-three", but not "the thing one forgets": a sign or the end has to follow. */
static unsigned
read_numeral (KistTitleWords *self, unsigned index, unsigned *n_words)
{
  KistWord *word = word_at (self, index);
  KistWord *next = word_at (self, index + 1);
  unsigned  number = 0;

  for (unsigned i = 0; word && word->number == 0 && numerals[i]; i++)
    if (g_str_equal (word->text, numerals[i]))
      number = i + 1;
  *n_words = 1;
  if (number == 0)
    return 0;
  if (number == 20 && next && has_gap_of (next, " -"))
    for (unsigned i = 0; i < 9; i++)
      if (is_word (next, numerals[i]))
        {
          number += i + 1;
          *n_words = 2;
        }
  next = word_at (self, index + *n_words);
  return !next || !has_gap_of (next, " \t") || is_word (next, "thing") ? number : 0;
}

static void
set_role (KistTitleWords *self, unsigned from, unsigned to, KistWordRole role)
{
  for (unsigned i = from; i < MIN (to, self->words->len); i++)
    g_array_index (self->words, KistWord, i).role = role;
}

static void
name_number (KistTitleWords *self, unsigned number)
{
  if (self->n_numbers > 0 && self->number == number)
    return;
  self->n_numbers++;
  self->number = number;
}

/* Behind "Thing 5": " & 6", "-6", " and 6" name another; "/23" and " of 23" say of how many it is one. */
static void
read_range (KistTitleWords *self, unsigned index)
{
  KistWord *next = word_at (self, index);
  KistWord *number = is_one_of (next, joining) || is_word (next, "of") ? word_at (self, index + 1) : next;
  gboolean  is_of = is_word (next, "of");

  if (!number || number->number == 0)
    return;
  if (number == next && !(gap_has (next, "&") || gap_has (next, "+") || gap_has (next, ",") || gap_has (next, "/") ||
                          (!gap_has (next, " ") && (gap_has (next, "-") || gap_has (next, "–")))))
    return;
  next->role = KIST_WORD_THING;
  number->role = KIST_WORD_THING;
  if (!is_of && !(gap_has (number, "/") && number->number == 23))
    name_number (self, number->number);
}

static void
find_things (KistTitleWords *self)
{
  for (unsigned i = 0; i < self->words->len; i++)
    {
      KistWord *word = word_at (self, i);
      unsigned  at = i + 1 + is_one_of (word_at (self, i + 1), numbering);
      KistWord *next = word_at (self, at);
      unsigned  n_words = 1;
      unsigned  number = next ? next->number : 0;

      /* "5th Thing" */
      if (word->number && is_one_of (word_at (self, i + 1), ordinals) && is_word (word_at (self, i + 2), "thing"))
        {
          name_number (self, word->number);
          set_role (self, i, i + 3, KIST_WORD_THING);
          continue;
        }
      if (!is_word (word, "thing") || !next || !has_gap_of (next, JOINTS) || gap_has (next, " - "))
        continue;
      if (number == 0)
        number = read_numeral (self, at, &n_words);
      if (number == 0)
        continue;
      name_number (self, number);
      set_role (self, i, at + n_words, KIST_WORD_THING);
      read_range (self, at + n_words);
    }
}

/* "23 Things", "23 Digital Things", "twenty-three Things", "SSSC23". */
static void
find_courses (KistTitleWords *self)
{
  for (unsigned i = 0; i < self->words->len; i++)
    {
      KistWord *word = word_at (self, i);
      unsigned  n_words = 1;
      unsigned  number = word->number ? word->number : read_numeral (self, i, &n_words);
      unsigned  after = i + n_words + is_one_of (word_at (self, i + n_words), courses);
      KistWord *thing = word_at (self, after);
      gboolean  is_course = number > 0 && is_word (thing, "thing") && thing->role == KIST_WORD_PLAIN;

      if (word->role != KIST_WORD_PLAIN || number == 0)
        continue;
      is_course |= number == 23 && (after > i + n_words || (i > 0 && is_word (word_at (self, i - 1), "sssc")) ||
                                    is_word (thing, "thing"));
      if (is_course)
        set_role (self, i, i + n_words, KIST_WORD_NOISE);
      if (is_course && is_word (thing, "thing") && thing->role == KIST_WORD_PLAIN)
        thing->role = KIST_WORD_NOISE;
    }
}

/* "Blog 9", and words that say nothing of what the title is about. */
static void
find_noise (KistTitleWords *self)
{
  for (unsigned i = 0; i < self->words->len; i++)
    {
      KistWord *word = word_at (self, i);
      KistWord *before = i > 0 ? word_at (self, i - 1) : NULL;
      KistWord *next = word_at (self, i + 1);
      gboolean  is_beside = (before && (before->role == KIST_WORD_NOISE || before->role == KIST_WORD_COURSE)) ||
                           (next && next->role == KIST_WORD_NOISE) || is_word (before, "thing");

      if (word->role != KIST_WORD_PLAIN)
        continue;
      if (is_one_of (word, counted) && next && next->number && next->role == KIST_WORD_PLAIN &&
          has_gap_of (next, JOINTS))
        word->role = next->role = KIST_WORD_NOISE;
      else if (is_word (word, "sssc") || (is_one_of (word, courses) && is_beside))
        word->role = KIST_WORD_COURSE;
      else if (is_one_of (word, fillers))
        word->role = KIST_WORD_FILLER;
    }
  for (unsigned i = 0; i < self->words->len; i++)
    {
      KistWord *word = word_at (self, i);

      if (word->role == KIST_WORD_PLAIN && word->number)
        word->role = KIST_WORD_LEAD;
      if (word->role == KIST_WORD_PLAIN || word->role == KIST_WORD_LEAD)
        break;
    }
}

static void
word_clear (KistWord *word)
{
  g_free (word->text);
}

/**
 * kist_title_words_new:
 * @title: any text
 *
 * Returns: (transfer full): its words, each with its role
 */
KistTitleWords *
kist_title_words_new (const char *title)
{
  KistTitleWords  *self = g_new0 (KistTitleWords, 1);
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);

  self->text = g_utf8_casefold (plain, -1);
  self->words = g_array_new (FALSE, FALSE, sizeof (KistWord));
  g_array_set_clear_func (self->words, (GDestroyNotify)word_clear);
  split (self);
  find_things (self);
  find_courses (self);
  find_noise (self);
  if (self->n_numbers > 1)
    self->number = 0;
  return self;
}

/**
 * kist_title_words_free:
 * @self: (transfer full) (nullable): words
 */
void
kist_title_words_free (KistTitleWords *self)
{
  if (!self)
    return;
  g_array_unref (self->words);
  g_free (self->text);
  g_free (self);
}

/**
 * kist_title_words_get:
 * @self: words
 * @index: less than their number
 *
 * Returns: (transfer none): a word
 */
const KistWord *
kist_title_words_get (const KistTitleWords *self, unsigned index)
{
  return &g_array_index (self->words, KistWord, index);
}

/**
 * kist_title_words_is_all:
 * @self: words
 * @start: where a part of them begins
 * @end: behind its last word
 *
 * Returns: whether nothing of weight stands outside of that part
 */
gboolean
kist_title_words_is_all (const KistTitleWords *self, unsigned start, unsigned end)
{
  for (unsigned i = 0; i < self->words->len; i++)
    if ((i < start || i >= end) && kist_title_words_get (self, i)->role == KIST_WORD_PLAIN)
      return FALSE;
  return TRUE;
}
