/* Well-formed XML into memory, through libxml2's writer: what no XML may hold is left out of every text, so that
 * nothing a person pasted can make a file that no other program opens. One fault makes the whole fail at the end, so
 * that nobody checks every call. Owned by who writes, on its thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KistXmlWriter KistXmlWriter;

KistXmlWriter *kist_xml_writer_new (gboolean is_indented);
void           kist_xml_writer_free (KistXmlWriter *self);
void           kist_xml_writer_start (KistXmlWriter *self, const char *name);
void           kist_xml_writer_end (KistXmlWriter *self);
void           kist_xml_writer_attribute (KistXmlWriter *self, const char *name, const char *value);
void           kist_xml_writer_text (KistXmlWriter *self, const char *text);
void           kist_xml_writer_cdata (KistXmlWriter *self, const char *text);
void           kist_xml_writer_element (KistXmlWriter *self, const char *name, const char *text);
GBytes        *kist_xml_writer_finish (KistXmlWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistXmlWriter, kist_xml_writer_free)

G_END_DECLS
