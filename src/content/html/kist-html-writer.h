/* Writes Markdown as foreign HTML is walked: blocks, containers around them, marks around words. Spaces and marks are
 * written late, so that "<b> a </b>" comes out as " **a** ", and nothing is written for what stays empty. Belongs to
 * one call of kist_html_to_markdown(). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KIST_HTML_STRONG,
  KIST_HTML_EMPHASIS,
  KIST_HTML_STRIKE,
  KIST_HTML_N_MARKS,
} KistHtmlMark;

typedef enum
{
  KIST_HTML_BULLETS,
  KIST_HTML_NUMBERS,
  KIST_HTML_ITEM,
  KIST_HTML_QUOTE,
} KistHtmlContainer;

typedef struct _KistHtmlWriter KistHtmlWriter;

KistHtmlWriter *kist_html_writer_new (void);
char           *kist_html_writer_finish (KistHtmlWriter *self);
void            kist_html_writer_end_block (KistHtmlWriter *self);
void            kist_html_writer_begin_heading (KistHtmlWriter *self, unsigned level);
void            kist_html_writer_add_rule (KistHtmlWriter *self);
void            kist_html_writer_add_break (KistHtmlWriter *self);
void            kist_html_writer_add_text (KistHtmlWriter *self, const char *text);
void            kist_html_writer_add_code (KistHtmlWriter *self, const char *text, gboolean is_block);
void            kist_html_writer_mark (KistHtmlWriter *self, KistHtmlMark mark, int change);
void            kist_html_writer_begin_link (KistHtmlWriter *self, const char *target);
void            kist_html_writer_end_link (KistHtmlWriter *self);
void            kist_html_writer_open (KistHtmlWriter *self, KistHtmlContainer kind);
void            kist_html_writer_close (KistHtmlWriter *self, KistHtmlContainer kind);
void            kist_html_writer_begin_row (KistHtmlWriter *self);
void            kist_html_writer_begin_cell (KistHtmlWriter *self);
void            kist_html_writer_end_table (KistHtmlWriter *self);

G_END_DECLS
