#include "kist-run-trail.h"

#include <string.h>

/* So many steps are copied at most when one is added, and so many are passed over at once when one is looked up. */
#define STEPS_IN_PART 128

/* The last steps of a trail. Those before them are in other parts, each of them full, which longer trails share. */
struct _KistRunTrail
{
  KistRunTrail *before; /* (owned) (nullable) */
  unsigned      n_before;
  unsigned      n_steps;
  KistTrailStep steps[STEPS_IN_PART];
};

static KistRunTrail *
new_part (KistRunTrail *before)
{
  KistRunTrail *self = g_atomic_rc_box_new0 (KistRunTrail);

  if (before)
    {
      self->before = g_atomic_rc_box_acquire (before);
      self->n_before = kist_run_trail_get_length (before);
    }
  return self;
}

/* Calls itself for every part: a hundred times at the most that a run may have. */
static void
clear_part_cb (gpointer data)
{
  KistRunTrail *self = data;

  kist_run_trail_unref (self->before);
}

/**
 * kist_run_trail_new:
 *
 * Returns: (transfer full): a trail without steps
 */
KistRunTrail *
kist_run_trail_new (void)
{
  return new_part (NULL);
}

/**
 * kist_run_trail_append:
 * @self: a trail, which stays as it is
 * @step: the next decision
 *
 * Returns: (transfer full): the trail with @step at its end
 */
KistRunTrail *
kist_run_trail_append (KistRunTrail *self, KistTrailStep step)
{
  gboolean      is_full;
  KistRunTrail *trail;

  g_return_val_if_fail (self != NULL, NULL);

  is_full = self->n_steps == STEPS_IN_PART;
  trail = new_part (is_full ? self : self->before);
  if (!is_full)
    {
      memcpy (trail->steps, self->steps, self->n_steps * sizeof *self->steps);
      trail->n_steps = self->n_steps;
    }
  trail->steps[trail->n_steps++] = step;
  return trail;
}

/**
 * kist_run_trail_unref:
 * @self: (transfer full) (nullable): a trail
 */
void
kist_run_trail_unref (KistRunTrail *self)
{
  if (self)
    g_atomic_rc_box_release_full (self, clear_part_cb);
}

/**
 * kist_run_trail_get_length:
 * @self: a trail
 *
 * Returns: how many steps it has
 */
unsigned
kist_run_trail_get_length (KistRunTrail *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_before + self->n_steps;
}

/**
 * kist_run_trail_get_step:
 * @self: a trail
 * @index: less than kist_run_trail_get_length()
 *
 * Returns: (transfer none): one decision, which lives as long as the trail
 */
const KistTrailStep *
kist_run_trail_get_step (KistRunTrail *self, unsigned index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < kist_run_trail_get_length (self), NULL);

  while (index < self->n_before)
    self = self->before;
  return &self->steps[index - self->n_before];
}
