#include "journal/kist-tag.h"

#include <string.h>

static void
assert_clean (const char *text, const char *expected)
{
  g_autofree char *tag = kist_tag_dup_clean (text);

  g_assert_cmpstr (tag, ==, expected);
}

static void
test_a_tag_is_tidied (void)
{
  assert_clean ("supervision", "supervision");
  assert_clean ("  Two \t words\n", "Two words");
  assert_clean ("cafe\xcc\x81", "caf\xc3\xa9"); /* composed */
  assert_clean ("a\x01"
                "b",
                "a b");
  assert_clean ("", NULL);
  assert_clean (" \n ", NULL);
  assert_clean ("\xff", NULL);
}

static void
test_a_tag_has_an_end (void)
{
  g_autofree char *longest = g_strnfill (KIST_TAG_MAX_CHARACTERS, 'a');
  g_autofree char *longer = g_strnfill (KIST_TAG_MAX_CHARACTERS + 1, 'a');
  g_autoptr (GString) composed = g_string_new (NULL);
  g_autofree char *tag = NULL;

  for (unsigned i = 0; i < KIST_TAG_MAX_CHARACTERS; i++)
    g_string_append (composed, "e\xcc\x81"); /* as many once they are composed */
  assert_clean (longest, longest);
  assert_clean (longer, NULL);
  tag = kist_tag_dup_clean (composed->str);
  g_assert_nonnull (tag);
}

static void
test_tags_are_sorted_and_told_apart_without_case (void)
{
  static const char *const texts[] = { "team", "Supervision", "SUPERVISION", "  team", "boundaries", "", NULL };
  unsigned                 n_left_out;
  g_auto (GStrv) tags = kist_tags_normalise (texts, &n_left_out);
  g_autofree char *said = g_strjoinv ("|", tags);

  g_assert_cmpstr (said, ==, "boundaries|Supervision|team");
  g_assert_cmpuint (n_left_out, ==, 1);
}

static void
test_there_are_only_so_many (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_auto (GStrv) tags = NULL;
  unsigned n_left_out;

  for (unsigned i = 0; i < KIST_TAG_MAX + 3; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%02u", i));
  texts = g_strv_builder_end (builder);
  tags = kist_tags_normalise ((const char *const *)texts, &n_left_out);
  g_assert_cmpuint (g_strv_length (tags), ==, KIST_TAG_MAX);
  g_assert_cmpuint (n_left_out, ==, 3);
  g_assert_null (kist_tags_with ((const char *const *)tags, "one more"));
}

static void
test_one_is_added_and_taken_away (void)
{
  static const char *const tags[] = { "a", "C", NULL };
  g_auto (GStrv) more = kist_tags_with (tags, " b ");
  g_auto (GStrv) fewer = kist_tags_without (tags, "C");
  g_autofree char *said = g_strjoinv ("|", more);

  g_assert_cmpstr (said, ==, "a|b|C");
  g_assert_null (kist_tags_with (tags, "c"));
  g_assert_null (kist_tags_with (tags, " "));
  g_assert_cmpuint (g_strv_length (fewer), ==, 1);
  g_assert_cmpstr (fewer[0], ==, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/tag/a-tag-is-tidied", test_a_tag_is_tidied);
  g_test_add_func ("/tag/a-tag-has-an-end", test_a_tag_has_an_end);
  g_test_add_func ("/tag/sorted", test_tags_are_sorted_and_told_apart_without_case);
  g_test_add_func ("/tag/only-so-many", test_there_are_only_so_many);
  g_test_add_func ("/tag/added-and-taken-away", test_one_is_added_and_taken_away);
  return g_test_run ();
}
