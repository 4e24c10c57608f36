/* Names that have a form: initials, and what somebody is said to be called. */
#include <string.h>

#include "kist-privacy-pattern.h"
#include "kist-privacy-words.h"

/* What begins the sentence behind "Client A." */
#define NEXT_SENTENCE                                                                                                  \
  (KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_TITLE | KIST_PRIVACY_IS_DEED | KIST_PRIVACY_IS_TOWARDS |                    \
   KIST_PRIVACY_IS_WHERE | KIST_PRIVACY_IS_ARTICLE | KIST_PRIVACY_IS_PERSON)

/* What the dictionaries say of the word that ends at @end. */
static unsigned
look_up_before (const char *text, gsize end)
{
  gsize start = end;

  while (start > 0 && g_ascii_isalpha (text[start - 1]))
    start--;
  return kist_privacy_words_look_up (text, start, end);
}

/* "Client A. She", "plan B. Then", "than I. The": a letter that is nobody's, and the next sentence. */
static gboolean
accept_initials (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  static GRegex *lettered;
  const char    *first = text + finding->start;
  gsize          surname = finding->start + strlen ("A. ");
  gboolean       is_nobody = strchr ("ABCDIXYZ", *first) != NULL;
  unsigned       marks;

  if (first[2] != ' ' || finding->end <= surname + 2)
    return TRUE;
  marks = kist_privacy_words_look_up (text, surname, finding->end);
  if ((marks & KIST_PRIVACY_IS_PLAIN) || (is_nobody && (marks & NEXT_SENTENCE)))
    return FALSE;
  if (finding->start == 0 || first[-1] != ' ')
    return TRUE;
  if (is_nobody && (look_up_before (text, finding->start - 1) & KIST_PRIVACY_IS_PERSON))
    return FALSE;
  if (*first == 'I' && finding->start > 1 && g_ascii_islower (first[-2]))
    return FALSE;
  if (g_once_init_enter_pointer (&lettered))
    g_once_init_leave_pointer (
        &lettered,
        g_regex_new (
            "\\b(?:plan|part|section|vitamin|appendix|annex|grade|step|stage|phase|option|group|team|room|ward|unit|"
            "level|class|set|table|figure|box|form|question|answer|hepatitis|schedule|type|category|column|row|"
            "block|flat|door|bay|bus|point|version) $",
            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return !kist_privacy_follows (text, finding->start, lettered);
}

/* "Everyone calls Childline", "staff call NHS 24" */
static gboolean
accept_called (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  return (kist_privacy_words_look_up (text, finding->start, finding->end) &
          (KIST_PRIVACY_IS_KNOWN | KIST_PRIVACY_IS_PLAIN | KIST_PRIVACY_IS_PERSON | KIST_PRIVACY_IS_TITLE |
           KIST_PRIVACY_IS_MONTH | KIST_PRIVACY_IS_PLACE)) == 0;
}

/* Two letters that stand for a profession, a service, a country or a thing, and not for somebody. */
#define NOBODY                                                                                                         \
  "(?!AC|AE|AI|AP|BT|CI|CM|CS|DN|DS|ED|EH|EU|FA|GP|HO|HR|HS|HV|IT|LA|MP|NI|OT|PA|PC|PE|PF|PO|PT|QA|QC|QR|RE|RM|RN|SD|" \
  "SG|SN|SP|SW"                                                                                                        \
  "|TA|TL|TV|UK|US|VR|YP)"

static const KistPrivacyPattern patterns[] = {
  /* The minutes of a meeting, "KR did not attend", and the notes of a shift, "HM unsettled from teatime" */
  { KIST_PRIVACY_NAME, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\w.&/-])" NOBODY "[A-Z]{2}(?= (?:(?:also |then |later )?(?:attended|advised|apologised|arrived|declined|"
    "denied|disclosed|presented|reported|stated|agreed|refused|said|asked|explained|felt|became|slept|ate|drank|cried|"
    "laughed|wanted|told|fell|showered|mobilised|unsettled|settled|tearful|agitated|went (?:missing|to|home|with|out|"
    "back)|came (?:in|back|home|down|out))|did not|does not|"
    "didn['’]t|doesn['’]t|has (?:asked|agreed|said|stopped|started|moved)|was (?:upset|unwell|tearful|settled|late))"
    "\\b)" },
  { KIST_PRIVACY_NAME, KIST_PRIVACY_LIKELY, 1, NULL,
    "\\b(?:[Mm]et|[Vv]isited|[Vv]isit to|[Ss]upported|[Aa]ssisted|[Ee]scorted|[Ss]at with|[Ss]poke (?:to|with)) " NOBODY
    "([A-Z]{2})(?![\\w&/-]|\\.\\w)(?! "
    "(?:[A-Z\\d]|teams?|services?|staff|workers?|nurses?|teachers?|departments?|meetings?|leads?|"
    "reps?|office|standards?|targets?|needs|requirements?|law|rules|criteria)\\b)" },
  /* "The Gallachers have stayed here", "the Kowalczyks next door" */
  { KIST_PRIVACY_NAME, KIST_PRIVACY_LIKELY, 1, NULL,
    "\\b[Tt]he ([A-Z][a-z]{3,20}s)(?= (?:at \\d|have (?:lived|stayed|moved)|live|lived|stay|stayed|moved|next "
    "door|across|"
    "upstairs|downstairs|came round|invited)\\b)" },
  { KIST_PRIVACY_NAME, KIST_PRIVACY_LIKELY, 1, NULL,
    "\\b(?:known as|calls? (?:him|her|them)|goes by|nickname is|name is|name was|(?:worker|keyworker|manager|client) "
    "(?:is|was)"
    "(?= [A-Z]{2,3}\\b)) ([A-Z]['’\\w-]{1,30}+(?: [A-Z][a-z'’-]{1,30}+)?+)"
    "(?![^.!?\\n]{0,30}(?:not|n['’]t) [^.!?\\n]{0,20}names?\\b)" },
  { KIST_PRIVACY_NAME, KIST_PRIVACY_LIKELY, 1, accept_called,
    "\\b(?:everybody|everyone|we all|they all|staff|the (?:boys|girls|lads|lasses|others))(?: [\\w’']+){0,4} calls? "
    "([A-Z]['’\\w-]{1,30})" },
  { KIST_PRIVACY_NAME, KIST_PRIVACY_LIKELY, 0, accept_initials,
    "(?<![\\w.])(?!(?:(?<=\\d)|(?<=\\d )|(?<=the )|(?<=this "
    "))[AP]\\.M)(?!U\\.K|U\\.S|E\\.U|N\\.B|P\\.S|D\\.O\\.B|N\\.H\\.S|C\\.H\\.I|N\\.I\\.(?! "
    "[A-Z][a-z])|M\\.S\\.|B\\.A|B\\.Sc|I\\.T|T\\.V|E\\."
    "G|I\\.E|P\\.E|R\\.E|A\\.I|C\\.V|Q\\.)"
    "(?:[A-Z]\\. ?){1,2}(?:(?:Ma?c|O['’]|Fitz)(?=[A-Z]))?[A-Z](?:\\.|c[A-Z]\\.|\\p{Ll}{2,20}(?:-[A-Z]\\p{Ll}+)?)"
    "(?![\\w])(?! ?\\(?(?:19|20)\\d\\d)" },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_initials:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_initials (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
}
