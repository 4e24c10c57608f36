/* Numbers that belong to one person, service, account or car. Forms and their sources: NHS Data Dictionary (CHI and NHS
 * numbers), HMRC's National Insurance Manual NIM39110, DVLA's INF104 (plates). */
#include "kist-privacy-number.h"
#include "journal/privacy/kist-privacy-pattern.h"

/* Ten digits: a date in the first six makes it a CHI number whatever the check digit, because since November 2025 not
 * all of them are Mod 11; otherwise Mod 11 makes it an NHS number. */
static gboolean
accept_ten_digits (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *other, *named_nhs, *named_chi;
  char           digits[16];

  if (kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits) != 10 ||
      kist_privacy_follows (
          text, finding->start,
          kist_privacy_get_words (&other, "\\b(?:(?:ISBN|ISSN|DOI)\\W*|(?:CS|SP|service|inspectorate|provider)"
                                          "(?: (?:number|no|reg|registration|ref|id))*\\W*"
                                          "(?:(?:is|was) )?)$")))
    return FALSE;
  if (kist_privacy_begins_with_date (digits) ||
      kist_privacy_follows (text, finding->start, kist_privacy_get_words (&named_chi, "\\bCHI\\b[^\\d]*$")))
    finding->certainty = kist_privacy_is_mod_11 (digits) ? KIST_PRIVACY_CERTAIN : KIST_PRIVACY_LIKELY;
  else if (kist_privacy_is_mod_11 (digits) ||
           kist_privacy_follows (text, finding->start, kist_privacy_get_words (&named_nhs, "\\bNHS\\b[^\\d]*$")))
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

/* Three pairs with hyphens are a sort code unless they are a day. */
static gboolean
accept_sort_code (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char digits[8];

  return kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits) == 6 &&
         !kist_privacy_begins_with_date (digits);
}

/* "at20 the" is no plate. */
static gboolean
accept_plate (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *words;

  return text[finding->end - 4] != ' ' ||
         !g_regex_match_full (kist_privacy_get_words (
                                  &words,
                                  "^(?:the|and|for|her|his|was|are|but|not|you|all|had|she|our|out|who|has|him|one|"
                                  "two|day|way|per|men|new|old|ten|six|now|see|met|got|get|let|put|can|yrs|hrs|kgs|nhs|"
                                  "may|mon|sat|sun|wed|feb|mar|apr|jan|dec)$"),
                              text + finding->end - 3, 3, 0, 0, NULL, NULL);
}

/* "Form A101 BCD", "the D100 NHS scheme" */
static gboolean
accept_old_plate (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *forms, *known;

  return !kist_privacy_follows (
             text, finding->start,
             kist_privacy_get_words (&forms, "\\b(?:form|model|type|part|code|unit|room|scheme) $")) &&
         !g_regex_match_full (kist_privacy_get_words (&known, "\\b(?:NHS|GPS|IPC|ASN|TAX|USB|DVD|SVQ|CPD|PVG|MOT|GTK|"
                                                              "HDMI|LED|LCD|TUC|BBC|ITV|NMC)\\b"),
                              text + finding->start, (gssize)(finding->end - finding->start), 0, 0, NULL, NULL);
}

/* "Batch 4471902", "order ref 3041122": what is counted by whoever made it */
static gboolean
is_of_thing (const char *text, const KistPrivacyFinding *finding)
{
  static GRegex *things;

  return kist_privacy_follows (
      text, finding->start,
      kist_privacy_get_words (&things,
                              "\\b(?:batch|serial|order|ref|reference|model|part|invoice|policy|claim|case|ticket|"
                              "job|item|product|lot|barcode|asset|version|booking|tracking)"
                              "(?: (?:number|no|code|id))?\\.?:? ?#?$"));
}

static gboolean
accept_where_money_is (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *money;

  return !is_of_thing (text, finding) &&
         kist_privacy_is_said_near (
             text, finding,
             kist_privacy_get_words (&money, "\\b(?:bank|account|money|pay|paid|payments?|savings|pensions?|benefits?|"
                                             "cash|transfer(?:red)?|wages|fees?|deposits?|refund|donations?|debts?|"
                                             "loan|credit|payslip|standing order|direct debit|cheque|"
                                             "statement|bacs)\\b"));
}

static gboolean
accept_where_a_register_is (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *registers;

  return !is_of_thing (text, finding) &&
         kist_privacy_is_said_near (
             text, finding,
             kist_privacy_get_words (
                 &registers, "\\b(?:SSSC|register|registered|registration|fitness to "
                             "practise|co-?workers?|practitioner|counter-?signed|signed as|my number|assessor)\\b"));
}

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_CHI, KIST_PRIVACY_CERTAIN, 0, accept_ten_digits,
    "(?<![\\d/.+-])(?<!\\d )\\d(?:[ -]?\\d){9}(?![ -]?\\d)(?![/])" },
  { KIST_PRIVACY_CHI, KIST_PRIVACY_LIKELY, 0, accept_ten_digits,
    "(?<![\\d/.+-])(?:\\d{6}/\\d{4}|\\d{2}([./-])\\d{2}\\1\\d{2}\\1\\d{4})(?![\\d/.-])" },
  { KIST_PRIVACY_CHI, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\bCHI\\b[^\\d\\n]{0,25}(\\d{2}[./ -]\\d{2}[./ -]\\d{2}[ ./-]{1,3}\\d{4})(?!\\d)" },
  { KIST_PRIVACY_CHI, KIST_PRIVACY_LIKELY, 1, NULL, "(?i)\\bCHI\\b[^\\d\\n]{0,25}(\\d(?:[ -]?\\d){8,9})(?![ -]?\\d)" },
  { KIST_PRIVACY_NI_NUMBER, KIST_PRIVACY_CERTAIN, 0, NULL,
    "(?i)(?<!\\w)(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z](?<!BG|GB|KN|NK|NT|TN|ZZ)[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}"
    "[ .-]?[A-D](?!\\w)" },
  /* HMRC's own example, which many put where a real one was */
  { KIST_PRIVACY_NI_NUMBER, KIST_PRIVACY_LIKELY, 0, NULL, "(?<!\\w)QQ ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?!\\w)" },
  { KIST_PRIVACY_NI_NUMBER, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:NI|NINO|national insurance)\\b[^\\d\\n]{0,25}?\\b([A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2}(?: ?[A-Z])?|\\d{2} "
    "?[A-Z] ?\\d{2} ?\\d{2} ?\\d)"
    "(?!\\w)" },
  { KIST_PRIVACY_REGISTRATION, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:SSSC|registration|registered|register|reg|NMC|PIN|PVG|membership)\\b[^\\d\\n£]{0,40}?"
    "(?:\\b(?:in|since|from|until|to) (?:19|20)\\d{2}\\b[^\\d\\n£]{0,30}?)?"
    "(?<![\\d£.,])(\\d(?:[ -]?\\d){15}|\\d \\d{3} \\d{3}|\\d{5,9}|\\d{3} \\d{4}|\\d{4} \\d{3,4})(?![\\d,.]\\d|\\d)"
    "(?! (?:workers|people|staff|members|learners|words|services))" },
  { KIST_PRIVACY_REGISTRATION, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)(?<![\\d£.,/-])(\\d{6,8})(?![\\d,.]\\d|\\d)(?=[^\\d\\n.]{1,40}\\b(?:SSSC|register|registration) "
    "(?:number|no)\\b"
    "| (?:on|with|in|at) the (?:SSSC|register)\\b| ?[(,–-] ?SSSC\\b)" },
  { KIST_PRIVACY_REGISTRATION, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:registrant|number with the (?:Council|Register))\\b[^\\d\\n£]{0,20}?(\\d{6,8})(?!\\d)" },
  { KIST_PRIVACY_REGISTRATION, KIST_PRIVACY_WEAK, 0, accept_where_a_register_is,
    "(?<![\\w£$€.,/+-])(?<!\\d )[1-4]\\d{6}(?![\\w-]|[.,]\\d| \\d)" },
  { KIST_PRIVACY_REGISTRATION, KIST_PRIVACY_LIKELY, 0, NULL, "(?<!\\w)\\d{2}[A-I]\\d{4}[A-Z](?!\\w)" },
  { KIST_PRIVACY_SERVICE_NUMBER, KIST_PRIVACY_CERTAIN, 0, NULL,
    "(?i)(?<!\\w)(?:CS|SP) ?-?(?:\\d{4}[ -]?\\d{3}[ -]?\\d{3}|\\d{6,12})(?!\\w)" },
  { KIST_PRIVACY_SERVICE_NUMBER, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:CS|SP|service|inspectorate|provider)(?:['’]s)? (?:registration "
    ")?(?:number|no\\.?|reg|id|ref)[^\\d\\n]{0,20}?((?:CS ?)?\\d{6,12})(?!\\d)" },
  { KIST_PRIVACY_VEHICLE, KIST_PRIVACY_LIKELY, 0, accept_plate,
    "(?<!\\w)(?:[A-Z]{2}\\d{2} ?[A-Z]{3}|[a-hj-pr-y]{2}\\d{2}[a-hj-pr-z]{3})(?!\\w)" },
  { KIST_PRIVACY_VEHICLE, KIST_PRIVACY_LIKELY, 0, accept_plate,
    "(?<!\\w)[a-hj-pr-y]{2}(?:0[2-9]|[12]\\d|5[1-9]|[67]\\d) [a-hj-pr-z]{3}(?!\\w)" },
  /* From before 2001: the letter for the year in front, or behind */
  { KIST_PRIVACY_VEHICLE, KIST_PRIVACY_LIKELY, 0, accept_old_plate,
    "(?<![\\w-])(?:[A-HJ-NPR-TV-Y]\\d{3} ?[A-Z]{3}|[A-Z]{3} ?\\d{3}[A-HJ-NPR-TV-Y])(?![\\w-])" },
  { KIST_PRIVACY_VEHICLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:cars?|mine|vans?|reg|registration|plate|vehicle|minibus|taxi|motor|drives?|parked|number)\\b[^\\n]{0,40}"
    "?"
    "\\b([a-hj-pr-y]{2}\\d{2} ?[a-hj-pr-z]{3}|(?-i:[A-HJ-NPR-TV-Y]\\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\\d{1,3}[A-Z]"
    "|[A-Z]{0,2}[IZ][A-Z]? ?\\d{1,4}))\\b" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_CERTAIN, 0, NULL, "(?i)(?<!\\w)GB\\d{2} ?[A-Z]{4}(?: ?\\d){14}(?!\\w)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_CERTAIN, 0, accept_card, "(?<![\\d-])(?<!\\d )\\d(?:[ -]?\\d){12,18}(?![ -]?\\d)" },
  /* A card of which a digit is wrong is still somebody's card. */
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\d-])(?<!\\d )[3-6]\\d{3}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?![ -]?\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:card|visa|mastercard)\\b[^\\d\\n]{0,25}(\\d(?:[ -]?\\d){12,18})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_CERTAIN, 1, NULL,
    "(?i)\\bsort(?:[ -]?code)?\\b[^\\d\\n]{0,15}(\\d{2}[ -]?\\d{2}[ -]?\\d{2})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:s/c|sortcode|sc)\\b[:. ]{1,3}(\\d{2}[ -]?\\d{2}[ -]?\\d{2})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:card|account|acc|a/c|visa|mastercard)(?: (?:number|no\\.?))?(?: that| which)? (?:ending|ends|ended)"
    "(?: in| with)? (\\d{3,4})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 0, NULL, "(?<![\\d-])\\d{2} \\d{2} \\d{2}[ ,/]{1,3}\\d{8}(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:account|acc|acct|a/c|ac)\\b[^\\d\\n£]{0,30}?(?<!\\d)(\\d{4} \\d{4}|\\d{7,8})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:paid|pays?|goes|go|went|put|transfer(?:red|s)?|BACS|moved?|money|savings|wages|pension|benefits?|rent)"
    "(?: [a-z]+){0,3} (?:in)?to (\\d{8}|\\d{4} \\d{4})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL, "(?i)\\b(?:pay|paid|paying) (\\d{8})(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\d-])\\d{2} \\d{2} \\d{2}(?=,? (?:and |with )?(?:account|acc|a/c)\\b)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_WEAK, 0, accept_where_money_is,
    "(?<![\\w£$€.,/+-])(?<!\\d )\\d{8}(?![\\w-]|[.,]\\d| \\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\bbank (?:details|account)?[^\\d\\n£]{0,20}(\\d{2}[ -]\\d{2}[ -]\\d{2}(?:[ ,/]{1,3}\\d{8})?)(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\d-])\\d{2}-\\d{2}-\\d{2}(?:[ ,/]{1,3}| and | & )\\d{8}(?!\\d)" },
  { KIST_PRIVACY_BANK, KIST_PRIVACY_LIKELY, 0, accept_sort_code, "(?<![\\d-])\\d{2}-\\d{2}-\\d{2}(?![\\d-])" },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_identifiers:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_identifiers (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
}
