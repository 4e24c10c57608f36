/* What the rules for ages share: numbers, words for people, and where a number ends. */
#pragma once

#include "journal/privacy/kist-privacy-pattern.h"

G_BEGIN_DECLS

#define TENS "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
#define UNITS "(?:one|two|three|four|five|six|seven|eight|nine)"
#define FROM_THREE                                                                                                     \
  "(?:" TENS "(?:[ -]" UNITS ")?|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"     \
  "|sixteen|seventeen|eighteen|nineteen|a hundred(?: and \\w+)?)"
#define NUMBER_WORD "(?:" FROM_THREE "|one|two)"
#define NUMBER "(?:\\d{1,3}|" FROM_THREE ")"
#define ORDINAL_FROM_TWENTY                                                                                            \
  "(?:(?:[2-9]\\d|1[01]\\d)(?:st|nd|rd|th)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|hundredth"            \
  "|" TENS "[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
#define ORDINAL                                                                                                        \
  "(?:" ORDINAL_FROM_TWENTY "|\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"      \
  "|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth)"
#define NO_MEASURE                                                                                                     \
  "(?: ?(?:yrs?|yo|y)\\b)?+(?![\\w%:/-]|[.,]\\d)(?! ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|miles?|steps?" \
  "|stones?|st\\b|kg|kilos?|lbs?\\b|oz\\b|pounds|f(?:ee|oo)?t\\b|inches|cm\\b|metres?|doors?|streets?|degrees|mph"     \
  "|out\\b|of\\b|in\\b|on the\\b|times|people|pages|words|per\\b|percent|%|x\\b|to\\b|over\\b|and a half|years? "      \
  "(?!old|young)))"
/* Where a number that nothing else explains ends: it is not "84 spoons". */
#define ENDS                                                                                                           \
  "(?=[.,;!?)\\n]|$|\\.\\.| "                                                                                          \
  "(?:and|but|or|now|when|so|next|this|years|with|who|though|yet|already|if|because|before|after)\\b)"
#define PERSON                                                                                                         \
  "(?:he|she|who|client|resident|patient|tenant|service user|individual|person|lady|gentleman|man|woman|boy|girl|lad"  \
  "|lass|lassie|laddie|bairn|wean|child|keychild|toddler|baby|pupil|student|teenager|mum|mam|mammy|dad|mother|father"  \
  "|gran|granny|grannie|nan|nana|grandad|granda|grandpa|papa|grandmother|grandfather|brother|sister|son|daughter"      \
  "|grandson|granddaughter|grandchild|aunt|auntie|uncle|niece|nephew|cousin|husband|wife|partner|neighbour|friend"     \
  "|colleague|keyworker|manager|carer|twin|oldest|eldest|youngest|infant|wee one|little one|relative|learner|gent"     \
  "|applicant)"
#define PEOPLE PERSON "(?: (?:that )?(?:I|we) (?:support|visit|see|help|work with|look after|care for|key ?-?work))?"
#define SEVERAL                                                                                                        \
  "(?:twins|triplets|children|kids|weans|bairns|boys|girls|lads|lassies|sons|daughters|brothers|sisters|siblings"      \
  "|grandchildren|grandsons|granddaughters|nieces|nephews|cousins)"
#define GROWN "\\b(?:twins|sons|daughters|brothers|sisters|siblings|nieces|nephews|cousins)"
#define SOME_CHILD                                                                                                     \
  "(?:baby|infant|bairn|wean|child|toddler|son|daughter|boy|girl|twins|oldest|eldest|youngest|grandson"                \
  "|granddaughter|wee one|little one)"
#define WILL_BE "(?: will be|['’]ll be|['’]d be| would be| would have been)"
#define HAS_BEEN                                                                                                       \
  "(?:['’]d been|['’]d have been| (?:had|has) been| (?:must|may|might|could|can['’]?t|cannot) (?:only )?(?:be|have "   \
  "been)"                                                                                                              \
  "(?: (?:more|less|older|younger) than)?)"
#define IS "(?:['’]s| is| was|" WILL_BE "|" HAS_BEEN ")"
#define ABOUT                                                                                                          \
  "(?: now| only| just| nearly| almost| about| already| still only| around| over| not even| not yet| barely| hardly)?"

#define AGE(group, accept, expression) { KIST_PRIVACY_AGE, KIST_PRIVACY_LIKELY, group, accept, expression }

gboolean kist_privacy_accept_age (const char *text, GMatchInfo *match, KistPrivacyFinding *finding);
gboolean kist_privacy_accept_beyond_hours (const char *text, GMatchInfo *match, KistPrivacyFinding *finding);
void     kist_privacy_find_ages_told (const char *text, GArray *findings);

G_END_DECLS
