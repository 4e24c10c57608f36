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
#define FIGURE "/S /Figure"
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

/* Appends the object of that number as it is now, and where it stands to @table. */
static void
append_object (const GByteArray *pdf,
               GString          *end,
               GString          *table,
               gint64            number,
               const char       *object,
               const char       *added)
{
  g_string_append_printf (table, "%" G_GINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          pdf->len + end->len);
  g_string_append_printf (end, "%" G_GINT64_FORMAT " 0 obj\n%s%s>>\nendobj\n", number, object, added);
}

/* Returns (transfer full): "/Alt" with @words as a PDF has text that is not ASCII: UTF-16, as digits (7.9.2.2). */
static char *
dup_alternative (const char *words)
{
  glong                 length = 0;
  g_autofree gunichar2 *letters = g_utf8_to_utf16 (words, -1, NULL, &length, NULL);
  GString              *out = g_string_new ("   /Alt <FEFF");

  for (glong i = 0; letters && i < length; i++)
    g_string_append_printf (out, "%04X", letters[i]);
  g_string_append (out, ">\n");
  return g_string_free (out, FALSE);
}

/* The structure's elements stand in the file in the order of the pages; those of pictures get their words. */
static void
describe_pictures (const GByteArray *pdf, GPtrArray *pictures, GString *end, GString *table)
{
  const char *data = (const char *)pdf->data;
  const char *place = data;

  for (unsigned i = 0; i < pictures->len; i++)
    {
      const char      *head;
      g_autofree char *object = NULL;
      g_autofree char *added = dup_alternative (g_ptr_array_index (pictures, i));
      gint64           number;

      place = memmem (place, (gsize)(data + pdf->len - place), FIGURE, strlen (FIGURE));
      head = place ? find_last (data, (gsize)(place - data), " 0 obj\n") : NULL;
      if (!head)
        return;
      while (head > data && g_ascii_isdigit (head[-1]))
        head--;
      number = g_ascii_strtoll (head, NULL, 10);
      object = dup_object (data, pdf->len, number);
      if (object)
        append_object (pdf, end, table, number, object, added);
      place += strlen (FIGURE);
    }
}

/*
 * kist_pdf_catalogue_end:
 * @pdf: a document as cairo writes it in version 1.4, with one table of its objects at the end
 * @pictures: (element-type utf8): what its pictures show, in their order
 *
 * Adds a new catalogue behind what is there, as ISO 32000-1, 7.5.6, has it. A document that looks different stays as it
 * is, and is none the worse.
 */
void
kist_pdf_catalogue_end (GByteArray *pdf, GPtrArray *pictures)
{
  const char      *data = (const char *)pdf->data;
  const char      *found = find_last (data, pdf->len, "trailer");
  g_autofree char *trailer = found ? g_strndup (found, (gsize)(data + pdf->len - found)) : NULL;
  gint64           size = find_number (trailer, SIZE), root = find_number (trailer, ROOT);
  gint64           info = find_number (trailer, INFO), table = find_number (trailer, START);
  g_autofree char *catalogue = root > 0 ? dup_object (data, pdf->len, root) : NULL;
  g_autoptr (GString) end = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);
  gsize place;

  if (!catalogue || size < 0 || info < 0 || table < 0 || strstr (catalogue, "/Lang"))
    return;
  append_object (pdf, end, added, root, catalogue, ADDED);
  describe_pictures (pdf, pictures, end, added);
  place = pdf->len + end->len;
  g_string_append_printf (end, "xref\n%strailer\n<< " SIZE "%" G_GINT64_FORMAT "\n   ", added->str, size);
  g_string_append_printf (end, ROOT "%" G_GINT64_FORMAT " 0 R\n   " INFO "%" G_GINT64_FORMAT " 0 R\n   ", root, info);
  g_string_append_printf (end, "/Prev %" G_GINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table,
                          place);
  g_byte_array_append (pdf, (const guint8 *)end->str, (unsigned)end->len);
}
