/* Ages. "84" alone is none: a word for a person before it, or for years behind it, makes it one. */
#include "journal/privacy/kist-privacy-pattern.h"
#include "journal/privacy/kist-privacy-words.h"
#include "kist-privacy-ages.h"
#include "kist-privacy-number.h"

gboolean
kist_privacy_accept_age (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char     digits[8];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return n == 0 || (n <= 3 && atoi (digits) > 0 && atoi (digits) <= 115);
}

/* "Our laptop is 9 years old" */
static gboolean
accept_not_of_thing (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *things;

  return kist_privacy_accept_age (text, match, finding) &&
         !kist_privacy_follows (
             text, finding->start,
             kist_privacy_get_words (
                 &things,
                 "\\b(?:laptops?|tablets?|computers?|phones?|it|building|house|home|flat|service|minibus|bus|van|"
                 "car|hoist|bed|boiler|lift|chair|carpet|telly|polic(?:y|ies)|law|act|form|system|app|website|"
                 "hut|kitchen|dog|cat|budgie)(?: is| was| are| were|['’]s)(?: now| only| over| about| nearly)? $"));
}

/* "At 10 she gets her tablets": up to 24 it is an hour. */
gboolean
kist_privacy_accept_beyond_hours (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char     digits[8];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return n == 0 || (n == 2 && atoi (digits) > 24) || (n == 3 && atoi (digits) <= 115);
}

/* "At 19 she had", which nobody says of seven in the evening */
static gboolean
accept_past_noon (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char     digits[8];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return n == 0 || (n == 2 && atoi (digits) > 12);
}

/* "Joan is 84", "Mrs Kerr (84)", "Joan Kerr, 84,": a given name that is no other word, or a name behind a title. */
static gboolean
accept_of_name (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  int start, end;

  if (!kist_privacy_accept_age (text, match, finding))
    return FALSE;
  if (g_match_info_fetch_pos (match, 1, &start, &end) && end > start)
    return TRUE;
  g_match_info_fetch_pos (match, 2, &start, &end);
  return (kist_privacy_words_look_up (text, (gsize)start, (gsize)end) &
          (KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_PLACE)) == KIST_PRIVACY_IS_GIVEN;
}

/* "Children, 80 of them"; but "both brothers (67 and 71)" */
static gboolean
accept_several (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *grown;
  guint64        most =
      kist_privacy_follows (text, finding->start, kist_privacy_get_words (&grown, GROWN "\\W.*$")) ? 105 : 18;

  for (gsize i = finding->start; i < finding->end; i++)
    if (g_ascii_isdigit (text[i]) && g_ascii_strtoull (text + i, NULL, 10) > most)
      return FALSE;
  return TRUE;
}

/* "Plan A is 20 and plan B 30" */
static gboolean
accept_no_letter (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *lettered;
  int            start;

  g_match_info_fetch_pos (match, 0, &start, NULL);
  return kist_privacy_accept_age (text, match, finding) &&
         !kist_privacy_follows (text, (gsize)start,
                                kist_privacy_get_words (&lettered,
                                                        "\\b(?:plan|group|room|part|ward|unit|vitamin|option|"
                                                        "team|list|column|hepatitis|section|appendix) $"));
}

/* "The service's first birthday" */
static gboolean
accept_no_firm (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *firms;

  return !kist_privacy_follows (
      text, finding->start,
      kist_privacy_get_words (&firms,
                              "\\b(?:service|nursery|blog|project|team|centre|charity|home|club|group|programme|"
                              "NHS|SSSC|council|company|café|cafe|choir|playgroup|union|association)['’]?s? $"));
}

#define NAMED                                                                                                          \
  "(?<![\\w.])(?:(?:[Ww]ee|[Yy]oung|[Oo]ld|[Aa]uld|[Bb]ig|[Oo]ur) )?((?:Mrs?|Ms|Miss|Mx|Dr)\\.? "                      \
  ")?([A-Z][\\w'’-]{1,25})(?: [A-Z][\\w'’-]{1,25})?"

static const KistPrivacyPattern patterns[] = {
  /* The word itself */
  AGE (0,
       kist_privacy_accept_age,
       "(?i)\\b(?:aged|age:|age|turned|turning|turns) (?:(?:of|about|around|only|just|nearly|almost) )*"
       "(?:\\d{1,3}|" NUMBER_WORD "\\b)" NO_MEASURE),
  AGE (0, kist_privacy_accept_age, "(?i)\\bage: ?\\d{1,3}\\b"),
  AGE (0,
       kist_privacy_accept_age,
       "(?i)\\b(?:turned|turns|turning) (?:\\d{1,3}|" FROM_THREE "\\b)(?= in\\b(?! (?:all|total|the end)\\b))"),
  AGE (0,
       accept_not_of_thing,
       "(?i)(?<![\\w.,])(?:\\d{1,3}[½¼¾]?|" NUMBER_WORD
       ")[ -]?(?:(?:years?|yrs?|months?|mths?|weeks?)[ -]?(?:old|of age|young)|yo|y/o|y\\.o\\.)(?!\\w)"),
  AGE (1, kist_privacy_accept_age, "(?i)\\bage (?:at|on|when) [a-z ]{2,20}:? (?:was |is )?(\\d{1,3})(?![\\w.,]?\\d)"),
  AGE (0, kist_privacy_accept_age, "(?i)(?<![\\w.,£])\\d{1,2} ?mths\\b" ENDS),
  AGE (1, kist_privacy_accept_age, "(?i)\\((\\d{1,3} ?(?:yrs?|years?|months?|mths?|wks?|weeks?))\\)"),

  /* Somebody is */
  AGE (0, kist_privacy_accept_age, "(?i)\\b" PEOPLE IS ABOUT " \\d{1,3}" NO_MEASURE),
  AGE (0, NULL, "(?i)\\b" PEOPLE IS ABOUT " " FROM_THREE "\\b" ENDS),
  AGE (0, NULL, "(?i)\\b(?:" SOME_CHILD "|he|she)" IS ABOUT " two\\b" ENDS),
  AGE (0, NULL, "(?i)\\b" SOME_CHILD IS ABOUT " one\\b" ENDS),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b" PEOPLE WILL_BE " (\\d{2,3}|" FROM_THREE ")(?= (?:in (?!all)|on|at|today|tomorrow|come)\\b)"),
  AGE (0,
       kist_privacy_accept_age,
       "(?i)\\bthey(?:['’]re| are| were| will be| will both be)(?: both)?" ABOUT " (?:\\d{1,3}|" FROM_THREE
       "\\b)" ENDS),
  AGE (1, kist_privacy_accept_age, "(?i)\\bboth (?:are|were|aged) (" NUMBER ")" ENDS),
  AGE (1, kist_privacy_accept_age, "(?i)\\bwhen (?:I|we) (?:was|were)" ABOUT " (" NUMBER ")" ENDS),
  AGE (1,
       kist_privacy_accept_age,
       "\\b(?:I(?:['’]m| am)|(?:[Ww]e|[Yy]ou)(?:['’]re| are))" ABOUT " (\\d{2}|" TENS "(?:[ -]" UNITS ")?)"
       "(?=[.,;!?)]|$| (?:and|now|but|so)\\b)"),
  AGE (1, kist_privacy_accept_age, "(?i)\\b(?:is|was) (?:only|just|barely|hardly) (" NUMBER ") (?:him|her)self\\b"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b" SOME_CHILD " (?:is|was|are|were)" ABOUT " ((?:\\d{1,2}|" NUMBER_WORD
       ") (?:days|weeks|months))(?=[,.;)!?]|$| (?:and|but|now)\\b)"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b(?:" PEOPLE
       "(?:['’]s| is| was)|just|only|nearly|not far off)(?: nearly| almost)? (?:pushing|coming|rising"
       "|going on(?: for)?|getting on for|coming up (?:for|to)|shy of|approaching|just gone) (" NUMBER ")" ENDS),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b" PEOPLE
       " (?:has |had )?(?:just )?(?:reached|reaches|hit|made it to|lived to(?: be)?|got to) (\\d{2,3}|" TENS
       "(?:[ -]" UNITS ")?|a hundred(?: and \\w+)?)(?=[.,;!?]|$| (?:and|but|the|her|his|he|she|they|we|I|in (?:the "
       ")?(?:spring|summer|autumn|winter))\\b)"),
  AGE (3, accept_of_name, NAMED IS ABOUT " (\\d{1,3})" NO_MEASURE),
  AGE (1, accept_no_letter, "\\b[A-HJ-Z] (?:is|was) (" NUMBER ")(?=[,.;]| and\\b)"),
  AGE (0, NULL, "(?i)\\b" PEOPLE IS ABOUT " (?:\\d{1,2}|" NUMBER_WORD ") and a half\\b" ENDS),

  /* Somebody, 84, or (84), or 84: the line of a form, too */
  AGE (3, accept_of_name, NAMED "(?:, | \\()(\\d{1,3}[½¼¾]?)(?=[,)])"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b" PEOPLE "(?: (?-i:[A-Z])\\w{0,12}){0,2}(?:, | \\()(?:now |only |just |nearly |about |almost |who is )?"
       "(" NUMBER "(?: and \\d{1,2})?)(?: years?| yrs?| months?| mths?)?(?=[,)])"),
  AGE (1, kist_privacy_accept_beyond_hours, "(?i)\\b" PERSON "(?: (?-i:[A-Z]))?: (\\d{2,3})(?=[,.;])"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i), who (?:[\\w'’-]+ ){1,14}[\\w'’-]+, (?:is|was|will be)" ABOUT " (\\d{2,3}|" FROM_THREE "\\b)" ENDS),
  AGE (1,
       kist_privacy_accept_beyond_hours,
       "(?i)\\b(?:gent|pt|px|lady|gentleman|female|male|patient) (\\d{2,3})(?= [a-z]|,)" NO_MEASURE),
  AGE (1, kist_privacy_accept_age, "\\b(?:[Ff]emale|[Mm]ale)(?:, ?| \\(|: ?| )(\\d{1,3})(?=[,.;)\\n]|$)"),
  AGE (1, kist_privacy_accept_age, "(?<![\\w'’.&-])[MF](?:, ?|/)(\\d{2,3})(?=[,;)]|$)"),
  AGE (1,
       kist_privacy_accept_age,
       "(?:^|\\n)(\\d{1,2} (?:months|mths|weeks)|\\d{2,3}), "
       "(?:no|not|still|deaf|blind|frail|liv(?:es|ing)|widowed|retired|single|married|divorced|diabetic|male|female"
       "|non-verbal|bed ?bound|independent|mobile|with|a|an)\\b"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)(?:^|\\n|[.!?] )(\\d{2,3}|" TENS "(?:[ -]" UNITS
       ")?) (?:and|but) (?:still|never|sharp|fit|deaf|not a|as [a-z]+ "
       "as)\\b"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\bborn [^.!?\\n]{1,40}, (?:so |and |which makes (?:him|her|me) |is )?now (\\d{2,3})(?=[,.;)!?]|$)"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b(?:baby|bairn|wean|child|son|daughter|boy|girl|twins|oldest|eldest|youngest) "
       "(\\d{1,2} (?:days|weeks|months|years))(?=[,;)]| and\\b)"),
  /* Several at once: "twins, 4, …", "two boys, six and nine" */
  AGE (1,
       accept_several,
       "(?i)\\b" SEVERAL "(?:, | \\(| are | were | will be |: )(?:both |now |only |aged )*(" NUMBER
       "(?:(?:, and |, | and )"
       "(?:\\d{1,2}|" NUMBER_WORD "))*)" ENDS),

  /* Somebody of 84, and what was at 16 */
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b(?:man|woman|lady|gentleman|boy|girl|lad|lass|lassie|bairn|child|baby|toddler|resident|client|tenant|"
       "patient|son|daughter|mother|father|mum|dad|somebody|someone|person|anybody|anyone) of (\\d{1,3})"
       "(?: years?(?!['’]))?+(?=[,).]?(?: |$))(?! (?:people|minutes|hours|per|years))"),
  AGE (1, NULL, "(?i)\\b(?:" PERSON "|somebody|someone) of (?:about |only |just |nearly )?(" FROM_THREE ")" ENDS),
  AGE (1, NULL, "(?i)\\bat (" NUMBER_WORD " and a half),? (?:he|she|they|his|her|my|our)\\b"),
  AGE (1,
       kist_privacy_accept_beyond_hours,
       "(?:\\bAt|\\b(?:[Ee]ven|[Ss]till|[Nn]ow|but|and) at) (\\d{2,3}|" TENS "(?:[ -]" UNITS ")?),? "
       "(?:he|she|they|my|our|his|her|Mum|Dad)\\b"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b(?:her|his|their|my|about) being(?: only| just| nearly| almost)? (\\d{2,3}|" FROM_THREE
       ")\\b" NO_MEASURE),
  AGE (1, kist_privacy_accept_age, "(?i)\\b(?:at|by) (\\d{1,2} (?:months|mths))\\b(?! (?:on|later|ago|of|in)\\b)"),
  AGE (1,
       accept_past_noon,
       "\\bAt (\\d{2}|" NUMBER "),? (?:[A-Z][\\w.'’]*|he|she) (?:had|was already|could|knew|has|still)\\b"),
  AGE (1, kist_privacy_accept_age, "\\b[Aa]t (?:just|only|barely) (" NUMBER "),? (?:he|she|they|I)\\b"),
  AGE (1,
       kist_privacy_accept_age,
       "(?i)\\b(?:left school|(?:in)?to care|left care|married|widowed|diagnosed|orphaned|adopted|fostered|pregnant"
       "|a mother|a mum|a father|a dad|a gran|a granny|retired|ha[ds] (?:his|her|their|my) (?:first |second |only )?"
       "(?:child|baby|bairn|wean|son|daughter)) (?:again )?at (\\d{1,2}|" FROM_THREE ")" ENDS),
  AGE (1,
       kist_privacy_accept_beyond_hours,
       "(?i)\\b(?:died|passed(?: away)?|lost (?:him|her|them)) at (\\d{2,3}|" TENS "(?:[ -]" UNITS ")?)" ENDS),

  /* What is celebrated, and of what "her ninetieth" is said */
  AGE (1, accept_no_firm, "(?i)(?<![\\w.])((?:" ORDINAL "|one hundredth) (?:birthday|year of life))\\b"),
  AGE (1,
       NULL,
       "(?i)\\b(?:his|her|their|my|mum['’]s|dad['’]s|gran['’]s) (" ORDINAL_FROM_TWENTY
       ")(?=[.,;!?)]|$| (?:year|last|this|next|on|in|with|and|party|cake|do|bash|celebrations?)\\b)"),
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_ages:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_ages (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
  kist_privacy_find_ages_told (text, findings);
}
