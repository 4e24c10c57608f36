#include "kist-template.h"

#include <string.h>

#include "kist-front-matter.h"
#include "kist-markdown.h"

#define HEADING_LEVEL 2

struct _KistTemplate
{
  GObject parent_instance;

  char      *id;      /* (owned) */
  char      *title;   /* (owned) */
  char      *summary; /* (owned) */
  GPtrArray *parts;   /* (element-type KistTemplatePart) (owned) */
};

G_DEFINE_FINAL_TYPE (KistTemplate, kist_template, G_TYPE_OBJECT)

static const char *const known_keys[] = { "id", "title", "summary", "licence", "authors", "sources", NULL };

static void
part_free (KistTemplatePart *part)
{
  g_free (part->heading);
  g_strfreev (part->prompts);
  g_free (part);
}

static void
add_error (KistReport *report, const char *file, unsigned line, const char *hint, const char *message)
{
  kist_report_add (report, file, line, KIST_SEVERITY_ERROR, hint, "%s", message);
}

static void
read_heading (KistTemplate *self, const KistBlock *block, const char *file, KistReport *report)
{
  KistTemplatePart *part;

  if (block->level != HEADING_LEVEL)
    add_error (report, file, block->line, "Write it with two signs: “## What happened”.",
               "A template has headings of the second level only.");
  if (self->parts->len == KIST_TEMPLATE_MAX_PARTS)
    {
      add_error (report, file, block->line, NULL, "A template has at most 12 headings.");
      return;
    }
  part = g_new0 (KistTemplatePart, 1);
  part->heading = kist_block_to_text (block);
  part->prompts = g_new0 (char *, 1);
  g_ptr_array_add (self->parts, part);
}

static void
read_prompts (KistTemplate *self, const KistBlock *list, const char *file, KistReport *report)
{
  KistTemplatePart *part = self->parts->len > 0 ? g_ptr_array_index (self->parts, self->parts->len - 1) : NULL;
  g_autoptr (GStrvBuilder) prompts = g_strv_builder_new ();

  if (!part || *part->prompts)
    {
      add_error (report, file, list->line, NULL, "A list of prompts stands below a heading of its own.");
      return;
    }
  if (list->children->len > KIST_TEMPLATE_MAX_PROMPTS)
    add_error (report, file, list->line, NULL, "A heading has at most 12 prompts.");
  for (unsigned i = 0; i < MIN (list->children->len, KIST_TEMPLATE_MAX_PROMPTS); i++)
    {
      const KistBlock *item = g_ptr_array_index (list->children, i);
      char            *prompt = g_strstrip (kist_block_to_text (item));

      if (!*prompt)
        add_error (report, file, item->line, NULL, "This prompt is empty.");
      g_strv_builder_take (prompts, prompt);
    }
  g_strfreev (part->prompts);
  part->prompts = g_strv_builder_end (prompts);
}

static void
read_body (KistTemplate *self, const KistBlock *root, const char *file, KistReport *report)
{
  for (unsigned i = 0; i < root->children->len; i++)
    {
      const KistBlock *block = g_ptr_array_index (root->children, i);

      if (block->kind == KIST_BLOCK_HEADING)
        read_heading (self, block, file, report);
      else if (block->kind == KIST_BLOCK_LIST)
        read_prompts (self, block, file, report);
      else
        add_error (report, file, block->line, "Say it in the summary, or as a prompt: “- What did you expect?”.",
                   "A template has headings and lists of prompts only.");
    }
  if (self->parts->len == 0)
    add_error (report, file, 0, "Add one with its prompts: “## What happened”, and below it “- Who was there?”.",
               "This template has no heading.");
  for (unsigned i = 0; i < self->parts->len; i++)
    {
      const KistTemplatePart *part = g_ptr_array_index (self->parts, i);

      if (!*part->prompts)
        kist_report_add (report, file, 0, KIST_SEVERITY_ERROR, "Add a list below it: “- Who was there?”.",
                         "The heading “%s” has no prompt.", part->heading);
    }
}

static void
read_template (KistTemplate *self, const char *text, const char *file, KistReport *report)
{
  const char *body = NULL;
  unsigned    body_line = 1;
  g_autoptr (KistYaml) front = kist_front_matter_parse (text, file, report, &body, &body_line);
  g_autoptr (KistDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (!front)
    return;
  self->id = g_strdup (kist_front_matter_require_id (front, file, report));
  self->title = g_strdup (kist_front_matter_require_text (front, "title", file, report));
  self->summary = g_strdup (kist_front_matter_require_text (front, "summary", file, report));
  kist_yaml_check_keys (front, known_keys, file, report);
  document = kist_markdown_parse (body, body_line, &error);
  if (document)
    read_body (self, kist_document_get_root (document), file, report);
  else
    add_error (report, file, body_line, NULL, error->message);
}

static void
kist_template_finalize (GObject *object)
{
  KistTemplate *self = KIST_TEMPLATE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_template_parent_class)->finalize (object);
}

static void
kist_template_class_init (KistTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_template_finalize;
}

static void
kist_template_init (KistTemplate *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
}

/**
 * kist_template_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * Returns: (transfer full) (nullable): the template, or %NULL after an error was added to @report
 */
KistTemplate *
kist_template_parse (const char *text, const char *file, KistReport *report)
{
  g_autoptr (KistTemplate) self = NULL;
  unsigned errors;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  self = g_object_new (KIST_TYPE_TEMPLATE, NULL);
  read_template (self, text, file, report);
  return kist_report_count (report, KIST_SEVERITY_ERROR) == errors ? g_steal_pointer (&self) : NULL;
}

/**
 * kist_template_get_id:
 * @self: a template
 *
 * Returns: (transfer none): its id
 */
const char *
kist_template_get_id (KistTemplate *self)
{
  g_return_val_if_fail (KIST_IS_TEMPLATE (self), NULL);

  return self->id;
}

/**
 * kist_template_get_title:
 * @self: a template
 *
 * Returns: (transfer none): its title
 */
const char *
kist_template_get_title (KistTemplate *self)
{
  g_return_val_if_fail (KIST_IS_TEMPLATE (self), NULL);

  return self->title;
}

/**
 * kist_template_get_summary:
 * @self: a template
 *
 * Returns: (transfer none): what it is good for, in a sentence
 */
const char *
kist_template_get_summary (KistTemplate *self)
{
  g_return_val_if_fail (KIST_IS_TEMPLATE (self), NULL);

  return self->summary;
}

/**
 * kist_template_get_n_parts:
 * @self: a template
 *
 * Returns: how many headings it has, at least one
 */
unsigned
kist_template_get_n_parts (KistTemplate *self)
{
  g_return_val_if_fail (KIST_IS_TEMPLATE (self), 0);

  return self->parts->len;
}

/**
 * kist_template_get_part:
 * @self: a template
 * @index: less than kist_template_get_n_parts()
 *
 * Returns: (transfer none): the heading with its prompts
 */
const KistTemplatePart *
kist_template_get_part (KistTemplate *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_TEMPLATE (self), NULL);
  g_return_val_if_fail (index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

static gboolean
has_line (const char *draft, const char *line)
{
  gsize length = strlen (line);

  for (const char *at = strstr (draft, line); at; at = strstr (at + 1, line))
    if ((at == draft || at[-1] == '\n') && (at[length] == '\n' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

/**
 * kist_template_dup_headings:
 * @self: a template
 * @draft: what is written so far
 *
 * What to put behind @draft so that it has every heading of the template: those that it has already are left out, so
 * that doing it twice does nothing more.
 *
 * Returns: (transfer full): the headings in Markdown, each with an empty line to write on, and with what parts them
 *   from @draft; "" when none is missing
 */
char *
kist_template_dup_headings (KistTemplate *self, const char *draft)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (KIST_IS_TEMPLATE (self) && draft != NULL, NULL);

  for (unsigned i = 0; i < self->parts->len; i++)
    {
      const KistTemplatePart *part = g_ptr_array_index (self->parts, i);
      g_autofree char        *line = g_strconcat ("## ", part->heading, NULL);

      if (has_line (draft, line))
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n"); /* room to write on, as a badge's criteria have it */
      else if (*draft && !g_str_has_suffix (draft, "\n\n"))
        g_string_append (text, g_str_has_suffix (draft, "\n") ? "\n" : "\n\n");
      g_string_append_printf (text, "%s\n\n", line);
    }
  return g_string_free (text, FALSE);
}
