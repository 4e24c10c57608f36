/* The decisions of a run in their order. Immutable: appending gives a new trail that shares almost everything with the
 * old one, so that a choice costs the same after ten thousand others. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistTrailStep:
 * @passage: the passage stood in
 * @choice: the choice taken there, an index into the passage's choices
 *
 * One decision of a run.
 */
typedef struct
{
  unsigned passage;
  unsigned choice;
} KistTrailStep;

typedef struct _KistRunTrail KistRunTrail;

KistRunTrail        *kist_run_trail_new (void);
KistRunTrail        *kist_run_trail_append (KistRunTrail *self, KistTrailStep step);
void                 kist_run_trail_unref (KistRunTrail *self);
unsigned             kist_run_trail_get_length (KistRunTrail *self);
const KistTrailStep *kist_run_trail_get_step (KistRunTrail *self, unsigned index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistRunTrail, kist_run_trail_unref)

G_END_DECLS
