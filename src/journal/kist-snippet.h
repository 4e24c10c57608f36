/* What a search found in a text, to be read at a glance: a piece of it on one line, and where in that piece the words
 * are that were searched for. A plain value; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistRange:
 * @start: the first byte
 * @end: behind the last byte
 *
 * A part of a text that is known from elsewhere.
 */
typedef struct
{
  gsize start;
  gsize end;
} KistRange;

/**
 * KistSnippet:
 * @text: the piece, perhaps empty
 * @matches: (element-type KistRange): what was searched for in it, in order, none reaching into the next
 */
typedef struct
{
  char   *text;
  GArray *matches;
} KistSnippet;

KistSnippet *kist_snippet_new (const char *text, GArray *matches);
KistSnippet *kist_snippet_new_from_markdown (const char *markdown, const KistRange *shown, GArray *matches);
void         kist_snippet_free (KistSnippet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistSnippet, kist_snippet_free)

G_END_DECLS
