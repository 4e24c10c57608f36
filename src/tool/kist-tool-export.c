#include <string.h>

#include "base/kist-text.h"
#include "exchange/kist-export.h"
#include "kist-tool.h"
#include "quiz/kist-quiz.h"

/* What a file can become, by what it is. */
static const struct
{
  const char *format;
  gboolean    is_quiz;
} formats[] = {
  { "twee", FALSE }, { "twine", FALSE }, { "html", FALSE }, { "gift", TRUE }, { "moodle-xml", TRUE },
};

/* Returns (transfer full) (nullable): the scenario in the other format; %NULL when it cannot be read. What is not in it
 * goes to @account. */
static char *
export_scenario (const char *text, const char *file, const char *format, KistReport *report, KistReport *account)
{
  g_autoptr (KistScenario) scenario = kist_scenario_parse_twee (text, file, report);

  if (!scenario)
    return NULL;
  kist_export_account (scenario, text, file, account);
  if (g_str_equal (format, "twee"))
    return kist_export_twee (scenario, text);
  return g_str_equal (format, "twine") ? kist_export_twine (scenario, text) : kist_export_html (scenario);
}

/* Returns (transfer full) (nullable): the quiz in the other format; %NULL when a question would be lost. */
static char *
export_quiz (const char *text, const char *file, const char *format, KistReport *report)
{
  g_autoptr (KistQuiz) quiz = kist_quiz_parse_gift (text, file, report);

  if (!quiz || kist_report_count (report, KIST_SEVERITY_ERROR) > 0)
    return NULL;
  return g_str_equal (format, "gift") ? kist_quiz_to_gift (quiz) : kist_quiz_to_moodle_xml (quiz);
}

static int
complain_of (const char *path, const char *what)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", path, what);

  return kist_tool_complain (KIST_TOOL_UNREADABLE, message);
}

/* As “check” says it. */
static void
print_findings (KistReport *report)
{
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_printerr ("%s\n", line);
    }
}

static int
complain_of_findings (const char *path, KistReport *report)
{
  print_findings (report);
  return complain_of (path, "This cannot be exported before it is mended.");
}

static int
export_file (const char *path, const char *format, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistReport) account = kist_report_new ();
  g_autofree char *text = NULL;
  g_autofree char *made = NULL;
  unsigned         i = 0;

  while (i < G_N_ELEMENTS (formats) && !g_str_equal (formats[i].format, format))
    i++;
  if (i == G_N_ELEMENTS (formats))
    return kist_tool_complain (KIST_TOOL_USAGE, "The format is twee, twine, html, gift or moodle-xml.");
  text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, &error);
  if (!text)
    return complain_of (path, error->message);
  made = formats[i].is_quiz ? export_quiz (text, path, format, report)
                            : export_scenario (text, path, format, report, account);
  if (!made)
    return complain_of_findings (path, report);
  if (!g_file_set_contents (output, made, -1, &error))
    return complain_of (output, error->message);
  print_findings (account);
  return kist_report_count (account, KIST_SEVERITY_WARNING) > 0 ? KIST_TOOL_FINDINGS : KIST_TOOL_CLEAN;
}

static const char description[] =
    "Writes a scenario (.twee) or a quiz (.gift) in a format of other programs. A scenario becomes\n"
    "  twee   Twee 3, which “kist-tool import” and Kist read back without a loss\n"
    "  twine  Twine 2 HTML, which Twine opens\n"
    "  html   one page that any browser plays, without a script where no choice depends on another\n"
    "and a quiz gift or moodle-xml. Each script and style sheet in FILE is left out and named on standard error.\n\n"
    "With --data instead of FILE it writes what a person wrote in Kist, also while Kist is open:\n"
    "  md, txt  a file for each entry in the folder OUT (or OUT.zip); one file OUT with one --entry\n"
    "  site     a folder OUT (or OUT.zip) of pages, which begins at index.html\n"
    "  html     one page\n"
    "  pdf      one document of A4 pages, tagged for screen readers\n"
    "  odt      one document for LibreOffice or Word\n"
    "  wxr      drafts for WordPress; atom: drafts for Blogger; both keep labels\n"
    "  leap2a   drafts for Mahara, which wants the file to be called leap2a.xml\n"
    "  json     for scripts\n"
    "  everything  all that Kist keeps, a line of JSON for each row; “kist-tool restore” brings it back\n"
    "  xapi     statements for a learning record store, without what was written unless --with-text is given\n"
    "A page or a site looks as --theme says: plain, which follows the reader's light or dark; paper, which is\n"
    "always that; or bold, with the strongest contrast.\n"
    "Pictures are in the page (html), the document (pdf, odt), the JSON, or in files beside (md, site); one entry "
    "with\n"
    "pictures makes a folder of md. In the other formats their descriptions stand in their place; txt leaves them "
    "out.\n"
    "Entries in the bin stay there. OUT is replaced in one step, but never a folder that holds anything else.\n\n"
    "Exit status: 0 it was written, 1 it was written without what is named, 2 wrong usage, 3 FILE or DIR cannot be "
    "read\n"
    "or OUT cannot be written.\n";

int
kist_tool_export (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_autofree char *data = NULL;
  g_autofree char *theme = NULL;
  g_auto (GStrv) ids = NULL;
  gboolean           has_text = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "What to make of it; see below", "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The file or folder to write", "OUT" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "Export the journal of this data folder", "DIR" },
    { "entry", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, "Only this entry; may be given again", "ID" },
    { "with-text", 0, 0, G_OPTION_ARG_NONE, &has_text, "Let xAPI statements tell what was written", NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, "How web pages look: plain, paper or bold", "THEME" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!kist_tool_parse_options (&argc, &argv, entries, "export FILE|--data DIR --format FORMAT -o OUT", description,
                                &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != (data ? 1 : 2) || !output || !format)
    return kist_tool_complain (KIST_TOOL_USAGE, "“export” needs one FILE or --data DIR, --format and -o OUT.");
  if (!data && (ids || has_text || theme))
    return kist_tool_complain (KIST_TOOL_USAGE, "--entry, --with-text and --theme go with --data DIR.");
  return data ? kist_tool_publish (data, format, output, (const char *const *)ids, has_text, theme)
              : export_file (argv[1], format, output);
}
