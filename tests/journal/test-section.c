#include "journal/kist-section.h"

#include <string.h>

static void
assert_section (GPtrArray *sections, unsigned index, unsigned level, const char *heading, unsigned words)
{
  const KistSection *section;

  g_assert_cmpuint (index, <, sections->len);
  section = g_ptr_array_index (sections, index);
  g_assert_cmpstr (section->heading, ==, heading);
  g_assert_cmpuint (section->level, ==, level);
  g_assert_cmpuint (section->words, ==, words);
}

static void
test_cuts_a_draft_at_its_headings (void)
{
  const char *draft = "Before it all.\n\n## What I did ##\nTwo words\n### Deeper\n\n#\nlast\n";
  g_autoptr (GPtrArray) sections = kist_sections_of (draft);
  const KistSection *second;

  g_assert_cmpuint (sections->len, ==, 4);
  assert_section (sections, 0, 0, "", 3);
  assert_section (sections, 1, 2, "What I did", 2);
  assert_section (sections, 2, 3, "Deeper", 0);
  assert_section (sections, 3, 1, "", 1);
  second = g_ptr_array_index (sections, 1);
  g_assert_cmpuint (second->length, ==, strlen ("Two words\n"));
  g_assert_true (g_str_has_prefix (draft + second->offset, "Two words\n###"));
}

static void
test_a_blank_draft_has_no_sections (void)
{
  g_autoptr (GPtrArray) empty = kist_sections_of ("");
  g_autoptr (GPtrArray) blank = kist_sections_of (" \n\t\n");
  g_autoptr (GPtrArray) heading = kist_sections_of ("\n# One");

  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
  g_assert_cmpuint (heading->len, ==, 1);
  assert_section (heading, 0, 1, "One", 0);
}

static void
test_only_headings_cut (void)
{
  const char *no_headings[] = {
    "#hashtag", "####### seven", "    # indented code", "```\n# a comment\n```", "~~~\n```\n# still inside\n~~~",
    "a # b",    "Title\n=====",  "> # quoted",
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (no_headings); i++)
    {
      g_autoptr (GPtrArray) sections = kist_sections_of (no_headings[i]);

      g_test_message ("%s", no_headings[i]);
      g_assert_cmpuint (sections->len, ==, 1);
      g_assert_cmpuint (((KistSection *)g_ptr_array_index (sections, 0))->level, ==, 0);
    }
}

static void
test_a_heading_loses_its_marks_and_no_more (void)
{
  static const struct
  {
    const char *line;
    const char *heading;
  } cases[] = {
    { "# One", "One" }, { "   ###### Six   ", "Six" }, { "## C#", "C#" }, { "## C # ##  ", "C #" }, { "#\tTab", "Tab" },
    { "## ##", "" },    { "# a #b", "a #b" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) sections = kist_sections_of (cases[i].line);

      g_assert_cmpuint (sections->len, ==, 1);
      g_assert_cmpstr (((KistSection *)g_ptr_array_index (sections, 0))->heading, ==, cases[i].heading);
    }
}

static void
test_sections_cover_the_draft_without_gaps (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  const char alphabet[] = "a # \n\n#`~>-";

  for (unsigned i = 0; i < 5000; i++)
    {
      char  draft[40] = { 0 };
      gsize behind = 0;
      g_autoptr (GPtrArray) sections = NULL;

      for (unsigned k = 0; k + 1 < sizeof draft; k++)
        draft[k] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      sections = kist_sections_of (draft);
      for (unsigned k = 0; k < sections->len; k++)
        {
          const KistSection *section = g_ptr_array_index (sections, k);

          g_assert_cmpuint (section->offset, >=, behind);
          behind = section->offset + section->length;
        }
      g_assert_true (sections->len == 0 || behind == strlen (draft));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/section/cuts-a-draft-at-its-headings", test_cuts_a_draft_at_its_headings);
  g_test_add_func ("/section/a-blank-draft-has-no-sections", test_a_blank_draft_has_no_sections);
  g_test_add_func ("/section/only-headings-cut", test_only_headings_cut);
  g_test_add_func ("/section/a-heading-loses-its-marks-and-no-more", test_a_heading_loses_its_marks_and_no_more);
  g_test_add_func ("/section/sections-cover-the-draft-without-gaps", test_sections_cover_the_draft_without_gaps);
  return g_test_run ();
}
