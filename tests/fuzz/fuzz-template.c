#include "kist-fuzz.h"

#include <string.h>

#include "content/kist-template.h"
#include "fuzz-content.h"

/* Whatever the text: headings that all have prompts, within the caps, or an error; and headings are added once. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistTemplate) template = kist_template_parse (text, "fuzz.md", report);
  g_autofree char *added = template ? kist_template_dup_headings (template, text) : NULL;
  g_autofree char *whole = template ? g_strconcat (text, added, NULL) : NULL;
  g_autofree char *again = template ? kist_template_dup_headings (template, whole) : NULL;

  check_report (report, text, template != NULL);
  if (!template)
    return;
  g_assert_cmpstr (again, ==, "");
  g_assert_cmpuint (kist_template_get_n_parts (template), >, 0);
  g_assert_cmpuint (kist_template_get_n_parts (template), <=, KIST_TEMPLATE_MAX_PARTS);
  for (unsigned i = 0; i < kist_template_get_n_parts (template); i++)
    {
      const KistTemplatePart *part = kist_template_get_part (template, i);

      g_assert_cmpuint (g_strv_length (part->prompts), >, 0);
      g_assert_cmpuint (g_strv_length (part->prompts), <=, KIST_TEMPLATE_MAX_PROMPTS);
      g_assert_null (strchr (part->heading, '\n'));
    }
}
