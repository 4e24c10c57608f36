/* kist-tool: the engine of Kist on the command line, for authors and scripts. A command's result goes to standard
 * output and every message to standard error; the exit status says how it went. No GTK. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <locale.h>

#include "base/kist-report.h"
#include "kist-config.h"
#include "library/kist-pack-check.h"

typedef enum
{
  STATUS_CLEAN = 0,
  STATUS_FINDINGS = 1,
  STATUS_USAGE = 2,
  STATUS_UNREADABLE = 3,
} Status;

static int
complain (Status status, const char *message)
{
  g_printerr ("kist-tool: %s\n", message);
  if (status == STATUS_USAGE)
    g_printerr ("Try “kist-tool --help”.\n");
  return status;
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, unsigned value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
print_json (KistReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  unsigned         errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  unsigned         warnings = kist_report_count (report, KIST_SEVERITY_WARNING) - errors;

  json_builder_begin_object (builder);
  add_number (builder, "errors", errors);
  add_number (builder, "warnings", warnings);
  add_number (builder, "notes", kist_report_count (report, KIST_SEVERITY_NOTE) - errors - warnings);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      json_builder_begin_object (builder);
      add_member (builder, "file", finding->file);
      add_number (builder, "line", finding->line);
      add_member (builder, "severity", kist_severity_to_string (finding->severity));
      add_member (builder, "message", finding->message);
      add_member (builder, "hint", finding->hint);
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

static gboolean
parse_options (int                *argc,
               char             ***argv,
               const GOptionEntry *entries,
               const char         *usage,
               const char         *description,
               GError            **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (context, description);
  return g_option_context_parse (context, argc, argv, error);
}

static int
run_check (int argc, char **argv)
{
  gboolean           is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistReport) report = kist_report_new ();

  if (!parse_options (
          &argc, &argv, entries, "check PATH",
          "Checks a pack's folder, a folder of packs, or one .md, .twee, .gift, .yaml or .matrix file.\n"
          "Each finding is a line “file:line: severity: what is wrong. How to mend it.” on standard output;\n"
          "the totals go to standard error. With --json standard output is one object instead:\n"
          "  {\"errors\": 1, \"warnings\": 0, \"notes\": 0, \"findings\": [\n"
          "    {\"file\": \"…\", \"line\": 12, \"severity\": \"error\", \"message\": \"…\", \"hint\": \"…\"}]}\n"
          "where severity is error, warning or note, line is 0 for a whole file, and hint may be null.\n"
          "At most 1,000 findings of a pack are given.\n\n"
          "Exit status: 0 clean (notes are advice), 1 warnings or errors, 2 wrong usage,\n"
          "3 PATH cannot be read.\n",
          &error))
    return complain (STATUS_USAGE, error->message);
  if (argc != 2)
    return complain (STATUS_USAGE, "“check” needs one PATH.");
  if (!kist_pack_check (argv[1], report, &error))
    return complain (STATUS_UNREADABLE, error->message);
  if (is_json)
    print_json (report);
  else
    print_lines (report);
  return kist_report_count (report, KIST_SEVERITY_WARNING) > 0 ? STATUS_FINDINGS : STATUS_CLEAN;
}

static const struct
{
  const char *name;
  int         (*run) (int argc, char **argv);
} commands[] = {
  { "check", run_check },
};

int
main (int argc, char *argv[])
{
  gboolean           is_version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &is_version, "Print the version", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND …");
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_set_prgname ("kist-tool");
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (context,
                                    "Commands:\n"
                                    "  check PATH [--json]    say what is wrong with a pack or a file of one\n\n"
                                    "“kist-tool COMMAND --help” says more.\n");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return complain (STATUS_USAGE, error->message);
  if (is_version)
    {
      g_print ("kist-tool %s\n", KIST_VERSION);
      return STATUS_CLEAN;
    }
  if (argc < 2)
    return complain (STATUS_USAGE, "Say what to do.");
  for (unsigned i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);
  return complain (STATUS_USAGE, "There is no such command.");
}
