/* A passage: the narrative, and below it what one can do, as buttons that activate player.choose. Made for one state
 * and never changed. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/practise/kist-player-state.h"

G_BEGIN_DECLS

#define KIST_TYPE_PASSAGE_VIEW (kist_passage_view_get_type ())
G_DECLARE_FINAL_TYPE (KistPassageView, kist_passage_view, KIST, PASSAGE_VIEW, AdwBin)

GtkWidget *kist_passage_view_new (const KistPlayerState *state);

G_END_DECLS
