/* SugarCube 2: https://www.motoslave.net/sugarcube/2/docs/ (source: github.com/tmedwards/sugarcube-2/docs), "Markup",
 * "Macros". */
#include <string.h>

#include "kist-translator.h"

#define LONGEST 4096

typedef struct
{
  const char *name; /* of the command */
  gsize       name_length;
  const char *arguments;
  gsize       length;
  const char *end; /* behind ">>" */
} Macro;

/* "<<name arguments>>"; a ">>" in quotes ends nothing. */
static gboolean
find_macro (const char *place, Macro *macro)
{
  const char *limit = place + strnlen (place, LONGEST);
  char        quote = 0;
  const char *p = place + 2;

  macro->name = p;
  while (p < limit && (g_ascii_isalnum (*p) || strchr ("/-_=", *p)))
    p++;
  macro->name_length = p - macro->name;
  if (macro->name_length == 0)
    return FALSE;
  while (p < limit && g_ascii_isspace (*p))
    p++;
  macro->arguments = p;
  for (; p + 1 < limit; p++)
    {
      if (quote && *p == '\\')
        p++;
      else if (quote)
        quote = *p == quote ? 0 : quote;
      else if (*p == '"' || *p == '`' || (*p == '\'' && !g_ascii_isalnum (p[-1])))
        quote = *p;
      else if (p[0] == '>' && p[1] == '>')
        {
          macro->length = p - macro->arguments;
          macro->end = p + 2;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_named (const Macro *macro, const char *const *names)
{
  for (; *names; names++)
    if (strlen (*names) == macro->name_length && strncmp (macro->name, *names, macro->name_length) == 0)
      return TRUE;
  return FALSE;
}

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* The next argument in quotes or without, or what stands in "[[…]]". */
static char *
take_argument (const char **place, const char *end)
{
  const char *start;
  char       *argument;

  while (*place < end && g_ascii_isspace (**place))
    (*place)++;
  start = *place;
  if (start == end)
    return NULL;
  if (*start == '"' || *start == '\'')
    {
      const char *close = memchr (start + 1, *start, end - start - 1);

      if (!close)
        return NULL;
      *place = close + 1;
      return g_strndup (start + 1, close - start - 1);
    }
  while (*place < end && !g_ascii_isspace (**place))
    (*place)++;
  argument = g_strndup (start, *place - start);
  return argument;
}

/* "<<link "text" "target">>…<</link>>" and "<<link [[text|target]]>>…<</link>>"; without a target a "goto" inside may
 * still name one. */
static void
open_link (KistTranslator *self, const Macro *macro)
{
  const char      *place = macro->arguments;
  const char      *end = macro->arguments + macro->length;
  KistDraftChoice *choice;
  KistFrame       *block;

  if (macro->length > 4 && kist_begins (place, "[["))
    {
      const char *start = self->place;

      self->place = place;
      self->last = NULL;
      kist_translator_read_link (self);
      self->place = start;
      choice = self->last;
    }
  else
    {
      g_autofree char *text = take_argument (&place, end);
      g_autofree char *target = take_argument (&place, end);
      const char      *close = target ? NULL : memmem (macro->end, strnlen (macro->end, LONGEST), "<</link>>", 9);
      const char      *go = close ? memmem (macro->end, close - macro->end, "<<goto", 6) : NULL;
      Macro            goto_macro;

      if (go && find_macro (go, &goto_macro))
        {
          place = goto_macro.arguments;
          target = take_argument (&place, goto_macro.arguments + goto_macro.length);
        }
      choice = kist_translator_link (self, text ? text : "", target, NULL);
    }
  kist_translator_open (self, KIST_FRAME_LINK, "link");
  block = kist_translator_get_block (self);
  if (block)
    block->choice = choice;
}

static void
close_named (KistTranslator *self, KistFrameKind kind)
{
  KistFrame *block = kist_translator_get_block (self);

  if (block && block->kind == kind)
    kist_translator_close (self);
}

static void
read_else (KistTranslator *self, const Macro *macro, gboolean has_condition)
{
  KistFrame       *block = kist_translator_get_block (self);
  g_autofree char *others = NULL;
  gboolean         is_known;

  if (!block || block->kind != KIST_FRAME_IF)
    {
      kist_translator_note (self, KIST_IMPORT_CONDITION, KIST_IMPORT_DROPPED, "This “else” belongs to no “if”.");
      return;
    }
  others = g_strdup (block->others);
  is_known = others != NULL;
  kist_translator_close (self);
  kist_translator_open_else (self, has_condition ? "elseif" : "else", g_steal_pointer (&others), is_known,
                             has_condition ? macro->arguments : NULL, macro->length);
}

/* "<<set $a to 1, $b to 2>>": commas and semicolons stand between statements. */
static void
read_set (KistTranslator *self, const Macro *macro)
{
  const char *start = macro->arguments;
  const char *end = start + macro->length;

  for (const char *p = start; p <= end; p++)
    if (p == end || *p == ';' || *p == ',')
      {
        if (p > start)
          kist_translator_set (self, start, p - start, NULL);
        start = p + 1;
      }
}

static void
read_goto (KistTranslator *self, const Macro *macro)
{
  KistFrame       *block = kist_translator_get_block (self);
  const char      *place = macro->arguments;
  g_autofree char *target = take_argument (&place, macro->arguments + macro->length);

  if (block && block->kind == KIST_FRAME_LINK)
    kist_translator_note (self, KIST_IMPORT_LINK, KIST_IMPORT_KEPT, "It is where the choice around it leads.");
  else
    kist_translator_link (self, "Go on", target, "It went there by itself; now it is a choice, “Go on”.");
}

static void
read_other (KistTranslator *self, const Macro *macro)
{
  gboolean is_end = *macro->name == '/';

  if (is_named (macro, NAMES ("silently", "silent", "script", "style", "capture_js")))
    {
      kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED, "What “%.*s” hides is not shown.",
                            (int)macro->name_length, macro->name);
      kist_translator_open (self, KIST_FRAME_DROP, "silently");
    }
  else if (is_named (macro, NAMES ("/silently", "/silent", "/script", "/style")))
    close_named (self, KIST_FRAME_DROP);
  else if (is_named (macro, NAMES ("back", "return")))
    kist_translator_note (self, KIST_IMPORT_LINK, KIST_IMPORT_DROPPED,
                          "“%.*s” leads to where one came from; in Kist one goes back with the Backspace key.",
                          (int)macro->name_length, macro->name);
  else if (!is_end)
    kist_translator_note (self, KIST_IMPORT_MACRO, KIST_IMPORT_DROPPED, "Kist has no command “%.*s”: “%.*s”.",
                          (int)MIN (macro->name_length, 100), macro->name, (int)MIN (macro->length, 200),
                          macro->arguments);
}

static void
read_macro (KistTranslator *self, const Macro *macro)
{
  if (is_named (macro, NAMES ("set", "run")))
    read_set (self, macro);
  else if (is_named (macro, NAMES ("if")))
    kist_translator_open_if (self, "if", macro->arguments, macro->length);
  else if (is_named (macro, NAMES ("elseif")))
    read_else (self, macro, TRUE);
  else if (is_named (macro, NAMES ("else")))
    read_else (self, macro, FALSE);
  else if (is_named (macro, NAMES ("/if", "endif")))
    close_named (self, KIST_FRAME_IF);
  else if (is_named (macro, NAMES ("link", "button", "click")))
    open_link (self, macro);
  else if (is_named (macro, NAMES ("/link", "/button", "/click")))
    close_named (self, KIST_FRAME_LINK);
  else if (is_named (macro, NAMES ("goto")))
    read_goto (self, macro);
  else if (is_named (macro, NAMES ("include", "display")))
    {
      const char      *place = macro->arguments;
      g_autofree char *name = take_argument (&place, macro->arguments + macro->length);

      kist_translator_embed (self, name, "include");
    }
  else if (is_named (macro, NAMES ("nobr", "/nobr")))
    return;
  else
    read_other (self, macro);
}

static gboolean
read_comment (KistTranslator *self)
{
  gboolean    is_c = kist_begins (self->place, "/*");
  const char *end;

  if ((!is_c && !kist_begins (self->place, "/%")) || self->n_failures >= KIST_TRANSLATOR_MAX_FAILURES)
    return FALSE;
  end = strstr (self->place + 2, is_c ? "*/" : "%/");
  self->n_failures += end == NULL;
  if (!end)
    return FALSE;
  kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_DROPPED, "A comment was dropped.");
  self->place = end + 2;
  return TRUE;
}

/* "[img[file.png]]" and "[img[file.png][Target]]". */
static gboolean
read_image (KistTranslator *self)
{
  const char *end =
      kist_begins (self->place, "[img[") ? memmem (self->place, strnlen (self->place, LONGEST), "]]", 2) : NULL;
  const char *target = end ? memmem (self->place, end - self->place, "][", 2) : NULL;

  if (!end)
    return FALSE;
  kist_translator_note (self, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED, "The picture is not brought along.");
  if (target)
    {
      g_autofree char *name = g_strndup (target + 2, end - target - 2);

      kist_translator_link (self, name, name, "It was a picture.");
    }
  self->place = end + 2;
  return TRUE;
}

/* Marks that mean something else in Markdown, or nothing. */
static gboolean
read_mark (KistTranslator *self)
{
  gboolean is_line_start = self->place == self->source->text || self->place[-1] == '\n';
  gsize    n_marks = strspn (self->place, "!");

  if (is_line_start && n_marks > 0 && n_marks <= 6)
    {
      kist_translator_append (self, "### ", 4);
      self->place += n_marks;
    }
  else if (is_line_start && self->place[0] == '#' && self->place[1] != '#')
    {
      kist_translator_append (self, "1. ", 3);
      self->place++;
    }
  else if (kist_begins (self->place, "''"))
    {
      kist_translator_append (self, "**", 2);
      self->place += 2;
    }
  else if (kist_begins (self->place, "//") && (is_line_start || self->place[-1] != ':'))
    {
      kist_translator_append (self, "*", 1);
      self->place += 2;
    }
  else
    return FALSE;
  return TRUE;
}

/**
 * kist_translator_read_sugarcube:
 * @self: a translator
 *
 * Returns: whether something that only SugarCube knows was taken
 */
gboolean
kist_translator_read_sugarcube (KistTranslator *self)
{
  Macro macro;

  if (self->place[0] == '<' && self->place[1] == '<' && self->n_failures < KIST_TRANSLATOR_MAX_FAILURES)
    {
      if (find_macro (self->place, &macro))
        {
          read_macro (self, &macro);
          self->place = macro.end;
          return TRUE;
        }
      self->n_failures++;
    }
  if (*self->place == '$' && (g_ascii_isalpha (self->place[1]) || self->place[1] == '_'))
    kist_translator_note (self, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED,
                          "Kist shows no values, so the name of the variable stands here.");
  return read_comment (self) || read_image (self) || read_mark (self);
}
