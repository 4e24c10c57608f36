#include "journal/kist-text-difference.h"

#include <string.h>

/* Writes the parts as a reader could see them: [-taken away-]{+added+}. */
static char *
show (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) parts = kist_text_difference_new (old_text, new_text);
  GString *shown = g_string_new (NULL);

  for (unsigned i = 0; i < parts->len; i++)
    {
      const KistTextPart      *part = &g_array_index (parts, KistTextPart, i);
      const char              *text = part->change == KIST_CHANGE_REMOVED ? old_text : new_text;
      static const char *const before[] = { "", "{+", "[-" }, *const after[] = { "", "+}", "-]" };

      g_string_append (shown, before[part->change]);
      g_string_append_len (shown, text + part->start, (gssize)part->length);
      g_string_append (shown, after[part->change]);
    }
  return g_string_free (shown, FALSE);
}

/* What @without is left out of, put together. */
static char *
apply (GArray *parts, KistChange without, const char *old_text, const char *new_text)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < parts->len; i++)
    {
      const KistTextPart *part = &g_array_index (parts, KistTextPart, i);

      g_assert_cmpuint (part->length, >, 0);
      if (part->change != without)
        g_string_append_len (text, (part->change == KIST_CHANGE_REMOVED ? old_text : new_text) + part->start,
                             (gssize)part->length);
    }
  return g_string_free (text, FALSE);
}

/* Applied forwards it gives the new text, and backwards the old one; no two parts of one kind follow each other. */
static void
assert_applies (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) parts = kist_text_difference_new (old_text, new_text);
  g_autofree char *as_new = apply (parts, KIST_CHANGE_REMOVED, old_text, new_text);
  g_autofree char *as_old = apply (parts, KIST_CHANGE_ADDED, old_text, new_text);

  g_assert_cmpstr (as_new, ==, new_text);
  g_assert_cmpstr (as_old, ==, old_text);
  for (unsigned i = 1; i < parts->len; i++)
    g_assert_cmpint (g_array_index (parts, KistTextPart, i).change, !=,
                     g_array_index (parts, KistTextPart, i - 1).change);
}

static void
test_words_are_compared (void)
{
  static const char *const cases[][3] = {
    { "", "", "" },
    { "same", "same", "same" },
    { "", "all new", "{+all new+}" },
    { "all gone", "", "[-all gone-]" },
    { "I went", "I went home", "I went{+ home+}" },
    { "I went home", "I went", "I went[- home-]" },
    { "I went home", "I ran home", "I [-went-]{+ran+} home" },
    { "I was very cross with him.", "I was short with him.", "I was [-very cross-]{+short+} with him." },
    { "one two six", "one three four six", "one [-two-]{+three four+} six" },
    { "# A\n\nfirst", "# A\n\nnew\n\nfirst", "# A\n\n{+new\n\n+}first" },
    { "naïve café", "naïve cafés", "naïve [-café-]{+cafés+}" },
    { "a\u00a0b", "a b", "a[-\u00a0-]{+ +}b" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i][0], cases[i][1]);

      g_assert_cmpstr (shown, ==, cases[i][2]);
      assert_applies (cases[i][0], cases[i][1]);
    }
}

/* Two words that were replaced are one change: the blank between them is no part that stayed. */
static void
test_neighbours_are_one_change (void)
{
  g_autofree char *shown = show ("he was angry today", "they felt tired today");
  g_autofree char *apart = show ("angry\ntoday", "tired\nnow");

  g_assert_cmpstr (shown, ==, "[-he was angry-]{+they felt tired+} today");
  g_assert_cmpstr (apart, ==, "[-angry-]{+tired+}\n[-today-]{+now+}");
}

/* The length of a longest common subsequence of two strings of bytes, as every textbook computes it. */
static unsigned
count_common (const char *a, const char *b)
{
  gsize                n = strlen (a), m = strlen (b);
  g_autofree unsigned *best = g_new0 (unsigned, (n + 1) * (m + 1));

  for (gsize i = 1; i <= n; i++)
    for (gsize j = 1; j <= m; j++)
      best[i * (m + 1) + j] = a[i - 1] == b[j - 1] ? best[(i - 1) * (m + 1) + j - 1] + 1
                                                   : MAX (best[(i - 1) * (m + 1) + j], best[i * (m + 1) + j - 1]);
  return best[n * (m + 1) + m];
}

/* Words of one letter on lines of their own: every byte is a piece, and no blank joins two changes. */
static char *
write_letters (GRand *rand, unsigned n_letters)
{
  GString *text = g_string_new (NULL);
  int      n = g_rand_int_range (rand, 0, 25);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%c\n", 'a' + g_rand_int_range (rand, 0, (int)n_letters));
  return g_string_free (text, FALSE);
}

static void
test_the_way_is_shortest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (unsigned round = 0; round < 4000; round++)
    {
      unsigned         n_letters = 1 + round % 5; /* few, so that each is found again in many places */
      g_autofree char *old_text = write_letters (rand, n_letters);
      g_autofree char *new_text = write_letters (rand, n_letters);
      g_autoptr (GArray) parts = kist_text_difference_new (old_text, new_text);
      gsize n_kept = 0;

      assert_applies (old_text, new_text);
      for (unsigned i = 0; i < parts->len; i++)
        if (g_array_index (parts, KistTextPart, i).change == KIST_CHANGE_NONE)
          n_kept += g_array_index (parts, KistTextPart, i).length;
      g_assert_cmpuint (n_kept, ==, count_common (old_text, new_text));
    }
}

static char *
write_words (GRand *rand, unsigned n, unsigned n_different)
{
  static const char *const gaps[] = { " ", " ", " ", "  ", "\n", "\n\n", "\t" };
  GString                 *text = g_string_new (NULL);

  for (unsigned i = 0; i < n; i++)
    g_string_append_printf (text, "w%d%s", g_rand_int_range (rand, 0, (int)n_different),
                            gaps[g_rand_int_range (rand, 0, G_N_ELEMENTS (gaps))]);
  return g_string_free (text, FALSE);
}

static void
test_any_two_texts_apply (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (unsigned round = 0; round < 500; round++)
    {
      g_autofree char *old_text = write_words (rand, round % 90, 1 + round % 40);
      g_autofree char *new_text = write_words (rand, (round * 7) % 90, 1 + round % 40);

      assert_applies (old_text, new_text);
    }
}

/* Nothing in common and too long for every word to be looked at: still an answer, by lines or as a whole. */
static void
test_texts_that_are_too_different (void)
{
  g_autoptr (GString) old_text = g_string_new ("first\n");
  g_autoptr (GString) new_text = g_string_new ("first\n");
  g_autoptr (GString) old_lines = g_string_new (NULL);
  g_autoptr (GString) new_lines = g_string_new (NULL);
  g_autoptr (GArray) by_line = NULL;
  g_autoptr (GArray) whole = NULL;

  for (unsigned i = 0; i < 30000; i++)
    {
      g_string_append_printf (old_text, "old%u.", i);
      g_string_append_printf (new_text, "new%u.", i);
      g_string_append (old_text, i % 200 == 199 ? "\nkept\n" : "\t\t" + i % 2);
      g_string_append (new_text, i % 200 == 199 ? "\nkept\n" : "\t\t" + i % 2);
      g_string_append_printf (old_lines, "old%u\nx%u\n", i, i % 3);
      g_string_append_printf (new_lines, "new%u\nx%u\n", i, i % 5);
    }
  by_line = kist_text_difference_new (old_text->str, new_text->str);
  g_assert_cmpint (g_array_index (by_line, KistTextPart, 0).change, ==, KIST_CHANGE_NONE);
  g_assert_cmpuint (by_line->len, >, 400);
  g_assert_cmpuint (by_line->len, <, 500);
  assert_applies (old_text->str, new_text->str);
  whole = kist_text_difference_new (old_lines->str, new_lines->str);
  g_assert_cmpuint (whole->len, ==, 2);
  assert_applies (old_lines->str, new_lines->str);
}

static void
test_words_are_counted (void)
{
  static const char old_text[] = "# A day\n\nI was very cross with him.";
  static const char new_text[] = "# A day\n\nI was short with him, and **sorry**.";
  g_autoptr (GArray) parts = kist_text_difference_new (old_text, new_text);

  g_assert_cmpuint (kist_text_difference_count_words (parts, KIST_CHANGE_REMOVED, old_text, new_text), ==, 3);
  g_assert_cmpuint (kist_text_difference_count_words (parts, KIST_CHANGE_ADDED, old_text, new_text), ==, 4);
  g_assert_cmpuint (kist_text_difference_count_words (parts, KIST_CHANGE_NONE, old_text, new_text), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/text-difference/words-are-compared", test_words_are_compared);
  g_test_add_func ("/text-difference/neighbours-are-one-change", test_neighbours_are_one_change);
  g_test_add_func ("/text-difference/the-way-is-shortest", test_the_way_is_shortest);
  g_test_add_func ("/text-difference/any-two-texts-apply", test_any_two_texts_apply);
  g_test_add_func ("/text-difference/texts-that-are-too-different", test_texts_that_are_too_different);
  g_test_add_func ("/text-difference/words-are-counted", test_words_are_counted);
  return g_test_run ();
}
