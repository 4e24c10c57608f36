/* A body as OpenDocument text: the block tree as headings, paragraphs, lists and tables under the styles that
 * odt-styles.xml names. For publish/ alone; pure; any thread. */
#pragma once

#include "publish/kist-publication.h"
#include "publish/kist-xml-writer.h"

G_BEGIN_DECLS

/* The folder of the package in which the pictures are. */
#define KIST_ODT_PICTURES "Pictures/"

void
kist_odt_body_write (KistXmlWriter *writer, const KistPublication *publication, const char *markdown, unsigned level);

G_END_DECLS
