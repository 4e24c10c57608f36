/* kist-tool play: a run through a scenario without a display. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/kist-text.h"
#include "kist-tool.h"
#include "scenario/kist-run.h"

static const KistPassage *
get_passage (KistRun *run, unsigned index)
{
  return kist_scenario_get_passage (kist_run_get_scenario (run), index);
}

static const KistChoice *
get_taken (KistRun *run, unsigned step)
{
  const KistTrailStep *taken = kist_run_get_trail_step (run, step);

  return g_ptr_array_index (get_passage (run, taken->passage)->choices, taken->choice);
}

/* Returns (transfer full): what can be chosen, as “1 “Wait”, 2 “Go””. */
static char *
dup_offered (KistRun *run)
{
  GString *offered = g_string_new (NULL);

  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    g_string_append_printf (offered, "%s%u “%s”", i > 0 ? ", " : "", i + 1, kist_run_get_offered (run, i)->text);
  return g_string_free (offered, FALSE);
}

/* Takes @run. Returns (transfer full) (nullable): the run after the choice numbered @word. */
static KistRun *
choose (KistRun *run, const char *word, GError **error)
{
  g_autoptr (KistRun) before = run;
  const KistPassage *passage = get_passage (run, kist_run_get_passage (run));
  const char        *file = kist_scenario_get_file (kist_run_get_scenario (run));
  unsigned           step = kist_run_get_length (run) + 1;
  g_autofree char   *offered = dup_offered (run);
  g_autoptr (GError) own_error = NULL;
  KistRun *after;
  guint64  number;

  if (!g_ascii_string_to_unsigned (word, 10, 0, G_MAXUINT, &number, NULL))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "Choice %u: “%s” is not a number from 1.", step, word);
  else if (kist_run_is_ended (run))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "%s:%u: choice %u: “%s” is an ending, so nothing can be chosen there.", file, passage->line, step,
                 passage->name);
  else if (number < 1 || number > kist_run_get_n_offered (run))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 "%s:%u: choice %u: in “%s” there is no choice %s; %s%s.", file, passage->line, step, passage->name,
                 word, *offered ? "offered are " : "nothing is offered", offered);
  else if (!(after = kist_run_choose (run, (unsigned)number - 1, &own_error)))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s:%u: choice %u: %s", file,
                 kist_run_get_offered (run, (unsigned)number - 1)->line, step, own_error->message);
  else
    return after;
  return NULL;
}

static KistRun *
play (KistScenario *scenario, const char *choices, GError **error)
{
  g_auto (GStrv) words = g_strsplit (choices, ",", -1);
  KistRun *run = kist_run_new (scenario);

  for (unsigned i = 0; run && words[i]; i++)
    run = choose (run, g_strstrip (words[i]), error);
  return run;
}

/* Returns (transfer container) (element-type utf8): the codes touched, each once, in their order. */
static GPtrArray *
collect_codes (KistRun *run)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    for (char **code = get_taken (run, i)->codes; *code; code++)
      if (!g_ptr_array_find_with_equal_func (codes, *code, g_str_equal, NULL))
        g_ptr_array_add (codes, *code);
  return codes;
}

static void
add_steps (JsonBuilder *builder, KistRun *run)
{
  const char *const *bars = kist_scenario_get_outcomes (kist_run_get_scenario (run));

  json_builder_set_member_name (builder, "trail");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    {
      const KistPassage *passage = get_passage (run, kist_run_get_trail_step (run, i)->passage);
      const KistChoice  *choice = get_taken (run, i);

      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "passage", passage->name);
      kist_tool_add_text (builder, "text", passage->text);
      kist_tool_add_text (builder, "choice", choice->text);
      kist_tool_add_text (builder, "feedback", choice->feedback);
      json_builder_set_member_name (builder, "outcomes");
      json_builder_begin_object (builder);
      for (unsigned j = 0; j < choice->outcomes->len; j++)
        {
          const KistOutcomeChange *change = &g_array_index (choice->outcomes, KistOutcomeChange, j);

          kist_tool_add_number (builder, bars[change->bar], change->change);
        }
      json_builder_end_object (builder);
      kist_tool_add_number (builder, "score", choice->score);
      json_builder_set_member_name (builder, "codes");
      json_builder_begin_array (builder);
      for (char **code = choice->codes; *code; code++)
        json_builder_add_string_value (builder, *code);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_totals (JsonBuilder *builder, KistRun *run)
{
  const char *const *bars = kist_scenario_get_outcomes (kist_run_get_scenario (run));
  g_autoptr (GPtrArray) codes = collect_codes (run);

  json_builder_set_member_name (builder, "offered");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    json_builder_add_string_value (builder, kist_run_get_offered (run, i)->text);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "outcomes");
  json_builder_begin_object (builder);
  for (unsigned i = 0; bars[i]; i++)
    kist_tool_add_number (builder, bars[i], kist_run_get_outcome (run, i));
  json_builder_end_object (builder);
  kist_tool_add_number (builder, "score", kist_run_get_score (run));
  json_builder_set_member_name (builder, "codes");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < codes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (codes, i));
  json_builder_end_array (builder);
}

static char *
to_json (KistRun *run)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const KistPassage *passage = get_passage (run, kist_run_get_passage (run));

  json_builder_begin_object (builder);
  kist_tool_add_text (builder, "title", kist_scenario_get_title (kist_run_get_scenario (run)));
  add_steps (builder, run);
  kist_tool_add_text (builder, "passage", passage->name);
  kist_tool_add_text (builder, "text", passage->text);
  kist_tool_add_text (builder, "ending", kist_run_is_ended (run) ? passage->name : NULL);
  add_totals (builder, run);
  return kist_tool_end_json (builder);
}

static void
append_step (GString *text, KistRun *run, unsigned step)
{
  const char *const *bars = kist_scenario_get_outcomes (kist_run_get_scenario (run));
  const KistPassage *passage = get_passage (run, kist_run_get_trail_step (run, step)->passage);
  const KistChoice  *choice = get_taken (run, step);

  g_string_append_printf (text, "\n%s\n%s\n> %s\n", passage->name, passage->text, choice->text);
  if (choice->feedback)
    g_string_append_printf (text, "  %s\n", choice->feedback);
  for (unsigned i = 0; i < choice->outcomes->len; i++)
    {
      const KistOutcomeChange *change = &g_array_index (choice->outcomes, KistOutcomeChange, i);

      g_string_append_printf (text, "  %s %+" G_GINT64_FORMAT "\n", bars[change->bar], change->change);
    }
  for (char **code = choice->codes; *code; code++)
    g_string_append_printf (text, "  %s\n", *code);
}

static char *
to_lines (KistRun *run)
{
  GString           *text = g_string_new (kist_scenario_get_title (kist_run_get_scenario (run)));
  const char *const *bars = kist_scenario_get_outcomes (kist_run_get_scenario (run));
  const KistPassage *passage = get_passage (run, kist_run_get_passage (run));
  g_autoptr (GPtrArray) codes = collect_codes (run);

  g_string_append_c (text, '\n');
  for (unsigned i = 0; i < kist_run_get_length (run); i++)
    append_step (text, run, i);
  g_string_append_printf (text, "\n%s%s\n%s\n", passage->name, kist_run_is_ended (run) ? " (an ending)" : "",
                          passage->text);
  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    g_string_append_printf (text, "%u. %s\n", i + 1, kist_run_get_offered (run, i)->text);
  g_string_append_c (text, '\n');
  for (unsigned i = 0; bars[i]; i++)
    g_string_append_printf (text, "%s: %+" G_GINT64_FORMAT "\n", bars[i], kist_run_get_outcome (run, i));
  g_string_append_printf (text, "score: %" G_GINT64_FORMAT "\ncodes:", kist_run_get_score (run));
  for (unsigned i = 0; i < codes->len; i++)
    g_string_append_printf (text, " %s", (const char *)g_ptr_array_index (codes, i));
  return g_string_free (text, FALSE);
}

static KistScenario *
read_scenario (const char *path, GError **error)
{
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, error);
  g_autoptr (KistReport) report = kist_report_new ();
  KistScenario *scenario = text ? kist_scenario_parse_twee (text, path, report) : NULL;

  if (!text)
    g_prefix_error (error, "%s: ", path);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_printerr ("%s\n", line);
    }
  if (text && !scenario)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no scenario that can be played.", path);
  return scenario;
}

int
kist_tool_play (int argc, char **argv)
{
  gboolean         is_json = FALSE;
  g_autofree char *choices = NULL;
  g_autofree char *text = NULL;
  g_autoptr (KistScenario) scenario = NULL;
  g_autoptr (KistRun) run = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "choices", 0, 0, G_OPTION_ARG_STRING, &choices, "What to choose: numbers with commas between", "1,2,1" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { NULL },
  };

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "play FILE.twee",
          "Plays a scenario without a display. A choice is given by its number among those offered in\n"
          "that place, from 1; without --choices the start is shown and what is offered there.\n"
          "With --json standard output is one object: title; trail, for each choice taken its passage,\n"
          "text, choice, feedback, outcomes, score and codes; then passage and text where the run came\n"
          "to, ending (its name, or null), offered (the choices there), and the totals: outcomes, score\n"
          "and codes. What is wrong with the scenario goes to standard error, as with “check”.\n\n"
          "Exit status: 0 played, 2 wrong usage or a choice that is not offered, 3 FILE cannot be\n"
          "read or played.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "“play” needs one FILE.twee.");
  scenario = read_scenario (argv[1], &error);
  if (!scenario)
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  run = play (scenario, choices ? choices : "", &error);
  if (!run)
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  text = is_json ? to_json (run) : to_lines (run);
  g_print ("%s\n", text);
  return KIST_TOOL_CLEAN;
}
