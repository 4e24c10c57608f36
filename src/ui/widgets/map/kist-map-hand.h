/* What pointer and fingers do on a map: drag and scroll to move it, Ctrl and scroll or pinch to zoom, click on a
 * passage. Made and owned by the map. Main thread. */
#pragma once

#include "ui/widgets/map/kist-map-canvas.h"

G_BEGIN_DECLS

typedef struct _KistMapHand KistMapHand;

KistMapHand *kist_map_hand_new (KistMapCanvas *canvas);
void         kist_map_hand_free (KistMapHand *self);

G_END_DECLS
