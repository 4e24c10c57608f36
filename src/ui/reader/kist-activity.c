#include "kist-activity.h"

/**
 * kist_activity_new:
 * @services: the services
 * @thing: a Thing
 * @step: a step of it
 *
 * Returns: (transfer floating) (nullable): what goes below the step's text, or %NULL when its text is all there is
 */
GtkWidget *
kist_activity_new (KistServices *services, KistThing *thing, KistStep *step)
{
  switch (kist_step_get_kind (step))
    {
    case KIST_STEP_DO:
    case KIST_STEP_DECIDE:
    case KIST_STEP_CHECK:
    case KIST_STEP_RATE:
    case KIST_STEP_REFLECT:
    case KIST_STEP_WRITE:
    case KIST_STEP_READ:
    case KIST_STEP_WATCH:
    default:
      return NULL;
    }
}
