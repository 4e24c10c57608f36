/* Published rules of a badge that contradict each other: what each of them says and where, side by side, so that a
 * person sees both and notes which was followed. Data of a badge, immutable with it; any thread. */
#pragma once

#include "base/kist-report.h"
#include "base/kist-yaml.h"

G_BEGIN_DECLS

/**
 * KistPublishedRule:
 * @id: permanent, unique in its conflict
 * @says: what it says, in the project's words
 * @address: (nullable): where it was read
 * @seen: (nullable): when it was read there, a year and month
 */
typedef struct
{
  char *id;
  char *says;
  char *address;
  char *seen;
} KistPublishedRule;

/**
 * KistBadgeConflict:
 * @id: permanent, unique in its badge; a person's note of what was followed is kept by it
 * @about: what the rules are about, a few words
 * @rules: (element-type KistPublishedRule): 2 or more
 * @followed: the index of the rule that the numbers of the badge follow, or -1 where its author follows none
 */
typedef struct
{
  char      *id;
  char      *about;
  GPtrArray *rules;
  int        followed;
} KistBadgeConflict;

GPtrArray *kist_badge_conflicts_read (const KistYaml *root, const char *file, KistReport *report);

G_END_DECLS
