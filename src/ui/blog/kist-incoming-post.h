/* A post of somebody's blog on its way into the journal: what it says, and what the person decides about it: whether it
 * comes, and for which Thing. Made on the thread that reads the blog, whose posts it points into; then the main
 * thread's. */
#pragma once

#include "blog/kist-blog.h"
#include "blog/kist-post-matcher.h"
#include "content/kist-thing.h"
#include "journal/kist-entry.h"

G_BEGIN_DECLS

/**
 * KistIncomingState:
 * @KIST_INCOMING_NEW: the journal has no such entry
 * @KIST_INCOMING_KNOWN: it was brought in before, or the journal has the same words
 * @KIST_INCOMING_TWICE: it stands in the same blog a second time
 */
typedef enum
{
  KIST_INCOMING_NEW,
  KIST_INCOMING_KNOWN,
  KIST_INCOMING_TWICE,
} KistIncomingState;

#define KIST_TYPE_INCOMING_POST (kist_incoming_post_get_type ())
G_DECLARE_FINAL_TYPE (KistIncomingPost, kist_incoming_post, KIST, INCOMING_POST, GObject)

KistIncomingPost *kist_incoming_post_new (KistBlog          *blog,
                                          const KistPost    *post,
                                          KistIncomingState  state,
                                          KistThing         *thing,
                                          KistMatchCertainty certainty);
const KistPost   *kist_incoming_post_get_post (KistIncomingPost *self);
KistIncomingState kist_incoming_post_get_state (KistIncomingPost *self);
gboolean          kist_incoming_post_needs_look (KistIncomingPost *self);
unsigned          kist_incoming_post_get_words (KistIncomingPost *self);
const char       *kist_incoming_post_get_excerpt (KistIncomingPost *self);
KistThing        *kist_incoming_post_get_thing (KistIncomingPost *self);
void              kist_incoming_post_set_thing (KistIncomingPost *self, KistThing *thing);
gboolean          kist_incoming_post_is_included (KistIncomingPost *self);
void              kist_incoming_post_set_included (KistIncomingPost *self, gboolean is_included);
unsigned          kist_incoming_post_count_labels_lost (KistIncomingPost *self);
KistEntry        *kist_incoming_post_create_entry (KistIncomingPost *self, gint64 now);

G_END_DECLS
