#include "kist-wording.h"

#include <glib/gi18n.h>

#include "base/kist-date.h"

/**
 * kist_wording_step_kind:
 * @kind: a kind of step
 *
 * Returns: (transfer none): its name, translated
 */
const char *
kist_wording_step_kind (KistStepKind kind)
{
  switch (kind)
    {
    case KIST_STEP_READ:
      return C_ ("step", "Read");
    case KIST_STEP_WATCH:
      return C_ ("step", "Watch");
    case KIST_STEP_DO:
      return C_ ("step", "Do");
    case KIST_STEP_DECIDE:
      return C_ ("step", "Decide");
    case KIST_STEP_CHECK:
      return C_ ("step", "Check");
    case KIST_STEP_RATE:
      return C_ ("step", "Rate");
    case KIST_STEP_REFLECT:
      return C_ ("step", "Reflect");
    case KIST_STEP_WRITE:
    default:
      return C_ ("step", "Write");
    }
}

/**
 * kist_wording_step_icon:
 * @kind: a kind of step
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
kist_wording_step_icon (KistStepKind kind)
{
  switch (kind)
    {
    case KIST_STEP_READ:
      return "kist-learn-symbolic";
    case KIST_STEP_WATCH:
      return "kist-watch-symbolic";
    case KIST_STEP_DO:
      return "kist-do-symbolic";
    case KIST_STEP_DECIDE:
      return "kist-practise-symbolic";
    case KIST_STEP_CHECK:
      return "kist-check-symbolic";
    case KIST_STEP_RATE:
      return "kist-rate-symbolic";
    case KIST_STEP_REFLECT:
      return "kist-reflect-symbolic";
    case KIST_STEP_WRITE:
    default:
      return "kist-journal-symbolic";
    }
}

static char *
dup_count (KistStepKind kind, const KistCompletion *completion)
{
  switch (kind)
    {
    case KIST_STEP_DO:
      /* Translators: how many of a step's tasks are done */
      return g_strdup_printf (_ ("%u of %u tasks"), completion->done, completion->total);
    case KIST_STEP_CHECK:
      return g_strdup_printf (_ ("%u of %u questions"), completion->done, completion->total);
    case KIST_STEP_RATE:
      return g_strdup_printf (_ ("%u of %u rated"), completion->done, completion->total);
    case KIST_STEP_REFLECT:
      return g_strdup_printf (_ ("%u of %u prompts"), completion->done, completion->total);
    case KIST_STEP_WRITE:
      return g_strdup_printf (_ ("%u of %u words"), completion->done, completion->total);
    case KIST_STEP_READ:
    case KIST_STEP_WATCH:
    case KIST_STEP_DECIDE:
    default:
      return g_strdup (_ ("started"));
    }
}

/**
 * kist_wording_dup_step_state:
 * @kind: a kind of step
 * @completion: where someone stands with it
 *
 * Returns: (transfer full): "not started", "3 of 5 tasks", "done"
 */
char *
kist_wording_dup_step_state (KistStepKind kind, const KistCompletion *completion)
{
  switch (completion->state)
    {
    case KIST_STATE_DONE:
      return g_strdup (_ ("done"));
    case KIST_STATE_STARTED:
      return completion->total > 0 ? dup_count (kind, completion) : g_strdup (_ ("started"));
    case KIST_STATE_NOT_STARTED:
    default:
      return g_strdup (_ ("not started"));
    }
}

/**
 * kist_wording_dup_step_name:
 * @step: a step
 * @completion: where someone stands with it
 *
 * Returns: (transfer full): "Decide: A friend request, not started", what a screen reader says of its row
 */
char *
kist_wording_dup_step_name (KistStep *step, const KistCompletion *completion)
{
  g_autofree char *state = kist_wording_dup_step_state (kist_step_get_kind (step), completion);

  /* Translators: a step's kind, its title, where someone stands: "Decide: A friend request, not started" */
  return g_strdup_printf (_ ("%s: %s, %s"), kist_wording_step_kind (kist_step_get_kind (step)),
                          kist_step_get_title (step), state);
}

/**
 * kist_wording_dup_thing_state:
 * @completion: where someone stands with a Thing
 *
 * Returns: (transfer full): "Not started", "3 of 9 steps", "Done"
 */
char *
kist_wording_dup_thing_state (const KistCompletion *completion)
{
  switch (completion->state)
    {
    case KIST_STATE_DONE:
      return g_strdup (_ ("Done"));
    case KIST_STATE_STARTED:
      return g_strdup_printf (_ ("%u of %u steps"), completion->done, completion->total);
    case KIST_STATE_NOT_STARTED:
    default:
      return g_strdup (_ ("Not started"));
    }
}

/**
 * kist_wording_dup_minutes:
 * @minutes: how long something takes
 *
 * Returns: (transfer full): "5 min"
 */
char *
kist_wording_dup_minutes (unsigned minutes)
{
  return g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);
}

/**
 * kist_wording_dup_words:
 * @words: a number of words
 *
 * Returns: (transfer full): "1 word", "54 words"
 */
char *
kist_wording_dup_words (unsigned words)
{
  return g_strdup_printf (ngettext ("%u word", "%u words", words), words);
}

/**
 * kist_wording_dup_day:
 * @clock: the clock
 * @time: microseconds since 1970, UTC, not after the clock's time
 *
 * Returns: (transfer full): "Today", "Yesterday", "4 March", "4 March 2025"
 */
char *
kist_wording_dup_day (KistClock *clock, gint64 time)
{
  g_autoptr (GDateTime) now = kist_clock_dup_local (clock);
  g_autoptr (GDateTime) then = kist_date_new_local (time);
  GDate today;
  GDate day;
  int   days;

  g_date_clear (&today, 1);
  g_date_clear (&day, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  g_date_set_dmy (&day, g_date_time_get_day_of_month (then), g_date_time_get_month (then), g_date_time_get_year (then));
  days = g_date_days_between (&day, &today);
  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  /* Translators: a day of this year, "4 March" */
  if (g_date_time_get_year (now) == g_date_time_get_year (then))
    return g_date_time_format (then, _ ("%-d %B"));
  /* Translators: a day of another year, "4 March 2025" */
  return g_date_time_format (then, _ ("%-d %B %Y"));
}
