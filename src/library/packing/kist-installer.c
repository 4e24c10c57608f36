#include "kist-installer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "archive/kist-zip.h"
#include "base/kist-disk.h"
#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-pack-index.h"
#include "library/kist-pack-check.h"
#include "library/kist-pack-loader.h"

/* Names that begin with a dot are no packs to whoever loads the folder. */
#define NEW ".new-"
#define REMOVED ".removed-"

static char *
dup_place (const char *packs, const char *prefix, const char *id)
{
  g_autofree char *name = g_strconcat (prefix, id, NULL);

  return g_build_filename (packs, name, NULL);
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);
  int         file = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  int         number = 0;

  if (file < 0)
    return kist_disk_fail (errno, path, error);
  while (length > 0 && number == 0)
    {
      ssize_t n = write (file, data, length);

      if (n < 0 && errno != EINTR)
        number = errno;
      else if (n > 0)
        {
          data += n;
          length -= (gsize)n;
        }
    }
  if (close (file) < 0 && number == 0)
    number = errno;
  return number == 0 ? TRUE : kist_disk_fail (number, path, error);
}

static gboolean
unpack (GPtrArray *entries, const char *folder, GCancellable *cancellable, GError **error)
{
  if (!kist_disk_make_folder (folder, error))
    return FALSE;
  for (unsigned i = 0; i < entries->len; i++)
    {
      const KistZipEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char    *path = g_build_filename (folder, entry->name, NULL);
      g_autofree char    *parent = g_path_get_dirname (path);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !kist_disk_make_folder (parent, error) ||
          !write_file (path, entry->bytes, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check (const char *folder, const char *id, KistReport *report, GError **error)
{
  g_autoptr (KistReport) found = kist_report_new ();

  if (!kist_pack_check (folder, found, error))
    return FALSE;
  for (unsigned i = 0; i < kist_report_get_n_findings (found); i++)
    {
      const KistFinding *finding = kist_report_get_finding (found, i);
      const char        *file = finding->file;

      if (g_str_has_prefix (file, folder) && file[strlen (folder)] == '/')
        file += strlen (folder) + 1;
      kist_report_add_at (report, file, finding->line, finding->column, finding->severity, finding->hint, "%s",
                          finding->message);
    }
  if (kist_report_count (found, KIST_SEVERITY_ERROR) == 0)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "The pack “%s” has errors, so it is not installed.", id);
  return FALSE;
}

static KistInstalled *
describe (const char *folder, const char *id, GError **error)
{
  g_autoptr (KistPack) pack = kist_pack_load (folder, id, NULL);
  KistInstalled *installed;

  if (!pack->manifest || !g_str_equal (kist_manifest_get_id (pack->manifest), id))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT,
                   "pack.md and pack.json in the file name different packs; ask for the pack again.");
      return NULL;
    }
  installed = g_new0 (KistInstalled, 1);
  installed->id = g_strdup (id);
  installed->title = g_strdup (kist_manifest_get_title (pack->manifest));
  installed->version = g_strdup (kist_manifest_get_version (pack->manifest));
  if (pack->parts[KIST_PACK_THING]->len > 0)
    {
      const KistPackPart *first = g_ptr_array_index (pack->parts[KIST_PACK_THING], 0);

      installed->first_thing = g_strdup (kist_thing_get_key (KIST_THING (first->object)));
    }
  return installed;
}

static char *
dup_version (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "pack.md", NULL);
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, NULL);
  g_autoptr (KistReport) ignored = kist_report_new ();
  g_autoptr (KistManifest) manifest = text ? kist_manifest_parse (text, "pack.md", ignored) : NULL;

  return manifest ? g_strdup (kist_manifest_get_version (manifest)) : NULL;
}

static KistInstalled *
install_entries (GPtrArray    *entries,
                 const char   *id,
                 const char   *packs,
                 KistReport   *report,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autofree char *fresh = dup_place (packs, NEW, id);
  g_autofree char *place = g_build_filename (packs, id, NULL);
  g_autofree char *replaced = dup_version (place);
  g_autoptr (KistInstalled) installed = NULL;
  gboolean is_there;

  kist_disk_remove_folder (fresh);
  if (unpack (entries, fresh, cancellable, error) && check (fresh, id, report, error))
    installed = describe (fresh, id, error);
  is_there = installed && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             kist_disk_put_folder (fresh, place, error);
  /* What was not wanted, or what stood there before. */
  kist_disk_remove_folder (fresh);
  if (!is_there)
    return NULL;
  installed->replaced = g_steal_pointer (&replaced);
  return g_steal_pointer (&installed);
}

/**
 * kist_installer_install:
 * @file: a .things file
 * @packs: the folder of the person's packs, which is made when it is not there
 * @report: where the check's findings go, with files as the pack names them
 * @cancellable: (nullable): stops between two files, and leaves things as they were
 * @error: return location
 *
 * The zip is within its caps, its files are those of its pack.json, and the check finds no error; or nothing happens.
 *
 * Returns: (transfer full) (nullable): what is installed now
 */
KistInstalled *
kist_installer_install (const char   *file,
                        const char   *packs,
                        KistReport   *report,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (file != NULL && packs != NULL && KIST_IS_REPORT (report), NULL);

  bytes = kist_zip_load (file, cancellable, error);
  entries = bytes ? kist_zip_read (bytes, error) : NULL;
  g_clear_pointer (&bytes, g_bytes_unref);
  if (!entries || !kist_pack_index_verify (entries, &id, error))
    return NULL;
  return install_entries (entries, id, packs, report, cancellable, error);
}

/**
 * kist_installer_remove:
 * @packs: the folder of the person's packs
 * @id: a pack's id
 * @error: return location
 *
 * Takes the pack away, until kist_installer_restore() or for good with kist_installer_tidy().
 *
 * Returns: whether it is away
 */
gboolean
kist_installer_remove (const char *packs, const char *id, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *away = NULL;

  g_return_val_if_fail (packs != NULL && kist_text_is_id (id), FALSE);

  place = g_build_filename (packs, id, NULL);
  away = dup_place (packs, REMOVED, id);
  if (g_file_test (away, G_FILE_TEST_EXISTS) && g_file_test (place, G_FILE_TEST_EXISTS))
    kist_disk_remove_folder (away);
  return kist_disk_rename (place, away, error);
}

/**
 * kist_installer_restore:
 * @packs: the folder of the person's packs
 * @id: the id of a pack that was removed
 * @error: return location
 *
 * Returns: whether it is back
 */
gboolean
kist_installer_restore (const char *packs, const char *id, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *away = NULL;

  g_return_val_if_fail (packs != NULL && kist_text_is_id (id), FALSE);

  place = g_build_filename (packs, id, NULL);
  away = dup_place (packs, REMOVED, id);
  return kist_disk_rename (away, place, error);
}

/**
 * kist_installer_tidy:
 * @packs: the folder of the person's packs, which need not exist
 *
 * Ends what was begun: removes for good what was removed, what a crash left half unpacked, and puts back what one left
 * aside (see kist_disk_put_folder()). For the start, while nothing else uses the folder.
 */
void
kist_installer_tidy (const char *packs)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_return_if_fail (packs != NULL);

  folder = g_dir_open (packs, 0, NULL);
  while (folder && (name = g_dir_read_name (folder)))
    g_ptr_array_add (names, g_strdup (name));
  for (unsigned i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (packs, g_ptr_array_index (names, i), NULL);
      g_autofree char *id = g_str_has_suffix (path, ".old") ? g_strndup (path, strlen (path) - 4) : NULL;

      name = g_ptr_array_index (names, i);
      if (g_str_has_prefix (name, NEW) || g_str_has_prefix (name, REMOVED))
        kist_disk_remove_folder (path);
      else if (id && !g_file_test (id, G_FILE_TEST_EXISTS))
        kist_disk_rename (path, id, NULL);
    }
}

/**
 * kist_installed_free:
 * @installed: (transfer full): what is installed
 */
void
kist_installed_free (KistInstalled *installed)
{
  g_free (installed->id);
  g_free (installed->title);
  g_free (installed->version);
  g_free (installed->replaced);
  g_free (installed->first_thing);
  g_free (installed);
}
