#include "kist-visible.h"

#include <string.h>

/* CommonMark's cap on nested brackets in a link's target; it also bounds how often a byte is looked at. */
#define MAX_BRACKETS 32
#define MAX_LIST_DIGITS 9

static const char *
skip_blanks (const char *text, const char *end)
{
  while (text < end && (*text == ' ' || *text == '\t'))
    text++;
  return text;
}

static const char *
find_line_end (const char *text, const char *end)
{
  const char *found = memchr (text, '\n', end - text);

  return found ? found : end;
}

/* A list's mark with the blank behind it, or NULL. */
static const char *
skip_list_mark (const char *text, const char *end, gboolean is_in_paragraph)
{
  const char *mark = text;

  if (mark < end && strchr ("-+*", *mark) && *mark)
    mark++;
  else
    {
      while (mark < end && mark - text < MAX_LIST_DIGITS && g_ascii_isdigit (*mark))
        mark++;
      if (mark == text || mark == end || (*mark != '.' && *mark != ')'))
        return NULL;
      if (is_in_paragraph && !(mark == text + 1 && *text == '1'))
        return NULL;
      mark++;
    }
  return mark == end || *mark == ' ' || *mark == '\t' ? skip_blanks (mark, end) : NULL;
}

static const char *
skip_task_mark (const char *text, const char *end)
{
  gboolean is_task = end - text >= 3 && text[0] == '[' && strchr (" xX", text[1]) && text[1] && text[2] == ']' &&
                     (end - text == 3 || text[3] == ' ' || text[3] == '\t');

  return is_task ? text + 3 : text;
}

/* "[name]: target" says where a link elsewhere leads, and is not shown. */
static gboolean
is_definition (const char *text, const char *end)
{
  if (text == end || *text != '[')
    return FALSE;
  for (text++; text < end && *text != ']'; text++)
    if (*text == '[' || *text == '\\')
      return FALSE;
  return end - text >= 2 && text[1] == ':' && skip_blanks (text + 2, end) < end && text[-1] != '[';
}

/* What stands between a link's target and its closing bracket: blanks and perhaps a title. */
static const char *
skip_link_title (const char *text, const char *end)
{
  const char *title = skip_blanks (text, end);
  char        closing;

  if (title == end || title == text || !strchr ("\"'(", *title))
    return title;
  closing = *title == '(' ? ')' : *title;
  for (title++; title < end && *title != closing && !(closing == ')' && *title == '('); title++)
    if (*title == '\\' && title + 1 < end)
      title++;
  return title < end && *title == closing ? skip_blanks (title + 1, end) : NULL;
}

/* @text stands at the opening bracket of a link's target. Returns what comes behind the closing one, or NULL. */
static const char *
skip_link_target (const char *text, const char *end)
{
  unsigned depth = 0, n_opened = 0;

  text = skip_blanks (text + 1, end);
  if (text < end && *text == '<')
    {
      for (text++; text < end && *text != '>'; text++)
        if (*text == '<')
          return NULL;
      text = text < end ? text + 1 : text;
    }
  else
    for (; text < end && *text != ' ' && *text != '\t' && !(*text == ')' && depth == 0); text++)
      {
        if (*text == '\\' && text + 1 < end && g_ascii_ispunct (text[1]))
          text++;
        else if (*text == ')')
          depth--;
        else if (*text == '(' && (++depth, ++n_opened > MAX_BRACKETS))
          return NULL;
      }
  text = depth == 0 ? skip_link_title (text, end) : NULL;
  return text && text < end && *text == ')' ? text + 1 : NULL;
}

/* @text stands at "![". Returns what comes behind the image, or NULL. */
static const char *
skip_image (const char *text, const char *end)
{
  for (text += 2; text < end && *text != ']'; text++)
    if (*text == '[')
      return NULL;
  return end - text >= 2 && text[1] == '(' ? skip_link_target (text + 1, end) : NULL;
}

/* The few entities that get typed or pasted by hand. @text stands at '&'. Returns what is seen, or 0. */
static gunichar
read_entity (const char **text, const char *end)
{
  static const struct
  {
    const char *name;
    gunichar    character;
  } entities[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&nbsp;", 0xA0 } };

  for (unsigned i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      gsize length = strlen (entities[i].name);

      if ((gsize)(end - *text) >= length && strncmp (*text, entities[i].name, length) == 0)
        {
          *text += length;
          return entities[i].character;
        }
    }
  return 0;
}

/* Whether the mark at @self->next is emphasis: it touches a word, or another mark, but an underscore not a word on both
 * sides, and one tilde means "about". */
static gboolean
is_emphasis (KistVisible *self)
{
  char mark = *self->next;
  char before = self->next > self->line_start ? self->next[-1] : ' ';
  char after = self->next + 1 < self->line_end ? self->next[1] : ' ';

  switch (mark)
    {
    case '~':
      return before == '~' || after == '~';
    case '_':
      return !(g_ascii_isspace (before) && g_ascii_isspace (after)) &&
             !(g_ascii_isalnum (before) && g_ascii_isalnum (after));
    case '*':
    case '`':
      return !(g_ascii_isspace (before) && g_ascii_isspace (after));
    default:
      return FALSE;
    }
}

/* Most of every text, and no mark begins so. */
static gboolean
is_plain (char byte)
{
  return byte == ' ' || g_ascii_isalnum (byte);
}

/* Passes over what only says which kind of block a line belongs to. */
static void
begin_line (KistVisible *self)
{
  const char *text = self->next, *mark;
  gboolean    is_item = FALSE;

  self->line_start = text;
  self->line_end = find_line_end (text, self->end);
  self->is_new_line = FALSE;
  self->n_open = 0;
  if (kist_fence_takes (&self->fence, text, self->line_end))
    {
      self->next = self->line_end;
      self->is_in_paragraph = FALSE;
      return;
    }
  if (self->fence.mark)
    return;

  text = skip_blanks (text, self->line_end);
  while (text < self->line_end && *text == '>')
    text = skip_blanks (text + 1, self->line_end);
  while ((mark = skip_list_mark (text, self->line_end, self->is_in_paragraph && !is_item)))
    {
      text = mark;
      is_item = TRUE;
    }
  if (is_item)
    text = skip_task_mark (text, self->line_end);
  if (text < self->line_end && *text == '#')
    {
      for (mark = text; mark < self->line_end && *mark == '#'; mark++)
        ;
      if (mark - text <= 6 && (mark == self->line_end || *mark == ' ' || *mark == '\t'))
        text = skip_blanks (mark, self->line_end);
    }
  else if (is_definition (text, self->line_end))
    text = self->line_end;
  self->is_in_paragraph = text < self->line_end && !is_item;
  self->next = text;
}

/* Passes over inline marks at @self->next. Returns whether there were any. */
static gboolean
skip_inline_mark (KistVisible *self)
{
  const char *text = self->next, *behind = NULL;

  switch (*text)
    {
    case '\\':
      if (text + 1 < self->line_end && g_ascii_ispunct (text[1]))
        behind = text + 1;
      break;
    case '!':
      if (text + 1 < self->line_end && text[1] == '[')
        behind = skip_image (text, self->line_end);
      break;
    case '[':
      self->n_open++;
      behind = text + 1;
      break;
    case ']':
      if (self->n_open == 0)
        break;
      self->n_open--;
      behind = text + 1 < self->line_end && text[1] == '(' ? skip_link_target (text + 1, self->line_end) : NULL;
      behind = behind ? behind : text + 1;
      break;
    default:
      behind = is_emphasis (self) ? text + 1 : NULL;
    }
  if (behind)
    self->next = behind;
  return behind != NULL;
}

/**
 * kist_fence_takes:
 * @self: the code block one is in
 * @line: the beginning of a line
 * @line_end: its end
 *
 * Follows fenced code blocks line by line. To be asked of every line in order.
 *
 * Returns: whether the line is a fence itself; whether other lines are inside is in @self
 */
gboolean
kist_fence_takes (KistFence *self, const char *line, const char *line_end)
{
  const char *text = skip_blanks (line, line_end), *run;

  while (text < line_end && (*text == '>' || (*text == '-' && !self->mark)))
    text = skip_blanks (text + 1, line_end);
  for (run = text; run < line_end && *run == *text; run++)
    ;
  if (text == line_end || (*text != '`' && *text != '~') || run - text < 3)
    return FALSE;
  if (self->mark)
    {
      if (*text != self->mark || run - text < (gssize)self->length || skip_blanks (run, line_end) < line_end)
        return FALSE;
      self->mark = 0;
      return TRUE;
    }
  /* ```like this``` is code within a paragraph. */
  if (*text == '`' && memchr (run, '`', line_end - run))
    return FALSE;
  self->mark = *text;
  self->length = run - text;
  return TRUE;
}

/**
 * kist_visible_init:
 * @self: where to keep the state
 * @markdown: a text; it must live as long as the walk
 * @length: its length in bytes
 */
void
kist_visible_init (KistVisible *self, const char *markdown, gsize length)
{
  *self = (KistVisible){ .next = markdown, .end = markdown + length, .is_new_line = TRUE };
}

/**
 * kist_visible_skip_lines:
 * @self: a walk that has not begun, or stands behind the end of a line
 * @to: a place in its text
 *
 * Passes over every line that ends before @to: all that a line leaves to the next is whether a code block is open and
 * whether a paragraph goes on.
 */
void
kist_visible_skip_lines (KistVisible *self, const char *to)
{
  g_return_if_fail (self != NULL && self->is_new_line);

  while (self->next < self->end && find_line_end (self->next, self->end) < MIN (to, self->end))
    {
      begin_line (self);
      self->next = self->line_end + 1;
      self->is_new_line = TRUE;
    }
}

/**
 * kist_visible_next:
 * @self: a walk
 *
 * Returns: the next character that is seen, '\n' for the end of a line, 0 at the end. A byte that is no UTF-8 or is
 *   NUL comes as U+FFFD.
 */
gunichar
kist_visible_next (KistVisible *self)
{
  gunichar character = 0;

  if (!self->is_new_line && self->next < self->line_end && is_plain (*self->next))
    return *self->next++;
  if (self->next < self->end && self->is_new_line)
    begin_line (self);
  while (!self->fence.mark && self->next < self->line_end)
    {
      gboolean is_escape = *self->next == '\\';

      if (!skip_inline_mark (self))
        break;
      if (is_escape)
        return *self->next++;
    }
  if (self->next >= self->end)
    return 0;
  if (*self->next == '&' && !self->fence.mark && (character = read_entity (&self->next, self->line_end)))
    return character;
  self->is_new_line = *self->next == '\n';
  if (*self->next > 0)
    return *self->next++;
  character = g_utf8_get_char_validated (self->next, self->end - self->next);
  if (character == 0 || character & 0x80000000)
    {
      self->next++;
      return 0xFFFD;
    }
  self->next = g_utf8_next_char (self->next);
  return character;
}

/**
 * kist_visible_next_word:
 * @self: a walk
 * @length: (out): its length in bytes
 *
 * For who can take many characters at once: what is here of letters and digits of ASCII, as they stand in the text.
 *
 * Returns: (transfer none): where they begin, or %NULL when kist_visible_next() has to be asked
 */
const char *
kist_visible_next_word (KistVisible *self, gsize *length)
{
  const char *start = self->next;

  if (self->is_new_line)
    return NULL;
  while (self->next < self->line_end && g_ascii_isalnum (*self->next))
    self->next++;
  *length = self->next - start;
  return *length > 0 ? start : NULL;
}
