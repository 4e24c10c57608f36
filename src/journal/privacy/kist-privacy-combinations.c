/* A sentence that tells who somebody is although no part of it does: an age or a stage of life, a place and a condition
 * (General Medical Council, "The reflective practitioner", on anonymising: they identify in combination). */
#include <string.h>

#include "kist-privacy-pattern.h"

#define CONDITIONS                                                                                                     \
  "\\b(?:dementia|alzheimer\\w*|parkinson\\w*|cancer|leukaemia|tumour|epilep\\w+|autis\\w+|down['’]?s "                \
  "syndrome|adhd|stroke"                                                                                               \
  "|multiple sclerosis|motor "                                                                                         \
  "neurone|huntington\\w*|schizophreni\\w+|bipolar|depress\\w+|psychosis|anorexi\\w+|self-harm\\w*"                    \
  "|suicid\\w+|hiv|hepatitis|diabet\\w+|cerebral palsy|brain injury|learning "                                         \
  "disab\\w+|amput\\w+|blind|deaf|addict\\w*"                                                                          \
  "|heroin|methadone|alcohol\\w*|pregnan\\w+|miscarriage|abuse\\w*|assault\\w*|offen[cd]\\w+|prison)\\b"
#define LIFE_STAGES                                                                                                    \
  "\\b(?:only|oldest|youngest|teenage\\w*|toddler|pensioner|widow\\w*|(?:twent|thirt|fort|fift|sixt|sevent|eight|"     \
  "ninet)ies"                                                                                                          \
  "|year[- ]old)\\b"

static const KistPrivacyPattern patterns[] = {
  { KIST_PRIVACY_COMBINATION, KIST_PRIVACY_LIKELY, 0, NULL, "(?i)" CONDITIONS },
  { KIST_PRIVACY_COMBINATION, KIST_PRIVACY_LIKELY, 0, NULL, "(?i)" LIFE_STAGES },
};

static GRegex *compiled[G_N_ELEMENTS (patterns)];

/* What a sentence tells. */
enum
{
  CONDITION = 1 << 0,
  STAGE = 1 << 1,
  PLACE = 1 << 2,
  ALL = CONDITION | STAGE | PLACE
};

typedef struct
{
  gsize    place;
  unsigned tells;
} Sign;

static gint
compare_signs (gconstpointer a, gconstpointer b)
{
  gsize x = ((const Sign *)a)->place, y = ((const Sign *)b)->place;

  return (x > y) - (x < y);
}

static void
collect_matches (GArray *signs, const char *text, guint pattern, unsigned tells)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (KistPrivacyFinding));

  kist_privacy_match (&patterns[pattern], &compiled[pattern], 1, text, found);
  for (guint i = 0; i < found->len; i++)
    g_array_append_vals (signs, &(Sign){ g_array_index (found, KistPrivacyFinding, i).start, tells }, 1);
}

static void
collect_findings (GArray *signs, GArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);
      unsigned                  tells = 0;

      if (finding->kind == KIST_PRIVACY_AGE || finding->kind == KIST_PRIVACY_BIRTH_DATE)
        tells = STAGE;
      else if (finding->kind == KIST_PRIVACY_PLACE || finding->kind == KIST_PRIVACY_POSTCODE_AREA)
        tells = PLACE;
      if (tells)
        g_array_append_vals (signs, &(Sign){ finding->start, tells }, 1);
    }
}

/* Behind the sentence that @place is in. */
static gsize
find_sentence_end (const char *text, gsize place)
{
  for (; text[place]; place++)
    if (text[place] == '\n' || (strchr (".!?", text[place]) && (g_ascii_isspace (text[place + 1]) || !text[place + 1])))
      break;
  return place;
}

static gsize
find_sentence_start (const char *text, gsize place, gsize least)
{
  while (place > least && text[place - 1] != '\n' && !(strchr (".!?", text[place - 1]) && text[place] == ' '))
    place--;
  return text[place] == ' ' ? place + 1 : place;
}

/**
 * kist_privacy_find_combinations:
 * @text: a text
 * @findings: (element-type KistPrivacyFinding): what else was found in it; what is found is added
 */
void
kist_privacy_find_combinations (const char *text, GArray *findings)
{
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (Sign));
  gsize end = 0;

  collect_matches (signs, text, 0, CONDITION);
  collect_matches (signs, text, 1, STAGE);
  collect_findings (signs, findings);
  g_array_sort (signs, compare_signs);
  for (guint i = 0; i < signs->len;)
    {
      gsize    start = find_sentence_start (text, g_array_index (signs, Sign, i).place, end);
      unsigned tells = 0;

      end = find_sentence_end (text, g_array_index (signs, Sign, i).place);
      for (; i < signs->len && g_array_index (signs, Sign, i).place < end; i++)
        tells |= g_array_index (signs, Sign, i).tells;
      if (tells == ALL)
        kist_privacy_add (findings, KIST_PRIVACY_COMBINATION, KIST_PRIVACY_LIKELY, start, end);
    }
}
