#include "kist-code-use.h"

static void
kist_code_use_free (KistCodeUse *use)
{
  g_free (use->code);
  g_ptr_array_unref (use->events);
  g_free (use);
}

/* Numbers inside the codes compare as numbers, so that 2.10 comes behind 2.8. */
static int
compare_codes (const char *a, const char *b)
{
  while (*a && *b)
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          char   *a_end, *b_end;
          guint64 a_number = g_ascii_strtoull (a, &a_end, 10), b_number = g_ascii_strtoull (b, &b_end, 10);

          if (a_number != b_number)
            return a_number < b_number ? -1 : 1;
          a = a_end;
          b = b_end;
        }
      else if (*a != *b)
        return (guchar)*a - (guchar)*b;
      else
        {
          a++;
          b++;
        }
    }
  return (guchar)*a - (guchar)*b;
}

static int
compare_uses_cb (gconstpointer a, gconstpointer b)
{
  const KistCodeUse *const *a_use = a, *const *b_use = b;

  return compare_codes ((*a_use)->code, (*b_use)->code);
}

static int
compare_times_cb (gconstpointer a, gconstpointer b)
{
  const KistEvent *const *a_event = a, *const *b_event = b;

  return ((*a_event)->time > (*b_event)->time) - ((*a_event)->time < (*b_event)->time);
}

static gboolean
is_repeated (char **codes, unsigned index)
{
  for (unsigned i = 0; i < index; i++)
    if (g_str_equal (codes[i], codes[index]))
      return TRUE;
  return FALSE;
}

static void
add_use (GHashTable *uses, const char *code, const KistEvent *event)
{
  KistCodeUse *use = g_hash_table_lookup (uses, code);

  if (!use)
    {
      use = g_new0 (KistCodeUse, 1);
      use->code = g_strdup (code);
      use->events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
      g_hash_table_insert (uses, use->code, use);
    }
  g_ptr_array_add (use->events, kist_event_copy (event));
}

/**
 * kist_code_uses_of:
 * @events: (element-type KistEvent): events in any order
 *
 * An event that names a code twice counts once.
 *
 * Returns: (transfer full) (element-type KistCodeUse): the codes that were touched, by framework and number (2.8 before
 *   2.10), each with copies of its events
 */
GPtrArray *
kist_code_uses_of (GPtrArray *events)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) uses = NULL;

  g_return_val_if_fail (events != NULL, NULL);

  for (unsigned i = 0; i < events->len; i++)
    {
      const KistEvent *event = g_ptr_array_index (events, i);
      g_auto (GStrv) codes = event->codes ? g_strsplit (event->codes, " ", -1) : NULL;

      for (unsigned k = 0; codes && codes[k]; k++)
        if (*codes[k] && !is_repeated (codes, k))
          add_use (by_code, codes[k], event);
    }

  uses = g_hash_table_get_values_as_ptr_array (by_code);
  g_ptr_array_set_free_func (uses, (GDestroyNotify)kist_code_use_free);
  for (unsigned i = 0; i < uses->len; i++)
    g_ptr_array_sort (((KistCodeUse *)g_ptr_array_index (uses, i))->events, compare_times_cb);
  g_ptr_array_sort (uses, compare_uses_cb);
  return g_steal_pointer (&uses);
}
