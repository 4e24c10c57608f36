/* Where in an entry a person was: kept whenever they stop, gone back to when they come again. Main thread. */
#pragma once

#include "kist-writing-view.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

void     kist_editor_place_save (KistServices *services, KistEntry *entry, KistWritingView *text);
void     kist_editor_place_point_to (KistServices *services, const char *entry, int place, int length);
gboolean kist_editor_place_restore (KistServices *services, KistEntry *entry, KistWritingView *text);

G_END_DECLS
