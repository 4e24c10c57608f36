/* The search for places, before that for people: what a place is called is nobody's name. */
#pragma once

#include "kist-privacy-words.h"

G_BEGIN_DECLS

void kist_privacy_find_places (KistPrivacySearch *self);

G_END_DECLS
