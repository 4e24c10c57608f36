#include "kist-privacy-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "forms/kist-privacy-number.h"
#include "kist-privacy-seen.h"

static const struct
{
  const char *id;
  const char *why;
  const char *instead;
} kinds[KIST_PRIVACY_N_KINDS] = {
  [KIST_PRIVACY_CHI] = { "chi", N_ ("This looks like a CHI number, which belongs to one person only."),
                         N_ ("leave it out") },
  [KIST_PRIVACY_NHS_NUMBER] = { "nhs-number", N_ ("This looks like an NHS number, which belongs to one person only."),
                                N_ ("leave it out") },
  [KIST_PRIVACY_NI_NUMBER] = { "ni-number", N_ ("This looks like a National Insurance number."), N_ ("leave it out") },
  [KIST_PRIVACY_POSTCODE] = { "postcode", N_ ("A postcode leads to about fifteen front doors."),
                              N_ ("“nearby”, “in the town”") },
  [KIST_PRIVACY_POSTCODE_AREA] = { "postcode-area", N_ ("The first half of a postcode says which part of which town."),
                                   N_ ("“in the town”") },
  [KIST_PRIVACY_PHONE] = { "phone", N_ ("This looks like a telephone number."), N_ ("“by phone”") },
  [KIST_PRIVACY_EMAIL] = { "email", N_ ("An e-mail address often holds a name and an employer."), N_ ("“by e-mail”") },
  [KIST_PRIVACY_WEB_HANDLE] = { "web-handle", N_ ("This leads to somebody's page on a social network."),
                                N_ ("“their page”") },
  [KIST_PRIVACY_REGISTRATION] = { "registration-number",
                                  N_ ("This looks like a registration number. Some badges ask for your own; nobody "
                                      "else's belongs here."),
                                  N_ ("your own number, where the badge asks for it") },
  [KIST_PRIVACY_SERVICE_NUMBER] = { "service-number",
                                    N_ ("This number leads to a care service at the Care Inspectorate. Some badges ask "
                                        "for it."),
                                    N_ ("“where I work”") },
  [KIST_PRIVACY_BIRTH_DATE] = { "birth-date", N_ ("A date of birth says who somebody is almost by itself."),
                                N_ ("“in her eighties”") },
  [KIST_PRIVACY_DATE] = { "date", N_ ("An exact date lets others work out which day, and so who, you mean."),
                          N_ ("“last winter”, “one afternoon”") },
  [KIST_PRIVACY_AGE] = { "age", N_ ("An exact age narrows down who is meant."), N_ ("“an older person”, “a toddler”") },
  [KIST_PRIVACY_VEHICLE] = { "vehicle", N_ ("This looks like a number plate."), N_ ("“the car”") },
  [KIST_PRIVACY_BANK] = { "bank", N_ ("This looks like the number of an account or a card."), N_ ("leave it out") },
  [KIST_PRIVACY_ADDRESS] = { "address", N_ ("This looks like somebody's address."), N_ ("“at home”") },
  [KIST_PRIVACY_LISTED] = { "listed-name", N_ ("This is a name on your own list."), N_ ("“a person I support”") },
  [KIST_PRIVACY_NAME] = { "name", N_ ("This may be somebody's name."), N_ ("“a person I support”, “a colleague”") },
  [KIST_PRIVACY_PLACE] = { "place", N_ ("A place or a service, together with what you tell, can show who is meant."),
                           N_ ("“a small town”, “the service”") },
  [KIST_PRIVACY_COMBINATION] = { "combination",
                                 N_ ("Age, place and condition together can show who is meant, even where each alone "
                                     "would not."),
                                 N_ ("tell only what the reader needs in order to follow") },
};

static const char *const certainties[] = { "weak", "likely", "certain" };

/**
 * kist_privacy_kind_get_id:
 * @kind: a kind
 *
 * Returns: its permanent name
 */
const char *
kist_privacy_kind_get_id (KistPrivacyKind kind)
{
  g_return_val_if_fail (kind < KIST_PRIVACY_N_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * kist_privacy_kind_get_why:
 * @kind: a kind
 *
 * Returns: one sentence in British English that says what it is about; what shows it translates it
 */
const char *
kist_privacy_kind_get_why (KistPrivacyKind kind)
{
  g_return_val_if_fail (kind < KIST_PRIVACY_N_KINDS, NULL);

  return kinds[kind].why;
}

/**
 * kist_privacy_kind_get_instead:
 * @kind: a kind
 *
 * Returns: what to write instead, in British English
 */
const char *
kist_privacy_kind_get_instead (KistPrivacyKind kind)
{
  g_return_val_if_fail (kind < KIST_PRIVACY_N_KINDS, NULL);

  return kinds[kind].instead;
}

/**
 * kist_privacy_certainty_get_id:
 * @certainty: how sure
 *
 * Returns: its permanent name
 */
const char *
kist_privacy_certainty_get_id (KistPrivacyCertainty certainty)
{
  g_return_val_if_fail (certainty < G_N_ELEMENTS (certainties), NULL);

  return certainties[certainty];
}

/**
 * kist_privacy_add: (skip)
 * @findings: (element-type KistPrivacyFinding): where to
 * @kind: of what
 * @certainty: how sure
 * @start: in bytes
 * @end: behind it
 */
void
kist_privacy_add (GArray *findings, KistPrivacyKind kind, KistPrivacyCertainty certainty, gsize start, gsize end)
{
  KistPrivacyFinding finding = { kind, certainty, start, end };

  g_array_append_val (findings, finding);
}

static gint
compare (gconstpointer first, gconstpointer second)
{
  const KistPrivacyFinding *a = first, *b = second;

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->kind != b->kind)
    return (int)a->kind - (int)b->kind;
  return (a->end < b->end) - (a->end > b->end);
}

/* Whether @a stays of two findings that share letters, of which @a begins first. Of words the longer tells more. */
static gboolean
is_stronger (const KistPrivacyFinding *a, const KistPrivacyFinding *b)
{
  if (a->kind >= KIST_PRIVACY_LISTED && b->kind >= KIST_PRIVACY_LISTED && a->end - a->start != b->end - b->start)
    return a->end - a->start > b->end - b->start;
  return a->kind <= b->kind;
}

/* Returns (transfer full): @findings without those that share letters with a stronger one. */
static GArray *
resolve (GArray *findings)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (KistPrivacyFinding));

  g_array_sort (findings, compare);
  for (guint i = 0; i < findings->len && kept->len < KIST_PRIVACY_MAX_FINDINGS; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);
      const KistPrivacyFinding *last = kept->len > 0 ? &g_array_index (kept, KistPrivacyFinding, kept->len - 1) : NULL;

      if (last && finding->start < last->end && is_stronger (last, finding))
        continue;
      if (last && finding->start < last->end)
        g_array_set_size (kept, kept->len - 1);
      g_array_append_vals (kept, finding, 1);
    }
  return kept;
}

/**
 * kist_privacy_check:
 * @text: UTF-8; plain or Markdown
 * @listed: (nullable) (array zero-terminated=1): names of people that the writer wants found wherever they stand
 *
 * An empty answer does not mean that nobody can be known by the text. Of more than %KIST_PRIVACY_MAX_FINDINGS the first
 * are given.
 *
 * Returns: (transfer full) (element-type KistPrivacyFinding): what could identify somebody, in the order of the text;
 * only combinations, which are whole sentences, share letters with others
 */
GArray *
kist_privacy_check (const char *text, const char *const *listed)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (KistPrivacyFinding));
  g_autoptr (KistPrivacySeen) words = NULL;
  g_autofree char *numbered = NULL;
  const char      *seen;
  GArray          *kept;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  words = kist_privacy_seen_new (text);
  seen = kist_privacy_seen_get_text (words);
  numbered = kist_privacy_dup_numbered (seen);
  kist_privacy_find_identifiers (numbered, findings);
  kist_privacy_find_ages (numbered, findings);
  kist_privacy_find_dates (numbered, findings);
  kist_privacy_find_contacts (seen, findings);
  kist_privacy_find_addresses (seen, findings);
  kist_privacy_find_listed (seen, listed, findings);
  kist_privacy_find_names (seen, findings);
  kept = resolve (findings);
  kist_privacy_find_combinations (seen, kept);
  g_array_sort (kept, compare);
  kist_privacy_seen_place (words, kept);
  return kept;
}

/**
 * kist_privacy_check_file_name:
 * @name: what a file is called, in UTF-8
 * @listed: (nullable) (array zero-terminated=1): names of people that the writer wants found wherever they stand
 *
 * "Joan_Kerr room 4.jpg": what stands for blanks in such a name is taken as that, and its ending is passed over. A day
 * in it is a finding, as elsewhere: it says when the picture was taken.
 *
 * Returns: (transfer full) (element-type KistPrivacyFinding): what in @name could identify somebody
 */
GArray *
kist_privacy_check_file_name (const char *name, const char *const *listed)
{
  g_autofree char *text = NULL;
  char            *dot;

  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  /* As long as @name, so that places in one are places in the other. */
  text = g_strdup (name);
  dot = strrchr (text, '.');
  if (dot && dot > text)
    memset (dot, ' ', strlen (dot));
  g_strdelimit (text, "_+", ' ');
  return kist_privacy_check (text, listed);
}
