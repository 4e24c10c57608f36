#include "kist-story-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "content/html/kist-markdown-page.h"
#include "scenario/expression/kist-expression-private.h"

static const char *const signs[] = {
  [KIST_NODE_INTEGER] = "int", [KIST_NODE_VARIABLE] = "var", [KIST_NODE_VISITED] = "visited",
  [KIST_NODE_NEGATE] = "neg",  [KIST_NODE_NOT] = "not",      [KIST_NODE_OR] = "or",
  [KIST_NODE_AND] = "and",     [KIST_NODE_ADD] = "+",        [KIST_NODE_SUBTRACT] = "-",
  [KIST_NODE_MULTIPLY] = "*",  [KIST_NODE_EQUAL] = "==",     [KIST_NODE_UNEQUAL] = "!=",
  [KIST_NODE_LESS] = "<",      [KIST_NODE_AT_MOST] = "<=",   [KIST_NODE_MORE] = ">",
  [KIST_NODE_AT_LEAST] = ">=",
};

static void
add_number (JsonBuilder *builder, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  json_builder_add_string_value (builder, text);
}

/* No deeper than KIST_EXPRESSION_MAX_DEPTH brackets, but a long sum leans to the left: at most a few hundred levels. */
static void
add_expression (JsonBuilder *builder, const KistExpression *node, KistScenario *scenario)
{
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, signs[node->kind]);
  if (node->kind == KIST_NODE_INTEGER)
    add_number (builder, node->value);
  else if (node->kind == KIST_NODE_VARIABLE)
    json_builder_add_string_value (builder, node->name);
  else if (node->kind == KIST_NODE_VISITED)
    json_builder_add_int_value (builder, kist_scenario_lookup (scenario, node->name));
  if (node->left)
    add_expression (builder, node->left, scenario);
  if (node->right)
    add_expression (builder, node->right, scenario);
  json_builder_end_array (builder);
}

static void
add_changes (JsonBuilder *builder, const KistChoice *choice, KistScenario *scenario)
{
  json_builder_set_member_name (builder, "cuts_loops");
  json_builder_add_boolean_value (builder, kist_scenario_cuts_loops (scenario));
  json_builder_set_member_name (builder, "bars");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < choice->outcomes->len; i++)
    {
      const KistOutcomeChange *change = &g_array_index (choice->outcomes, KistOutcomeChange, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, change->bar);
      add_number (builder, change->change);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "set");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < choice->assignments->len; i++)
    {
      const KistAssignment *assignment = g_ptr_array_index (choice->assignments, i);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, assignment->variable);
      add_expression (builder, assignment->value, scenario);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_choice (JsonBuilder *builder, const KistChoice *choice, KistScenario *scenario)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, choice->text);
  json_builder_set_member_name (builder, "to");
  json_builder_add_int_value (builder, choice->target);
  if (choice->condition)
    {
      json_builder_set_member_name (builder, "if");
      add_expression (builder, choice->condition, scenario);
    }
  if (choice->is_once)
    {
      json_builder_set_member_name (builder, "once");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (choice->feedback)
    {
      g_autoptr (GString) page = g_string_new (NULL);

      kist_markdown_page_append (page, choice->feedback, 3);
      json_builder_set_member_name (builder, "say");
      json_builder_add_string_value (builder, page->str);
    }
  json_builder_set_member_name (builder, "score");
  add_number (builder, choice->score);
  add_changes (builder, choice, scenario);
  json_builder_end_object (builder);
}

static gboolean
is_scored (KistScenario *scenario)
{
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      for (unsigned j = 0; j < passage->choices->len; j++)
        if (((KistChoice *)g_ptr_array_index (passage->choices, j))->score != 0)
          return TRUE;
    }
  return FALSE;
}

static void
add_whole (JsonBuilder *builder, KistScenario *scenario)
{
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, kist_scenario_get_start (scenario));
  json_builder_set_member_name (builder, "scored");
  json_builder_add_boolean_value (builder, is_scored (scenario));
  json_builder_set_member_name (builder, "bars");
  json_builder_begin_array (builder);
  for (const char *const *bar = kist_scenario_get_outcomes (scenario); *bar; bar++)
    json_builder_add_string_value (builder, *bar);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "ends");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    if (kist_scenario_get_passage (scenario, i)->tags & KIST_PASSAGE_END)
      json_builder_add_int_value (builder, i);
  json_builder_end_array (builder);
}

/**
 * kist_story_json:
 * @scenario: a scenario
 *
 * Returns: (transfer full): JSON without "<", so that it can stand in a page
 */
char *
kist_story_json (KistScenario *scenario)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  GString         *safe;

  json_builder_begin_object (builder);
  add_whole (builder, scenario);
  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      json_builder_begin_array (builder);
      for (unsigned j = 0; j < passage->choices->len; j++)
        add_choice (builder, g_ptr_array_index (passage->choices, j), scenario);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  safe = g_string_new (text);
  g_string_replace (safe, "<", "\\u003c", 0);
  return g_string_free (safe, FALSE);
}
