/* Pictures in a text: each is a block of its own, because a widget shows it and a reader who does not see it is told
 * what it shows. In Markdown they stand among words; here they stand behind these. */
#include <string.h>

#include "kist-markdown-builder.h"

/* As far into a line as a column is counted, in bytes: nobody looks for the ten-thousandth letter. */
#define LAST_COLUMN 10000

static gboolean
is_blank (const KistBlock *leaf)
{
  for (unsigned i = 0; i < leaf->spans->len; i++)
    {
      const char *text = ((const KistSpan *)g_ptr_array_index (leaf->spans, i))->text;

      if (text[strspn (text, " \n")])
        return FALSE;
    }
  return TRUE;
}

/* Where the image stands whose target begins at @target, which points into the source when it could be taken as it
 * is; NULL when the target stands elsewhere, as that of "![words][name]" does. */
static const char *
find_image (KistMarkdownBuilder *self, const char *target)
{
  const char *p = target;

  if (!target || target < self->source || target > self->source + self->length)
    return NULL;
  while (p > self->source && (g_ascii_isspace (p[-1]) || p[-1] == '<'))
    p--;
  if (p - self->source < 4 || p[-1] != '(' || p[-2] != ']')
    return NULL;
  return g_strrstr_len (self->source, p - self->source, "![");
}

/**
 * kist_markdown_builder_begin_image:
 * @self: a builder whose innermost open block holds spans
 * @target: (transfer full): the picture's file
 * @place: (nullable): where @target stands, when that is in the source
 *
 * An image begins. What is appended until it ends is its alternative text. One in another image is words of that one.
 */
void
kist_markdown_builder_begin_image (KistMarkdownBuilder *self, char *target, const char *place)
{
  g_autofree char *owned = target;
  const char      *mark, *line;
  KistBlock       *image;

  if (self->image_depth++ > 0 || !kist_markdown_builder_has_room (self))
    return;
  image = kist_block_new (KIST_BLOCK_IMAGE, 0);
  image->target = g_steal_pointer (&owned);
  g_ptr_array_add (self->images, image);
  self->n_blocks++;
  mark = find_image (self, place);
  if (!mark)
    return;
  kist_markdown_builder_place (self, (gsize)(mark - self->source));
  line = self->source + g_array_index (self->line_starts, guint32, self->last_line - 1);
  image->line = self->first_line + self->last_line - 1;
  image->column = mark - line > LAST_COLUMN ? 0 : (unsigned)g_utf8_pointer_to_offset (line, mark) + 1;
}

/**
 * kist_markdown_builder_end_image:
 * @self: a builder
 *
 * An image ends.
 */
void
kist_markdown_builder_end_image (KistMarkdownBuilder *self)
{
  KistBlock *image = self->images->len > 0 ? g_ptr_array_index (self->images, self->images->len - 1) : NULL;

  if (--self->image_depth > 0 || !image)
    return;
  self->is_after_image = TRUE;
  if (self->image_text->len > 0)
    {
      KistSpan *span = g_new0 (KistSpan, 1);

      span->text = g_strdup (self->image_text->str);
      g_ptr_array_add (image->spans, span);
      g_string_truncate (self->image_text, 0);
    }
}

/**
 * kist_markdown_builder_become_image:
 * @self: a builder
 * @paragraph: the block that ends
 *
 * Makes an image of a paragraph that is nothing else.
 *
 * Returns: whether it was one
 */
gboolean
kist_markdown_builder_become_image (KistMarkdownBuilder *self, KistBlock *paragraph)
{
  KistBlock *image;

  if (paragraph->kind != KIST_BLOCK_PARAGRAPH || self->images->len == 0 || !is_blank (paragraph))
    return FALSE;
  image = g_ptr_array_steal_index (self->images, 0);
  paragraph->kind = KIST_BLOCK_IMAGE;
  paragraph->column = image->column;
  paragraph->target = g_steal_pointer (&image->target);
  g_ptr_array_unref (paragraph->spans);
  paragraph->spans = g_steal_pointer (&image->spans);
  kist_block_free (image);
  return TRUE;
}

/**
 * kist_markdown_builder_add_images:
 * @self: a builder
 * @block: the innermost open block, which ends
 *
 * Puts the images of @block behind it.
 */
void
kist_markdown_builder_add_images (KistMarkdownBuilder *self, KistBlock *block)
{
  KistBlock *parent = g_ptr_array_index (self->stack, self->stack->len - 2);

  for (unsigned i = 0; i < self->images->len; i++)
    {
      KistBlock *image = g_ptr_array_index (self->images, i);

      image->line = image->line > 0 ? image->line : block->line;
      g_ptr_array_add (parent->children, image);
    }
  g_ptr_array_set_size (self->images, 0);
}
