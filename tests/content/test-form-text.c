#include "content/kist-form-text.h"

#include <string.h>

#include "base/kist-error.h"
#include "content/kist-markdown.h"

typedef struct
{
  const char *markdown;
  const char *expected;
} Example;

static void
check (const Example *examples, gsize n_examples)
{
  for (gsize i = 0; i < n_examples; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = kist_form_text_new (NULL, examples[i].markdown, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, examples[i].expected);
    }
}

/* Rules 1 to 3 of kist-form-text.h. */
static void
test_blocks_stand_apart_by_one_empty_line (void)
{
  static const Example examples[] = {
    { "", "" },
    { " \n\n\t\n", "" },
    { "One", "One\n" },
    { "One\n\n\n\n\nTwo\n\n\n", "One\n\nTwo\n" },
    { "One\r\n\r\nTwo\rThree", "One\n\nTwo Three\n" },
    { "\xef\xbb\xbfOne", "One\n" },
    { "# One\nTwo\n## Three ##\n\nFour", "One\n\nTwo\n\nThree\n\nFour\n" },
    { "Two\nlines\n===\nText", "Two lines\n\nText\n" },
    { "Two\\\nlines\n---\n", "Two lines\n" },
    { "## Why *this* badge, [please](https://example.org)?", "Why this badge, please (https://example.org)?\n" },
    { "## Name {#name}\n\nText", "Name\n\nText\n" },
    { "##\n\nText", "Text\n" },
  };

  check (examples, G_N_ELEMENTS (examples));
}

static void
test_the_title_is_the_first_block (void)
{
  g_autofree char *both = kist_form_text_new ("  My *first*\n post ", "# One\nText", NULL);
  g_autofree char *blank = kist_form_text_new (" \n", "Text", NULL);
  g_autofree char *alone = kist_form_text_new ("My post", "***\n", NULL);

  g_assert_cmpstr (both, ==, "My *first* post\n\nOne\n\nText\n");
  g_assert_cmpstr (blank, ==, "Text\n");
  g_assert_cmpstr (alone, ==, "My post\n");
}

/* Rules 4 and 5. */
static void
test_paragraphs_are_lines_without_marks (void)
{
  static const Example examples[] = {
    { "A line\nthat goes   on\t here", "A line that goes on here\n" },
    { "A line  \nand another\\\nand a third", "A line\nand another\nand a third\n" },
    { "One\\\n\\\nTwo", "One\nTwo\n" },
    { "20\xc2\xa0miles&nbsp;\nnorth&#8232;east&#7;", "20 miles north east\n" },
    { "*a* _b_ **c** __d__ ***e*** ~~f~~ `g *h*`", "a b c d e f g *h*\n" },
    { "un*believ*able 2 \\* 3 &amp; a_b_c &eacute;", "unbelievable 2 * 3 & a_b_c \xc3\xa9\n" },
    { "The <b>bold</b> <!-- one -->", "The <b>bold</b> <!-- one -->\n" },
    { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7 tools", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7 tools\n" },
    { "1986\\. A year", "1986. A year\n" },
  };

  check (examples, G_N_ELEMENTS (examples));
}

static void
test_links_are_their_text_and_address (void)
{
  static const Example examples[] = {
    { "See [our policy](https://example.org/policy \"Title\").", "See our policy (https://example.org/policy).\n" },
    { "[a **b** `c`](https://example.org) d", "a b c (https://example.org) d\n" },
    { "[a](https://example.org/a)[b](https://example.org/b)", "a (https://example.org/a)b (https://example.org/b)\n" },
    { "[a ](https://example.org)b", "a (https://example.org) b\n" },
    { "As [they asked](kist:code/workers-2024/2.8) me.", "As they asked me.\n" },
    { "<https://example.org/a> https://example.org/b", "https://example.org/a https://example.org/b\n" },
    { "<me@example.org> [me@example.org](mailto:me@example.org)", "me@example.org me@example.org\n" },
    { "[Write](mailto:me@example.org)", "Write (me@example.org)\n" },
    { "[example.org](https://example.org) [example.org](ftp://example.org)",
      "example.org example.org (ftp://example.org)\n" },
    { "Text [one][1]\n\n[1]: https://example.org\n", "Text one (https://example.org)\n" },
    { "[a](<b c&#10;d>) [](https://example.org)", "a (b c d)\n" },
    { "[ ](https://example.org)", "(https://example.org)\n" },
    { "[a]()", "a\n" },
  };

  check (examples, G_N_ELEMENTS (examples));
}

/* Rule 6. */
static void
test_lists_keep_their_marks (void)
{
  static const Example examples[] = {
    { "Text\n\n* one\n* two\n\nText", "Text\n\n- one\n- two\n\nText\n" },
    { "- one\n\n- two", "- one\n- two\n" },
    { "9) one\n10) two\n    on", "9. one\n10. two on\n" },
    { "- one\\\n  on\n- two", "- one\n  on\n- two\n" },
    { "- one\n  - two\n    1. three\n- four", "- one\n  - two\n    1. three\n- four\n" },
    { "10. one\n    - two", "10. one\n    - two\n" },
    { "- [ ] open\n- [x] done\\\n  it is", "\xe2\x98\x90 open\n\xe2\x98\x91 done\n  it is\n" },
    { "1. [x] done\n   - so", "1. \xe2\x98\x91 done\n     - so\n" },
    { "- one\n\n  more\n- two\n  - three", "- one\n\n  more\n\n- two\n\n  - three\n" },
    { "- one\n\n  ***\n\n  ![words](a.png)\n- two", "- one\n- two\n" },
    { "- one\n\n  - two\n\n  - three", "- one\n  - two\n  - three\n" },
    { "-\n- one\n-\n- two", "- one\n- two\n" },
    { "1. one\n2.\n3. three", "1. one\n3. three\n" },
    { "- - one\n  - two", "- - one\n  - two\n" },
    { "-\n\nText", "Text\n" },
    { "Text\n\n-\n- -\n- one", "Text\n\n- one\n" },
  };

  check (examples, G_N_ELEMENTS (examples));
}

/* Rule 7. */
static void
test_quotations_have_quotation_marks (void)
{
  static const Example examples[] = {
    { "> Look after\n> the person.\n\nI did.", "\xe2\x80\x9cLook after the person.\xe2\x80\x9d\n\nI did.\n" },
    { "> One\n>\n> Two\n>\n> \xe2\x80\x94 My manager",
      "\xe2\x80\x9cOne\xe2\x80\x9d\n\n\xe2\x80\x9cTwo\xe2\x80\x9d\n\n\xe2\x80\x94 My manager\n" },
    { "> \"One\" she said\n\n> \xe2\x80\x98Two\xe2\x80\x99", "\"One\" she said\n\n\xe2\x80\x98Two\xe2\x80\x99\n" },
    { "> ## One\n> - two\n>\n> > three", "One\n\n- two\n\n\xe2\x80\x9cthree\xe2\x80\x9d\n" },
    { "- > one", "- \xe2\x80\x9cone\xe2\x80\x9d\n" },
    { ">\n\nText", "Text\n" },
  };

  check (examples, G_N_ELEMENTS (examples));
}

/* Rules 8 to 10. */
static void
test_code_tables_and_what_is_left_out (void)
{
  static const Example examples[] = {
    { "```text\n\n  a  \n\n\n \n  b\tc \n\n```\nText", "  a\n\n  b\tc\n\nText\n" },
    { "    a\n    b", "a\nb\n" },
    { "- one\n\n      a\n        b", "- one\n\n  a\n    b\n" },
    { "```\na \x7f\n\x7f\nb\n```\n", "a\n\nb\n" },
    { "```\n```\n\nText", "Text\n" },
    { "| Day | What |\n|---|:-:|\n| *Mon* | a \\| b |\n|  | c |\n| d | |\n| | |\n\nText",
      "Day\tWhat\nMon\ta | b\n\tc\nd\n\nText\n" },
    { "One\n\n***\n\nTwo\n\n---\n", "One\n\nTwo\n" },
    { "One ![words](a.png) two", "One two\n" },
    { "One\n\n![words](a.png)\n\nTwo", "One\n\nTwo\n" },
    { "[1]: https://example.org\n\nOne", "One\n" },
  };

  check (examples, G_N_ELEMENTS (examples));
}

/* A draft for a badge, whole: the text that a person pastes. */
static void
test_a_whole_draft (void)
{
  static const char draft[] =
      "Registration number: 1234567\n\n"
      "## What you looked at\n\n"
      "I read the [guidance](https://example.org/guidance) and *our own* policy.\n"
      "It says:\n\n> Think before you post.\n\n"
      "## What you will do\n\n1. Talk to **my manager**\n2. Change:\n   - my photo\n   - my name\n";
  static const char expected[] = "My boundaries online\n\n"
                                 "Registration number: 1234567\n\n"
                                 "What you looked at\n\n"
                                 "I read the guidance (https://example.org/guidance) and our own policy. It says:\n\n"
                                 "\xe2\x80\x9cThink before you post.\xe2\x80\x9d\n\n"
                                 "What you will do\n\n"
                                 "1. Talk to my manager\n2. Change:\n   - my photo\n   - my name\n";
  g_autofree char  *text = kist_form_text_new ("My boundaries online", draft, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_what_cannot_be_read_is_said (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GError) invalid = NULL, large = NULL;

  g_assert_null (kist_form_text_new (NULL, "One\n\xff", &invalid));
  g_assert_error (invalid, KIST_ERROR, KIST_ERROR_INVALID);
  g_assert_nonnull (strstr (invalid->message, "Line 2"));
  for (unsigned i = 0; i <= KIST_MARKDOWN_MAX_DEPTH; i++)
    g_string_append (deep, "> ");
  g_assert_null (kist_form_text_new (NULL, deep->str, &large));
  g_assert_error (large, KIST_ERROR, KIST_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-text/blocks", test_blocks_stand_apart_by_one_empty_line);
  g_test_add_func ("/form-text/title", test_the_title_is_the_first_block);
  g_test_add_func ("/form-text/paragraphs", test_paragraphs_are_lines_without_marks);
  g_test_add_func ("/form-text/links", test_links_are_their_text_and_address);
  g_test_add_func ("/form-text/lists", test_lists_keep_their_marks);
  g_test_add_func ("/form-text/quotations", test_quotations_have_quotation_marks);
  g_test_add_func ("/form-text/code-tables-left-out", test_code_tables_and_what_is_left_out);
  g_test_add_func ("/form-text/whole-draft", test_a_whole_draft);
  g_test_add_func ("/form-text/errors", test_what_cannot_be_read_is_said);
  return g_test_run ();
}
