#include "kist-map-state.h"

#include <glib/gi18n.h>

#include "ui/widgets/map/kist-map-words.h"

static void
way_free (KistMapWayOn *way)
{
  g_free (way->choice);
  g_free (way->way);
  g_free (way);
}

static void
stop_free (KistMapStop *stop)
{
  g_free (stop->name);
  g_free (stop->state);
  g_ptr_array_unref (stop->ways);
  g_free (stop);
}

/* Everything that was ever chosen in the step, gone back from or not. */
static void
add_events (KistWalked *walked, GPtrArray *events, const char *thing, const char *step)
{
  for (unsigned i = 0; i < events->len; i++)
    {
      const KistEvent *event = g_ptr_array_index (events, i);

      if (!event->text || !g_str_equal (event->thing, thing) || !g_str_equal (event->step, step))
        continue;
      if (event->verb == KIST_VERB_CHOSE)
        kist_walked_add (walked, event->text, event->value);
      else if (event->verb == KIST_VERB_ENDED)
        kist_walked_add_ending (walked, event->text);
    }
}

static gboolean
add_run (KistWalked *walked, KistScenario *scenario, const char *choices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistRun) run = *choices ? kist_run_new_from_choices (scenario, choices, &error) : NULL;

  if (run)
    kist_walked_add_run (walked, run);
  else if (error)
    g_message ("The map shows no run: %s", error->message);
  return run != NULL;
}

static char *
dup_coverage (KistWalked *walked)
{
  unsigned         n_ways = kist_graph_count_reachable_edges (kist_walked_get_graph (walked));
  unsigned         n_endings = kist_walked_count_reachable_endings (walked);
  g_autofree char *ways = g_strdup_printf (ngettext ("%u of %u way walked", "%u of %u ways walked", n_ways),
                                           kist_walked_count_edges (walked), n_ways);
  g_autofree char *endings = g_strdup_printf (ngettext ("%u of %u ending found", "%u of %u endings found", n_endings),
                                              kist_walked_count_endings (walked), n_endings);

  /* Translators: "14 of 31 ways walked" and "3 of 8 endings found" */
  return g_strdup_printf (_ ("%s, %s"), ways, endings);
}

static KistMapStop *
create_stop (KistWalked *walked, unsigned passage)
{
  KistGraph   *graph = kist_walked_get_graph (walked);
  KistMapStop *stop = g_new0 (KistMapStop, 1);

  stop->passage = passage;
  stop->name = kist_map_words_dup_name (graph, walked, passage);
  stop->state = kist_map_words_dup_state (graph, walked, passage);
  stop->ways = g_ptr_array_new_with_free_func ((GDestroyNotify)way_free);
  for (unsigned i = kist_graph_get_first_edge (graph, passage); i < kist_graph_get_first_edge (graph, passage + 1); i++)
    {
      KistMapWayOn *way = g_new0 (KistMapWayOn, 1);

      way->choice = kist_map_words_dup_choice (graph, walked, i);
      way->way = kist_map_words_dup_way (graph, walked, i);
      way->to = kist_walked_get_edge (walked, i) != KIST_WALKED_NEVER ? (int)kist_graph_get_edge (graph, i)->to : -1;
      g_ptr_array_add (stop->ways, way);
    }
  return stop;
}

static int
compare_stops_cb (gconstpointer a, gconstpointer b, gpointer graph)
{
  unsigned one = (*(const KistMapStop *const *)a)->passage;
  unsigned other = (*(const KistMapStop *const *)b)->passage;
  unsigned depth_of_one = kist_graph_get_node (graph, one)->depth;
  unsigned depth_of_other = kist_graph_get_node (graph, other)->depth;

  if (depth_of_one != depth_of_other)
    return depth_of_one < depth_of_other ? -1 : 1;
  return (one > other) - (one < other);
}

static GPtrArray *
create_stops (KistWalked *walked)
{
  KistGraph *graph = kist_walked_get_graph (walked);
  GPtrArray *stops = g_ptr_array_new_with_free_func ((GDestroyNotify)stop_free);

  for (unsigned i = 0; i < kist_graph_get_n_nodes (graph); i++)
    if (kist_walked_get_passage (walked, i) != KIST_WALKED_NEVER)
      g_ptr_array_add (stops, create_stop (walked, i));
  g_ptr_array_sort_with_data (stops, compare_stops_cb, graph);
  return stops;
}

/**
 * kist_map_state_new:
 * @scenario: a scenario
 * @events: (element-type KistEvent): everything that happened
 * @thing: the key of the Thing that is meant
 * @step: the id of its step
 * @choices: the choices of the run that stands out, as kist_run_dup_choices() writes them; "" for none. Choices that
 *   are no way through @scenario any more are passed over.
 *
 * Returns: (transfer full): what to show
 */
KistMapState *
kist_map_state_new (KistScenario *scenario, GPtrArray *events, const char *thing, const char *step, const char *choices)
{
  KistMapState *self = g_new0 (KistMapState, 1);
  g_autoptr (KistGraph) graph = kist_graph_new (scenario);

  self->scenario = g_object_ref (scenario);
  self->walked = kist_walked_new (graph);
  add_events (self->walked, events, thing, step);
  self->has_run = add_run (self->walked, scenario, choices);
  self->coverage = dup_coverage (self->walked);
  self->stops = create_stops (self->walked);
  return self;
}

/**
 * kist_map_state_free:
 * @self: a state
 */
void
kist_map_state_free (KistMapState *self)
{
  g_object_unref (self->scenario);
  g_object_unref (self->walked);
  g_free (self->coverage);
  g_ptr_array_unref (self->stops);
  g_free (self);
}
