#include <cairo-pdf.h>

#include "base/kist-date.h"
#include "base/kist-error.h"
#include "kist-pdf-catalogue.h"
#include "kist-print-pages.h"
#include "publish/kist-publish-private.h"

/* A bookshelf; and few enough for the memory of any computer that runs Kist. */
#define MOST_PAGES 20000
#define MOST_LEVELS 6

/* One document in the making. */
typedef struct
{
  const KistPublication *publication;
  cairo_surface_t       *surface;
  cairo_t               *cr;
  PangoContext          *context;
  GPtrArray             *pictures; /* (element-type utf8) what each one shows */
  unsigned               n_pages;
  int                    parents[MOST_LEVELS + 1]; /* by level, the last heading's place in the outline */
} Document;

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_outline_cb (const char *title, unsigned level, double y, gpointer data)
{
  Document        *self = data;
  char             number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *place =
      g_strdup_printf ("page=%u pos=[0 %s]", self->n_pages, g_ascii_formatd (number, sizeof number, "%.2f", y));

  self->parents[level] = cairo_pdf_surface_add_outline (self->surface, self->parents[level - 1], title, place,
                                                        level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (unsigned i = level + 1; i <= MOST_LEVELS; i++)
    self->parents[i] = self->parents[level]; /* a level may be left out */
}

/* Each entry begins a page, so that one can be handed on without the others. */
static gboolean
add_entry (Document *self, const KistPublicEntry *item, GCancellable *cancellable, GError **error)
{
  g_autoptr (KistPrintPages) pages = kist_print_pages_new (self->context, self->publication, item, cancellable);

  if (self->n_pages + kist_print_pages_get_n (pages) > MOST_PAGES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED,
                   "These are more than %u pages, which is too much for one PDF: choose fewer entries.", MOST_PAGES);
      return FALSE;
    }
  for (unsigned i = 0; i < kist_print_pages_get_n (pages); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->n_pages++ > 0) /* the last page has the end of the document, which would else begin another */
        cairo_show_page (self->cr);
      kist_print_pages_draw (pages, self->cr, i, self->n_pages, TRUE);
      kist_print_pages_list_pictures (pages, i, self->pictures);
      kist_print_pages_foreach_heading (pages, i, add_outline_cb, self);
    }
  return TRUE;
}

/* Nobody's name is in it: who hands it on says who wrote it. */
static void
describe (Document *self)
{
  const KistPublication *publication = self->publication;
  gboolean               is_single = publication->entries->len == 1;
  g_autoptr (GDateTime) date = kist_date_new_utc (kist_publication_get_updated (publication));
  g_autofree char *updated = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE,
                                  is_single ? kist_publication_get_entry (publication, 0)->title : publication->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Kist");
  /* cairo would take the clock's: the same entries give the same bytes on any day. */
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, updated);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, updated);
}

/* Returns: whether all of it could be drawn. */
static gboolean
draw (Document *self, KistPublishProgress *progress, GError **error)
{
  GCancellable *cancellable = progress ? progress->cancellable : NULL;
  gboolean      is_good = TRUE;

  cairo_tag_begin (self->cr, "Document", "");
  for (unsigned i = 0; is_good && i < self->publication->entries->len; i++)
    {
      is_good = add_entry (self, kist_publication_get_entry (self->publication, i), cancellable, error);
      if (progress)
        g_atomic_int_inc (&progress->n_done);
    }
  cairo_tag_end (self->cr, "Document");
  cairo_show_page (self->cr);
  return is_good;
}

/*
 * kist_publish_pdf:
 * @publication: what is to be taken out
 * @progress: (nullable): tells how far it is, and stops it
 * @error: where to put an error
 *
 * A4, tagged (ISO 32000-1, 14.8), with an outline of its headings, and in the fonts of this computer, which are put in.
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
kist_publish_pdf (const KistPublication *publication, KistPublishProgress *progress, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);
  Document self = { publication, NULL, NULL, kist_print_create_context (), pictures, 0, { 0 } };
  gboolean is_good;

  self.surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, KIST_PRINT_PAGE_WIDTH, KIST_PRINT_PAGE_HEIGHT);
  cairo_pdf_surface_restrict_to_version (self.surface, CAIRO_PDF_VERSION_1_4); /* what kist_pdf_catalogue_end() reads */
  self.cr = cairo_create (self.surface);
  describe (&self);
  is_good = draw (&self, progress, error);
  cairo_surface_finish (self.surface);
  if (is_good && cairo_surface_status (self.surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "The PDF could not be made: %s.",
                   cairo_status_to_string (cairo_surface_status (self.surface)));
      is_good = FALSE;
    }
  cairo_destroy (self.cr);
  cairo_surface_destroy (self.surface);
  g_object_unref (self.context);
  if (is_good)
    kist_pdf_catalogue_end (bytes, pictures);
  if (is_good)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}
