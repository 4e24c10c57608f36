/* Templates: what data/packs/README.md says of them, and what they put behind a draft. */
#include "content/kist-template.h"

#include <string.h>

#define FRONT "---\nid: what-so-what\ntitle: What?\nsummary: Two questions.\nlicence: CC-BY-4.0\n---\n"

static KistTemplate *
parse (const char *text)
{
  g_autoptr (KistReport) report = kist_report_new ();
  KistTemplate *template = kist_template_parse (text, "a.md", report);

  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
  g_assert_nonnull (template);
  return template;
}

static KistTemplate *
parse_two (void)
{
  return parse (FRONT "## What *happened*?\n\n- Who was there?\n- What did they **want**?\n\n## So what?\n\n1. Why?\n");
}

static void
test_reads_headings_and_their_prompts (void)
{
  g_autoptr (KistTemplate) template = parse_two ();
  const KistTemplatePart *first = kist_template_get_part (template, 0);

  g_assert_cmpstr (kist_template_get_id (template), ==, "what-so-what");
  g_assert_cmpstr (kist_template_get_title (template), ==, "What?");
  g_assert_cmpstr (kist_template_get_summary (template), ==, "Two questions.");
  g_assert_cmpuint (kist_template_get_n_parts (template), ==, 2);
  g_assert_cmpstr (first->heading, ==, "What happened?");
  g_assert_cmpuint (g_strv_length (first->prompts), ==, 2);
  g_assert_cmpstr (first->prompts[1], ==, "What did they want?");
  g_assert_cmpstr (kist_template_get_part (template, 1)->prompts[0], ==, "Why?");
}

static void
test_puts_the_headings_behind_a_draft (void)
{
  static const struct
  {
    const char *draft, *added;
  } cases[] = {
    { "", "## What happened?\n\n\n\n## So what?\n\n" },
    { "Words", "\n\n## What happened?\n\n\n\n## So what?\n\n" },
    { "Words\n", "\n## What happened?\n\n\n\n## So what?\n\n" },
    { "Words\n\n", "## What happened?\n\n\n\n## So what?\n\n" },
    { "## So what?\n\nIt hurt.\n", "\n## What happened?\n\n" },
    { "## So what? Or not\n", "\n## What happened?\n\n\n\n## So what?\n\n" },
    { "Not ## So what?\n\n", "## What happened?\n\n\n\n## So what?\n\n" },
  };
  g_autoptr (KistTemplate) template = parse_two ();

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *added = kist_template_dup_headings (template, cases[i].draft);
      g_autofree char *whole = g_strconcat (cases[i].draft, added, NULL);
      g_autofree char *again = kist_template_dup_headings (template, whole);

      g_assert_cmpstr (added, ==, cases[i].added);
      g_assert_cmpstr (again, ==, "");
    }
}

static void
test_what_is_wrong_is_said_with_its_line (void)
{
  static const struct
  {
    const char *text;
    unsigned    line;
    const char *words;
  } cases[] = {
    { "## So what?\n\n- Why?\n", 1, "front matter" },
    { "---\ntitle: T\nsummary: S\n---\n## A\n\n- B\n", 2, "no “id”" },
    { "---\nid: a\nsummary: S\n---\n## A\n\n- B\n", 2, "no “title”" },
    { "---\nid: a\ntitle: T\n---\n## A\n\n- B\n", 2, "no “summary”" },
    { FRONT "", 0, "no heading" },
    { FRONT "### A\n\n- B\n", 7, "second level" },
    { FRONT "## A\n\nWords.\n\n- B\n", 9, "headings and lists" },
    { FRONT "- B\n\n## A\n\n- C\n", 7, "below a heading" },
    { FRONT "## A\n\n- B\n\n1. C\n", 11, "below a heading" },
    { FRONT "## A\n", 0, "“A” has no prompt" },
    { FRONT "## A\n\n- B\n-\n", 10, "empty" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KistReport) report = kist_report_new ();
      gboolean is_said = FALSE;

      g_assert_null (kist_template_parse (cases[i].text, "a.md", report));
      for (unsigned k = 0; k < kist_report_get_n_findings (report); k++)
        {
          const KistFinding *finding = kist_report_get_finding (report, k);

          g_test_message ("%u: line %u: %s", i, finding->line, finding->message);
          is_said = is_said || (finding->line == cases[i].line && strstr (finding->message, cases[i].words));
        }
      g_assert_true (is_said);
    }
}

static void
test_there_are_caps (void)
{
  g_autoptr (GString) many = g_string_new (FRONT);
  g_autoptr (KistReport) report = kist_report_new ();

  for (unsigned i = 0; i <= KIST_TEMPLATE_MAX_PARTS; i++)
    g_string_append_printf (many, "## Heading %u\n\n- Prompt\n\n", i);
  g_assert_null (kist_template_parse (many->str, "a.md", report));
  g_assert_cmpuint (kist_report_count (report, KIST_SEVERITY_ERROR), ==, 2); /* and its list has no heading */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/reads-headings-and-their-prompts", test_reads_headings_and_their_prompts);
  g_test_add_func ("/template/puts-the-headings-behind-a-draft", test_puts_the_headings_behind_a_draft);
  g_test_add_func ("/template/what-is-wrong-is-said-with-its-line", test_what_is_wrong_is_said_with_its_line);
  g_test_add_func ("/template/there-are-caps", test_there_are_caps);
  return g_test_run ();
}
