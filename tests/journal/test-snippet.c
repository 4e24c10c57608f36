#include "journal/kist-snippet.h"
#include "journal/kist-visible.h"

#include <string.h>

/* What is shown of @markdown from @from to @to, with the matches in brackets; @words are the matches, each the first of
 * its kind behind the one before. */
static char *
show (const char *markdown, gsize from, gsize to, const char *const *words)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (KistRange));
  g_autoptr (KistSnippet) snippet = NULL;
  KistRange   shown = { from, to };
  const char *next = markdown;
  GString    *text;

  for (; *words; words++)
    {
      const char *at = strstr (next, *words);
      KistRange   span = { at - markdown, at - markdown + strlen (*words) };

      next = at + strlen (*words);
      g_array_append_val (matches, span);
    }
  snippet = kist_snippet_new_from_markdown (markdown, &shown, matches);
  text = g_string_new (snippet->text);
  for (unsigned i = snippet->matches->len; i-- > 0;)
    {
      g_string_insert (text, g_array_index (snippet->matches, KistRange, i).end, "]");
      g_string_insert (text, g_array_index (snippet->matches, KistRange, i).start, "[");
    }
  return g_string_free_and_steal (text);
}

#define WORDS(...) ((const char *const[]){ __VA_ARGS__ __VA_OPT__ (, ) NULL })

static void
assert_shown (const char *markdown, const char *const *words, const char *expected)
{
  g_autofree char *text = show (markdown, 0, strlen (markdown), words);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_marks_are_left_out (void)
{
  assert_shown ("## A *great*\n\n1. day", WORDS ("great", "day"), "A [great] [day]");
  assert_shown ("[the day](https://day.example)", WORDS ("day", "day"), "the [day]");
  assert_shown ("R\\*D &amp; Über", WORDS ("D", "Über"), "R*[D] & [Über]");
  assert_shown ("", WORDS (), "");
  assert_shown ("don’t  \n go", WORDS ("don’t  \n go"), "[don’t go]");
  assert_shown ("one two", WORDS ("one", "two"), "[one] [two]");
  assert_shown ("onetwo", WORDS ("one", "two"), "[one][two]");
}

static void
test_what_is_left_out_is_marked (void)
{
  const char      *markdown = "Today *I asked* Morag.";
  g_autofree char *middle = show (markdown, 7, 14, WORDS ("asked"));
  g_autofree char *end = show (markdown, 9, strlen (markdown), WORDS ("asked"));
  g_autofree char *beginning = show (markdown, 0, 5, WORDS ("Today"));

  g_assert_cmpstr (middle, ==, "…I [asked]…");
  g_assert_cmpstr (end, ==, "…[asked] Morag.");
  g_assert_cmpstr (beginning, ==, "[Today]…");
}

/* A match or the piece may begin and end within a word. */
static void
test_a_part_of_a_word_can_be_meant (void)
{
  const char      *markdown = "Foreverything, *everyone*.";
  g_autofree char *text = show (markdown, 3, 20, WORDS ("every", "thing", "ever"));

  assert_shown (markdown, WORDS ("every"), "For[every]thing, everyone.");
  assert_shown (markdown, WORDS ("thing", "one"), "Forevery[thing], every[one].");
  assert_shown ("über", WORDS ("ü"), "[ü]ber");
  g_assert_cmpstr (text, ==, "…[every][thing], [ever]…");
}

/* A fence or a heading's mark is one also where the piece begins behind it. */
static void
test_what_came_before_counts (void)
{
  const char      *markdown = "```\n*a* b\n```\n";
  g_autofree char *text = show (markdown, 4, 9, WORDS ("b"));

  g_assert_cmpstr (text, ==, "…*a* [b]…");
}

static GString *
make_text (GRand *random)
{
  static const char *const parts[] = { "\n", "\n\n", "```\n", "~~~\n", "> ", "- ", "1. ", "2. ",    "# ", "word",
                                       " ",  "*",    "`",     "[",     "](", "a)", "![",  "[x]: y", "\\", "&amp;" };
  GString                 *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 40); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  return text;
}

/* Whatever the text: a walk by words sees the characters that one by characters does. */
static void
test_words_can_be_taken_at_once (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  unsigned n_words = 0;

  for (unsigned i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = make_text (random);
      KistVisible by_words, by_characters;
      gunichar    character;

      kist_visible_init (&by_words, text->str, text->len);
      kist_visible_init (&by_characters, text->str, text->len);
      do
        {
          gsize       length = 0;
          const char *word = kist_visible_next_word (&by_words, &length);

          n_words += word ? 1 : 0;
          for (gsize j = 0; j < length; j++)
            g_assert_cmpuint (kist_visible_next (&by_characters), ==, word[j]);
          character = kist_visible_next (&by_words);
          g_assert_cmpuint (kist_visible_next (&by_characters), ==, character);
          g_assert_true (by_words.next == by_characters.next);
        }
      while (character != 0);
    }
  g_assert_cmpuint (n_words, >, 5000);
}

/* Whatever the text: the same characters are seen as by a walk through all of it. */
static void
test_lines_can_be_passed_over (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (unsigned i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = make_text (random);
      KistVisible whole, part;
      const char *to;

      to = text->str + g_rand_int_range (random, 0, (gint32)text->len + 1);
      kist_visible_init (&whole, text->str, text->len);
      kist_visible_init (&part, text->str, text->len);
      kist_visible_skip_lines (&part, to);
      for (;;)
        {
          gunichar character = kist_visible_next (&whole);

          if (character != 0 && whole.next <= part.next && whole.next <= to)
            continue;
          g_assert_cmpuint (character, ==, kist_visible_next (&part));
          g_assert_true (character == 0 || whole.next == part.next);
          if (character == 0)
            break;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snippet/marks-are-left-out", test_marks_are_left_out);
  g_test_add_func ("/snippet/what-is-left-out-is-marked", test_what_is_left_out_is_marked);
  g_test_add_func ("/snippet/a-part-of-a-word-can-be-meant", test_a_part_of_a_word_can_be_meant);
  g_test_add_func ("/snippet/words-can-be-taken-at-once", test_words_can_be_taken_at_once);
  g_test_add_func ("/snippet/what-came-before-counts", test_what_came_before_counts);
  g_test_add_func ("/snippet/lines-can-be-passed-over", test_lines_can_be_passed_over);
  return g_test_run ();
}
