/* The Write step: what the badge asks for, how far the draft has come with each, and the way to the draft. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_WRITE_CARD (kist_write_card_get_type ())
G_DECLARE_FINAL_TYPE (KistWriteCard, kist_write_card, KIST, WRITE_CARD, AdwBin)

GtkWidget *kist_write_card_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
