#include "kist-record.h"

#include "library/kist-completion.h"

/* What was done in one Thing within the span. */
typedef struct
{
  GHashTable *steps; /* (element-type KistStep) (owned) in which something was done */
  gint64      last;
} Work;

static void
work_free (Work *self)
{
  g_hash_table_unref (self->steps);
  g_free (self);
}

static void
element_free (KistRecordElement *self)
{
  g_ptr_array_unref (self->things);
  g_free (self);
}

static gboolean
is_doing (const KistEvent *event)
{
  return event->verb != KIST_VERB_OPENED && event->verb != KIST_VERB_UNTICKED;
}

/* (element-type KistThing Work) of every Thing in which something was done. */
static GHashTable *
collect_work (KistLibrary *library, GPtrArray *events, gint64 since)
{
  GHashTable *works = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)work_free);

  for (unsigned i = 0; i < events->len; i++)
    {
      const KistEvent *event = g_ptr_array_index (events, i);
      gboolean         counts = event->time >= since && is_doing (event);
      KistThing       *thing = counts ? kist_library_lookup_thing (library, event->thing) : NULL;
      KistStep        *step = thing ? kist_thing_lookup_step (thing, event->step) : NULL;
      Work            *work = step ? g_hash_table_lookup (works, thing) : NULL;

      if (!step)
        continue;
      if (!work)
        {
          work = g_new0 (Work, 1);
          work->steps = g_hash_table_new (NULL, NULL);
          g_hash_table_insert (works, thing, work);
        }
      g_hash_table_add (work->steps, step);
      work->last = MAX (work->last, event->time);
    }
  return works;
}

static unsigned
count_done (KistLibrary *library, KistProgress *progress, KistThing *thing, Work *work)
{
  GHashTableIter iter;
  gpointer       step;
  unsigned       n = 0;

  g_hash_table_iter_init (&iter, work->steps);
  while (g_hash_table_iter_next (&iter, &step, NULL))
    n += kist_completion_of_step (library, progress, thing, step).state == KIST_STATE_DONE;
  return n;
}

static gboolean
touches (KistThing *thing, const char *element)
{
  const char *const *elements = kist_thing_get_elements (thing);

  return elements && g_strv_contains (elements, element);
}

static int
compare_last_cb (gconstpointer a, gconstpointer b)
{
  const KistRecordThing *const *a_thing = a, *const *b_thing = b;

  return ((*a_thing)->last < (*b_thing)->last) - ((*a_thing)->last > (*b_thing)->last);
}

/**
 * kist_record_of:
 * @library: a library
 * @progress: the fold of all events, those before @since too
 * @events: (element-type KistEvent): all events in any order
 * @since: what happened earlier does not count, microseconds since 1970, UTC
 *
 * What was done in a Thing that @library has no longer is not in the record: nothing is known of its elements.
 *
 * Returns: (transfer full) (element-type KistRecordElement): every element in the order of its framework; empty when
 *   @library has no framework %KIST_RECORD_FRAMEWORK
 */
GPtrArray *
kist_record_of (KistLibrary *library, KistProgress *progress, GPtrArray *events, gint64 since)
{
  GPtrArray     *elements = g_ptr_array_new_with_free_func ((GDestroyNotify)element_free);
  KistFramework *framework;
  g_autoptr (GHashTable) works = NULL;

  g_return_val_if_fail (KIST_IS_LIBRARY (library) && KIST_IS_PROGRESS (progress), elements);
  g_return_val_if_fail (events != NULL, elements);

  framework = kist_record_get_framework (library);
  works = collect_work (library, events, since);
  for (unsigned i = 0; framework && i < kist_framework_get_n_codes (framework); i++)
    {
      KistRecordElement *element = g_new0 (KistRecordElement, 1);
      GHashTableIter     iter;
      gpointer           thing, work;

      element->code = kist_framework_get_code (framework, i);
      element->things = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_iter_init (&iter, works);
      while (g_hash_table_iter_next (&iter, &thing, &work))
        {
          KistRecordThing *row;

          if (!touches (thing, element->code->number))
            continue;
          row = g_new0 (KistRecordThing, 1);
          row->thing = thing;
          row->n_steps = count_done (library, progress, thing, work);
          row->last = ((Work *)work)->last;
          element->n_steps += row->n_steps;
          g_ptr_array_add (element->things, row);
        }
      g_ptr_array_sort (element->things, compare_last_cb);
      g_ptr_array_add (elements, element);
    }
  return elements;
}

/**
 * kist_record_find_things:
 * @library: a library
 * @element: an element's number
 *
 * Returns: (transfer container) (element-type KistThing): the Things that touch it, in the library's order
 */
GPtrArray *
kist_record_find_things (KistLibrary *library, const char *element)
{
  GPtrArray *things = g_ptr_array_new ();

  g_return_val_if_fail (KIST_IS_LIBRARY (library), things);

  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    if (touches (kist_library_get_thing (library, i), element))
      g_ptr_array_add (things, kist_library_get_thing (library, i));
  return things;
}

/**
 * kist_record_dup_year_begin:
 * @now: the time in the person's time zone
 *
 * The SSSC asks that every element is covered between one annual declaration and the next, and those fall on the day of
 * registration (learn.sssc.uk.com/cpl/introduction), which Kist does not know. The year that ends today stands in:
 * today and the days before it that make up twelve months.
 *
 * Returns: (transfer full): the beginning of its first day
 */
GDateTime *
kist_record_dup_year_begin (GDateTime *now)
{
  g_autoptr (GDateTime) year_ago = NULL;
  g_autoptr (GDateTime) first = NULL;

  g_return_val_if_fail (now != NULL, NULL);

  year_ago = g_date_time_add_years (now, -1);
  first = g_date_time_add_days (year_ago, 1);
  return g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (first), g_date_time_get_month (first),
                          g_date_time_get_day_of_month (first), 0, 0, 0);
}

/**
 * kist_record_get_framework:
 * @library: a library
 *
 * Returns: (transfer none) (nullable): the core elements, or %NULL when no pack has them
 */
KistFramework *
kist_record_get_framework (KistLibrary *library)
{
  g_return_val_if_fail (KIST_IS_LIBRARY (library), NULL);

  for (unsigned i = 0; i < kist_library_get_n_frameworks (library); i++)
    {
      KistFramework *framework = kist_library_get_framework (library, i);

      if (g_str_equal (kist_framework_get_id (framework), KIST_RECORD_FRAMEWORK))
        return framework;
    }
  return NULL;
}
