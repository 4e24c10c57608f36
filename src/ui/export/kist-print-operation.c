#include "kist-print-operation.h"

/* On paper of another size the pages are as large as they can be, in the middle. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, const KistPrintPages *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double   width = gtk_print_context_get_width (context);
  double   height = gtk_print_context_get_height (context);
  double   scale = MIN (width / KIST_PRINT_PAGE_WIDTH, height / KIST_PRINT_PAGE_HEIGHT);

  cairo_translate (cr, (width - scale * KIST_PRINT_PAGE_WIDTH) / 2, (height - scale * KIST_PRINT_PAGE_HEIGHT) / 2);
  cairo_scale (cr, scale, scale);
  kist_print_pages_draw (pages, cr, (unsigned)page, (unsigned)page + 1, FALSE);
}

static void
free_cb (gpointer data, GClosure *closure)
{
  kist_print_pages_free (data);
}

/**
 * kist_print_operation_new:
 * @pages: (transfer full): what is printed
 * @title: what a list of what is being printed calls it
 *
 * Returns: (transfer full): what gtk_print_operation_run() is called on
 */
GtkPrintOperation *
kist_print_operation_new (KistPrintPages *pages, const char *title)
{
  GtkPrintOperation *self = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, a4);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (self, setup);
  gtk_print_operation_set_job_name (self, title);
  gtk_print_operation_set_n_pages (self, (int)kist_print_pages_get_n (pages));
  gtk_print_operation_set_unit (self, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (self, TRUE); /* the pages have margins of their own */
  gtk_print_operation_set_embed_page_setup (self, TRUE);
  gtk_print_operation_set_allow_async (self, TRUE);
  g_signal_connect_data (self, "draw-page", G_CALLBACK (draw_page_cb), pages, free_cb, G_CONNECT_DEFAULT);
  return self;
}
