/* Harlowe 3: https://twine2.neocities.org/ , "Passage markup" and "List of macros". A macro is "(name: arguments)", and
 * what it is about stands in the hook behind it, "[…]". */
#include <string.h>

#include "kist-translator.h"

#define LONGEST 4096
#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

typedef struct
{
  char       *name; /* (owned): in small letters, without "-" and "_", which Harlowe passes over */
  const char *arguments;
  gsize       length;
  const char *end; /* behind ")" */
} Macro;

/* "(name: arguments)" with brackets and quotes in it. */
static gboolean
find_macro (const char *place, Macro *macro)
{
  const char *limit = place + strnlen (place, LONGEST);
  const char *p = place + 1;
  GString    *name = g_string_new (NULL);
  unsigned    depth = 1;
  char        quote = 0;

  for (; p < limit && (g_ascii_isalnum (*p) || *p == '-' || *p == '_'); p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, g_ascii_tolower (*p));
  macro->name = g_string_free (name, FALSE);
  macro->arguments = p + 1;
  if (p < limit && *p == ':' && *macro->name)
    for (p++; p < limit; p++)
      {
        if (quote)
          quote = *p == quote ? 0 : quote;
        else if (*p == '"' || (*p == '\'' && !g_ascii_isalnum (p[-1])))
          quote = *p;
        else if (*p == '(')
          depth++;
        else if (*p == ')' && --depth == 0)
          {
            macro->length = p - macro->arguments;
            macro->end = p + 1;
            return TRUE;
          }
      }
  g_clear_pointer (&macro->name, g_free);
  return FALSE;
}

/* Returns (transfer full) (nullable): the next argument in quotes. */
static char *
take_string (const char **place, const char *end)
{
  const char *start = *place;
  const char *close;

  while (start < end && *start != '"' && *start != '\'')
    start++;
  close = start < end ? memchr (start + 1, *start, end - start - 1) : NULL;
  if (!close)
    return NULL;
  *place = close + 1;
  return g_strndup (start + 1, close - start - 1);
}

/* "[…]"; "[[[" is a hook that begins with a link. */
static gboolean
is_hook (const KistTranslator *self)
{
  return self->place[0] == '[' && (self->place[1] != '[' || self->place[2] == '[');
}

/* "(set: $x to 1, $y to 2)": a comma in brackets belongs to a value. */
static void
read_set (KistTranslator *self, const Macro *macro)
{
  const char *start = macro->arguments;
  const char *end = start + macro->length;
  unsigned    depth = 0;

  for (const char *p = start; p <= end; p++)
    {
      if (p < end && *p == '(')
        depth++;
      else if (p < end && *p == ')' && depth > 0)
        depth--;
      else if (p == end || (*p == ',' && depth == 0))
        {
          if (p > start)
            kist_translator_set (self, start, p - start, NULL);
          start = p + 1;
        }
    }
}

/* "(put: 1 into $x)" is "(set: $x to 1)". */
static void
read_put (KistTranslator *self, const Macro *macro)
{
  g_autofree char *arguments = g_strndup (macro->arguments, macro->length);
  char            *into = g_strrstr (arguments, " into ");
  g_autofree char *statement = NULL;

  if (into)
    *into = '\0';
  statement = into ? g_strdup_printf ("%s to %s", into + strlen (" into "), arguments) : g_strdup (arguments);
  kist_translator_set (self, statement, strlen (statement), NULL);
}

/* "(link-goto: "text", "target")" and "(link-goto: "target")". */
static void
read_link_goto (KistTranslator *self, const Macro *macro, gboolean has_hook)
{
  const char      *place = macro->arguments;
  g_autofree char *text = take_string (&place, macro->arguments + macro->length);
  g_autofree char *target = take_string (&place, macro->arguments + macro->length);
  KistDraftChoice *choice = kist_translator_link (self, text ? text : "", target ? target : text, NULL);

  self->place = macro->end;
  if (!has_hook || !is_hook (self))
    return;
  kist_translator_open (self, KIST_FRAME_LINK, "link");
  if (!self->error)
    kist_translator_get_block (self)->choice = choice;
  self->place++;
}

/* "(link: "text")[(set: $x to 1)(go-to: "target")]": a choice when something in its hook goes somewhere. */
static void
read_link (KistTranslator *self, const Macro *macro)
{
  const char      *place = macro->arguments;
  g_autofree char *text = take_string (&place, macro->arguments + macro->length);
  g_autofree char *target = NULL;
  KistDraftChoice *choice;
  Macro            inner;

  self->place = macro->end;
  for (const char *p = macro->end, *end = macro->end + strnlen (macro->end, LONGEST); p < end && *p != ']'; p++)
    {
      if (*p != '(' || !find_macro (p, &inner))
        continue;
      if (g_str_equal (inner.name, "goto") && !target)
        {
          place = inner.arguments;
          target = take_string (&place, inner.arguments + inner.length);
        }
      p = inner.end - 1;
      g_free (inner.name);
    }
  choice = kist_translator_link (self, text ? text : "", target, NULL);
  if (!is_hook (self))
    return;
  kist_translator_open (self, KIST_FRAME_LINK, "link");
  if (!self->error)
    kist_translator_get_block (self)->choice = choice;
  self->place++;
}

static void
read_goto (KistTranslator *self, const Macro *macro)
{
  KistFrame       *block = kist_translator_get_block (self);
  const char      *place = macro->arguments;
  g_autofree char *target = take_string (&place, macro->arguments + macro->length);

  if (block && block->kind == KIST_FRAME_LINK)
    kist_translator_note (self, KIST_IMPORT_LINK, KIST_IMPORT_KEPT, "It is where the choice around it leads.");
  else
    kist_translator_link (self, "Go on", target, "It went there by itself; now it is a choice, “Go on”.");
}

/* Returns whether @macro is one of the ifs; then its hook is open. */
static gboolean
read_condition (KistTranslator *self, const Macro *macro)
{
  gboolean is_else = g_str_equal (macro->name, "else");
  gboolean is_else_if = g_str_equal (macro->name, "elseif");

  if (!is_else && !is_else_if && !g_str_equal (macro->name, "if") && !g_str_equal (macro->name, "unless"))
    return FALSE;
  self->place = macro->end;
  self->place += strspn (self->place, " \t");
  if (*self->place != '[')
    {
      kist_translator_note (self, KIST_IMPORT_CONDITION, KIST_IMPORT_DROPPED, "No “[” follows this “%s”.", macro->name);
      return TRUE;
    }
  if (is_else || is_else_if)
    kist_translator_open_else (self, is_else ? "else" : "else-if", g_steal_pointer (&self->chain), self->is_chain_known,
                               is_else_if ? macro->arguments : NULL, macro->length);
  else if (g_str_equal (macro->name, "unless"))
    {
      g_autofree char *no = g_strdup_printf ("not (%.*s)", (int)macro->length, macro->arguments);

      kist_translator_open_if (self, "if", no, strlen (no));
    }
  else
    kist_translator_open_if (self, "if", macro->arguments, macro->length);
  if (is_hook (self))
    self->place++;
  else
    {
      /* It is about the link behind it and nothing else. */
      if (!kist_translator_read_link (self))
        self->place++;
      kist_translator_close (self);
    }
  return TRUE;
}

static void
read_macro (KistTranslator *self, const Macro *macro)
{
  const char      *place = macro->arguments;
  g_autofree char *name = NULL;

  if (read_condition (self, macro))
    return;
  if (g_strv_contains (NAMES ("linkgoto"), macro->name))
    read_link_goto (self, macro, FALSE);
  else if (g_strv_contains (NAMES ("linkrevealgoto"), macro->name))
    read_link_goto (self, macro, TRUE);
  else if (g_strv_contains (NAMES ("link", "linkreplace", "linkreveal", "linkrepeat"), macro->name))
    read_link (self, macro);
  else
    {
      if (g_str_equal (macro->name, "set"))
        read_set (self, macro);
      else if (g_str_equal (macro->name, "put"))
        read_put (self, macro);
      else if (g_str_equal (macro->name, "goto"))
        read_goto (self, macro);
      else if (g_str_equal (macro->name, "display"))
        {
          name = take_string (&place, macro->arguments + macro->length);
          kist_translator_embed (self, name, "display");
        }
      else if (g_strv_contains (NAMES ("undo", "linkundo"), macro->name))
        kist_translator_note (self, KIST_IMPORT_LINK, KIST_IMPORT_DROPPED,
                              "“%s” leads to where one came from; in Kist one goes back with the Backspace key.",
                              macro->name);
      else
        kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED, "Kist has no command “%s”: “%.*s”.",
                              macro->name, (int)MIN (macro->length, 200), macro->arguments);
      self->place = macro->end;
    }
}

/* "[" begins a hook without a name and "]" ends the innermost one. */
static gboolean
read_bracket (KistTranslator *self)
{
  KistFrame *block = kist_translator_get_block (self);

  if (is_hook (self))
    kist_translator_open (self, KIST_FRAME_PLAIN, "hook");
  else if (self->place[0] == ']' && block)
    kist_translator_close (self);
  else
    return FALSE;
  self->place++;
  return TRUE;
}

/**
 * kist_translator_read_harlowe:
 * @self: a translator
 *
 * Returns: whether something that only Harlowe knows was taken
 */
gboolean
kist_translator_read_harlowe (KistTranslator *self)
{
  Macro macro;

  if (*self->place == '(' && g_ascii_isalpha (self->place[1]) && self->n_failures < KIST_TRANSLATOR_MAX_FAILURES)
    {
      if (find_macro (self->place, &macro))
        {
          read_macro (self, &macro);
          g_free (macro.name);
          return TRUE;
        }
      self->n_failures++;
    }
  if (*self->place == '$' && (g_ascii_isalpha (self->place[1]) || self->place[1] == '_'))
    kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED,
                          "Kist shows no values, so the name of the variable stands here.");
  if (kist_begins (self->place, "''"))
    {
      kist_translator_append (self, "**", 2);
      self->place += 2;
      return TRUE;
    }
  if (kist_begins (self->place, "//") && (self->place == self->source->text || self->place[-1] != ':'))
    {
      kist_translator_append (self, "*", 1);
      self->place += 2;
      return TRUE;
    }
  return read_bracket (self);
}
