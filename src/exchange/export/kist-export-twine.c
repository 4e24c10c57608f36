#include "exchange/kist-export.h"
#include "kist-export-draft.h"
#include "scenario/graph/kist-graph.h"

/* Twine draws a passage 100 units wide and high. */
#define CELL 150

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

/* A place in Twine's map for what has none yet: a row for each number of choices from the start. */
static void
place_passages (KistDraft *draft, KistScenario *scenario)
{
  g_autoptr (KistGraph) graph = kist_graph_new (scenario);
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);

  for (unsigned i = 0; i < draft->passages->len; i++)
    {
      const KistGraphNode *node = kist_graph_get_node (graph, i);
      KistDraftPassage    *passage = g_ptr_array_index (draft->passages, i);
      unsigned             row = node->is_reachable ? node->depth : 0;
      unsigned             column = GPOINTER_TO_UINT (g_hash_table_lookup (filled, GUINT_TO_POINTER (row)));

      g_hash_table_insert (filled, GUINT_TO_POINTER (row), GUINT_TO_POINTER (column + 1));
      if (!passage->position)
        passage->position = g_strdup_printf ("%u,%u", CELL * (column + 1), CELL * (row + 1));
    }
}

static void
append_passage (GString *out, unsigned pid, const KistDraftPassage *passage, const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", pid);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GString) tags = g_string_new (NULL);

  for (unsigned i = 0; i < passage->tags->len; i++)
    g_string_append_printf (tags, "%s%s", i > 0 ? " " : "", (const char *)g_ptr_array_index (passage->tags, i));
  g_string_append (out, "<tw-passagedata");
  append_attribute (out, "pid", number);
  append_attribute (out, "name", passage->name);
  append_attribute (out, "tags", tags->str);
  append_attribute (out, "position", passage->position ? passage->position : "0,0");
  append_attribute (out, "size", "100,100");
  g_string_append_printf (out, ">%s</tw-passagedata>\n", escaped);
}

/**
 * kist_export_twee:
 * @scenario: a scenario
 * @source: (nullable): the file it was read from, for what a scenario does not keep: licence, sources, places in a map
 *
 * Returns: (transfer full): Twee 3; kist_scenario_parse_twee() makes the same scenario of it
 */
char *
kist_export_twee (KistScenario *scenario, const char *source)
{
  g_autoptr (KistDraft) draft = NULL;

  g_return_val_if_fail (KIST_IS_SCENARIO (scenario), NULL);

  draft = kist_export_draft (scenario, source);
  return kist_draft_to_twee (draft);
}

/**
 * kist_export_twine:
 * @scenario: a scenario
 * @source: (nullable): the file it was read from
 *
 * Twine 2 HTML as its specification has it (twine-2-htmloutput-spec.md of iftechfoundation/twine-specs): Twine imports
 * it, and draws it on. What has no place there, the bars and the licence, travels in a passage called StoryData, where
 * kist_import_read() looks for it. The format is one that Twine has, since it refuses others.
 *
 * Returns: (transfer full): the page
 */
char *
kist_export_twine (KistScenario *scenario, const char *source)
{
  g_autoptr (KistDraft) draft = NULL;
  g_autofree char *start = NULL;
  g_autofree char *data = NULL;
  g_autofree char *ifid = NULL;
  GString         *out;
  KistDraftPassage story_data = { .name = (char *)"StoryData" };

  g_return_val_if_fail (KIST_IS_SCENARIO (scenario), NULL);

  draft = kist_export_draft (scenario, source);
  place_passages (draft, scenario);
  story_data.tags = g_ptr_array_new ();
  data = kist_draft_dup_data (draft);
  ifid = kist_draft_dup_ifid (draft);
  start = g_strdup_printf ("%u", kist_scenario_get_start (scenario) + 1);
  out = g_string_new (
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n<tw-storydata");
  append_attribute (out, "name", draft->title);
  append_attribute (out, "startnode", start);
  append_attribute (out, "creator", "Kist");
  append_attribute (out, "creator-version", "1.0.0");
  append_attribute (out, "format", "Harlowe");
  append_attribute (out, "format-version", "3.3.9");
  append_attribute (out, "ifid", ifid);
  g_string_append (out, " options=\"\" tags=\"\" zoom=\"1\" hidden>\n"
                        "<style role=\"stylesheet\" id=\"twine-user-stylesheet\" type=\"text/twine-css\"></style>\n"
                        "<script role=\"script\" id=\"twine-user-script\" type=\"text/twine-javascript\"></script>\n");
  for (unsigned i = 0; i < draft->passages->len; i++)
    {
      const KistDraftPassage *passage = g_ptr_array_index (draft->passages, i);
      g_autofree char        *body = kist_draft_passage_dup_body (passage);

      append_passage (out, i + 1, passage, body);
    }
  append_passage (out, draft->passages->len + 1, &story_data, data);
  g_ptr_array_unref (story_data.tags);
  g_string_append (out, "</tw-storydata>\n</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
