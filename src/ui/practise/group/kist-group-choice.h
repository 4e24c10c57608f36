/* A choice in front of a group: its number and words in big type, how many hands are up for it, and whether the group
 * goes this way. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_GROUP_CHOICE (kist_group_choice_get_type ())
G_DECLARE_FINAL_TYPE (KistGroupChoice, kist_group_choice, KIST, GROUP_CHOICE, AdwBin)

GtkWidget *kist_group_choice_new (const char *text, unsigned number, KistGroupChoice *first);
unsigned   kist_group_choice_get_hands (KistGroupChoice *self);
gboolean   kist_group_choice_get_is_taken (KistGroupChoice *self);
void       kist_group_choice_set_is_taken (KistGroupChoice *self, gboolean is_taken);

G_END_DECLS
