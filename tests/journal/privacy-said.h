/* What the confidentiality check says of a text, in a form that a table of a test can hold. */
#pragma once

#include "journal/privacy/kist-privacy.h"

/**
 * PrivacyCase:
 * @text: a text
 * @said: "kind:words" of each finding, with " | " between; "" for none
 */
typedef struct
{
  const char *text;
  const char *said;
} PrivacyCase;

static inline char *
dup_said (const char *text, const char *const *listed)
{
  g_autoptr (GArray) findings = kist_privacy_check (text, listed);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);

      g_string_append_printf (said, "%s%s:%.*s", i > 0 ? " | " : "", kist_privacy_kind_get_id (finding->kind),
                              (int)(finding->end - finding->start), text + finding->start);
    }
  return g_string_free_and_steal (said);
}

static inline void
check_cases (const PrivacyCase *cases, gsize n_cases, const char *const *listed)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *said = dup_said (cases[i].text, listed);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (said, ==, cases[i].said);
    }
}
