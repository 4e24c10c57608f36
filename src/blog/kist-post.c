#include "kist-post.h"

/**
 * kist_post_new:
 * @file: the file it stands in, as it should be shown
 * @line: where it begins, from 1
 *
 * Returns: (transfer full): a post that says nothing yet
 */
KistPost *
kist_post_new (const char *file, unsigned line)
{
  KistPost *self = g_new0 (KistPost, 1);

  self->title = g_strdup ("");
  self->body = g_strdup ("");
  self->labels = g_new0 (char *, 1);
  self->changes = g_new0 (char *, 1);
  self->file = g_strdup (file);
  self->line = line;
  return self;
}

/**
 * kist_post_free:
 * @self: (transfer full) (nullable): a post
 */
void
kist_post_free (KistPost *self)
{
  if (!self)
    return;
  g_free (self->title);
  g_free (self->body);
  g_strfreev (self->labels);
  g_free (self->address);
  g_free (self->origin);
  g_free (self->blog);
  g_free (self->file);
  g_strfreev (self->changes);
  g_free (self);
}

/**
 * kist_post_get_time:
 * @self: a post
 *
 * Returns: the day to show it under, in microseconds since 1970 UTC: when it was published, else begun, else changed; 0
 *   when none of them is known
 */
gint64
kist_post_get_time (const KistPost *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->published ? self->published : self->created ? self->created : self->updated;
}
