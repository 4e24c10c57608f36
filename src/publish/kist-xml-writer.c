#include "kist-xml-writer.h"

#include <libxml/xmlwriter.h>
#include <string.h>

#include "base/kist-error.h"

struct _KistXmlWriter
{
  xmlBuffer     *buffer; /* (owned) */
  xmlTextWriter *writer; /* (owned) */
  gboolean       is_good;
};

static void
note (KistXmlWriter *self, int written)
{
  self->is_good = self->is_good && written >= 0;
}

/* Char of https://www.w3.org/TR/xml/#charsets */
static gboolean
is_legal (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

/* Returns (transfer full): @text as XML can hold it. */
static char *
make_legal (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *legal = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    if (is_legal (g_utf8_get_char (p)))
      g_string_append_len (legal, p, g_utf8_next_char (p) - p);
  return g_string_free (legal, FALSE);
}

/**
 * kist_xml_writer_new:
 * @is_indented: whether elements stand on lines of their own; not for a document in which text and elements mix
 *
 * Returns: (transfer full): a writer that has written the XML declaration
 */
KistXmlWriter *
kist_xml_writer_new (gboolean is_indented)
{
  KistXmlWriter *self = g_new0 (KistXmlWriter, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = self->buffer ? xmlNewTextWriterMemory (self->buffer, 0) : NULL;
  if (!self->writer)
    g_error ("there is no memory for an XML writer");
  self->is_good = TRUE;
  note (self, xmlTextWriterSetIndent (self->writer, is_indented));
  note (self, xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", NULL));
  return self;
}

/**
 * kist_xml_writer_free:
 * @self: (transfer full) (nullable): a writer, finished or not
 */
void
kist_xml_writer_free (KistXmlWriter *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_free (self);
}

/**
 * kist_xml_writer_start:
 * @self: a writer
 * @name: of an element, with its prefix
 */
void
kist_xml_writer_start (KistXmlWriter *self, const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  note (self, xmlTextWriterStartElement (self->writer, (const xmlChar *)name));
}

/**
 * kist_xml_writer_end:
 * @self: a writer, in an element, which ends
 */
void
kist_xml_writer_end (KistXmlWriter *self)
{
  g_return_if_fail (self != NULL);

  note (self, xmlTextWriterEndElement (self->writer));
}

/**
 * kist_xml_writer_attribute:
 * @self: a writer, in an element that holds nothing yet
 * @name: of an attribute
 * @value: any text
 */
void
kist_xml_writer_attribute (KistXmlWriter *self, const char *name, const char *value)
{
  g_autofree char *legal = NULL;

  g_return_if_fail (self != NULL && name != NULL && value != NULL);

  legal = make_legal (value);
  note (self, xmlTextWriterWriteAttribute (self->writer, (const xmlChar *)name, (const xmlChar *)legal));
}

/**
 * kist_xml_writer_text:
 * @self: a writer, in an element
 * @text: any text
 */
void
kist_xml_writer_text (KistXmlWriter *self, const char *text)
{
  g_autofree char *legal = NULL;

  g_return_if_fail (self != NULL && text != NULL);

  legal = make_legal (text);
  note (self, xmlTextWriterWriteString (self->writer, (const xmlChar *)legal));
}

/**
 * kist_xml_writer_cdata:
 * @self: a writer, in an element
 * @text: any text
 *
 * As kist_xml_writer_text(), in the form that some readers insist on. What would end it is divided between two.
 */
void
kist_xml_writer_cdata (KistXmlWriter *self, const char *text)
{
  g_autofree char *legal = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (self != NULL && text != NULL);

  legal = make_legal (text);
  parts = g_strsplit (legal, "]]>", -1);
  for (unsigned i = 0; parts[i]; i++)
    {
      g_autofree char *part = g_strconcat (i > 0 ? ">" : "", parts[i], parts[i + 1] ? "]]" : "", NULL);

      note (self, xmlTextWriterWriteCDATA (self->writer, (const xmlChar *)part));
    }
}

/**
 * kist_xml_writer_element:
 * @self: a writer
 * @name: of an element, with its prefix
 * @text: all that it holds
 */
void
kist_xml_writer_element (KistXmlWriter *self, const char *name, const char *text)
{
  kist_xml_writer_start (self, name);
  kist_xml_writer_text (self, text);
  kist_xml_writer_end (self);
}

/**
 * kist_xml_writer_finish:
 * @self: a writer, which must not be written to any more
 * @error: where to put an error: %KIST_ERROR_FAILED when something could not be written
 *
 * Ends what is still open.
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
kist_xml_writer_finish (KistXmlWriter *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->writer != NULL, NULL);

  note (self, xmlTextWriterEndDocument (self->writer));
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  if (self->is_good)
    return g_bytes_new (xmlBufferContent (self->buffer), (gsize)xmlBufferLength (self->buffer));
  g_set_error_literal (error, KIST_ERROR, KIST_ERROR_FAILED, "The entries could not be written as XML.");
  return NULL;
}
