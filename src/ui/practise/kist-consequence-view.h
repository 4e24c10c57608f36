/* What followed from a choice: in words, for whom and by how much, and the codes it touches, with one way on that
 * activates player.go-on. Made for one state and never changed. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/practise/kist-player-state.h"

G_BEGIN_DECLS

#define KIST_TYPE_CONSEQUENCE_VIEW (kist_consequence_view_get_type ())
G_DECLARE_FINAL_TYPE (KistConsequenceView, kist_consequence_view, KIST, CONSEQUENCE_VIEW, AdwBin)

GtkWidget *kist_consequence_view_new (const KistPlayerState *state);

G_END_DECLS
