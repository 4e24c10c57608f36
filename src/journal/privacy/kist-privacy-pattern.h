/* One form that a number or an address can have: a regular expression, the group of it that is meant, and a function
 * that looks closer. Compiled once; any thread. */
#pragma once

#include "kist-privacy-private.h"

G_BEGIN_DECLS

typedef struct _KistPrivacyPattern KistPrivacyPattern;

/**
 * KistPrivacyAccept:
 * @pattern: whose match it is
 * @text: the whole text
 * @match: the match
 * @finding: (inout): what was found; may be changed
 *
 * Returns: whether it counts
 */
typedef gboolean (*KistPrivacyAccept) (const char *text, GMatchInfo *match, KistPrivacyFinding *finding);

struct _KistPrivacyPattern
{
  KistPrivacyKind      kind;
  KistPrivacyCertainty certainty;
  int                  group;
  KistPrivacyAccept    accept; /* (nullable) */
  const char          *expression;
};

void kist_privacy_match (const KistPrivacyPattern *patterns,
                         GRegex                  **compiled,
                         gsize                     n_patterns,
                         const char               *text,
                         GArray                   *findings);

GRegex  *kist_privacy_get_words (GRegex **place, const char *expression);
gboolean kist_privacy_is_said_near (const char *text, const KistPrivacyFinding *finding, GRegex *words);

G_END_DECLS
