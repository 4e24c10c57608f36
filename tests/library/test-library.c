#include "library/kist-library.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "pack-fixture.h"

static KistLibrary *
load (const char *first, const char *second)
{
  const char *folders[] = { first, second, NULL };

  return kist_library_load (folders, NULL);
}

static KistStep *
step_of (KistThing *thing, const char *id)
{
  KistStep *step = kist_thing_lookup_step (thing, id);

  g_assert_nonnull (step);
  return step;
}

/* Asserts that exactly one thing is left out, and that it is @file, for a reason in which @why stands. */
static void
assert_refusal (KistLibrary *library, const char *file, const char *title, const char *why, gboolean is_pack)
{
  const KistRefusal *refusal;

  g_assert_cmpuint (kist_library_get_n_refusals (library), ==, 1);
  refusal = kist_library_get_refusal (library, 0);
  g_test_message ("%s: %s: %s", refusal->file, refusal->title, refusal->reason);
  g_assert_true (g_str_has_suffix (refusal->file, file));
  g_assert_cmpstr (refusal->title, ==, title);
  g_assert_nonnull (strstr (refusal->reason, why));
  g_assert_cmpint (refusal->is_pack, ==, is_pack);
}

static void
test_loads_a_pack_with_all_its_parts (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistLibrary) library = load (pack, NULL);
  KistFramework *framework = NULL;
  KistThing     *thing = kist_library_lookup_thing (library, "core/media");

  g_assert_cmpuint (kist_library_get_n_refusals (library), ==, 0);
  g_assert_cmpuint (kist_library_get_n_packs (library), ==, 1);
  g_assert_cmpstr (kist_manifest_get_id (kist_library_get_pack (library, 0)), ==, "core");
  g_assert_cmpuint (kist_library_get_n_things (library), ==, 2);
  g_assert_true (kist_library_get_thing (library, 0) == thing);
  g_assert_cmpuint (
      kist_scenario_get_n_passages (kist_library_lookup_scenario (library, thing, step_of (thing, "request"))), ==, 3);
  g_assert_cmpuint (kist_quiz_get_n_questions (kist_library_lookup_quiz (library, thing, step_of (thing, "passwords"))),
                    ==, 2);
  g_assert_cmpuint (kist_scale_get_n_items (kist_library_lookup_scale (library, thing, step_of (thing, "rate"))), ==,
                    2);
  g_assert_null (kist_library_lookup_scale (library, thing, step_of (thing, "passwords")));
  g_assert_cmpuint (kist_library_get_n_badges (library), ==, 1);
  g_assert_true (kist_library_lookup_badge (library, "thing-05") == kist_library_get_badge (library, 0));
  g_assert_cmpuint (kist_library_get_n_frameworks (library), ==, 1);
  g_assert_cmpuint (kist_library_get_n_templates (library), ==, 1);
  g_assert_cmpstr (kist_template_get_title (kist_library_get_template (library, 0)), ==, "Two headings");
  g_assert_cmpstr (kist_library_lookup_code (library, "workers-2024/2.8", &framework)->title, ==, "Boundaries");
  g_assert_true (framework == kist_library_get_framework (library, 0));
}

static void
test_unknown_names_are_found_nowhere (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistLibrary) library = load (pack, NULL);
  KistFramework *framework = NULL;
  const char    *codes[] = { "workers-2024/9.9", "workers/2.8", "workers-2024", "", "/", "workers-2024/" };

  for (unsigned i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_null (kist_library_lookup_code (library, codes[i], &framework));
      g_assert_null (framework);
    }
  g_assert_null (kist_library_lookup_code (library, NULL, NULL));
  g_assert_null (kist_library_lookup_thing (library, "core/nothing"));
  g_assert_null (kist_library_lookup_thing (library, NULL));
  g_assert_null (kist_library_lookup_badge (library, "nothing"));
  g_assert_null (kist_library_lookup_badge (library, NULL));
}

static void
test_a_renamed_thing_is_found_under_its_old_name (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistLibrary) library = load (pack, NULL);

  g_assert_true (kist_library_lookup_thing (library, "core/old-media") ==
                 kist_library_lookup_thing (library, "core/media"));
}

static void
test_a_folder_of_packs_is_read_in_the_order_of_names (void)
{
  g_autofree char *b = pack_fixture_make ("packs/b", "one");
  g_autofree char *a = pack_fixture_make ("packs/a", "two");
  g_autofree char *folder = g_path_get_dirname (a);
  g_autofree char *no_pack = g_build_filename (folder, "no-pack", NULL);
  g_autoptr (KistLibrary) library = NULL;

  g_assert_cmpint (g_mkdir_with_parents (no_pack, 0700), ==, 0);
  library = load (folder, NULL);
  g_assert_cmpuint (kist_library_get_n_packs (library), ==, 2);
  g_assert_cmpstr (kist_manifest_get_id (kist_library_get_pack (library, 0)), ==, "two");
  g_assert_cmpstr (kist_thing_get_key (kist_library_get_thing (library, 0)), ==, "two/media");
  g_assert_cmpstr (kist_thing_get_key (kist_library_get_thing (library, 2)), ==, "one/media");
}

static void
test_a_missing_folder_is_said (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistLibrary) library = load ("/nowhere/at-all", pack);

  assert_refusal (library, "/nowhere/at-all", "at-all", "does not exist", TRUE);
  g_assert_cmpuint (kist_library_get_n_packs (library), ==, 1);
}

static void
test_of_two_packs_with_one_id_the_first_counts (void)
{
  g_autofree char *first = pack_fixture_make ("first", "core");
  g_autofree char *second = pack_fixture_make ("second", "core");
  g_autoptr (KistLibrary) library = NULL;

  pack_fixture_edit (second, "pack.md", "The pack core", "The other");
  library = load (first, second);
  assert_refusal (library, "/second", "The other", "“core”", TRUE);
  g_assert_cmpuint (kist_library_get_n_things (library), ==, 2);
}

static void
test_of_two_badges_with_one_id_the_first_counts (void)
{
  g_autofree char *first = pack_fixture_make ("first", "one");
  g_autofree char *second = pack_fixture_make ("second", "two");
  g_autoptr (KistLibrary) library = NULL;

  pack_fixture_remove (second, "frameworks/workers-2024.matrix");
  pack_fixture_remove (second, "templates/two.md");
  library = load (first, second);
  assert_refusal (library, "second/badges/thing-05.yaml", "thing-05", "“thing-05”", FALSE);
  g_assert_cmpuint (kist_library_get_n_badges (library), ==, 1);
  g_assert_cmpuint (kist_library_get_n_things (library), ==, 4);
}

static void
test_a_broken_pack_is_refused_by_its_title (void)
{
  g_autofree char *broken = pack_fixture_make ("broken", "bad");
  g_autofree char *good = pack_fixture_make ("good", "core");
  g_autoptr (KistLibrary) library = NULL;

  pack_fixture_edit (broken, "pack.md", "id: bad\n", "");
  library = load (broken, good);
  assert_refusal (library, "/broken", "The pack bad", "pack.md", TRUE);
  g_assert_cmpuint (kist_library_get_n_things (library), ==, 2);
}

static void
test_a_broken_thing_hides_no_other (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistLibrary) library = NULL;

  pack_fixture_edit (pack, "things/05-media.md", "## Read: What counts", "## Dance: What counts");
  library = load (pack, NULL);
  assert_refusal (library, "pack/things/05-media.md", "Social media", "line 13", FALSE);
  g_assert_null (kist_library_lookup_thing (library, "core/media"));
  g_assert_nonnull (kist_library_lookup_thing (library, "core/second"));
}

static void
test_of_two_things_with_one_id_the_first_counts (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistLibrary) library = NULL;

  pack_fixture_edit (pack, "things/06-second.md", "id: second", "id: media");
  library = load (pack, NULL);
  assert_refusal (library, "pack/things/06-second.md", "A second Thing", "“media”", FALSE);
  g_assert_cmpstr (kist_thing_get_title (kist_library_lookup_thing (library, "core/media")), ==, "Social media");
}

static void
test_a_thing_keeps_the_step_whose_part_is_broken (void)
{
  static const struct
  {
    const char *file;
    const char *name;
    const char *text;
  } cases[] = {
    { "scenarios/request.twee", "request.twee", ":: Start\n[[Leave->Nowhere]]\n" },
    { "quizzes/passwords.gift", "passwords.gift", "::reuse::One for all? {\n" },
    { "scales/learner.yaml", "learner.yaml", "items: [\n" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pack = pack_fixture_make ("pack", "core");
      g_autoptr (KistLibrary) library = NULL;
      KistThing *thing;

      pack_fixture_write (pack, cases[i].file, cases[i].text);
      library = load (pack, NULL);
      thing = kist_library_lookup_thing (library, "core/media");
      assert_refusal (library, cases[i].file, cases[i].name, cases[i].file, FALSE);
      g_assert_cmpuint (kist_thing_get_n_steps (thing), ==, 7);
      g_assert_true ((kist_library_lookup_scenario (library, thing, step_of (thing, "request")) == NULL) == (i == 0));
      g_assert_true ((kist_library_lookup_quiz (library, thing, step_of (thing, "passwords")) == NULL) == (i == 1));
      g_assert_true ((kist_library_lookup_scale (library, thing, step_of (thing, "rate")) == NULL) == (i == 2));
    }
}

static void
test_a_part_that_is_not_there_is_said_at_its_step (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autoptr (KistLibrary) library = NULL;
  KistThing *thing;

  pack_fixture_remove (pack, "scenarios/request.twee");
  library = load (pack, NULL);
  thing = kist_library_lookup_thing (library, "core/media");
  assert_refusal (library, "things/05-media.md", "A request", "line 24: The file scenarios/request.twee", FALSE);
  g_assert_null (kist_library_lookup_scenario (library, thing, step_of (thing, "request")));
}

static void
test_a_link_out_of_the_pack_is_not_followed (void)
{
  g_autofree char *outside = pack_fixture_make ("outside", "other");
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autofree char *quiz = g_build_filename (pack, "quizzes/passwords.gift", NULL);
  g_autofree char *elsewhere = g_build_filename (outside, "quizzes/passwords.gift", NULL);
  g_autofree char *media = g_build_filename (pack, "media", "all", NULL);
  g_autoptr (KistLibrary) library = NULL;
  g_autofree char *through = NULL;
  KistThing       *thing;

  pack_fixture_remove (pack, "quizzes/passwords.gift");
  g_assert_cmpint (symlink (elsewhere, quiz), ==, 0);
  g_assert_cmpint (symlink ("/", media), ==, 0);
  library = load (pack, NULL);
  thing = kist_library_lookup_thing (library, "core/media");
  through = kist_library_dup_path (library, thing, "../media/all/etc/passwd");
  g_assert_null (kist_library_lookup_quiz (library, thing, step_of (thing, "passwords")));
  g_assert_null (through);
  g_assert_cmpuint (kist_library_get_n_refusals (library), ==, 1);
}

static void
test_a_target_is_a_file_of_the_pack_or_nothing (void)
{
  const char      *bad[] = { "../../secret.txt",
                             "/etc/passwd",
                             "../media/../../secret.txt",
                             "..",
                             "https://example.org",
                             "file:///etc/passwd",
                             "../media/..%2f..%2fsecret.txt",
                             "../media/none.png",
                             "../media",
                             "",
                             "#heading",
                             "..\\media\\map.png",
                             "../media/map.png%00" };
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  g_autofree char *secret = g_build_filename (g_get_user_data_dir (), "secret.txt", NULL);
  g_autofree char *expected = g_build_filename (pack, "media/map.png", NULL);
  g_autoptr (KistLibrary) library = NULL;
  g_autofree char *path = NULL;
  g_autofree char *roundabout = NULL;
  KistThing       *thing;

  g_assert_true (g_file_set_contents (secret, "secret", -1, NULL));
  library = load (pack, NULL);
  thing = kist_library_lookup_thing (library, "core/media");
  path = kist_library_dup_path (library, thing, "../media/map.png");
  roundabout = kist_library_dup_path (library, thing, "./../things/.././media//m%61p.png#north");
  g_assert_cmpstr (path, ==, expected);
  g_assert_cmpstr (roundabout, ==, expected);
  for (unsigned i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *refused = kist_library_dup_path (library, thing, bad[i]);

      g_test_message ("%s", bad[i]);
      g_assert_null (refused);
    }
}

static void
test_a_pack_over_the_caps_is_refused_whole (void)
{
  g_autofree char *many = pack_fixture_make ("many", "many");
  g_autofree char *large = pack_fixture_make ("large", "large");
  g_autofree char *video = g_build_filename (large, "media", "film.webm", NULL);
  g_autoptr (KistLibrary) first = NULL;
  g_autoptr (KistLibrary) second = NULL;

  for (unsigned i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("media/%u", i);

      pack_fixture_write (many, name, "");
    }
  first = load (many, NULL);
  assert_refusal (first, "/many", "many", "5000 files", TRUE);

  pack_fixture_write (large, "media/film.webm", "");
  g_assert_cmpint (truncate (video, 201 * 1024 * 1024), ==, 0); /* takes no room on the disk */
  second = load (large, NULL);
  assert_refusal (second, "/large", "large", "200 MiB", TRUE);
  g_assert_cmpuint (kist_library_get_n_things (second), ==, 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **out = data;

  *out = g_object_ref (result);
}

static void
test_loads_on_a_worker_and_can_be_cancelled (void)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  const char      *folders[] = { pack, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (KistLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  kist_library_load_async (folders, NULL, loaded_cb, &loaded);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);
  library = kist_library_load_finish (loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kist_library_get_n_things (library), ==, 2);

  g_cancellable_cancel (cancellable);
  kist_library_load_async (folders, cancellable, loaded_cb, &cancelled);
  while (!cancelled)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kist_library_load_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/loads-a-pack-with-all-its-parts", test_loads_a_pack_with_all_its_parts);
  g_test_add_func ("/library/unknown-names-are-found-nowhere", test_unknown_names_are_found_nowhere);
  g_test_add_func ("/library/a-renamed-thing-is-found-under-its-old-name",
                   test_a_renamed_thing_is_found_under_its_old_name);
  g_test_add_func ("/library/a-folder-of-packs-is-read-in-the-order-of-names",
                   test_a_folder_of_packs_is_read_in_the_order_of_names);
  g_test_add_func ("/library/a-missing-folder-is-said", test_a_missing_folder_is_said);
  g_test_add_func ("/library/of-two-packs-with-one-id-the-first-counts",
                   test_of_two_packs_with_one_id_the_first_counts);
  g_test_add_func ("/library/of-two-badges-with-one-id-the-first-counts",
                   test_of_two_badges_with_one_id_the_first_counts);
  g_test_add_func ("/library/a-broken-pack-is-refused-by-its-title", test_a_broken_pack_is_refused_by_its_title);
  g_test_add_func ("/library/a-broken-thing-hides-no-other", test_a_broken_thing_hides_no_other);
  g_test_add_func ("/library/of-two-things-with-one-id-the-first-counts",
                   test_of_two_things_with_one_id_the_first_counts);
  g_test_add_func ("/library/a-thing-keeps-the-step-whose-part-is-broken",
                   test_a_thing_keeps_the_step_whose_part_is_broken);
  g_test_add_func ("/library/a-part-that-is-not-there-is-said-at-its-step",
                   test_a_part_that_is_not_there_is_said_at_its_step);
  g_test_add_func ("/library/a-link-out-of-the-pack-is-not-followed", test_a_link_out_of_the_pack_is_not_followed);
  g_test_add_func ("/library/a-target-is-a-file-of-the-pack-or-nothing",
                   test_a_target_is_a_file_of_the_pack_or_nothing);
  g_test_add_func ("/library/a-pack-over-the-caps-is-refused-whole", test_a_pack_over_the_caps_is_refused_whole);
  g_test_add_func ("/library/loads-on-a-worker-and-can-be-cancelled", test_loads_on_a_worker_and_can_be_cancelled);
  return g_test_run ();
}
