/* What a writer of kist-html-writer.h is made of, for its two files. */
#pragma once

#include "kist-html-writer.h"

G_BEGIN_DECLS

/* Lists and quotes in each other, as deep as a text of Kist may be; what is deeper stays at the last level. */
#define MAX_CONTAINERS 12

typedef struct
{
  KistHtmlContainer kind;
  unsigned          number;   /* of a list: of its next item; of an item: its own, 0 for a bullet */
  gboolean          is_begun; /* of an item: whether its sign was written */
  unsigned          beyond;   /* how many more of its kind were opened inside of the last level */
} Container;

struct _KistHtmlWriter
{
  GString     *out;
  Container    containers[MAX_CONTAINERS];
  unsigned     n_containers;
  unsigned     beyond; /* containers that are open and do not count */
  gboolean     is_in_block;
  gboolean     is_line_start;
  gboolean     has_space;
  gboolean     is_heading;
  int          wanted[KIST_HTML_N_MARKS];
  KistHtmlMark written[KIST_HTML_N_MARKS];
  unsigned     n_written;
  char        *link;      /* (owned) (nullable) */
  gboolean     is_linked; /* whether its bracket was written */
  unsigned     link_depth;
  unsigned     n_rows;    /* of the table so far */
  unsigned     n_cells;   /* of the row so far */
  unsigned     n_columns; /* of the first row */
  gboolean     is_in_row;
};

void kist_html_writer_add_prefix (KistHtmlWriter *self);
void kist_html_writer_begin_block (KistHtmlWriter *self);
void kist_html_writer_pop_mark (KistHtmlWriter *self);

G_END_DECLS
