/* Undo that does not end where this sitting began: when there is nothing left to undo, the versions that were kept are
 * put below it as edits of the text's own undo, and undoing goes on, a version at a time; redoing leads all the way
 * back. It is asked for once in a sitting, when somebody gets there. It has the page's actions "history.undo" and
 * "history.redo". Main thread; the versions are read by the store.
 */
#pragma once

#include "ui/journal/kist-writing-view.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_LONG_UNDO (kist_long_undo_get_type ())
G_DECLARE_FINAL_TYPE (KistLongUndo, kist_long_undo, KIST, LONG_UNDO, GObject)

KistLongUndo *kist_long_undo_new (GtkWidget *page, KistServices *services, KistEntry *entry, KistWritingView *view);

G_END_DECLS
