#include "kist-yaml-private.h"

/**
 * kist_yaml_free:
 * @root: (transfer full): the root of a tree, as kist_yaml_parse() returned it
 */
void
kist_yaml_free (KistYaml *root)
{
  g_free (root->text);
  g_clear_pointer (&root->keys, g_ptr_array_unref);
  g_clear_pointer (&root->children, g_ptr_array_unref);
  g_free (root);
}

/**
 * kist_yaml_get_kind:
 * @node: a node
 *
 * Returns: what @node is
 */
KistYamlKind
kist_yaml_get_kind (const KistYaml *node)
{
  return node->kind;
}

/**
 * kist_yaml_get_line:
 * @node: a node
 *
 * Returns: the line on which @node begins in its file, from 1
 */
unsigned
kist_yaml_get_line (const KistYaml *node)
{
  return node->line;
}

/**
 * kist_yaml_get_text:
 * @node: a node
 *
 * Returns: (transfer none) (nullable): the text of @node, or %NULL when it is a list or a mapping
 */
const char *
kist_yaml_get_text (const KistYaml *node)
{
  return node->text;
}

/**
 * kist_yaml_get_length:
 * @node: a node
 *
 * Returns: how many items a list or a mapping has; 0 for a text
 */
unsigned
kist_yaml_get_length (const KistYaml *node)
{
  return node->children ? node->children->len : 0;
}

/**
 * kist_yaml_get_item:
 * @node: a list or a mapping
 * @index: less than kist_yaml_get_length()
 *
 * Returns: (transfer none): the item, or the value of the key, at @index
 */
const KistYaml *
kist_yaml_get_item (const KistYaml *node, unsigned index)
{
  g_return_val_if_fail (node->children && index < node->children->len, NULL);

  return g_ptr_array_index (node->children, index);
}

/**
 * kist_yaml_get_key:
 * @node: a mapping
 * @index: less than kist_yaml_get_length()
 *
 * Returns: (transfer none): the key at @index
 */
const char *
kist_yaml_get_key (const KistYaml *node, unsigned index)
{
  g_return_val_if_fail (node->keys && index < node->keys->len, NULL);

  return g_ptr_array_index (node->keys, index);
}

/**
 * kist_yaml_lookup:
 * @node: any node
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the value of @key, or %NULL when @node is no mapping or lacks it
 */
const KistYaml *
kist_yaml_lookup (const KistYaml *node, const char *key)
{
  for (unsigned i = 0; node->keys && i < node->children->len; i++)
    if (g_str_equal (g_ptr_array_index (node->keys, i), key))
      return g_ptr_array_index (node->children, i);
  return NULL;
}

/**
 * kist_yaml_lookup_text:
 * @node: any node
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the text of @key, or %NULL when there is none or it is empty or no text
 */
const char *
kist_yaml_lookup_text (const KistYaml *node, const char *key)
{
  const KistYaml *value = kist_yaml_lookup (node, key);

  return value && value->text && *value->text ? value->text : NULL;
}

/**
 * kist_yaml_lookup_integer:
 * @node: any node
 * @key: a key
 * @minimum: the least value allowed
 * @maximum: the greatest value allowed
 * @value: (out): set only when %TRUE is returned
 * @file: the file as it should be shown in findings
 * @report: where an error goes when the value is no number or out of range
 *
 * An empty value, "null" and "~" count as absent.
 *
 * Returns: whether @key is there and is a whole number in range
 */
gboolean
kist_yaml_lookup_integer (const KistYaml *node,
                          const char     *key,
                          gint64          minimum,
                          gint64          maximum,
                          gint64         *value,
                          const char     *file,
                          KistReport     *report)
{
  const KistYaml *found = kist_yaml_lookup (node, key);

  if (!found || (found->text && (!*found->text || g_str_equal (found->text, "null") || g_str_equal (found->text, "~"))))
    return FALSE;
  if (found->text && g_ascii_string_to_signed (found->text, 10, minimum, maximum, value, NULL))
    return TRUE;
  kist_report_add (report, file, found->line, KIST_SEVERITY_ERROR, NULL,
                   "“%s” must be a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ".", key, minimum,
                   maximum);
  return FALSE;
}

/**
 * kist_yaml_lookup_strv:
 * @node: any node
 * @key: a key
 * @file: the file as it should be shown in findings
 * @report: where an error goes when an item is no text
 *
 * Reads a list of texts. A single text counts as a list of one.
 *
 * Returns: (transfer full) (array zero-terminated=1): the texts; empty when @key is not there
 */
char **
kist_yaml_lookup_strv (const KistYaml *node, const char *key, const char *file, KistReport *report)
{
  const KistYaml *found = kist_yaml_lookup (node, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (found && found->text && *found->text)
    g_strv_builder_add (builder, found->text);
  for (unsigned i = 0; found && found->children && i < found->children->len; i++)
    {
      const KistYaml *item = g_ptr_array_index (found->children, i);

      if (item->text && !found->keys)
        g_strv_builder_add (builder, item->text);
      else
        kist_report_add (report, file, item->line, KIST_SEVERITY_ERROR, NULL, "“%s” must be a list of plain texts.",
                         key);
    }
  return g_strv_builder_end (builder);
}

/**
 * kist_yaml_check_keys:
 * @node: a mapping
 * @known: (array zero-terminated=1): the keys that are read
 * @file: the file as it should be shown in findings
 * @report: where a warning goes for every other key
 */
void
kist_yaml_check_keys (const KistYaml *node, const char *const *known, const char *file, KistReport *report)
{
  if (kist_yaml_get_kind (node) != KIST_YAML_MAPPING)
    return;
  for (unsigned i = 0; i < kist_yaml_get_length (node); i++)
    {
      const char *key = kist_yaml_get_key (node, i);

      if (!g_strv_contains (known, key))
        {
          g_autofree char *list = g_strjoinv (", ", (char **)known);
          g_autofree char *hint = g_strdup_printf ("What is read here: %s.", list);

          kist_report_add (report, file, kist_yaml_get_line (kist_yaml_get_item (node, i)), KIST_SEVERITY_WARNING, hint,
                           "Nothing reads “%s”.", key);
        }
    }
}
