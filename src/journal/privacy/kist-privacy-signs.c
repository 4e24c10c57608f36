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

/* Returns: how far behind word @i one for a person stands, three words at most; 0 for none */
static guint
find_person (const KistPrivacySearch *self, guint i)
{
  for (guint n = 1; n <= 3 && kist_privacy_is_joined (self, i + n - 1, ""); n++)
    {
      const KistPrivacyWord *word = kist_privacy_get_word (self, i + n);

      if (kist_privacy_word_is (word, KIST_PRIVACY_IS_CAPITAL))
        return 0;
      if (kist_privacy_word_is (word, KIST_PRIVACY_IS_PERSON) &&
          !kist_privacy_word_is (kist_privacy_get_word (self, i + n + 1), KIST_PRIVACY_IS_PERSON))
        return n;
    }
  return 0;
}

/**
 * kist_privacy_has_company:
 * @self: a search
 * @i: which word
 *
 * Returns: whether what stands behind it says that it is somebody: "Xiuying, our modern apprentice, …", "Rabiya and her
 * foster carer"
 */
gboolean
kist_privacy_has_company (const KistPrivacySearch *self, guint i)
{
  static const char *const whose[] = { "our", "my", "his", "her", "their", "the", NULL };
  static const char *const own[] = { "his", "her", "their", NULL };
  static const char *const and[] = { "and", NULL };
  guint n;

  if (kist_privacy_is_joined (self, i, ""))
    return kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 1), and) &&
           kist_privacy_is_joined (self, i + 1, "") &&
           kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 2), own) &&
           find_person (self, i + 2) > 0;
  if (!kist_privacy_is_joined (self, i, ",") ||
      !kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 1), whose))
    return FALSE;
  /* It ends there: "At Christmas, our manager was off" is another thing. */
  n = find_person (self, i + 1);
  return n > 0 && strchr (",.;)", self->text[kist_privacy_get_word (self, i + 1 + n)->end]);
}

/**
 * kist_privacy_is_family:
 * @self: a search
 * @i: which word
 *
 * Returns: whether it is the surname in "the Kowalczyk family", and not what a group for families is called
 */
gboolean
kist_privacy_is_family (const KistPrivacySearch *self, guint i)
{
  static const char *const the[] = { "the", NULL };
  static const char *const families[] = { "family", "household", "twins", "siblings", "brothers", "sisters", NULL };
  static const char *const goings_on[] = { "group",   "groups",    "session", "sessions", "tree", "therapy",
                                           "support", "fun",       "club",    "centre",   "room", "nurse",
                                           "hub",     "programme", "worker",  "day",      "app",  "plan",
                                           "meeting", "learning",  NULL };

  return kist_privacy_is_joined_before (self, i, "") && kist_privacy_is_joined (self, i, "") &&
         kist_privacy_word_is_any_of (self, kist_privacy_get_before (self, i), the) &&
         kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 1), families) &&
         !(kist_privacy_is_joined (self, i + 1, "") &&
           kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 2), goings_on));
}

/* Marks every word of the text that is spelt as the one from @start to @end as nobody's name. */
static void
forget_name (KistPrivacySearch *self, gsize start, gsize end)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      KistPrivacyWord *word = &g_array_index (self->words, KistPrivacyWord, i);

      if (word->end - word->start != end - start ||
          strncmp (self->text + word->start, self->text + start, end - start) != 0)
        continue;
      word->marks &= ~(unsigned)(KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_MAY_BE_GIVEN | KIST_PRIVACY_IS_PLACE |
                                 KIST_PRIVACY_MAY_BE_PLACE);
      word->marks |= KIST_PRIVACY_IS_KNOWN;
    }
}

static void
forget_names (KistPrivacySearch *self, gsize start, gsize end)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const KistPrivacyWord *word = &g_array_index (self->words, KistPrivacyWord, i);

      if (word->start >= start && word->end <= end && kist_privacy_word_is (word, KIST_PRIVACY_IS_CAPITAL))
        forget_name (self, word->start, word->end);
    }
}

#define CALLED "[\"“'‘]?([A-Z][\\w-]{1,25})[\"”'’]?"
#define REAL "(?:real|own|actual|right|true) "
#define NOT_THE_NAME                                                                                                   \
  "(?:not|n['’]t|nothing like|far from) (?:(?:(?:the |my |our )?\\w+['’]s|his|her|their) (?:" REAL                     \
  ")?|(?:the |a )?" REAL ")names?\\b"

/**
 * kist_privacy_skip_pseudonyms:
 * @self: a search; the words of which its text says that they are not a real name are marked as known
 *
 * "I'll call her Morag, which is not her real name", "Skye (not her real name)": wherever that word stands, it tells
 * nothing. So it is with what a text says are words: "Joy, Faith and Hope were the words on the wall".
 */
void
kist_privacy_skip_pseudonyms (KistPrivacySearch *self)
{
  static GRegex *said;
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  if (g_once_init_enter_pointer (&said))
    g_once_init_leave_pointer (
        &said, g_regex_new ("(?|\\bcall(?:ed|ing)? (?:[\\w'’-]+ ){1,4}" CALLED "[^.!?\\n]{0,40}?" NOT_THE_NAME
                            "|" CALLED "(?:[ ,(–—-]|which|that|is|was){1,8}" NOT_THE_NAME "|" CALLED
                            "(?:[ ,(–—-]|which|is|was){1,8}(?:name changed|a pseudonym|a made-up name)"
                            "|\\b(?:made-up|invented|fictional|false|pretend|borrowed) name,? (?:of |is )?" CALLED
                            "|((?:[A-Z][a-z]+, ){1,5}(?:and )?[A-Z][a-z]+(?: and [A-Z][a-z]+)?) (?:are|were) "
                            "(?:\\w+ ){1,3}(?:words|values|themes)\\b)",
                            G_REGEX_OPTIMIZE, 0, NULL));
  g_regex_match (said, self->text, 0, &match);
  while (g_match_info_matches (match))
    {
      if (g_match_info_fetch_pos (match, 1, &start, &end))
        forget_names (self, (gsize)start, (gsize)end);
      if (!g_match_info_next (match, NULL))
        break;
    }
}
