#include "kist-markdown-builder.h"

#include <string.h>

#include "base/kist-entity.h"
#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-markdown.h"

static unsigned
line_at (KistMarkdownBuilder *self, gsize offset)
{
  unsigned low = 0;
  unsigned high = self->line_starts->len;

  while (high - low > 1)
    {
      unsigned middle = (low + high) / 2;

      if (g_array_index (self->line_starts, guint32, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low + 1;
}

static void
set_line (KistMarkdownBuilder *self, unsigned line)
{
  self->last_line = line;
  for (unsigned i = self->stack->len; i > 0; i--)
    {
      KistBlock *block = g_ptr_array_index (self->stack, i - 1);

      if (block->line > 0)
        break;
      block->line = self->first_line + line - 1;
    }
}

/* A block without text, such as a rule, stands on the next line that is not blank. */
static void
guess_line (KistMarkdownBuilder *self)
{
  unsigned line = self->last_line + 1;

  while (line < self->line_starts->len)
    {
      const char *start = self->source + g_array_index (self->line_starts, guint32, line - 1);

      if (start[strspn (start, " \t")] != '\n')
        break;
      line++;
    }
  set_line (self, MIN (line, self->line_starts->len));
}

static void
flush (KistMarkdownBuilder *self)
{
  KistSpan *span;

  if (self->pending->len == 0)
    return;
  span = g_new (KistSpan, 1);
  span->text = g_strndup (self->pending->str, self->pending->len);
  span->style = self->pending_style;
  span->target = g_steal_pointer (&self->pending_target);
  g_ptr_array_add (kist_markdown_builder_top (self)->spans, span);
  g_string_truncate (self->pending, 0);
}

static KistStyle
current_style (KistMarkdownBuilder *self)
{
  KistStyle style = KIST_STYLE_PLAIN;

  for (unsigned i = 0; i < G_N_ELEMENTS (self->style_depth); i++)
    if (self->style_depth[i] > 0)
      style |= 1u << i;
  return style;
}

/* Takes a trailing "{#id}" off the text of @leaf and gives it to @owner. */
static void
take_id (KistBlock *leaf, KistBlock *owner)
{
  KistSpan        *last = leaf->spans->len > 0 ? g_ptr_array_index (leaf->spans, leaf->spans->len - 1) : NULL;
  char            *open, *close;
  g_autofree char *id = NULL;

  if (!last || last->style != KIST_STYLE_PLAIN || last->target)
    return;
  g_strchomp (last->text);
  open = g_strrstr (last->text, "{#");
  close = open ? strchr (open, '}') : NULL;
  if (close && close[1] == '\0')
    id = g_strndup (open + 2, (gsize)(close - open - 2));
  if (kist_text_is_id (id))
    {
      owner->id = g_steal_pointer (&id);
      *open = '\0';
      g_strchomp (last->text);
    }
  if (!*last->text)
    g_ptr_array_set_size (leaf->spans, (int)leaf->spans->len - 1);
}

static void
finish_leaf (KistMarkdownBuilder *self, KistBlock *leaf)
{
  KistSpan *last;

  flush (self);
  last = leaf->spans->len > 0 ? g_ptr_array_index (leaf->spans, leaf->spans->len - 1) : NULL;
  if (!kist_markdown_builder_become_image (self, leaf) && self->is_after_image && leaf->kind != KIST_BLOCK_CELL &&
      last && last->style == KIST_STYLE_PLAIN && !*g_strchomp (last->text))
    g_ptr_array_set_size (leaf->spans, (int)leaf->spans->len - 1);
  if (leaf->kind == KIST_BLOCK_HEADING)
    take_id (leaf, leaf);
  else if (leaf->kind == KIST_BLOCK_CODE && leaf->spans->len > 0)
    {
      KistSpan *span = g_ptr_array_index (leaf->spans, 0);

      if (g_str_has_suffix (span->text, "\n"))
        span->text[strlen (span->text) - 1] = '\0';
      if (!*span->text)
        g_ptr_array_set_size (leaf->spans, 0);
    }
}

static void
find_lines (KistMarkdownBuilder *self)
{
  guint32 start = 0;

  self->line_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->line_starts, start);
  for (gsize i = 0; i < self->length; i++)
    if (self->source[i] == '\n')
      {
        start = (guint32)i + 1;
        g_array_append_val (self->line_starts, start);
      }
}

/**
 * kist_markdown_builder_init:
 * @self: memory for a builder
 * @source: the text that is walked through, which must outlive the builder
 * @length: of @source in bytes
 * @first_line: the line of its file on which @source begins
 */
void
kist_markdown_builder_init (KistMarkdownBuilder *self, const char *source, gsize length, unsigned first_line)
{
  *self = (KistMarkdownBuilder){ .source = source, .length = length, .first_line = first_line };
  self->stack = g_ptr_array_new ();
  self->pending = g_string_new (NULL);
  self->images = g_ptr_array_new ();
  self->image_text = g_string_new (NULL);
  self->targets = g_ptr_array_new_with_free_func (g_free);
  find_lines (self);
}

/**
 * kist_markdown_builder_finish:
 * @self: a builder
 *
 * Frees what @self holds; its error too, unless it was taken.
 *
 * Returns: (transfer full) (nullable): the tree; %NULL when building stopped with an error
 */
KistBlock *
kist_markdown_builder_finish (KistMarkdownBuilder *self)
{
  if (self->error)
    g_clear_pointer (&self->root, kist_block_free);
  g_clear_error (&self->error);
  g_array_unref (self->line_starts);
  g_ptr_array_unref (self->stack);
  g_string_free (self->pending, TRUE);
  g_free (self->pending_target);
  g_ptr_array_unref (self->targets);
  g_ptr_array_set_free_func (self->images, (GDestroyNotify)kist_block_free);
  g_ptr_array_unref (self->images);
  g_string_free (self->image_text, TRUE);
  return g_steal_pointer (&self->root);
}

/**
 * kist_markdown_builder_top:
 * @self: a builder
 *
 * Returns: (transfer none): the innermost open block
 */
KistBlock *
kist_markdown_builder_top (KistMarkdownBuilder *self)
{
  return g_ptr_array_index (self->stack, self->stack->len - 1);
}

/**
 * kist_markdown_builder_has_room:
 * @self: a builder
 *
 * Returns: whether there is room for one more block; if not, the error is set
 */
gboolean
kist_markdown_builder_has_room (KistMarkdownBuilder *self)
{
  if (self->stack->len < KIST_MARKDOWN_MAX_DEPTH && self->n_blocks < KIST_MARKDOWN_MAX_BLOCKS)
    return TRUE;
  g_set_error (&self->error, KIST_ERROR, KIST_ERROR_TOO_LARGE,
               self->n_blocks >= KIST_MARKDOWN_MAX_BLOCKS ? "After line %u the text has more than %u blocks."
                                                          : "After line %u lists or quotes are too deep.",
               self->first_line + MAX (self->last_line, 1) - 1, KIST_MARKDOWN_MAX_BLOCKS);
  return FALSE;
}

/**
 * kist_markdown_builder_push:
 * @self: a builder
 * @kind: what begins
 *
 * Returns: whether there was room; if not, the error is set
 */
gboolean
kist_markdown_builder_push (KistMarkdownBuilder *self, KistBlockKind kind)
{
  KistBlock *block;

  if (!kist_markdown_builder_has_room (self))
    return FALSE;
  block = kist_block_new (kind, 0);
  self->n_blocks++;
  if (self->root)
    g_ptr_array_add (kist_markdown_builder_top (self)->children, block);
  else
    self->root = block;
  g_ptr_array_add (self->stack, block);
  self->is_after_image = FALSE;
  return TRUE;
}

/**
 * kist_markdown_builder_pop:
 * @self: a builder
 *
 * Ends the innermost open block.
 */
void
kist_markdown_builder_pop (KistMarkdownBuilder *self)
{
  KistBlock *block = kist_markdown_builder_top (self);
  KistBlock *first = block->children && block->children->len > 0 ? g_ptr_array_index (block->children, 0) : NULL;

  if (block->spans)
    finish_leaf (self, block);
  if (self->images->len > 0 && block->kind != KIST_BLOCK_CELL && block->kind != KIST_BLOCK_ROW)
    kist_markdown_builder_add_images (self, block);
  if (block->line == 0 && block->kind != KIST_BLOCK_CELL)
    guess_line (self);
  if (block->kind == KIST_BLOCK_ITEM && first && first->kind == KIST_BLOCK_PARAGRAPH)
    take_id (first, block);
  for (unsigned i = 0; block->kind == KIST_BLOCK_ROW && i < block->children->len; i++)
    ((KistBlock *)g_ptr_array_index (block->children, i))->line = block->line;
  g_ptr_array_set_size (self->stack, (int)self->stack->len - 1);
}

/**
 * kist_markdown_builder_place:
 * @self: a builder
 * @offset: a place in the source, in bytes
 *
 * Says that the open blocks have a piece of text from there.
 */
void
kist_markdown_builder_place (KistMarkdownBuilder *self, gsize offset)
{
  const KistBlock *top = kist_markdown_builder_top (self);
  unsigned         line = line_at (self, offset);
  unsigned         above = 0;

  /* Empty lines at the beginning of a block of code, and its fence, do not come from the source. */
  if (top->kind == KIST_BLOCK_CODE && top->line == 0)
    above = MIN (self->n_code_breaks + self->is_fenced, line - 1);
  set_line (self, line - above);
  self->last_line = line;
}

/**
 * kist_markdown_builder_append:
 * @self: a builder whose innermost open block holds spans
 * @text: a piece of text
 * @length: of @text in bytes
 * @is_entity: whether @text is an entity such as "&amp;"
 *
 * Adds text in the style that is open. What has the same style and target becomes one span. In a table the words of an
 * image stand in its cell too, because the picture itself is shown below the table.
 */
void
kist_markdown_builder_append (KistMarkdownBuilder *self, const char *text, gsize length, gboolean is_entity)
{
  KistStyle   style = current_style (self);
  gboolean    is_cell = kist_markdown_builder_top (self)->kind == KIST_BLOCK_CELL;
  const char *target = self->targets->len ? g_ptr_array_index (self->targets, self->targets->len - 1) : NULL;

  if (self->image_depth > 0 && is_entity)
    kist_entity_append (self->image_text, text, length);
  else if (self->image_depth > 0)
    g_string_append_len (self->image_text, text, (gssize)length);
  if (self->image_depth > 0 && !is_cell)
    return;
  /* Of the blanks on both sides of an image one is left. */
  if (self->is_after_image && !is_cell && length > 0 && *text == ' ' &&
      (self->pending->len == 0 || self->pending->str[self->pending->len - 1] == ' '))
    {
      text++;
      length--;
    }
  self->is_after_image = self->is_after_image && length == 0;
  if (length == 0)
    return;
  if (style != self->pending_style || g_strcmp0 (target, self->pending_target) != 0)
    {
      flush (self);
      self->pending_style = style;
      g_set_str (&self->pending_target, target);
    }
  if (is_entity)
    kist_entity_append (self->pending, text, length);
  else
    g_string_append_len (self->pending, text, (gssize)length);
}
