#include "kist-fuzz.h"

#include "content/kist-manifest.h"
#include "content/kist-thing.h"
#include "fuzz-content.h"

static void
check_step (KistThing *thing, KistStep *step, const char *text)
{
  gboolean has_target = kist_step_get_kind (step) >= KIST_STEP_DECIDE && kist_step_get_kind (step) <= KIST_STEP_RATE;

  g_assert_true (kist_thing_lookup_step (thing, kist_step_get_id (step)) == step);
  g_assert_true (kist_text_is_id (kist_step_get_id (step)));
  g_assert_true (*kist_step_get_title (step));
  g_assert_cmpuint (kist_step_get_minutes (step), >=, 1);
  g_assert_true (has_target == (kist_step_get_target (step) != NULL));
  check_document (kist_step_get_document (step), text);
  for (unsigned i = 0; i < kist_step_get_n_parts (step); i++)
    {
      const KistPart *part = kist_step_get_part (step, i);

      g_assert_true (kist_text_is_id (part->id) && *part->text);
      check_document (part->document, text);
    }
}

/* Whatever the text: a Thing without a single error, or at least one; the same of a manifest. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistReport) other = kist_report_new ();
  g_autoptr (KistThing) thing = kist_thing_parse (text, "fuzz.md", "fuzz", report);
  g_autoptr (KistManifest) manifest = kist_manifest_parse (text, "fuzz.md", other);

  check_report (report, text, thing != NULL);
  check_report (other, text, manifest != NULL);
  g_assert_true (!thing || kist_report_count (report, KIST_SEVERITY_ERROR) == 0);
  for (unsigned i = 0; thing && i < kist_thing_get_n_steps (thing); i++)
    check_step (thing, kist_thing_get_step (thing, i), text);
  if (thing)
    check_document (kist_thing_get_intro (thing), text);
}
