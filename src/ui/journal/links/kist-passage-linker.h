/* Links the words that are selected in a text to what they are about: the action "passage.link" of the editor's page.
 * The link is Markdown in the text, so that it is undone like typing. Main thread. */
#pragma once

#include "ui/journal/kist-writing-view.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

void kist_passage_linker_add (GtkWidget *page, KistServices *services, KistWritingView *view);

G_END_DECLS
