/* Pictures: semantics.json has them as {path, mime, …} below "content/", with "#tmp" behind the path of one that was
 * never saved. What they are is seen from what is in them, and only what every Kist can show is brought along. */
#include <string.h>

#include "archive/kist-zip.h"
#include "content/html/kist-markdown-escape.h"
#include "kist-h5p.h"

/* A page of Kist shows no larger file (kist-document-image.c); a pack holds 200 MiB of all. */
#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_ALL_BYTES (64 * 1024 * 1024)
#define MAX_PICTURES 200

/* Returns (nullable): the ending of the name of such a picture. No WebP: Debian 13 shows none without more packages. */
static const char *
find_suffix (GBytes *bytes)
{
  static const struct
  {
    const char *suffix;
    const char *start;
  } kinds[] = {
    { ".jpg", "\xff\xd8\xff" }, { ".png", "\x89PNG\r\n\x1a\n" }, { ".gif", "GIF87a" }, { ".gif", "GIF89a" }
  };
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length > strlen (kinds[i].start) && memcmp (data, kinds[i].start, strlen (kinds[i].start)) == 0)
      return kinds[i].suffix;
  return NULL;
}

/* Returns (nullable): why the picture under @path cannot be brought along; else @entry and @suffix are set. */
static const char *
find_picture (KistH5p *self, const char *path, const KistZipEntry **entry, const char **suffix)
{
  const char      *end = strstr (path, "#");
  g_autofree char *name = g_strdup_printf ("content/%.*s", (int)(end ? (gsize)(end - path) : strlen (path)), path);
  gpointer         found;

  if (!*path)
    return "no file is given";
  if (strstr (path, "://"))
    return "it stands on the web, and not in the package";
  if (!g_hash_table_lookup_extended (self->media, name, NULL, &found))
    return "it is not in the package, or no picture by its name";
  if (!found)
    return "it is larger than 16 MiB, or all together are larger than 64 MiB";
  *entry = found;
  *suffix = find_suffix ((*entry)->bytes);
  if (!*suffix)
    return "it is no JPEG, PNG or GIF";
  return self->n_pictures >= MAX_PICTURES ? "there are more than 200" : NULL;
}

/**
 * kist_h5p_is_picture:
 * @name: the path of an entry
 * @size: its size in bytes
 * @data: a #KistH5p
 *
 * Notes @name in @media where it is called like a picture.
 *
 * Returns: whether it is to be unpacked: the pictures so far are no larger than they may be
 */
gboolean
kist_h5p_is_picture (const char *name, guint64 size, gpointer data)
{
  static const char *const suffixes[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".bmp", ".tif" };
  KistH5p                 *self = data;
  g_autofree char         *lower = g_ascii_strdown (name, -1);
  gboolean                 is_picture = FALSE;

  for (unsigned i = 0; i < G_N_ELEMENTS (suffixes) && !is_picture; i++)
    is_picture = g_str_has_prefix (name, "content/") && g_str_has_suffix (lower, suffixes[i]);
  if (!is_picture)
    return FALSE;
  g_hash_table_insert (self->media, g_strdup (name), NULL);
  if (size > MAX_BYTES || self->n_media_bytes + size > MAX_ALL_BYTES)
    return FALSE;
  self->n_media_bytes += size;
  return TRUE;
}

/**
 * kist_h5p_take_picture:
 * @self: what is being read
 * @image: (nullable): {path, …}
 * @alt: what is to be seen on it, or "", as HTML
 *
 * Adds the picture to the files. What nobody said is not made up: a picture without words comes along without, and the
 * check of packs asks for them.
 *
 * Returns: (transfer full): the picture in Markdown; where it is left out, the words for it, or ""
 */
char *
kist_h5p_take_picture (KistH5p *self, JsonObject *image, const char *alt)
{
  const KistZipEntry *entry = NULL;
  const char         *suffix = NULL;
  const char         *why = find_picture (self, kist_h5p_get_text (image, "path"), &entry, &suffix);
  g_autofree char    *line = kist_h5p_dup_line (alt);
  g_autofree char    *words = kist_markdown_escape (line);
  g_autofree char    *path = NULL;

  if (why)
    {
      kist_account_add (self->account, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED, self->where,
                        "The picture is not brought along: %s.%s", why,
                        *line ? " The words that describe it are kept." : "");
      return g_steal_pointer (&words);
    }
  path = kist_source_take_picture (self->source, entry->bytes, *line ? line : self->draft->title, suffix);
  self->n_pictures++;
  if (*line)
    kist_account_add (self->account, KIST_IMPORT_MEDIA, KIST_IMPORT_KEPT, self->where, "The picture is “%s”.", path);
  else
    kist_account_add (self->account, KIST_IMPORT_MEDIA, KIST_IMPORT_CHANGED, self->where,
                      "The picture is “%s”, and nothing says what is to be seen on it: write that between the square "
                      "brackets before its name.",
                      path);
  return g_strdup_printf ("![%s](../%s)", words, path);
}
