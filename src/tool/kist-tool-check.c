#include "kist-tool.h"
#include "library/kist-pack-check.h"

int
kist_tool_check (int argc, char **argv)
{
  gboolean           is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistReport) report = kist_report_new ();

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "check PATH",
          "Checks a pack's folder, a folder of packs, or one .md, .twee, .gift, .yaml or .matrix file.\n"
          "Each finding is a line “file:line:column: severity: what is wrong. How to mend it.” on standard\n"
          "output; the totals go to standard error. With --json standard output is one object instead:\n"
          "  {\"errors\": 1, \"warnings\": 0, \"notes\": 0, \"findings\": [\n"
          "    {\"file\": \"…\", \"line\": 12, \"column\": 3, \"severity\": \"error\", \"message\": \"…\",\n"
          "     \"hint\": \"…\"}]}\n"
          "where severity is error, warning or note, line is 0 for a whole file, column 0 for a whole line\n"
          "(else it counts characters from 1), and hint may be null.\n"
          "At most 1,000 findings of a pack are given.\n\n"
          "Exit status: 0 clean (notes are advice), 1 warnings or errors, 2 wrong usage,\n"
          "3 PATH cannot be read.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "“check” needs one PATH.");
  if (!kist_pack_check (argv[1], report, &error))
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  return kist_tool_print_report (report, is_json);
}
