#include "kist-fuzz.h"

#include "base/kist-yaml.h"
#include "content/kist-scale.h"
#include "fuzz-content.h"

static void
check_node (const KistYaml *node, unsigned depth, unsigned n_lines)
{
  g_assert_cmpuint (depth, <=, KIST_YAML_MAX_DEPTH);
  g_assert_cmpuint (kist_yaml_get_line (node), <=, n_lines);
  g_assert_true ((kist_yaml_get_kind (node) == KIST_YAML_TEXT) == (kist_yaml_get_text (node) != NULL));
  for (unsigned i = 0; i < kist_yaml_get_length (node); i++)
    check_node (kist_yaml_get_item (node, i), depth + 1, n_lines);
}

/* Whatever the text: a tree within the caps, or an error; and a scale of it that holds what scales promise. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistReport) other = kist_report_new ();
  g_autoptr (KistYaml) root = kist_yaml_parse (text, "fuzz.yaml", 1, report);
  g_autoptr (KistScale) scale = kist_scale_parse (text, "fuzz.yaml", other);

  check_report (report, text, root != NULL);
  check_report (other, text, scale != NULL);
  if (root)
    check_node (root, 1, kist_text_line_of (text, text + strlen (text)));
  for (unsigned i = 1; scale && i < kist_scale_get_n_points (scale); i++)
    g_assert_cmpint (kist_scale_get_value (scale, i - 1), <, kist_scale_get_value (scale, i));
  for (unsigned i = 0; scale && i < kist_scale_get_n_items (scale); i++)
    g_assert_true (kist_text_is_id (kist_scale_get_item (scale, i)->id));
}
