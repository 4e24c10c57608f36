/* The confidentiality check against privacy-corpus.txt, whose labels were written from domain.md §10 without knowledge
 * of the code, and the rules of its numbers. */
#include "journal/privacy/kist-privacy.h"
#include "journal/privacy/forms/kist-privacy-number.h"

#include <string.h>

typedef struct
{
  char    *kind;
  gsize    start;
  gsize    end;
  gboolean is_found;
} Label;

typedef struct
{
  unsigned n_labels[KIST_PRIVACY_N_KINDS];
  unsigned n_hits[KIST_PRIVACY_N_KINDS];
  unsigned n_findings;
  unsigned n_wrong;
} Score;

static void
label_clear (gpointer data)
{
  g_free (((Label *)data)->kind);
}

/* "My client {name:Joan} fell." Returns the plain sentence; its labels go to @labels. */
static char *
read_sentence (const char *line, GArray *labels)
{
  GString *plain = g_string_new (NULL);

  while (*line)
    {
      const char *colon = *line == '{' ? strchr (line, ':') : NULL;
      const char *end = colon ? strchr (colon, '}') : NULL;
      Label       label = { NULL, plain->len, 0, FALSE };

      if (!end)
        {
          g_string_append_c (plain, *line++);
          continue;
        }
      label.kind = g_strndup (line + 1, (gsize)(colon - line) - 1);
      g_string_append_len (plain, colon + 1, end - colon - 1);
      label.end = plain->len;
      g_array_append_val (labels, label);
      line = end + 1;
    }
  return g_string_free_and_steal (plain);
}

static KistPrivacyKind
find_kind (const char *id)
{
  for (unsigned i = 0; i < KIST_PRIVACY_N_KINDS; i++)
    if (g_str_equal (kist_privacy_kind_get_id (i), id))
      return i;
  g_error ("the corpus has an unknown kind “%s”", id);
}

/* A finding counts where it shares a letter with a label: what matters is that the writer looks there. */
static void
score_sentence (const char *line, Score *score)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_autoptr (GArray) findings = NULL;
  g_autofree char *plain = NULL;

  g_array_set_clear_func (labels, label_clear);
  plain = read_sentence (line, labels);
  findings = kist_privacy_check (plain, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);
      gboolean                  is_right = FALSE;

      if (finding->kind == KIST_PRIVACY_COMBINATION)
        continue; /* of sentences that have labels of their own */
      for (guint j = 0; j < labels->len; j++)
        {
          Label *label = &g_array_index (labels, Label, j);

          if (finding->start < label->end && label->start < finding->end)
            label->is_found = is_right = TRUE;
        }
      score->n_findings++;
      score->n_wrong += !is_right;
      if (!is_right)
        g_test_message ("wrong: %s “%.*s” in: %s", kist_privacy_kind_get_id (finding->kind),
                        (int)(finding->end - finding->start), plain + finding->start, plain);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      score->n_labels[find_kind (label->kind)]++;
      score->n_hits[find_kind (label->kind)] += label->is_found;
      if (!label->is_found)
        g_test_message ("missed: %s in: %s", label->kind, line);
    }
}

static void
test_corpus (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "journal", "privacy-corpus.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Score    score = { 0 };
  unsigned n_sentences = 0, n_clean = 0, n_patterned = 0, n_patterned_hits = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (unsigned i = 0; lines[i]; i++)
    if (*lines[i] && *lines[i] != '#')
      {
        n_sentences++;
        n_clean += !strchr (lines[i], '{');
        score_sentence (lines[i], &score);
      }
  for (unsigned i = 0; i < KIST_PRIVACY_LISTED; i++)
    {
      n_patterned += score.n_labels[i];
      n_patterned_hits += score.n_hits[i];
    }
  g_test_message (
      "%u sentences, %u clean; patterned %u of %u; names %u of %u; places %u of %u; %u of %u findings wrong",
      n_sentences, n_clean, n_patterned_hits, n_patterned, score.n_hits[KIST_PRIVACY_NAME],
      score.n_labels[KIST_PRIVACY_NAME], score.n_hits[KIST_PRIVACY_PLACE], score.n_labels[KIST_PRIVACY_PLACE],
      score.n_wrong, score.n_findings);
  g_assert_cmpuint (n_sentences, >=, 400);
  g_assert_cmpuint (2 * n_clean, >=, n_sentences);
  g_assert_cmpfloat (n_patterned_hits, >=, 0.98 * n_patterned);
  g_assert_cmpfloat (score.n_hits[KIST_PRIVACY_NAME], >=, 0.85 * score.n_labels[KIST_PRIVACY_NAME]);
  g_assert_cmpfloat (score.n_findings - score.n_wrong, >=, 0.9 * score.n_findings);
}

static const KistPrivacyFinding *
get_only (GArray *findings)
{
  g_assert_cmpuint (findings->len, ==, 1);
  return &g_array_index (findings, KistPrivacyFinding, 0);
}

/* NHS Data Dictionary: 943 476 5919 is its own example. A CHI number counts whatever its last digit is. */
static void
test_numbers (void)
{
  static const struct
  {
    const char          *text;
    KistPrivacyKind      kind;
    KistPrivacyCertainty certainty;
  } cases[] = {
    { "943 476 5919", KIST_PRIVACY_NHS_NUMBER, KIST_PRIVACY_CERTAIN },
    { "010101 9874", KIST_PRIVACY_CHI, KIST_PRIVACY_CERTAIN },
    { "0101019875", KIST_PRIVACY_CHI, KIST_PRIVACY_LIKELY },
    { "AB 12 34 56 C", KIST_PRIVACY_NI_NUMBER, KIST_PRIVACY_CERTAIN },
    { "07700 900123", KIST_PRIVACY_PHONE, KIST_PRIVACY_CERTAIN },
    { "+44 (0)7700 900 123", KIST_PRIVACY_PHONE, KIST_PRIVACY_CERTAIN },
    { "EH6 5NA", KIST_PRIVACY_POSTCODE, KIST_PRIVACY_CERTAIN },
  };
  static const char *const clean[] = { "943 476 5918", "3201019874",  "BG 12 34 56 C", "DA 12 34 56 C",
                                       "B12",          "14/06",       "Thing 14",      "Code 5.8",
                                       "23 Things",    "the A9 road", "Grace period" };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) findings = kist_privacy_check (cases[i].text, NULL);
      const KistPrivacyFinding *finding = get_only (findings);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (finding->kind, ==, cases[i].kind);
      g_assert_cmpint (finding->certainty, ==, cases[i].certainty);
      g_assert_cmpuint (finding->start, ==, 0);
      g_assert_cmpuint (finding->end, ==, strlen (cases[i].text));
    }
  for (unsigned i = 0; i < G_N_ELEMENTS (clean); i++)
    {
      g_autoptr (GArray) findings = kist_privacy_check (clean[i], NULL);

      g_test_message ("%s", clean[i]);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

static void
test_listed (void)
{
  const char *const listed[] = { "rose petrie", "(x", NULL };
  g_autoptr (GArray) findings =
      kist_privacy_check ("then Rose Petrie rang, and (x came; Rose Petrieson did not", listed);

  g_assert_cmpint (g_array_index (findings, KistPrivacyFinding, 0).kind, ==, KIST_PRIVACY_LISTED);
  g_assert_cmpuint (g_array_index (findings, KistPrivacyFinding, 0).start, ==, strlen ("then "));
  g_assert_cmpuint (g_array_index (findings, KistPrivacyFinding, 0).end, ==, strlen ("then Rose Petrie"));
  g_assert_cmpint (g_array_index (findings, KistPrivacyFinding, 1).kind, ==, KIST_PRIVACY_LISTED);
}

/* General Medical Council: age, place and condition identify together. */
static void
test_combination (void)
{
  g_autoptr (GArray) told = kist_privacy_check ("A 15-year-old with epilepsy lives in Forfar. It rained.", NULL);
  g_autoptr (GArray) apart = kist_privacy_check ("A 15-year-old came. We talked of epilepsy. I drove to Forfar.", NULL);
  unsigned n_told = 0, n_apart = 0;

  for (guint i = 0; i < told->len; i++)
    n_told += g_array_index (told, KistPrivacyFinding, i).kind == KIST_PRIVACY_COMBINATION;
  for (guint i = 0; i < apart->len; i++)
    n_apart += g_array_index (apart, KistPrivacyFinding, i).kind == KIST_PRIVACY_COMBINATION;
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpuint (n_apart, ==, 0);
}

/* Findings stand in order, end where they should and share no letters, whatever the text. */
static void
test_random (void)
{
  static const char *const parts[] = { "Joan",  "Mrs", " ",     "07700 900", "1",  "0",      "-",      "/",   "@",
                                       ".",     "\n",  "EH6",   "Kerr",      "’s", "born",   "aged",   "é",   "12",
                                       "March", "St",  "House", "(",         "*",  "client", "A",      "5NA", "x",
                                       "_",     "~~",  "\\",    "&nbsp;",    "–",  "\u00a0", "\u200b", "٣",   "!" };

  for (unsigned i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) findings = NULL;
      gsize end = 0;

      for (int j = g_test_rand_int_range (0, 40); j > 0; j--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      findings = kist_privacy_check (text->str, NULL);
      for (guint j = 0; j < findings->len; j++)
        {
          const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, j);

          g_assert_cmpuint (finding->start, <, finding->end);
          g_assert_cmpuint (finding->end, <=, text->len);
          g_assert_true (g_utf8_validate (text->str + finding->start, (gssize)(finding->end - finding->start), NULL));
          if (finding->kind == KIST_PRIVACY_COMBINATION)
            continue;
          g_assert_cmpuint (finding->start, >=, end);
          end = finding->end;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy/corpus", test_corpus);
  g_test_add_func ("/privacy/numbers", test_numbers);
  g_test_add_func ("/privacy/listed", test_listed);
  g_test_add_func ("/privacy/combination", test_combination);
  g_test_add_func ("/privacy/random", test_random);
  return g_test_run ();
}
