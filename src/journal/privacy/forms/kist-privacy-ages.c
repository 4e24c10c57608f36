/* Ages. "84" alone is none: a word for a person before it, or for years behind it, makes it one. */
#include "kist-privacy-number.h"
#include "journal/privacy/kist-privacy-pattern.h"
#include "journal/privacy/kist-privacy-words.h"

#define TENS "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
#define UNITS "(?:one|two|three|four|five|six|seven|eight|nine)"
#define FROM_THREE                                                                                                     \
  "(?:" TENS "(?:[ -]" UNITS ")?|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"     \
  "|sixteen|seventeen|eighteen|nineteen|a hundred(?: and \\w+)?)"
#define NUMBER_WORD "(?:" FROM_THREE "|one|two)"
#define NO_MEASURE                                                                                                     \
  "(?![\\w%:/-]|[.,]\\d)(?! ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|miles?|steps?|stones?|st\\b|kg|kilos?" \
  "|lbs?\\b|oz\\b|pounds|f(?:ee|oo)?t\\b|inches|cm\\b|metres?|doors?|streets?|degrees|mph|out\\b|of\\b|in\\b|times"    \
  "|people|pages|words|per\\b|percent|%|x\\b|to\\b|over\\b|and a half|years? (?!old|young)))"
/* Where a number that nothing else explains ends: it is not "84 spoons". */
#define ENDS "(?=[.,;!?)\\n]|$|\\.\\.| (?:and|but|or|now|when|so|next|this|years|with|who|though|yet|already)\\b)"
#define PEOPLE                                                                                                         \
  "(?:he|she|who|client|resident|patient|tenant|service user|individual|person|lady|gentleman|man|woman|boy|girl|lad"  \
  "|lass|lassie|laddie|bairn|wean|child|toddler|baby|pupil|student|teenager|mum|mam|mammy|dad|mother|father|gran"      \
  "|granny|grannie|nan|nana|grandad|granda|grandpa|papa|grandmother|grandfather|brother|sister|son|daughter|grandson"  \
  "|granddaughter|aunt|auntie|uncle|niece|nephew|cousin|husband|wife|partner|neighbour|friend|colleague|keyworker"     \
  "|manager|carer|twin|oldest|eldest|youngest)(?: (?:that )?(?:I|we) (?:support|visit|see|help|work with|look "        \
  "after|care for|key ?-?work))?"
#define A_WHILE "(?: now| only| just| nearly| almost| about| already| still only| around| over)?"

static gboolean
accept_age (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
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

  if (g_once_init_enter_pointer (&things))
    g_once_init_leave_pointer (
        &things,
        g_regex_new ("\\b(?:laptops?|tablets?|computers?|phones?|it|building|house|home|flat|service|minibus|bus|van|"
                     "car|hoist|bed|boiler|lift|chair|carpet|telly|polic(?:y|ies)|law|act|form|system|app|website|"
                     "hut|kitchen|dog|cat|budgie)(?: is| was| are| were|['’]s)(?: now| only| over| about| nearly)? $",
                     G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return accept_age (text, match, finding) && !kist_privacy_follows (text, finding->start, things);
}

/* "At 10 she gets her tablets": up to 24 it is an hour. */
static gboolean
accept_beyond_hours (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char     digits[8];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return n == 0 || (n == 2 && atoi (digits) > 24) || (n == 3 && atoi (digits) <= 115);
}

/* "Joan is 84", "Mrs Kerr (84)", "Joan Kerr, 84,": a given name that is no other word, or a name behind a title. */
static gboolean
accept_of_name (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  int start, end;

  if (!accept_age (text, match, finding))
    return FALSE;
  if (g_match_info_fetch_pos (match, 1, &start, &end) && end > start)
    return TRUE;
  g_match_info_fetch_pos (match, 2, &start, &end);
  return (kist_privacy_words_look_up (text, (gsize)start, (gsize)end) &
          (KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_PLACE)) == KIST_PRIVACY_IS_GIVEN;
}

#define NAMED "(?<![\\w.])((?:Mrs?|Ms|Miss|Mx|Dr)\\.? )?([A-Z][\\w'’-]{1,25})(?: [A-Z][\\w'’-]{1,25})?"

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, accept_age,
    "(?i)\\b(?:aged|age:|age|turned|turning|turns) (?:of |about |around |only |just |nearly |almost "
    ")?(?:\\d{1,3}|" NUMBER_WORD "\\b)" NO_MEASURE },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, accept_age,
    "(?i)\\b(?:he|she|they|who) (?:turned|turns|just turned) (?:\\d{1,3}|" FROM_THREE "\\b)(?= in\\b)" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, accept_age,
    "(?i), who (?:[\\w'’-]+ ){1,14}[\\w'’-]+, (?:is|was|will be)" A_WHILE " (\\d{2,3}|" FROM_THREE "\\b)" ENDS },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, accept_age,
    "(?i)\\b" PEOPLE " [^.!?,\\n]{1,40}, (" TENS "[ -]" UNITS
    "|\\d{2,3})(?=, (?:the|a|an|who|with|lives|living|has|is|was|my|our|his|her)\\b)" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, accept_age,
    "(?i)\\b(?:baby|bairn|wean|child|son|daughter|boy|girl|twins|oldest|eldest|youngest) "
    "(\\d{1,2} (?:days|weeks|months|years))(?=[,;)]| and\\b)" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, accept_age,
    "(?i)\\b(?:is|was) (?:only|just|barely|hardly) (\\d{1,3}|" FROM_THREE ") (?:him|her)self\\b" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\bat (" NUMBER_WORD " and a half),? (?:he|she|they|his|her|my|our)\\b" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, accept_not_of_thing,
    "(?i)(?<![\\w.,])(?:\\d{1,3}|" NUMBER_WORD
    ")[ -]?(?:(?:years?|yrs?|months?|mths?|weeks?)[ -]?(?:old|of age|young)|yo|y/o|y\\.o\\.)(?!\\w)" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, accept_age,
    "(?i)\\b" PEOPLE "(?:['’]s| is| was| will be)" A_WHILE " \\d{1,3}" NO_MEASURE },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)\\b" PEOPLE "(?:['’]s| is| was| will be)" A_WHILE " " FROM_THREE "\\b" ENDS },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, accept_age,
    "(?i)\\bthey(?:['’]re| are| were| will be| will both be)(?: both)?" A_WHILE " (?:\\d{1,3}|" FROM_THREE
    "\\b)" ENDS },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 3, accept_of_name,
    NAMED "(?:['’]s| is| was| will be)" A_WHILE " (\\d{1,3})" NO_MEASURE },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 3, accept_of_name, NAMED "(?:, | \\()(\\d{1,3})(?=[,)])" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, accept_beyond_hours,
    "(?:\\bAt|\\b(?:[Ee]ven|[Ss]till|[Nn]ow|but|and) at) (\\d{2,3}|" TENS "(?:[ -]" UNITS ")?),? "
    "(?:he|she|they|my|our|his|her|Mum|Dad)\\b" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, accept_age,
    "(?i)(?<![\\w.])\\d{1,3}(?:st|nd|rd|th) (?:birthday|year of life)\\b" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, accept_age,
    "(?i)\\b(?:man|woman|lady|gentleman|boy|girl|lad|lass|lassie|bairn|child|baby|toddler|resident|client|tenant|"
    "patient|"
    "son|daughter|mother|father|mum|dad) of (\\d{1,3})(?: years?(?!['’]))?+(?=[,).]?(?: |$))(?! "
    "(?:people|minutes|hours|per|years))" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 1, accept_age,
    "(?i)\\b" PEOPLE "(?:, | \\()(\\d{1,3})(?: years?)?(?=[,)])" },
  { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, 0, accept_age, "(?i)\\bage: ?\\d{1,3}\\b" },
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
}
