/* Numbers and addresses that have a form. Forms and their sources: NHS Data Dictionary (CHI and NHS numbers), HMRC's
 * National Insurance Manual NIM39110, Royal Mail's postcode areas, Ofcom's numbering plan, DVLA's INF104 (plates). */
#include <string.h>

#include "kist-privacy-number.h"
#include "journal/privacy/kist-privacy-pattern.h"

#define AREA                                                                                                           \
  "(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]"            \
  "|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
#define STREET                                                                                                         \
  "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|Crescent|Cres|Place|Terrace|Court|Gardens|Gdns|Grove|Way|Close|Park"  \
  "|Square|View|Row|Wynd|Brae|Loan|Quay|Path|Walk|Mews|Gate|Hill|Green|Rise|Vennel|Pend|Circle|Vale|Bank)"

static GRegex *
get_words (GRegex **place, const char *expression)
{
  if (g_once_init_enter_pointer (place))
    g_once_init_leave_pointer (place, g_regex_new (expression, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL));
  return *place;
}

/* Ten digits: a date in the first six makes it a CHI number whatever the check digit, because since November 2025 not
 * all of them are Mod 11; otherwise Mod 11 makes it an NHS number. */
static gboolean
accept_ten_digits (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *book, *named_nhs, *named_chi;
  char           digits[16];

  if (kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits) != 10 ||
      kist_privacy_follows (text, finding->start, get_words (&book, "\\b(?:ISBN|ISSN|DOI)\\W*$")))
    return FALSE;
  if (kist_privacy_begins_with_date (digits) ||
      kist_privacy_follows (text, finding->start, get_words (&named_chi, "\\bCHI\\b[^\\d]*$")))
    finding->certainty = kist_privacy_is_mod_11 (digits) ? KIST_PRIVACY_CERTAIN : KIST_PRIVACY_LIKELY;
  else if (kist_privacy_is_mod_11 (digits) ||
           kist_privacy_follows (text, finding->start, get_words (&named_nhs, "\\bNHS\\b[^\\d]*$")))
    finding->kind = KIST_PRIVACY_NHS_NUMBER;
  else
    return FALSE;
  return digits[0] != '0' || finding->kind == KIST_PRIVACY_CHI || kist_privacy_is_mod_11 (digits);
}

static gboolean
accept_card (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char     digits[24];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return n >= 13 && n <= 19 && digits[0] >= '3' && digits[0] <= '6' && kist_privacy_is_luhn (digits);
}

static gboolean
accept_international (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char     digits[24];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return n >= 8 && n <= 15;
}

/* Three pairs with hyphens are a sort code unless they are a day. */
static gboolean
accept_sort_code (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char digits[8];

  return kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits) == 6 &&
         !kist_privacy_begins_with_date (digits);
}

/* "S3 1st", "P7 2nd": a class and a place in a row. */
static gboolean
accept_postcode (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  const char *inward = text + finding->end - 3;

  return strncmp (inward, "1st", 3) != 0 && strncmp (inward, "2nd", 3) != 0 && strncmp (inward, "3rd", 3) != 0;
}

/* Areas of a single letter are vitamins, motorways and classes at school far more often; "G33" is none of these. */
static gboolean
accept_area (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *lives, *numbered;

  if (strncmp (text + finding->start, "CO2", 3) == 0 ||
      kist_privacy_follows (text, finding->start,
                            get_words (&numbered,
                                       "\\b(?:guideline|guidance|NICE|form|model|version|room|bay|bed|question|"
                                       "bus|route|gate|unit|module) $")))
    return FALSE;
  return g_ascii_isalpha (text[finding->start + 1]) ||
         (text[finding->start] == 'G' && finding->end - finding->start == 3) ||
         kist_privacy_follows (text, finding->start,
                               get_words (&lives, "\\b(?:post ?code|area|district|(?:live|living|stay|flat|house)\\w* "
                                                  "(?:is )?in|moved (?:back )?(?:to|into|out of|from))\\W+(?:the )?$"));
}

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_EMAIL, KIST_PRIVACY_CERTAIN, 0, NULL,
    "(?<![\\w.+%-])[\\w.+%-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,8}" },
  { KIST_PRIVACY_EMAIL, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\w.+-])[\\w.+-]{1,64} ?[\\[(] ?at ?[\\])] ?[\\w-]{1,63}(?: ?[\\[(]? ?(?:\\.|dot) ?[\\])]? "
    "?[\\w-]{2,63}){1,4}" },
  { KIST_PRIVACY_CHI, KIST_PRIVACY_CERTAIN, 0, accept_ten_digits,
    "(?<![\\d/.+-])(?<!\\d )\\d(?:[ -]?\\d){9}(?![ -]?\\d)(?![/])" },
  { KIST_PRIVACY_CHI, KIST_PRIVACY_LIKELY, 1, NULL, "(?i)\\bCHI\\b[^\\d\\n]{0,25}(\\d(?:[ -]?\\d){8,9})(?![ -]?\\d)" },
  { KIST_PRIVACY_NI_NUMBER, KIST_PRIVACY_CERTAIN, 0, NULL,
    "(?i)(?<!\\w)(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z](?<!BG|GB|KN|NK|NT|TN|ZZ)[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}"
    "[ .-]?[A-D](?!\\w)" },
  { KIST_PRIVACY_NI_NUMBER, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:NI|NINO|national insurance)\\b[^\\d\\n]{0,25}?\\b([A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2}(?: ?[A-Z])?|\\d{2} "
    "?[A-Z] ?\\d{2} ?\\d{2} ?\\d)"
    "(?!\\w)" },
  { KIST_PRIVACY_POSTCODE, KIST_PRIVACY_CERTAIN, 0, accept_postcode,
    "(?i)(?<!\\w)(?:GIR ?0AA|" AREA "\\d[\\dA-HJKMNPR-Y]? {0,2}\\d[ABD-HJLNP-UW-Z]{2})(?!\\w)" },
  { KIST_PRIVACY_POSTCODE_AREA, KIST_PRIVACY_WEAK, 0, accept_area,
    "(?<![\\w/#.-])" AREA "\\d{1,2}[A-Z]?(?![\\w/-])(?! ?\\d[A-Z]{2}\\b)" },
  { KIST_PRIVACY_PHONE, KIST_PRIVACY_CERTAIN, 0, NULL,
    "(?<![\\w.+])(?:(?:\\+|00) ?44[ .-]?(?:\\(0\\)[ .-]?)?[1237]|\\(?0[127])(?:\\)?[ .-]{0,2}\\d){8,9}(?!\\d)" },
  { KIST_PRIVACY_PHONE, KIST_PRIVACY_LIKELY, 0, accept_international,
    "(?<![\\w.])\\+(?! ?44)\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){2,6}(?!\\w)" },
  { KIST_PRIVACY_PHONE, KIST_PRIVACY_WEAK, 1, NULL,
    "(?i)\\b(?:phone|tel|telephone|mobile|mob|landline|ring|whatsapp|extension|ext)\\b[^\\d\\n]{0,25}(\\d{3}[ "
    "-]?\\d{3,4})(?![\\w-])" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\w@./:])@(?=[\\w.]{0,30}[A-Za-z])[A-Za-z0-9_](?:[\\w.]{0,28}\\w)?(?![@\\w])" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\w.-])(?:https?://"
    ")?(?:www\\.|m\\.)?(?:facebook|instagram|twitter|tiktok|linkedin|snapchat|threads|x|youtube)"
    "\\.(?:com|net)/(?:in/|add/|user/"
    "|profile\\.php\\?id=)?@?(?!sharer|groups|help|policies|legal|about|hashtag|search)[\\w.-]{2,60}(?<![.])" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:insta|instagram|snapchat|snap|twitter|tiktok|facebook|discord|reddit|skype|username|user "
    "name|handle|gamertag)"
    "(?: (?:name|handle|account|id|username|user))?(?: is| was|:| as| called)* "
    "?@?((?:u/)?[A-Za-z][\\w.]{0,29}[\\d_#][\\w.#]{0,29})(?!\\w)" },
  { KIST_PRIVACY_REGISTRATION, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:SSSC|registration|registered|register|reg|NMC|PIN|PVG|membership)\\b[^\\d\\n£]{0,40}?"
    "(?<![\\d£.,])(\\d(?:[ -]?\\d){15}|\\d{5,9}|\\d{3} \\d{4}|\\d{4} \\d{3,4})(?![\\d,.]\\d|\\d)"
    "(?! (?:workers|people|staff|members|learners|words|services))" },
  { KIST_PRIVACY_REGISTRATION, KIST_PRIVACY_LIKELY, 0, NULL, "(?<!\\w)\\d{2}[A-I]\\d{4}[A-Z](?!\\w)" },
  { KIST_PRIVACY_SERVICE_NUMBER, KIST_PRIVACY_CERTAIN, 0, NULL,
    "(?i)(?<!\\w)(?:CS|SP) ?-?(?:\\d{4}[ -]?\\d{6}|\\d{6,12})(?!\\w)" },
  { KIST_PRIVACY_SERVICE_NUMBER, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:service|inspectorate|provider)(?:['’]s)? (?:registration "
    ")?(?:number|no\\.?|reg|id|ref)[^\\d\\n]{0,20}?((?:CS ?)?\\d{6,12})(?!\\d)" },
  { KIST_PRIVACY_VEHICLE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<!\\w)(?:[A-HJ-PR-Y][A-HJ-PR-Y]\\d{2} ?[A-HJ-PR-Z]{3}|[a-hj-pr-y]{2}\\d{2}[a-hj-pr-z]{3})(?!\\w)" },
  { KIST_PRIVACY_VEHICLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:cars?|mine|vans?|reg|registration|plate|vehicle|minibus|taxi|motor|drives?|parked|number)\\b[^\\n]{0,40}"
    "?"
    "\\b([a-hj-pr-y]{2}\\d{2} ?[a-hj-pr-z]{3}|(?-i:[A-HJ-NPR-TV-Y]\\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\\d{1,3}[A-Z]))\\b" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_CERTAIN, 0, NULL, "(?i)(?<!\\w)GB\\d{2} ?[A-Z]{4}(?: ?\\d){14}(?!\\w)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_CERTAIN, 0, accept_card, "(?<![\\d-])(?<!\\d )\\d(?:[ -]?\\d){12,18}(?![ -]?\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_CERTAIN, 1, NULL,
    "(?i)\\bsort[ -]?code\\b[^\\d\\n]{0,15}(\\d{2}[ -]?\\d{2}[ -]?\\d{2})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:account|acc|acct|a/c|ac)\\b[^\\d\\n£]{0,30}?(?<!\\d)(\\d{4} \\d{4}|\\d{7,8})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\bbank (?:details|account)?[^\\d\\n£]{0,20}(\\d{2}[ -]\\d{2}[ -]\\d{2}(?:[ ,/]{1,3}\\d{8})?)(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\d-])\\d{2}-\\d{2}-\\d{2}(?:[ ,/]{1,3}| and | & )\\d{8}(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 0, accept_sort_code, "(?<![\\d-])\\d{2}-\\d{2}-\\d{2}(?![\\d-])" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\w/.])(?:(?:[Ff]lat|[Aa]partment|[Uu]nit) \\w{1,4}(?:/\\w{1,3})?,? )?(?:\\d{1,2}/\\d{1,2},? "
    ")?\\d{1,4}[a-zA-Z]?,? "
    "(?:[A-Z][\\w'’-]{1,25} ){1,3}" STREET "\\b" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:at|to|outside|round to|from|address is|address:|address|lives?|stays?|in) (\\d{1,4}[a-z]?,? "
    "(?:[a-z'’]{2,20} ){1,3}"
    "(?:street|road|avenue|lane|crescent|terrace|gardens|grove|wynd|place|court|drive|close))\\b" },
  /* A street that does not say it is one: "lives at 41 Sandyloan", "outside 2 The Shore" */
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 1, NULL,
    "\\b(?:lives?|lived|living|stays?|stayed|staying) (?:just )?at (\\d{1,4}[a-zA-Z]? (?:The "
    ")?[A-Z][a-z'’-]{2,25})(?!\\w)" },
  { KIST_PRIVACY_ADDRESS, KIST_PRIVACY_LIKELY, 1, NULL,
    "\\b(?:at|outside|from) (\\d{1,4}[a-zA-Z]? The [A-Z][a-z'’-]{2,25})(?!\\w)" },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_patterns:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_patterns (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
}
