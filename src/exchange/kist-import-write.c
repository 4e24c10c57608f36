#include <glib/gstdio.h>
#include <string.h>

#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-import-private.h"

#define MOST_NAMES 1000

/* What a new folder needs to be a pack. Who made it and under which licence nobody but the author knows. */
static char *
make_manifest (const char *title, const char *folder)
{
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *id = kist_text_to_id (name);
  g_autofree char *escaped = g_strescape (title, NULL);
  g_autofree char *plain = g_strcompress (escaped);
  g_autoptr (GString) quoted = g_string_new (NULL);

  for (const char *p = plain; *p; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, (unsigned char)*p < ' ' ? ' ' : *p);
    }
  return g_strdup_printf ("---\nid: %s\nversion: 0.1.0\ntitle: \"%s\"\nlanguage: en-GB\nlicence: Not said yet\n---\n"
                          "Imported. Say here what the pack is, for whom, and under which licence it may be used.\n",
                          id, quoted->str);
}

/* Writes a file that is not there yet, all of it or nothing. */
static gboolean
write_new (const char *path, GBytes *bytes, GError **error)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_file_set_contents_full (path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}

/* Returns (transfer full) (nullable): @path, or with a number before its ending, so that nothing in @folder has it. */
static char *
find_free (const char *folder, const char *path, GError **error)
{
  const char *dot = strrchr (path, '.');

  for (unsigned n = 1; n <= MOST_NAMES; n++)
    {
      g_autofree char *name = n == 1 ? g_strdup (path) : g_strdup_printf ("%.*s-%u%s", (int)(dot - path), path, n, dot);
      g_autofree char *whole = g_build_filename (folder, name, NULL);

      if (!g_file_test (whole, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&name);
    }
  g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "There are too many files called “%s” already.", path);
  return NULL;
}

/* Returns (transfer full) (nullable): the name of a picture, which others name: one that is there must be the same. */
static char *
find_same (const char *folder, const KistImportFile *file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file->path, NULL);
  g_autofree char *content = NULL;
  gsize            length;

  if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return g_strdup (file->path);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && g_file_get_contents (path, &content, &length, NULL) &&
      length == g_bytes_get_size (file->bytes) && memcmp (content, g_bytes_get_data (file->bytes, NULL), length) == 0)
    return g_strdup (file->path);
  g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "There is another picture called “%s” already.", file->path);
  return NULL;
}

static char *
write_file (const KistImportFile *file, const char *folder, GError **error)
{
  gboolean         is_picture = g_str_has_prefix (file->path, KIST_IMPORT_MEDIA_FOLDER "/");
  g_autofree char *name = is_picture ? find_same (folder, file, error) : find_free (folder, file->path, error);
  g_autofree char *path = name ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *parent = path ? g_path_get_dirname (path) : NULL;

  if (!path)
    return NULL;
  if (g_mkdir_with_parents (parent, 0755) != 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "The folder “%s” cannot be made: %s.", parent,
                   g_strerror (errno));
      return NULL;
    }
  return write_new (path, file->bytes, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * kist_import_write_files:
 * @files: (element-type KistImportFile): what to write
 * @title: the title of a new pack
 * @folder: a pack's folder, which is made where it is missing
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was written, below @folder
 */
char **
kist_import_write_files (GPtrArray *files, const char *title, const char *folder, GError **error)
{
  g_autoptr (GStrvBuilder) written = g_strv_builder_new ();
  g_autofree char *manifest = g_build_filename (folder, "pack.md", NULL);

  for (unsigned i = 0; i < files->len; i++)
    {
      char *name = write_file (g_ptr_array_index (files, i), folder, error);

      if (!name)
        return NULL;
      g_strv_builder_take (written, name);
    }
  if (!g_file_test (manifest, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      char *text = make_manifest (title, folder);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      if (!write_new (manifest, bytes, error))
        return NULL;
      g_strv_builder_add (written, "pack.md");
    }
  return g_strv_builder_end (written);
}

/**
 * kist_import_write_thing:
 * @self: an import that was written
 * @folder: the folder it was written to
 * @error: return location
 *
 * A scenario is met in a Thing: where the pack has none yet, one with the scenario in it is a beginning. Blocks.
 *
 * Returns: whether that was done, or there was nothing to do; else #KistError or #GFileError
 */
gboolean
kist_import_write_thing (KistImport *self, const char *folder, GError **error)
{
  g_autofree char *things = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;
  const char      *scenario = NULL;

  g_return_val_if_fail (KIST_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  things = g_build_filename (folder, "things", NULL);
  for (const char *const *written = kist_import_get_written (self); *written && !scenario; written++)
    if (g_str_has_suffix (*written, ".twee"))
      scenario = *written;
  if (!scenario || g_file_test (things, G_FILE_TEST_EXISTS))
    return TRUE;
  id = kist_text_to_id (kist_import_get_title (self));
  name = g_strconcat (id, ".md", NULL);
  path = g_build_filename (things, name, NULL);
  plain = g_strdelimit (g_strdup (kist_import_get_title (self)), "\"\\\n\r\t#{}", ' ');
  text = g_strdup_printf ("---\nid: %s\ntitle: \"%s\"\nminutes: 10\nlicence: Not said yet\n---\n"
                          "Say here why this matters at work.\n\n"
                          "## Decide: %s (10 min) {#decide}\n\n[%s](../%s)\n",
                          id, plain, plain, plain, scenario);
  return kist_disk_make_folder (things, error) &&
         g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}
