#include "kist-tool.h"

static void
print_json (KistReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
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
  text = kist_tool_end_json (builder);
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

/**
 * kist_tool_print_report:
 * @report: what was found
 * @is_json: whether as one JSON object instead of lines
 *
 * Returns: the exit status: %KIST_TOOL_FINDINGS for warnings and errors, since notes are advice
 */
KistToolStatus
kist_tool_print_report (KistReport *report, gboolean is_json)
{
  if (is_json)
    print_json (report);
  else
    print_lines (report);
  return kist_report_count (report, KIST_SEVERITY_WARNING) > 0 ? KIST_TOOL_FINDINGS : KIST_TOOL_CLEAN;
}
