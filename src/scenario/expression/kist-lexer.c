#include "kist-lexer.h"

#include <string.h>

#include "base/kist-error.h"

static const struct
{
  const char *word;
  KistToken   token;
} keywords[] = {
  { "or", KIST_TOKEN_OR },
  { "and", KIST_TOKEN_AND },
  { "not", KIST_TOKEN_NOT },
};

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/**
 * kist_lexer_refuse:
 * @self: a lexer
 * @place: where it is wrong
 * @what: what is wrong, one sentence
 *
 * Ends the reading. Keeps the first error only: what follows it is usually its echo.
 */
void
kist_lexer_refuse (KistLexer *self, const char *place, const char *what)
{
  if (self->error)
    return;
  self->start = place;
  g_set_error (&self->error, KIST_ERROR, KIST_ERROR_INVALID, "%s", what);
  self->token = KIST_TOKEN_END;
  self->place = self->start + strlen (self->start);
}

static void
read_integer (KistLexer *self)
{
  guint64 value = 0;

  while (g_ascii_isdigit (*self->place))
    {
      if (__builtin_mul_overflow (value, (guint64)10, &value) ||
          __builtin_add_overflow (value, (guint64)(*self->place - '0'), &value))
        {
          kist_lexer_refuse (self, self->start, "This number is too large.");
          return;
        }
      self->place++;
    }
  if (is_name_start (*self->place) || *self->place == '.')
    {
      kist_lexer_refuse (self, self->place, "Only whole numbers are known, and a name cannot begin with a digit.");
      return;
    }
  self->token = KIST_TOKEN_INTEGER;
  self->integer = value;
}

static void
read_word (KistLexer *self)
{
  while (is_name_character (*self->place))
    self->place++;
  self->string = g_strndup (self->start, self->place - self->start);
  self->token = KIST_TOKEN_NAME;
  for (unsigned i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_equal (self->string, keywords[i].word))
      self->token = keywords[i].token;
}

static void
read_string (KistLexer *self)
{
  GString *string = g_string_new (NULL);

  for (self->place++; *self->place && *self->place != '"'; self->place++)
    {
      if (*self->place == '\\' && self->place[1])
        self->place++;
      g_string_append_c (string, *self->place);
    }
  self->string = g_string_free (string, FALSE);
  self->token = KIST_TOKEN_STRING;
  if (*self->place == '"')
    self->place++;
  else
    kist_lexer_refuse (self, self->start, "The closing quotation mark is missing.");
}

static void
read_symbol (KistLexer *self)
{
  static const struct
  {
    const char *text;
    KistToken   token;
  } symbols[] = {
    { "==", KIST_TOKEN_EQUAL },    { "!=", KIST_TOKEN_UNEQUAL }, { "<=", KIST_TOKEN_AT_MOST },
    { ">=", KIST_TOKEN_AT_LEAST }, { "<", KIST_TOKEN_LESS },     { ">", KIST_TOKEN_MORE },
  };
  /* What people bring along from elsewhere. */
  static const struct
  {
    const char *text;
    const char *what;
  } strangers[] = {
    { "=", "To compare, write “==”." },
    { "&", "Write “and”." },
    { "|", "Write “or”." },
    { "!", "Write “not”, or “!=” for “is not the same as”." },
    { "$", "Names are written without “$”." },
    { "/", "There is no division." },
    { "\xe2\x80\x9c", "Write straight quotation marks: \"." },
    { "\xe2\x80\x9d", "Write straight quotation marks: \"." },
    { "'", "Write straight double quotation marks: \"." },
    { "\xe2\x88\x92", "Write the minus sign of the keyboard: -." },
    { "\xe2\x80\x93", "Write the minus sign of the keyboard: -." },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_has_prefix (self->place, symbols[i].text))
      {
        self->place += strlen (symbols[i].text);
        self->token = symbols[i].token;
        return;
      }
  for (unsigned i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (g_str_has_prefix (self->place, strangers[i].text))
      {
        kist_lexer_refuse (self, self->start, strangers[i].what);
        return;
      }
  if (!strchr ("+-*()", *self->place))
    {
      kist_lexer_refuse (self, self->start, "This character means nothing here.");
      return;
    }
  self->token = KIST_TOKEN_SYMBOL;
  self->symbol = *self->place++;
}

/**
 * kist_lexer_advance:
 * @self: a lexer
 *
 * Reads the next token; %KIST_TOKEN_END at the end and after an error.
 */
void
kist_lexer_advance (KistLexer *self)
{
  g_clear_pointer (&self->string, g_free);
  if (self->error)
    return;
  while (*self->place == ' ' || *self->place == '\t')
    self->place++;
  self->start = self->place;
  if (!*self->place)
    self->token = KIST_TOKEN_END;
  else if (g_ascii_isdigit (*self->place))
    read_integer (self);
  else if (is_name_start (*self->place))
    read_word (self);
  else if (*self->place == '"')
    read_string (self);
  else
    read_symbol (self);
}

/**
 * kist_lexer_init:
 * @self: an uninitialised lexer, cleared with kist_lexer_clear()
 * @text: (transfer none): what to read; outlives the lexer
 *
 * Reads the first token.
 */
void
kist_lexer_init (KistLexer *self, const char *text)
{
  memset (self, 0, sizeof *self);
  self->text = text;
  self->place = text;
  kist_lexer_advance (self);
}

/**
 * kist_lexer_clear:
 * @self: a lexer
 *
 * Frees what the lexer holds, not the lexer.
 */
void
kist_lexer_clear (KistLexer *self)
{
  g_clear_pointer (&self->string, g_free);
  g_clear_error (&self->error);
}

/**
 * kist_lexer_is_name:
 * @text: any text
 *
 * Returns: whether @text is one word of letters, digits and '_' that means nothing else
 */
gboolean
kist_lexer_is_name (const char *text)
{
  static const char *const other_words[] = { "true", "false", "visited" };

  if (!is_name_start (text[0]))
    return FALSE;
  for (const char *p = text; *p; p++)
    if (!is_name_character (*p))
      return FALSE;
  for (unsigned i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_equal (text, keywords[i].word))
      return FALSE;
  for (unsigned i = 0; i < G_N_ELEMENTS (other_words); i++)
    if (g_str_equal (text, other_words[i]))
      return FALSE;
  return TRUE;
}
