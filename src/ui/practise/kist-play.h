/* One person's playing of one step's scenario: the run, and everything about it that must not be lost. Each choice is
 * recorded and the place is saved as it is taken, so that a run goes on where it was left, were the program killed in
 * the middle of it. Owned by the player. Main thread. */
#pragma once

#include "ui/kist-services.h"
#include "ui/practise/kist-player-state.h"

G_BEGIN_DECLS

#define KIST_TYPE_PLAY (kist_play_get_type ())
G_DECLARE_FINAL_TYPE (KistPlay, kist_play, KIST, PLAY, GObject)

KistPlay        *kist_play_new (KistServices *services, KistThing *thing, KistStep *step, gboolean is_group);
const char      *kist_play_get_run_id (KistPlay *self);
char            *kist_play_dup_choices (KistPlay *self);
KistPlayerState *kist_play_dup_state (KistPlay *self);
void             kist_play_choose (KistPlay *self, unsigned index);
void             kist_play_count (KistPlay *self, unsigned index, GArray *hands);
void             kist_play_go_on (KistPlay *self);
void             kist_play_go_back (KistPlay *self);
void             kist_play_go_back_to (KistPlay *self, unsigned length);
void             kist_play_begin_again (KistPlay *self);
const char      *kist_play_write (KistPlay *self);

G_END_DECLS
