/* Ways to reach somebody: telephone (Ofcom's numbering plan), e-mail (of RFC 5322 what people write down), a page or a
 * name on a network. */
#include "journal/privacy/kist-privacy-pattern.h"
#include "kist-privacy-number.h"

#define NETWORK                                                                                                        \
  "(?:insta|instagram|snapchat|snap|twitter|tik ?tok|facebook|fb|discord|reddit|skype|mastodon|bluesky|threads"        \
  "|telegram|whatsapp|messenger|linkedin|youtube|pinterest|twitch|roblox|xbox|vinted|gumtree)"
#define HOST "[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,8}"

static gboolean
accept_international (const char *text, GMatchInfo *match, KistPrivacyFinding *finding)
{
  char     digits[24];
  unsigned n = kist_privacy_take_digits (text + finding->start, finding->end - finding->start, digits, sizeof digits);

  return n >= 8 && n <= 15;
}

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_EMAIL, KIST_PRIVACY_CERTAIN, 0, NULL, "(?<![\\w.+%@-])[\\w.+%-]{1,64}@" HOST },
  { KIST_PRIVACY_EMAIL, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\w.+-])[\\w.+-]{1,64} ?[\\[(] ?at ?[\\])] ?[\\w-]{1,63}(?: ?[\\[(]? ?(?:\\.|dot) ?[\\])]? "
    "?[\\w-]{2,63}){1,4}" },
  /* As one says it: "joan dot kerr at example dot org" */
  { KIST_PRIVACY_EMAIL, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\w.+-])[\\w.+-]{1,64}(?: dot [\\w-]{1,30}){0,3} at [\\w-]{1,63}(?: (?:dot|\\.) ?[a-z]{2,20}){1,3}\\b" },

  { KIST_PRIVACY_PHONE, KIST_PRIVACY_CERTAIN, 0, NULL,
    "(?<![\\w.+])(?:(?:\\+|00) ?44[ .-]?(?:\\(0\\)[ .-]?)?[1237]|\\(?0[127])(?:\\)?[ .-]{0,2}\\d){8,9}(?!\\d)" },
  { KIST_PRIVACY_PHONE, KIST_PRIVACY_LIKELY, 0, accept_international,
    "(?<![\\w.])\\+(?! ?44)\\d{1,3}(?:[ .-]?\\(?\\d{1,5}\\)?){2,6}(?!\\w)" },
  { KIST_PRIVACY_PHONE, KIST_PRIVACY_WEAK, 1, NULL,
    "(?i)\\b(?:phone|tel|telephone|mobile|mob|landline|ring|rang|call|whatsapp|extension|ext)\\b[^\\d\\n]{0,25}(\\d{3}["
    " "
    "-]?\\d{3,4})(?![\\w-])" },
  { KIST_PRIVACY_PHONE, KIST_PRIVACY_WEAK, 1, NULL,
    "(?i)\\b(?:extension|extn?)\\b\\.?:? ?(?:is |no\\.? |number )?(\\d{3,5})(?![\\w-])" },

  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?<![\\w@./:])@(?=[\\w.]{0,30}[A-Za-z])[A-Za-z0-9_](?:[\\w.]{0,28}\\w)?(?:@" HOST ")?(?![@\\w])" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\w.-])(?:https?://)?(?:www\\.|m\\.)?(?:facebook|instagram|twitter|tiktok|linkedin|snapchat|threads|x"
    "|youtube|pinterest|twitch|reddit|bsky|medium|t|wa|linktr|fb)\\.(?:com|net|tv|app|me|ee|co\\.uk)/"
    "(?:in/|add/|u/|user/|profile/|c/|profile\\.php\\?id=)?@?"
    "(?!sharer|groups|help|policies|legal|about|hashtag|search|watch|r/)[\\w.-]{2,60}(?<![.])" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL, "(?i)(?<![\\w.-])https?://" HOST "/@[\\w.]{2,60}(?<![.])" },
  /* Somebody's own blog; those of the "23 Things" courses are meant to be read. */
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL,
    "(?i)(?<![\\w.-])(?:https?://)?(?!(?:www|help|support|en|blog|learn|status)\\.|[\\w-]*(?:23|things))"
    "[a-z\\d][\\w-]{1,60}\\.(?:blogspot\\.(?:com|co\\.uk)|(?:wordpress|tumblr|substack|weebly|wixsite)\\.com)\\b" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL, "(?<!\\w)live:[\\w.]{3,40}(?<![.])" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 0, NULL, "(?<![\\w/])/?u/[A-Za-z][\\w-]{2,19}(?!\\w)" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:" NETWORK "|username|user name|handle|gamertag|screen name)"
    "(?: (?:name|handle|account|id|username|user|page|profile))?(?: is| was|:| as| called| named| under|,| \\()* "
    "?[\"“'‘(]?@?((?:u/)?[A-Za-z][\\w.]{0,29}(?:[\\d_#][\\w.#]{0,29}|(?<!www)\\.[\\w.]{0,28}\\w))(?!\\w|\\.\\w)" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:account|profile|goes by|known(?: online| there)? as|calls? (?:him|her|them)sel(?:f|ves)|posts as|signs "
    "as)"
    "(?: is| was|:| as| called| named| under|,| \\()* "
    "?[\"“'‘(]?@?([A-Za-z][\\w.]{0,28}[\\d_]\\w{0,28})(?!\\w|\\.\\w)" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)(?<![\\w.@])[\"“'‘]?@?([A-Za-z][\\w.]{0,28}[\\d_][\\w.]{0,28})[\"”'’]? on (?:her |his |their |my )?" NETWORK
    "\\b" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\b(?:username|user name|handle|gamertag|screen name)(?: on " NETWORK "| there| online)?(?: is|:| was| being) "
    "?[\"“'‘]?(?!(?:a|an|the|my|her|his|our|their|your|not|just|only|still|also|always|something|what|loose|broken|"
    "stiff"
    "|stuck|off|private|public|hidden|missing|never|too|very|now|about|made|all|in|on|at|to|for|with|like|so|as|one|"
    "safe"
    "|wrong|right|taken|part|easy|often|usually|no|shown|seen|written|set|given|kept|that|this|anonymous)\\b)"
    "([a-z][\\w.]{3,29})(?<![.])(?=[.,;!?)\"”'’]|$| (?:and|but|on)\\b)" },
  { KIST_PRIVACY_WEB_HANDLE, KIST_PRIVACY_LIKELY, 1, NULL,
    "(?i)\\bon " NETWORK " (?:as|under) [\"“'‘]?(?!(?:usual|well|part|soon|long|much|many|though|often|early|late|they|"
    "soon|someone|some|expected|planned|before|always|another|evidence|proof|practice|agreed|example|normal|such|"
    "that|this|these|those|supervision|pressure|their|then|when|what|follows)\\b)"
    "((?-i:[a-z])[\\w.]{3,29})(?<![.])(?=[.,;!?)\"”'’]|$)" },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/**
 * kist_privacy_find_contacts:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_contacts (const char *text, GArray *findings)
{
  kist_privacy_match (patterns, compiled, G_N_ELEMENTS (patterns), text, findings);
}
