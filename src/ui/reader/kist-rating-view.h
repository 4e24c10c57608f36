/* A scale to rate oneself on, and the picture it makes, with what was rated earlier laid under it. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_RATING_VIEW (kist_rating_view_get_type ())
G_DECLARE_FINAL_TYPE (KistRatingView, kist_rating_view, KIST, RATING_VIEW, GtkBox)

GtkWidget *kist_rating_view_new (KistServices *services, KistThing *thing, KistStep *step);

G_END_DECLS
