#include "kist-zip-names.h"

#include <string.h>

#include "base/kist-error.h"

/* Longer than any file system takes for one name; and far longer than any author's path. */
#define MAX_COMPONENT 255
#define MAX_NAME 1024

struct _KistZipNames
{
  GHashTable *seen; /* (element-type utf8 utf8) (owned): each file and folder, folded, with how it was written */
};

/* A name as it may be shown: nothing of it can move the cursor or be endless. */
static char *
dup_shown (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, (gssize)strnlen (name, MAX_COMPONENT));

  for (char *p = valid; *p; p++)
    if (g_ascii_iscntrl (*p))
      *p = '?';
  return g_steal_pointer (&valid);
}

static gboolean
refuse (const char *name, const char *why, GError **error)
{
  g_autofree char *shown = dup_shown (name);

  g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "“%s” in the zip file %s.", shown, why);
  return FALSE;
}

static gboolean
check_name (const char *name, GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *composed = NULL;

  if (*name == '\0')
    return refuse (name, "has no name", error);
  if (!g_utf8_validate (name, -1, NULL))
    return refuse (name, "has a name that is not UTF-8", error);
  if (strlen (name) > MAX_NAME)
    return refuse (name, "has too long a name", error);
  if (*name == '/' || (g_ascii_isalpha (*name) && name[1] == ':'))
    return refuse (name, "has an absolute name, which could lead anywhere", error);
  for (const char *p = name; *p; p = g_utf8_next_char (p))
    if (*p == '\\' || g_unichar_iscntrl (g_utf8_get_char (p)))
      return refuse (name, "has a name with a “\\” or a control character", error);
  composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  if (!g_str_equal (composed, name))
    return refuse (name, "has an accent that is stored apart from its letter; type the name again", error);
  parts = g_strsplit (name, "/", -1);
  for (unsigned i = 0; parts[i]; i++)
    {
      if (g_str_equal (parts[i], "..") || g_str_equal (parts[i], ".") || *parts[i] == '\0')
        return refuse (name, "has a name that leads out of its folder, or to nothing", error);
      if (strlen (parts[i]) > MAX_COMPONENT)
        return refuse (name, "has too long a name", error);
    }
  return TRUE;
}

/* Two names that differ only in case or in how an accent is stored are one file on some disks. */
static char *
fold (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (composed, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

/* A folder is noted with a "/" behind it, so that a file of that name is seen to be another thing. */
static gboolean
add_path (KistZipNames *self, const char *path, gboolean is_folder, GError **error)
{
  g_autofree char *written = g_strconcat (path, is_folder ? "/" : NULL, NULL);
  char            *folded = fold (path);
  const char      *before = g_hash_table_lookup (self->seen, folded);

  if (!before)
    {
      g_hash_table_insert (self->seen, folded, g_steal_pointer (&written));
      return TRUE;
    }
  g_free (folded);
  if (is_folder && g_str_equal (before, written))
    return TRUE;
  return refuse (
      path, g_str_equal (before, written) ? "is there twice" : "differs only in case from another name in it", error);
}

/**
 * kist_zip_names_new:
 *
 * Returns: (transfer full): no names yet
 */
KistZipNames *
kist_zip_names_new (void)
{
  KistZipNames *self = g_new0 (KistZipNames, 1);

  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * kist_zip_names_free:
 * @self: (transfer full): names
 */
void
kist_zip_names_free (KistZipNames *self)
{
  g_hash_table_unref (self->seen);
  g_free (self);
}

/**
 * kist_zip_names_add:
 * @self: the names so far
 * @name: the next, as the zip has it
 * @is_folder: whether it is a folder's, which may end in "/"
 * @error: return location
 *
 * Returns: whether the name may be unpacked beside the others; else %KIST_ERROR_INVALID says why not
 */
gboolean
kist_zip_names_add (KistZipNames *self, const char *name, gboolean is_folder, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  path = g_strdup (name);
  if (is_folder && strlen (path) > 1 && g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  if (!check_name (path, error))
    return FALSE;
  for (char *slash = strchr (path, '/'); slash; slash = strchr (slash + 1, '/'))
    {
      gboolean is_new;

      *slash = '\0';
      is_new = add_path (self, path, TRUE, error);
      *slash = '/';
      if (!is_new)
        return FALSE;
    }
  return add_path (self, path, is_folder, error);
}
