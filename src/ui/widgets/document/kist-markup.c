#include "kist-markup.h"

#include <gio/gio.h>
#include <string.h>

static const char *const external_schemes[] = { "https", "http", "mailto" };

static const char *
external_scheme (const char *target)
{
  g_autofree char *scheme = g_uri_parse_scheme (target);

  for (gsize i = 0; scheme != NULL && i < G_N_ELEMENTS (external_schemes); i++)
    if (g_ascii_strcasecmp (scheme, external_schemes[i]) == 0)
      return external_schemes[i];
  return NULL;
}

/* A relative path that stays in its pack, or a "#place" in the same text. Every file of a pack with text in it lies one
 * folder deep, so one ".." may be left over. Anything with a colon before its first slash could be read as a scheme by
 * somebody, so it is no path. */
static gboolean
is_inside (const char *target)
{
  g_auto (GStrv) parts = NULL;
  int depth = 1;

  if (target[0] == '/' || strchr (target, '\\') != NULL || memchr (target, ':', strcspn (target, "/?#")) != NULL)
    return FALSE;

  parts = g_strsplit (target, "/", -1);
  for (gsize i = 0; parts[i] != NULL && depth >= 0; i++)
    if (g_str_equal (parts[i], ".."))
      depth--;
    else if (!g_str_equal (parts[i], ".") && parts[i][0] != '\0')
      depth++;
  return depth >= 0;
}

static void
append_text (GString *markup, const KistSpan *span)
{
  g_autofree char *text = g_markup_escape_text (span->text, -1);

  g_string_append (markup, span->style & KIST_STYLE_STRONG ? "<b>" : "");
  g_string_append (markup, span->style & KIST_STYLE_EMPHASIS ? "<i>" : "");
  g_string_append (markup, span->style & KIST_STYLE_STRIKE ? "<s>" : "");
  g_string_append (markup, span->style & KIST_STYLE_CODE ? "<tt>" : "");
  g_string_append (markup, text);
  g_string_append (markup, span->style & KIST_STYLE_CODE ? "</tt>" : "");
  g_string_append (markup, span->style & KIST_STYLE_STRIKE ? "</s>" : "");
  g_string_append (markup, span->style & KIST_STYLE_EMPHASIS ? "</i>" : "");
  g_string_append (markup, span->style & KIST_STYLE_STRONG ? "</b>" : "");
}

static void
open_link (GString *markup, const char *target)
{
  g_autofree char *escaped = g_markup_escape_text (target, -1);

  /* The title becomes a tooltip: where one would be sent is to be seen before one goes. */
  if (kist_markup_is_external (target))
    g_string_append_printf (markup, "<a href=\"%s\" title=\"%s\">", escaped, escaped);
  else
    g_string_append_printf (markup, "<a href=\"%s\">", escaped);
}

/**
 * kist_markup_is_external:
 * @target: where a link goes
 *
 * Returns: whether @target leaves the application: a web address or an e-mail address
 */
gboolean
kist_markup_is_external (const char *target)
{
  g_return_val_if_fail (target != NULL, FALSE);

  return external_scheme (target) != NULL;
}

/**
 * kist_markup_is_link:
 * @target: where a link goes, as its author wrote it
 *
 * Returns: whether @target may become a link: "http:", "https:", "mailto:", a path inside the pack, or "#id". All
 *   else ("javascript:", "file:", "data:", absolute paths, "..") is shown as plain text
 */
gboolean
kist_markup_is_link (const char *target)
{
  g_return_val_if_fail (target != NULL, FALSE);

  if (target[0] == '\0' || !g_utf8_validate (target, -1, NULL))
    return FALSE;
  for (const char *p = target; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || *p == ' ')
      return FALSE;
  return external_scheme (target) != NULL || is_inside (target);
}

/**
 * kist_markup_from_spans:
 * @spans: (element-type KistSpan) (nullable): text, style, link
 * @links: (element-type int) (nullable): where the links begin is appended, in characters of the text
 *
 * Returns: (transfer full): Pango markup with the links of gtk_label_set_markup(); empty for %NULL
 */
char *
kist_markup_from_spans (GPtrArray *spans, GArray *links)
{
  GString    *markup = g_string_new (NULL);
  const char *open =
      NULL; /* the target of the link that we are in: a link with a bold word in it is more than one span */
  int n_chars = 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (spans, i);
      const char     *target = span->target != NULL && kist_markup_is_link (span->target) ? span->target : NULL;

      if (g_strcmp0 (open, target) != 0)
        {
          g_string_append (markup, open != NULL ? "</a>" : "");
          if (target != NULL)
            open_link (markup, target);
          if (target != NULL && links != NULL)
            g_array_append_val (links, n_chars);
          open = target;
        }
      append_text (markup, span);
      n_chars += (int)g_utf8_strlen (span->text, -1);
    }
  g_string_append (markup, open != NULL ? "</a>" : "");
  return g_string_free (markup, FALSE);
}

/**
 * kist_markup_dup_path:
 * @folder: (nullable): the folder of the file that the image is named in
 * @target: an image's path, as its author wrote it
 *
 * Returns: (transfer full) (nullable): the path of the file, or %NULL when @target does not lie in the same pack
 */
char *
kist_markup_dup_path (const char *folder, const char *target)
{
  g_return_val_if_fail (target != NULL, NULL);

  if (folder == NULL || target[0] == '#' || external_scheme (target) != NULL || !kist_markup_is_link (target))
    return NULL;
  return g_build_filename (folder, target, NULL);
}
