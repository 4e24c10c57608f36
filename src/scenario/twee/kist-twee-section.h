/* One passage of a Twee file as it is written: its header taken apart, its lines untouched. The first step of reading a
 * scenario, so that every name is known before the first link is looked at. Lives on the parser's thread only. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

/* A paragraph is one line; none that a person wrote is longer. */
#define KIST_TWEE_MAX_LINE 32768

/* json-glib reads nested values by recursion, and Twine nests two levels. */
#define KIST_TWEE_MAX_NESTING 16

/**
 * KistTweeSection:
 * @name: (owned): unescaped, without blanks around it
 * @tags: (owned): as written
 * @tag_columns: (owned) (element-type guint): where each of @tags stands in the header
 * @line: where the header stands
 * @body: (unowned): the first of @n_lines NUL-terminated lines that follow each other
 * @n_lines: how many lines up to the next header
 */
typedef struct
{
  char       *name;
  char      **tags;
  GArray     *tag_columns;
  unsigned    line;
  const char *body;
  unsigned    n_lines;
} KistTweeSection;

GPtrArray *kist_twee_section_split (char *text, const char *file, KistReport *report);
gboolean   kist_twee_section_has_tag (const KistTweeSection *self, const char *tag);
char      *kist_twee_section_dup_body (const KistTweeSection *self);
char      *kist_twee_unescape (const char *text, gsize length);

G_END_DECLS
