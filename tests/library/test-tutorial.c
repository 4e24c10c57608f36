/* Whoever types what the tutorial says has a pack with nothing to mend, and can hand it on. */
#include <string.h>

#include "base/kist-text.h"
#include "content/kist-markdown.h"
#include "library/kist-library.h"
#include "library/kist-pack-check.h"
#include "library/packing/kist-packer.h"
#include "pack-fixture.h"

/* Does what the tutorial asks for: a block of code after a paragraph that ends in “… as things/lift.md:” is that file.
 */
static unsigned
follow (const char *pack)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "packs", "TUTORIAL.md", NULL);
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, NULL);
  g_autoptr (KistDocument) document = kist_markdown_parse (text, 1, NULL);
  const GPtrArray *blocks = kist_document_get_root (document)->children;
  unsigned         n_files = 0;

  for (unsigned i = 1; i < blocks->len; i++)
    {
      const KistBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *code = kist_block_to_text (block);
      g_autofree char *before = kist_block_to_text (g_ptr_array_index (blocks, i - 1));
      char            *name = strrchr (g_strdelimit (before, "\n", ' '), ' ');

      if (block->kind != KIST_BLOCK_CODE)
        continue;
      g_assert_true (name && g_str_has_suffix (name, ":"));
      name[strlen (name) - 1] = '\0';
      pack_fixture_write (pack, name + 1, code);
      n_files++;
    }
  return n_files;
}

static void
test_what_it_makes_has_nothing_to_mend (void)
{
  g_autofree char *pack = g_build_filename (g_get_user_data_dir (), "lift-home", NULL);
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) packed = NULL;

  g_assert_cmpuint (follow (pack), ==, 3);
  g_assert_true (kist_pack_check (pack, report, &error));
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", finding);
    }
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_NOTE), ==, 0);
  packed = kist_packer_pack (pack, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (packed);
}

static void
test_its_scenario_has_the_endings_it_tells_of (void)
{
  g_autofree char *pack = g_build_filename (g_get_user_data_dir (), "lift-home", NULL);
  g_autoptr (KistLibrary) library = NULL;
  KistThing *thing;

  follow (pack);
  library = kist_library_load ((const char *[]){ pack, NULL }, NULL);
  thing = kist_library_lookup_thing (library, "lift-home/lift-home");
  g_assert_cmpuint (
      kist_scenario_count_endings (kist_library_lookup_scenario (library, thing, kist_thing_get_step (thing, 1))), ==,
      3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tutorial/what-it-makes-has-nothing-to-mend", test_what_it_makes_has_nothing_to_mend);
  g_test_add_func ("/tutorial/its-scenario-has-the-endings-it-tells-of", test_its_scenario_has_the_endings_it_tells_of);
  return g_test_run ();
}
