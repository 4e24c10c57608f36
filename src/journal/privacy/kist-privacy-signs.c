#include "kist-privacy-signs.h"

#include <string.h>

/**
 * kist_privacy_is_gaelic_surname:
 * @self: a search
 * @i: which word
 *
 * Returns: whether it is "MacPhail" or "O'Neill": no other word has such a form
 */
gboolean
kist_privacy_is_gaelic_surname (const KistPrivacySearch *self, guint i)
{
  static const char *const forms[] = { "Mc", "Mac", "O'", "O’" };
  static const char *const firms[] = { "mcdonald", "mcvitie", NULL };
  const KistPrivacyWord   *word = kist_privacy_get_word (self, i);

  if (!kist_privacy_word_is (word, KIST_PRIVACY_IS_CAPITAL) ||
      kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_PLACE) ||
      (kist_privacy_word_is (word, KIST_PRIVACY_IS_POSSESSIVE) && kist_privacy_word_is_any_of (self, word, firms)))
    return FALSE;
  for (unsigned f = 0; f < G_N_ELEMENTS (forms); f++)
    if (strncmp (self->text + word->start, forms[f], strlen (forms[f])) == 0 &&
        g_ascii_isupper (self->text[word->start + strlen (forms[f])]))
      return TRUE;
  return FALSE;
}

/**
 * kist_privacy_is_somebody_who:
 * @self: a search
 * @i: which word
 *
 * Returns: whether it does or is what only people do or are: "Rose needs two of us", "Hope was crying"
 */
gboolean
kist_privacy_is_somebody_who (const KistPrivacySearch *self, guint i)
{
  static const char *const deeds[] = { "needs", "needed", "wants", "wanted", "sat",   "stood",  "walked",  "stayed",
                                       "lives", "lived",  "eats",  "ate",    "slept", "sleeps", "refuses", NULL };
  static const char *const states[] = { "crying",    "laughing", "smiling",  "sitting", "standing", "shouting",
                                        "screaming", "waiting",  "asleep",   "awake",   "upset",    "angry",
                                        "nervous",   "anxious",  "scared",   "tired",   "poorly",   "unwell",
                                        "deaf",      "autistic", "diabetic", "my",      NULL };
  static const char *const being[] = { "is", "was", NULL };

  if (!kist_privacy_is_joined (self, i, ""))
    return FALSE;
  return kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 1), deeds) ||
         (kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 1), being) &&
          kist_privacy_is_joined (self, i + 1, "") &&
          kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 2), states));
}

/**
 * kist_privacy_is_behind_preposition:
 * @self: a search
 * @i: which word, a given name that is no other word
 *
 * Returns: whether it stands where only people do, so that it is a name without a capital letter, too: "spoke to
 * agnieszka"
 */
gboolean
kist_privacy_is_behind_preposition (const KistPrivacySearch *self, guint i)
{
  static const char *const prepositions[] = { "with", "for", "from", "by", "saw", "see", NULL };
  static const char *const to[] = { "to", NULL };
  /* "I could not bear to jack it in" */
  static const char *const talk[] = { "spoke", "speak",   "speaking", "talk",     "talked", "talking",
                                      "chat",  "chatted", "listen",   "listened", "wrote",  "gave",
                                      "went",  "sorry",   "thanks",   NULL };
  const KistPrivacyWord   *before = kist_privacy_get_before (self, i);

  if (!kist_privacy_is_joined_before (self, i, ""))
    return FALSE;
  return kist_privacy_word_is_any_of (self, before, prepositions) ||
         (i > 1 && kist_privacy_word_is_any_of (self, before, to) && kist_privacy_is_joined_before (self, i - 1, "") &&
          kist_privacy_word_is_any_of (self, kist_privacy_get_before (self, i - 1), talk));
}
