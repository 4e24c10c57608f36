#include "kist-markdown.h"

#include <md4c.h>
#include <string.h>

#include "base/kist-entity.h"
#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-markdown-builder.h"

#define FLAGS (MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML)

/* md4c gives the text of a tight item without a paragraph around it. */
static gboolean
open_leaf (KistMarkdownBuilder *self)
{
  return !self->error && (kist_markdown_builder_top (self)->kind != KIST_BLOCK_ITEM ||
                          kist_markdown_builder_push (self, KIST_BLOCK_PARAGRAPH));
}

static void
close_tight_paragraph (KistMarkdownBuilder *self, MD_BLOCKTYPE type)
{
  if (self->stack->len > 1 && type != MD_BLOCK_P && kist_markdown_builder_top (self)->kind == KIST_BLOCK_PARAGRAPH)
    kist_markdown_builder_pop (self);
}

static char *
read_attribute (const MD_ATTRIBUTE *attribute)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *start = attribute->text + attribute->substr_offsets[i];
      gsize       length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        kist_entity_append (text, start, length);
      else
        g_string_append_len (text, start, (gssize)length);
    }
  return g_string_free (text, FALSE);
}

static gboolean
map_block (MD_BLOCKTYPE type, KistBlockKind *kind)
{
  static const int kinds[] = {
    [MD_BLOCK_DOC] = KIST_BLOCK_DOCUMENT,
    [MD_BLOCK_QUOTE] = KIST_BLOCK_QUOTE,
    [MD_BLOCK_UL] = KIST_BLOCK_LIST,
    [MD_BLOCK_OL] = KIST_BLOCK_LIST,
    [MD_BLOCK_LI] = KIST_BLOCK_ITEM,
    [MD_BLOCK_HR] = KIST_BLOCK_RULE,
    [MD_BLOCK_H] = KIST_BLOCK_HEADING,
    [MD_BLOCK_CODE] = KIST_BLOCK_CODE,
    [MD_BLOCK_HTML] = -1,
    [MD_BLOCK_P] = KIST_BLOCK_PARAGRAPH,
    [MD_BLOCK_TABLE] = KIST_BLOCK_TABLE,
    [MD_BLOCK_THEAD] = -1,
    [MD_BLOCK_TBODY] = -1,
    [MD_BLOCK_TR] = KIST_BLOCK_ROW,
    [MD_BLOCK_TH] = KIST_BLOCK_CELL,
    [MD_BLOCK_TD] = KIST_BLOCK_CELL,
  };

  if (kinds[type] < 0)
    return FALSE;
  *kind = (KistBlockKind)kinds[type];
  return TRUE;
}

static int
enter_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  KistMarkdownBuilder *self = data;
  KistBlockKind        kind;
  KistBlock           *block;

  if (self->error)
    return 1; /* md4c goes on calling here and there after it was told to stop */
  close_tight_paragraph (self, MD_BLOCK_DOC);
  if (!map_block (type, &kind))
    return 0;
  if (!kist_markdown_builder_push (self, kind))
    return 1;
  block = kist_markdown_builder_top (self);
  if (type == MD_BLOCK_H)
    block->level = ((MD_BLOCK_H_DETAIL *)detail)->level;
  else if (type == MD_BLOCK_OL)
    {
      block->is_ordered = TRUE;
      block->start = ((MD_BLOCK_OL_DETAIL *)detail)->start;
    }
  else if (type == MD_BLOCK_CODE)
    {
      self->is_fenced = ((MD_BLOCK_CODE_DETAIL *)detail)->fence_char != '\0';
      self->n_code_breaks = 0;
    }
  else if (type == MD_BLOCK_LI && ((MD_BLOCK_LI_DETAIL *)detail)->is_task)
    {
      block->task = ((MD_BLOCK_LI_DETAIL *)detail)->task_mark == ' ' ? KIST_TASK_OPEN : KIST_TASK_DONE;
      kist_markdown_builder_place (self, ((MD_BLOCK_LI_DETAIL *)detail)->task_mark_offset);
    }
  return 0;
}

static int
leave_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  KistMarkdownBuilder *self = data;
  KistBlockKind        kind;

  if (self->error)
    return 1;
  close_tight_paragraph (self, type);
  if (map_block (type, &kind))
    kist_markdown_builder_pop (self);
  return 0;
}

static void
count_style (KistMarkdownBuilder *self, MD_SPANTYPE type, int change)
{
  static const int styles[] = {
    [MD_SPAN_EM] = 0, [MD_SPAN_STRONG] = 1, [MD_SPAN_A] = -1, [MD_SPAN_IMG] = -1, [MD_SPAN_CODE] = 2, [MD_SPAN_DEL] = 3
  };

  if ((gsize)type < G_N_ELEMENTS (styles) && styles[type] >= 0 && self->image_depth == 0)
    self->style_depth[styles[type]] += (unsigned)change;
}

static int
enter_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  KistMarkdownBuilder *self = data;

  if (!open_leaf (self))
    return 1;
  count_style (self, type, 1);
  if (type == MD_SPAN_A && self->image_depth == 0)
    g_ptr_array_add (self->targets, read_attribute (&((MD_SPAN_A_DETAIL *)detail)->href));
  else if (type == MD_SPAN_IMG)
    kist_markdown_builder_begin_image (self, read_attribute (&((MD_SPAN_IMG_DETAIL *)detail)->src),
                                       ((MD_SPAN_IMG_DETAIL *)detail)->src.text);
  return 0;
}

static int
leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  KistMarkdownBuilder *self = data;

  if (self->error)
    return 1;
  count_style (self, type, -1);
  if (type == MD_SPAN_IMG)
    kist_markdown_builder_end_image (self);
  else if (type == MD_SPAN_A && self->image_depth == 0)
    g_ptr_array_set_size (self->targets, (int)self->targets->len - 1);
  return 0;
}

static int
text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  KistMarkdownBuilder *self = data;
  gboolean             is_source = text >= self->source && text < self->source + self->length;

  if (!open_leaf (self))
    return 1;
  if (is_source)
    kist_markdown_builder_place (self, (gsize)(text - self->source));
  else if (size == 1 && *text == '\n')
    self->n_code_breaks++;

  if (type == MD_TEXT_BR)
    kist_markdown_builder_append (self, "\n", 1, FALSE);
  else if (type == MD_TEXT_SOFTBR)
    kist_markdown_builder_append (self, " ", 1, FALSE);
  else if (type == MD_TEXT_NULLCHAR)
    kist_markdown_builder_append (self, "\xef\xbf\xbd", 3, FALSE);
  else
    kist_markdown_builder_append (self, text, size, type == MD_TEXT_ENTITY);
  return 0;
}

/**
 * kist_markdown_parse:
 * @text: a normalised text
 * @first_line: the line of its file on which @text begins, from 1
 * @error: return location
 *
 * CommonMark 0.31 with GitHub's tables, task lists and strike-through. HTML is text; an address is a link only between
 * '<' and '>'. A soft line break is a space. "{#id}" at the end of a heading or of an item's first paragraph is taken
 * off and becomes its id when it is one. A picture is a block of its own: instead of a paragraph that is nothing else,
 * else behind the paragraph, heading or table that it stands in.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %KIST_ERROR_TOO_LARGE when @text is over
 *   %KIST_TEXT_MAX_BYTES, %KIST_MARKDOWN_MAX_DEPTH or %KIST_MARKDOWN_MAX_BLOCKS; nothing else can be wrong with
 * Markdown
 */
KistDocument *
kist_markdown_parse (const char *text, unsigned first_line, GError **error)
{
  const MD_PARSER     parser = { .flags = FLAGS,
                                 .enter_block = enter_block_cb,
                                 .leave_block = leave_block_cb,
                                 .enter_span = enter_span_cb,
                                 .leave_span = leave_span_cb,
                                 .text = text_cb };
  KistMarkdownBuilder builder;
  KistBlock          *root;
  gsize               length;

  g_return_val_if_fail (text != NULL && first_line > 0, NULL);

  length = strlen (text);
  if (length > KIST_TEXT_MAX_BYTES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "The text is larger than %u KiB.",
                   KIST_TEXT_MAX_BYTES / 1024);
      return NULL;
    }
  kist_markdown_builder_init (&builder, text, length, first_line);
  if (md_parse (text, (MD_SIZE)length, &parser, &builder) != 0 && !builder.error)
    g_set_error (&builder.error, KIST_ERROR, KIST_ERROR_FAILED, "The text could not be read as Markdown.");
  if (builder.error && error)
    *error = g_error_copy (builder.error);
  root = kist_markdown_builder_finish (&builder);
  return root ? kist_document_new (root) : NULL;
}
