/* What the authors' documentation shows must be true: its examples are read by the code they are written for. */
#include <string.h>

#include "base/kist-text.h"
#include "content/kist-framework.h"
#include "content/kist-manifest.h"
#include "content/kist-markdown.h"
#include "quiz/kist-quiz.h"
#include "content/kist-scale.h"
#include "content/kist-thing.h"

/* The first block of code in data/packs/README.md that has @mark in it. */
static char *
dup_example (const char *mark)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "packs", "README.md", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, &error);
  g_autoptr (KistDocument) document = NULL;
  const GPtrArray *blocks;

  g_assert_no_error (error);
  document = kist_markdown_parse (text, 1, &error);
  g_assert_no_error (error);
  blocks = kist_document_get_root (document)->children;
  for (unsigned i = 0; i < blocks->len; i++)
    {
      const KistBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *code = kist_block_to_text (block);

      if (block->kind == KIST_BLOCK_CODE && strstr (code, mark))
        return g_steal_pointer (&code);
    }
  g_assert_not_reached ();
}

static void
assert_no_findings (KistReport *report)
{
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *finding = kist_finding_to_string (kist_report_get_finding (report, i));

      g_test_message ("%s", finding);
    }
  g_assert_cmpuint (kist_report_get_n_findings (report), ==, 0);
}

static void
test_the_thing_has_a_step_of_every_kind (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *text = dup_example ("## Reflect:");
  g_autoptr (KistThing) thing = kist_thing_parse (text, "README.md", "my-pack", report);

  assert_no_findings (report);
  g_assert_cmpuint (kist_thing_get_n_steps (thing), ==, 8);
  for (unsigned i = 0; i < 8; i++)
    g_assert_cmpuint (kist_step_get_kind (kist_thing_get_step (thing, i)), ==, i);
}

static gboolean
has_kind (KistQuiz *quiz, KistQuestionKind kind)
{
  for (unsigned i = 0; i < kist_quiz_get_n_questions (quiz); i++)
    if (kist_quiz_get_question (quiz, i)->kind == kind)
      return TRUE;
  return FALSE;
}

static void
test_the_other_examples_are_read_without_a_finding (void)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *manifest_text = dup_example ("version: 1");
  g_autofree char *quiz_text = dup_example ("::auto-forward::");
  g_autofree char *named_text = dup_example ("[id:report]");
  g_autofree char *scale_text = dup_example ("points:");
  g_autofree char *framework_text = dup_example ("\"standardelements\"");
  g_autoptr (KistManifest) manifest = kist_manifest_parse (manifest_text, "README.md", report);
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_gift (quiz_text, "README.md", report);
  g_autoptr (KistQuiz) named = kist_quiz_parse_gift (named_text, "README.md", report);
  g_autoptr (KistScale) scale = kist_scale_parse (scale_text, "README.md", report);
  g_autoptr (KistFramework) framework = kist_framework_parse (framework_text, "README.md", report);
  unsigned n_kinds = 0;

  /* One of each kind, and a second number. */
  g_assert_cmpuint (kist_quiz_get_n_questions (quiz), ==, 10);
  for (KistQuestionKind kind = KIST_QUESTION_SINGLE; kind <= KIST_QUESTION_DESCRIPTION; kind++)
    n_kinds += has_kind (quiz, kind);
  g_assert_cmpuint (n_kinds, ==, KIST_QUESTION_DESCRIPTION + 1);
  assert_no_findings (report);
  g_assert_cmpstr (kist_question_get_answer (kist_quiz_get_question (named, 0), 0)->id, ==, "report");
  g_assert_nonnull (kist_framework_lookup (framework, "2.8"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/readme/the-thing-has-a-step-of-every-kind", test_the_thing_has_a_step_of_every_kind);
  g_test_add_func ("/readme/the-other-examples-are-read-without-a-finding",
                   test_the_other_examples_are_read_without_a_finding);
  return g_test_run ();
}
