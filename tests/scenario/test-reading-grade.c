#include "scenario/kist-reading-grade.h"

/* A dictionary's syllables. */
static void
test_counts_syllables (void)
{
  static const struct
  {
    const char *word;
    unsigned    n;
  } cases[] = {
    { "a", 1 },         { "the", 1 },        { "name", 1 },    { "named", 1 },      { "names", 1 },
    { "wanted", 2 },    { "needed", 2 },     { "table", 2 },   { "people", 2 },     { "boxes", 2 },
    { "changes", 2 },   { "decision", 3 },   { "manager", 3 }, { "tell", 1 },       { "Boundary", 3 },
    { "colleague", 2 }, { "confidence", 3 }, { "12", 1 },      { "photograph", 3 }, { "", 1 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].word);
      g_assert_cmpuint (kist_reading_count_syllables (cases[i].word), ==, cases[i].n);
    }
}

static void
test_counts_words_and_sentences (void)
{
  static const struct
  {
    const char *text;
    unsigned    words;
    unsigned    sentences;
  } cases[] = {
    { "", 0, 0 },
    { "...", 0, 0 },
    { "Wait.", 1, 1 },
    { "She didn’t ask. You did!", 5, 2 },
    { "No end here", 3, 1 },
    { "A heading\n\nAnd a line", 5, 2 },
    { "He said: “Go.” She went...", 5, 2 },
    { "Ask someone, e.g. your manager.", 6, 1 },
    { "See [the page](https://example.org/a.b.c) now.", 4, 1 },
    { "Write to <mairi@example.org> today.", 3, 1 },
    { "It costs 3.50 today.", 5, 1 },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KistReading reading = kist_reading_count (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (reading.words, ==, cases[i].words);
      g_assert_cmpuint (reading.sentences, ==, cases[i].sentences);
    }
}

/* The sentence that readability tools are usually shown with: 13 words, 24 syllables, grade 11.3. */
static void
test_the_formula_of_1975 (void)
{
  KistReading hard =
      kist_reading_count ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
  KistReading easy = kist_reading_count ("The cat sat on the mat.");
  KistReading none = kist_reading_count ("—");

  g_assert_cmpuint (hard.words, ==, 13);
  g_assert_cmpuint (hard.syllables, ==, 24);
  g_assert_cmpfloat_with_epsilon (kist_reading_get_grade (&hard), 11.3, 0.05);
  g_assert_cmpfloat_with_epsilon (kist_reading_get_grade (&easy), -1.45, 0.005);
  g_assert_cmpfloat (kist_reading_get_grade (&none), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reading-grade/counts-syllables", test_counts_syllables);
  g_test_add_func ("/reading-grade/counts-words-and-sentences", test_counts_words_and_sentences);
  g_test_add_func ("/reading-grade/the-formula-of-1975", test_the_formula_of_1975);
  return g_test_run ();
}
