#include "kist-export-draft.h"

#include "exchange/kist-export.h"
#include "exchange/twine/kist-story.h"

static const struct
{
  KistPassageTags flag;
  const char     *tag;
} tags[] = {
  { KIST_PASSAGE_DECISION, "decision" },
  { KIST_PASSAGE_INFO, "info" },
  { KIST_PASSAGE_END, "end" },
  { KIST_PASSAGE_REFLECT, "reflect" },
};

static void
add_outcomes (KistDraftChoice *draft, const KistChoice *choice, const char *const *bars)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (unsigned i = 0; i < choice->outcomes->len; i++)
    {
      const KistOutcomeChange *change = &g_array_index (choice->outcomes, KistOutcomeChange, i);

      g_string_append_printf (line, "%s%s %+" G_GINT64_FORMAT, i > 0 ? ", " : "outcome: ", bars[change->bar],
                              change->change);
    }
  if (line->len > 0)
    g_ptr_array_add (draft->keys, g_strdup (line->str));
}

static void
add_choice (KistDraftPassage *draft, const KistChoice *choice, KistScenario *scenario)
{
  const KistPassage *target = kist_scenario_get_passage (scenario, choice->target);
  KistDraftChoice   *made = kist_draft_passage_add_choice (draft, choice->text, target->name);

  if (choice->condition)
    made->condition = kist_expression_to_string (choice->condition);
  for (unsigned i = 0; i < choice->assignments->len; i++)
    {
      const KistAssignment *assignment = g_ptr_array_index (choice->assignments, i);
      g_autofree char      *value = kist_expression_to_string (assignment->value);

      g_ptr_array_add (made->sets, g_strdup_printf ("%s = %s", assignment->variable, value));
    }
  made->feedback = g_strdup (choice->feedback);
  add_outcomes (made, choice, kist_scenario_get_outcomes (scenario));
  if (choice->score != 0)
    g_ptr_array_add (made->keys, g_strdup_printf ("score: %" G_GINT64_FORMAT, choice->score));
  if (choice->codes[0])
    {
      g_autofree char *codes = g_strjoinv (", ", choice->codes);

      g_ptr_array_add (made->keys, g_strdup_printf ("code: %s", codes));
    }
  if (choice->is_once)
    g_ptr_array_add (made->keys, g_strdup ("once: true"));
}

static JsonObject *
make_data (KistScenario *scenario, const KistStory *story)
{
  const char *const *bars = kist_scenario_get_outcomes (scenario);
  JsonObject        *data = json_object_new ();
  g_autoptr (GList) members = story && story->data ? json_object_get_members (story->data) : NULL;
  JsonArray *array;

  if (bars[0])
    {
      array = json_array_new ();
      for (; *bars; bars++)
        json_array_add_string_element (array, *bars);
      json_object_set_array_member (data, "outcomes", array);
    }
  if (kist_scenario_cuts_loops (scenario))
    json_object_set_string_member (data, "scoring", "without-loops");
  for (GList *l = members; l; l = l->next)
    if (!json_object_has_member (data, l->data))
      json_object_set_member (data, l->data, json_object_dup_member (story->data, l->data));
  return data;
}

/* What the file says of @passage beside its text: its place in Twine's map, and tags that mean nothing to Kist. */
static void
take_from_source (KistDraftPassage *passage, const KistStory *story, GHashTable *sources)
{
  const KistStoryPassage *source = story ? g_hash_table_lookup (sources, passage->name) : NULL;

  for (unsigned i = 0; source && source->tags[i]; i++)
    if (*source->tags[i])
      kist_draft_passage_add_tag (passage, source->tags[i]);
  if (source)
    passage->position = g_strdup (source->position);
}

/**
 * kist_export_draft:
 * @scenario: a scenario
 * @source: (nullable): the file it was read from, for what a scenario does not keep: licence, sources, places in a map
 *
 * Returns: (transfer full): the scenario as it would be written
 */
KistDraft *
kist_export_draft (KistScenario *scenario, const char *source)
{
  KistDraft *draft = kist_draft_new ();
  g_autoptr (KistStory) story = source ? kist_story_read_twee (source, NULL) : NULL;
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; story && i < story->passages->len; i++)
    {
      KistStoryPassage *passage = g_ptr_array_index (story->passages, i);

      g_hash_table_insert (sources, passage->name, passage);
    }
  draft->title = g_strdup (kist_scenario_get_title (scenario));
  draft->ifid = g_strdup (kist_scenario_get_ifid (scenario));
  draft->start = g_strdup (kist_scenario_get_passage (scenario, kist_scenario_get_start (scenario))->name);
  draft->data = make_data (scenario, story);
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);
      KistDraftPassage  *made = kist_draft_add_passage (draft, passage->name);

      for (unsigned j = 0; j < G_N_ELEMENTS (tags); j++)
        if (passage->tags & tags[j].flag)
          kist_draft_passage_add_tag (made, tags[j].tag);
      take_from_source (made, story, sources);
      g_string_assign (made->text, passage->text);
      for (unsigned j = 0; j < passage->choices->len; j++)
        add_choice (made, g_ptr_array_index (passage->choices, j), scenario);
    }
  return draft;
}

/**
 * kist_export_account:
 * @scenario: a scenario
 * @source: the file it was read from
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * Says what an export is without: a warning for each script and style sheet of @source, which no export has. A note
 * says which id was made where the scenario has none.
 */
void
kist_export_account (KistScenario *scenario, const char *source, const char *file, KistReport *report)
{
  g_autoptr (KistDraft) draft = NULL;
  g_autoptr (KistStory) story = NULL;

  g_return_if_fail (KIST_IS_SCENARIO (scenario) && KIST_IS_REPORT (report));
  g_return_if_fail (source != NULL && file != NULL);

  story = kist_story_read_twee (source, NULL);
  for (unsigned i = 0; story && i < story->passages->len; i++)
    {
      const KistStoryPassage *passage = g_ptr_array_index (story->passages, i);
      gboolean                is_script = kist_story_passage_has_tag (passage, "script");

      if (is_script || kist_story_passage_has_tag (passage, "stylesheet"))
        kist_report_add_at (report, file, passage->line - 1, 1, KIST_SEVERITY_WARNING, NULL,
                            is_script ? "The script “%.100s” is left out: Kist passes no scripts on."
                                      : "The style sheet “%.100s” is left out: Kist passes no style sheets on.",
                            passage->name);
    }
  if (!kist_scenario_get_ifid (scenario))
    {
      g_autofree char *ifid = NULL;
      g_autofree char *hint = NULL;

      draft = kist_export_draft (scenario, source);
      ifid = kist_draft_dup_ifid (draft);
      hint =
          g_strdup_printf ("Write “\"ifid\": \"%s\"” into StoryData, so that it stays when the title changes.", ifid);
      kist_report_add (report, file, 0, KIST_SEVERITY_NOTE, hint,
                       "The scenario has no ifid, so one was made of its title and its start.");
    }
}
