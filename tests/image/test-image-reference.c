#include "image/kist-image-reference.h"

#define ID "abcdefghijklmnopabcdefghijklmnop"
#define OTHER "ponmlkjihgfedcbaponmlkjihgfedcba"

static void
test_only_a_whole_id_is_one (void)
{
  g_assert_cmpstr (kist_image_reference_get_id ("kist:image/" ID), ==, ID);
  g_assert_null (kist_image_reference_get_id ("kist:image/" ID "a"));
  g_assert_null (kist_image_reference_get_id ("kist:image/abcd"));
  g_assert_null (kist_image_reference_get_id ("kist:image/ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP"));
  g_assert_null (kist_image_reference_get_id ("kist:image/" ID "/.."));
  g_assert_null (kist_image_reference_get_id ("kist:image/0bcdefghijklmnopabcdefghijklmnop"));
  g_assert_null (kist_image_reference_get_id ("https://example.org/kist:image/" ID));
  g_assert_null (kist_image_reference_get_id (NULL));
}

static void
test_each_is_found_once (void)
{
  g_autoptr (GPtrArray) ids = kist_image_reference_find ("![a](kist:image/" ID ") and ![b](kist:image/" OTHER
                                                         "),\n![a](kist:image/" ID ") kist:image/no kist:image/");

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, ID);
  g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, OTHER);
}

static void
test_words_survive_the_way_through_markdown (void)
{
  g_autofree char *markdown = kist_image_reference_to_markdown (ID, "A *red* door, 2_3 [left]\nand `more` \\o/");
  g_autofree char *alt = NULL;
  g_autofree char *id = kist_image_reference_find_in_line (markdown, &alt);

  g_assert_cmpstr (markdown, ==, "![A \\*red\\* door, 2\\_3 (left) and \\`more\\` \\\\o/](kist:image/" ID ")");
  g_assert_cmpstr (id, ==, ID);
  g_assert_cmpstr (alt, ==, "A *red* door, 2_3 (left) and `more` \\o/");
}

static void
test_a_line_has_a_picture_or_none (void)
{
  g_autofree char *none_alt = NULL;
  g_autofree char *bare_alt = NULL;
  g_autofree char *none = kist_image_reference_find_in_line ("![A door](door.png)", &none_alt);
  g_autofree char *bare = kist_image_reference_find_in_line (ID " kist:image/" ID, &bare_alt);

  g_assert_null (none);
  g_assert_null (none_alt);
  g_assert_cmpstr (bare, ==, ID);
  g_assert_cmpstr (bare_alt, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image-reference/only-a-whole-id-is-one", test_only_a_whole_id_is_one);
  g_test_add_func ("/image-reference/each-is-found-once", test_each_is_found_once);
  g_test_add_func ("/image-reference/words-survive-the-way-through-markdown",
                   test_words_survive_the_way_through_markdown);
  g_test_add_func ("/image-reference/a-line-has-a-picture-or-none", test_a_line_has_a_picture_or_none);
  return g_test_run ();
}
