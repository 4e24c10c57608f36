#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-import-private.h"

/* Of a picture's name: as much as one can read. */
#define LONGEST_START 40

static gboolean
is_picture (const KistImportFile *file)
{
  return g_str_has_prefix (file->path, KIST_IMPORT_MEDIA_FOLDER "/");
}

/**
 * kist_source_take_file:
 * @self: a source
 * @folder: a folder of packs, "scenarios"
 * @title: what it is called, of which its name is made
 * @suffix: the ending of its name, ".twee"
 * @text: (transfer full): what stands in it
 *
 * Adds a file, under a name that no other has.
 */
void
kist_source_take_file (KistSource *self, const char *folder, const char *title, const char *suffix, char *text)
{
  g_autofree char *id = kist_text_to_id (title);
  KistImportFile  *file = g_new0 (KistImportFile, 1);
  gboolean         is_free = FALSE;
  unsigned         place = 0;

  for (unsigned n = 1; !is_free; n++)
    {
      g_free (file->path);
      file->path = n == 1 ? g_strdup_printf ("%s/%s%s", folder, id, suffix)
                          : g_strdup_printf ("%s/%s-%u%s", folder, id, n, suffix);
      is_free = TRUE;
      for (unsigned i = 0; i < self->files->len && is_free; i++)
        is_free = !g_str_equal (((KistImportFile *)g_ptr_array_index (self->files, i))->path, file->path);
    }
  file->bytes = g_bytes_new_take (text, strlen (text));
  /* Pictures stand behind what shows them. */
  while (place < self->files->len && !is_picture (g_ptr_array_index (self->files, place)))
    place++;
  g_ptr_array_insert (self->files, (int)place, file);
}

/**
 * kist_source_take_picture:
 * @self: a source
 * @bytes: a picture
 * @words: what is to be seen on it, or what it belongs to
 * @suffix: the ending of its name, ".png"
 *
 * Adds a picture, once. Texts name it, so that it must not be given another name where that one is taken: the name is
 * made of what is in it too, and whatever has it in a pack already is the same picture.
 *
 * Returns: (transfer full): its path in the pack, "media/the-wet-floor-1f3a90c2b7d4.png"
 */
char *
kist_source_take_picture (KistSource *self, GBytes *bytes, const char *words, const char *suffix)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *start = kist_text_to_id (words);
  g_autofree char *path = NULL;
  KistImportFile  *file;

  start[MIN (strlen (start), LONGEST_START)] = '\0';
  path = g_strdup_printf (KIST_IMPORT_MEDIA_FOLDER "/%s-%.12s%s", start, hash, suffix);
  for (unsigned i = 0; i < self->files->len; i++)
    if (g_str_equal (((KistImportFile *)g_ptr_array_index (self->files, i))->path, path))
      return g_steal_pointer (&path);
  file = g_new0 (KistImportFile, 1);
  file->path = g_strdup (path);
  file->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->files, file);
  return g_steal_pointer (&path);
}

/**
 * kist_source_take_draft:
 * @self: a source
 * @draft: a settled draft
 * @error: return location
 *
 * Adds a draft as a scenario.
 *
 * Returns: whether it is no larger than a scenario may be
 */
gboolean
kist_source_take_draft (KistSource *self, KistDraft *draft, GError **error)
{
  g_autofree char *text = kist_draft_to_twee (draft);

  if (strlen (text) > KIST_TEXT_MAX_BYTES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "As a scenario it would be larger than %d MiB.",
                   KIST_TEXT_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (!self->title)
    self->title = g_strdup (draft->title);
  kist_source_take_file (self, "scenarios", draft->title, ".twee", g_steal_pointer (&text));
  return TRUE;
}
