/* Where somebody lives: postcodes (Royal Mail's areas) and streets. */
#include <string.h>

#include "journal/privacy/kist-privacy-pattern.h"

#define AREA                                                                                                           \
  "(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]"            \
  "|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
#define STREET                                                                                                         \
  "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Crescent|Cres|Place|Pl|Terrace|Terr|Court|Ct|Gardens?|Gdns|Grove"     \
  "|Way|Close|Park|Square|Sq|View|Row|Wynd|Braes?|Loan|Loaning|Quay|Path|Walk|Mews|Gate|Hill|Green|Rise|Vennel|Pend"   \
  "|Circle|Vale|Bank|Cottages?|Buildings|Villas?|House|Tower|Heights|Esplanade|Parade|Promenade|Boulevard|Causeway"    \
  "|Entry|Shore|Harbour|Pier|Links|Haugh|Glebe|Mains|Farm|Crofts?|Steadings?|Rigs?|Rigg|Knowes?|Meadows?|Fields?"      \
  "|Woods?|Orchard|Mount|Ridge|Neuk|Toll|Cross|Dell|Den|Glen|Common|Point|Lea|Bridge|Port|Yard|Side|End|Head|Parkway)"
/* In front of a house: one in a street with several flats */
#define FLAT "(?:(?:[Ff]lat|[Aa]partment|[Uu]nit) \\w{1,4}(?:/\\w{1,3})?,? )?(?:\\d{1,2}/\\d{1,2},? )?"
#define NUMBER "\\d{1,4}[a-zA-Z]?"
#define CAPITAL "[A-Z][\\w'’-]{1,25}"
#define DWELLING                                                                                                       \
  "(?:lives?|lived|living|stays?|stayed|staying|moved|moving|house|home|flat|address|tenancy|croft|visits?|visited"    \
  "|call|calls|called|deliver|delivers|delivered|keys?|goes|went|came|back|round|neighbours?|parked|lifted|dropped|"   \
  "walked|took|drove|brought|sent)"

/* "S3 1st", "P7 2nd": a class and a place in a row. */
static gboolean
accept_postcode (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  const char *inward = text + finding->end - 3;

  return g_ascii_strncasecmp (inward, "1st", 3) != 0 && g_ascii_strncasecmp (inward, "2nd", 3) != 0 &&
         g_ascii_strncasecmp (inward, "3rd", 3) != 0;
}

/* Areas of a single letter are vitamins, motorways and classes at school far more often; "G33" is none of these. */
static gboolean
accept_area (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *lives, *numbered, *product;

  if (kist_privacy_follows (text, finding->end, kist_privacy_get_words (&product, "\\b(?:CO2|WD40|IP[0-6]\\d)$")) ||
      kist_privacy_follows (
          text, finding->start,
          kist_privacy_get_words (&numbered, "\\b(?:guideline|guidance|NICE|form|model|version|room|bay|bed|question|"
                                             "bus|route|gate|unit|module) $")))
    return FALSE;
  return g_ascii_isalpha (text[finding->start + 1]) ||
         (text[finding->start] == 'G' && finding->end - finding->start == 3) ||
         kist_privacy_follows (
             text, finding->start,
             kist_privacy_get_words (&lives, "\\b(?:post ?code|area|district|(?:live|living|stay|flat|house)\\w* "
                                             "(?:is )?in|moved (?:back )?(?:to|into|out of|from))\\W+(?:the )?$"));
}

/* "Back to 23 Things", "came to 12 March": what has a number and a capital letter and is no house */
static gboolean
accept_house (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *counted, *headings;
  const char    *place = text + finding->start;
  gsize          length = finding->end - finding->start;

  return !g_regex_match_full (
             kist_privacy_get_words (
                 &counted,
                 "^\\d+[a-z]?,? (?:Things?|Steps?|Codes?|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|"
                 "Thu|Fri|Sat|Sun|January|February|March|April|June|July|August|September|October|November|December|"
                 "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|(?-i:[A-Z]{2,}|I)|Am|Pm|Miles?"
                 "|"
                 "Percent|Pages?|Words?|Hours?|Minutes?|Years?|The (?:next|same|first|last)|[A-Z][a-z]+(?<!s)s$)\\b"),
             place, (gssize)length, 0, 0, NULL, NULL) &&
         !kist_privacy_follows (
             text, finding->start,
             kist_privacy_get_words (&headings,
                                     "\\b(?:things?|chapter|unit|section|step|page|part|code|module|thing|week|"
                                     "day|standard|figure|table|question)s? $"));
}

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_POSTCODE, KIST_PRIVACY_CERTAIN, 0, accept_postcode,
    "(?i)(?<!\\w)(?:GIR ?0AA|" AREA "\\d[\\dA-HJKMNPR-Y]?[ -]{0,2}\\d[ABD-HJLNP-UW-Z]{2})(?!\\w)" },
  /* As somebody mistyped it; with the letters that no postcode has behind its number ("9VZ"), and no measure */
  { KIST_PRIVACY_POSTCODE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\w-])" AREA "\\d{1,2} \\d(?!KG|KM|MM|CM|OZ|IN|MG|ML|MB|KB|ST|ND|RD|TH|PM|AM)[A-Z]{2}(?!\\w)" },
  { KIST_PRIVACY_POSTCODE_AREA, KIST_PRIVACY_WEAK, 0, accept_area,
    "(?<![\\w/#.-])" AREA "\\d{1,2}[A-Z]?(?![\\w/-])(?! ?\\d[A-Z]{2}\\b)" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 0, accept_house,
    "(?<![\\w/.])" FLAT NUMBER ",? (?:" CAPITAL " ){1,3}" STREET "\\b" },
  /* A house that has a name */
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\w/.])(?:" CAPITAL " ){1,2}(?:Cottages?|House|Villa|Lodge|Croft|Farm|Farmhouse|Bungalow|Steading),? "
    "(?:" CAPITAL " ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Crescent|Place|Terrace|Wynd|Brae|Loan)\\b" },
  /* A street that does not say it is one, where somebody lives: "lives at 41 Sandyloan" */
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 1, accept_house,
    "(?i:\\b" DWELLING "(?: (?:just|over|up|down|back|round|him|her|them))*(?: (?:is|was|at|to|from|for|in|outside"
    "|beside|near|number|no\\.?))+) (" FLAT NUMBER ",? (?:" CAPITAL ")(?: " CAPITAL "){0,2})(?!\\w)" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 1, accept_house,
    "\\b" STREET ",? (?:to|and|or|then) (" NUMBER " " CAPITAL "(?: " CAPITAL ")?)(?!\\w)" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 1, accept_house,
    "\\b(?:at|outside|from|near|beside) (" NUMBER " The [A-Z][a-z'’-]{2,25})(?!\\w)" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:at|to|outside|from|is|was|address:|address|lives?|stays?|in) (\\d{1,4}[a-z]?,? "
    "(?:[a-z'’]{2,20} ){1,3}"
    "(?:street|road|avenue|lane|crescent|terrace|gardens|grove|wynd|place|court|drive|close))\\b" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\w/.])\\d{1,4}[a-z]?,? "
    "(?!(?:the|a|an|this|that|our|their|his|her|my|of|on|in|by|to|mile|miles|busy|quiet|"
    "main|long|wide|side|and|or|one|two|more|different|new|local|other)\\b)[a-z'’]{3,20} "
    "(?:street|road|avenue|crescent|"
    "terrace|wynd|gardens)\\b" },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_addresses:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_addresses (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
}
