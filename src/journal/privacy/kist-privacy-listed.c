/* Names that the writer listed, wherever they stand. */
#include <string.h>

#include "kist-privacy-private.h"
#include "kist-privacy-seen.h"

#define MAX_LISTED 200

/* The longer first: of two that begin alike an expression takes the one that it tries first. */
static gint
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *)a), second = strlen (*(const char *const *)b);

  return first == second ? strcmp (*(const char *const *)a, *(const char *const *)b) : first < second ? 1 : -1;
}

/* Returns (transfer full) (nullable): an expression for @name, in which any blanks and either apostrophe do. */
static char *
dup_expression (const char *name)
{
  g_autoptr (KistPrivacySeen) seen = kist_privacy_seen_new (name);
  g_autofree char *plain = g_strdelimit (g_strdup (kist_privacy_seen_get_text (seen)), "\t\n\r", ' ');
  g_auto (GStrv) parts = NULL;
  GString *expression;

  if (g_utf8_strlen (g_strstrip (plain), -1) < 2)
    return NULL;
  parts = g_strsplit (plain, " ", -1);
  expression = g_string_new (NULL);
  for (unsigned i = 0; parts[i]; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (parts[i], -1);

      if (*escaped)
        g_string_append_printf (expression, "%s%s", expression->len > 0 ? "\\s+" : "", escaped);
    }
  g_string_replace (expression, "’", "'", 0);
  g_string_replace (expression, "'", "['’]", 0);
  return g_string_free_and_steal (expression);
}

/* Returns (transfer full) (nullable): what matches any of @listed; NULL when there is none. */
static GRegex *
compile (const char *const *listed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *expression = NULL;

  for (unsigned i = 0; listed && listed[i] && names->len < MAX_LISTED; i++)
    {
      char *name = dup_expression (listed[i]);

      if (name)
        g_ptr_array_add (names, name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_sort (names, compare_lengths);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv ("|", (char **)names->pdata);
  expression = g_strdup_printf ("(?<!\\w)(?:%s)(?!\\w)", joined);
  return g_regex_new (expression, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

/**
 * kist_privacy_find_listed:
 * @text: a text
 * @listed: (nullable) (array zero-terminated=1): names to find wherever they stand; of more than 200 the first
 * @findings: (element-type KistPrivacyFinding): what is found is added
 */
void
kist_privacy_find_listed (const char *text, const char *const *listed, GArray *findings)
{
  g_autoptr (GRegex) regex = compile (listed);
  g_autoptr (GMatchInfo) match = NULL;

  if (!regex)
    return;
  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      kist_privacy_add (findings, KIST_PRIVACY_LISTED, KIST_PRIVACY_CERTAIN, (gsize)start, (gsize)end);
      if (!g_match_info_next (match, NULL))
        break;
    }
}
