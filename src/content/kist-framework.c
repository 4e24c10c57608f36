#include "kist-framework.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/kist-text.h"

/* json-glib reads nested values by recursion. */
#define MAX_NESTING 16

struct _KistFramework
{
  GObject parent_instance;

  char       *id;          /* (owned) */
  char       *title;       /* (owned) */
  char       *description; /* (owned) */
  GPtrArray  *parts;       /* (element-type KistCode) (owned) */
  GPtrArray  *codes;       /* (element-type KistCode) (owned) */
  GHashTable *by_number;   /* (element-type utf8 KistCode) (owned table of values in codes) */
};

G_DEFINE_FINAL_TYPE (KistFramework, kist_framework, G_TYPE_OBJECT)

typedef struct
{
  KistFramework *framework;
  GHashTable    *parts; /* (element-type utf8 unsigned) (owned): the index of the part with that "standardid" */
  const char    *file;
  KistReport    *report;
} Reader;

static void
code_free (KistCode *code)
{
  g_free (code->number);
  g_free (code->title);
  g_free (code->text);
  g_free (code);
}

G_GNUC_PRINTF (3, 4)
static void
add_error (Reader *self, const char *hint, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  kist_report_add (self->report, self->file, 0, KIST_SEVERITY_ERROR, hint, "%s", message);
}

/* A text or number as text; Mahara writes ids as either. (nullable) when absent, empty or neither. */
static char *
dup_member (JsonObject *object, const char *key)
{
  JsonNode *node = object ? json_object_get_member (object, key) : NULL;

  if (!node || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) != G_TYPE_STRING || !*json_node_get_string (node))
    return NULL;
  return json_node_dup_string (node);
}

static JsonArray *
peek_list (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
peek_object (JsonArray *list, unsigned index)
{
  JsonNode *node = json_array_get_element (list, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static KistCode *
code_new (JsonObject *object, unsigned part)
{
  KistCode code = { dup_member (object, "shortname"), dup_member (object, "name"), dup_member (object, "description"),
                    part };

  return g_memdup2 (&code, sizeof code);
}

static void
read_code (Reader *self, JsonObject *object, unsigned part)
{
  KistCode   *code = code_new (object, part);
  const char *shown = code->number ? code->number : code->title;

  if (!code->title || !code->number || strpbrk (code->number, "/\n"))
    add_error (self, "Write \"shortname\": \"2.8\", the number as it is printed, and \"name\", a few words.",
               "The element “%s” has no number or no name.", shown ? shown : "");
  else if (g_hash_table_contains (self->framework->by_number, code->number))
    add_error (self, "Keep one of them.", "The number %s stands here twice.", code->number);
  else
    {
      if (!code->text)
        code->text = g_strdup (code->title);
      g_hash_table_insert (self->framework->by_number, code->number, code);
      g_ptr_array_add (self->framework->codes, g_steal_pointer (&code));
    }
  g_clear_pointer (&code, code_free);
}

/* The parts, and the elements inside them as in Mahara's older files. */
static void
read_parts (Reader *self, JsonArray *list)
{
  for (unsigned i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonObject *object = peek_object (list, i);
      KistCode   *part = code_new (object, i);
      char       *id = dup_member (object, "standardid");
      JsonArray  *elements = object ? peek_list (object, "standardelement") : NULL;

      if (!part->title)
        add_error (self, "Add a “name”.", "Standard %u has no “name”.", i + 1);
      if (id)
        g_hash_table_insert (self->parts, id, GUINT_TO_POINTER (i));
      g_ptr_array_add (self->framework->parts, part);
      for (unsigned j = 0; elements && j < json_array_get_length (elements); j++)
        if (peek_object (elements, j))
          read_code (self, peek_object (elements, j), i);
        else
          add_error (self, "Write {\"shortname\": \"2.8\", \"name\": \"…\"}.",
                     "Element %u of standard %u is not in braces.", j + 1, i + 1);
    }
}

/* The elements in a list of their own, which say by "standardid" to which part they belong. */
static void
read_flat_codes (Reader *self, JsonArray *list)
{
  for (unsigned i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonObject      *object = peek_object (list, i);
      g_autofree char *id = dup_member (object, "standardid");
      gpointer         part;

      if (id && g_hash_table_lookup_extended (self->parts, id, NULL, &part))
        read_code (self, object, GPOINTER_TO_UINT (part));
      else
        add_error (self, "Give it the “standardid” of a standard.", "Element %u belongs to no standard.", i + 1);
    }
}

static void
read_framework (Reader *self, JsonObject *object)
{
  KistFramework *framework = self->framework;

  framework->id = dup_member (object, "id");
  framework->title = dup_member (object, "name");
  framework->description = dup_member (object, "description");
  if (!framework->title)
    add_error (self, "Add a “name”.", "The framework has no “name”.");
  if (!framework->id && framework->title)
    {
      framework->id = kist_text_to_id (framework->title);
      kist_report_add (self->report, self->file, 0, KIST_SEVERITY_NOTE, "Add an “id”, by which codes are written.",
                       "The framework has no “id”; “%s” is used.", framework->id);
    }
  else if (framework->id && !kist_text_is_id (framework->id))
    add_error (self, "Use small letters, digits, “-”, “_” and “.”.", "“%s” cannot be an id.", framework->id);
  if (!framework->description)
    framework->description = g_strdup ("");
  read_parts (self, peek_list (object, "standards"));
  read_flat_codes (self, peek_list (object, "standardelements"));
  if (framework->codes->len == 0)
    add_error (self, "Add “standards” and “standardelements”.", "The framework has no elements.");
}

/* The parser knows the line only while it complains. */
static void
keep_line_cb (JsonParser *parser, GError *error, unsigned *line)
{
  *line = json_parser_get_current_line (parser);
}

static void
read_text (Reader *self, const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *framework;
  unsigned  line = 0;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "error", G_CALLBACK (keep_line_cb), &line);
  if (strlen (text) > KIST_TEXT_MAX_BYTES)
    add_error (self, "Split the framework.", "The file is larger than %d KiB.", KIST_TEXT_MAX_BYTES / 1024);
  else if (!kist_text_is_shallow (text, MAX_NESTING, &line))
    kist_report_add (self->report, self->file, line, KIST_SEVERITY_ERROR, NULL,
                     "This is nested more than %d levels deep.", MAX_NESTING);
  else if (!json_parser_load_from_data (parser, text, -1, NULL))
    {
      kist_report_add (self->report, self->file, line, KIST_SEVERITY_ERROR,
                       "Look here and on the line above for a missing comma, quotation mark or bracket.",
                       "This cannot be read from here on.");
    }
  else
    {
      framework = json_parser_get_root (parser);
      if (framework && JSON_NODE_HOLDS_OBJECT (framework))
        framework = json_object_get_member (json_node_get_object (framework), "framework");
      if (framework && JSON_NODE_HOLDS_OBJECT (framework))
        read_framework (self, json_node_get_object (framework));
      else
        add_error (self, "Begin with {\"framework\": {…}} as Mahara does.", "There is no “framework” in this file.");
    }
}

static void
kist_framework_finalize (GObject *object)
{
  KistFramework *self = KIST_FRAMEWORK (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_framework_parent_class)->finalize (object);
}

static void
kist_framework_class_init (KistFrameworkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_framework_finalize;
}

static void
kist_framework_init (KistFramework *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)code_free);
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify)code_free);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * kist_framework_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * Reads what Mahara's SmartEvidence reads (module/framework/matrices in its source): the elements either in a list of
 * their own or, as in older files, inside their standard; an id as text or number. What Mahara has and Kist does not
 * use is passed over. Mahara has no "id" of a framework; one made from the name is used then.
 *
 * Returns: (transfer full) (nullable): the framework, or %NULL after an error was added to @report
 */
KistFramework *
kist_framework_parse (const char *text, const char *file, KistReport *report)
{
  g_autoptr (KistFramework) self = NULL;
  Reader   reader = { .file = file, .report = report };
  unsigned errors;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  self = g_object_new (KIST_TYPE_FRAMEWORK, NULL);
  reader.framework = self;
  reader.parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_text (&reader, text);
  g_hash_table_unref (reader.parts);
  return kist_report_count (report, KIST_SEVERITY_ERROR) == errors ? g_steal_pointer (&self) : NULL;
}

/**
 * kist_framework_lookup:
 * @self: a framework
 * @number: (nullable): as printed, "2.8"
 *
 * Returns: (transfer none) (nullable): the code with that number
 */
const KistCode *
kist_framework_lookup (KistFramework *self, const char *number)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), NULL);

  return number ? g_hash_table_lookup (self->by_number, number) : NULL;
}

/**
 * kist_framework_get_id:
 * @self: a framework
 *
 * Returns: (transfer none): its id, the first half of a code, "workers-2024"
 */
const char *
kist_framework_get_id (KistFramework *self)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), NULL);

  return self->id;
}

/**
 * kist_framework_get_title:
 * @self: a framework
 *
 * Returns: (transfer none): its name with its edition
 */
const char *
kist_framework_get_title (KistFramework *self)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), NULL);

  return self->title;
}

/**
 * kist_framework_get_description:
 * @self: a framework
 *
 * Returns: (transfer none): what it is; may be empty
 */
const char *
kist_framework_get_description (KistFramework *self)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), NULL);

  return self->description;
}

/**
 * kist_framework_get_n_parts:
 * @self: a framework
 *
 * Returns: the number of its parts
 */
unsigned
kist_framework_get_n_parts (KistFramework *self)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), 0);

  return self->parts->len;
}

/**
 * kist_framework_get_part:
 * @self: a framework
 * @index: less than kist_framework_get_n_parts()
 *
 * Returns: (transfer none): the part, which has a number and a text only where the file gives them
 */
const KistCode *
kist_framework_get_part (KistFramework *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

/**
 * kist_framework_get_n_codes:
 * @self: a framework
 *
 * Returns: the number of its codes, at least 1
 */
unsigned
kist_framework_get_n_codes (KistFramework *self)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), 0);

  return self->codes->len;
}

/**
 * kist_framework_get_code:
 * @self: a framework
 * @index: less than kist_framework_get_n_codes()
 *
 * Returns: (transfer none): the code, which lives as long as @self
 */
const KistCode *
kist_framework_get_code (KistFramework *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (index < self->codes->len, NULL);

  return g_ptr_array_index (self->codes, index);
}
