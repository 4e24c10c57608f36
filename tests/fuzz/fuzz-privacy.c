#include "kist-fuzz.h"

#include "fuzz-content.h"
#include "journal/privacy/kist-privacy.h"

/* Whatever the text: findings in order, each within it and at whole characters. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  static const char *const listed[] = { "Joan Kerr", "(", NULL };
  g_autofree char         *text = dup_text (bytes, length);
  g_autoptr (GArray) findings = kist_privacy_check (text, listed);
  gsize size = strlen (text), start = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);

      g_assert_cmpuint (finding->start, >=, start);
      g_assert_cmpuint (finding->start, <, finding->end);
      g_assert_cmpuint (finding->end, <=, size);
      g_assert_true (g_utf8_validate (text + finding->start, (gssize)(finding->end - finding->start), NULL));
      start = finding->start;
    }
}
