/* Asks a person for a file or a folder, and hands its path to an action of the window. Main thread. */
#pragma once

#include "ui/kist-window.h"

G_BEGIN_DECLS

void kist_file_choice_ask (KistWindow        *window,
                           const char        *title,
                           const char        *kinds,
                           const char *const *suffixes,
                           const char        *action);
void kist_file_choice_ask_folder (KistWindow *window, const char *title, const char *action);

G_END_DECLS
