/* The labels that a document's text stands in: one per heading, paragraph, table cell or block of code, selectable,
 * with links, at a text size, and with the matches of a search marked. Functions on plain GtkLabels (GtkLabel cannot be
 * derived from), called by the document's view. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "content/kist-document.h"

G_BEGIN_DECLS

/**
 * KistMatch:
 * @text: which label
 * @start: byte in its text
 * @end: byte after the match
 */
typedef struct
{
  guint text;
  guint start;
  guint end;
} KistMatch;

/**
 * KistLink:
 * @text: which label
 * @start: where it begins, in characters
 */
typedef struct
{
  guint text;
  int   start;
} KistLink;

/**
 * KistDocumentParts:
 * @texts: (element-type GtkLabel): the labels with the author's text, in reading order; the widgets around own them
 * @markers: (element-type GtkLabel): the labels with bullets and numbers; likewise
 * @links: (element-type KistLink): in reading order
 *
 * What a view needs to know of the widgets inside its blocks.
 */
typedef struct
{
  GPtrArray *texts;
  GPtrArray *markers;
  GArray    *links;
} KistDocumentParts;

GtkWidget      *
kist_document_text_new (KistDocumentParts *parts, GPtrArray *spans, GtkAccessibleRole role, const char *css_class);
void kist_document_text_find (GtkLabel *label, guint index, const char *wanted, GArray *matches);
void kist_document_text_decorate (GtkLabel        *label,
                                  double           zoom,
                                  const KistMatch *matches,
                                  gsize            n_matches,
                                  const KistMatch *current);
char *kist_document_text_dup_selection (GtkLabel *label);

G_END_DECLS
