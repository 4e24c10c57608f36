/* How what the confidentiality check found is marked in the text. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkTextTag *kist_privacy_marks_create_tag (GtkTextBuffer *buffer);
void        kist_privacy_marks_show (GtkTextBuffer *buffer, GtkTextTag *tag, GPtrArray *concerns);

G_END_DECLS
