#include <string.h>

#include "kist-html-writer-private.h"
#include "kist-markdown-escape.h"

static const char *const signs[] = { "**", "*", "~~" };

static unsigned
width_of (const Container *item)
{
  return item->number == 0 ? 2 : item->number < 10 ? 3 : item->number < 100 ? 4 : 5;
}

void
kist_html_writer_add_prefix (KistHtmlWriter *self)
{
  for (unsigned i = 0; i < self->n_containers; i++)
    {
      Container *container = &self->containers[i];

      if (container->kind == KIST_HTML_QUOTE)
        g_string_append (self->out, "> ");
      else if (container->kind == KIST_HTML_ITEM && container->is_begun)
        g_string_append_printf (self->out, "%*s", (int)width_of (container), "");
      else if (container->kind == KIST_HTML_ITEM)
        {
          container->is_begun = TRUE;
          if (container->number > 0)
            g_string_append_printf (self->out, "%u. ", container->number);
          else
            g_string_append (self->out, "- ");
        }
    }
}

void
kist_html_writer_begin_block (KistHtmlWriter *self)
{
  if (self->is_in_block)
    return;
  if (self->out->len > 0)
    g_string_append (self->out, "\n\n");
  kist_html_writer_add_prefix (self);
  self->is_in_block = TRUE;
  self->is_line_start = TRUE;
  self->has_space = FALSE;
}

void
kist_html_writer_pop_mark (KistHtmlWriter *self)
{
  if (self->is_linked && self->n_written <= self->link_depth)
    kist_html_writer_end_link (self);
  if (self->n_written > 0)
    g_string_append (self->out, signs[self->written[--self->n_written]]);
}

static gboolean
is_written (KistHtmlWriter *self, KistHtmlMark mark)
{
  for (unsigned i = 0; i < self->n_written; i++)
    if (self->written[i] == mark)
      return TRUE;
  return FALSE;
}

static void
close_unwanted (KistHtmlWriter *self)
{
  for (KistHtmlMark mark = 0; mark < KIST_HTML_N_MARKS; mark++)
    while (self->wanted[mark] == 0 && is_written (self, mark))
      kist_html_writer_pop_mark (self);
}

/* Before something visible: ends of marks, the space, beginnings of marks. */
static void
prepare (KistHtmlWriter *self)
{
  kist_html_writer_begin_block (self);
  close_unwanted (self);
  if (self->has_space && !self->is_line_start)
    g_string_append_c (self->out, ' ');
  self->has_space = FALSE;
  if (self->link && !self->is_linked)
    {
      self->is_linked = TRUE;
      self->link_depth = self->n_written;
      g_string_append_c (self->out, '[');
    }
  for (KistHtmlMark mark = 0; mark < KIST_HTML_N_MARKS; mark++)
    if (self->wanted[mark] > 0 && !is_written (self, mark))
      {
        g_string_append (self->out, signs[mark]);
        self->written[self->n_written++] = mark;
      }
}

KistHtmlWriter *
kist_html_writer_new (void)
{
  KistHtmlWriter *self = g_new0 (KistHtmlWriter, 1);

  self->out = g_string_new (NULL);
  return self;
}

/* Ends the text and frees @self. Returns: (transfer full) */
char *
kist_html_writer_finish (KistHtmlWriter *self)
{
  char *text;

  kist_html_writer_end_table (self);
  kist_html_writer_end_link (self);
  kist_html_writer_end_block (self);
  text = g_strchomp (g_string_free (self->out, FALSE));
  g_free (self->link);
  g_free (self);
  return text;
}

void
kist_html_writer_end_block (KistHtmlWriter *self)
{
  self->has_space = TRUE;
  if (!self->is_in_block || self->is_in_row)
    return;
  if (self->is_linked)
    kist_html_writer_end_link (self);
  while (self->n_written > 0)
    kist_html_writer_pop_mark (self);
  self->has_space = FALSE;
  self->is_in_block = FALSE;
  self->is_heading = FALSE;
}

void
kist_html_writer_begin_heading (KistHtmlWriter *self, unsigned level)
{
  kist_html_writer_end_block (self);
  if (self->is_in_row)
    return;
  kist_html_writer_begin_block (self);
  g_string_append_printf (self->out, "%.*s ", (int)level, "######");
  self->is_heading = TRUE;
}

void
kist_html_writer_add_rule (KistHtmlWriter *self)
{
  kist_html_writer_end_block (self);
  if (self->is_in_row || self->out->len == 0)
    return;
  kist_html_writer_begin_block (self);
  g_string_append (self->out, "---");
  self->is_in_block = FALSE;
}

/* Two one after the other are a new paragraph, which is what such authors mean by them. */
void
kist_html_writer_add_break (KistHtmlWriter *self)
{
  if (!self->is_in_block || self->is_line_start || self->is_heading || self->is_in_row)
    {
      kist_html_writer_end_block (self);
      return;
    }
  close_unwanted (self);
  g_string_append (self->out, "\\\n");
  kist_html_writer_add_prefix (self);
  self->is_line_start = TRUE;
  self->has_space = FALSE;
}

/* @text with its references decoded; any white space is one space. */
void
kist_html_writer_add_text (KistHtmlWriter *self, const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = text; *p;)
    {
      gsize space = strspn (p, " \t\n\r\f\v"), length = strcspn (p + space, " \t\n\r\f\v");

      self->has_space |= space > 0;
      if (length > 0)
        {
          g_string_truncate (word, 0);
          g_string_append_len (word, p + space, (gssize)length);
          prepare (self);
          kist_markdown_append_escaped (self->out, word->str, self->is_line_start);
          self->is_line_start = FALSE;
        }
      p += space + length;
    }
}

static unsigned
longest_run (const char *text)
{
  unsigned longest = 0, run = 0;

  for (const char *p = text; *p; p++)
    {
      run = *p == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  return longest;
}

static void
add_fence (KistHtmlWriter *self, unsigned length)
{
  for (unsigned i = 0; i < length; i++)
    g_string_append_c (self->out, '`');
}

static void
add_code_block (KistHtmlWriter *self, const char *text)
{
  unsigned fence = MAX (3, longest_run (text) + 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  kist_html_writer_end_block (self);
  kist_html_writer_begin_block (self);
  add_fence (self, fence);
  for (unsigned i = 0; lines[i]; i++)
    {
      if (i == 0 && !*lines[i])
        continue;
      if (!lines[i + 1] && !*lines[i])
        break;
      g_string_append_c (self->out, '\n');
      kist_html_writer_add_prefix (self);
      g_string_append (self->out, lines[i]);
    }
  g_string_append_c (self->out, '\n');
  kist_html_writer_add_prefix (self);
  add_fence (self, fence);
  self->is_in_block = FALSE;
}

/* @text as it stands, with '\n' as the only control character that means something. */
void
kist_html_writer_add_code (KistHtmlWriter *self, const char *text, gboolean is_block)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  unsigned         fence = longest_run (text) + 1;
  gboolean         is_padded;

  if (!*g_strstrip (line))
    return;
  if (is_block && !self->is_in_row)
    {
      add_code_block (self, text);
      return;
    }
  prepare (self);
  self->is_line_start = FALSE;
  is_padded = *line == '`' || line[strlen (line) - 1] == '`';
  add_fence (self, fence);
  g_string_append (self->out, is_padded ? " " : "");
  for (const char *p = line; *p; p++)
    {
      if (*p == '|' && self->is_in_row)
        g_string_append_c (self->out, '\\');
      g_string_append_c (self->out, *p);
    }
  g_string_append (self->out, is_padded ? " " : "");
  add_fence (self, fence);
}

void
kist_html_writer_mark (KistHtmlWriter *self, KistHtmlMark mark, int change)
{
  self->wanted[mark] = MAX (0, self->wanted[mark] + change);
}

/* @target: (transfer none): what may stand between the brackets of a link */
void
kist_html_writer_begin_link (KistHtmlWriter *self, const char *target)
{
  kist_html_writer_end_link (self);
  g_set_str (&self->link, target);
}

void
kist_html_writer_end_link (KistHtmlWriter *self)
{
  if (self->is_linked)
    {
      self->is_linked = FALSE;
      while (self->n_written > self->link_depth)
        kist_html_writer_pop_mark (self);
      g_string_append_printf (self->out, "](%s)", self->link);
    }
  g_clear_pointer (&self->link, g_free);
}

void
kist_html_writer_open (KistHtmlWriter *self, KistHtmlContainer kind)
{
  Container *last = self->n_containers > 0 ? &self->containers[self->n_containers - 1] : NULL;
  unsigned   number = kind == KIST_HTML_NUMBERS ? 1 : 0;

  kist_html_writer_end_block (self);
  if (kind == KIST_HTML_ITEM && self->beyond == 0 && last && last->kind == KIST_HTML_ITEM)
    {
      kist_html_writer_close (self, KIST_HTML_ITEM);
      last = self->n_containers > 0 ? &self->containers[self->n_containers - 1] : NULL;
    }
  if (self->beyond > 0 || self->n_containers == MAX_CONTAINERS || self->is_in_row)
    {
      self->beyond += kind != KIST_HTML_ITEM;
      return;
    }
  if (kind == KIST_HTML_ITEM && last && last->kind == KIST_HTML_NUMBERS)
    number = last->number++;
  self->containers[self->n_containers++] = (Container){ kind, number };
}

void
kist_html_writer_close (KistHtmlWriter *self, KistHtmlContainer kind)
{
  unsigned i = self->n_containers;

  kist_html_writer_end_block (self);
  if (self->beyond > 0)
    {
      self->beyond -= kind != KIST_HTML_ITEM;
      return;
    }
  while (i > 0 && self->containers[i - 1].kind != kind)
    i--;
  if (i > 0)
    self->n_containers = i - 1;
}
