/* What a badge asks for besides its criteria, in words, each with its heading; only what its issuer says, so that a
 * badge without a rule has no line for it. Pure; main thread for gettext's sake. */
#pragma once

#include "library/kist-library.h"

G_BEGIN_DECLS

/**
 * KistBadgeRule:
 * @title: what it is about, "Length"
 * @text: what it says, "At least 100 words in all"
 */
typedef struct
{
  char *title;
  char *text;
} KistBadgeRule;

GPtrArray *kist_badge_rules_of (KistLibrary *library, KistBadge *badge);
char      *kist_badge_rules_dup_name (KistLibrary *library, const char *badge);
char      *kist_badge_rules_dup_month (const char *seen);
char      *kist_badge_rules_dup_day (const GDate *day);

G_END_DECLS
