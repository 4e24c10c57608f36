#include "kist-reading-grade.h"

#include <string.h>

/* No word has so many letters; the rest of a longer one is left out. */
#define MAX_WORD 64

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* How many vowels at the end of @word, of @length letters, are written and not said: "name", "named", "names". */
static unsigned
count_silent (const char *word, gsize length)
{
  char before;

  if (length > 3 && (g_str_has_suffix (word, "gue") || g_str_has_suffix (word, "que")))
    return 1;
  if (length > 2 && word[length - 1] == 'e' && !is_vowel (word[length - 2]))
    return word[length - 2] != 'l' || is_vowel (word[length - 3]); /* "table" is two */
  if (length < 4 || word[length - 2] != 'e' || is_vowel (word[length - 3]))
    return 0;
  before = word[length - 3];
  if (word[length - 1] == 'd')
    return before != 't' && before != 'd';
  return word[length - 1] == 's' && !strchr ("szxch", before) && (before != 'g' && before != 'l');
}

/**
 * kist_reading_count_syllables:
 * @word: an English word
 *
 * By rule: each group of vowels (a, e, i, o, u, y) is one, but for an “e” at the end that is not said.
 *
 * Returns: how many syllables; at least one
 */
unsigned
kist_reading_count_syllables (const char *word)
{
  char     lower[MAX_WORD + 1] = "";
  gsize    length = 0;
  unsigned groups = 0;
  unsigned silent;

  g_return_val_if_fail (word != NULL, 1);

  for (; *word && length < MAX_WORD; word++)
    if (g_ascii_isalpha (*word))
      lower[length++] = g_ascii_tolower (*word);
  for (gsize i = 0; i < length; i++)
    groups += is_vowel (lower[i]) && (i == 0 || !is_vowel (lower[i - 1]));
  silent = count_silent (lower, length);
  return MAX (groups > silent ? groups - silent : 1, 1);
}

/* Returns the end of the word that begins at @p, which may hold apostrophes and figures; @p itself where there is none.
 */
static const char *
find_word_end (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  while (c != 0 && (g_unichar_isalnum (c) || c == '\'' || c == 0x2019))
    {
      p = g_utf8_next_char (p);
      c = g_utf8_get_char (p);
    }
  return p;
}

/* Whether a sentence ends with the sign at @p: what follows is no small letter, as in “e.g. here”. */
static gboolean
is_sentence_end (const char *p)
{
  static const char closing_quote[] = "\xe2\x80\x9d";
  const char       *next = p + 1 + strspn (p + 1, ".!?)\"*_");

  if (strncmp (next, closing_quote, strlen (closing_quote)) == 0)
    next += strlen (closing_quote);
  if (*next && !g_ascii_isspace (*next))
    return FALSE;
  next += strspn (next, " \t\n");
  return !g_ascii_islower (*next);
}

/**
 * kist_reading_count:
 * @text: a text in Markdown; where its links lead is not read
 *
 * A paragraph ends a sentence too, so that headings and lists are sentences of their own.
 *
 * Returns: what was counted
 */
KistReading
kist_reading_count (const char *text)
{
  KistReading self = { 0 };
  unsigned    words_before = 0;
  const char *p = text;

  g_return_val_if_fail (text != NULL, self);

  while (*p)
    {
      const char *end = find_word_end (p);

      if (end > p)
        {
          g_autofree char *word = g_strndup (p, MIN (end - p, MAX_WORD));

          self.words++;
          self.syllables += kist_reading_count_syllables (word);
          p = end;
          continue;
        }
      if ((p[0] == ']' && p[1] == '(') || *p == '<')
        {
          p += strcspn (p, *p == '<' ? ">\n" : ")\n");
          p += *p != '\0';
          continue;
        }
      if (self.words > words_before &&
          (((*p == '.' || *p == '!' || *p == '?') && is_sentence_end (p)) || (p[0] == '\n' && p[1] == '\n')))
        {
          self.sentences++;
          words_before = self.words;
        }
      p = g_utf8_next_char (p);
    }
  self.sentences += self.words > words_before;
  return self;
}

/**
 * kist_reading_get_grade:
 * @self: what was counted in a text
 *
 * Returns: the Flesch–Kincaid grade; 0 for a text without words
 */
double
kist_reading_get_grade (const KistReading *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->words == 0 || self->sentences == 0)
    return 0;
  return 0.39 * self->words / self->sentences + 11.8 * self->syllables / self->words - 15.59;
}
