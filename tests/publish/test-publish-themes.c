/* How web pages look: every colour of every theme is told from what is behind it (WCAG 2.2, 1.4.3 and 1.4.11), and the
 * policy of a page lets in its own style and no other. */
#include "publish-fixture.h"

#include <math.h>
#include <string.h>

#include "publish/kist-publish-theme.h"

/* A part of a colour, as WCAG 2.2 defines relative luminance. */
static double
to_linear (guint64 part)
{
  double value = (double)part / 255;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const char *colour)
{
  guint64 rgb = g_ascii_strtoull (colour + 1, NULL, 16);

  return 0.2126 * to_linear (rgb >> 16) + 0.7152 * to_linear ((rgb >> 8) & 255) + 0.0722 * to_linear (rgb & 255);
}

static void
assert_contrast (const char *block, const char *front, const char *back, double least)
{
  g_autofree char *front_name = g_strdup_printf ("--%s: #", front);
  g_autofree char *back_name = g_strdup_printf ("--%s: #", back);
  const char      *one = strstr (block, front_name), *other = strstr (block, back_name);
  double           a, b, contrast;

  g_assert_true (one != NULL && other != NULL);
  a = luminance (one + strlen (front_name) - 1);
  b = luminance (other + strlen (back_name) - 1);
  contrast = (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
  g_test_message ("%s on %s: %.2f", front, back, contrast);
  g_assert_cmpfloat (contrast, >=, least);
}

static void
assert_legible (const char *block)
{
  static const char *const inks[] = { "ink", "quiet", "accent" };

  for (unsigned i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      assert_contrast (block, inks[i], "paper", 4.5);
      assert_contrast (block, inks[i], "tint", 4.5);
    }
  assert_contrast (block, "line", "paper", 3);
}

/* Black on white is 21, the grey #767676 the lightest that passes 4.5. */
static void
test_contrast_is_measured_as_defined (void)
{
  assert_contrast ("--ink: #000000; --paper: #ffffff;", "ink", "paper", 20.99);
  assert_contrast ("--ink: #767676; --paper: #ffffff;", "ink", "paper", 4.5);
  g_assert_cmpfloat ((1.05) / (luminance ("#777777") + 0.05), <, 4.5);
}

static void
test_every_theme_is_legible (void)
{
  const KistPublishTheme *theme;

  for (unsigned i = 0; (theme = kist_publish_theme_get (i)); i++)
    {
      g_autofree char *style = kist_publish_theme_dup_style (theme);
      char            *print = strstr (style, "@media print");
      g_auto (GStrv) blocks = NULL;
      unsigned n_blocks = 0;

      g_assert_nonnull (print);
      *print = '\0';
      blocks = g_strsplit (style, "}", -1);
      for (unsigned j = 0; blocks[j]; j++)
        {
          gboolean is_root = strstr (blocks[j], ":root {") != NULL;

          /* Every colour is named in :root, where it is measured. */
          g_assert_true (is_root || !strchr (blocks[j], '#'));
          if (is_root)
            assert_legible (blocks[j]);
          n_blocks += is_root;
        }
      g_assert_cmpuint (n_blocks, ==, g_str_equal (theme->id, "paper") ? 1 : 2);
    }
  g_assert_null (kist_publish_theme_get (99));
}

static char *
dup_hash (const char *style)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (style, strlen (style));
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  guint8           digest[32];
  g_autofree char *encoded = NULL;

  for (unsigned i = 0; i < sizeof digest; i++)
    digest[i] = (guint8)(g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  encoded = g_base64_encode (digest, sizeof digest);
  return g_strdup_printf ("'sha256-%s'", encoded);
}

/* What stands in the page between the tags, hashed, is in the policy of that page. */
static void
test_policy_names_the_style_of_the_page (void)
{
  const KistPublishTheme *theme;

  for (unsigned i = 0; (theme = kist_publish_theme_get (i)); i++)
    {
      g_autoptr (KistPublication) publication = fixture_of ("Mine", "# Head\n");
      g_autofree char *page = NULL, *style = NULL, *hash = NULL;
      const char      *from, *to;

      publication->theme = theme;
      page = fixture_make ("html", publication, 0);
      from = strstr (page, "<style>") + strlen ("<style>");
      to = strstr (from, "</style>");
      style = g_strndup (from, (gsize)(to - from));
      hash = dup_hash (style);
      g_assert_nonnull (strstr (page, hash));
      g_assert_null (strstr (page, "unsafe"));
      g_assert_null (strstr (page, " style="));
    }
}

static void
test_themes_differ_and_have_names (void)
{
  g_autofree char *first = kist_publish_theme_dup_style (NULL);
  g_autofree char *plain = kist_publish_theme_dup_style (kist_publish_theme_find ("plain"));
  g_autofree char *paper = kist_publish_theme_dup_style (kist_publish_theme_find ("paper"));

  g_assert_cmpstr (first, ==, plain);
  g_assert_cmpstr (first, !=, paper);
  g_assert_null (kist_publish_theme_find ("neon"));
  g_assert_null (kist_publish_theme_find (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/themes/measure", test_contrast_is_measured_as_defined);
  g_test_add_func ("/publish/themes/legible", test_every_theme_is_legible);
  g_test_add_func ("/publish/themes/policy", test_policy_names_the_style_of_the_page);
  g_test_add_func ("/publish/themes/names", test_themes_differ_and_have_names);
  return g_test_run ();
}
