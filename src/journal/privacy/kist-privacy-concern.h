/* What the confidentiality check found in an entry, as a writer deals with it: the same words in five places are one
 * concern, the surest come first, and what the writer said to be meant so is put apart. Findings name places in one
 * text; an entry has two, its title and its body, which are checked as one. Pure values; any thread. */
#pragma once

#include "kist-privacy.h"

G_BEGIN_DECLS

/* Between title, tags and body: ends every sentence and every name. */
#define KIST_PRIVACY_BETWEEN ".\n\n"

/**
 * KistPrivacyPlace:
 * @start: in characters; of the title where @is_title, else of the body
 * @end: behind the last character
 * @is_title: whether it stands in the title
 */
typedef struct
{
  unsigned start;
  unsigned end;
  gboolean is_title;
} KistPrivacyPlace;

/**
 * KistPrivacyConcern:
 * @kind: of what
 * @certainty: how sure the surest of its findings is
 * @text: the words, as a reader sees them at the first place, line ends as spaces
 * @key: the same for the same words of the same kind, whatever their case; permanent
 * @places: (element-type KistPrivacyPlace): where, in the order of reading
 * @is_meant: whether the writer said that it is meant so
 */
typedef struct
{
  KistPrivacyKind      kind;
  KistPrivacyCertainty certainty;
  char                *text;
  char                *key;
  GArray              *places;
  gboolean             is_meant;
} KistPrivacyConcern;

GPtrArray *kist_privacy_concerns_new (const char *title, const char *body, const char *const *listed);
unsigned   kist_privacy_concerns_mark (GPtrArray *concerns, GHashTable *meant);

G_END_DECLS
