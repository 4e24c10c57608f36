#include "kist-yaml.h"

#include <string.h>
#include <yaml.h>

struct _KistYaml
{
  KistYamlKind kind;
  unsigned     line;
  char        *text;     /* (owned) of a text */
  GPtrArray   *keys;     /* (element-type utf8) (owned) of a mapping */
  GPtrArray   *children; /* (element-type KistYaml) (owned) of a list or mapping */
};

typedef struct
{
  yaml_parser_t parser;
  const char   *file;
  unsigned      first_line;
  KistReport   *report;
  unsigned      n_nodes;
} Reader;

static KistYaml *read_node (Reader       *self,
                            yaml_event_t *event,
                            unsigned      depth);

static KistYaml *
node_new (KistYamlKind kind,
          unsigned     line)
{
  KistYaml *node = g_new0 (KistYaml, 1);

  node->kind = kind;
  node->line = line;
  if (kind != KIST_YAML_TEXT)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) kist_yaml_free);
  if (kind == KIST_YAML_MAPPING)
    node->keys = g_ptr_array_new_with_free_func (g_free);
  return node;
}

static unsigned
line_of (Reader      *self,
         yaml_mark_t *mark)
{
  return self->first_line + (unsigned) mark->line;
}

static gboolean
next_event (Reader       *self,
            yaml_event_t *event)
{
  if (yaml_parser_parse (&self->parser, event))
    return TRUE;
  kist_report_add (self->report, self->file, line_of (self, &self->parser.problem_mark), KIST_SEVERITY_ERROR,
                   "A text with ':' or '#' in it needs quotes around it; lists and keys need the same indent.",
                   "This is not readable as “key: value” lines (%s).",
                   self->parser.problem ? self->parser.problem : "broken YAML");
  return FALSE;
}

static KistYaml *
refuse (Reader       *self,
        yaml_event_t *event,
        const char   *what,
        const char   *hint)
{
  kist_report_add (self->report, self->file, line_of (self, &event->start_mark), KIST_SEVERITY_ERROR, hint, "%s", what);
  return NULL;
}

static KistYaml *
read_list (Reader       *self,
           yaml_event_t *start,
           unsigned      depth)
{
  g_autoptr (KistYaml) list = node_new (KIST_YAML_LIST, line_of (self, &start->start_mark));

  for (;;)
    {
      yaml_event_t event;
      KistYaml    *item;

      if (!next_event (self, &event))
        return NULL;
      if (event.type == YAML_SEQUENCE_END_EVENT)
        {
          yaml_event_delete (&event);
          return g_steal_pointer (&list);
        }
      item = read_node (self, &event, depth + 1);
      yaml_event_delete (&event);
      if (!item)
        return NULL;
      g_ptr_array_add (list->children, item);
    }
}

static KistYaml *
read_mapping (Reader       *self,
              yaml_event_t *start,
              unsigned      depth)
{
  g_autoptr (KistYaml) mapping = node_new (KIST_YAML_MAPPING, line_of (self, &start->start_mark));

  for (;;)
    {
      yaml_event_t event;
      g_autoptr (KistYaml) key = NULL;
      KistYaml *value;

      if (!next_event (self, &event))
        return NULL;
      if (event.type == YAML_MAPPING_END_EVENT)
        {
          yaml_event_delete (&event);
          return g_steal_pointer (&mapping);
        }
      key = read_node (self, &event, depth + 1);
      if (key && key->kind != KIST_YAML_TEXT)
        refuse (self, &event, "A key must be a plain word.", NULL);
      else if (key && kist_yaml_lookup (mapping, key->text))
        {
          kist_report_add (self->report, self->file, key->line, KIST_SEVERITY_ERROR, "Keep one of them.",
                           "The key “%s” stands here twice.", key->text);
          g_clear_pointer (&key, kist_yaml_free);
        }
      yaml_event_delete (&event);
      if (!key || key->kind != KIST_YAML_TEXT || !next_event (self, &event))
        return NULL;
      value = read_node (self, &event, depth + 1);
      yaml_event_delete (&event);
      if (!value)
        return NULL;
      g_ptr_array_add (mapping->keys, g_steal_pointer (&key->text));
      g_ptr_array_add (mapping->children, value);
    }
}

static KistYaml *
read_scalar (Reader       *self,
             yaml_event_t *event)
{
  KistYaml   *node;
  const char *value = (const char *) event->data.scalar.value;

  if (event->data.scalar.anchor || event->data.scalar.tag)
    return refuse (self, event, "Anchors (&) and tags (!) are not used here.", "Write the value out.");
  if (strlen (value) != event->data.scalar.length)
    return refuse (self, event, "This text has a NUL character in it.", "Take it out.");
  node = node_new (KIST_YAML_TEXT, line_of (self, &event->start_mark));
  node->text = g_strdup (value);
  return node;
}

static KistYaml *
read_node (Reader       *self,
           yaml_event_t *event,
           unsigned      depth)
{
  if (depth > KIST_YAML_MAX_DEPTH)
    return refuse (self, event, "This is nested too deeply.", "No more than six levels are read.");
  if (++self->n_nodes > KIST_YAML_MAX_NODES)
    return refuse (self, event, "There are too many values in this file.", "Split it into several files.");

  switch ((int) event->type)
    {
    case YAML_SCALAR_EVENT:
      return read_scalar (self, event);
    case YAML_SEQUENCE_START_EVENT:
      if (event->data.sequence_start.anchor || event->data.sequence_start.tag)
        break;
      return read_list (self, event, depth);
    case YAML_MAPPING_START_EVENT:
      if (event->data.mapping_start.anchor || event->data.mapping_start.tag)
        break;
      return read_mapping (self, event, depth);
    case YAML_ALIAS_EVENT:
      break;
    default:
      return refuse (self, event, "The file ends in the middle of a value.", NULL);
    }
  return refuse (self, event, "Anchors (&), aliases (*) and tags (!) are not used here.", "Write the value out.");
}

static KistYaml *
read_document (Reader *self)
{
  g_autoptr (KistYaml) root = NULL;
  gboolean ended = FALSE;

  while (!ended)
    {
      yaml_event_t event;

      if (!next_event (self, &event))
        return NULL;
      switch ((int) event.type)
        {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
          break;
        case YAML_DOCUMENT_START_EVENT:
          ended = root != NULL;
          if (ended)
            {
              refuse (self, &event, "A second document begins here.", "Take out the line of three dashes.");
              g_clear_pointer (&root, kist_yaml_free);
            }
          break;
        case YAML_STREAM_END_EVENT:
          ended = TRUE;
          break;
        default:
          root = read_node (self, &event, 1);
          ended = root == NULL;
        }
      yaml_event_delete (&event);
    }
  return g_steal_pointer (&root);
}

/**
 * kist_yaml_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @first_line: the line of @file on which @text begins, from 1
 * @report: where findings go
 *
 * Returns: (transfer full) (nullable): the root, which is a mapping; an empty one for an empty text; %NULL after an
 *   error was added to @report
 */
KistYaml *
kist_yaml_parse (const char *text,
                 const char *file,
                 unsigned    first_line,
                 KistReport *report)
{
  Reader self = { .file = file, .first_line = first_line, .report = report };
  unsigned errors;
  g_autoptr (KistYaml) root = NULL;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  yaml_parser_initialize (&self.parser);
  yaml_parser_set_encoding (&self.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (&self.parser, (const unsigned char *) text, strlen (text));
  root = read_document (&self);
  yaml_parser_delete (&self.parser);

  if (kist_report_count (report, KIST_SEVERITY_ERROR) > errors)
    return NULL;
  if (!root)
    return node_new (KIST_YAML_MAPPING, first_line);
  if (root->kind != KIST_YAML_MAPPING)
    {
      kist_report_add (report, file, root->line, KIST_SEVERITY_ERROR, "Write one “key: value” on each line.",
                       "Expected “key: value” lines here.");
      return NULL;
    }
  return g_steal_pointer (&root);
}

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
kist_yaml_get_item (const KistYaml *node,
                    unsigned        index)
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
kist_yaml_get_key (const KistYaml *node,
                   unsigned        index)
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
kist_yaml_lookup (const KistYaml *node,
                  const char     *key)
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
kist_yaml_lookup_text (const KistYaml *node,
                       const char     *key)
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
                   "“%s” must be a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ".", key, minimum, maximum);
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
kist_yaml_lookup_strv (const KistYaml *node,
                       const char     *key,
                       const char     *file,
                       KistReport     *report)
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
        kist_report_add (report, file, item->line, KIST_SEVERITY_ERROR, NULL, "“%s” must be a list of plain texts.", key);
    }
  return g_strv_builder_end (builder);
}
