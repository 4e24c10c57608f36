/* Chapbook 1 and 2: https://klembot.github.io/chapbook/guide/ , "Variables", "Modifiers and inserts", "Conditional
 * display"; and the guess which story format a text is written for. */
#include <string.h>

#include "kist-translator.h"

#define LONGEST 4096

/* Where the text begins: behind a line "--" below lines of "name: value", else at the start. */
static const char *
find_text (const char *text)
{
  const char *p = text;

  while (*p)
    {
      const char *end = strchrnul (p, '\n');

      if (end - p == 2 && p[0] == '-' && p[1] == '-')
        return *end ? end + 1 : end;
      if (end > p && !memchr (p, ':', end - p) && p[strspn (p, " \t")] != '\n')
        return text;
      p = *end ? end + 1 : end;
    }
  return text;
}

/* "name: value" and "name (condition): value". */
static void
read_variable (KistTranslator *self, const char *end)
{
  const char      *colon = memchr (self->place, ':', end - self->place);
  const char      *bracket = colon ? memchr (self->place, '(', colon - self->place) : NULL;
  const char      *close = bracket ? memrchr (bracket, ')', colon - bracket) : NULL;
  const char      *name_end = close ? bracket : colon;
  g_autofree char *name = NULL;
  g_autofree char *statement = NULL;

  if (!colon)
    return;
  name = g_strstrip (g_strndup (self->place, name_end - self->place));
  statement = g_strdup_printf ("%s = %.*s", name, (int)(end - colon - 1), colon + 1);
  if (close)
    kist_translator_open_if (self, "if", bracket + 1, close - bracket - 1);
  kist_translator_set (self, statement, strlen (statement), NULL);
  if (close)
    kist_translator_close (self);
}

/**
 * kist_translator_read_chapbook_variables:
 * @self: a translator at the start of a passage
 *
 * Takes the lines of variables above "--".
 */
void
kist_translator_read_chapbook_variables (KistTranslator *self)
{
  const char *text = find_text (self->place);

  while (self->place < text && !self->error)
    {
      const char *end = strchrnul (self->place, '\n');

      if (self->place[strspn (self->place, " \t")] != '\n' && !kist_begins (self->place, "--"))
        read_variable (self, end);
      self->place = *end ? end + 1 : end;
    }
}

/* One of the modifiers between the brackets. Returns whether it is one that Chapbook knows. */
static gboolean
read_modifier (KistTranslator *self, const char *text, char *chain, gboolean is_chain_known)
{
  static const char *const shown[] = { "continue", "cont", "cont'd", "ifalways", "if always", NULL };
  static const char *const hidden[] = { "note", "note to myself", "n.b.",     "fixme", "todo", "javascript", "js",
                                        "css",  "ifnever",        "if never", NULL };
  g_autofree char         *lower = g_ascii_strdown (text, -1);

  if (kist_begins (lower, "if ") && !g_str_equal (lower, "if always") && !g_str_equal (lower, "if never"))
    kist_translator_open_if (self, "if", text + 3, strlen (text + 3));
  else if (kist_begins (lower, "unless "))
    {
      g_autofree char *no = g_strdup_printf ("!(%s)", text + strlen ("unless "));

      kist_translator_open_if (self, "if", no, strlen (no));
    }
  else if (g_str_equal (lower, "else"))
    kist_translator_open_else (self, "else", g_strdup (chain), is_chain_known, NULL, 0);
  else if (g_strv_contains (shown, lower))
    return TRUE;
  else if (g_strv_contains (hidden, lower))
    {
      kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_DROPPED, "What stands under “[%s]” is not shown.",
                            text);
      kist_translator_open (self, KIST_FRAME_DROP, "note");
    }
  else if (kist_begins (lower, "after ") || kist_begins (lower, "align ") || kist_begins (lower, "append"))
    kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED, "“[%s]” was dropped and its words kept.", text);
  else
    return FALSE;
  return TRUE;
}

/* A line "[if x; align center]": it holds for what follows, up to the next such line. */
static gboolean
read_modifiers (KistTranslator *self)
{
  const char      *end = strchrnul (self->place, '\n');
  const char      *close = end;
  g_autofree char *inside = NULL;
  g_autofree char *chain = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean is_chain_known;

  while (close > self->place && g_ascii_isspace (close[-1]))
    close--;
  if (self->place[0] != '[' || self->place[1] == '[' || close[-1] != ']' || close - self->place > LONGEST)
    return FALSE;
  inside = g_strndup (self->place + 1, close - self->place - 2);
  if (strpbrk (inside, "[]"))
    return FALSE;
  while (self->blocks->len > 0)
    kist_translator_close (self);
  chain = g_strdup (self->chain);
  is_chain_known = self->is_chain_known;
  parts = g_strsplit (inside, ";", -1);
  for (unsigned i = 0; parts[i]; i++)
    if (!read_modifier (self, g_strstrip (parts[i]), chain, is_chain_known))
      kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED, "Kist has no “[%s]”; its words are kept.",
                            parts[i]);
  self->place = *end ? end + 1 : end;
  return TRUE;
}

/* Returns (transfer full) (nullable): what stands in quotes between @place and @end. */
static char *
dup_quoted (const char *place, const char *end)
{
  while (place < end && *place != '\'' && *place != '"')
    place++;
  const char *close = place < end ? memchr (place + 1, *place, end - place - 1) : NULL;

  return close ? g_strndup (place + 1, close - place - 1) : NULL;
}

/* "{embed passage: 'Name'}", "{back link}", "{name}". */
static gboolean
read_insert (KistTranslator *self)
{
  const char      *end = *self->place == '{' ? memchr (self->place, '}', strnlen (self->place, LONGEST)) : NULL;
  g_autofree char *inside = NULL;
  g_autofree char *name = NULL;

  if (!end || memchr (self->place, '\n', end - self->place))
    return FALSE;
  inside = g_strndup (self->place + 1, end - self->place - 1);
  if (kist_begins (inside, "embed passage"))
    {
      name = dup_quoted (self->place, end);
      kist_translator_embed (self, name, "embed passage");
    }
  else if (kist_begins (inside, "back link") || kist_begins (inside, "restart link"))
    kist_translator_note (self, KIST_IMPORT_LINK, KIST_IMPORT_DROPPED,
                          "“{%.200s}”: in Kist one goes back with the Backspace key.", inside);
  else if (strchr (inside, ':') || strchr (inside, ' '))
    kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED, "Kist has no “{%.200s}”.", inside);
  else
    {
      kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED,
                            "Kist shows no values, so the name of the variable stands here.");
      kist_translator_append (self, inside, strlen (inside));
    }
  self->place = end + 1;
  return TRUE;
}

/**
 * kist_translator_read_chapbook:
 * @self: a translator
 * @is_line_start: whether the place is at the start of a line
 *
 * Returns: whether something that only Chapbook knows was taken
 */
gboolean
kist_translator_read_chapbook (KistTranslator *self, gboolean is_line_start)
{
  return (is_line_start && read_modifiers (self)) || read_insert (self);
}

/* Whether any passage but scripts has one of @words. */
static gboolean
any_has (const KistStory *story, const char *const *words)
{
  for (unsigned i = 0; i < story->passages->len; i++)
    {
      const KistStoryPassage *passage = g_ptr_array_index (story->passages, i);

      if (kist_story_passage_has_tag (passage, "script") || kist_story_passage_has_tag (passage, "stylesheet"))
        continue;
      for (unsigned j = 0; words[j]; j++)
        if (strstr (passage->text, words[j]))
          return TRUE;
    }
  return FALSE;
}

/**
 * kist_translator_guess:
 * @story: a story
 *
 * By its format where that is known; the default format of Twine, Harlowe, says little of what was written, so that one
 * counts only where its commands are there too.
 *
 * Returns: what its passages are written in
 */
KistDialect
kist_translator_guess (const KistStory *story)
{
  static const char *const sugarcube[] = { "<<set ", "<<if ", "<<link ", "<<goto ", "<<button ", NULL };
  static const char *const harlowe[] = { "(set:", "(if:",     "(link",     "(goto:", "(go-to:",
                                         "(put:", "(unless:", "(display:", NULL };
  static const char *const chapbook[] = { "\n--\n", "[if ", "[unless ", "{embed passage", NULL };
  g_autofree char         *format = g_ascii_strdown (story->format ? story->format : "", -1);

  if (g_str_equal (format, "kist") || g_str_equal (format, "snowman"))
    return KIST_DIALECT_PLAIN;
  if (g_str_equal (format, "sugarcube"))
    return KIST_DIALECT_SUGARCUBE;
  if (g_str_equal (format, "chapbook"))
    return KIST_DIALECT_CHAPBOOK;
  if (any_has (story, sugarcube))
    return KIST_DIALECT_SUGARCUBE;
  if (any_has (story, harlowe))
    return KIST_DIALECT_HARLOWE;
  return !g_str_equal (format, "harlowe") && any_has (story, chapbook) ? KIST_DIALECT_CHAPBOOK : KIST_DIALECT_PLAIN;
}
