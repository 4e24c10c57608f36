#include "kist-code-wording.h"

#include <glib/gi18n.h>

static char *
dup_counts (GPtrArray *touches)
{
  unsigned         n_decisions = 0, n_texts;
  g_autofree char *decisions = NULL;
  g_autofree char *texts = NULL;

  for (unsigned i = 0; i < touches->len; i++)
    n_decisions += ((KistCodeTouch *)g_ptr_array_index (touches, i))->kind == KIST_TOUCH_DECISION;
  n_texts = touches->len - n_decisions;
  decisions = g_strdup_printf (ngettext ("%u decision", "%u decisions", n_decisions), n_decisions);
  texts = g_strdup_printf (ngettext ("%u reflection", "%u reflections", n_texts), n_texts);
  if (n_texts == 0)
    return g_steal_pointer (&decisions);
  if (n_decisions == 0)
    return g_steal_pointer (&texts);
  return g_strdup_printf ("%s · %s", decisions, texts);
}

/**
 * kist_code_wording_dup_state:
 * @touches: (nullable) (element-type KistCodeTouch): what touched a code
 * @n_things: how many Things touch it
 *
 * Returns: (transfer full): "3 decisions · 2 reflections", or what there is to do about it
 */
char *
kist_code_wording_dup_state (GPtrArray *touches, unsigned n_things)
{
  if (touches && touches->len > 0)
    return dup_counts (touches);
  if (n_things > 0)
    return g_strdup_printf (
        ngettext ("Nothing yet · %u Thing touches it", "Nothing yet · %u Things touch it", n_things), n_things);
  return g_strdup (_ ("Nothing yet"));
}

/**
 * kist_code_wording_kind:
 * @touch: where a code was touched
 *
 * Returns: (transfer none): how: "Decision", "Decision with a group", "Text", "Reflection"
 */
const char *
kist_code_wording_kind (const KistCodeTouch *touch)
{
  switch (touch->kind)
    {
    case KIST_TOUCH_DECISION:
      return touch->is_group ? _ ("Decision with a group") : _ ("Decision");
    case KIST_TOUCH_WRITING:
      return _ ("Text");
    case KIST_TOUCH_REFLECTION:
    default:
      return _ ("Reflection");
    }
}

/**
 * kist_code_wording_dup_touch:
 * @touch: where a code was touched
 *
 * Returns: (transfer full): what was decided or reflected on: "Friday evening: Leave it unanswered"
 */
char *
kist_code_wording_dup_touch (const KistCodeTouch *touch)
{
  if (touch->kind == KIST_TOUCH_DECISION && touch->choice)
    /* Translators: the name of a scene, what the person decided in it */
    return g_strdup_printf (_ ("%s: %s"), touch->text, touch->choice);
  return g_strdup (touch->text);
}
