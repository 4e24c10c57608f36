/* Ages that the line explains: no word says "age", but the line speaks of a person, and the number counts nothing. */
#include "journal/privacy/kist-privacy-words.h"
#include "kist-privacy-ages.h"
#include "kist-privacy-number.h"

/* From 13 on: what is smaller counts too many other things. */
#define TEEN "(?:thir|four|fif|six|seven|eigh|nine)teen"
#define GROWN_UP "(\\d{2,3}|" TENS "(?:[ -]" UNITS ")?|" TEEN ")"

/* "Her mam (44)"; "Thing (14)" and "pages 12, 14, 16" are none. */
static gboolean
accept_where_somebody_is (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *somebody, *counted;
  char           digits[8];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return (n == 0 || (atoi (digits) >= 13 && atoi (digits) <= 105)) &&
         !kist_privacy_follows (
             text, finding->start,
             kist_privacy_get_words (
                 &counted,
                 "(?:\\d|\\b(?:" NUMBER_WORD "|things?|steps?|pages?|chapters?|numbers?|no|(?<!in )questions?|"
                 "codes?|items?|principles?|standards?|rooms?|tables?|figures?|units?|parts?|weeks?|"
                 "days?|badges?|words?|total|all|count|score|sections?|modules?))[.,]? ?[,(]? ?$")) &&
         kist_privacy_is_said_near (
             text, finding,
             kist_privacy_get_words (&somebody, "\\b(?:" PERSON "|female|male|couple|widow(?:er)?|mrs?|ms|miss|her|his|"
                                                "him)\\b"));
}

/* "Mrs Kerr, at 81, would": no hour, and nothing that is measured */
static gboolean
accept_late_in_life (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *measured;

  return kist_privacy_accept_beyond_hours (text, match, finding) && accept_where_somebody_is (text, match, finding) &&
         !kist_privacy_follows (
             text, finding->start,
             kist_privacy_get_words (&measured,
                                     "\\b(?:sats?|pulse|temp|temperature|thermometer|thermostat|heating|oxygen"
                                     "|bmi|score[ds]?|set|stuck|capped|stands?|stood|sits?|sat|limit|ratio|count"
                                     "|total|rate|held?|kept|stop(?:s|ped)?|maxed|mark|speed|priced?|flat|house"
                                     "|door|lives?|lived|stays?|stayed|visit|number|bus|bed|closed|runs|running"
                                     "|works?|volume)(?: is| was| were)?\\W+at" ABOUT " $"));
}

/* "She had only 20", "there were just 14" are amounts. */
static gboolean
accept_no_amount (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *amounts;

  return accept_where_somebody_is (text, match, finding) &&
         !kist_privacy_follows (text, finding->start,
                                kist_privacy_get_words (
                                    &amounts,
                                    "\\b(?:ha[sd]|have|gets?|got|gives?|gave|takes?|took|eats?|ate|writes?|wrote|reads?"
                                    "|did|does|do|done|managed?|manages|needs?|needed|costs?|pays?|paid|left|with|than"
                                    "|of|to|for|until|till|from|at|in|on|by|scored?|scores|drank|drinks?|walked|there"
                                    "|were|see|saw|are|weighs?|weighed|remember(?:s|ed)?|us|them|count(?:s|ed)?)"
                                    "(?:['’]s| is| was| were| are)?(?: (?:only|just|barely|scarcely|hardly|nearly"
                                    "|almost|not yet|now|still))+ $"));
}

static gboolean
accept_near_child (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *children;

  return kist_privacy_is_said_near (text, finding,
                                    kist_privacy_get_words (&children, "\\b(?:" SOME_CHILD "|newborn)\\b"));
}

/* "Ivy (91)": a name that is a word, too */
static gboolean
accept_of_word (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  int      start, end;
  unsigned marks;

  if (!kist_privacy_accept_beyond_hours (text, match, finding))
    return FALSE;
  g_match_info_fetch_pos (match, 1, &start, &end);
  marks = kist_privacy_words_look_up (text, (gsize)start, (gsize)end);
  return (marks & KIST_PRIVACY_MAY_BE_GIVEN) &&
         !(marks & (KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_MONTH | KIST_PRIVACY_IS_PLACE));
}

static const KistPrivacyPattern patterns[] = {
  AGE (1,
       accept_where_somebody_is,
       "(?<=[,(] |\\()" GROWN_UP
       "(?=, (?!\\d|and \\d)[a-z]|\\)|[.;!?](?!\\d)|$| (?:next|this|last) (?:week|month|year|birthday)\\b)"),
  AGE (2, accept_of_word, "(?<![\\w.])([A-Z][\\w'’-]{1,25}) \\((\\d{2,3})(?=\\))"),
  AGE (1,
       accept_near_child,
       "(?i)(?:, | \\()((?:\\d{1,2}|" NUMBER_WORD
       ") (?:days|weeks|months|mths|wks))(?=\\)|, (?:was|is|who|still|and)\\b)"),
  AGE (1,
       accept_late_in_life,
       "\\b[Aa]t" ABOUT " (\\d{2,3}|" TENS "(?:[ -]" UNITS
       ")?)(?=[,;!?)]|\\.(?!\\d)|$| (?:still|and|with|without|was|is"
       "|had|has|would|could|can|did|does|needs|never|always|alone)\\b)"),
  AGE (1,
       accept_no_amount,
       "(?i)\\b(?:only|just|barely|scarcely|hardly|nearly|almost|not yet|now|still) " GROWN_UP ENDS),
  AGE (1,
       kist_privacy_accept_age,
       "(?:^|\\n|[.!?] )(?:Now|Not yet|Not even|Barely|Nearly|Almost|Only|Just|Still only)(?: just| only)? "
       "(\\d{1,3}|" NUMBER_WORD ")(?=, (?:he|she|I)\\b| and (?:already|still|never)\\b)"),
  AGE (1,
       accept_where_somebody_is,
       "(?i)\\b(?:feels?|felt|looks?|looked|acts?|acted|pass(?:es|ed)? for|reckons? (?:he|she)(?:['’]s| is| was))"
       "(?: like| all of)?" ABOUT " " GROWN_UP ENDS),
  AGE (1,
       accept_where_somebody_is,
       "(?i)\\b(?:looks?|looked|feels?|felt) (?:\\d{2}|" TENS "(?:[ -]" UNITS
       ")?),? (?:and|but) (?:he['’]s |she['’]s )?"
       "(?:is |was )?" GROWN_UP ENDS),
  AGE (1,
       accept_where_somebody_is,
       "\\b[Aa]n? (?!(?:good|full|whole|total|mere|further|solid|maximum|minimum|steady) )(?:[a-z-]{3,20} "
       "){1,2}" GROWN_UP "(?=,? (?:and|but) [a-z]|, (?:he|she|they|who)\\b)"),
  AGE (1, accept_where_somebody_is, "(?i)\\b(?:bad|good|great|fit|young|sharp|well) for " GROWN_UP ENDS),
  AGE (1, accept_where_somebody_is, "(?i)(?<![\\w.,])((?:" TENS "|[2-9]0)(?:-?ish|[ -]something|[ -]odd))" ENDS),
  AGE (1,
       accept_where_somebody_is,
       "(?i)(?:,| and| but) (?:he|she|(?:his |her |the |my )?(?:mother|father|mum|dad|gran|brother|sister|wife|husband"
       "|partner)) " GROWN_UP ENDS),
  AGE (0,
       NULL,
       "(?i)\\bone (?:is|was)(?: only| just)? " NUMBER
       "(?:,| and)(?: and)? the other(?: is| was)?(?: only| just)? " NUMBER "\\b" ENDS),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b(?:lost|losing) (?:his|her|their|my) (?:" PERSON "|(?:both )?parents) at (?:just |only )?(" NUMBER
       ")" ENDS),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\bwhen (?:I|we) (?:was|were)" ABOUT " (" NUMBER ")(?= (?:I|he|she|we|they|my|our)\\b)"),
  AGE (1,
       NULL,
       "(?i)\\b(?:" PERSON "|somebody|someone) of" ABOUT " (" FROM_THREE
       ")(?= (?:should|could|would|can|must|will|is|was|has|had|does|did|may|might)\\b)"),
  AGE (1,
       accept_where_somebody_is,
       "(?i)\\b(?:from|until|till|since|before) " GROWN_UP
       ",? (?:he|she|I|they) (?:was|were|had|has|lived|stayed|worked|"
       "cared|looked)\\b"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\bage\\b[^.!?\\n]{0,40}\\b(?:said|says|told me|answered|replied|gave|put|wrote),? [\"“‘']?(" NUMBER
       ")\\b" NO_MEASURE),
  AGE (1,
       NULL,
       "(?i)\\b(?:his|her) (" TEEN "th|1[3-9]th)(?=[.;!?]|$| (?:on|at|next|with|party|cake|do|bash|celebrations?)\\b)"),
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_ages_told:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_ages_told (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
}
