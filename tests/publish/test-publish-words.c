/* Markdown and plain text: what is written for people and for programs that read front matter. */
#include "publish-fixture.h"

#include <string.h>

#include "content/kist-front-matter.h"

static KistYaml *
read_front_matter (const char *file, const char **body)
{
  g_autoptr (KistReport) report = kist_report_new ();
  unsigned  line;
  KistYaml *yaml = kist_front_matter_parse (file, "a.md", report, body, &line);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_nonnull (yaml);
  return yaml;
}

static void
test_front_matter_says_what_an_entry_is (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  g_autofree char *file = fixture_make ("md", publication, 1);
  const char      *body;
  g_autoptr (KistYaml) yaml = read_front_matter (file, &body);
  const KistYaml *tags = kist_yaml_lookup (yaml, "tags");

  g_assert_cmpstr (kist_yaml_lookup_text (yaml, "title"), ==, "Social media");
  g_assert_cmpstr (kist_yaml_lookup_text (yaml, "date"), ==, "2026-11-22T06:30:00+00:00");
  g_assert_cmpstr (kist_yaml_lookup_text (yaml, "thing"), ==, "Social media 1");
  g_assert_cmpstr (kist_yaml_lookup_text (yaml, "badge"), ==, "thing-05");
  g_assert_cmpstr (kist_yaml_lookup_text (yaml, "kist-id"), ==, "id-2");
  g_assert_cmpuint (kist_yaml_get_length (tags), ==, 2);
  g_assert_cmpstr (kist_yaml_get_text (kist_yaml_get_item (tags, 1)), ==, "team & me");
  g_assert_nonnull (strstr (body, "Two words\n"));
}

static void
test_a_plain_entry_has_no_empty_keys (void)
{
  g_autoptr (KistPublication) publication = fixture_of ("A", "b");
  g_autofree char *file = fixture_make ("md", publication, 0);

  g_assert_cmpstr (file, ==,
                   "---\ntitle: \"A\"\ndate: 2026-11-22T06:30:00+00:00\nupdated: 2026-11-23T06:30:00+00:00\n"
                   "kist-id: \"id-1\"\n---\nb\n");
}

/* Words that YAML 1.1 takes for something else than text. */
static void
test_any_title_stays_a_text (void)
{
  static const char *const titles[] = { "yes", "null",  "12:30:45",   "1e3",      "- a",     "a: b # c",
                                        "[x]", "\"q\"", "'q'\\n",     "%x",       "*alias",  "line\nend",
                                        "---", "é ☃ 𝄞", "\x01",       "  space ", "!!int 3", "&a",
                                        "{",   "@",     HOSTILE_TITLE };

  for (unsigned i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (KistPublication) publication = fixture_of (titles[i], "b");
      g_autofree char *file = fixture_make ("md", publication, 0);
      const char      *body;
      g_autoptr (KistYaml) yaml = read_front_matter (file, &body);
      g_autofree char *quoted = g_strdup_printf ("\ntitle: \"");

      g_assert_cmpstr (kist_yaml_lookup_text (yaml, "title"), ==, titles[i]);
      g_assert_nonnull (strstr (file, quoted));
    }
}

static void
test_a_body_is_as_it_was_written (void)
{
  g_autoptr (KistPublication) publication = fixture_of ("A", HOSTILE_BODY);
  g_autofree char *file = fixture_make ("md", publication, 0);

  g_assert_true (g_str_has_suffix (file, "\n---\n" HOSTILE_BODY));
}

static void
test_dates_are_those_of_the_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-7 * 3600);
  g_autoptr (KistPublication) publication = kist_publication_new ("Journal", zone);
  g_autoptr (KistEntry) entry = kist_entry_new ("i", NULL, NULL, "A", "b", FIXTURE_TIME, FIXTURE_TIME);
  g_autofree char *date = kist_publication_dup_date (publication, FIXTURE_TIME);
  g_autofree char *time = kist_publication_dup_time (publication, FIXTURE_TIME);

  kist_publication_add_entry (publication, entry, NULL, NULL);
  g_assert_cmpstr (date, ==, "21 November 2026");
  g_assert_cmpstr (time, ==, "2026-11-21T23:30:00-07:00");
  g_assert_cmpstr (kist_publication_get_entry (publication, 0)->file, ==, "2026-11-21-a");
}

static void
test_file_names_are_plain_and_never_the_same (void)
{
  static const char *const titles[] = { "Email", "e mail!", "EMAIL", "", "雪", "../../etc/passwd", "Email" };
  static const char *const files[] = { "2026-11-22-email",  "2026-11-22-e-mail",  "2026-11-22-email-2",
                                       "2026-11-22-entry",  "2026-11-22-entry-2", "2026-11-22-etc-passwd",
                                       "2026-11-22-email-3" };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (KistPublication) publication = kist_publication_new ("Journal", zone);
  g_autofree char *text = NULL;

  for (unsigned i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (KistEntry) entry = kist_entry_new ("i", NULL, NULL, titles[i], "b", FIXTURE_TIME, FIXTURE_TIME);

      kist_publication_add_entry (publication, entry, NULL, NULL);
      g_assert_cmpstr (kist_publication_get_entry (publication, i)->file, ==, files[i]);
    }
  text = fixture_make ("txt", publication, 3);
  g_assert_true (g_str_has_prefix (text, "Untitled\n"));
}

/* They would take minutes if each looked for a name from the beginning. */
static void
test_a_file_name_is_found_at_once (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (KistPublication) publication = kist_publication_new ("Journal", zone);
  g_autoptr (KistEntry) entry = kist_entry_new ("i", NULL, NULL, "", "b", FIXTURE_TIME, FIXTURE_TIME);

  for (unsigned i = 0; i < 30000; i++)
    kist_publication_add_entry (publication, entry, NULL, NULL);
  g_assert_cmpstr (kist_publication_get_entry (publication, 29999)->file, ==, "2026-11-22-entry-30000");
}

/* How a body becomes plain text is tested in tests/content. */
static void
test_plain_text_says_what_it_is_first (void)
{
  g_autoptr (KistPublication) plain = fixture_of ("A", "# Head\n\nSome **words**.\n\n- one\n");
  g_autoptr (KistPublication) publication = fixture_new ();
  g_autofree char *text = fixture_make ("txt", plain, 0);
  g_autofree char *evidence = fixture_make ("txt", publication, 1);

  g_assert_cmpstr (text, ==, "A\n22 November 2026\n\nHead\n\nSome words.\n\n- one\n");
  g_assert_cmpstr (evidence, ==,
                   "Social media\n22 November 2026\nSocial media 1\nBadge: thing-05\n"
                   "Tags: boundaries, team & me\n\nTwo words\n");
}

/* More blocks than a document may have. */
static void
test_a_huge_entry_is_still_taken_out (void)
{
  static const char *const formats[] = { "txt", "html", "wxr", "md", "json" };
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (KistPublication) publication = NULL;

  for (unsigned i = 0; i < 25000; i++)
    g_string_append_printf (body, "Word %u.\n\n", i);
  publication = fixture_of ("A", body->str);
  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *file = fixture_make (formats[i], publication, 0);

      g_assert_nonnull (strstr (file, "Word 24999."));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/words/front-matter", test_front_matter_says_what_an_entry_is);
  g_test_add_func ("/publish/words/no-empty-keys", test_a_plain_entry_has_no_empty_keys);
  g_test_add_func ("/publish/words/any-title", test_any_title_stays_a_text);
  g_test_add_func ("/publish/words/body", test_a_body_is_as_it_was_written);
  g_test_add_func ("/publish/words/zone", test_dates_are_those_of_the_zone);
  g_test_add_func ("/publish/words/file-names", test_file_names_are_plain_and_never_the_same);
  g_test_add_func ("/publish/words/many-file-names", test_a_file_name_is_found_at_once);
  g_test_add_func ("/publish/words/plain-text", test_plain_text_says_what_it_is_first);
  g_test_add_func ("/publish/words/huge", test_a_huge_entry_is_still_taken_out);
  return g_test_run ();
}
