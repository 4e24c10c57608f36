#include "image/kist-image-alt.h"

static const struct
{
  const char  *alt;
  const char  *file;
  KistImageAlt verdict;
} cases[] = {
  { "The handover board with four empty rows", "IMG_2034.jpg", KIST_IMAGE_ALT_GOOD },
  { "", NULL, KIST_IMAGE_ALT_EMPTY },
  { " \t ", NULL, KIST_IMAGE_ALT_EMPTY },
  { "handover.jpg", NULL, KIST_IMAGE_ALT_FILE_NAME },
  { "Board.PNG", NULL, KIST_IMAGE_ALT_FILE_NAME },
  { "IMG_2034", NULL, KIST_IMAGE_ALT_FILE_NAME },
  { "DSC00012", NULL, KIST_IMAGE_ALT_FILE_NAME },
  { "Screenshot from 2026-11-22 10-15-30", NULL, KIST_IMAGE_ALT_FILE_NAME },
  { "board west wing", "Board west wing.jpeg", KIST_IMAGE_ALT_FILE_NAME },
  { "Photo", NULL, KIST_IMAGE_ALT_KIND },
  { "A picture.", NULL, KIST_IMAGE_ALT_KIND },
  { "Photo of a kettle", "kettle.jpg", KIST_IMAGE_ALT_GOOD },
  { "Image 3 of the rota, with the gaps in red", NULL, KIST_IMAGE_ALT_GOOD },
  { "Eilidh’s rota", NULL, KIST_IMAGE_ALT_GOOD },
};

static void
test_each_is_judged (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].alt);
      g_assert_cmpint (kist_image_alt_judge (cases[i].alt, cases[i].file), ==, cases[i].verdict);
    }
}

/* Characters count, not bytes. */
static void
test_a_long_one_is_told (void)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (unsigned i = 0; i < KIST_IMAGE_ALT_MAX; i++)
    g_string_append (words, "é");
  g_assert_cmpint (kist_image_alt_judge (words->str, NULL), ==, KIST_IMAGE_ALT_GOOD);
  g_string_append (words, "é");
  g_assert_cmpint (kist_image_alt_judge (words->str, NULL), ==, KIST_IMAGE_ALT_LONG);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image-alt/each-is-judged", test_each_is_judged);
  g_test_add_func ("/image-alt/a-long-one-is-told", test_a_long_one_is_told);
  return g_test_run ();
}
