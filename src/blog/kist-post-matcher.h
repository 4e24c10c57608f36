/* Which Thing a post is about, as far as its title, its labels and its first lines tell. A person confirms it: this
 * only says what to propose, and how sure it is. Made once for the Things there are, and then only read, from any
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistMatchCertainty:
 * @KIST_MATCH_NONE: nothing says that it is any of them
 * @KIST_MATCH_WEAK: a word or a line says so, or two things contradict each other: to be asked
 * @KIST_MATCH_LIKELY: a number or the name of a Thing says so
 * @KIST_MATCH_CERTAIN: a number says so and nothing else speaks against it, or the title is the Thing's
 */
typedef enum
{
  KIST_MATCH_NONE,
  KIST_MATCH_WEAK,
  KIST_MATCH_LIKELY,
  KIST_MATCH_CERTAIN,
} KistMatchCertainty;

/**
 * KistMatchThing:
 * @id: what the caller knows it by
 * @number: its number in its course; 0 when it has none
 * @title: its title; what stands behind a colon explains it, and posts leave it out
 * @course: (nullable): what the course is called, "Digital Things"; numbers of another course do not count
 */
typedef struct
{
  const char *id;
  unsigned    number;
  const char *title;
  const char *course;
} KistMatchThing;

/**
 * KistPostMatch:
 * @thing: (nullable): what a post is about; it lives as long as the matcher
 * @certainty: how sure that is
 */
typedef struct
{
  const KistMatchThing *thing;
  KistMatchCertainty    certainty;
} KistPostMatch;

typedef struct _KistPostMatcher KistPostMatcher;

KistPostMatcher *kist_post_matcher_new (const KistMatchThing *things, unsigned n_things);
void             kist_post_matcher_free (KistPostMatcher *self);
KistPostMatch
kist_post_matcher_match (const KistPostMatcher *self, const char *title, const char *const *labels, const char *body);
const char *kist_match_certainty_to_string (KistMatchCertainty certainty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPostMatcher, kist_post_matcher_free)

G_END_DECLS
