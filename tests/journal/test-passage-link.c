#include "journal/kist-passage-link.h"
#include "journal/kist-word-count.h"
#include "journal/privacy/kist-privacy.h"

#include <string.h>

#define CODE "kist:code/workers-2024/2.8"
#define THING "kist:thing/core/email"

/* "words → address", one a line. */
static char *
describe (const char *markdown)
{
  g_autoptr (GPtrArray) links = kist_passage_links_of (markdown);
  GString *said = g_string_new (NULL);

  for (unsigned i = 0; i < links->len; i++)
    {
      const KistPassageLink *link = g_ptr_array_index (links, i);

      g_string_append_len (said, markdown + link->start, (gssize)(link->end - link->start));
      g_string_append_printf (said, " → %s\n", kist_reference_get_address (link->reference));
    }
  return g_string_free_and_steal (said);
}

static void
assert_links (const char *markdown, const char *expected)
{
  g_autofree char *said = describe (markdown);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_links_are_found_where_they_stand (void)
{
  assert_links ("I said [what I saw](" CODE ").\n\n> - *then [wrote](" THING ")*\n",
                "what I saw → " CODE "\nwrote → " THING "\n");
  assert_links ("[one](" CODE ")[two](" THING ")", "one → " CODE "\ntwo → " THING "\n");
  assert_links ("[a [b](" CODE ") c](" THING ")", "b → " CODE "\n");
  assert_links ("[as [it] was](" CODE ")", "as [it] was → " CODE "\n");
  assert_links ("\\[not [this](" CODE ")", "this → " CODE "\n");
}

static void
test_what_is_no_link_is_none (void)
{
  assert_links ("", "");
  assert_links ("](" CODE ")", "");
  assert_links ("\\[words](" CODE ")", "");
  assert_links ("[words\\](" CODE ")", "");
  assert_links ("![picture](" CODE ")", "");
  assert_links ("`[words](" CODE ")`", "");
  assert_links ("``a ` [words](" CODE ")``", "");
  assert_links ("```\n[words](" CODE ")\n```\n", "");
  assert_links ("[words](" CODE, "");
  assert_links ("[words](kist:code/)", "");
  assert_links ("[words](kist:image/abc)", "");
  assert_links ("[words\n](" CODE ")", "");
}

static void
test_words_become_a_link (void)
{
  g_autoptr (KistReference) code = kist_reference_parse (CODE);
  g_autofree char *link = kist_passage_link_dup_markdown ("what I *saw*", code);

  g_assert_cmpstr (link, ==, "[what I *saw*](" CODE ")");
  g_assert_cmpuint (kist_word_count (link), ==, 3);
  g_assert_null (kist_passage_link_dup_markdown ("", code));
  g_assert_null (kist_passage_link_dup_markdown (" \t", code));
  g_assert_null (kist_passage_link_dup_markdown ("two\nlines", code));
  g_assert_null (kist_passage_link_dup_markdown ("[there](x) already", code));
  g_assert_null (kist_passage_link_dup_markdown ("half of `code", code));
}

static void
test_mentions_are_of_entries_and_of_passages (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KistReference) code = kist_reference_parse (CODE);
  g_autoptr (KistEntry) bare = kist_entry_new ("a", NULL, NULL, "", "à [**what** I saw](" CODE ")", 1, 1);
  g_autoptr (KistEntry) other = kist_entry_new ("b", NULL, NULL, "", "[x](kist:code/workers-2024/2.80)", 1, 1);
  g_autoptr (GPtrArray) mentions = NULL;
  const KistMention *mention;

  g_ptr_array_add (links, g_object_ref (code));
  g_ptr_array_add (entries, kist_entry_new_with_marks (bare, NULL, links));
  g_ptr_array_add (entries, g_object_ref (other));
  mentions = kist_mentions_find (entries, code);
  g_assert_cmpuint (mentions->len, ==, 2);
  mention = g_ptr_array_index (mentions, 0);
  g_assert_cmpint (mention->place, ==, -1);
  g_assert_null (mention->words);
  mention = g_ptr_array_index (mentions, 1);
  g_assert_cmpstr (kist_entry_get_id (mention->entry), ==, "a");
  g_assert_cmpstr (mention->words, ==, "what I saw");
  g_assert_cmpint (mention->place, ==, 3);
  g_assert_cmpint (mention->length, ==, 14);
}

/* The id of a run may have the form of any number; it says nothing of anybody. */
static void
test_an_address_is_no_confidence (void)
{
  static const char text[] =
      "[As I said](kist:run/core/media/request/0131-496-0123) to [her](" CODE "), ring 0131 496 0123.";
  g_autoptr (GArray) findings = kist_privacy_check (text, NULL);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (g_array_index (findings, KistPrivacyFinding, 0).start, ==, strstr (text, "0131 ") - text);
}

/* However it is written, it ends soon: the test's own time limit says when it does not. */
static void
test_long_lines_are_read_in_their_length (void)
{
  static const char *const pieces[] = { "[", "](kist:", "`", "``", "[a](kist:code/a/", "\\" };

  for (unsigned i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 1000 * 1000)
        g_string_append (text, pieces[i]);
      assert_links (text->str, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/passage-link/found", test_links_are_found_where_they_stand);
  g_test_add_func ("/passage-link/none", test_what_is_no_link_is_none);
  g_test_add_func ("/passage-link/words", test_words_become_a_link);
  g_test_add_func ("/passage-link/mentions", test_mentions_are_of_entries_and_of_passages);
  g_test_add_func ("/passage-link/privacy", test_an_address_is_no_confidence);
  g_test_add_func ("/passage-link/long", test_long_lines_are_read_in_their_length);
  return g_test_run ();
}
