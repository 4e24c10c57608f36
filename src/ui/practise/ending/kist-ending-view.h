/* The end of a run: how it ended, how it turned out for everyone, how many endings were found, and the decisions that
 * led there, each with the way back to it. Made for one state and never changed. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/practise/kist-player-state.h"

G_BEGIN_DECLS

#define KIST_TYPE_ENDING_VIEW (kist_ending_view_get_type ())
G_DECLARE_FINAL_TYPE (KistEndingView, kist_ending_view, KIST, ENDING_VIEW, AdwBin)

GtkWidget *kist_ending_view_new (const KistPlayerState *state);

G_END_DECLS
