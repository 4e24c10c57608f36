/* memmem () */
#define _GNU_SOURCE

#include "kist-pdf-catalogue.h"

#include <string.h>

/* What comes before the number of an object in the trailer (ISO 32000-1, 7.5.5). */
#define SIZE "/Size "
#define ROOT "/Root "
#define INFO "/Info "
#define START "startxref"
#define END ">>\nendobj"
#define ADDED "   /Lang (en-GB)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"

/* Returns (nullable): the last place of @text in @pdf, which is no text: it has zeros in it. */
static const char *
find_last (const char *pdf, gsize length, const char *text)
{
  gsize n = strlen (text);

  for (const char *place = length >= n ? pdf + length - n : NULL; place && place >= pdf; place--)
    if (memcmp (place, text, n) == 0)
      return place;
  return NULL;
}

/* Returns: the number behind @key; -1 when it is not in @text. */
static gint64
find_number (const char *text, const char *key)
{
  const char *place = text ? strstr (text, key) : NULL;

  return place ? g_ascii_strtoll (place + strlen (key), NULL, 10) : -1;
}

/* Returns (transfer full) (nullable): the last object of that number, without its first and last line. */
static char *
dup_object (const char *pdf, gsize length, gint64 number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GINT64_FORMAT " 0 obj\n", number);
  const char      *start = find_last (pdf, length, head);
  const char      *end = start ? memmem (start, (gsize)(pdf + length - start), END, strlen (END)) : NULL;

  return end ? g_strndup (start + strlen (head), (gsize)(end - start) - strlen (head)) : NULL;
}

/*
 * kist_pdf_catalogue_end:
 * @pdf: a document as cairo writes it in version 1.4, with one table of its objects at the end
 *
 * Adds a new catalogue behind what is there, as ISO 32000-1, 7.5.6, has it. A document that looks different stays as it
 * is, and is none the worse.
 */
void
kist_pdf_catalogue_end (GByteArray *pdf)
{
  const char      *data = (const char *)pdf->data;
  const char      *found = find_last (data, pdf->len, "trailer");
  g_autofree char *trailer = found ? g_strndup (found, (gsize)(data + pdf->len - found)) : NULL;
  gint64           size = find_number (trailer, SIZE), root = find_number (trailer, ROOT);
  gint64           info = find_number (trailer, INFO), table = find_number (trailer, START);
  g_autofree char *catalogue = root > 0 ? dup_object (data, pdf->len, root) : NULL;
  g_autoptr (GString) end = g_string_new (NULL);
  gsize place;

  if (!catalogue || size < 0 || info < 0 || table < 0 || strstr (catalogue, "/Lang"))
    return;
  g_string_append_printf (end, "%" G_GINT64_FORMAT " 0 obj\n%s" ADDED ">>\nendobj\n", root, catalogue);
  place = pdf->len + end->len;
  g_string_append_printf (end,
                          "xref\n%" G_GINT64_FORMAT " 1\n%010u 00000 n \ntrailer\n<< " SIZE "%" G_GINT64_FORMAT "\n   ",
                          root, pdf->len, size);
  g_string_append_printf (end, ROOT "%" G_GINT64_FORMAT " 0 R\n   " INFO "%" G_GINT64_FORMAT " 0 R\n   ", root, info);
  g_string_append_printf (end, "/Prev %" G_GINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table,
                          place);
  g_byte_array_append (pdf, (const guint8 *)end->str, (unsigned)end->len);
}
