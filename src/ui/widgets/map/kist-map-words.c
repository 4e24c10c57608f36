#include "kist-map-words.h"

#include <glib/gi18n.h>

static gboolean
is_known (KistWalked *walked, unsigned passage)
{
  return !walked || kist_walked_get_passage (walked, passage) != KIST_WALKED_NEVER;
}

static const KistPassage *
get_passage (KistGraph *graph, unsigned passage)
{
  return kist_scenario_get_passage (kist_graph_get_scenario (graph), passage);
}

static const KistChoice *
get_choice (KistGraph *graph, unsigned edge)
{
  const KistGraphEdge *at = kist_graph_get_edge (graph, edge);

  return g_ptr_array_index (get_passage (graph, at->from)->choices, at->choice);
}

/**
 * kist_map_words_dup_name:
 * @graph: a graph
 * @walked: (nullable): what was walked of it; %NULL for its author
 * @passage: a passage
 *
 * Returns: (transfer full): its name, when it may be told
 */
char *
kist_map_words_dup_name (KistGraph *graph, KistWalked *walked, unsigned passage)
{
  if (is_known (walked, passage))
    return g_strdup (get_passage (graph, passage)->name);
  return g_strdup (kist_graph_get_node (graph, passage)->is_end ? _ ("An ending not found yet") : _ ("Not found yet"));
}

static const char *
get_kind (KistGraph *graph, unsigned passage)
{
  const KistGraphNode *node = kist_graph_get_node (graph, passage);

  if (node->depth == 0)
    return _ ("Start");
  if (node->is_end)
    return _ ("Ending");
  return get_passage (graph, passage)->tags & KIST_PASSAGE_DECISION ? _ ("Decision") : _ ("Passage");
}

/* What is wrong with it, for its author. */
static const char *
get_fault (KistGraph *graph, unsigned passage)
{
  const KistGraphNode *node = kist_graph_get_node (graph, passage);

  if (!node->is_reachable)
    return _ ("no choice leads here");
  if (node->is_dead_end)
    return _ ("a dead end");
  return node->can_end ? NULL : _ ("no ending can be reached from here");
}

/**
 * kist_map_words_dup_state:
 * @graph: a graph
 * @walked: (nullable): what was walked of it; %NULL for its author
 * @passage: a passage that may be named
 *
 * Returns: (transfer full): "Decision, in this run"
 */
char *
kist_map_words_dup_state (KistGraph *graph, KistWalked *walked, unsigned passage)
{
  const char *state = walked ? NULL : get_fault (graph, passage);

  if (walked && kist_walked_get_passage (walked, passage) == KIST_WALKED_NOW)
    state = _ ("in this run");
  else if (walked && kist_graph_get_node (graph, passage)->depth > 0)
    state = _ ("in an earlier run");
  return state ? g_strdup_printf ("%s, %s", get_kind (graph, passage), state) : g_strdup (get_kind (graph, passage));
}

/**
 * kist_map_words_dup_choice:
 * @graph: a graph
 * @walked: (nullable): what was walked of it; %NULL for its author
 * @edge: a choice of a passage that may be named
 *
 * Returns: (transfer full): what the choice says; one that is not always offered is told only to who has taken it
 */
char *
kist_map_words_dup_choice (KistGraph *graph, KistWalked *walked, unsigned edge)
{
  const KistChoice *choice = get_choice (graph, edge);

  if (walked && choice->condition && kist_walked_get_edge (walked, edge) == KIST_WALKED_NEVER)
    return g_strdup (_ ("A way that is not always open"));
  return g_strdup (choice->text);
}

/**
 * kist_map_words_dup_way:
 * @graph: a graph
 * @walked: (nullable): what was walked of it; %NULL for its author
 * @edge: a choice of a passage that may be named
 *
 * Returns: (transfer full): where it led and when: "Led to “Told”, in this run"
 */
char *
kist_map_words_dup_way (KistGraph *graph, KistWalked *walked, unsigned edge)
{
  const char *to = get_passage (graph, kist_graph_get_edge (graph, edge)->to)->name;

  if (!walked)
    /* Translators: %s is a passage of a scenario */
    return g_strdup_printf (_ ("Leads to “%s”"), to);
  switch (kist_walked_get_edge (walked, edge))
    {
    case KIST_WALKED_NOW:
      /* Translators: %s is a passage of a scenario */
      return g_strdup_printf (_ ("Led to “%s” in this run"), to);
    case KIST_WALKED_EARLIER:
      /* Translators: %s is a passage of a scenario */
      return g_strdup_printf (_ ("Led to “%s” earlier"), to);
    case KIST_WALKED_NEVER:
    default:
      return g_strdup (_ ("Not tried yet"));
    }
}

/**
 * kist_map_words_dup_passage:
 * @graph: a graph
 * @walked: (nullable): what was walked of it; %NULL for its author
 * @passage: a passage
 *
 * Returns: (transfer full): all that a map shows of it, in words: what it is, its state, and its ways on
 */
char *
kist_map_words_dup_passage (KistGraph *graph, KistWalked *walked, unsigned passage)
{
  g_autofree char *name = kist_map_words_dup_name (graph, walked, passage);
  g_autofree char *state = NULL;
  GString         *words;
  unsigned         first = kist_graph_get_first_edge (graph, passage);
  unsigned         n = kist_graph_get_first_edge (graph, passage + 1) - first;

  if (!is_known (walked, passage))
    return g_steal_pointer (&name);
  state = kist_map_words_dup_state (graph, walked, passage);
  words = g_string_new (NULL);
  g_string_append_printf (words, "%s. %s.", name, state);
  if (n > 0)
    g_string_append_printf (words, ngettext (" %u way on:", " %u ways on:", n), n);
  for (unsigned i = first; i < first + n; i++)
    {
      g_autofree char *choice = kist_map_words_dup_choice (graph, walked, i);
      g_autofree char *way = kist_map_words_dup_way (graph, walked, i);

      g_string_append_printf (words, " %s: %s.", choice, way);
    }
  return g_string_free_and_steal (words);
}
