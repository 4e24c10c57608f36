#include "kist-record-wording.h"

#include <glib/gi18n.h>

#include "ui/kist-wording.h"

static char *
dup_steps (unsigned n)
{
  if (n == 0)
    return g_strdup (_ ("Begun, no step done yet"));
  return g_strdup_printf (ngettext ("%u step done", "%u steps done", n), n);
}

/**
 * kist_record_wording_dup_element:
 * @element: what was done for an element
 *
 * Returns: (transfer full): "Nothing yet", "Begun, no step done yet", "9 steps done"
 */
char *
kist_record_wording_dup_element (const KistRecordElement *element)
{
  return element->things->len > 0 ? dup_steps (element->n_steps) : g_strdup (_ ("Nothing yet"));
}

/**
 * kist_record_wording_dup_thing:
 * @clock: the clock
 * @thing: what was done in a Thing
 *
 * Returns: (transfer full): "9 steps done · Yesterday"
 */
char *
kist_record_wording_dup_thing (KistClock *clock, const KistRecordThing *thing)
{
  g_autofree char *steps = dup_steps (thing->n_steps);
  g_autofree char *day = kist_wording_dup_day (clock, thing->last);

  return g_strdup_printf ("%s · %s", steps, day);
}

/**
 * kist_record_wording_dup_year:
 * @clock: the clock
 * @begin: when the year begins, microseconds since 1970, UTC
 *
 * Returns: (transfer full): which year it is and why, and what counts in it
 */
char *
kist_record_wording_dup_year (KistClock *clock, gint64 begin)
{
  g_autofree char *day = kist_wording_dup_day (clock, begin);

  return g_strdup_printf (
      /* Translators: %s is a day, "18 November 2025" */
      _ ("From %s to today: Kist does not know the day of your registration, so it shows the last twelve months. A "
         "step "
         "counts for every core element that its Thing touches. Whether that is enough, you and your manager judge."),
      day);
}

/**
 * kist_record_wording_deed_title:
 * @deed: a deed
 *
 * Returns: (transfer none): what it was done to
 */
const char *
kist_record_wording_deed_title (const KistDeed *deed)
{
  if (deed->kind == KIST_DEED_WROTE && !deed->text)
    return _ ("A text that was deleted since");
  if (deed->kind >= KIST_DEED_ENDED && deed->text)
    return *deed->text ? deed->text : _ ("Untitled");
  if (deed->step)
    return kist_step_get_title (deed->step);
  return _ ("A step that is no longer here");
}

/**
 * kist_record_wording_deed_icon:
 * @deed: a deed
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
kist_record_wording_deed_icon (const KistDeed *deed)
{
  if (deed->kind == KIST_DEED_WROTE)
    return kist_wording_step_icon (KIST_STEP_WRITE);
  return deed->step ? kist_wording_step_icon (kist_step_get_kind (deed->step)) : "kist-learn-symbolic";
}

static char *
dup_what (const KistDeed *deed)
{
  switch (deed->kind)
    {
    case KIST_DEED_WROTE:
      return kist_wording_dup_words (deed->words);
    case KIST_DEED_ENDED:
      /* Translators: an ending of a scenario was reached */
      return g_strdup (deed->is_group ? _ ("Ending reached with a group") : _ ("Ending reached"));
    case KIST_DEED_FINISHED:
      return g_strdup (_ ("Finished"));
    case KIST_DEED_WORKED:
      return g_strdup (_ ("Worked on"));
    case KIST_DEED_OPENED:
    default:
      return g_strdup (_ ("Opened"));
    }
}

/**
 * kist_record_wording_dup_deed:
 * @deed: a deed
 *
 * Returns: (transfer full): what was done and where: "Finished · Read · Email", "120 words · Email"
 */
char *
kist_record_wording_dup_deed (const KistDeed *deed)
{
  g_autofree char *what = dup_what (deed);
  const char      *where;

  if (deed->kind == KIST_DEED_ENDED && deed->step)
    return g_strdup_printf ("%s · %s · %s", what, kist_step_get_title (deed->step), kist_thing_get_title (deed->thing));
  if (deed->kind != KIST_DEED_WROTE && deed->step)
    return g_strdup_printf ("%s · %s · %s", what, kist_wording_step_kind (kist_step_get_kind (deed->step)),
                            kist_thing_get_title (deed->thing));
  where = deed->thing ? kist_thing_get_title (deed->thing) : deed->key;
  /* A draft begins with the title of its Thing: once is enough. */
  if (!where || g_strcmp0 (where, deed->text) == 0)
    return g_steal_pointer (&what);
  return g_strdup_printf ("%s · %s", what, where);
}
