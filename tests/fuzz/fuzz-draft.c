#include "kist-fuzz.h"

#include "badges/kist-readiness.h"
#include "journal/kist-entry.h"
#include "journal/kist-section.h"
#include "journal/kist-word-count.h"

#define RULES                                                                                                          \
  "id: b\ntitle: B\nissuer: I\nsource: {address: 'https://example.org', seen: 2026-11}\n"                              \
  "criteria:\n  - {id: a, text: What I did, min-words: 5}\n  - {id: b, text: B, max-words: 9}\nwords: {min: "          \
  "8}\nheader: [employer]\n"

/* Whatever is typed: counts that fit the text and each other, a fraction that is one, an excerpt on one line. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *draft = g_utf8_make_valid (bytes, (gssize)length);
  g_autoptr (KistEntry) entry = kist_entry_new ("e", NULL, NULL, "", draft, 0, 0);
  g_autofree char *excerpt = kist_entry_dup_excerpt (entry, 40);
  g_autoptr (GPtrArray) sections = kist_sections_of (draft);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge = kist_badge_parse (RULES, "b.yaml", report);
  g_autoptr (KistReadiness) readiness = kist_readiness_new (badge, draft);
  unsigned words = 0;

  kist_word_count_length (bytes, length);
  g_assert_cmpuint (kist_entry_get_words (entry), <=, (length + 1) / 2 + 1);
  for (unsigned i = 0; i < sections->len; i++)
    words += ((const KistSection *)g_ptr_array_index (sections, i))->words;
  g_assert_cmpuint (readiness->words, ==, words);
  g_assert_cmpuint (readiness->criteria[0].words + readiness->criteria[1].words, <=, words);
  g_assert_true (readiness->fraction >= 0 && readiness->fraction <= 1);
  g_assert_cmpint (readiness->is_ready, ==, readiness->fraction == 1);
  g_assert_true (g_utf8_validate (excerpt, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (excerpt, -1), <=, 41);
  g_assert_null (g_utf8_strchr (excerpt, -1, '\n'));
}
