#include "kist-privacy-pattern.h"

/* How far before a number the words that say what it is may stand, in bytes. */
#define CONTEXT 40
/* How far away in its line a word is that says what a number is, in bytes. */
#define SENTENCE 120

static GRegex *
compile (const char *expression, GRegexCompileFlags flags)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (expression, G_REGEX_OPTIMIZE | flags, 0, &error);

  if (!regex)
    g_error ("“%s”: %s", expression, error->message); /* a constant of the program */
  return regex;
}

static void
match_one (const KistPrivacyPattern *pattern, GRegex *regex, const char *text, GArray *findings)
{
  g_autoptr (GMatchInfo) match = NULL;

  /* An error is PCRE's limit on a hostile text: what was found until then stays. */
  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      KistPrivacyFinding finding = { pattern->kind, pattern->certainty, 0, 0 };
      int                start, end;

      if (g_match_info_fetch_pos (match, pattern->group, &start, &end) && end > start)
        {
          finding.start = (gsize)start;
          finding.end = (gsize)end;
          if (!pattern->accept || pattern->accept (text, match, &finding))
            g_array_append_val (findings, finding);
        }
      if (!g_match_info_next (match, NULL))
        break;
    }
}

/**
 * kist_privacy_match:
 * @patterns: (array length=n_patterns): what to look for
 * @compiled: (array length=n_patterns): room for as many expressions, all %NULL at first; static
 * @n_patterns: how many
 * @text: where
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_match (const KistPrivacyPattern *patterns,
                    GRegex                  **compiled,
                    gsize                     n_patterns,
                    const char               *text,
                    GArray                   *findings)
{
  for (gsize i = 0; i < n_patterns; i++)
    {
      if (g_once_init_enter_pointer (&compiled[i]))
        g_once_init_leave_pointer (&compiled[i], compile (patterns[i].expression, 0));
      match_one (&patterns[i], compiled[i], text, findings);
    }
}

/**
 * kist_privacy_get_words:
 * @place: (inout): static, %NULL at first: where the expression is kept
 * @expression: words, whichever letters of them are capital; a constant
 *
 * Returns: (transfer none): @expression, compiled once
 */
GRegex *
kist_privacy_get_words (GRegex **place, const char *expression)
{
  if (g_once_init_enter_pointer (place))
    g_once_init_leave_pointer (place, compile (expression, G_REGEX_CASELESS));
  return *place;
}

/**
 * kist_privacy_follows:
 * @text: a text
 * @place: a place in it, in bytes
 * @words: what ends in "$"
 *
 * Returns: whether @words stand right before @place, in the same line
 */
gboolean
kist_privacy_follows (const char *text, gsize place, GRegex *words)
{
  gsize from = place > CONTEXT ? place - CONTEXT : 0;

  for (gsize i = place; i > from; i--)
    if (text[i - 1] == '\n')
      from = i;
  while (from < place && ((guchar)text[from] & 0xc0) == 0x80)
    from++;
  return g_regex_match_full (words, text + from, (gssize)(place - from), 0, 0, NULL, NULL);
}

/**
 * kist_privacy_is_said_near:
 * @text: a text
 * @finding: what was found in it
 * @words: what to look for
 *
 * Returns: whether @words stand in the same line, before or behind, at most 120 bytes away
 */
gboolean
kist_privacy_is_said_near (const char *text, const KistPrivacyFinding *finding, GRegex *words)
{
  gsize from = finding->start, to = finding->end;

  while (from > 0 && finding->start - from < SENTENCE && text[from - 1] != '\n')
    from--;
  while (((guchar)text[from] & 0xc0) == 0x80)
    from++;
  while (text[to] && to - finding->end < SENTENCE && text[to] != '\n')
    to++;
  while (((guchar)text[to] & 0xc0) == 0x80)
    to--;
  return g_regex_match_full (words, text + from, (gssize)(to - from), 0, 0, NULL, NULL);
}
