#include "kist-badge-private.h"

#include <stdio.h>

#include "base/kist-text.h"
#include "base/kist-yaml.h"

#define MAX_CRITERIA 50
#define MAX_WORDS 100000
#define MAX_MONTHS 1200

/* One file being read. */
typedef struct
{
  const char *file;
  KistReport *report;
} Reader;

static unsigned
read_number (Reader *reader, const KistYaml *node, const char *key, unsigned maximum)
{
  gint64 value = 0;

  if (node)
    kist_yaml_lookup_integer (node, key, 0, maximum, &value, reader->file, reader->report);
  return value;
}

static void
check_limits (Reader *reader, const KistYaml *node, unsigned min_words, unsigned max_words)
{
  if (max_words > 0 && max_words < min_words)
    kist_report_add (reader->report, reader->file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                     "Exchange them, or leave the greatest number out.",
                     "The greatest number of words, %u, is less than the least, %u.", max_words, min_words);
}

static void
read_criterion (Reader *reader, KistBadge *badge, const KistYaml *node)
{
  static const char *const known[] = { "id", "text", "min-words", "max-words", NULL };
  const char              *id = kist_yaml_lookup_text (node, "id");
  const char              *text = kist_yaml_lookup_text (node, "text");
  KistCriterion           *criterion;

  if (!kist_text_is_id (id) || !text)
    {
      kist_report_add (reader->report, reader->file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                       "Write “- id: a-word” and below it “text: what must be shown”.",
                       "A criterion needs an id of small letters, digits and dashes, and a text.");
      return;
    }
  for (unsigned i = 0; i < badge->criteria->len; i++)
    if (g_str_equal (kist_badge_get_criterion (badge, i)->id, id))
      kist_report_add (reader->report, reader->file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                       "Give each criterion its own id.", "There are two criteria “%s”.", id);
  kist_yaml_check_keys (node, known, reader->file, reader->report);

  criterion = g_new0 (KistCriterion, 1);
  criterion->id = g_strdup (id);
  criterion->text = g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));
  criterion->min_words = read_number (reader, node, "min-words", MAX_WORDS);
  criterion->max_words = read_number (reader, node, "max-words", MAX_WORDS);
  check_limits (reader, node, criterion->min_words, criterion->max_words);
  g_ptr_array_add (badge->criteria, criterion);
}

static void
read_criteria (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  const KistYaml *list = kist_yaml_lookup (root, "criteria");

  if (!list || kist_yaml_get_kind (list) != KIST_YAML_LIST || kist_yaml_get_length (list) == 0 ||
      kist_yaml_get_length (list) > MAX_CRITERIA)
    {
      kist_report_add (reader->report, reader->file, list ? kist_yaml_get_line (list) : 0, KIST_SEVERITY_ERROR,
                       "Write “criteria:” and below it one “- id: …” with a “text: …” for each.",
                       "A badge needs a list of 1 to %d criteria.", MAX_CRITERIA);
      return;
    }
  for (unsigned i = 0; i < kist_yaml_get_length (list); i++)
    read_criterion (reader, badge, kist_yaml_get_item (list, i));
}

static void
read_words (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  static const char *const known[] = { "min", "max", NULL };
  const KistYaml          *words = kist_yaml_lookup (root, "words");
  unsigned                 asked = 0;

  for (unsigned i = 0; i < badge->criteria->len; i++)
    asked += kist_badge_get_criterion (badge, i)->min_words;
  badge->min_words = MAX (asked, read_number (reader, words, "min", MAX_WORDS));
  badge->max_words = read_number (reader, words, "max", MAX_WORDS);
  if (words)
    {
      kist_yaml_check_keys (words, known, reader->file, reader->report);
      check_limits (reader, words, badge->min_words, badge->max_words);
    }
}

static void
read_source (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  static const char *const known[] = { "address", "seen", "note", NULL };
  const KistYaml          *source = kist_yaml_lookup (root, "source");

  if (!source || !kist_yaml_lookup_text (source, "address") || !kist_yaml_lookup_text (source, "seen"))
    kist_report_add (reader->report, reader->file, source ? kist_yaml_get_line (source) : 0, KIST_SEVERITY_WARNING,
                     "Write “source:” and below it “address: …” and “seen: 2026-11”.",
                     "It is not said where these rules were read and when.");
  if (!source)
    return;
  kist_yaml_check_keys (source, known, reader->file, reader->report);
  badge->source_address = g_strdup (kist_yaml_lookup_text (source, "address"));
  badge->source_seen = g_strdup (kist_yaml_lookup_text (source, "seen"));
  badge->source_note = g_strdup (kist_yaml_lookup_text (source, "note"));
}

static void
read_endorsement (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  static const char *const known[] = { "required", "within-months", NULL };
  const KistYaml          *endorsement = kist_yaml_lookup (root, "endorsement");
  const char              *required;

  if (!endorsement)
    return;
  kist_yaml_check_keys (endorsement, known, reader->file, reader->report);
  required = kist_yaml_lookup_text (endorsement, "required");
  if (g_strcmp0 (required, "true") != 0 && g_strcmp0 (required, "false") != 0)
    {
      kist_report_add (reader->report, reader->file, kist_yaml_get_line (endorsement), KIST_SEVERITY_ERROR, NULL,
                       "“required” of an endorsement must be true or false.");
      return;
    }
  badge->endorsement_months = read_number (reader, endorsement, "within-months", MAX_MONTHS);
  if (g_str_equal (required, "false"))
    badge->endorsement_months = 0;
  else if (badge->endorsement_months == 0)
    kist_report_add (reader->report, reader->file, kist_yaml_get_line (endorsement), KIST_SEVERITY_ERROR, NULL,
                     "A required endorsement needs “within-months”, the time there is for it.");
}

/* "2026-01-31" and nothing else. Returns NULL where it is no day. */
static GDate *
parse_day (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  unsigned          year, month, day;

  for (gsize i = 0; i < sizeof pattern; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return NULL;
  if (sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return NULL;
  return g_date_new_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static GDate *
read_day (Reader *reader, const KistYaml *window, const char *key)
{
  const KistYaml *node = kist_yaml_lookup (window, key);
  const char     *text = node ? kist_yaml_lookup_text (window, key) : NULL;
  GDate          *day = text ? parse_day (text) : NULL;

  if (node && !day)
    kist_report_add (reader->report, reader->file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                     "Write year, month and day: “2026-01-31”.", "“%s” of a window must be a day.", key);
  return day;
}

static void
read_window (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  static const char *const known[] = { "opens", "closes", NULL };
  const KistYaml          *window = kist_yaml_lookup (root, "window");

  if (!window)
    return;
  if (kist_yaml_get_kind (window) != KIST_YAML_MAPPING)
    {
      kist_report_add (reader->report, reader->file, kist_yaml_get_line (window), KIST_SEVERITY_ERROR,
                       "Write “window: {opens: 2026-01-01, closes: 2026-12-31}”, or one of the two.",
                       "A window is the days on which it opens and closes.");
      return;
    }
  kist_yaml_check_keys (window, known, reader->file, reader->report);
  badge->opens = read_day (reader, window, "opens");
  badge->closes = read_day (reader, window, "closes");
  if (badge->opens && badge->closes && g_date_compare (badge->opens, badge->closes) > 0)
    kist_report_add (reader->report, reader->file, kist_yaml_get_line (window), KIST_SEVERITY_ERROR,
                     "Exchange the days.", "The window closes before it opens.");
}

static void
read_frequency (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  static const char *const names[] = {
    [KIST_BADGE_ONCE] = "once", [KIST_BADGE_MONTHLY] = "monthly", [KIST_BADGE_YEARLY] = "yearly"
  };
  const KistYaml *node = kist_yaml_lookup (root, "frequency");
  const char     *text = node ? kist_yaml_lookup_text (root, "frequency") : NULL;

  for (unsigned i = KIST_BADGE_ONCE; text && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (text, names[i]))
      badge->frequency = (KistBadgeFrequency)i;
  if (node && badge->frequency == KIST_BADGE_ANY_TIME)
    kist_report_add (reader->report, reader->file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR,
                     "Leave it out where there is no limit.", "“frequency” must be once, monthly or yearly.");
}

static void
read_media (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  static const char *const known[] = { "text", "audio", "video", "image", NULL };

  badge->media = kist_yaml_lookup_strv (root, "media", reader->file, reader->report);
  for (unsigned i = 0; badge->media && badge->media[i]; i++)
    if (!g_strv_contains (known, badge->media[i]))
      kist_report_add (reader->report, reader->file, kist_yaml_get_line (kist_yaml_lookup (root, "media")),
                       KIST_SEVERITY_WARNING, "Write text, audio, video or image.",
                       "Kist does not know “%s” as a kind of evidence.", badge->media[i]);
}

static void
read_names (Reader *reader, KistBadge *badge, const KistYaml *root)
{
  const char *id = kist_yaml_lookup_text (root, "id");
  const char *title = kist_yaml_lookup_text (root, "title");

  if (!kist_text_is_id (id))
    kist_report_add (reader->report, reader->file, 0, KIST_SEVERITY_ERROR,
                     "Write “id: a-word” with small letters, digits and dashes, and never change it again.",
                     "A badge needs an id.");
  if (!title)
    kist_report_add (reader->report, reader->file, 0, KIST_SEVERITY_ERROR, NULL, "A badge needs a title.");
  badge->id = g_strdup (id);
  badge->title = g_strdup (title);
  badge->issuer = g_strdup (kist_yaml_lookup_text (root, "issuer"));
  if (!badge->issuer)
    kist_report_add (reader->report, reader->file, 0, KIST_SEVERITY_WARNING, NULL,
                     "It is not said who issues this badge.");
}

/**
 * kist_badge_parse:
 * @text: a normalised YAML text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * The keys are those of data/packs/README.md. Of these, "licence", "authors" and "edition" are known and not kept.
 * Rules without a source are a warning: numbers change, and sources contradict each other.
 *
 * Returns: (transfer full) (nullable): the badge, or %NULL after an error was added to @report
 */
KistBadge *
kist_badge_parse (const char *text, const char *file, KistReport *report)
{
  static const char *const known[] = { "id",      "title",          "issuer",       "licence", "source",    "criteria",
                                       "words",   "requires",       "advised",      "header",  "elements",  "media",
                                       "ai",      "endorsement",    "valid-months", "window",  "frequency", "authors",
                                       "edition", "counts-towards", "conflicts",    NULL };
  Reader                   reader = { file, report };
  unsigned                 errors;
  g_autoptr (KistBadge) self = NULL;
  g_autoptr (KistYaml) root = NULL;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  root = kist_yaml_parse (text, file, 1, report);
  if (!root)
    return NULL;
  self = g_object_new (KIST_TYPE_BADGE, NULL);
  kist_yaml_check_keys (root, known, file, report);
  read_names (&reader, self, root);
  read_source (&reader, self, root);
  read_criteria (&reader, self, root);
  read_words (&reader, self, root);
  read_endorsement (&reader, self, root);
  read_window (&reader, self, root);
  read_frequency (&reader, self, root);
  read_media (&reader, self, root);
  self->conflicts = kist_badge_conflicts_read (root, file, report);
  self->requires = kist_yaml_lookup_strv (root, "requires", file, report);
  self->advised = kist_yaml_lookup_strv (root, "advised", file, report);
  self->counts_towards = kist_yaml_lookup_strv (root, "counts-towards", file, report);
  self->header = kist_yaml_lookup_strv (root, "header", file, report);
  self->elements = kist_yaml_lookup_strv (root, "elements", file, report);
  self->valid_months = read_number (&reader, root, "valid-months", MAX_MONTHS);
  self->bans_ai = g_strcmp0 (kist_yaml_lookup_text (root, "ai"), "banned") == 0;
  return kist_report_count (report, KIST_SEVERITY_ERROR) > errors ? NULL : g_steal_pointer (&self);
}
