/* Exact dates, and which of them are somebody's birth. A day and a month without a name ("14/06") are no date: they may
 * be a fraction, a page, a door. */
#include <string.h>

#include "kist-privacy-number.h"
#include "journal/privacy/kist-privacy-pattern.h"

#define MONTHS                                                                                                         \
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"       \
  "|Nov(?:ember)?|Dec(?:ember)?)"
#define DAY "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?"

/* "3rd-5th March", too */
#define SOME_DAYS DAY "(?: ?(?:-|–|to|and|&|/) ?" DAY ")?"

static void
look_for_birth (const char *text, KistPrivacyFinding *finding)
{
  static GRegex *birth;

  if (kist_privacy_follows (
          text, finding->start,
          kist_privacy_get_words (
              &birth, "\\b(?:born|dob|d\\.o\\.b|date of birth|birth ?dates?|birthdays?|birth)\\W*(?:\\w+\\W+){0,5}$")))
    {
      finding->kind = KIST_PRIVACY_BIRTH_DATE;
      finding->certainty = KIST_PRIVACY_CERTAIN;
    }
}

static unsigned
get_number (GMatchInfo *match, int group)
{
  g_autofree char *digits = g_match_info_fetch (match, group);

  return digits ? (unsigned)g_ascii_strtoull (digits, NULL, 10) : 0;
}

static GRegex *
get_versions (void)
{
  static GRegex *versions;

  return kist_privacy_get_words (&versions, "\\b(?:version|release|build|update|firmware|driver|app|software|v|iOS|"
                                            "Android|Windows|Ubuntu|macOS|Kist|Teams|Word|Office|Firefox|Chrome)\\W*$");
}

/* Day, sign, month, the same sign, year; or the month first, as elsewhere. */
static gboolean
accept_numbers (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  unsigned         first = get_number (match, 1), second = get_number (match, 3), year = get_number (match, 4);
  g_autofree char *sign = g_match_info_fetch (match, 2);

  if (!kist_privacy_is_date (first, second, year) && !kist_privacy_is_date (second, first, year))
    return FALSE;
  look_for_birth (text, finding);
  if (finding->kind == KIST_PRIVACY_BIRTH_DATE || year >= 1850)
    return TRUE;
  /* "2.10.24" is a version; "02.10.24" is not, unless it is called so. */
  return year < 100 && (sign[0] != '.' || (finding->end - finding->start == strlen ("02.10.24") &&
                                           !kist_privacy_follows (text, finding->start, get_versions ())));
}

static gboolean
accept_iso (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  look_for_birth (text, finding);
  return kist_privacy_is_date (get_number (match, 3), get_number (match, 2), get_number (match, 1));
}

static gboolean
accept_words (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  look_for_birth (text, finding);
  return TRUE;
}

/* "Thing 14 March" is a heading. */
static gboolean
accept_unnumbered (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *numbered;

  return !kist_privacy_follows (
             text, finding->start,
             kist_privacy_get_words (&numbered, "\\b(?:things?|codes?|badges?|weeks?|units?|steps?|parts?|"
                                                "sections?|pages?|versions?|rooms?|bays?|modules?|no\\.?) $")) &&
         accept_words (text, match, finding);
}

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_numbers,
    "(?<![\\d/.-])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-]|\\.\\d)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_iso,
    "(?<![\\d.-])(\\d{4})[.-](\\d{2})[.-](\\d{2})(?![\\d-]|\\.\\d)" },
  /* "7.11.26 Home visit", "on 7.11.26": a version is none */
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 1, accept_words,
    "(?:^|\\n|\\b(?i:on|dated?|since|until|from|by|seen|fall|visit|review):? "
    ")(\\d\\.(?:0\\d|1[0-2])\\.\\d{2})(?![\\w.-])" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_words,
    "(?i)(?<![\\w.])" DAY "(?: of)?[ -]" MONTHS "\\.?,?(?:[ -]\\d{4}| ['’]\\d{2}|-\\d{2})(?!\\w)" },
  /* A feast that is on the same day each year, with the year */
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_words,
    "(?i)\\b(?:Hogmanay|Ne['’]erday|Christmas (?:Day|Eve)|Boxing Day|New Year['’]?s (?:Day|Eve)|Hallowe['’]?en|Burns "
    "Night"
    "|St\\.? (?:Andrew|Patrick|Valentine)['’]?s (?:Day|Night)|Valentine['’]?s Day|Bonfire Night|Guy Fawkes(?: "
    "Night)?),? "
    "(?:(?:of|in) )?(?:19|20)\\d{2}(?!\\w)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_words, "(?i)(?<!\\w)" MONTHS "\\.? " DAY ",? \\d{4}(?!\\w)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_WEAK, 1, accept_words,
    "(?i)\\b(?:on|since|until|by|from|born|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)(?: the)? "
    "(" DAY "(?: of)? " MONTHS ")\\b(?! ?\\d)" },
  /* May is a verb, and one can march past. */
  { KIST_PRIVACY_DATE, KIST_PRIVACY_WEAK, 0, accept_unnumbered,
    "(?<![\\w./£$-])" SOME_DAYS "(?: of)? "
    "(?:January|February|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    "|Sept?|Oct|Nov|Dec|(?:March|May)(?! "
    "(?:past|on|be|have|not|help|need|come|seem|also|well|feel|take|want|find|look|go)"
    "\\b))\\b(?! ?\\d)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_words,
    "(?<![\\w./£$-])" DAY " " MONTHS " \\d{2}(?=[,.;:)\\n]|$)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_WEAK, 0, accept_words,
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|"
    "eigh"
    "|nine)teenth|twentieth|thirtieth|(?:twenty|thirty)[ "
    "-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    ") of (?:January|February|March|April|May|June|July|August|September|October|November|December)\\b" },
  /* The month first: with an ending, or where nothing else can be counted */
  { KIST_PRIVACY_DATE, KIST_PRIVACY_WEAK, 0, accept_words,
    "(?<!\\w)" MONTHS "\\.? (?:the )?(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)\\b(?! (?:centur|birthday|anniversar))" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_WEAK, 1, accept_words,
    "(?:^|\\n|[.:;(] ?|\\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|day,?) "
    ")((?:Jan(?:uary)?|Feb(?:ruary)?|March|Apr(?:il)?|"
    "June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.? "
    "(?:3[01]|[12]\\d|0?[1-9]))(?!\\w|[:.]\\d)"
    "(?! (?:people|of|workers|staff|learners|residents|children|families|new|more|\\d))" },
  { KIST_PRIVACY_BIRTH_DATE, KIST_PRIVACY_CERTAIN, 1, NULL,
    "(?i)\\b(?:dob|d\\.o\\.b\\.?|date of birth|born(?: on)?)[^\\w\\n]{1,6}(?:is |was )?(\\d{8}|\\d{6}|\\d{1,2} "
    "\\d{1,2} \\d{2,4})(?!\\w)" },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_dates:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_dates (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
}
