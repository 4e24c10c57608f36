#include "kist-fuzz.h"

#include "badges/kist-badge.h"

/* Whatever the text: a badge with at least one criterion, limits that can be kept and conflicts of two rules, or an
 * error. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = g_utf8_make_valid (bytes, (gssize)length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistBadge) badge = kist_badge_parse (text, "b.yaml", report);

  g_assert_true ((badge == NULL) == (kist_report_count (report, KIST_SEVERITY_ERROR) > 0));
  if (!badge)
    return;
  g_assert_cmpuint (kist_badge_get_n_criteria (badge), >, 0);
  g_assert_true (kist_badge_get_max_words (badge) == 0 ||
                 kist_badge_get_max_words (badge) >= kist_badge_get_min_words (badge));
  for (unsigned i = 0; i < kist_badge_get_n_criteria (badge); i++)
    g_assert_nonnull (kist_badge_get_criterion (badge, i)->text);
  g_assert_true (!kist_badge_get_opens (badge) || !kist_badge_get_closes (badge) ||
                 g_date_compare (kist_badge_get_opens (badge), kist_badge_get_closes (badge)) <= 0);
  for (unsigned i = 0; i < kist_badge_get_conflicts (badge)->len; i++)
    {
      const KistBadgeConflict *conflict = g_ptr_array_index (kist_badge_get_conflicts (badge), i);

      g_assert_cmpuint (conflict->rules->len, >=, 2);
      g_assert_cmpint (conflict->followed, <, (int)conflict->rules->len);
    }
}
