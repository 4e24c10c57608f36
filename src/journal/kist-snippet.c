#include "kist-snippet.h"

#include "kist-visible.h"

#include <string.h>

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

/* Says that what was just appended, from @start on, is part of the match number @match. */
static void
mark (GArray *matches, gsize start, gsize end, unsigned match, unsigned *last)
{
  KistRange span = { start, end };

  if (matches->len > 0 && *last == match)
    g_array_index (matches, KistRange, matches->len - 1).end = end;
  else
    g_array_append_val (matches, span);
  *last = match;
}

/* The visible characters of @shown, blanks folded into one; @text begins with what comes before them. */
static void
append_visible (GString *text, const char *markdown, const KistRange *shown, GArray *from, GArray *to)
{
  KistVisible walk;
  gunichar    character;
  gsize       begin = text->len;
  unsigned    match = 0, last = G_MAXUINT;
  gboolean    has_gap = FALSE;

  /* What is visible depends on what came before: a fence, a paragraph, an open bracket. */
  kist_visible_init (&walk, markdown, strlen (markdown));
  kist_visible_skip_lines (&walk, markdown + shown->start);
  while ((character = kist_visible_next (&walk)))
    {
      gsize behind = walk.next - markdown;
      gsize start;

      if (behind <= shown->start)
        continue;
      if (behind > shown->end)
        break;
      if (g_unichar_isspace (character))
        {
          has_gap = text->len > begin;
          continue;
        }
      if (has_gap)
        g_string_append_c (text, ' ');
      has_gap = FALSE;
      start = text->len;
      g_string_append_unichar (text, character);
      while (match < from->len && g_array_index (from, KistRange, match).end < behind)
        match++;
      if (match < from->len && behind > g_array_index (from, KistRange, match).start)
        mark (to, start, text->len, match, &last);
    }
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
  KistSnippet *self;
  GString     *text;

  g_return_val_if_fail (markdown != NULL && shown != NULL && matches != NULL, NULL);

  self = g_new0 (KistSnippet, 1);
  self->matches = g_array_new (FALSE, FALSE, sizeof (KistRange));
  text = g_string_new (shown->start > 0 ? "…" : NULL);
  append_visible (text, markdown, shown, matches, self->matches);
  if (shown->end < strlen (markdown))
    g_string_append (text, "…");
  self->text = g_string_free_and_steal (text);
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
