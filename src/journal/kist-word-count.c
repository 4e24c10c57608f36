#include "kist-word-count.h"

#include <string.h>

#include "kist-visible.h"

/* LibreOffice counts both dashes as gaps; without them "reflect—then write" would be two words. */
#define EN_DASH 0x2013
#define EM_DASH 0x2014

/**
 * kist_word_count:
 * @markdown: a text
 *
 * Counts the words that a reader of the finished text sees, as LibreOffice Writer counts them after pasting it, which
 * is what badge issuers advise people to do (“write in a word processor and paste”).
 *
 * A word is a longest run of characters between gaps in which at least one is a letter or a digit of any script. Gaps
 * are blanks, line ends, en and em dashes, and the pipes of a table. So "don't", "well-being", "24/7" and "3.5" are one
 * word each, "wait—what" is two, and "–", "&" and "***" are none.
 *
 * What is not seen is no word: the marks of headings, lists, numbered lists, tasks, quotes, rules and emphasis; fences
 * of code and the language behind them; a link's target and title, and the definitions of links; images with their
 * alternative text. What is seen is: headings, a link's text, a bare address (one word), code, HTML (which Kist shows
 * as it stands).
 *
 * Returns: the number of words
 */
unsigned
kist_word_count (const char *markdown)
{
  g_return_val_if_fail (markdown != NULL, 0);

  return kist_word_count_length (markdown, strlen (markdown));
}

/**
 * kist_word_count_length:
 * @markdown: the beginning of a text
 * @length: how many bytes of it to count
 *
 * As kist_word_count(), for a part of a text. A character cut in two at either end does no harm.
 *
 * Returns: the number of words
 */
unsigned
kist_word_count_length (const char *markdown, gsize length)
{
  KistVisible walk;
  unsigned    n_words = 0;
  gboolean    is_in_word = FALSE;

  g_return_val_if_fail (markdown != NULL, 0);

  kist_visible_init (&walk, markdown, length);
  for (gunichar character; (character = kist_visible_next (&walk));)
    {
      if (g_unichar_isspace (character) || character == EN_DASH || character == EM_DASH || character == '|')
        is_in_word = FALSE;
      else if (!is_in_word && g_unichar_isalnum (character))
        {
          is_in_word = TRUE;
          n_words++;
        }
    }
  return n_words;
}
