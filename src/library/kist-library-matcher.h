/* What a library knows that a blog's posts can be about. */
#pragma once

#include "blog/kist-post-matcher.h"
#include "library/kist-library.h"

G_BEGIN_DECLS

KistPostMatcher *kist_library_new_matcher (KistLibrary *self);

G_END_DECLS
