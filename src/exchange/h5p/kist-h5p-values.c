#include "content/html/kist-html-lexer.h"
#include "content/html/kist-html.h"
#include "kist-h5p.h"

static JsonNode *
get_member (JsonObject *object, const char *key)
{
  return object ? json_object_get_member (object, key) : NULL;
}

/**
 * kist_h5p_get_object:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the object under @key
 */
JsonObject *
kist_h5p_get_object (JsonObject *object, const char *key)
{
  JsonNode *node = get_member (object, key);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * kist_h5p_get_array:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the list under @key
 */
JsonArray *
kist_h5p_get_array (JsonObject *object, const char *key)
{
  JsonNode *node = get_member (object, key);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * kist_h5p_get_item:
 * @array: a list
 * @index: less than its length
 *
 * Returns: (transfer none) (nullable): the object at @index
 */
JsonObject *
kist_h5p_get_item (JsonArray *array, unsigned index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * kist_h5p_get_text:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (transfer none): the text under @key, or ""
 */
const char *
kist_h5p_get_text (JsonObject *object, const char *key)
{
  JsonNode *node = get_member (object, key);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

/**
 * kist_h5p_get_number:
 * @object: (nullable): an object
 * @key: a key
 * @otherwise: what to return when there is none
 *
 * Returns: the whole number under @key, which may be written as a text
 */
gint64
kist_h5p_get_number (JsonObject *object, const char *key, gint64 otherwise)
{
  JsonNode *node = get_member (object, key);
  gint64    number = otherwise;

  if (!node || !JSON_NODE_HOLDS_VALUE (node))
    return otherwise;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    number = json_node_get_int (node);
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    number = (gint64)CLAMP (json_node_get_double (node), -1e6, 1e6);
  else if (json_node_get_value_type (node) == G_TYPE_STRING &&
           !g_ascii_string_to_signed (json_node_get_string (node), 10, -1000000, 1000000, &number, NULL))
    number = otherwise;
  return CLAMP (number, -1000000, 1000000);
}

/**
 * kist_h5p_get_flag:
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: whether @key is true
 */
gboolean
kist_h5p_get_flag (JsonObject *object, const char *key)
{
  JsonNode *node = get_member (object, key);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

/**
 * kist_h5p_dup_line:
 * @html: HTML, or text with its special characters as entities
 *
 * Returns: (transfer full): its words on one line, without elements
 */
char *
kist_h5p_dup_line (const char *html)
{
  KistHtmlLexer lexer = { .at = html, .line = 1 };
  KistHtmlToken token;
  GString      *line = g_string_new (NULL);

  while (kist_html_lexer_next (&lexer, &token))
    {
      g_autofree char *text =
          token.kind == KIST_HTML_TEXT ? kist_html_decode (token.start, token.length) : g_strdup (" ");

      for (const char *p = text; *p; p++)
        {
          gboolean is_blank = (unsigned char)*p <= ' ' || *p == 0x7f;

          if (!is_blank || (line->len > 0 && line->str[line->len - 1] != ' '))
            g_string_append_c (line, is_blank ? ' ' : *p);
        }
    }
  return g_strstrip (g_string_free (line, FALSE));
}

/**
 * kist_h5p_dup_markdown:
 * @self: what is being read
 * @html: HTML
 *
 * Returns: (transfer full): the same as Markdown; what was left out is accounted for
 */
char *
kist_h5p_dup_markdown (KistH5p *self, const char *html)
{
  g_autoptr (KistReport) report = kist_report_new ();
  char *markdown = kist_html_to_markdown (html, "content.json", 1, report);

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    kist_account_add (self->account, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED, self->where, "%s",
                      kist_report_get_finding (report, i)->message);
  return g_strstrip (markdown ? markdown : g_strdup (""));
}

/**
 * kist_h5p_make_name:
 * @self: what is being read
 * @title: HTML
 * @otherwise: what to call what has no title
 *
 * Returns: (transfer full): a name that no other passage has
 */
char *
kist_h5p_make_name (KistH5p *self, const char *title, const char *otherwise)
{
  g_autofree char *line = kist_h5p_dup_line (title);
  const char      *whole = *line ? line : otherwise;
  g_autofree char *base = g_utf8_substring (whole, 0, MIN (100, g_utf8_strlen (whole, -1)));
  char            *name = g_strdup (g_strstrip (base));
  unsigned         n = GPOINTER_TO_UINT (g_hash_table_lookup (self->taken, name));

  while (g_hash_table_contains (self->taken, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", base, ++n);
    }
  g_hash_table_insert (self->taken, g_strdup (name), GUINT_TO_POINTER (1));
  if (n > 0)
    g_hash_table_insert (self->taken, g_strdup (base), GUINT_TO_POINTER (n));
  return name;
}
