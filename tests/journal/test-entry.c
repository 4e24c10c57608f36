#include "journal/kist-entry.h"

static char *
excerpt_of (const char *body, unsigned max_characters)
{
  g_autoptr (KistEntry) entry = kist_entry_new ("e", NULL, NULL, "", body, 1, 2);

  return kist_entry_dup_excerpt (entry, max_characters);
}

static void
test_holds_what_it_was_made_of (void)
{
  g_autoptr (KistEntry) entry = kist_entry_new ("e1", "core/email", "thing-12", "My post", "Two words", 10, 20);
  g_autoptr (KistEntry) bare = kist_entry_new ("e2", NULL, NULL, "", "", 10, 10);

  g_assert_cmpstr (kist_entry_get_id (entry), ==, "e1");
  g_assert_cmpstr (kist_entry_get_thing (entry), ==, "core/email");
  g_assert_cmpstr (kist_entry_get_badge (entry), ==, "thing-12");
  g_assert_cmpstr (kist_entry_get_title (entry), ==, "My post");
  g_assert_cmpstr (kist_entry_get_body (entry), ==, "Two words");
  g_assert_cmpint (kist_entry_get_created (entry), ==, 10);
  g_assert_cmpint (kist_entry_get_updated (entry), ==, 20);
  g_assert_cmpuint (kist_entry_get_words (entry), ==, 2);
  g_assert_null (kist_entry_get_thing (bare));
  g_assert_null (kist_entry_get_badge (bare));
  g_assert_cmpuint (kist_entry_get_words (bare), ==, 0);
}

static void
test_a_change_keeps_what_it_is_for (void)
{
  g_autoptr (KistEntry) before = kist_entry_new ("e1", "core/email", "thing-12", "Old", "old", 10, 20);
  g_autoptr (KistEntry) after = kist_entry_new_with_text (before, "New", "new text here", 30);

  g_assert_cmpstr (kist_entry_get_id (after), ==, "e1");
  g_assert_cmpstr (kist_entry_get_thing (after), ==, "core/email");
  g_assert_cmpstr (kist_entry_get_badge (after), ==, "thing-12");
  g_assert_cmpstr (kist_entry_get_title (after), ==, "New");
  g_assert_cmpuint (kist_entry_get_words (after), ==, 3);
  g_assert_cmpint (kist_entry_get_created (after), ==, 10);
  g_assert_cmpint (kist_entry_get_updated (after), ==, 30);
  g_assert_cmpstr (kist_entry_get_body (before), ==, "old");
}

static void
test_an_excerpt_is_one_line_without_marks (void)
{
  static const struct
  {
    const char *body;
    const char *excerpt;
  } cases[] = {
    { "", "" },
    { "# Heading\n\n- **bold** [link](a.md)\n", "Heading bold link" },
    { "1. first\n2. snake_case * 2", "first snake_case * 2" },
    { "> said\n\n```c\nx\n```", "said x" },
    { "![picture](a.png)\ntext &amp; more", "text & more" },
    { "about ~5 \\*stars\\*", "about ~5 *stars*" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *excerpt = excerpt_of (cases[i].body, 100);

      g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
    }
}

static void
test_an_excerpt_is_cut_between_words (void)
{
  g_autofree char *exact = excerpt_of ("one two", 7);
  g_autofree char *between = excerpt_of ("one two", 6);
  g_autofree char *behind = excerpt_of ("one two three", 7);
  g_autofree char *first = excerpt_of ("één-woord", 3);
  g_autofree char *blank = excerpt_of ("one   \n\n", 3);

  g_assert_cmpstr (exact, ==, "one two");
  g_assert_cmpstr (between, ==, "one…");
  g_assert_cmpstr (behind, ==, "one two…");
  g_assert_cmpstr (first, ==, "één…");
  g_assert_cmpstr (blank, ==, "one");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/entry/holds-what-it-was-made-of", test_holds_what_it_was_made_of);
  g_test_add_func ("/entry/a-change-keeps-what-it-is-for", test_a_change_keeps_what_it_is_for);
  g_test_add_func ("/entry/an-excerpt-is-one-line-without-marks", test_an_excerpt_is_one_line_without_marks);
  g_test_add_func ("/entry/an-excerpt-is-cut-between-words", test_an_excerpt_is_cut_between_words);
  return g_test_run ();
}
