#include "kist-fuzz.h"

#include "content/kist-framework.h"
#include "fuzz-content.h"

/* Whatever the text: codes that can be looked up and belong to a part, or an error. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistFramework) framework = kist_framework_parse (text, "fuzz.matrix", report);

  check_report (report, text, framework != NULL);
  for (unsigned i = 0; framework && i < kist_framework_get_n_codes (framework); i++)
    {
      const KistCode *code = kist_framework_get_code (framework, i);

      g_assert_true (kist_framework_lookup (framework, code->number) == code);
      g_assert_cmpuint (code->part, <, kist_framework_get_n_parts (framework));
      g_assert_true (g_utf8_validate (code->title, -1, NULL) && g_utf8_validate (code->text, -1, NULL));
    }
}
