#include "kist-tool.h"
#include "library/packing/kist-installer.h"
#include "library/packing/kist-packer.h"

static void
print_findings (KistReport *report)
{
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_printerr ("%s\n", line);
    }
}

int
kist_tool_pack (int argc, char **argv)
{
  g_autofree char   *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The file to make", "FILE.things" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistReport) report = kist_report_new ();

  if (!kist_tool_parse_options (&argc, &argv, entries, "pack DIR -o FILE.things",
                                "Checks a pack's folder and makes it into one file that can be handed on, with a\n"
                                "pack.json of every file's size and SHA-256. The same folder gives the same bytes.\n"
                                "Findings go to standard error; with an error or a warning no file is made.\n\n"
                                "Exit status: 0 made, 1 findings and no file, 2 wrong usage, 3 DIR cannot be read\n"
                                "or FILE cannot be written.\n",
                                &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2 || !output)
    return kist_tool_complain (KIST_TOOL_USAGE, "“pack” needs one DIR and “-o FILE.things”.");
  if (!g_str_has_suffix (output, KIST_PACKER_SUFFIX))
    return kist_tool_complain (KIST_TOOL_USAGE, "The name of a packed pack ends in “.things”.");
  if (kist_packer_write (argv[1], output, report, NULL, &error))
    {
      print_findings (report);
      return KIST_TOOL_CLEAN;
    }
  print_findings (report);
  if (error)
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  return kist_tool_complain (KIST_TOOL_FINDINGS, "No file was made: mend the errors and warnings first.");
}

int
kist_tool_install (int argc, char **argv)
{
  g_autofree char   *data = NULL;
  g_autofree char   *packs = NULL;
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "The person's data folder, if it is not the usual one", "DIR" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistReport) report = kist_report_new ();
  g_autoptr (KistInstalled) installed = NULL;

  if (!kist_tool_parse_options (&argc, &argv, entries, "install FILE.things [--data DIR]",
                                "Puts a packed pack among the person's own, as opening it in Kist does. An older\n"
                                "version is replaced in one step; what the person did stays. A Kist that is open\n"
                                "shows it from its next start.\n\n"
                                "Exit status: 0 installed, 1 its check found errors, 2 wrong usage, 3 FILE cannot be\n"
                                "read or DIR cannot be written to.\n",
                                &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "“install” needs one FILE.");
  packs =
      data ? g_build_filename (data, "packs", NULL) : g_build_filename (g_get_user_data_dir (), "kist", "packs", NULL);
  installed = kist_installer_install (argv[1], packs, report, NULL, &error);
  print_findings (report);
  if (!installed)
    return kist_tool_complain (kist_report_count (report, KIST_SEVERITY_ERROR) > 0 ? KIST_TOOL_FINDINGS
                                                                                   : KIST_TOOL_UNREADABLE,
                               error->message);
  g_print ("%s/%s\n", packs, installed->id);
  return KIST_TOOL_CLEAN;
}
