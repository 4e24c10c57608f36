#include "kist-privacy-wording.h"

#include <glib/gi18n.h>

/* Characters of a finding that a row has room for; a combination is a whole sentence. */
#define WORDS_CHARACTERS 80

/* What no program sees. The questions are the project's own, after what regulators ask of reflective notes: who could
 * know somebody by what is told together (General Medical Council, “Anonymising reflective notes”), and whether others
 * would be uneasy to find themselves in it (SSSC, on the evidence of badges). */
static const char *const questions[] = {
  N_ ("Would the person know themselves? Would a daughter, or the neighbour?"),
  N_ ("Is anybody in it an only one: the only man, the only twins, the only one who came from far away?"),
  N_ ("Do age, work, illness, family and place, taken together, leave one person?"),
  N_ ("Would you read it aloud with them in the room, and be glad you wrote it?"),
  N_ ("Are your colleagues in it, and would they be easy with that?"),
  N_ ("Do pictures, their names or links tell what the words leave out?"),
  NULL,
};

/**
 * kist_privacy_wording_dup_summary:
 * @n_open: how many concerns are to be looked at
 * @n_meant: how many are meant so
 *
 * Returns: (transfer full): "3 things to look at"; of a clean text never that it is safe
 */
char *
kist_privacy_wording_dup_summary (unsigned n_open, unsigned n_meant)
{
  if (n_open > 0)
    return g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", n_open), n_open);
  return g_strdup (n_meant > 0 ? _ ("Nothing else was found") : _ ("Nothing was found"));
}

/**
 * kist_privacy_wording_dup_short:
 * @concerns: (element-type KistPrivacyConcern): what was found, marked
 *
 * Returns: (transfer full) (nullable): "3 to look at", where there is little room; %NULL when nothing is
 */
char *
kist_privacy_wording_dup_short (GPtrArray *concerns)
{
  unsigned n_open = 0;

  for (guint i = 0; i < concerns->len; i++)
    n_open += !((const KistPrivacyConcern *)g_ptr_array_index (concerns, i))->is_meant;
  if (n_open == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u to look at", "%u to look at", n_open), n_open);
}

/**
 * kist_privacy_wording_dup_words:
 * @concern: a concern
 *
 * Returns: (transfer full): the words it is about, in quotation marks, and how often they stand there
 */
char *
kist_privacy_wording_dup_words (const KistPrivacyConcern *concern)
{
  g_autofree char *words = g_utf8_strlen (concern->text, -1) > WORDS_CHARACTERS
                               ? g_utf8_substring (concern->text, 0, WORDS_CHARACTERS)
                               : g_strdup (concern->text);
  const char      *ellipsis = g_str_equal (words, concern->text) ? "" : "…";

  if (concern->places->len == 1)
    return g_strdup_printf (_ ("“%s%s”"), words, ellipsis);
  /* Translators: words that were found, an ellipsis or nothing, and how often: “Mrs Kerr”, 3 times */
  return g_strdup_printf (ngettext ("“%s%s”, %u time", "“%s%s”, %u times", concern->places->len), words, ellipsis,
                          concern->places->len);
}

/**
 * kist_privacy_wording_dup_advice:
 * @concern: a concern
 *
 * Returns: (transfer full): why it is one, and what to write instead
 */
char *
kist_privacy_wording_dup_advice (const KistPrivacyConcern *concern)
{
  /* Translators: why something could tell who somebody is, and what to write instead */
  return g_strdup_printf (_ ("%s Instead: %s."), _ (kist_privacy_kind_get_why (concern->kind)),
                          _ (kist_privacy_kind_get_instead (concern->kind)));
}

/**
 * kist_privacy_wording_caution:
 *
 * Returns: (transfer none): that no program can clear a text
 */
const char *
kist_privacy_wording_caution (void)
{
  return _ ("No program can say that a text is safe. Read it once as a neighbour of the person would.");
}

/**
 * kist_privacy_wording_questions:
 *
 * Returns: (transfer none) (array zero-terminated=1): what one asks oneself, not translated yet
 */
const char *const *
kist_privacy_wording_questions (void)
{
  return questions;
}
