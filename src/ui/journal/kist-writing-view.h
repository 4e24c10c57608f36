/* The text itself: a source view for Markdown that checks spelling from a plain dictionary and says so when there is
 * none. It stops highlighting when a single paragraph gets very long, because that is what would make typing slow. Main
 * thread. */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define KIST_TYPE_WRITING_VIEW (kist_writing_view_get_type ())
G_DECLARE_FINAL_TYPE (KistWritingView, kist_writing_view, KIST, WRITING_VIEW, GtkSourceView)

GtkTextBuffer *kist_writing_view_get_buffer (KistWritingView *self);
char          *kist_writing_view_dup_text (KistWritingView *self);
void           kist_writing_view_set_text (KistWritingView *self, const char *text);
void           kist_writing_view_replace_text (KistWritingView *self, const char *text);
void           kist_writing_view_append (KistWritingView *self, const char *text);
gboolean       kist_writing_view_has_dictionary (KistWritingView *self);
int            kist_writing_view_get_caret (KistWritingView *self);
void           kist_writing_view_set_caret (KistWritingView *self, int offset);
void           kist_writing_view_select (KistWritingView *self, int offset, int length);

G_END_DECLS
