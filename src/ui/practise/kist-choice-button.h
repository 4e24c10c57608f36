/* A choice as a button as wide as the page: the number that is its key, and its words, of which there may be many. To a
 * screen reader its name is exactly the choice's text. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_CHOICE_BUTTON (kist_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (KistChoiceButton, kist_choice_button, KIST, CHOICE_BUTTON, GtkButton)

GtkWidget *kist_choice_button_new (const char *text, unsigned number, gboolean was_taken);

G_END_DECLS
