/* A text as a reader sees it, for the confidentiality check: without the marks of Markdown and the characters that have
 * no width, with plain blanks, hyphens and digits. What is found in it has its place in the text as it was written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KistPrivacySeen KistPrivacySeen;

KistPrivacySeen *kist_privacy_seen_new (const char *text);
void             kist_privacy_seen_free (KistPrivacySeen *self);
const char      *kist_privacy_seen_get_text (const KistPrivacySeen *self);
void             kist_privacy_seen_place (const KistPrivacySeen *self, GArray *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPrivacySeen, kist_privacy_seen_free)

G_END_DECLS
