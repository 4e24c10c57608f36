#include "kist-print-builder.h"

#include "kist-print-picture.h"
#include "kist-print-text.h"

/* Levels that PDF knows (ISO 32000-1, 14.8.4.3.2). */
#define MOST_LEVELS 6
/* For a marker, or a quotation; what is nested deeper stands no further in, so that there is room for words. */
#define INDENT 20.0
#define MOST_INDENTS 8
/* Between the columns of a table, in points. */
#define COLUMN_SPACE 9.0
/* Above a paragraph, and above an item of a list. */
#define SPACE 7.0
#define SMALL_SPACE 3.0

static const char *const heading_names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };
static const double      heading_sizes[] = { 18, 15, 13, 12, 11, 11 };

struct _KistPrintBuilder
{
  PangoContext          *context;     /* (owned) */
  const KistPublication *publication; /* (unowned) what has the pictures */
  GCancellable          *cancellable; /* (owned) (nullable) */
  GPtrArray             *pieces;      /* (element-type KistPrintPiece) (owned) */
  GArray                *opens;       /* (element-type KistPrintTag) (owned) what begins with the next piece */
  unsigned               n_indents;
  unsigned               level;    /* of the highest heading */
  gboolean               is_tight; /* the next piece stands close to the one before */
};

/* ---- pieces */

static void
open_tag (KistPrintBuilder *self, const char *name)
{
  KistPrintTag tag = { name, NULL };

  g_array_append_val (self->opens, tag);
}

/* What has nothing in it is not there. */
static void
close_tag (KistPrintBuilder *self, const char *name)
{
  if (self->opens->len > 0)
    g_array_set_size (self->opens, self->opens->len - 1);
  else
    g_ptr_array_add (((KistPrintPiece *)g_ptr_array_index (self->pieces, self->pieces->len - 1))->closes, (char *)name);
}

/* Returns (transfer none): a piece below the others. */
static KistPrintPiece *
add_piece (KistPrintBuilder *self, double before)
{
  KistPrintPiece *piece = kist_print_piece_new ();

  piece->before = self->is_tight ? SMALL_SPACE : before;
  self->is_tight = FALSE;
  g_array_append_vals (piece->opens, self->opens->data, self->opens->len);
  for (unsigned i = 0; i < self->opens->len; i++)
    g_array_index (self->opens, KistPrintTag, i).marker = NULL; /* the piece's now */
  g_array_set_size (self->opens, 0);
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

static double
get_indent (KistPrintBuilder *self)
{
  return INDENT * MIN (self->n_indents, MOST_INDENTS);
}

/* A text that is written from right to left stands in from the right. */
static double
get_x (KistPrintBuilder *self, PangoLayout *layout)
{
  return KIST_PRINT_MARGIN + (kist_print_is_right_to_left (layout) ? 0 : get_indent (self));
}

/* Takes @layout and @links. */
static KistPrintPiece *
add_layout (KistPrintBuilder *self, const char *name, PangoLayout *layout, GArray *links, double before)
{
  KistPrintPiece *piece = add_piece (self, before);

  kist_print_piece_add_cell (piece, name, layout, links, get_x (self, layout));
  kist_print_piece_end_cells (piece);
  return piece;
}

static KistPrintPiece *
add_words (KistPrintBuilder *self, const char *name, const char *text, const char *font, double size, double before)
{
  PangoLayout *layout = kist_print_text_new (self->context, text, font, size, KIST_PRINT_WIDTH - get_indent (self));

  return add_layout (self, name, layout, NULL, before);
}

static KistPrintPiece *
add_spans (KistPrintBuilder *self, const char *name, GPtrArray *spans, const char *font, double size, double before)
{
  GArray      *links;
  PangoLayout *layout =
      kist_print_text_new_styled (self->context, spans, font, size, KIST_PRINT_WIDTH - get_indent (self), &links);

  return add_layout (self, name, layout, links, before);
}

/* ---- blocks */

static void add_block (KistPrintBuilder *self, const KistBlock *block);

static void
add_children (KistPrintBuilder *self, const KistBlock *block)
{
  for (unsigned i = 0; block->children && i < block->children->len && !g_cancellable_is_cancelled (self->cancellable);
       i++)
    add_block (self, g_ptr_array_index (block->children, i));
}

static void
mark_heading (KistPrintPiece *piece, unsigned level)
{
  piece->keeps_next = TRUE;
  piece->outline = level;
}

static char *
dup_marker (const KistBlock *list, unsigned index)
{
  const KistBlock *item = g_ptr_array_index (list->children, index);

  if (item->task != KIST_TASK_NONE)
    return g_strdup (item->task == KIST_TASK_DONE ? "☑" : "☐");
  return list->is_ordered ? g_strdup_printf ("%u.", list->start + index) : g_strdup ("•");
}

static void
add_list (KistPrintBuilder *self, const KistBlock *list)
{
  open_tag (self, "L");
  self->n_indents++;
  for (unsigned i = 0; i < list->children->len; i++)
    {
      g_autofree char *marker = dup_marker (list, i);

      open_tag (self, "LI");
      open_tag (self, "LBody");
      g_array_index (self->opens, KistPrintTag, self->opens->len - 1).marker =
          kist_print_text_new (self->context, marker, "sans", 11, 0);
      self->is_tight = i > 0;
      add_children (self, g_ptr_array_index (list->children, i));
      self->is_tight = FALSE;
      close_tag (self, "LBody");
      close_tag (self, "LI");
    }
  self->n_indents--;
  close_tag (self, "L");
}

/* The columns are of one width: what is in them is not known to be of any kind. */
static void
add_row (KistPrintBuilder *self, const KistBlock *row, gboolean is_header, gboolean is_stacked)
{
  double          width = (KIST_PRINT_WIDTH - get_indent (self)) / MAX (row->children->len, 1);
  KistPrintPiece *piece = NULL;

  open_tag (self, "TR");
  for (unsigned i = 0; i < row->children->len; i++)
    {
      const KistBlock *cell = g_ptr_array_index (row->children, i);
      const char      *name = is_header ? "TH" : "TD", *font = is_header ? "sans bold" : "sans";
      GArray          *links;
      PangoLayout     *layout;

      if (is_stacked)
        {
          add_spans (self, name, cell->spans, font, 10, SMALL_SPACE);
          continue;
        }
      layout = kist_print_text_new_styled (self->context, cell->spans, font, 10, width - COLUMN_SPACE, &links);
      piece = piece ? piece : add_piece (self, SMALL_SPACE);
      kist_print_piece_add_cell (piece, name, layout, links, KIST_PRINT_MARGIN + get_indent (self) + i * width);
    }
  if (piece)
    kist_print_piece_end_cells (piece);
  close_tag (self, "TR");
}

/* A row cannot be parted between two pages, so that one which needs a page of its own is written cell below cell, as
 * are more columns than have room for a word. */
static gboolean
must_stack (const KistBlock *table)
{
  const unsigned most_columns = 8, most_characters = 400;

  for (unsigned i = 0; i < table->children->len; i++)
    {
      const KistBlock *row = g_ptr_array_index (table->children, i);

      if (row->children->len > most_columns)
        return TRUE;
      for (unsigned j = 0; j < row->children->len; j++)
        {
          g_autofree char *text = kist_block_to_text (g_ptr_array_index (row->children, j));

          if (g_utf8_strlen (text, -1) > most_characters)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_table (KistPrintBuilder *self, const KistBlock *table)
{
  gboolean is_stacked = must_stack (table);

  open_tag (self, "Table");
  for (unsigned i = 0; i < table->children->len; i++)
    add_row (self, g_ptr_array_index (table->children, i), i == 0, is_stacked);
  close_tag (self, "Table");
}

/* One that is missing is its words. */
static void
add_picture (KistPrintBuilder *self, const KistBlock *block)
{
  KistImage       *image = kist_publication_find_image (self->publication, block->target);
  g_autofree char *words = kist_block_to_text (block);
  g_autofree char *instead = g_strdup_printf ("[Picture: %s]", words);
  PangoLayout     *layout =
      image ? kist_print_picture_new (self->context, image, words, KIST_PRINT_WIDTH - get_indent (self)) : NULL;

  if (layout)
    add_layout (self, "Figure", layout, NULL, SPACE);
  else if (*words)
    add_words (self, "P", instead, "sans", 11, SPACE);
}

static void
add_block (KistPrintBuilder *self, const KistBlock *block)
{
  unsigned level;

  switch (block->kind)
    {
    case KIST_BLOCK_HEADING:
      level = MIN (MOST_LEVELS, self->level + block->level - 1);
      mark_heading (add_spans (self, heading_names[level - 1], block->spans, "sans bold", heading_sizes[level - 1], 14),
                    level);
      break;
    case KIST_BLOCK_IMAGE:
      add_picture (self, block);
      break;
    case KIST_BLOCK_PARAGRAPH:
      add_spans (self, "P", block->spans, "sans", 11, SPACE);
      break;
    case KIST_BLOCK_CODE:
      add_spans (self, "P", block->spans, "monospace", 10, SPACE);
      break;
    case KIST_BLOCK_RULE:
      kist_print_piece_end_cells (add_piece (self, SPACE));
      break;
    case KIST_BLOCK_LIST:
      add_list (self, block);
      break;
    case KIST_BLOCK_TABLE:
      add_table (self, block);
      break;
    case KIST_BLOCK_QUOTE:
      open_tag (self, "BlockQuote");
      self->n_indents++;
      add_children (self, block);
      self->n_indents--;
      close_tag (self, "BlockQuote");
      break;
    case KIST_BLOCK_DOCUMENT:
    case KIST_BLOCK_ITEM:
    case KIST_BLOCK_ROW:
    case KIST_BLOCK_CELL:
    default:
      add_children (self, block);
      break;
    }
}

/* ---- what others call */

/*
 * kist_print_builder_new:
 * @context: whose fonts are used, at one point to the unit
 * @publication: what has the pictures; it lives as long as the builder
 * @cancellable: (nullable): stops it between two blocks; what was built then is good for nothing
 *
 * Returns: (transfer full): a builder with nothing built
 */
KistPrintBuilder *
kist_print_builder_new (PangoContext *context, const KistPublication *publication, GCancellable *cancellable)
{
  KistPrintBuilder *self = g_new0 (KistPrintBuilder, 1);

  self->context = g_object_ref (context);
  self->publication = publication;
  g_set_object (&self->cancellable, cancellable);
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_print_piece_free);
  self->opens = g_array_new (FALSE, FALSE, sizeof (KistPrintTag));
  g_array_set_clear_func (self->opens, (GDestroyNotify)kist_print_tag_clear);
  return self;
}

/*
 * kist_print_builder_free:
 * @self: (transfer full): a builder
 */
void
kist_print_builder_free (KistPrintBuilder *self)
{
  g_object_unref (self->context);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_array_unref (self->opens);
  g_free (self);
}

/*
 * kist_print_builder_add_heading:
 * @self: a builder
 * @text: its words
 * @level: 1 to 6
 */
void
kist_print_builder_add_heading (KistPrintBuilder *self, const char *text, unsigned level)
{
  mark_heading (add_words (self, heading_names[level - 1], text, "sans bold", heading_sizes[level - 1], 0), level);
}

/*
 * kist_print_builder_add_facts:
 * @self: a builder
 * @text: what is known of an entry, in a line below its title
 */
void
kist_print_builder_add_facts (KistPrintBuilder *self, const char *text)
{
  add_words (self, "P", text, "sans", 9, SMALL_SPACE);
}

/*
 * kist_print_builder_add_text:
 * @self: a builder
 * @text: plain text
 */
void
kist_print_builder_add_text (KistPrintBuilder *self, const char *text)
{
  add_words (self, "P", text, "sans", 11, SPACE);
}

/*
 * kist_print_builder_add_document:
 * @self: a builder
 * @document: a text
 * @level: of its highest heading, 1 to 6
 */
void
kist_print_builder_add_document (KistPrintBuilder *self, KistDocument *document, unsigned level)
{
  self->level = level;
  add_block (self, kist_document_get_root (document));
}

/*
 * kist_print_builder_finish:
 * @self: a builder, which builds nothing more
 *
 * Returns: (transfer full) (element-type KistPrintPiece): what was built
 */
GPtrArray *
kist_print_builder_finish (KistPrintBuilder *self)
{
  return g_steal_pointer (&self->pieces);
}
