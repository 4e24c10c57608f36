#include "kist-fuzz.h"

#include "archive/kist-zip.h"
#include "exchange/kist-import.h"
#include "scenario/kist-scenario.h"

static void
add_entry (GPtrArray *entries, const char *name, const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  g_ptr_array_add (entries, kist_zip_entry_new (name, bytes));
}

/* Whatever the bytes of content.json: one sentence of an error, or a scenario that can be played. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  static const char about[] = "{\"title\": \"T\", \"mainLibrary\": \"H5P.BranchingScenario\"}";
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (KistImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistScenario) scenario = NULL;
  g_autofree char *text = NULL;

  add_entry (entries, "h5p.json", about, sizeof about - 1);
  add_entry (entries, "content/content.json", bytes, length);
  zip = kist_zip_write (entries, &error);
  g_assert_no_error (error);
  import = kist_import_read_bytes (zip, "fuzz", NULL, &error);
  if (!import)
    {
      g_assert_nonnull (error);
      return;
    }
  text = g_strndup (g_bytes_get_data (kist_import_get_file (import, 0)->bytes, NULL),
                    g_bytes_get_size (kist_import_get_file (import, 0)->bytes));
  scenario = kist_scenario_parse_twee (text, "x.twee", report);
  g_assert_nonnull (scenario);
}
