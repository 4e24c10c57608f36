/* Names of people. A name has no form, so what counts is what stands around it: a title, a word for a person
 * before it, a deed behind it; or it is a given name and no other word. */
#include <string.h>

#include "kist-privacy-pattern.h"
#include "kist-privacy-places.h"
#include "kist-privacy-signs.h"

/* Never a name when it has no capital letter. */
#define NO_NAME                                                                                                        \
  (KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_TITLE | KIST_PRIVACY_IS_DEED | KIST_PRIVACY_IS_TOWARDS |                    \
   KIST_PRIVACY_IS_WHERE | KIST_PRIVACY_IS_ARTICLE | KIST_PRIVACY_IS_PLAIN)
/* Words that a name has at most, without its title. */
#define LONGEST_NAME 3

/* g_str_has_prefix() measures the whole text first. */
static gboolean
begins (const char *place, const char *prefix)
{
  return strncmp (place, prefix, strlen (prefix)) == 0;
}

static gsize
get_length (const KistPrivacyWord *word)
{
  return word->end - word->start;
}

/* "Client A", "Mrs X": what one writes so that nobody is known. */
static gboolean
is_pseudonym (const KistPrivacySearch *self, const KistPrivacyWord *word)
{
  return get_length (word) == 1 && strchr ("ABCDXYZ", self->text[word->start]);
}

/* Whether word @i can be part of a name that began before it. */
static gboolean
can_go_on (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *word = kist_privacy_get_word (self, i);

  return kist_privacy_word_is (word, KIST_PRIVACY_IS_CAPITAL) &&
         !kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_TITLE | KIST_PRIVACY_IS_FIRST |
                                          KIST_PRIVACY_IS_MONTH | KIST_PRIVACY_IS_PLAIN) &&
         !(kist_privacy_word_is (word, KIST_PRIVACY_IS_UPPER) && get_length (word) < 3);
}

/* Returns: the last word of the name that begins with word @first. */
static guint
find_last (const KistPrivacySearch *self, guint first)
{
  guint last = first;

  while (last + 1 - first < LONGEST_NAME && kist_privacy_is_joined (self, last, ".") && can_go_on (self, last + 1))
    last++;
  return last;
}

/* "Schön (1983)": an author that one names. */
static gboolean
is_cited (const KistPrivacySearch *self, guint last)
{
  const char *behind = self->text + kist_privacy_get_word (self, last)->end;

  behind += strspn (behind, " ,(");
  return (strncmp (behind, "19", 2) == 0 || strncmp (behind, "20", 2) == 0) && g_ascii_isdigit (behind[2]) &&
         g_ascii_isdigit (behind[3]);
}

/* "Clare's Law" */
static gboolean
is_of_law (const KistPrivacySearch *self, guint last)
{
  const KistPrivacyWord *word = kist_privacy_get_word (self, last), *next = kist_privacy_get_word (self, last + 1);

  return kist_privacy_word_is (word, KIST_PRIVACY_IS_POSSESSIVE) && get_length (next) == strlen ("Law") &&
         begins (self->text + next->start, "Law");
}

static void
add_name (const KistPrivacySearch *self, guint first, guint last, KistPrivacyCertainty certainty)
{
  if (!is_cited (self, last) && !is_of_law (self, last))
    kist_privacy_add (self->findings, KIST_PRIVACY_NAME, certainty, kist_privacy_get_word (self, first)->start,
                      kist_privacy_get_word (self, last)->end);
}

/* ---- people */

/* "van der Merwe". Returns: the word behind what may stand before a surname. */
static guint
skip_particles (const KistPrivacySearch *self, guint i)
{
  for (guint last = i + 2;
       i < last && kist_privacy_word_is (kist_privacy_get_word (self, i), KIST_PRIVACY_IS_PARTICLE) &&
       kist_privacy_is_joined (self, i, "");
       i++)
    ;
  return i;
}

/* Behind it stands what people do; with @marks only what nothing else does. */
static gboolean
is_followed_by (const KistPrivacySearch *self, guint i, unsigned marks)
{
  return kist_privacy_is_joined (self, i, "") && kist_privacy_word_is (kist_privacy_get_word (self, i + 1), marks) &&
         !kist_privacy_word_is (kist_privacy_get_word (self, i + 1), KIST_PRIVACY_IS_CAPITAL);
}

/* "saw mrs kerr", "rang dr rahman": "the dr", "her ms" are a doctor and a disease, and need somebody told of. */
static gboolean
is_surname_in_small (const KistPrivacySearch *self, guint title, guint name)
{
  static const char *const met[] = { "saw", "see", "seen", "seeing", "by", "from", NULL };
  const KistPrivacyWord   *word = kist_privacy_get_word (self, name);
  const KistPrivacyWord   *before = kist_privacy_get_before (self, title);
  const char              *letters = self->text + kist_privacy_get_word (self, title)->start;

  if (get_length (word) <= 3 || kist_privacy_word_is (word, NO_NAME))
    return FALSE;
  if (g_ascii_strncasecmp (letters, "dr", 2) != 0 && g_ascii_strncasecmp (letters, "ms", 2) != 0)
    return TRUE;
  return (kist_privacy_is_joined_before (self, title, "") && (kist_privacy_word_is (before, KIST_PRIVACY_IS_TOWARDS) ||
                                                              kist_privacy_word_is_any_of (self, before, met))) ||
         is_followed_by (self, name, KIST_PRIVACY_IS_DEED);
}

static gboolean
is_after_article (const KistPrivacySearch *self, guint i)
{
  return kist_privacy_is_joined_before (self, i, "") &&
         kist_privacy_word_is (kist_privacy_get_before (self, i), KIST_PRIVACY_IS_ARTICLE);
}

/* Whether word @name is the surname of somebody with the title that is word @title. */
static gboolean
is_surname (const KistPrivacySearch *self, guint title, guint name)
{
  const KistPrivacyWord *before = kist_privacy_get_word (self, title), *word = kist_privacy_get_word (self, name);
  const char            *letters = self->text + before->start;
  /* Mr, Mrs, Ms, Mx, Dr: never an ordinary word, but in capital letters MS is a disease, and Teams. */
  gboolean is_short = get_length (before) <= 3 && strchr ("MmDd", *letters);
  gboolean is_all_upper = kist_privacy_word_is (word, KIST_PRIVACY_IS_UPPER);

  if (kist_privacy_word_is (word, KIST_PRIVACY_IS_PERSON) || is_pseudonym (self, word))
    return FALSE;
  if (get_length (before) == 2 && strncmp (letters, "MS", 2) == 0)
    return is_all_upper && !is_after_article (self, title) &&
           !kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_PLAIN);
  if (!kist_privacy_word_is (word, KIST_PRIVACY_IS_CAPITAL))
    return is_short && is_surname_in_small (self, title, name);
  return is_short ||
         !(kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_MONTH) || get_length (word) == 1 ||
           (is_all_upper && !kist_privacy_word_is (before, KIST_PRIVACY_IS_CAPITAL)));
}

/* "Mr Tumble" */
static gboolean
is_public (const KistPrivacySearch *self, guint title, guint name)
{
  return (kist_privacy_words_look_up (self->text, kist_privacy_get_word (self, title)->start,
                                      kist_privacy_get_word (self, name)->end) &
          KIST_PRIVACY_IS_KNOWN) != 0;
}

/* "Mrs Kerr", "Mr and Mrs Baird", "mrs kerr". Returns: the last word of it, or @i when there is none. */
static guint
find_titled (const KistPrivacySearch *self, guint i)
{
  guint name = i + 1;

  if (!kist_privacy_word_is (kist_privacy_get_word (self, i), KIST_PRIVACY_IS_TITLE))
    return i;
  if (kist_privacy_is_joined (self, i, ".") && kist_privacy_is_joined (self, i + 1, ".") &&
      kist_privacy_word_is (kist_privacy_get_word (self, i + 2), KIST_PRIVACY_IS_TITLE) &&
      get_length (kist_privacy_get_word (self, i + 1)) == strlen ("and"))
    name = i + 3;
  name = skip_particles (self, name);
  if (!kist_privacy_is_joined (self, name - 1, ".") || !is_surname (self, i, name) || is_public (self, i, name))
    return i;
  name = find_last (self, name);
  add_name (self, i, name, KIST_PRIVACY_CERTAIN);
  return name;
}

static gboolean
is_said_of_somebody (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *before = kist_privacy_get_before (self, i);

  return kist_privacy_is_joined_before (self, i, ",:“\"'(") &&
         kist_privacy_word_is (before, KIST_PRIVACY_IS_PERSON | KIST_PRIVACY_IS_TOWARDS);
}

/* "Oluwaseun's daughter" */
static gboolean
has_somebody (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *next = kist_privacy_get_word (self, i + 1);

  return kist_privacy_word_is (kist_privacy_get_word (self, i), KIST_PRIVACY_IS_POSSESSIVE) &&
         kist_privacy_word_is (next, KIST_PRIVACY_IS_PERSON) &&
         next->start - kist_privacy_get_word (self, i)->end <= strlen ("’s ");
}

/* "Xiuying, who mostly uses pictures" */
static gboolean
is_followed_by_who (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *next = kist_privacy_get_word (self, i + 1);

  return kist_privacy_is_joined (self, i, ",") && get_length (next) == strlen ("who") &&
         begins (self->text + next->start, "who");
}

/* "my client JK", "SM's mum" */
static gboolean
are_initials (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *word = kist_privacy_get_word (self, i);

  return get_length (word) >= 2 && get_length (word) <= 3 && kist_privacy_word_is (word, KIST_PRIVACY_IS_UPPER) &&
         !kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN) &&
         (has_somebody (self, i) ||
          (is_said_of_somebody (self, i) &&
           !kist_privacy_word_is (kist_privacy_get_before (self, i), KIST_PRIVACY_IS_TOWARDS)));
}

/* "MS Society", "SSSC Reg No": what follows letters that stand for an organisation is part of what it is called. */
static gboolean
is_after_letters (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *before = kist_privacy_get_before (self, i);

  return kist_privacy_is_joined_before (self, i, "") && get_length (before) > 1 &&
         kist_privacy_word_is (before, KIST_PRIVACY_IS_UPPER) && !kist_privacy_word_is (before, KIST_PRIVACY_IS_PERSON);
}

/* "Heather, Tomasz": in a row with a given name that is no other word. */
static gboolean
is_in_row (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *before = kist_privacy_get_before (self, i), *next = kist_privacy_get_word (self, i + 1);
  const unsigned         sure = KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_CAPITAL;

  return (kist_privacy_is_joined (self, i, ",&") &&
          (next->marks & sure) == (KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_IS_CAPITAL)) ||
         (kist_privacy_is_joined_before (self, i, ",&") &&
          (before->marks & sure) == (KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_IS_CAPITAL));
}

/* "Joan and Sakina": the other half of a pair of which one is a given name. */
static gboolean
is_in_pair (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *and = kist_privacy_get_before (self, i);

  return i > 1 && get_length (and) == strlen ("and") && begins (self->text + and->start, "and") &&
         kist_privacy_is_joined_before (self, i, "") && kist_privacy_is_joined_before (self, i - 1, "") &&
         (kist_privacy_get_word (self, i - 2)->marks & (KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_IS_KNOWN)) ==
             KIST_PRIVACY_IS_GIVEN;
}

/* A blog called "Tea, Tabards and Tablets": what somebody is called ends where the quotation does. */
static gboolean
is_in_longer_quotation (const KistPrivacySearch *self, guint i)
{
  const char *start = self->text + kist_privacy_get_word (self, i)->start;
  const char *end = self->text + kist_privacy_get_word (self, find_last (self, i))->end;

  if (start > self->text && start[-1] == '"')
    return strcspn (end, "\"") > 1;
  return start >= self->text + strlen ("“") && begins (start - strlen ("“"), "“") && !begins (end, "”") &&
         !(*end && begins (end + 1, "”"));
}

/* A given name that is an ordinary word, too: in the middle of a sentence its capital letter speaks for the name, at
 * the beginning only what people alone do. Months are written with one anyway. */
static gboolean
is_given_here (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *word = kist_privacy_get_word (self, i);

  if (is_said_of_somebody (self, i) || has_somebody (self, i) || is_followed_by (self, i, KIST_PRIVACY_IS_SPEECH) ||
      kist_privacy_is_somebody_who (self, i) ||
      (is_in_row (self, i) && !kist_privacy_word_is (word, KIST_PRIVACY_IS_MONTH)))
    return !is_after_article (self, i);
  return !kist_privacy_word_is (word, KIST_PRIVACY_IS_FIRST | KIST_PRIVACY_IS_MONTH | KIST_PRIVACY_IS_KNOWN |
                                          KIST_PRIVACY_IS_UPPER) &&
         !is_after_article (self, i) && !is_after_letters (self, i);
}

/* "MacPhail", "Jordan MacPhail" */
static gboolean
begins_gaelic (const KistPrivacySearch *self, guint i)
{
  return kist_privacy_is_gaelic_surname (self, i) ||
         (!kist_privacy_word_is (kist_privacy_get_word (self, i), NO_NAME | KIST_PRIVACY_IS_MONTH) &&
          kist_privacy_is_joined (self, i, "") && kist_privacy_is_gaelic_surname (self, i + 1));
}

/* How sure one is that a name begins with word @i; -1 for not at all. */
static int
judge (const KistPrivacySearch *self, guint i)
{
  const KistPrivacyWord *word = kist_privacy_get_word (self, i);
  gboolean               is_capital = kist_privacy_word_is (word, KIST_PRIVACY_IS_CAPITAL);

  if (kist_privacy_word_is (word, KIST_PRIVACY_IS_GIVEN) && !kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN))
    return is_capital || is_said_of_somebody (self, i) || kist_privacy_is_behind_preposition (self, i) ||
                   (is_followed_by (self, i, KIST_PRIVACY_IS_DEED) && !is_after_article (self, i))
               ? KIST_PRIVACY_LIKELY
               : -1;
  if (!is_capital || get_length (word) == 1 ||
      kist_privacy_word_is (word, KIST_PRIVACY_IS_PERSON | KIST_PRIVACY_IS_TITLE))
    return -1;
  if (begins_gaelic (self, i) || (kist_privacy_word_is (word, KIST_PRIVACY_MAY_BE_GIVEN) && is_given_here (self, i)))
    return KIST_PRIVACY_LIKELY;
  if (kist_privacy_word_is (word, KIST_PRIVACY_IS_UPPER))
    return are_initials (self, i) ? KIST_PRIVACY_LIKELY : -1;
  if (kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_PLACE | KIST_PRIVACY_IS_MONTH |
                                      KIST_PRIVACY_MAY_BE_GIVEN | KIST_PRIVACY_IS_ARTICLE))
    return -1;
  if (kist_privacy_is_family (self, i))
    return KIST_PRIVACY_WEAK;
  if (is_after_article (self, i) || is_after_letters (self, i) || is_in_longer_quotation (self, i))
    return -1;
  if (has_somebody (self, i))
    return KIST_PRIVACY_WEAK;
  return !kist_privacy_word_is (word, KIST_PRIVACY_IS_FIRST) &&
                 (is_said_of_somebody (self, i) || is_followed_by (self, i, KIST_PRIVACY_IS_DEED) ||
                  is_followed_by_who (self, i) || is_in_pair (self, i) || kist_privacy_has_company (self, i))
             ? KIST_PRIVACY_WEAK
             : -1;
}

static void
find_people (const KistPrivacySearch *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      guint last = find_titled (self, i);
      int   certainty;

      if (last > i)
        {
          i = last;
          continue;
        }
      certainty = judge (self, i);
      if (certainty < 0)
        continue;
      last = kist_privacy_word_is (kist_privacy_get_word (self, i), KIST_PRIVACY_IS_CAPITAL) ? find_last (self, i) : i;
      add_name (self, i, last, (KistPrivacyCertainty)certainty);
      i = last;
    }
}

/**
 * kist_privacy_find_names:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_names (const char *text, GArray *findings)
{
  g_autoptr (GArray) words = kist_privacy_words_new (text);
  KistPrivacySearch search = { text, words, findings };

  kist_privacy_skip_pseudonyms (&search);
  kist_privacy_find_initials (text, findings);
  kist_privacy_find_places (&search);
  find_people (&search);
}
