/* Exact dates, and which of them are somebody's birth. A day and a month without a name ("14/06") are no date: they may
 * be a fraction, a page, a door. */
#include "kist-privacy-number.h"
#include "journal/privacy/kist-privacy-pattern.h"

#define MONTHS                                                                                                         \
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"       \
  "|Nov(?:ember)?|Dec(?:ember)?)"
#define DAY "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?"

static GRegex *
get_birth (void)
{
  static GRegex *birth;

  if (g_once_init_enter_pointer (&birth))
    g_once_init_leave_pointer (
        &birth, g_regex_new ("\\b(?:born|dob|d\\.o\\.b|date of birth|birth ?date|birthday|birth)\\W*(?:\\w+\\W+){0,3}$",
                             G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return birth;
}

static void
look_for_birth (const char *text, KistPrivacyFinding *finding)
{
  if (kist_privacy_follows (text, finding->start, get_birth ()))
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

/* Day, sign, month, the same sign, year; or the month first, as elsewhere. */
static gboolean
accept_numbers (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  unsigned         first = get_number (match, 1), second = get_number (match, 3), year = get_number (match, 4);
  g_autofree char *sign = g_match_info_fetch (match, 2);

  if (!kist_privacy_is_date (first, second, year) && !kist_privacy_is_date (second, first, year))
    return FALSE;
  look_for_birth (text, finding);
  /* "2.10.24" is a version, "12-03-24" may be a sort code. */
  return finding->kind == KIST_PRIVACY_BIRTH_DATE || year >= 1850 || (year < 100 && sign[0] != '.');
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

  if (g_once_init_enter_pointer (&numbered))
    g_once_init_leave_pointer (&numbered, g_regex_new ("\\b(?:things?|codes?|badges?|weeks?|units?|steps?|parts?|"
                                                       "sections?|pages?|versions?|rooms?|bays?|modules?|no\\.?) $",
                                                       G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return !kist_privacy_follows (text, finding->start, numbered) && accept_words (text, match, finding);
}

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_numbers,
    "(?<![\\d/.-])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-]|\\.\\d)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_iso, "(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\d-])" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_words,
    "(?i)(?<![\\w.])" DAY "(?: of)?[ -]" MONTHS "\\.?,?(?:[ -]\\d{4}| ['’]\\d{2}|-\\d{2})(?!\\w)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_LIKELY, 0, accept_words, "(?i)(?<!\\w)" MONTHS "\\.? " DAY ",? \\d{4}(?!\\w)" },
  { KIST_PRIVACY_DATE, KIST_PRIVACY_WEAK, 1, accept_words,
    "(?i)\\b(?:on|since|until|by|from|born|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)(?: the)? "
    "(" DAY "(?: of)? " MONTHS ")\\b(?! ?\\d)" },
  /* May is a verb, and March and Mar, Dec, Sept are no months in every sentence. */
  { KIST_PRIVACY_DATE, KIST_PRIVACY_WEAK, 0, accept_unnumbered,
    "(?<![\\w./£$-])(?:3[01]|[12]\\d|0?[1-9])(?:(?:st|nd|rd|th)(?: of)? (?:March|May)|(?:st|nd|rd|th)?(?: of)? "
    "(?:January|February|April|June|July|August|September|October|November|December))\\b(?! ?\\d)" },
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
