#include "kist-event.h"

/* What the store writes; the order is KistVerb's. */
static const char *const verb_names[] = {
  "opened", "read",  "ticked", "unticked", "skipped", "rated", "answered", "reflected",
  "chose",  "ended", "wrote",  "returned", "counted", "held",  "followed",
};

G_STATIC_ASSERT (G_N_ELEMENTS (verb_names) == KIST_N_VERBS);

G_DEFINE_BOXED_TYPE (KistEvent, kist_event, kist_event_copy, kist_event_free)

/**
 * kist_event_new:
 * @time: microseconds since 1970, UTC
 * @verb: what happened
 * @thing: the Thing's key, "pack/thing"
 * @step: the step's id
 * @item: (nullable): a part of the step, by the verb
 * @value: a number, by the verb; else 0
 * @text: (nullable): a text, by the verb
 * @codes: (nullable): codes it touches, separated by spaces
 *
 * Returns: (transfer full): an event
 */
KistEvent *
kist_event_new (gint64      time,
                KistVerb    verb,
                const char *thing,
                const char *step,
                const char *item,
                gint64      value,
                const char *text,
                const char *codes)
{
  KistEvent *event;

  g_return_val_if_fail (thing != NULL && step != NULL, NULL);

  event = g_new0 (KistEvent, 1);
  event->time = time;
  event->verb = verb;
  event->thing = g_strdup (thing);
  event->step = g_strdup (step);
  event->item = g_strdup (item);
  event->value = value;
  event->text = g_strdup (text);
  event->codes = g_strdup (codes);
  return event;
}

/**
 * kist_event_copy:
 * @event: an event
 *
 * Returns: (transfer full): a copy
 */
KistEvent *
kist_event_copy (const KistEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  return kist_event_new (event->time, event->verb, event->thing, event->step, event->item, event->value, event->text,
                         event->codes);
}

/**
 * kist_event_free:
 * @event: (transfer full) (nullable): an event
 */
void
kist_event_free (KistEvent *event)
{
  if (!event)
    return;
  g_free (event->thing);
  g_free (event->step);
  g_free (event->item);
  g_free (event->text);
  g_free (event->codes);
  g_free (event);
}

/**
 * kist_verb_to_string:
 * @verb: a verb
 *
 * Returns: (transfer none): the name under which it is stored, for good
 */
const char *
kist_verb_to_string (KistVerb verb)
{
  g_return_val_if_fail ((unsigned)verb < G_N_ELEMENTS (verb_names), NULL);

  return verb_names[verb];
}

/**
 * kist_verb_is_of_step:
 * @verb: a verb
 *
 * Returns: whether it is about a step of a Thing, as all are but those about badges
 */
gboolean
kist_verb_is_of_step (KistVerb verb)
{
  return verb != KIST_VERB_HELD && verb != KIST_VERB_FOLLOWED;
}

/**
 * kist_verb_from_string:
 * @text: (nullable): any text
 * @verb: (out): set only when %TRUE is returned
 *
 * Returns: whether @text names a verb; one that a newer version wrote does not
 */
gboolean
kist_verb_from_string (const char *text, KistVerb *verb)
{
  g_return_val_if_fail (verb != NULL, FALSE);

  for (unsigned i = 0; text && i < G_N_ELEMENTS (verb_names); i++)
    if (g_str_equal (text, verb_names[i]))
      {
        *verb = i;
        return TRUE;
      }
  return FALSE;
}
