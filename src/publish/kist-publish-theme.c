#include "kist-publish-theme.h"

#include <gio/gio.h>

#include "kist-publish-resource.h"

/* The first one is taken when nobody chose. */
static const KistPublishTheme themes[] = { { "plain" }, { "paper" }, { "bold" } };

static void
append_resource (GString *out, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/scot/kist/publish/%s.css", name);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (kist_publish_get_resource (), path, 0, NULL);

  g_string_append_len (out, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
}

/**
 * kist_publish_theme_get:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): a theme, which lives as long as the program; %NULL behind the last one
 */
const KistPublishTheme *
kist_publish_theme_get (unsigned index)
{
  return index < G_N_ELEMENTS (themes) ? &themes[index] : NULL;
}

/**
 * kist_publish_theme_find:
 * @id: (nullable): an id, perhaps of no theme
 *
 * Returns: (transfer none) (nullable): the theme
 */
const KistPublishTheme *
kist_publish_theme_find (const char *id)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i].id, id) == 0)
      return &themes[i];
  return NULL;
}

/**
 * kist_publish_theme_dup_style:
 * @self: (nullable): a theme; %NULL for the first one
 *
 * Returns: (transfer full): what stands in the page's style element, to the byte: its hash is in the policy
 */
char *
kist_publish_theme_dup_style (const KistPublishTheme *self)
{
  g_autofree char *name = g_strdup_printf ("theme-%s", self ? self->id : themes[0].id);
  GString         *out = g_string_new ("\n");

  append_resource (out, name);
  append_resource (out, "page");
  return g_string_free (out, FALSE);
}

/* As Content Security Policy Level 3, 2.3.1, names a text that may stand in a page. */
static void
append_hash (GString *out, const char *style)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8           digest[32];
  gsize            length = sizeof digest;
  g_autofree char *encoded = NULL;

  g_checksum_update (checksum, (const guchar *)style, -1);
  g_checksum_get_digest (checksum, digest, &length);
  encoded = g_base64_encode (digest, length);
  g_string_append_printf (out, " 'sha256-%s'", encoded);
}

/**
 * kist_publish_theme_dup_policy:
 * @pictures: (nullable): from where pictures may come, as the policy has it; %NULL for nowhere
 *
 * Nothing may be fetched and nothing may run; of styles there are ours and no other, also none in an attribute.
 *
 * Returns: (transfer full): the Content Security Policy of every page, whatever its theme
 */
char *
kist_publish_theme_dup_policy (const char *pictures)
{
  GString *out = g_string_new ("default-src 'none'; ");

  if (pictures)
    g_string_append_printf (out, "img-src %s; ", pictures);
  g_string_append (out, "style-src");
  for (unsigned i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autofree char *style = kist_publish_theme_dup_style (&themes[i]);

      append_hash (out, style);
    }
  g_string_append (out, "; base-uri 'none'; form-action 'none'");
  return g_string_free (out, FALSE);
}
