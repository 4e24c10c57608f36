#include "kist-print-piece.h"

/* Of a line across a page, with the space below it. */
#define RULE_HEIGHT 12.0

static void
cell_free (gpointer data)
{
  KistPrintCell *cell = data;

  g_object_unref (cell->layout);
  g_clear_pointer (&cell->links, g_array_unref);
  g_free (cell);
}

/*
 * kist_print_tag_clear:
 * @self: a tag
 *
 * Frees what it holds.
 */
void
kist_print_tag_clear (KistPrintTag *self)
{
  g_clear_object (&self->marker);
}

/*
 * kist_print_piece_new:
 *
 * Returns: (transfer full): a piece with nothing in it
 */
KistPrintPiece *
kist_print_piece_new (void)
{
  KistPrintPiece *self = g_new0 (KistPrintPiece, 1);

  self->opens = g_array_new (FALSE, FALSE, sizeof (KistPrintTag));
  g_array_set_clear_func (self->opens, (GDestroyNotify)kist_print_tag_clear);
  self->closes = g_ptr_array_new ();
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (KistPrintLine));
  return self;
}

/*
 * kist_print_piece_free:
 * @self: (transfer full): a piece
 */
void
kist_print_piece_free (KistPrintPiece *self)
{
  g_array_unref (self->opens);
  g_ptr_array_unref (self->closes);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->lines);
  g_free (self);
}

/*
 * kist_print_piece_add_cell:
 * @self: a piece
 * @name: (transfer none): what it is, static
 * @layout: (transfer full): its text, with its width
 * @links: (transfer full) (nullable) (element-type KistPrintLink): its links
 * @x: from the left edge of the page
 *
 * Returns: (transfer none): the cell
 */
KistPrintCell *
kist_print_piece_add_cell (KistPrintPiece *self, const char *name, PangoLayout *layout, GArray *links, double x)
{
  KistPrintCell *cell = g_new0 (KistPrintCell, 1);

  cell->name = name;
  cell->layout = layout;
  cell->links = links;
  cell->x = x;
  g_ptr_array_add (self->cells, cell);
  return cell;
}

static void
add_lines (GArray *lines, PangoLayout *layout)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);

  do
    {
      KistPrintLine line;
      int           top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.top = pango_units_to_double (top);
      line.bottom = pango_units_to_double (bottom);
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
}

/*
 * kist_print_piece_end_cells:
 * @self: a piece that gets no more cells
 *
 * Finds its lines: those of its cell; of several cells, which stand beside each other, one.
 */
void
kist_print_piece_end_cells (KistPrintPiece *self)
{
  KistPrintLine line = { 0, self->cells->len > 0 ? 0 : RULE_HEIGHT };

  if (self->cells->len == 1)
    {
      add_lines (self->lines, ((KistPrintCell *)g_ptr_array_index (self->cells, 0))->layout);
      return;
    }
  for (unsigned i = 0; i < self->cells->len; i++)
    {
      int height;

      pango_layout_get_size (((KistPrintCell *)g_ptr_array_index (self->cells, i))->layout, NULL, &height);
      line.bottom = MAX (line.bottom, pango_units_to_double (height));
    }
  g_array_append_val (self->lines, line);
}

/*
 * kist_print_piece_get_height:
 * @self: a piece
 * @first: a line
 * @n_lines: how many from there, at least 1
 *
 * Returns: how high they are, in points
 */
double
kist_print_piece_get_height (const KistPrintPiece *self, unsigned first, unsigned n_lines)
{
  return g_array_index (self->lines, KistPrintLine, first + n_lines - 1).bottom -
         g_array_index (self->lines, KistPrintLine, first).top;
}

/*
 * kist_print_is_right_to_left:
 * @layout: a text
 *
 * Returns: whether its first line begins on the right
 */
gboolean
kist_print_is_right_to_left (PangoLayout *layout)
{
  return pango_layout_get_line_readonly (layout, 0)->resolved_dir == PANGO_DIRECTION_RTL;
}
