/* Plays a step's scenario: a passage with its choices, what followed from the one that was taken, and the end with the
 * way there. Applies what KistPlay says; the views ask for what happens next by its actions:
 *
 *  player.choose (u)       one of the choices offered
 *  player.count (uau)      the choice that a group takes, and the hands for each of those offered
 *  player.go-on            from a consequence to where the choice led
 *  player.go-back          take the last choice back
 *  player.go-back-to (u)   how many choices to keep
 *  player.play-again       begin another run
 *  player.write            an entry about this run
 *  player.map              the map with this run's way
 *  player.compare          this run beside another one
 *
 * 1 to 9 choose and Backspace goes back, as long as the focus is on the player's page and not in a text. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_PLAYER (kist_player_get_type ())
G_DECLARE_FINAL_TYPE (KistPlayer, kist_player, KIST, PLAYER, AdwBin)

GtkWidget *kist_player_new (KistServices *services, KistThing *thing, KistStep *step, gboolean is_group);

G_END_DECLS
