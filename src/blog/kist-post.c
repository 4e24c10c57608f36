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

static void
add (GChecksum *checksum, const char *text)
{
  g_checksum_update (checksum, (const guchar *)(text ? text : ""), -1);
  g_checksum_update (checksum, (const guchar *)"\n", 1);
}

/**
 * kist_post_dup_fingerprint:
 * @self: a post
 *
 * What a post is known by when its blog is read again, after it was changed here or there: what its program calls it
 * where that is an address or a tag, which is the same nowhere else. A file's name is: "index.md" of one blog is not
 * "index.md" of another, so that the title and the day it was begun count too; and the text where there is not even a
 * name. It is a checksum, so that whoever keeps it keeps nothing of what the post says.
 *
 * Returns: (transfer full): the fingerprint, 64 letters and digits
 */
char *
kist_post_dup_fingerprint (const KistPost *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (self != NULL, NULL);

  add (checksum, self->origin);
  if (!self->origin || !g_uri_peek_scheme (self->origin))
    {
      g_autofree char *created = g_strdup_printf ("%" G_GINT64_FORMAT, self->created);

      add (checksum, self->blog);
      add (checksum, self->title);
      add (checksum, created);
      add (checksum, self->origin ? NULL : self->body);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
