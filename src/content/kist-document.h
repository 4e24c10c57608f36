/* A text as Kist understands it: a tree of blocks, whose leaves hold spans of text. Made by kist_markdown_parse(),
 * never changed afterwards, shared by reference and readable from any thread. What shows or exports a text walks this
 * tree; nothing above content/ knows Markdown.
 *
 * Tree and not markup, because each block becomes one widget: then headings, lists and tables mean something to a
 * screen reader. Spans are flat (text, style, link), because Markdown's inline nesting carries no meaning that flags
 * lose. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  KIST_BLOCK_DOCUMENT,  /* children: any block but ITEM, ROW and CELL */
  KIST_BLOCK_HEADING,   /* spans; level 1 to 6 */
  KIST_BLOCK_PARAGRAPH, /* spans */
  KIST_BLOCK_LIST,      /* children: ITEM; is_ordered and start */
  KIST_BLOCK_ITEM,      /* children: any block; the text of a tight item is in a PARAGRAPH too */
  KIST_BLOCK_QUOTE,     /* children: any block */
  KIST_BLOCK_CODE,      /* one span, line breaks kept */
  KIST_BLOCK_TABLE,     /* children: ROW, the first is the header */
  KIST_BLOCK_ROW,       /* children: CELL */
  KIST_BLOCK_CELL,      /* spans */
  KIST_BLOCK_RULE,      /* neither */
  KIST_BLOCK_IMAGE,     /* target, and alternative text in spans; stands behind the paragraph that it was written in */
} KistBlockKind;

typedef enum
{
  KIST_TASK_NONE, /* an ordinary item */
  KIST_TASK_OPEN,
  KIST_TASK_DONE,
} KistTask;

typedef enum
{
  KIST_STYLE_PLAIN = 0,
  KIST_STYLE_EMPHASIS = 1 << 0,
  KIST_STYLE_STRONG = 1 << 1,
  KIST_STYLE_CODE = 1 << 2,
  KIST_STYLE_STRIKE = 1 << 3,
} KistStyle;

/**
 * KistSpan:
 * @text: never empty; a hard line break is "\n"
 * @style: flags
 * @target: (nullable): where a link goes, as the author wrote it: "https:…", "mailto:…", or a path in the pack
 */
typedef struct
{
  char     *text;
  KistStyle style;
  char     *target;
} KistSpan;

typedef struct _KistBlock KistBlock;

/**
 * KistBlock:
 * @kind: what it is; says which of the following are in use
 * @line: where it begins in its file, from 1
 * @column: of an image, where it stands in that line, in characters from 1; 0 where that is not known
 * @level: of a heading
 * @is_ordered: of a list
 * @start: the first number of an ordered list
 * @task: of an item
 * @id: (nullable): the permanent id an author gave a heading or an item with a trailing `{#id}`, which is not in its
 * text
 * @target: (nullable): of an image, the path in the pack
 * @spans: (element-type KistSpan) (nullable): the text of a leaf
 * @children: (element-type KistBlock) (nullable): the blocks inside
 */
struct _KistBlock
{
  KistBlockKind kind;
  unsigned      line;
  unsigned      column;
  unsigned      level;
  gboolean      is_ordered;
  unsigned      start;
  KistTask      task;
  char         *id;
  char         *target;
  GPtrArray    *spans;
  GPtrArray    *children;
};

#define KIST_TYPE_DOCUMENT (kist_document_get_type ())
G_DECLARE_FINAL_TYPE (KistDocument, kist_document, KIST, DOCUMENT, GObject)

KistDocument    *kist_document_new (KistBlock *root);
const KistBlock *kist_document_get_root (KistDocument *self);
char            *kist_document_to_text (KistDocument *self);
KistDocument    *kist_document_slice (KistDocument *self, unsigned first, unsigned n_blocks);

KistBlock *kist_block_new (KistBlockKind kind, unsigned line);
KistBlock *kist_block_copy (const KistBlock *block);
void       kist_block_free (KistBlock *block);
char      *kist_block_to_text (const KistBlock *block);
void       kist_span_free (KistSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistBlock, kist_block_free)

G_END_DECLS
