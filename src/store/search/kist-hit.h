/* An entry that a search found: what to show of it and where to open it. A plain value that is copied across threads.
 */
#pragma once

#include <glib-object.h>

#include "journal/kist-snippet.h"

G_BEGIN_DECLS

#define KIST_TYPE_HIT (kist_hit_get_type ())
G_DECLARE_FINAL_TYPE (KistHit, kist_hit, KIST, HIT, GObject)

KistHit           *kist_hit_new (const char *entry, KistSnippet *title, KistSnippet *text, int place, int length);
const char        *kist_hit_get_entry (KistHit *self);
const KistSnippet *kist_hit_get_title (KistHit *self);
const KistSnippet *kist_hit_get_text (KistHit *self);
int                kist_hit_get_place (KistHit *self);
int                kist_hit_get_length (KistHit *self);

G_END_DECLS
