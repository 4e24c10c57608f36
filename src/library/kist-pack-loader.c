#include "kist-pack-loader.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "content/kist-front-matter.h"

#define MAX_DEPTH 8
#define MANIFEST "pack.md"

typedef struct
{
  KistPack *pack;
  unsigned  n_files;
  guint64   n_bytes;
} Scan;

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  const char *const *a_name = a, *const *b_name = b;

  return strcmp (*a_name, *b_name);
}

/* The names in a folder in a fixed order, without those that editors, version control and desktops leave behind. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (*name != '.' && !g_str_has_suffix (name, "~"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  return names;
}

static void
add_error (KistPack *pack, const char *file, const char *hint, const char *message)
{
  g_autofree char *shown = g_filename_display_name (file);

  kist_report_add (pack->report, shown, 0, KIST_SEVERITY_ERROR, hint, "%s", message);
}

/* Notes every file below @relative ("" for the whole pack). Returns FALSE when the pack is over a cap. */
static gboolean
scan_folder (Scan *scan, const char *relative, unsigned depth)
{
  g_autofree char *folder = g_build_filename (scan->pack->folder, relative, NULL);
  g_autoptr (GPtrArray) names = list_names (folder);

  for (unsigned i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *file = *relative ? g_build_filename (relative, name, NULL) : g_strdup (name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         info;

      if (g_lstat (path, &info) != 0)
        continue;
      if (!g_utf8_validate (file, -1, NULL))
        add_error (scan->pack, file, "Rename it.", "This name is not UTF-8, so nothing can link to it.");
      else if (S_ISLNK (info.st_mode))
        add_error (scan->pack, file, "Put the file itself here.", "This is a link; links in a pack are not followed.");
      else if (S_ISDIR (info.st_mode))
        {
          if (depth >= MAX_DEPTH)
            add_error (scan->pack, file, "Move it up.", "Folders are nested too deeply here.");
          else if (!scan_folder (scan, file, depth + 1))
            return FALSE;
        }
      else if (S_ISREG (info.st_mode))
        {
          scan->n_bytes += info.st_size;
          if (++scan->n_files > KIST_PACK_MAX_FILES || scan->n_bytes > KIST_PACK_MAX_BYTES)
            return FALSE;
          g_hash_table_add (scan->pack->files, g_steal_pointer (&file));
        }
    }
  return TRUE;
}

static char *
read_text (KistPack *pack, const char *file)
{
  g_autofree char *path = g_build_filename (pack->folder, file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_hash_table_contains (pack->files, file))
    {
      add_error (pack, file, NULL, "This file does not exist, or is no plain file.");
      return NULL;
    }
  text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, &error);
  if (!text)
    add_error (pack, file,
               g_error_matches (error, KIST_ERROR, KIST_ERROR_TOO_LARGE) ? "Split it into two files."
               : g_error_matches (error, KIST_ERROR, KIST_ERROR_INVALID) ? "Save it again, with the encoding UTF-8."
                                                                         : NULL,
               error->message);
  return text;
}

/* What a broken Thing or pack calls itself, if that much can be read. */
static char *
peek_title (const char *text)
{
  g_autoptr (KistReport) ignored = kist_report_new ();
  g_autoptr (KistYaml) front = NULL;
  const char *body = NULL;
  unsigned    body_line = 1;

  front = text ? kist_front_matter_parse (text, MANIFEST, ignored, &body, &body_line) : NULL;
  return front ? g_strdup (kist_yaml_lookup_text (front, "title")) : NULL;
}

static const char *
find_same_id (KistPack *pack, KistPackKind kind, gpointer object)
{
  const char *id = kist_pack_kind_get_id (kind, object);

  for (unsigned i = 0; id && i < pack->parts[kind]->len; i++)
    {
      const KistPackPart *part = g_ptr_array_index (pack->parts[kind], i);

      if (g_str_equal (kist_pack_kind_get_id (kind, part->object), id))
        return part->file;
    }
  return NULL;
}

static void
load_part (KistPack *pack, KistPackKind kind, const char *file)
{
  unsigned         first = kist_report_get_n_findings (pack->report);
  g_autofree char *text = read_text (pack, file);
  g_autofree char *title = NULL;
  g_autoptr (GObject) object =
      text ? kist_pack_parse_part (kind, text, file, kist_manifest_get_id (pack->manifest), pack->report) : NULL;
  const char   *same = object ? find_same_id (pack, kind, object) : NULL;
  KistPackPart *part;

  if (same)
    kist_report_add (pack->report, file, 0, KIST_SEVERITY_ERROR, "Give each its own id.", "%s has the same id “%s”.",
                     same, kist_pack_kind_get_id (kind, object));
  if (!object || same)
    {
      title = kind == KIST_PACK_THING ? peek_title (text) : NULL;
      kist_pack_refuse (pack, file, title, first);
      return;
    }
  part = g_new0 (KistPackPart, 1);
  part->file = g_strdup (file);
  part->object = g_steal_pointer (&object);
  g_ptr_array_add (pack->parts[kind], part);
}

static void
load_kind (KistPack *pack, KistPackKind kind, GCancellable *cancellable)
{
  const char      *folder = kist_pack_kind_get_folder (kind), *suffix = kist_pack_kind_get_suffix (kind);
  g_autofree char *path = g_build_filename (pack->folder, folder, NULL);
  g_autoptr (GPtrArray) names = list_names (path);

  for (unsigned i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *file = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *own = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      gboolean         is_file = g_hash_table_contains (pack->files, file);

      if (!is_file && g_file_test (own, G_FILE_TEST_IS_DIR) && !g_file_test (own, G_FILE_TEST_IS_SYMLINK))
        kist_report_add (pack->report, file, 0, KIST_SEVERITY_WARNING, "Move its files up by one folder.",
                         "Folders in %s/ are not looked into.", folder);
      if (!is_file)
        continue;
      if (g_str_has_suffix (file, suffix))
        load_part (pack, kind, file);
      else
        kist_report_add (pack->report, file, 0, KIST_SEVERITY_NOTE, "Move it to media/, or take it away.",
                         "Files in %s/ end in %s; this one is not read.", folder, suffix);
    }
}

static void
check_target (KistPack *pack, KistThing *thing, KistStep *step)
{
  const char      *file = kist_thing_get_file (thing), *target = kist_step_get_target (step);
  unsigned         line = kist_step_get_line (step);
  unsigned         first = kist_report_get_n_findings (pack->report);
  g_autofree char *found = NULL;
  g_autofree char *folder = NULL;
  KistPackKind     kind;

  if (!target || !kist_pack_kind_of_step (kist_step_get_kind (step), &kind))
    return;
  found = kist_pack_resolve (file, target);
  folder = found ? g_path_get_dirname (found) : NULL;
  if (!found)
    kist_report_add (pack->report, file, line, KIST_SEVERITY_ERROR, "Put the file into the pack.",
                     "The link to “%s” leads out of the pack.", target);
  else if (!g_hash_table_contains (pack->files, found))
    kist_report_add (pack->report, file, line, KIST_SEVERITY_ERROR, "Is the name right, capitals and all?",
                     "The file %s, which this step needs, does not exist.", found);
  else if (!g_str_equal (folder, kist_pack_kind_get_folder (kind)))
    kist_report_add (pack->report, file, line, KIST_SEVERITY_ERROR, "Move it there, and mend the link.",
                     "The file %s is not in the folder %s/, so this step cannot use it.", found,
                     kist_pack_kind_get_folder (kind));
  else
    return; /* it can be used, or is refused with its own reason */
  kist_pack_refuse (pack, file, kist_step_get_title (step), first);
}

static gboolean
load_manifest (KistPack *pack)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  text = read_text (pack, MANIFEST);
  pack->manifest = text ? kist_manifest_parse (text, MANIFEST, pack->report) : NULL;
  if (pack->manifest)
    return TRUE;
  title = peek_title (text);
  kist_pack_refuse (pack, MANIFEST, title, 0);
  return FALSE;
}

/**
 * kist_pack_load:
 * @folder: a pack's folder
 * @shown: how the folder is shown in findings
 * @cancellable: (nullable): stops between two files; then the pack is incomplete
 *
 * Returns: (transfer full): the pack, without a manifest when all of it is refused
 */
KistPack *
kist_pack_load (const char *folder, const char *shown, GCancellable *cancellable)
{
  KistPack *pack = kist_pack_new (folder, shown);
  Scan      scan = { .pack = pack };

  if (!scan_folder (&scan, "", 0))
    {
      g_autofree char *message = g_strdup_printf ("The pack has more than %d files or %d MiB.", KIST_PACK_MAX_FILES,
                                                  KIST_PACK_MAX_BYTES >> 20);

      add_error (pack, MANIFEST, "Split it into two packs.", message);
      kist_pack_refuse (pack, MANIFEST, NULL, 0);
      return pack;
    }
  if (!load_manifest (pack))
    return pack;
  for (unsigned kind = 0; kind < KIST_PACK_N_KINDS; kind++)
    load_kind (pack, kind, cancellable);
  for (unsigned i = 0; i < pack->parts[KIST_PACK_THING]->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      KistThing *thing = KIST_THING (((KistPackPart *)g_ptr_array_index (pack->parts[KIST_PACK_THING], i))->object);

      for (unsigned k = 0; k < kist_thing_get_n_steps (thing); k++)
        check_target (pack, thing, kist_thing_get_step (thing, k));
    }
  return pack;
}

/**
 * kist_pack_find_folders:
 * @folder: a folder of the search path
 *
 * Returns: (transfer full) (element-type filename): @folder itself when it is a pack, else those of its sub-folders
 * that are, by name
 */
GPtrArray *
kist_pack_find_folders (const char *folder)
{
  GPtrArray       *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *own = g_build_filename (folder, MANIFEST, NULL);
  g_autoptr (GPtrArray) names = NULL;

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    {
      g_ptr_array_add (found, g_strdup (folder));
      return found;
    }
  names = list_names (folder);
  for (unsigned i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *manifest = g_build_filename (path, MANIFEST, NULL);

      if (g_file_test (manifest, G_FILE_TEST_EXISTS))
        g_ptr_array_add (found, g_steal_pointer (&path));
    }
  return found;
}
