#include "kist-snippet.h"

#include "kist-visible.h"

#include <string.h>

#define ELLIPSIS "…"

/**
 * kist_snippet_new:
 * @text: a text on one line that is no Markdown, such as a title; copied
 * @matches: (element-type KistRange): what was searched for in it
 *
 * Returns: (transfer full): a snippet that shows all of @text
 */
KistSnippet *
kist_snippet_new (const char *text, GArray *matches)
{
  KistSnippet *self;

  g_return_val_if_fail (text != NULL && matches != NULL, NULL);

  self = g_new0 (KistSnippet, 1);
  self->text = g_strdup (text);
  self->matches = g_array_ref (matches);
  return self;
}

/* A part of a Markdown text on its way to one line. */
typedef struct
{
  const char      *markdown;
  const KistRange *shown;
  GArray          *from;    /* (element-type KistRange): the matches in markdown */
  GArray          *to;      /* (element-type KistRange): the same in text */
  GString         *text;    /* begins with what is no part of the quotation */
  gsize            begin;   /* where the quotation does */
  gboolean         has_gap; /* a blank belongs before what comes next */
  unsigned         match;   /* the first of from that does not end before what comes next */
  unsigned         last;    /* which of from the last of to belongs to */
} Line;

/* What stands in the Markdown between @start and @end is now in the text from @begin on: a word byte for byte, or one
 * character. */
static void
mark (Line *line, gsize start, gsize end, gsize begin)
{
  for (; line->match < line->from->len; line->match++)
    {
      const KistRange *match = &g_array_index (line->from, KistRange, line->match);
      KistRange        span = { begin, line->text->len };

      if (match->start >= end)
        return;
      if (match->end > start)
        {
          span.start += match->start > start ? match->start - start : 0;
          span.end -= match->end < end ? end - match->end : 0;
          if (line->to->len > 0 && line->last == line->match)
            g_array_index (line->to, KistRange, line->to->len - 1).end = span.end;
          else
            g_array_append_val (line->to, span);
          line->last = line->match;
        }
      if (match->end > end)
        return;
    }
}

static void
append_word (Line *line, gsize start, gsize end)
{
  gsize begin;

  start = MAX (start, line->shown->start);
  end = MIN (end, line->shown->end);
  if (start >= end)
    return;
  g_string_append (line->text, line->has_gap ? " " : "");
  line->has_gap = FALSE;
  begin = line->text->len;
  g_string_append_len (line->text, line->markdown + start, end - start);
  mark (line, start, end, begin);
}

static void
append_character (Line *line, gunichar character, gsize end)
{
  gsize begin;

  if (end <= line->shown->start || end > line->shown->end)
    return;
  if (g_unichar_isspace (character))
    {
      line->has_gap = line->text->len > line->begin;
      return;
    }
  g_string_append (line->text, line->has_gap ? " " : "");
  line->has_gap = FALSE;
  begin = line->text->len;
  g_string_append_unichar (line->text, character);
  /* Its last byte alone, for it may have been written as an entity or behind marks that are not shown. */
  mark (line, end - 1, end, begin);
}

/* The visible characters, blanks folded into one. */
static void
append_visible (Line *line)
{
  KistVisible walk;
  const char *word;
  gunichar    character;
  gsize       length;

  /* What is visible depends on what came before: a fence, a paragraph, an open bracket. */
  kist_visible_init (&walk, line->markdown, strlen (line->markdown));
  kist_visible_skip_lines (&walk, line->markdown + line->shown->start);
  while (walk.next < line->markdown + line->shown->end)
    if ((word = kist_visible_next_word (&walk, &length)))
      append_word (line, word - line->markdown, word + length - line->markdown);
    else if ((character = kist_visible_next (&walk)))
      append_character (line, character, walk.next - line->markdown);
    else
      return;
}

/**
 * kist_snippet_new_from_markdown:
 * @markdown: a text
 * @shown: which part of it is wanted
 * @matches: (element-type KistRange): what was searched for in @markdown, in order
 *
 * Makes one line of a part of @markdown, without Markdown's marks, as kist_entry_dup_excerpt() does for the beginning.
 * Where something was left out before or behind it, there is an ellipsis.
 *
 * Returns: (transfer full): the snippet
 */
KistSnippet *
kist_snippet_new_from_markdown (const char *markdown, const KistRange *shown, GArray *matches)
{
  g_autoptr (GArray) spans = NULL;
  KistSnippet *self;
  Line         line = { .markdown = markdown, .shown = shown, .from = matches };

  g_return_val_if_fail (markdown != NULL && shown != NULL && matches != NULL, NULL);

  spans = g_array_new (FALSE, FALSE, sizeof (KistRange));
  line.to = spans;
  line.text = g_string_sized_new (shown->end - shown->start + 2 * strlen (ELLIPSIS));
  g_string_append (line.text, shown->start > 0 ? ELLIPSIS : "");
  line.begin = line.text->len;
  append_visible (&line);
  if (shown->end < strlen (markdown))
    g_string_append (line.text, ELLIPSIS);
  self = g_new0 (KistSnippet, 1);
  self->text = g_string_free_and_steal (line.text);
  self->matches = g_steal_pointer (&spans);
  return self;
}

/**
 * kist_snippet_free:
 * @self: (transfer full) (nullable): a snippet
 */
void
kist_snippet_free (KistSnippet *self)
{
  if (!self)
    return;
  g_free (self->text);
  g_array_unref (self->matches);
  g_free (self);
}
