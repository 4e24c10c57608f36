/* A passage in front of a group: the narrative, below it the choices with the hands that are up for each, and one
 * button that reveals what follows from the way the group takes. It activates player.count with the way and all hands.
 * Nothing says which way is right. Made for one state and never changed. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/practise/kist-player-state.h"

G_BEGIN_DECLS

#define KIST_TYPE_GROUP_VIEW (kist_group_view_get_type ())
G_DECLARE_FINAL_TYPE (KistGroupView, kist_group_view, KIST, GROUP_VIEW, AdwBin)

GtkWidget *kist_group_view_new (const KistPlayerState *state);
void       kist_group_view_take (KistGroupView *self, unsigned index);

G_END_DECLS
