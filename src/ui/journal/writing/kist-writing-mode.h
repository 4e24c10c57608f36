/* Two ways to be left alone with a text: every paragraph but the one with the caret is dimmed, and the line that one
 * types on stays in the middle of the window. Each is a setting and an action, "mode.focus-mode" and
 * "mode.typewriter-mode". Main thread. */
#pragma once

#include "ui/journal/kist-writing-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_WRITING_MODE (kist_writing_mode_get_type ())
G_DECLARE_FINAL_TYPE (KistWritingMode, kist_writing_mode, KIST, WRITING_MODE, GObject)

KistWritingMode *kist_writing_mode_new (GtkWidget *page, KistWritingView *view);

G_END_DECLS
