#include "kist-foreign-lexer.h"

#include <string.h>

/**
 * kist_foreign_lexer_skip_blanks:
 * @self: a lexer
 *
 * Moves on to the next word or sign.
 */
void
kist_foreign_lexer_skip_blanks (KistForeignLexer *self)
{
  while (self->place < self->end && g_ascii_isspace (*self->place))
    self->place++;
}

/**
 * kist_foreign_lexer_is_word_character:
 * @c: a character
 *
 * Returns: whether it is part of a word
 */
gboolean
kist_foreign_lexer_is_word_character (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || c == '.';
}

/**
 * kist_foreign_lexer_take:
 * @self: a lexer
 * @word: a sign or a whole word
 *
 * Returns: whether it stood here, and was taken
 */
gboolean
kist_foreign_lexer_take (KistForeignLexer *self, const char *word)
{
  gsize length = strlen (word);

  kist_foreign_lexer_skip_blanks (self);
  if ((gsize)(self->end - self->place) < length || strncmp (self->place, word, length) != 0)
    return FALSE;
  if (g_ascii_isalpha (*word) && self->place + length < self->end &&
      kist_foreign_lexer_is_word_character (self->place[length]))
    return FALSE;
  self->place += length;
  return TRUE;
}

/**
 * kist_foreign_lexer_take_string:
 * @self: a lexer
 *
 * Returns: (transfer full) (nullable): the text between the quotes that begin here
 */
char *
kist_foreign_lexer_take_string (KistForeignLexer *self)
{
  const char *start;
  char        quote;
  char       *text;

  kist_foreign_lexer_skip_blanks (self);
  if (self->place == self->end || (*self->place != '"' && *self->place != '\''))
    return NULL;
  quote = *self->place++;
  start = self->place;
  while (self->place < self->end && *self->place != quote && *self->place != '\\')
    self->place++;
  if (self->place == self->end || *self->place != quote)
    return NULL;
  text = g_strndup (start, self->place - start);
  self->place++;
  return text;
}
