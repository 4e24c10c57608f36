#include "kist-tool.h"
#include "library/kist-pack-check.h"

static void
print_json (KistReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  unsigned         errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  unsigned         warnings = kist_report_count (report, KIST_SEVERITY_WARNING) - errors;

  json_builder_begin_object (builder);
  kist_tool_add_number (builder, "errors", errors);
  kist_tool_add_number (builder, "warnings", warnings);
  kist_tool_add_number (builder, "notes", kist_report_count (report, KIST_SEVERITY_NOTE) - errors - warnings);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "file", finding->file);
      kist_tool_add_number (builder, "line", finding->line);
      kist_tool_add_number (builder, "column", finding->column);
      kist_tool_add_text (builder, "severity", kist_severity_to_string (finding->severity));
      kist_tool_add_text (builder, "message", finding->message);
      kist_tool_add_text (builder, "hint", finding->hint);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static void
print_lines (KistReport *report)
{
  unsigned errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  unsigned warnings = kist_report_count (report, KIST_SEVERITY_WARNING) - errors;
  unsigned notes = kist_report_count (report, KIST_SEVERITY_NOTE) - errors - warnings;

  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_print ("%s\n", line);
    }
  g_printerr ("kist-tool: errors: %u, warnings: %u, notes: %u\n", errors, warnings, notes);
}

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
  if (is_json)
    print_json (report);
  else
    print_lines (report);
  return kist_report_count (report, KIST_SEVERITY_WARNING) > 0 ? KIST_TOOL_FINDINGS : KIST_TOOL_CLEAN;
}
