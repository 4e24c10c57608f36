/* PDF, as programs that know nothing of Kist read it: poppler's pdfinfo and pdftotext. What a tagged document is made
 * of is in ISO 32000-1, 14.8. */
#define _GNU_SOURCE /* memmem () */
#include "publish-fixture.h"

#include <string.h>

#define EVERYTHING                                                                                                     \
  "# Head\n\n## Deeper\n\nSome **strong *both*** [words](https://example.org/?a'b)\\\nnext.\n\n3. three\n4. four\n"    \
  "   - in\n\n- [x] done\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nif x\n    y\n```\n\n---\n"

static GBytes *
make (const KistPublication *publication)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = kist_publish (kist_publish_find_format ("pdf"), publication, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  return g_bytes_ref (((KistZipEntry *)g_ptr_array_index (files, 0))->bytes);
}

/* Returns (transfer full): what the program says of the document, and nothing bad; @arguments come before the file. */
static char *
ask (const KistPublication *publication, const char *program, const char *argument, const char *behind)
{
  g_autoptr (GBytes) bytes = make (publication);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "asked.pdf", NULL);
  const char      *command[] = { program, argument, path, behind, NULL };
  g_autofree char *complaint = NULL;
  char            *said = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, &complaint, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (complaint, ==, "");
  return said;
}

static void
assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in\n%s", part, text);
}

static void
test_it_says_what_it_is (void)
{
  g_autoptr (KistPublication) single = fixture_of ("Mine & yours", "Words.");
  g_autoptr (KistPublication) several = fixture_new ();
  g_autofree char *said = ask (single, "pdfinfo", "-isodates", NULL);
  g_autofree char *of_several = ask (several, "pdfinfo", "-isodates", NULL);
  g_autoptr (GBytes) bytes = make (single);

  assert_has (said, "Title:           Mine & yours\n");
  assert_has (said, "Tagged:          yes\n");
  assert_has (said, "CreationDate:    2026-11-23T06:30:00Z\n");
  assert_has (said, "Pages:           1\n");
  assert_has (said, "(A4)");
  g_assert_null (strstr (said, "Author"));
  assert_has (of_several, "Title:           Journal\n");
  assert_has (of_several, "Pages:           3\n");
  g_assert_nonnull (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "/Lang (en-GB)", 13));
}

static void
test_every_block_is_what_it_means (void)
{
  g_autoptr (KistPublication) publication = fixture_of ("Mine", EVERYTHING);
  g_autofree char *said = ask (publication, "pdfinfo", "-struct-text", NULL);

  assert_has (said, "H1 (block)\n    \"Mine\"");
  assert_has (said, "H2 (block)\n    \"Head\"");
  assert_has (said, "H3 (block)\n    \"Deeper\"");
  assert_has (said, "Link (inline)\n      Object");
  assert_has (said, "      \"words\"");
  assert_has (said,
              "L (block)\n    LI (block)\n      Lbl (block)\n        \"3.\"\n      LBody (block)\n        P (block)\n"
              "          \"three\"");
  assert_has (said, "          \"four\"\n        L (block)\n          LI (block)\n            Lbl (block)\n"
                    "              \"•\"");
  assert_has (said, "\"☑\"");
  assert_has (said, "BlockQuote\n    P (block)\n      \"said\"");
  assert_has (said, "Table (block)\n    TR\n      TH\n        \"a\"");
  assert_has (said, "      TD\n        \"2\"");
  /* The number of the page is none of the text. */
  g_assert_true (g_str_has_suffix (said, "\"if x     y\"\n"));
}

static void
test_a_link_leads_where_it_did (void)
{
  g_autoptr (KistPublication) publication = fixture_of ("Mine", EVERYTHING);
  g_autoptr (KistPublication) hostile = fixture_of (HOSTILE_TITLE, HOSTILE_BODY);
  g_autofree char *said = ask (publication, "pdfinfo", "-url", NULL);
  g_autofree char *of_hostile = ask (hostile, "pdfinfo", "-url", NULL);

  assert_has (said, "https://example.org/?a%27b\n");
  g_assert_null (strstr (of_hostile, "javascript"));
  g_assert_null (strstr (of_hostile, "Annotation"));
}

/* Returns (transfer full): paragraphs of @n_words numbered words each. */
static char *
create_words (unsigned n_paragraphs, unsigned n_words)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < n_paragraphs; i++)
    {
      for (unsigned j = 0; j < n_words; j++)
        g_string_append_printf (text, "w%ux%u ", i, j);
      g_string_append (text, "\n\n");
    }
  return g_string_free_and_steal (text);
}

static void
test_the_words_come_in_their_order_over_many_pages (void)
{
  g_autofree char *body = create_words (20, 150);
  g_autoptr (KistPublication) publication = fixture_of ("first fine flow", body);
  g_autofree char *said = ask (publication, "pdftotext", "-layout", "-");
  g_autofree char *structure = ask (publication, "pdfinfo", "-struct-text", NULL);
  g_auto (GStrv) pages = g_strsplit (said, "\f", -1);
  const char *place = said;

  assert_has (said, "first fine flow"); /* and no letters in one */
  g_assert_cmpuint (g_strv_length (pages), >, 3);
  for (unsigned i = 0; i < 20; i++)
    for (unsigned j = 0; j < 150; j++)
      {
        g_autofree char *word = g_strdup_printf ("w%ux%u", i, j);

        place = strstr (place, word);
        g_assert_nonnull (place);
      }
  /* Where a line ends words stay apart. */
  g_assert_false (g_regex_match_simple ("w\\d+x\\d+w", structure, 0, 0));
}

/* Every paragraph is of two lines or three: none of them can be parted. */
static void
test_no_line_stands_alone (void)
{
  g_autofree char *body = create_words (95, 24);
  g_autoptr (KistPublication) publication = fixture_of ("Mine", body);
  g_autofree char *said = ask (publication, "pdftotext", "-layout", "-");
  g_auto (GStrv) pages = g_strsplit (said, "\f", -1);

  g_assert_cmpuint (g_strv_length (pages), >, 4);
  for (unsigned i = 1; pages[i] && *pages[i]; i++)
    g_assert_true (g_regex_match_simple ("^\\s*w\\d+x0 ", pages[i], 0, 0));
}

static void
test_a_heading_ends_no_page (void)
{
  for (unsigned n = 26; n < 40; n++)
    {
      g_autofree char *lines = create_words (n, 5);
      g_autofree char *body = g_strconcat (lines, "## heading\n\nbelow it\n", NULL);
      g_autoptr (KistPublication) publication = fixture_of ("Mine", body);
      g_autofree char *said = ask (publication, "pdftotext", "-layout", "-");
      g_auto (GStrv) pages = g_strsplit (said, "\f", -1);

      for (unsigned i = 0; pages[i]; i++)
        g_assert_true ((strstr (pages[i], "heading") != NULL) == (strstr (pages[i], "below it") != NULL));
    }
}

static void
test_a_long_word_is_parted_and_stays_on_the_page (void)
{
  g_autofree char *word = g_strnfill (500, 'W');
  g_autoptr (KistPublication) publication = fixture_of ("Mine", word);
  g_autofree char *said = ask (publication, "pdfinfo", "-struct-text", NULL);
  g_autofree char *text = ask (publication, "pdftotext", "-raw", "-");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gsize longest = 0;

  for (unsigned i = 0; lines[i]; i++)
    longest = MAX (longest, strlen (lines[i]));
  g_assert_cmpuint (longest, >, 20);
  g_assert_cmpuint (longest, <, 100);
  assert_has (said, word); /* with no hyphen in it */
}

static void
test_the_same_entries_give_the_same_bytes (void)
{
  g_autoptr (KistPublication) publication = fixture_of ("Mine", EVERYTHING);
  g_autoptr (GBytes) first = make (publication);
  g_autoptr (GBytes) second = make (publication);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_it_can_be_stopped (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  KistPublishProgress progress = { NULL, 0 };
  g_autoptr (GPtrArray) files = kist_publish (kist_publish_find_format ("pdf"), publication, &progress, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (progress.n_done, ==, 3);
  progress.cancellable = cancellable;
  g_cancellable_cancel (cancellable);
  g_assert_null (kist_publish (kist_publish_find_format ("pdf"), publication, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/pdf/facts", test_it_says_what_it_is);
  g_test_add_func ("/publish/pdf/structure", test_every_block_is_what_it_means);
  g_test_add_func ("/publish/pdf/links", test_a_link_leads_where_it_did);
  g_test_add_func ("/publish/pdf/words", test_the_words_come_in_their_order_over_many_pages);
  g_test_add_func ("/publish/pdf/alone", test_no_line_stands_alone);
  g_test_add_func ("/publish/pdf/headings", test_a_heading_ends_no_page);
  g_test_add_func ("/publish/pdf/long-word", test_a_long_word_is_parted_and_stays_on_the_page);
  g_test_add_func ("/publish/pdf/same", test_the_same_entries_give_the_same_bytes);
  g_test_add_func ("/publish/pdf/stopped", test_it_can_be_stopped);
  return g_test_run ();
}
