#include "journal/kist-word-count.h"

#include <string.h>

static const struct
{
  const char *markdown;
  unsigned    words;
} cases[] = {
  { "", 0 },
  { "   \n\n\t", 0 },
  { "One two  three\nfour", 4 },
  { "Don't rush a well-being check, it's 24/7.", 7 },
  { "It costs 3.5 times 1,000", 5 },
  { "Stop – think — act", 3 },
  { "wait—what", 2 },
  { "a & b + c ...", 3 },
  { "# A heading", 2 },
  { "## A heading ##", 2 },
  { "#hashtag is prose", 3 },
  { "- one\n* two\n+ three", 3 },
  { "1. one\n2. two\n10) ten", 3 },
  { "We met in\n2024. That was late.", 7 },
  { "- [ ] open\n- [x] done\n- [X]", 2 },
  { "> quoted words\n> > deeper", 3 },
  { "> 1. both", 1 },
  { "**bold** and _slanted_ and ~~gone~~ and *a*b", 7 },
  { "2 * 3 * snake_case", 3 },
  { "---\n***\n___", 0 },
  { "Title\n=====", 1 },
  { "[two words](https://example.org/a \"and a title\") more", 3 },
  { "[one](<a place with blanks.md>)", 1 },
  { "[one](a(b)c)d", 1 },
  { "see [this](a.md), [that](b.md)", 3 },
  { "brackets [stay](not closed", 3 },
  { "no link](here it is", 4 },
  { "![not seen at all](cat.png) seen", 1 },
  { "[![not seen](cat.png)](big.png)", 0 },
  { "[name]: https://example.org \"never shown\"", 0 },
  { "[name] is: shown", 3 },
  { "https://example.org/a/b?c=d", 1 },
  { "<https://example.org>", 1 },
  { "```python\nx = 1\n```\nafter", 3 },
  { "~~~\n```\nin side\n~~~\nout", 3 },
  { "````\n```\n1. still code\n````", 3 },
  { "```like this``` is code", 4 },
  { "- ```c\n  code\n  ```\nend", 2 },
  { "| a | b c |\n|---|:-:|\n| d | 5 |", 5 },
  { "a\\*b \\[not\\](a link)", 3 },
  { "this &amp; that&nbsp;too", 3 },
  { "Crème brûlée für Łódź", 4 },
  { "Дом и мир", 3 },
  { "a\xc2\xa0no-break", 2 },
  { "😀 !", 0 },
  { "<b>html stays</b>", 2 },
};

static void
test_counts_what_a_reader_sees (void)
{
  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].markdown);
      g_assert_cmpuint (kist_word_count (cases[i].markdown), ==, cases[i].words);
    }
}

static char *
make_paragraph (GRand *random)
{
  const char *words[] = { "care", "don’t", "follow-up", "2024,", "(really)", "“yes”", "Aoife’s", "it.", "a", "12th" };
  GString    *text = g_string_new ("Prose");

  for (int n = g_rand_int_range (random, 0, 60); n > 0; n--)
    {
      g_string_append_c (text, g_rand_int_range (random, 0, 9) ? ' ' : '\n');
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

/* A word processor's count of plain prose is the count of what stands between blanks. */
static void
test_counts_plain_prose_as_a_word_processor (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (unsigned i = 0; i < 200; i++)
    {
      g_autofree char *text = make_paragraph (random);
      g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

      g_assert_cmpuint (kist_word_count (text), ==, g_strv_length (words));
    }
}

static void
test_two_paragraphs_have_the_words_of_both (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (unsigned i = 0; i < 200; i++)
    {
      g_autofree char *a = make_paragraph (random);
      g_autofree char *b = make_paragraph (random);
      g_autofree char *both = g_strconcat (a, "\n\n", b, NULL);

      g_assert_cmpuint (kist_word_count (both), ==, kist_word_count (a) + kist_word_count (b));
    }
}

static void
test_any_part_of_a_text_can_be_counted (void)
{
  const char *text = "naïve – [a](b \"c\") ```\n1. é";
  char       *copy = NULL;

  for (gsize length = 0; length <= strlen (text); length++)
    {
      /* An exact copy without a NUL, so that a sanitiser sees a byte read too far. */
      copy = g_memdup2 (text, MAX (length, 1));
      g_assert_cmpuint (kist_word_count_length (copy, length), <=, 5);
      g_free (copy);
    }
  g_assert_cmpuint (kist_word_count_length ("one two three", 7), ==, 2);
}

/* Each pattern would make a scanner quadratic that looks for a closing mark again and again; it would take hours. */
static void
test_two_megabytes_of_anything_end (void)
{
  const char *patterns[] = { "word ", "](", "[a](", "[](<",  "[a](b \"", "[a](b '", "[a](b (", "![",   "\\", "*",
                             "> ",    "- ", "#",    "```x ", "1. ",      "|",       "&amp",    "[x]:", "_a", "(" };

  for (unsigned i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      GString *text = g_string_sized_new (2 << 20);

      while (text->len < 2 << 20)
        g_string_append (text, patterns[i]);
      kist_word_count_length (text->str, text->len);
      g_string_free (text, TRUE);
    }
}

static void
test_random_bytes_do_no_harm (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  const char alphabet[] = "a1 \n[](){}<>!\\*_~`#-+.|&;:\"'\t\xc3\xa9\xff\0";

  for (unsigned i = 0; i < 20000; i++)
    {
      gsize            length = g_rand_int_range (random, 1, 60);
      g_autofree char *text = g_malloc (length);

      for (gsize k = 0; k < length; k++)
        text[k] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      g_assert_cmpuint (kist_word_count_length (text, length), <=, length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/word-count/counts-what-a-reader-sees", test_counts_what_a_reader_sees);
  g_test_add_func ("/word-count/counts-plain-prose-as-a-word-processor", test_counts_plain_prose_as_a_word_processor);
  g_test_add_func ("/word-count/two-paragraphs-have-the-words-of-both", test_two_paragraphs_have_the_words_of_both);
  g_test_add_func ("/word-count/any-part-of-a-text-can-be-counted", test_any_part_of_a_text_can_be_counted);
  g_test_add_func ("/word-count/two-megabytes-of-anything-end", test_two_megabytes_of_anything_end);
  g_test_add_func ("/word-count/random-bytes-do-no-harm", test_random_bytes_do_no_harm);
  return g_test_run ();
}
