#include "kist-yaml-private.h"

#include <string.h>
#include <yaml.h>

#include "kist-text.h"

typedef struct
{
  yaml_parser_t parser;
  const char   *file;
  unsigned      first_line;
  unsigned      last_line;
  KistReport   *report;
  unsigned      n_nodes;
} Reader;

static KistYaml *read_node (Reader *self, yaml_event_t *event, unsigned depth);

static KistYaml *
node_new (KistYamlKind kind, unsigned line)
{
  KistYaml *node = g_new0 (KistYaml, 1);

  node->kind = kind;
  node->line = line;
  if (kind != KIST_YAML_TEXT)
    node->children = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_yaml_free);
  if (kind == KIST_YAML_MAPPING)
    node->keys = g_ptr_array_new_with_free_func (g_free);
  return node;
}

/* libyaml ends a text on a line behind the last one, and takes a few more characters for line ends. */
static unsigned
line_of (Reader *self, yaml_mark_t *mark)
{
  return MIN (self->first_line + (unsigned)mark->line, self->last_line);
}

static gboolean
next_event (Reader *self, yaml_event_t *event)
{
  if (yaml_parser_parse (&self->parser, event))
    return TRUE;
  kist_report_add (
      self->report, self->file, line_of (self, &self->parser.problem_mark), KIST_SEVERITY_ERROR,
      "A text with “: ” or “ #” in it, or that begins with a sign, needs quotation marks around it; keys and "
      "lists are indented alike, with blanks and not with tabs.",
      "This cannot be read as “key: value” lines.");
  return FALSE;
}

static KistYaml *
refuse (Reader *self, yaml_event_t *event, const char *what, const char *hint)
{
  kist_report_add (self->report, self->file, line_of (self, &event->start_mark), KIST_SEVERITY_ERROR, hint, "%s", what);
  return NULL;
}

static KistYaml *
read_list (Reader *self, yaml_event_t *start, unsigned depth)
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
read_mapping (Reader *self, yaml_event_t *start, unsigned depth)
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
        refuse (self, &event, "A key must be a plain word.", "Write “key: value”.");
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
read_scalar (Reader *self, yaml_event_t *event)
{
  KistYaml   *node;
  const char *value = (const char *)event->data.scalar.value;

  if (event->data.scalar.anchor || event->data.scalar.tag)
    return refuse (self, event, "Anchors (&) and tags (!) are not used here.", "Write the value out.");
  if (strlen (value) != event->data.scalar.length)
    return refuse (self, event, "This text has a NUL character in it.", "Take it out.");
  node = node_new (KIST_YAML_TEXT, line_of (self, &event->start_mark));
  node->text = g_strdup (value);
  return node;
}

static KistYaml *
read_node (Reader *self, yaml_event_t *event, unsigned depth)
{
  if (depth > KIST_YAML_MAX_DEPTH)
    return refuse (self, event, "This is nested too deeply.", "No more than six levels are read.");
  if (++self->n_nodes > KIST_YAML_MAX_NODES)
    return refuse (self, event, "There are too many values in this file.", "Split it into several files.");

  switch ((int)event->type)
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
      return refuse (self, event, "The file ends in the middle of a value.", "Write the value out.");
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
      switch ((int)event.type)
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
kist_yaml_parse (const char *text, const char *file, unsigned first_line, KistReport *report)
{
  Reader           self = { .file = file, .first_line = first_line, .report = report };
  g_autofree char *plain = NULL;
  unsigned         errors;
  g_autoptr (KistYaml) root = NULL;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  self.last_line = first_line + kist_text_line_of (text, text + strlen (text)) - 1;
  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  yaml_parser_initialize (&self.parser);
  yaml_parser_set_encoding (&self.parser, YAML_UTF8_ENCODING);
  plain = kist_text_plain_indents (text);
  yaml_parser_set_input_string (&self.parser, (const unsigned char *)plain, strlen (plain));
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
