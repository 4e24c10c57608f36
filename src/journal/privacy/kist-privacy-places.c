/* Names of places and services: towns by a dictionary, houses by what kind of house they say they are. */
#include "kist-privacy-places.h"

#include <string.h>

#include "kist-privacy-pattern.h"

/* Whether word @i stands after "in", "from" and the like. */
static gboolean
is_where (const KistPrivacySearch *self, guint i)
{
  return kist_privacy_is_joined_before (self, i, "") &&
         kist_privacy_word_is (kist_privacy_get_before (self, i), KIST_PRIVACY_IS_WHERE);
}

/* Whether a blank alone stands behind word @i, or the apostrophe of "Tam o' Shanter". */
static gboolean
is_one_blank (const KistPrivacySearch *self, guint i)
{
  gsize       end = kist_privacy_get_word (self, i)->end, gap = kist_privacy_get_word (self, i + 1)->start - end;
  const char *between = self->text + end;

  return gap == 1 || (gap == strlen ("' ") && strncmp (between, "' ", gap) == 0) ||
         (gap == strlen ("’ ") && strncmp (between, "’ ", gap) == 0);
}

/* What the dictionaries say of the @n words from @i on, that stand with single blanks between. */
static unsigned
look_up_several (const KistPrivacySearch *self, guint i, unsigned n)
{
  const KistPrivacyWord *first = kist_privacy_get_word (self, i), *last = kist_privacy_get_word (self, i + n - 1);

  if (!kist_privacy_word_is (first, KIST_PRIVACY_IS_CAPITAL) || i + n > self->words->len)
    return 0;
  for (guint j = i; j + 1 < i + n; j++)
    if (!is_one_blank (self, j))
      return 0;
  return kist_privacy_words_look_up (self->text, first->start, last->end);
}

static void
mark_several (KistPrivacySearch *self, guint i, unsigned n, unsigned mark)
{
  for (guint j = i; j < i + n; j++)
    g_array_index (self->words, KistPrivacyWord, j).marks |= mark;
}

/* "Fort William", "Care Inspectorate" */
static void
find_entries_of_several_words (KistPrivacySearch *self)
{
  for (guint i = 0; i < self->words->len; i++)
    for (unsigned n = 4; n > 1; n--)
      {
        unsigned marks = look_up_several (self, i, n);

        if (!(marks & (KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_PLACE)))
          continue;
        if (marks & KIST_PRIVACY_IS_PLACE)
          kist_privacy_add (self->findings, KIST_PRIVACY_PLACE, KIST_PRIVACY_LIKELY,
                            kist_privacy_get_word (self, i)->start, kist_privacy_get_word (self, i + n - 1)->end);
        mark_several (self, i, n, KIST_PRIVACY_IS_KNOWN);
        i += n - 1;
        break;
      }
}

/* "the Edinburgh Postnatal Depression Scale" */
static gboolean
is_of_instrument (const KistPrivacySearch *self, guint i)
{
  static const char *const kinds[] = { "scale",     "inventory",  "questionnaire", "index", "score",
                                       "framework", "assessment", "test",          "model", NULL };

  for (guint last = i + 5; i < last && kist_privacy_is_joined (self, i, "") &&
                           kist_privacy_word_is (kist_privacy_get_word (self, i + 1), KIST_PRIVACY_IS_CAPITAL);
       i++)
    if (kist_privacy_word_is_any_of (self, kist_privacy_get_word (self, i + 1), kinds))
      return TRUE;
  return FALSE;
}

static void
find_towns (const KistPrivacySearch *self)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const KistPrivacyWord *word = kist_privacy_get_word (self, i);

      if (!kist_privacy_word_is (word, KIST_PRIVACY_IS_CAPITAL) || kist_privacy_word_is (word, KIST_PRIVACY_IS_KNOWN))
        continue;
      if (is_of_instrument (self, i))
        continue;
      if (kist_privacy_word_is (word, KIST_PRIVACY_IS_PLACE) ||
          (kist_privacy_word_is (word, KIST_PRIVACY_MAY_BE_PLACE) &&
           !kist_privacy_word_is (word, KIST_PRIVACY_IS_FIRST) && is_where (self, i)))
        kist_privacy_add (self->findings, KIST_PRIVACY_PLACE, KIST_PRIVACY_WEAK, word->start, word->end);
    }
}

/* Whether the word from @start to @end, of which the dictionaries say @marks, is a name of its own before the kind of
 * house at @kind: not for the capital letter alone that a sentence begins with ("After school"), nor as letters that
 * stand for a kind again ("ASN school"). */
static gboolean
is_own (const char *text, gsize start, gsize end, gsize kind, unsigned marks)
{
  gboolean is_last = text[end] != ' ' || end + 1 >= kind;
  gboolean is_small = g_ascii_islower (text[kind]);

  if (marks & (KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_MONTH | KIST_PRIVACY_IS_WHERE | KIST_PRIVACY_IS_PERSON |
               KIST_PRIVACY_IS_TITLE | KIST_PRIVACY_IS_PLAIN))
    return FALSE;
  if (!is_last ||
      (marks & (KIST_PRIVACY_IS_PLACE | KIST_PRIVACY_MAY_BE_PLACE | KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_MAY_BE_GIVEN)))
    return TRUE;
  if (is_small && end - start > 1 && g_ascii_isupper (text[start + 1]))
    return FALSE;
  return !kist_privacy_words_is_first (text, start) ||
         (!is_small && (end - start < 4 || strncmp (text + end - 3, "ing", 3) != 0));
}

/* "Rowan Lodge", "the Strathyre day centre": the words before the last say whether it has a name of its own. */
static gboolean
accept_house (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  gsize kind;
  int   kind_start, kind_end;

  g_match_info_fetch_pos (match, 1, &kind_start, &kind_end);
  kind = (gsize)kind_start;
  while (finding->start < kind)
    {
      gsize end = MIN (finding->start + strcspn (text + finding->start, " '’"), kind);

      if (is_own (text, finding->start, end, kind, kist_privacy_words_look_up (text, finding->start, end)))
        return TRUE;
      while (finding->start < kind && text[finding->start] != ' ')
        finding->start++;
      finding->start++;
    }
  return FALSE;
}

#define OWN_WORD                                                                                                       \
  "(?:(?!(?:The|Our|My|Your|His|Her|Their|This|That|Each|Every|Any|No|A|An|All|Some|Which|When|What|If|Is|For|And|"    \
  "But|As|Good|New|Local|Data|Open|Care|Day|Social|Public|High|Nursing|Residential|Health|Primary|Secondary|"          \
  "Community|Medical|Further|Higher)\\b)[A-Z][\\w'’&-]{1,25} )"
#define HOUSE                                                                                                          \
  "((?:(?:[Cc]are|[Nn]ursing|[Rr]esidential|[Cc]hildren['’]?s?) [Hh]ome|[Dd]ay "                                       \
  "[Cc](?:entre|are)|[Hh]ouse|[Ll]odge|Manor"                                                                          \
  "|Court|[Hh]ospital|[Ii]nfirmary|[Hh]ospice|[Nn]ursery|[Pp]rimary(?: [Ss]chool)?|[Aa]cademy|[Hh]igh(?: [Ss]chool)?"  \
  "|[Ss]chool|[Cc]hurch|[Ss]urgery|(?:[Mm]edical|[Hh]ealth|[Cc]ommunity|[Ff]amily|[Rr]esource) "                       \
  "(?:[Cc]entre|[Pp]ractice)"                                                                                          \
  "|[Cc]linic|[Cc]ollege|(?:Home )?Care (?:Ltd|Limited|Services|Group)|[Ss]heltered [Hh]ousing|Housing(?: "            \
  "Association)?|Ltd|[Pp]harmacy|[Cc]entre|[Uu]nit|[Pp]arish|[Pp]laygroup|[Gg]ardens|Street|Road|Avenue|Lane|"         \
  "Crescent|Terrace"                                                                                                   \
  "|Drive|Grove|Wynd|Place|View))\\b"

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_PLACE, KIST_PRIVACY_LIKELY, 0, accept_house, "(?<![\\w'’])" OWN_WORD "{1,4}" HOUSE },
  { KIST_PRIVACY_PLACE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<!\\w)(?:St|Saint)\\.? [A-Z][a-z]{2,20}(?:['’]s)?(?: " HOUSE ")?" },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_places:
 * @self: the search; its words that are part of a longer entry of a dictionary are marked as known
 */
void
kist_privacy_find_places (KistPrivacySearch *self)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), self->text, self->findings);
  find_entries_of_several_words (self);
  find_towns (self);
}
