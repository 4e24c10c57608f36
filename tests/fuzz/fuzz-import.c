#include "kist-fuzz.h"

#include <string.h>

#include "exchange/kist-import.h"
#include "scenario/kist-scenario.h"

/* Whatever the bytes: one sentence of an error, or files that can be read, with an account of at least one part. What
 * is in Kist's dialect already is handed on with its faults. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autoptr (GBytes) source = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistImport) import = kist_import_read_bytes (source, "fuzz", NULL, &error);

  if (!import)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_cmpuint (kist_import_get_n_items (import), >, 0);
  for (unsigned i = 0; i < kist_import_get_n_items (import); i++)
    {
      const KistImportItem *item = kist_import_get_item (import, i);

      g_assert_true (g_utf8_validate (item->source, -1, NULL));
      g_assert_true (g_utf8_validate (item->why, -1, NULL));
    }
  for (unsigned i = 0; i < kist_import_get_n_files (import); i++)
    {
      const KistImportFile *file = kist_import_get_file (import, i);
      g_autofree char      *text = g_strndup (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistScenario) scenario = NULL;

      g_assert_true (g_utf8_validate (text, -1, NULL));
      if (g_str_has_suffix (file->path, ".twee"))
        scenario = kist_scenario_parse_twee (text, file->path, report);
    }
}
