/* One thing that happened, in xAPI's sense: a verb, an object, a time. Events are only ever appended; progress, record
 * and badges are folds over them. A plain value; any thread. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KistVerb:
 * @KIST_VERB_OPENED: a step was opened
 * @KIST_VERB_READ: a Read or Watch step was read to its end
 * @KIST_VERB_TICKED: a task was ticked; item is the task
 * @KIST_VERB_UNTICKED: its tick or its skipping was taken back
 * @KIST_VERB_SKIPPED: a task was skipped; text is the reason
 * @KIST_VERB_RATED: an item of a scale was rated; value is the point
 * @KIST_VERB_ANSWERED: a question of a quiz was answered; value is the credit from 0 to 100, text the response as
 *   kist_response_to_text() writes it; once value was the answer's index and text "right" or "wrong"
 * @KIST_VERB_REFLECTED: the answer to a prompt changed; item is the prompt, value its number of words
 * @KIST_VERB_CHOSE: a choice in a scenario; item is the run's id, value the choice's index in its passage, text the
 *   passage's name, codes the codes it touches
 * @KIST_VERB_ENDED: a scenario reached an ending; item is the run's id, text the ending's name
 * @KIST_VERB_WROTE: the entry of a Write step changed; item is the entry's id, value its number of words; text "met"
 * when it meets its badge's limits, else "short"
 * @KIST_VERB_RETURNED: before a choice, one went back in a scenario; item is the run's id, value how many of its
 * choices stand, text the id of the run they are taken over from when that had ended and so stays as it was
 * @KIST_VERB_COUNTED: before a choice, a group counted hands for one of the choices there were; item is the run's id
 * and the choice's index in its passage, "run/2", value the hands, text the passage's name
 * @KIST_VERB_HELD: a badge was noted as one's own; thing and step are empty, item is the badge's id, value 1, or 0 when
 * the note was taken back, text the day of the award, "2026-11-22", where it is known
 * @KIST_VERB_FOLLOWED: it was noted which of the published rules of a badge that contradict each other was followed;
 * thing and step are empty, item is the badge's id and the conflict's, "thing-14/ai", text the rule's id, or none when
 * the note was taken back
 *
 * The numbers are not stored; the names are. Append only.
 */
typedef enum
{
  KIST_VERB_OPENED,
  KIST_VERB_READ,
  KIST_VERB_TICKED,
  KIST_VERB_UNTICKED,
  KIST_VERB_SKIPPED,
  KIST_VERB_RATED,
  KIST_VERB_ANSWERED,
  KIST_VERB_REFLECTED,
  KIST_VERB_CHOSE,
  KIST_VERB_ENDED,
  KIST_VERB_WROTE,
  KIST_VERB_RETURNED,
  KIST_VERB_COUNTED,
  KIST_VERB_HELD,
  KIST_VERB_FOLLOWED,
} KistVerb;

#define KIST_N_VERBS (KIST_VERB_FOLLOWED + 1)

/**
 * KistEvent:
 * @time: microseconds since 1970, UTC
 * @verb: what happened
 * @thing: the Thing's key, "pack/thing"; empty for what is about no Thing, see kist_verb_is_of_step()
 * @step: the step's id; empty like @thing
 * @item: (nullable): a part of the step, by the verb
 * @value: a number, by the verb; else 0
 * @text: (nullable): a text, by the verb
 * @codes: (nullable): codes it touches, separated by spaces
 */
typedef struct
{
  gint64   time;
  KistVerb verb;
  char    *thing;
  char    *step;
  char    *item;
  gint64   value;
  char    *text;
  char    *codes;
} KistEvent;

#define KIST_TYPE_EVENT (kist_event_get_type ())
GType kist_event_get_type (void);

KistEvent  *kist_event_new (gint64      time,
                            KistVerb    verb,
                            const char *thing,
                            const char *step,
                            const char *item,
                            gint64      value,
                            const char *text,
                            const char *codes);
KistEvent  *kist_event_copy (const KistEvent *event);
void        kist_event_free (KistEvent *event);
const char *kist_verb_to_string (KistVerb verb);
gboolean    kist_verb_is_of_step (KistVerb verb);
gboolean    kist_verb_from_string (const char *text, KistVerb *verb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistEvent, kist_event_free)

G_END_DECLS
