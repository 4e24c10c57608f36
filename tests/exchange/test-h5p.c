/* H5P Branching Scenario, by the rules of its own source: see src/exchange/h5p/kist-h5p.c. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "archive/kist-zip.h"
#include "exchange/kist-import.h"
#include "scenario/kist-run.h"

#define JPEG "\xff\xd8\xff\xe0 a mop"
#define PNG "\x89PNG\r\n\x1a\n the floor"

static void
add_entry (GPtrArray *entries, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_ptr_array_add (entries, kist_zip_entry_new (name, bytes));
}

static KistImport *
read_package (GPtrArray *entries, const char *library, const char *content, GError **error)
{
  g_autofree char *about =
      g_strdup_printf ("{\"title\": \"The wet &amp; dry floor\", \"mainLibrary\": \"%s\"}", library);
  g_autoptr (GBytes) zip = NULL;

  add_entry (entries, "h5p.json", about);
  add_entry (entries, "content/content.json", content);
  zip = kist_zip_write (entries, error);
  g_assert_nonnull (zip);
  return kist_import_read_bytes (zip, "x", NULL, error);
}

static KistImport *
read_content (const char *library, const char *content, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);

  return read_package (entries, library, content, error);
}

/* The corridor, with points counted in @mode. */
static KistImport *
read_corridor (const char *mode)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "h5p", "corridor.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) content = NULL;
  g_autoptr (GError) error = NULL;
  KistImport *import;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  content = g_string_new (text);
  g_assert_cmpuint (g_string_replace (content, "\"MODE\"", mode, 0), ==, 1);
  import = read_content ("H5P.BranchingScenario", content->str, &error);
  g_assert_no_error (error);
  return import;
}

static KistScenario *
parse (KistImport *import)
{
  const KistImportFile *file = kist_import_get_file (import, 0);
  g_autofree char      *text = g_strndup (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
  g_autoptr (KistReport) report = kist_report_new ();
  KistScenario *scenario = kist_scenario_parse_twee (text, "x.twee", report);

  g_test_message ("%s", text);
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_WARNING), ==, 0);
  return scenario;
}

static unsigned
count (KistImport *import, KistImportKind kind)
{
  return kist_import_count (import, kind, KIST_IMPORT_KEPT) + kist_import_count (import, kind, KIST_IMPORT_CHANGED) +
         kist_import_count (import, kind, KIST_IMPORT_DROPPED);
}

static void
assert_run (KistScenario *scenario, const char *choices, const char *passage, gint64 score)
{
  g_autoptr (KistRun) run = kist_run_new (scenario);

  for (; *choices; choices++)
    {
      KistRun *next = kist_run_choose (run, (unsigned)(*choices - '1'), NULL);

      g_assert_nonnull (next);
      g_object_unref (run);
      run = next;
    }
  g_assert_cmpstr (kist_scenario_get_passage (scenario, kist_run_get_passage (run))->name, ==, passage);
  g_assert_cmpint (kist_run_get_score (run), ==, score);
}

/* Counted by hand: 4 screens, 2 end screens and the start screen; 3 screens that lead on; 6 alternatives. */
static void
test_accounts_for_every_part (void)
{
  g_autoptr (KistImport) import = read_corridor ("\"no-score\"");

  g_assert_cmpstr (kist_import_get_format (import), ==, "H5P Branching Scenario");
  g_assert_cmpstr (kist_import_get_title (import), ==, "The wet & dry floor");
  g_assert_cmpuint (count (import, KIST_IMPORT_NODE), ==, 7);
  g_assert_cmpuint (count (import, KIST_IMPORT_LINK), ==, 3);
  g_assert_cmpuint (count (import, KIST_IMPORT_ANSWER), ==, 6);
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED), ==, 2);
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_ANSWER, KIST_IMPORT_CHANGED), ==, 1);
}

/* The index is the id, whatever contentId says; missing is -1; -2 is an end of its own. */
static void
test_leads_where_it_led (void)
{
  g_autoptr (KistImport) import = read_corridor ("\"no-score\"");
  g_autoptr (KistScenario) scenario = parse (import);

  assert_run (scenario, "", "The wet floor", 0);
  assert_run (scenario, "1", "Corridor", 0);
  assert_run (scenario, "11", "What first?", 0);
  assert_run (scenario, "111", "Corridor (2)", 0);
  assert_run (scenario, "1111", "Slides", 0);
  assert_run (scenario, "11111", "Done & dry", 0);
  assert_run (scenario, "112", "In the ambulance", 0);
  assert_run (scenario, "113", "You sat", 0);
  assert_run (scenario, "114", "Done & dry", 0);
  assert_run (scenario, "115", "Corridor", 0);
  assert_run (scenario, "116", "Done & dry", 0);
}

/* getScore(): only the end screen's points; an alternative that ends it brings its own. */
static void
test_static_points_are_those_of_the_end (void)
{
  g_autoptr (KistImport) import = read_corridor ("\"static-end-score\"");
  g_autoptr (KistScenario) scenario = parse (import);

  assert_run (scenario, "111", "Corridor (2)", 0);
  assert_run (scenario, "11111", "Done & dry", 1);
  assert_run (scenario, "112", "In the ambulance", 7);
  assert_run (scenario, "113", "You sat", 9);
  assert_run (scenario, "114", "Done & dry", 1);
}

/* getAlternativeScore() and addLibraryScore(): what leads on counts, what ends it does not. */
static void
test_dynamic_points_are_those_of_the_way (void)
{
  g_autoptr (KistImport) import = read_corridor ("\"dynamic-score\"");
  g_autoptr (KistScenario) scenario = parse (import);

  assert_run (scenario, "11", "What first?", 4);
  assert_run (scenario, "111", "Corridor (2)", 4 + 3);
  assert_run (scenario, "1111", "Slides", 4 + 3 + 5);
  assert_run (scenario, "112", "In the ambulance", 4);
  assert_run (scenario, "113", "You sat", 4);
  /* Back in the corridor what was earned since is lost, and can be earned again. */
  assert_run (scenario, "115", "Corridor", 0);
  assert_run (scenario, "1151", "What first?", 4);
  assert_run (scenario, "115111", "Slides", 4 + 3 + 5);
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_DATA, KIST_IMPORT_KEPT), ==, 1);
}

static void
test_words_come_along_and_scripts_do_not (void)
{
  g_autoptr (KistImport) import = read_corridor ("\"no-score\"");
  g_autoptr (KistScenario) scenario = parse (import);
  const KistPassage *corridor =
      kist_scenario_get_passage (scenario, (unsigned)kist_scenario_lookup (scenario, "Corridor"));
  const KistPassage *slides = kist_scenario_get_passage (scenario, (unsigned)kist_scenario_lookup (scenario, "Slides"));
  const KistPassage *question =
      kist_scenario_get_passage (scenario, (unsigned)kist_scenario_lookup (scenario, "What first?"));

  g_assert_nonnull (strstr (corridor->text, "**floor**"));
  g_assert_null (strstr (corridor->text, "alert"));
  g_assert_cmpstr (slides->text, ==, "Slide one.\n\nA mop\n\nDry?");
  g_assert_true (question->tags & KIST_PASSAGE_DECISION);
  g_assert_cmpstr (((KistChoice *)g_ptr_array_index (question->choices, 0))->feedback, ==, "Good. It is close.");
}

static char *
dup_content_with (const char *library, const char *params)
{
  return g_strdup_printf ("{\"branchingScenario\": {"
                          "\"startScreen\": {\"startScreenImage\": {\"path\": \"images/a.jpg#tmp\"},"
                          " \"startScreenAltText\": \"A mop &amp; a [bucket]\"},"
                          "\"content\": [{\"type\": {\"library\": \"%s\", \"params\": %s}, \"nextContentId\": 1},"
                          "{\"type\": {\"library\": \"H5P.BranchingQuestion 1.0\", \"params\": {\"branchingQuestion\":"
                          "{\"question\": \"What?\", \"alternatives\": [{\"text\": \"Mop\", \"nextContentId\": 0,"
                          "\"feedback\": {\"title\": \"Look.\", \"image\": {\"path\": \"images/b.png\"}}}]}}}}]}}",
                          library, params);
}

/* A picture is a file of the pack and shown where it was; words for it are its author's, never made up. */
static void
test_pictures_come_along (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autofree char *content = dup_content_with (
      "H5P.Image 1.1", "{\"file\": {\"path\": \"images/a.jpg\"}, \"alt\": \"A mop &amp; a [bucket]\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (KistImport) import = NULL;
  g_autoptr (KistScenario) scenario = NULL;
  const KistImportFile *jpeg, *png;
  const KistPassage    *screen, *question;

  add_entry (entries, "content/images/a.jpg", JPEG);
  add_entry (entries, "content/images/b.png", PNG);
  add_entry (entries, "content/images/unused.png", PNG "!");
  import = read_package (entries, "H5P.BranchingScenario", content, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kist_import_get_n_files (import), ==, 3);
  jpeg = kist_import_get_file (import, 1);
  g_assert_true (g_str_has_prefix (jpeg->path, "media/a-mop-a-bucket-"));
  g_assert_true (g_str_has_suffix (jpeg->path, ".jpg"));
  g_assert_cmpmem (g_bytes_get_data (jpeg->bytes, NULL), g_bytes_get_size (jpeg->bytes), JPEG, strlen (JPEG));
  png = kist_import_get_file (import, 2);
  g_assert_true (g_str_has_suffix (png->path, ".png"));
  /* Twice with words, once without. */
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_MEDIA, KIST_IMPORT_KEPT), ==, 2);
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_MEDIA, KIST_IMPORT_CHANGED), ==, 1);
  g_assert_cmpuint (kist_import_count (import, KIST_IMPORT_MEDIA, KIST_IMPORT_DROPPED), ==, 0);

  scenario = parse (import);
  screen = kist_scenario_get_passage (scenario, (unsigned)kist_scenario_lookup (scenario, "Screen 1"));
  question = kist_scenario_get_passage (scenario, (unsigned)kist_scenario_lookup (scenario, "Screen 2"));
  {
    g_autofree char *shown = g_strdup_printf ("![A mop \\& a \\[bucket\\]](../%s)", jpeg->path);
    g_autofree char *said = g_strdup_printf ("Look. ![](../%s)", png->path);

    g_assert_cmpstr (screen->text, ==, shown);
    g_assert_cmpstr (((KistChoice *)g_ptr_array_index (question->choices, 0))->feedback, ==, said);
  }
}

static void
assert_left_out (const char *image, const char *why)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autofree char *params = g_strdup_printf ("{\"file\": {\"path\": \"%s\"}, \"alt\": \"A hall\"}", image);
  g_autofree char *content = dup_content_with ("H5P.Image 1.1", params);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistImport) import = NULL;
  g_autoptr (KistScenario) scenario = NULL;
  gboolean is_said = FALSE;

  add_entry (entries, "content/images/c.png", "<svg onload='alert(1)'/>");
  add_entry (entries, "images/d.png", PNG);
  import = read_package (entries, "H5P.BranchingScenario", content, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kist_import_get_n_files (import), ==, 1);
  for (unsigned i = 0; i < kist_import_get_n_items (import); i++)
    is_said |= kist_import_get_item (import, i)->fate == KIST_IMPORT_DROPPED &&
               strstr (kist_import_get_item (import, i)->why, why) != NULL;
  g_assert_true (is_said);
  scenario = parse (import);
  g_assert_cmpstr (kist_scenario_get_passage (scenario, (unsigned)kist_scenario_lookup (scenario, "Screen 1"))->text,
                   ==, "A hall");
}

static void
test_pictures_are_left_out_with_a_reason (void)
{
  assert_left_out ("images/c.png", "no JPEG, PNG or GIF");
  assert_left_out ("images/x.png", "not in the package");
  assert_left_out ("../images/d.png", "not in the package");
  assert_left_out ("https://example.org/d.png", "on the web");
  assert_left_out ("", "no file");
}

/* Texts name a picture, so it keeps its name; another file of that name is not written over. */
static void
test_a_picture_keeps_its_name (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autofree char *content = dup_content_with ("H5P.Image 1.1", "{\"file\": {\"path\": \"images/a.jpg\"}}");
  g_autofree char *folder = g_dir_make_tmp ("kist-h5p-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autofree char *thing = NULL;
  g_autofree char *beginning = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistImport) import = NULL;

  add_entry (entries, "content/images/a.jpg", JPEG);
  import = read_package (entries, "H5P.BranchingScenario", content, &error);
  g_assert_true (kist_import_write (import, folder, &error));
  g_assert_true (kist_import_write (import, folder, &error));
  g_assert_cmpstr (kist_import_get_written (import)[0], ==, "scenarios/the-wet-dry-floor-2.twee");
  g_assert_cmpstr (kist_import_get_written (import)[1], ==, kist_import_get_file (import, 1)->path);
  g_assert_true (kist_import_write_thing (import, folder, &error));
  thing = g_build_filename (folder, "things", "the-wet-dry-floor.md", NULL);
  g_assert_true (g_file_get_contents (thing, &beginning, NULL, NULL));
  g_assert_nonnull (strstr (beginning, "[The wet & dry floor](../scenarios/the-wet-dry-floor-2.twee)"));
  path = g_build_filename (folder, kist_import_get_file (import, 1)->path, NULL);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (kist_import_write (import, folder, &error));
  g_assert_nonnull (strstr (error->message, "another picture"));
}

static void
test_refuses_what_it_cannot_read (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"branchingScenario\": ");
  g_autoptr (GError) other = NULL;
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) nested = NULL;

  for (unsigned i = 0; i < 200000; i++)
    g_string_append (deep, "{\"a\":[");
  g_assert_null (read_content ("H5P.MultiChoice", "{}", &other));
  g_assert_nonnull (strstr (other->message, "H5P.MultiChoice"));
  g_assert_null (read_content ("H5P.BranchingScenario", "{}", &empty));
  g_assert_nonnull (empty);
  g_assert_null (read_content ("H5P.BranchingScenario", deep->str, &nested));
  g_assert_nonnull (nested);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/h5p/accounts-for-every-part", test_accounts_for_every_part);
  g_test_add_func ("/h5p/leads-where-it-led", test_leads_where_it_led);
  g_test_add_func ("/h5p/static-points-are-those-of-the-end", test_static_points_are_those_of_the_end);
  g_test_add_func ("/h5p/dynamic-points-are-those-of-the-way", test_dynamic_points_are_those_of_the_way);
  g_test_add_func ("/h5p/words-come-along-and-scripts-do-not", test_words_come_along_and_scripts_do_not);
  g_test_add_func ("/h5p/pictures-come-along", test_pictures_come_along);
  g_test_add_func ("/h5p/pictures-are-left-out-with-a-reason", test_pictures_are_left_out_with_a_reason);
  g_test_add_func ("/h5p/a-picture-keeps-its-name", test_a_picture_keeps_its_name);
  g_test_add_func ("/h5p/refuses-what-it-cannot-read", test_refuses_what_it_cannot_read);
  return g_test_run ();
}
