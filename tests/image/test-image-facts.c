/* What a picture's file tells is found, whichever way it is said; gexiv2 wrote it, so that the reader is held against
 * another program's idea of the formats. */
#include "image-fixture.h"
#include "image/kist-image-facts.h"

static void
test_everything_is_found (gconstpointer data)
{
  const char *type = data;
  g_autoptr (GBytes) bytes = image_fixture_new_telling (type);
  g_autoptr (KistImageFacts) facts = kist_image_facts_read (bytes);

  g_assert_cmpstr (facts->texts[KIST_IMAGE_FACT_PLACE], ==, "55.9533, -3.1883");
  g_assert_true (g_str_has_prefix (facts->texts[KIST_IMAGE_FACT_TIME], "2026:11:22 09:30:00"));
  g_assert_nonnull (strstr (facts->texts[KIST_IMAGE_FACT_PERSON], IMAGE_FIXTURE_MARKER "-artist"));
  g_assert_nonnull (strstr (facts->texts[KIST_IMAGE_FACT_PERSON], IMAGE_FIXTURE_MARKER "-creator"));
  g_assert_nonnull (strstr (facts->texts[KIST_IMAGE_FACT_WORDS], IMAGE_FIXTURE_MARKER "-description"));
  g_assert_nonnull (strstr (facts->texts[KIST_IMAGE_FACT_DEVICE], IMAGE_FIXTURE_MARKER "-model"));
  g_assert_nonnull (strstr (facts->texts[KIST_IMAGE_FACT_DEVICE], IMAGE_FIXTURE_MARKER "-serial"));
  g_assert_nonnull (facts->texts[KIST_IMAGE_FACT_PREVIEW]);
}

/* exiv2 passes over the chunk in which programs for screenshots keep a title. */
static void
test_a_text_of_a_png_is_found (void)
{
  g_autoptr (GBytes) bytes = image_fixture_new_telling ("png");
  g_autoptr (KistImageFacts) facts = kist_image_facts_read (bytes);

  g_assert_nonnull (strstr (facts->texts[KIST_IMAGE_FACT_WORDS], "Title: " IMAGE_FIXTURE_MARKER "-text"));
}

static void
test_a_plain_picture_tells_nothing (gconstpointer data)
{
  g_autoptr (GBytes) bytes = image_fixture_new (10, 10, data);
  g_autoptr (KistImageFacts) facts = kist_image_facts_read (bytes);

  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    g_assert_null (facts->texts[i]);
}

static void
test_what_is_no_picture_tells_nothing (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Exif.GPSInfo.GPSLatitude", 24);
  g_autoptr (KistImageFacts) first = kist_image_facts_read (nothing);
  g_autoptr (KistImageFacts) second = kist_image_facts_read (text);

  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    {
      g_assert_null (first->texts[i]);
      g_assert_null (second->texts[i]);
    }
}

static void
test_every_kind_has_its_words (void)
{
  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    {
      g_assert_true (g_str_has_prefix (kist_image_fact_get_id (i), "picture-"));
      g_assert_true (g_str_has_suffix (kist_image_fact_get_why (i), "."));
      g_assert_nonnull (kist_image_fact_get_certainty (i));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/image-facts/everything-is-found/jpeg", "jpeg", test_everything_is_found);
  g_test_add_data_func ("/image-facts/everything-is-found/png", "png", test_everything_is_found);
  g_test_add_func ("/image-facts/a-text-of-a-png-is-found", test_a_text_of_a_png_is_found);
  g_test_add_data_func ("/image-facts/a-plain-picture-tells-nothing/jpeg", "jpeg", test_a_plain_picture_tells_nothing);
  g_test_add_data_func ("/image-facts/a-plain-picture-tells-nothing/png", "png", test_a_plain_picture_tells_nothing);
  g_test_add_func ("/image-facts/what-is-no-picture-tells-nothing", test_what_is_no_picture_tells_nothing);
  g_test_add_func ("/image-facts/every-kind-has-its-words", test_every_kind_has_its_words);
  return g_test_run ();
}
