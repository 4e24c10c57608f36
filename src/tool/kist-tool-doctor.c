/* kist-tool doctor: whether a person's folder is sound. */
#include "kist-tool.h"
#include "store/kist-doctor.h"

int
kist_tool_doctor (int argc, char **argv)
{
  gboolean           is_json = FALSE;
  g_autofree char   *data = NULL;
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "The person's data folder, if it is not the usual one", "DIR" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistReport) report = kist_report_new ();

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "doctor [--data DIR] [--json]",
          "Examines a person's data folder and changes nothing: the database page by page and row by\n"
          "row, its version, who may read the files, whether the rolling back-ups can be restored, room\n"
          "on the disk, and what an unfinished back-up left. Each finding is a line “file: severity: what\n"
          "is wrong. What to do.” on standard output, with --json one object as “kist-tool check” prints\n"
          "it; the totals go to standard error. It may be done while Kist is open.\n\n"
          "Exit status: 0 sound (notes are advice), 1 warnings or errors, 2 wrong usage, 3 DIR cannot be\n"
          "read.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 1)
    return kist_tool_complain (KIST_TOOL_USAGE, "“doctor” takes its folder as “--data DIR”.");
  if (!data)
    data = g_build_filename (g_get_user_data_dir (), "kist", NULL);
  if (!kist_doctor_examine (data, report, NULL, &error))
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  return kist_tool_print_report (report, is_json);
}
