/* Kist's count of real prose beside a word processor's. The prose is that of the packs; Microsoft Word and the forms
 * that badges are applied for with count what stands between blanks, LibreOffice what stands between blanks and en and
 * em dashes. Neither counts Markdown's marks, so both are given the text that content/ makes of the Markdown, which
 * knows nothing of how Kist counts. */
#include <string.h>

#include "base/kist-text.h"
#include "content/kist-document.h"
#include "content/kist-markdown.h"
#include "journal/kist-word-count.h"

#define MOST_PERCENT 1
#define LEAST_WORDS 2000

static unsigned
count_between (const char *text, const char *gaps)
{
  unsigned n = 0;
  gboolean is_in_word = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      gboolean is_gap = g_unichar_isspace (character) || g_utf8_strchr (gaps, -1, character);

      n += !is_gap && !is_in_word;
      is_in_word = !is_gap;
    }
  return n;
}

/* What follows the front matter, without the permanent ids, which are authors' and not prose. */
static char *
read_prose (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KIST_PACK_PATH"), "digital-things", "things", name, NULL);
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, NULL);
  g_autoptr (GRegex) ids = g_regex_new ("\\{#[a-z0-9-]+\\}", 0, 0, NULL);
  const char *body;

  g_assert_nonnull (text);
  body = strstr (text, "\n---\n");
  g_assert_nonnull (body);
  return g_regex_replace_literal (ids, body + 5, -1, 0, "", 0, NULL);
}

static void
assert_close (const char *name, unsigned words, unsigned reference)
{
  g_test_message ("%s: %u, a word processor %u", name, words, reference);
  g_assert_cmpuint (reference, >, LEAST_WORDS);
  g_assert_cmpuint (100 * (MAX (words, reference) - MIN (words, reference)), <=, MOST_PERCENT * reference);
}

static void
test_the_prose_of_the_packs (void)
{
  const char *names[] = { "05-social-media-1.md", "14-email.md", "16-learning-digitally.md" };

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *prose = read_prose (names[i]);
      g_autoptr (KistDocument) document = kist_markdown_parse (prose, 1, NULL);
      g_autofree char *text = kist_document_to_text (document);

      assert_close (names[i], kist_word_count (prose), count_between (text, ""));
      assert_close (names[i], kist_word_count (prose), count_between (text, "–—"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-count-prose/packs", test_the_prose_of_the_packs);
  return g_test_run ();
}
