/* Pasting what a word processor copied, with its headings and lists as Markdown. Main thread; it is read and converted
 * on another. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean kist_rich_paste (GtkTextView *view);

G_END_DECLS
