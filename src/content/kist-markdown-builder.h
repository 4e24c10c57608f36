/* The tree that kist-markdown.c grows while md4c walks through a text: which blocks are open, what style the text has,
 * and on which line each block stands. md4c tells neither lines nor places of blocks, but the pieces of text it hands
 * out point into the source, so the first piece inside a block tells where the block is. Lives on the stack of one
 * call. */
#pragma once

#include "content/kist-document.h"

G_BEGIN_DECLS

/**
 * KistMarkdownBuilder:
 * @targets: (element-type utf8): where the links that are open go; an address in "<>" may stand inside of another link
 * @image_depth: how many images are open; what is inside one is its alternative text
 * @images: (element-type KistBlock): images of the open leaf or table, in their order
 * @is_fenced: whether the open block of code began with a fence
 * @n_code_breaks: lines of that block before the first that is not empty
 * @error: why building stopped
 *
 * The other fields are the builder's own.
 */
typedef struct
{
  const char *source;
  gsize       length;
  unsigned    first_line;
  GArray     *line_starts; /* (element-type guint32) (owned) */
  unsigned    last_line;   /* of the last piece of text, from 1 in @source */

  KistBlock *root;  /* (owned) */
  GPtrArray *stack; /* (element-type KistBlock) (owned array of blocks in @root) */
  unsigned   n_blocks;

  GString  *pending; /* (owned) text of one style, not yet a span */
  KistStyle pending_style;
  char     *pending_target; /* (owned) (nullable) */

  unsigned   style_depth[4]; /* emphasis, strong, code, strike */
  GPtrArray *targets;        /* (owned) */
  unsigned   image_depth;
  GPtrArray *images;         /* (owned) */
  GString   *image_text;     /* (owned) alternative text of the image that is open */
  gboolean   is_after_image; /* the last thing in the open leaf was one */
  gboolean   is_fenced;
  unsigned   n_code_breaks; /* lines of a code block before the first that is not empty */

  GError *error;
} KistMarkdownBuilder;

void kist_markdown_builder_init (KistMarkdownBuilder *self, const char *source, gsize length, unsigned first_line);
KistBlock *kist_markdown_builder_finish (KistMarkdownBuilder *self);
KistBlock *kist_markdown_builder_top (KistMarkdownBuilder *self);
void       kist_markdown_builder_begin_image (KistMarkdownBuilder *self, char *target, const char *place);
void       kist_markdown_builder_end_image (KistMarkdownBuilder *self);
gboolean   kist_markdown_builder_become_image (KistMarkdownBuilder *self, KistBlock *paragraph);
void       kist_markdown_builder_add_images (KistMarkdownBuilder *self, KistBlock *block);
gboolean   kist_markdown_builder_has_room (KistMarkdownBuilder *self);
gboolean   kist_markdown_builder_push (KistMarkdownBuilder *self, KistBlockKind kind);
void       kist_markdown_builder_pop (KistMarkdownBuilder *self);
void       kist_markdown_builder_place (KistMarkdownBuilder *self, gsize offset);
void       kist_markdown_builder_append (KistMarkdownBuilder *self, const char *text, gsize length, gboolean is_entity);

G_END_DECLS
