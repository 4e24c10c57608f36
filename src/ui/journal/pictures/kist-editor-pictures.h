/* The ways for a picture into the text of an editor: chosen, dropped, pasted. A group of actions that an editor's page
 * has as "picture", and which lives as long as that:
 *
 *  picture.insert    asks which file
 *  picture.take (s)  the path of a file
 *  picture.paste     what is on the clipboard
 *
 * Main thread. */
#pragma once

#include "ui/journal/kist-writing-view.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_EDITOR_PICTURES (kist_editor_pictures_get_type ())
G_DECLARE_FINAL_TYPE (KistEditorPictures, kist_editor_pictures, KIST, EDITOR_PICTURES, GSimpleActionGroup)

void     kist_editor_pictures_add (GtkWidget *page, KistServices *services, const char *entry, KistWritingView *view);
gboolean kist_editor_pictures_paste (GtkWidget *view);

G_END_DECLS
