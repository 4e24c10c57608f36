#include "kist-document.h"

struct _KistDocument
{
  GObject parent_instance;

  KistBlock *root; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistDocument, kist_document, G_TYPE_OBJECT)

static KistSpan *
span_copy (const KistSpan *span)
{
  KistSpan *copy = g_new (KistSpan, 1);

  copy->text = g_strdup (span->text);
  copy->style = span->style;
  copy->target = g_strdup (span->target);
  return copy;
}

static gboolean
has_text (const KistBlock *block)
{
  gboolean found = block->spans && block->spans->len > 0;

  for (unsigned i = 0; !found && block->children && i < block->children->len; i++)
    found = has_text (g_ptr_array_index (block->children, i));
  return found;
}

static const char *
separator_after (const KistBlock *parent)
{
  switch (parent->kind)
    {
    case KIST_BLOCK_LIST:
    case KIST_BLOCK_TABLE:
      return "\n";
    case KIST_BLOCK_ROW:
      return "\t";
    case KIST_BLOCK_DOCUMENT:
    case KIST_BLOCK_HEADING:
    case KIST_BLOCK_PARAGRAPH:
    case KIST_BLOCK_ITEM:
    case KIST_BLOCK_QUOTE:
    case KIST_BLOCK_CODE:
    case KIST_BLOCK_CELL:
    case KIST_BLOCK_RULE:
    case KIST_BLOCK_IMAGE:
    default:
      return "\n\n";
    }
}

static void
append_text (const KistBlock *block, GString *text)
{
  gboolean is_first = TRUE;

  for (unsigned i = 0; block->spans && i < block->spans->len; i++)
    g_string_append (text, ((const KistSpan *)g_ptr_array_index (block->spans, i))->text);
  for (unsigned i = 0; block->children && i < block->children->len; i++)
    {
      const KistBlock *child = g_ptr_array_index (block->children, i);

      /* An empty cell keeps its place in the row; any other empty block leaves no gap. */
      if (child->kind != KIST_BLOCK_CELL && !has_text (child))
        continue;
      if (!is_first)
        g_string_append (text, separator_after (block));
      append_text (child, text);
      is_first = FALSE;
    }
}

static void
kist_document_finalize (GObject *object)
{
  KistDocument *self = KIST_DOCUMENT (object);

  g_clear_pointer (&self->root, kist_block_free);
  G_OBJECT_CLASS (kist_document_parent_class)->finalize (object);
}

static void
kist_document_class_init (KistDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_document_finalize;
}

static void
kist_document_init (KistDocument *self)
{
}

/**
 * kist_document_new:
 * @root: (transfer full): a %KIST_BLOCK_DOCUMENT, which nobody changes any more
 *
 * Returns: (transfer full): a document
 */
KistDocument *
kist_document_new (KistBlock *root)
{
  KistDocument *self;

  g_return_val_if_fail (root != NULL && root->kind == KIST_BLOCK_DOCUMENT, NULL);

  self = g_object_new (KIST_TYPE_DOCUMENT, NULL);
  self->root = root;
  return self;
}

/**
 * kist_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): the tree, which lives as long as the document
 */
const KistBlock *
kist_document_get_root (KistDocument *self)
{
  g_return_val_if_fail (KIST_IS_DOCUMENT (self), NULL);

  return self->root;
}

/**
 * kist_document_to_text:
 * @self: a document
 *
 * Returns: (transfer full): kist_block_to_text() of the whole
 */
char *
kist_document_to_text (KistDocument *self)
{
  g_return_val_if_fail (KIST_IS_DOCUMENT (self), NULL);

  return kist_block_to_text (self->root);
}

/**
 * kist_document_slice:
 * @self: a document
 * @first: the index of a block among the root's children
 * @n_blocks: how many blocks; fewer when the document ends before
 *
 * Returns: (transfer full): a document with copies of these blocks
 */
KistDocument *
kist_document_slice (KistDocument *self, unsigned first, unsigned n_blocks)
{
  KistBlock *root;
  GPtrArray *children;

  g_return_val_if_fail (KIST_IS_DOCUMENT (self), NULL);

  children = self->root->children;
  root = kist_block_new (KIST_BLOCK_DOCUMENT, self->root->line);
  for (unsigned i = first; i < children->len && i - first < n_blocks; i++)
    g_ptr_array_add (root->children, kist_block_copy (g_ptr_array_index (children, i)));
  if (root->children->len > 0)
    root->line = ((const KistBlock *)g_ptr_array_index (root->children, 0))->line;
  return kist_document_new (root);
}

/**
 * kist_block_new:
 * @kind: what it is
 * @line: where it begins, from 1
 *
 * Returns: (transfer full): a block with no spans or no children yet, whichever @kind has
 */
KistBlock *
kist_block_new (KistBlockKind kind, unsigned line)
{
  KistBlock *block = g_new0 (KistBlock, 1);

  block->kind = kind;
  block->line = line;
  switch (kind)
    {
    case KIST_BLOCK_DOCUMENT:
    case KIST_BLOCK_LIST:
    case KIST_BLOCK_ITEM:
    case KIST_BLOCK_QUOTE:
    case KIST_BLOCK_TABLE:
    case KIST_BLOCK_ROW:
      block->children = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_block_free);
      break;
    case KIST_BLOCK_HEADING:
    case KIST_BLOCK_PARAGRAPH:
    case KIST_BLOCK_CODE:
    case KIST_BLOCK_CELL:
    case KIST_BLOCK_IMAGE:
      block->spans = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_span_free);
      break;
    case KIST_BLOCK_RULE:
    default:
      break;
    }
  return block;
}

/**
 * kist_block_copy:
 * @block: a block
 *
 * Returns: (transfer full): a copy of @block and everything in it
 */
KistBlock *
kist_block_copy (const KistBlock *block)
{
  KistBlock *copy;

  g_return_val_if_fail (block != NULL, NULL);

  copy = kist_block_new (block->kind, block->line);
  copy->column = block->column;
  copy->level = block->level;
  copy->is_ordered = block->is_ordered;
  copy->start = block->start;
  copy->task = block->task;
  copy->id = g_strdup (block->id);
  copy->target = g_strdup (block->target);
  for (unsigned i = 0; block->spans && i < block->spans->len; i++)
    g_ptr_array_add (copy->spans, span_copy (g_ptr_array_index (block->spans, i)));
  for (unsigned i = 0; block->children && i < block->children->len; i++)
    g_ptr_array_add (copy->children, kist_block_copy (g_ptr_array_index (block->children, i)));
  return copy;
}

/**
 * kist_block_free:
 * @block: (transfer full): a block
 */
void
kist_block_free (KistBlock *block)
{
  g_free (block->id);
  g_free (block->target);
  g_clear_pointer (&block->spans, g_ptr_array_unref);
  g_clear_pointer (&block->children, g_ptr_array_unref);
  g_free (block);
}

/**
 * kist_block_to_text:
 * @block: a block
 *
 * Returns: (transfer full): its text without style: an empty line between blocks, a line for each item of a list and
 * each row of a table, a tab between cells
 */
char *
kist_block_to_text (const KistBlock *block)
{
  GString *text;

  g_return_val_if_fail (block != NULL, NULL);

  text = g_string_new (NULL);
  append_text (block, text);
  return g_string_free (text, FALSE);
}

/**
 * kist_span_free:
 * @span: (transfer full): a span
 */
void
kist_span_free (KistSpan *span)
{
  g_free (span->text);
  g_free (span->target);
  g_free (span);
}
