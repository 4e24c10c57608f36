#include "kist-import.h"

#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-import-private.h"

struct _KistImport
{
  GObject parent_instance;

  char        *title;   /* (owned) */
  const char  *format;  /* (unowned): static */
  GPtrArray   *files;   /* (element-type KistImportFile) (owned) */
  KistAccount *account; /* (owned) */
  char       **written; /* (owned): paths below the folder, once written */
};

G_DEFINE_FINAL_TYPE (KistImport, kist_import, G_TYPE_OBJECT)

typedef struct
{
  const char *name;
  gboolean    (*is) (const KistSource *source);
  gboolean    (*read) (KistSource *source, GError **error);
} Format;

static void
file_free (KistImportFile *file)
{
  g_free (file->path);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* Whether @word stands at the beginning of a line. */
static gboolean
has_line (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = text; (p = strstr (p, word)); p += length)
    if (p == text || p[-1] == '\n')
      return TRUE;
  return FALSE;
}

static gboolean
is_zip (const KistSource *source)
{
  return !source->text;
}

static gboolean
is_html (const KistSource *source)
{
  return source->text && strcasestr (source->text, "<tw-storydata");
}

static gboolean
is_json (const KistSource *source)
{
  return source->text && source->text[strspn (source->text, " \t\n")] == '{' && strstr (source->text, "\"passages\"");
}

static gboolean
is_twee (const KistSource *source)
{
  return source->text && has_line (source->text, "::");
}

/* Asked in this order, by what is in the file and not by its name. */
static const Format formats[] = {
  { "H5P Branching Scenario", is_zip, kist_import_read_h5p },
  { "Twine 2 HTML", is_html, kist_import_read_html },
  { "Twine 2 JSON", is_json, kist_import_read_json },
  { "Moodle XML", kist_import_is_moodle_xml, kist_import_read_moodle_xml },
  { "GIFT", kist_import_is_gift, kist_import_read_gift },
  { "Twee 3", is_twee, kist_import_read_twee },
  { "Aiken", kist_import_is_aiken, kist_import_read_aiken },
};

static char *
name_of (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot && dot > name)
    *dot = '\0';
  if (!g_utf8_validate (name, -1, NULL))
    g_set_str (&name, "imported");
  return name;
}

static gboolean
read_source (KistImport *self, KistSource *source, GError **error)
{
  gsize       length;
  const char *bytes = g_bytes_get_data (source->bytes, &length);

  if (length < 4 || memcmp (bytes, "PK\003\004", 4) != 0)
    {
      source->text = kist_text_normalise (bytes, length, error);
      if (!source->text)
        return FALSE;
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].is (source))
      {
        self->format = formats[i].name;
        return formats[i].read (source, error);
      }
  g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "This is in no format that Kist can import.");
  return FALSE;
}

static void
kist_import_finalize (GObject *object)
{
  KistImport *self = KIST_IMPORT (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->account, kist_account_free);
  g_clear_pointer (&self->written, g_strfreev);
  G_OBJECT_CLASS (kist_import_parent_class)->finalize (object);
}

static void
kist_import_class_init (KistImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_import_finalize;
}

static void
kist_import_init (KistImport *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)file_free);
  self->account = kist_account_new ();
  self->written = g_new0 (char *, 1);
}

/**
 * kist_import_read:
 * @path: a file
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Reads a file in any foreign format, which is found by what is in it. Blocks; any thread. What comes from outside is
 * capped in size, depth and count.
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL with #KistError or #GIOErrorEnum; a #KistError does not
 *   name @path
 */
KistImport *
kist_import_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = kist_import_load (path, cancellable, error);
  if (!bytes)
    return NULL;
  name = name_of (path);
  return kist_import_read_bytes (bytes, name, cancellable, error);
}

/**
 * kist_import_read_bytes:
 * @bytes: a whole file
 * @name: what to call what has no title
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Reads what is in memory already; see kist_import_read().
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL with #KistError or #GIOErrorEnum
 */
KistImport *
kist_import_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (KistImport) self = g_object_new (KIST_TYPE_IMPORT, NULL);
  KistSource source = { .bytes = bytes, .cancellable = cancellable, .account = self->account, .files = self->files };
  gboolean   is_read;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  source.name = g_strdup (name);
  is_read = read_source (self, &source, error);
  self->title = source.title ? source.title : g_strdup (name);
  g_free (source.text);
  g_free (source.name);
  if (!is_read || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kist_import_get_title:
 * @self: an import
 *
 * Returns: (transfer none): what the first part of it is called, else the file's name
 */
const char *
kist_import_get_title (KistImport *self)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), NULL);

  return self->title;
}

/**
 * kist_import_get_format:
 * @self: an import
 *
 * Returns: (transfer none): the name of its format: "Twine 2 HTML"
 */
const char *
kist_import_get_format (KistImport *self)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), NULL);

  return self->format;
}

/**
 * kist_import_get_n_files:
 * @self: an import
 *
 * Returns: how many files of a pack came out of it
 */
unsigned
kist_import_get_n_files (KistImport *self)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), 0);

  return self->files->len;
}

/**
 * kist_import_get_file:
 * @self: an import
 * @index: less than kist_import_get_n_files()
 *
 * Returns: (transfer none): the file, which lives as long as the import
 */
const KistImportFile *
kist_import_get_file (KistImport *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), NULL);
  g_return_val_if_fail (index < self->files->len, NULL);

  return g_ptr_array_index (self->files, index);
}

/**
 * kist_import_get_n_items:
 * @self: an import
 *
 * Returns: how many parts of the source are accounted for
 */
unsigned
kist_import_get_n_items (KistImport *self)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), 0);

  return kist_account_get_n_items (self->account);
}

/**
 * kist_import_get_item:
 * @self: an import
 * @index: less than kist_import_get_n_items()
 *
 * Returns: (transfer none): what became of one part, which lives as long as the import
 */
const KistImportItem *
kist_import_get_item (KistImport *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), NULL);

  return kist_account_get_item (self->account, index);
}

/**
 * kist_import_count:
 * @self: an import
 * @kind: what to count
 * @fate: of what fate
 *
 * Returns: how many parts of that kind met that fate
 */
unsigned
kist_import_count (KistImport *self, KistImportKind kind, KistImportFate fate)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), 0);

  return kist_account_count (self->account, kind, fate);
}

/**
 * kist_import_is_clean:
 * @self: an import
 *
 * Returns: whether nothing was changed or dropped
 */
gboolean
kist_import_is_clean (KistImport *self)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), FALSE);

  for (unsigned kind = 0; kind < KIST_IMPORT_N_KINDS; kind++)
    if (kist_account_count (self->account, kind, KIST_IMPORT_CHANGED) > 0 ||
        kist_account_count (self->account, kind, KIST_IMPORT_DROPPED) > 0)
      return FALSE;
  return TRUE;
}

/**
 * kist_import_write:
 * @self: an import
 * @folder: a pack's folder; one that is not there is made, with a pack.md
 * @error: return location
 *
 * Writes each file as a whole or not at all, and over no other: where a name is taken it is given a number. Blocks.
 *
 * Returns: whether all was written; else #KistError or #GFileError
 */
gboolean
kist_import_write (KistImport *self, const char *folder, GError **error)
{
  char **written;

  g_return_val_if_fail (KIST_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  written = kist_import_write_files (self->files, self->title, folder, error);
  if (!written)
    return FALSE;
  g_strfreev (self->written);
  self->written = written;
  return TRUE;
}

/**
 * kist_import_get_written:
 * @self: an import
 *
 * Returns: (transfer none) (array zero-terminated=1): what the last kist_import_write() wrote, below its folder
 */
const char *const *
kist_import_get_written (KistImport *self)
{
  g_return_val_if_fail (KIST_IS_IMPORT (self), NULL);

  return (const char *const *)self->written;
}
