/* The lines of a file, one at a time, none of them longer than a cap; and what is wrong with one of them, in a sentence
 * with its place. Owned by who reads the file, on its thread. For everything/ alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KistEverythingLines KistEverythingLines;

KistEverythingLines *kist_everything_lines_new (const char *path, GError **error);
void                 kist_everything_lines_free (KistEverythingLines *self);
const char          *kist_everything_lines_get_path (KistEverythingLines *self);
gint64               kist_everything_lines_get_time (KistEverythingLines *self);
gint64               kist_everything_lines_get_done (KistEverythingLines *self);
gint64               kist_everything_lines_get_total (KistEverythingLines *self);
gboolean             kist_everything_lines_begins (KistEverythingLines *self, const char *beginning);
const char          *kist_everything_lines_next (KistEverythingLines *self, gsize *length, GError **error);
gboolean             kist_everything_lines_fail (KistEverythingLines *self, GError **error, const char *what);
const char          *kist_everything_lines_find_fault (const char *line, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistEverythingLines, kist_everything_lines_free)

G_END_DECLS
