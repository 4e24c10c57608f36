/* kist-tool: the engine of Kist on the command line, for authors and scripts: finds the command and runs it. */
#include "kist-config.h"

#include "kist-tool.h"

#include <locale.h>

/**
 * kist_tool_complain:
 * @status: with which status the program is to end
 * @message: what is wrong, one sentence
 *
 * Returns: @status, for the caller to return
 */
int
kist_tool_complain (KistToolStatus status, const char *message)
{
  g_printerr ("kist-tool: %s\n", message);
  if (status == KIST_TOOL_USAGE)
    g_printerr ("Try “kist-tool --help”.\n");
  return status;
}

/**
 * kist_tool_parse_options:
 * @argc: (inout): the number of arguments, the command's name the first
 * @argv: (inout): the arguments; options are taken out
 * @entries: the command's options
 * @usage: "check PATH"
 * @description: what --help says below the options
 * @error: why the options are wrong
 *
 * Returns: whether the options could be read
 */
gboolean
kist_tool_parse_options (int                *argc,
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

/**
 * kist_tool_add_text:
 * @builder: inside of an object
 * @name: the name of a member
 * @value: (nullable): its text; %NULL is null
 */
void
kist_tool_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * kist_tool_add_number:
 * @builder: inside of an object
 * @name: the name of a member
 * @value: its number
 */
void
kist_tool_add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * kist_tool_end_json:
 * @builder: inside of the outermost object, which ends here
 *
 * Returns: (transfer full): the text, with no newline at its end
 */
char *
kist_tool_end_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json_builder_end_object (builder));

  return json_to_string (root, TRUE);
}

static const struct
{
  const char *name;
  int         (*run) (int argc, char **argv);
} commands[] = {
  { "backup", kist_tool_backup },     { "check", kist_tool_check },     { "doctor", kist_tool_doctor },
  { "evidence", kist_tool_evidence }, { "export", kist_tool_export },   { "graph", kist_tool_graph },
  { "import", kist_tool_import },     { "install", kist_tool_install }, { "pack", kist_tool_pack },
  { "play", kist_tool_play },         { "posts", kist_tool_posts },     { "privacy", kist_tool_privacy },
  { "restore", kist_tool_restore },
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
  g_option_context_set_description (
      context, "Commands:\n"
               "  backup [--data DIR] -o FILE.kist-backup [--passphrase-file FILE]\n"
               "                         make one file of all that a person did and wrote\n"
               "  check PATH [--json]    say what is wrong with a pack or a file of one\n"
               "  doctor [--data DIR] [--json]\n"
               "                         say whether a person's folder is sound\n"
               "  evidence BADGE.yaml DRAFT.md [--json]\n"
               "                         say what a draft still needs for a badge\n"
               "  export FILE --format FORMAT -o OUT\n"
               "                         write a scenario for other programs\n"
               "  export --data DIR --format FORMAT -o OUT\n"
               "                         write a person's journal for other programs\n"
               "  graph FILE [--json|--svg]\n"
               "                         say, or draw, how a scenario's passages hang together\n"
               "  import FILE -o DIR     turn a file of another program into parts of a pack\n"
               "  install FILE.things [--data DIR]\n"
               "                         put a packed pack among the person's own\n"
               "  pack DIR -o FILE.things\n"
               "                         check a pack and make it one file to hand on\n"
               "  play FILE.twee [--choices 1,2,1] [--json]\n"
               "                         play a scenario without a display\n"
               "  posts FILE|FOLDER [--json]\n"
               "                         list the posts of a blog and the Things they are about\n"
               "  privacy FILE [--name NAME] [--json]\n"
               "                         say what in a text, or in a picture's file, could tell who somebody is\n"
               "  restore FILE [--data DIR] [--passphrase-file FILE]\n"
               "                         put what is in a back-up in the place of what is there\n\n"
               "“kist-tool COMMAND --help” says more.\n");
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (is_version)
    {
      g_print ("kist-tool %s\n", KIST_VERSION);
      return KIST_TOOL_CLEAN;
    }
  if (argc < 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "Say what to do.");
  for (unsigned i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);
  return kist_tool_complain (KIST_TOOL_USAGE, "There is no such command.");
}
