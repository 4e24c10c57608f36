/* What is said about pictures. Pure; main thread, for the translations. */
#pragma once

#include "image/kist-image-alt.h"
#include "image/kist-image-facts.h"

G_BEGIN_DECLS

const char *kist_picture_wording_fact (KistImageFactKind kind);
const char *kist_picture_wording_alt (KistImageAlt alt);
char       *kist_picture_wording_dup_leaving (unsigned n_pictures);

G_END_DECLS
