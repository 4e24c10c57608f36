#include "kist-code-touch.h"

#include "progress/kist-code-use.h"
#include "progress/kist-run-record.h"

static void
touch_free (KistCodeTouch *self)
{
  g_free (self->text);
  g_free (self->choice);
  g_free (self);
}

/* (nullable) when the library no longer has its step */
static KistCodeTouch *
touch_new (KistLibrary *library, KistTouchKind kind, const KistEvent *event)
{
  KistThing     *thing = kist_library_lookup_thing (library, event->thing);
  KistStep      *step = thing ? kist_thing_lookup_step (thing, event->step) : NULL;
  KistCodeTouch *self;

  if (!step)
    return NULL;

  self = g_new0 (KistCodeTouch, 1);
  self->kind = kind;
  self->time = event->time;
  self->thing = thing;
  self->step = step;
  self->text = g_strdup (kist_step_get_title (step));
  return self;
}

static void
add_touch (GHashTable *touches, const char *code, KistCodeTouch *touch)
{
  GPtrArray *list = g_hash_table_lookup (touches, code);

  if (!list)
    {
      list = g_ptr_array_new_with_free_func ((GDestroyNotify)touch_free);
      g_hash_table_insert (touches, g_strdup (code), list);
    }
  g_ptr_array_add (list, touch);
}

static const char *
find_choice (KistLibrary *library, KistCodeTouch *touch, const KistEvent *event)
{
  KistScenario      *scenario = kist_library_lookup_scenario (library, touch->thing, touch->step);
  int                index = scenario && event->text ? kist_scenario_lookup (scenario, event->text) : -1;
  const KistPassage *passage = index >= 0 ? kist_scenario_get_passage (scenario, (unsigned)index) : NULL;

  if (!passage || event->value < 0 || event->value >= passage->choices->len)
    return NULL;
  return ((KistChoice *)g_ptr_array_index (passage->choices, event->value))->text;
}

/* A decision taken again in another run is another decision; taken twice in one run, only the last counts. */
static void
add_decisions (KistLibrary *library, GHashTable *touches, const KistCodeUse *use)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned i = use->events->len; i > 0; i--)
    {
      const KistEvent *event = g_ptr_array_index (use->events, i - 1);
      KistCodeTouch   *touch = NULL;

      if (event->verb == KIST_VERB_CHOSE &&
          g_hash_table_add (taken,
                            g_strdup_printf ("%s %s %s %s", event->thing, event->step, event->item, event->text)))
        touch = touch_new (library, KIST_TOUCH_DECISION, event);
      if (!touch)
        continue;
      g_set_str (&touch->text, event->text);
      touch->choice = g_strdup (find_choice (library, touch, event));
      touch->is_group = kist_run_id_is_group (event->item);
      add_touch (touches, use->code, touch);
    }
}

static const char *
find_prompt (KistStep *step, const char *id)
{
  for (unsigned i = 0; i < kist_step_get_n_parts (step); i++)
    if (g_strcmp0 (kist_step_get_part (step, i)->id, id) == 0)
      return kist_step_get_part (step, i)->text;
  return NULL;
}

static void
add_text (KistLibrary *library, GHashTable *touches, const KistEvent *event)
{
  KistTouchKind      kind = event->verb == KIST_VERB_WROTE ? KIST_TOUCH_WRITING : KIST_TOUCH_REFLECTION;
  KistThing         *thing = kist_library_lookup_thing (library, event->thing);
  const char *const *codes = thing ? kist_thing_get_codes (thing) : NULL;

  for (unsigned i = 0; codes && codes[i]; i++)
    {
      KistCodeTouch *touch = touch_new (library, kind, event);
      const char    *prompt = touch && kind == KIST_TOUCH_REFLECTION ? find_prompt (touch->step, event->item) : NULL;

      if (prompt)
        g_set_str (&touch->text, prompt);
      if (touch)
        add_touch (touches, codes[i], touch);
    }
}

/* What counts of an answer or a text is what it came to: an emptied one is none. */
static void
add_texts (KistLibrary *library, GHashTable *touches, GPtrArray *events)
{
  g_autoptr (GHashTable) latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       event;

  for (unsigned i = 0; i < events->len; i++)
    {
      KistEvent *next = g_ptr_array_index (events, i);

      if (next->verb == KIST_VERB_REFLECTED || next->verb == KIST_VERB_WROTE)
        g_hash_table_replace (latest, g_strdup_printf ("%s %s %s", next->thing, next->step, next->item), next);
    }
  g_hash_table_iter_init (&iter, latest);
  while (g_hash_table_iter_next (&iter, NULL, &event))
    if (((KistEvent *)event)->value > 0)
      add_text (library, touches, event);
}

static int
compare_times_cb (gconstpointer a, gconstpointer b)
{
  const KistCodeTouch *const *a_touch = a, *const *b_touch = b;

  return ((*a_touch)->time < (*b_touch)->time) - ((*a_touch)->time > (*b_touch)->time);
}

/**
 * kist_code_touches_of:
 * @library: a library
 * @events: (element-type KistEvent): all events, oldest first
 *
 * A decision that was taken back before its run ended touches nothing: it was tried and not decided.
 *
 * Returns: (transfer full) (element-type utf8 GPtrArray): for every code that was touched, "workers-2024/2.8", each
 *   #KistCodeTouch, the last first
 */
GHashTable *
kist_code_touches_of (KistLibrary *library, GPtrArray *events)
{
  GHashTable *touches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  GHashTableIter iter;
  gpointer       list;

  g_return_val_if_fail (KIST_IS_LIBRARY (library), touches);
  g_return_val_if_fail (events != NULL, touches);

  standing = kist_run_events_that_stand (events);
  uses = kist_code_uses_of (standing);
  for (unsigned i = 0; i < uses->len; i++)
    add_decisions (library, touches, g_ptr_array_index (uses, i));
  add_texts (library, touches, events);
  g_hash_table_iter_init (&iter, touches);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_times_cb);
  return touches;
}

/**
 * kist_code_find_things:
 * @library: a library
 * @code: "workers-2024/2.8"
 *
 * Returns: (transfer container) (element-type KistThing): the Things that touch it, in the library's order
 */
GPtrArray *
kist_code_find_things (KistLibrary *library, const char *code)
{
  GPtrArray *things = g_ptr_array_new ();

  g_return_val_if_fail (KIST_IS_LIBRARY (library) && code != NULL, things);

  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    {
      const char *const *codes = kist_thing_get_codes (kist_library_get_thing (library, i));

      if (codes && g_strv_contains (codes, code))
        g_ptr_array_add (things, kist_library_get_thing (library, i));
    }
  return things;
}
