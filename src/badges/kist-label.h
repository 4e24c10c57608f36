/* Names as people type them against names as a badge has them: the headings of criteria and the labels of fields at the
 * top of a draft. Labels are data and English, as the badges are. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *kist_label_fold (const char *text);
gboolean kist_label_names_field (const char *label, const char *field);
char    *kist_label_dup_of_field (const char *field);

G_END_DECLS
