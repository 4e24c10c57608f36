/* One post of somebody's blog, as plain values: what it says as Markdown, when it was written, and where it came from.
 * Made by one reader and then only read; usable from any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistPost:
 * @title: what it is called, one line; "" when it has no title
 * @body: Markdown, in which no script, frame or picture of the web is left
 * @created: when it was begun, in microseconds since 1970 UTC; 0 when the file does not say
 * @published: when the world could read it first; 0 of a draft, and when the file does not say
 * @updated: when it was last changed; 0 when the file does not say
 * @labels: its labels, tags or categories, each once, in the file's order
 * @is_draft: whether it was not public: a draft, a post for later, a private one
 * @address: (nullable): its address, or the path in its blog where the file has no more
 * @origin: (nullable): what the blog's program calls it, the same at every export: for not importing it twice
 * @blog: (nullable): what the blog is called
 * @file: the file it stands in, as it should be shown
 * @line: where it begins in @file, from 1
 * @changes: what was left out of it or changed in it, a sentence each
 */
typedef struct
{
  char    *title;
  char    *body;
  gint64   created;
  gint64   published;
  gint64   updated;
  char   **labels;
  gboolean is_draft;
  char    *address;
  char    *origin;
  char    *blog;
  char    *file;
  unsigned line;
  char   **changes;
} KistPost;

KistPost *kist_post_new (const char *file, unsigned line);
void      kist_post_free (KistPost *self);
gint64    kist_post_get_time (const KistPost *self);
char     *kist_post_dup_fingerprint (const KistPost *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPost, kist_post_free)

G_END_DECLS
