/* Walks over the characters of a Markdown text that a reader sees, one after the other, without building anything:
 * heading and list marks, emphasis, link targets, images, fences and definitions are passed over. This is a scanner and
 * no parser, because it runs at every pause in the writing and because it counts and quotes but never renders; what
 * renders is content/'s Markdown. Where the two differ (a link's syntax inside a code span) a word or two is at stake.
 * Linear in the text, whatever the text is. For journal/ alone; lives on the stack. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistFence:
 * @mark: the character that fences the code block one is in, or 0 outside
 * @length: how many of them opened it
 */
typedef struct
{
  char     mark;
  unsigned length;
} KistFence;

/**
 * KistVisible:
 * @next: the next byte
 * @end: behind the last byte
 * @line_start: where the line one is in begins
 * @line_end: where it ends
 * @fence: the code block one is in
 * @n_open: square brackets open in this line
 * @is_new_line: whether @next begins a line
 * @is_in_paragraph: whether the line before was prose, which a numbered list cannot interrupt unless it begins at 1
 */
typedef struct
{
  const char *next;
  const char *end;
  const char *line_start;
  const char *line_end;
  KistFence   fence;
  unsigned    n_open;
  gboolean    is_new_line;
  gboolean    is_in_paragraph;
} KistVisible;

void        kist_visible_init (KistVisible *self, const char *markdown, gsize length);
void        kist_visible_skip_lines (KistVisible *self, const char *to);
gunichar    kist_visible_next (KistVisible *self);
const char *kist_visible_next_word (KistVisible *self, gsize *length);
gboolean    kist_fence_takes (KistFence *self, const char *line, const char *line_end);

G_END_DECLS
