#include "kist-image-alt.h"

#include <string.h>

/* How cameras and telephones begin the names that they give; a number follows. */
static const char *const camera_names[] = { "img", "dsc", "dscn", "dscf", "pxl", "p", "image", "photo", "screenshot" };

static const char *const extensions[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp", ".tif", ".tiff" };

/* What says no more than that there is a picture. */
static const char *const kinds[] = {
  "image",     "picture",     "photo",    "photograph",   "graphic",          "screenshot",
  "an image",  "a picture",   "a photo",  "a photograph", "a graphic",        "a screenshot",
  "the image", "the picture", "my photo", "alt text",     "alternative text",
};

static gboolean
has_extension (const char *alt)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_str_has_suffix (alt, extensions[i]))
      return TRUE;
  return FALSE;
}

/* "IMG_2034", "Screenshot from 2026-11-22": such a word, and besides it nothing but signs and numbers. */
static gboolean
is_camera_name (const char *alt)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (camera_names); i++)
    {
      const char *rest = alt + strlen (camera_names[i]);

      if (!g_str_has_prefix (alt, camera_names[i]))
        continue;
      rest += g_str_has_prefix (rest, " from") ? strlen (" from") : 0;
      if (strpbrk (rest, "0123456789") && strspn (rest, "0123456789-_.:() ") == strlen (rest))
        return TRUE;
    }
  return FALSE;
}

/* Returns (transfer full): @name without an ending, in small letters. */
static char *
dup_stem (const char *name)
{
  g_autofree char *small = g_utf8_strdown (name, -1);
  char            *dot = strrchr (small, '.');

  if (dot && dot > small)
    *dot = '\0';
  return g_steal_pointer (&small);
}

/**
 * kist_image_alt_judge:
 * @alt: the words, in UTF-8
 * @file_name: (nullable): what the picture's file is called, in UTF-8
 *
 * Returns: what is wrong with them, if anything is
 */
KistImageAlt
kist_image_alt_judge (const char *alt, const char *file_name)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *small = NULL;
  g_autofree char *stem = NULL;

  g_return_val_if_fail (alt != NULL, KIST_IMAGE_ALT_EMPTY);

  trimmed = g_strstrip (g_strdup (alt));
  if (*trimmed == '\0')
    return KIST_IMAGE_ALT_EMPTY;
  if (g_utf8_strlen (trimmed, -1) > KIST_IMAGE_ALT_MAX)
    return KIST_IMAGE_ALT_LONG;
  small = g_utf8_strdown (trimmed, -1);
  stem = file_name ? dup_stem (file_name) : NULL;
  if (has_extension (small) || is_camera_name (small))
    return KIST_IMAGE_ALT_FILE_NAME;
  if (g_str_has_suffix (small, "."))
    small[strlen (small) - 1] = '\0';
  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (small, kinds[i]))
      return KIST_IMAGE_ALT_KIND;
  return stem && g_str_equal (small, stem) ? KIST_IMAGE_ALT_FILE_NAME : KIST_IMAGE_ALT_GOOD;
}
