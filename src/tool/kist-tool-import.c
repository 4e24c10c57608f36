#include "exchange/kist-import.h"
#include "kist-tool.h"

static unsigned
count_all (KistImport *import, KistImportFate fate)
{
  unsigned n = 0;

  for (unsigned kind = 0; kind < KIST_IMPORT_N_KINDS; kind++)
    n += kist_import_count (import, kind, fate);
  return n;
}

static void
add_totals (JsonBuilder *builder, KistImport *import)
{
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_object (builder);
  for (unsigned kind = 0; kind < KIST_IMPORT_N_KINDS; kind++)
    {
      json_builder_set_member_name (builder, kist_import_kind_to_string (kind));
      json_builder_begin_object (builder);
      for (unsigned fate = 0; fate < KIST_IMPORT_N_FATES; fate++)
        {
          json_builder_set_member_name (builder, kist_import_fate_to_string (fate));
          json_builder_add_int_value (builder, kist_import_count (import, kind, fate));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
print_json (KistImport *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  kist_tool_add_text (builder, "format", kist_import_get_format (import));
  kist_tool_add_text (builder, "title", kist_import_get_title (import));
  json_builder_set_member_name (builder, "written");
  json_builder_begin_array (builder);
  for (const char *const *name = kist_import_get_written (import); *name; name++)
    json_builder_add_string_value (builder, *name);
  json_builder_end_array (builder);
  add_totals (builder, import);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_import_get_n_items (import); i++)
    {
      const KistImportItem *item = kist_import_get_item (import, i);

      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "kind", kist_import_kind_to_string (item->kind));
      kist_tool_add_text (builder, "fate", kist_import_fate_to_string (item->fate));
      kist_tool_add_text (builder, "source", item->source);
      kist_tool_add_text (builder, "why", item->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  text = kist_tool_end_json (builder);
  g_print ("%s\n", text);
}

static void
print_lines (KistImport *import, const char *folder)
{
  for (unsigned i = 0; i < kist_import_get_n_items (import); i++)
    {
      const KistImportItem *item = kist_import_get_item (import, i);

      g_print ("%s: %s %s: %s\n", item->source, kist_import_fate_to_string (item->fate),
               kist_import_kind_to_string (item->kind), item->why);
    }
  for (const char *const *name = kist_import_get_written (import); *name; name++)
    g_printerr ("kist-tool: wrote %s/%s\n", folder, *name);
  g_printerr ("kist-tool: %s, kept: %u, changed: %u, dropped: %u\n", kist_import_get_format (import),
              count_all (import, KIST_IMPORT_KEPT), count_all (import, KIST_IMPORT_CHANGED),
              count_all (import, KIST_IMPORT_DROPPED));
}

static int
complain_of (const char *path, const GError *error)
{
  g_autofree char *message = error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR
                                 ? g_strdup (error->message)
                                 : g_strdup_printf ("%s: %s", path, error->message);

  return kist_tool_complain (KIST_TOOL_UNREADABLE, message);
}

int
kist_tool_import (int argc, char **argv)
{
  gboolean           is_json = FALSE;
  g_autofree char   *folder = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, "The pack's folder; made when it is not there", "DIR" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistImport) import = NULL;

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "import FILE -o DIR",
          "Turns a file of another program into parts of a pack in DIR and accounts for every part of it. The format\n"
          "is found by what is in the file:\n"
          "  Twee 3, Twine 2 HTML, archive or JSON, with the commands of SugarCube, Harlowe and Chapbook for links,\n"
          "  set and if; H5P Branching Scenario; GIFT, Aiken and Moodle XML.\n"
          "Each part is a line “where: kept|changed|dropped what: why” on standard output; what was written and the\n"
          "totals go to standard error. With --json standard output is one object instead:\n"
          "  {\"format\": \"…\", \"title\": \"…\", \"written\": [\"scenarios/….twee\"],\n"
          "   \"totals\": {\"node\": {\"kept\": 1, \"changed\": 0, \"dropped\": 0}, …},\n"
          "   \"items\": [{\"kind\": \"link\", \"fate\": \"kept\", \"source\": \"…\", \"why\": \"…\"}]}\n"
          "No file that is there is written over; a name that is taken is given a number.\n\n"
          "Exit status: 0 everything was kept, 1 something was changed or dropped (and the rest was written), 2 wrong\n"
          "usage, 3 FILE cannot be read or DIR cannot be written to.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2 || !folder)
    return kist_tool_complain (KIST_TOOL_USAGE, "“import” needs one FILE and -o DIR.");
  import = kist_import_read (argv[1], NULL, &error);
  if (!import)
    return complain_of (argv[1], error);
  if (!kist_import_write (import, folder, &error))
    return complain_of (folder, error);
  if (is_json)
    print_json (import);
  else
    print_lines (import, folder);
  return kist_import_is_clean (import) ? KIST_TOOL_CLEAN : KIST_TOOL_FINDINGS;
}
