/* Quizzes, through the readers of src/quiz: GIFT stays as it is, Aiken and Moodle XML become GIFT. */
#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "exchange/kist-import-private.h"
#include "quiz/kist-quiz.h"

typedef KistQuiz *(*Parse) (const char *text, const char *file, KistReport *report);

/* What the reader says becomes the account: what it left out is an error, what it changed a warning. */
static void
account_for (KistSource *source, KistQuiz *quiz, KistReport *report)
{
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);
      g_autofree char   *where = g_strdup_printf ("line %u", finding->line);

      if (finding->severity == KIST_SEVERITY_ERROR)
        kist_account_add (source->account, KIST_IMPORT_QUESTION, KIST_IMPORT_DROPPED, where, "%s", finding->message);
      else if (finding->severity == KIST_SEVERITY_WARNING)
        kist_account_add (source->account, KIST_IMPORT_TEXT, KIST_IMPORT_CHANGED, where, "%s", finding->message);
    }
  for (unsigned i = 0; i < kist_quiz_get_n_questions (quiz); i++)
    {
      const KistQuestion *question = kist_quiz_get_question (quiz, i);
      g_autofree char    *where = g_strdup_printf ("line %u, question “%s”", question->line, question->id);

      kist_account_add (source->account, KIST_IMPORT_QUESTION, KIST_IMPORT_KEPT, where, "It is a question.");
      for (unsigned j = 0; j < question->answers->len; j++)
        kist_account_add (source->account, KIST_IMPORT_ANSWER, KIST_IMPORT_KEPT, where, "It is answer %u.", j + 1);
    }
}

/* More findings than a report keeps could not all be accounted for. */
static gboolean
is_usable (KistSource *source, KistQuiz *quiz, KistReport *report, GError **error)
{
  const KistFinding *first = kist_report_get_n_findings (report) > 0 ? kist_report_get_finding (report, 0) : NULL;

  if (!quiz || kist_quiz_get_n_questions (quiz) == 0)
    g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "There is no question in it that can be read%s%s",
                 first ? ": " : ".", first ? first->message : "");
  else if (kist_report_get_n_findings (report) == KIST_REPORT_MAX_FINDINGS || kist_account_is_full (source->account))
    g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "There is more wrong with it than anybody would read.");
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_quiz (KistSource *source, Parse parse, gboolean is_gift, GError **error)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistQuiz) quiz = NULL;
  gboolean is_whole;

  if (strlen (source->text) > KIST_TEXT_MAX_BYTES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "A quiz is no larger than %d MiB.",
                   KIST_TEXT_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  quiz = parse (source->text, source->name, report);
  if (!is_usable (source, quiz, report, error))
    return FALSE;
  account_for (source, quiz, report);
  is_whole = is_gift && kist_report_count (report, KIST_SEVERITY_ERROR) == 0;
  if (is_gift && !is_whole && strstr (source->text, "//"))
    kist_account_add (source->account, KIST_IMPORT_DATA, KIST_IMPORT_DROPPED, "the whole",
                      "The file was written anew without what cannot be read, and without its comments.");
  kist_source_take_file (source, "quizzes", source->name, ".gift",
                         is_whole ? g_strdup (source->text) : kist_quiz_to_gift (quiz));
  return TRUE;
}

/**
 * kist_import_is_moodle_xml:
 * @source: a file
 *
 * Returns: whether it is questions of Moodle's XML
 */
gboolean
kist_import_is_moodle_xml (const KistSource *source)
{
  return source->text && strstr (source->text, "<quiz") && strstr (source->text, "<question");
}

/**
 * kist_import_is_aiken:
 * @source: a file
 *
 * Returns: whether a line in it says which answer is right, as Aiken does
 */
gboolean
kist_import_is_aiken (const KistSource *source)
{
  return source->text && (strncmp (source->text, "ANSWER:", 7) == 0 || strstr (source->text, "\nANSWER:"));
}

/**
 * kist_import_is_gift:
 * @source: a file
 *
 * Twee and GIFT both begin lines with "::"; GIFT ends the name with it too, and its answers stand in braces.
 *
 * Returns: whether it looks like GIFT
 */
gboolean
kist_import_is_gift (const KistSource *source)
{
  gboolean has_name = FALSE;

  if (!source->text || !strchr (source->text, '{') || !strchr (source->text, '}'))
    return FALSE;
  for (const char *line = source->text; line; line = strchr (line, '\n') ? strchr (line, '\n') + 1 : NULL)
    {
      const char *end = strchrnul (line, '\n');

      if (strncmp (line, "::", 2) != 0)
        continue;
      if (!memmem (line + 2, end - line - 2, "::", 2))
        return FALSE;
      has_name = TRUE;
    }
  return has_name || strpbrk (strchr (source->text, '{'), "=~TF#");
}

/**
 * kist_import_read_gift:
 * @source: GIFT
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
kist_import_read_gift (KistSource *source, GError **error)
{
  return read_quiz (source, kist_quiz_parse_gift, TRUE, error);
}

/**
 * kist_import_read_aiken:
 * @source: Aiken
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
kist_import_read_aiken (KistSource *source, GError **error)
{
  return read_quiz (source, kist_quiz_parse_aiken, FALSE, error);
}

/**
 * kist_import_read_moodle_xml:
 * @source: Moodle XML
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
kist_import_read_moodle_xml (KistSource *source, GError **error)
{
  return read_quiz (source, kist_quiz_parse_moodle_xml, FALSE, error);
}
