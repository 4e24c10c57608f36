/* What stands at the top of a draft as "Registration number: 1234567": some badges want to know whose evidence it is
 * before they read it. Pure; any thread.
 *
 * The top is what stands before the first heading; where the draft begins with a heading of level 1, which is its
 * title, it is what stands between that and the next heading. A field is a line there, as a reader sees it: a label of
 * 1 to KIST_HEADER_FIELD_MAX_LABEL characters, a colon, and a value that has a letter or a digit. A label without a
 * value is none yet. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KIST_HEADER_FIELD_MAX_LABEL 60
#define KIST_HEADER_FIELD_MAX 50

/**
 * KistHeaderField:
 * @label: what stands before the first colon, without blanks around it
 * @value: what stands behind it, without blanks around it
 */
typedef struct
{
  char *label;
  char *value;
} KistHeaderField;

GPtrArray *kist_header_fields_of (const char *markdown);

G_END_DECLS
