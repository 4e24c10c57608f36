#include "kist-html-writer-private.h"

void
kist_html_writer_begin_row (KistHtmlWriter *self)
{
  if (self->is_in_row && self->n_cells == 0)
    return;
  if (self->is_in_row)
    {
      while (self->n_written > 0)
        kist_html_writer_pop_mark (self);
      g_string_append (self->out, " |");
      self->n_columns = self->n_rows == 0 ? self->n_cells : self->n_columns;
      if (self->n_rows++ == 0)
        {
          g_string_append_c (self->out, '\n');
          kist_html_writer_add_prefix (self);
          for (unsigned i = 0; i < self->n_columns; i++)
            g_string_append (self->out, "|---");
          g_string_append_c (self->out, '|');
        }
      g_string_append_c (self->out, '\n');
      kist_html_writer_add_prefix (self);
    }
  else
    {
      kist_html_writer_end_block (self);
      kist_html_writer_begin_block (self);
      self->n_rows = 0;
    }
  self->n_cells = 0;
  self->is_in_row = TRUE;
}

void
kist_html_writer_begin_cell (KistHtmlWriter *self)
{
  if (!self->is_in_row)
    return;
  kist_html_writer_end_link (self);
  while (self->n_written > 0)
    kist_html_writer_pop_mark (self);
  g_string_append (self->out, self->n_cells++ > 0 ? " | " : "| ");
  self->is_line_start = TRUE;
  self->has_space = FALSE;
}

void
kist_html_writer_end_table (KistHtmlWriter *self)
{
  if (!self->is_in_row)
    return;
  kist_html_writer_end_link (self);
  kist_html_writer_begin_row (self);
  /* The line of the row that never came. From the end: a text may be nothing but tables. */
  if (self->n_rows > 0)
    {
      gsize length = self->out->len;

      while (self->out->str[length - 1] != '\n')
        length--;
      g_string_truncate (self->out, length - 1);
    }
  self->is_in_row = FALSE;
  self->is_in_block = FALSE;
}
