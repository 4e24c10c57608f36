#include "progress/kist-progress.h"

#define DAY G_TIME_SPAN_DAY
#define HOUR G_TIME_SPAN_HOUR

static void
add (KistProgress *progress,
     gint64        time,
     KistVerb      verb,
     const char   *step,
     const char   *item,
     gint64        value,
     const char   *text)
{
  g_autoptr (KistEvent) event = kist_event_new (time, verb, "p/t", step, item, value, text, NULL);

  kist_progress_add (progress, event);
}

static void
test_nothing_is_known_of_what_was_never_touched (void)
{
  g_autoptr (KistProgress) progress = kist_progress_new ();
  g_autoptr (GPtrArray) ratings = kist_progress_dup_ratings (progress, "p/t", "s");

  g_assert_null (kist_progress_get_step (progress, "p/t", "s"));
  g_assert_null (kist_progress_get_item (progress, "p/t", "s", "i"));
  g_assert_cmpint (kist_progress_get_last_time (progress, "p/t"), ==, 0);
  g_assert_cmpuint (ratings->len, ==, 0);
}

static void
test_each_verb_changes_its_own_fact (void)
{
  g_autoptr (KistProgress) progress = kist_progress_new ();
  const KistStepFacts *facts;

  add (progress, 10, KIST_VERB_OPENED, "s", NULL, 0, NULL);
  facts = kist_progress_get_step (progress, "p/t", "s");
  g_assert_cmpint (facts->first, ==, 10);
  g_assert_false (facts->is_read);
  add (progress, 20, KIST_VERB_READ, "s", NULL, 0, NULL);
  g_assert_true (facts->is_read);
  add (progress, 30, KIST_VERB_CHOSE, "s", "run-1", 2, "Friday");
  g_assert_cmpuint (facts->n_runs, ==, 0);
  g_assert_cmpuint (g_hash_table_size (facts->items), ==, 0);
  add (progress, 40, KIST_VERB_ENDED, "s", "run-1", 0, "Trust kept");
  add (progress, 50, KIST_VERB_ENDED, "s", "run-2", 0, "Trust kept");
  add (progress, 60, KIST_VERB_ENDED, "s", "run-3", 0, "Trust lost");
  g_assert_cmpuint (facts->n_runs, ==, 3);
  g_assert_cmpuint (facts->endings->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (facts->endings, 1), ==, "Trust lost");
  add (progress, 70, KIST_VERB_WROTE, "s", "entry-1", 120, "met");
  g_assert_cmpuint (facts->words, ==, 120);
  g_assert_true (facts->is_met);
  add (progress, 80, KIST_VERB_WROTE, "s", "entry-2", 90, "short");
  g_assert_cmpuint (facts->words, ==, 90);
  g_assert_false (facts->is_met);
  g_assert_cmpstr (facts->entry, ==, "entry-2");
  g_assert_cmpint (facts->first, ==, 10);
  g_assert_cmpint (facts->last, ==, 80);
  g_assert_cmpint (kist_progress_get_last_time (progress, "p/t"), ==, 80);
}

static void
test_an_item_is_what_last_happened_to_it (void)
{
  g_autoptr (KistProgress) progress = kist_progress_new ();
  const KistItemFacts *item;

  add (progress, 10, KIST_VERB_TICKED, "do", "a", 0, NULL);
  add (progress, 20, KIST_VERB_UNTICKED, "do", "a", 0, NULL);
  add (progress, 30, KIST_VERB_SKIPPED, "do", "a", 0, "no signal");
  add (progress, 40, KIST_VERB_TICKED, "do", "b", 0, NULL);
  item = kist_progress_get_item (progress, "p/t", "do", "a");
  g_assert_cmpint (item->verb, ==, KIST_VERB_SKIPPED);
  g_assert_cmpstr (item->text, ==, "no signal");
  g_assert_cmpint (item->time, ==, 30);
  g_assert_null (kist_progress_get_item (progress, "p/t", "do", "c"));
  g_assert_null (kist_progress_get_item (progress, "p/other", "do", "a"));
}

static int
rating (GPtrArray *sittings, unsigned index, const char *item)
{
  int value = -1;

  g_assert_cmpuint (index, <, sittings->len);
  kist_ratings_lookup (g_ptr_array_index (sittings, index), item, &value);
  return value;
}

static void
test_a_sitting_goes_on_until_something_is_rated_anew (void)
{
  g_autoptr (KistProgress) progress = kist_progress_new ();
  g_autoptr (GPtrArray) sittings = NULL;
  const KistRatings *sitting;

  add (progress, 1, KIST_VERB_RATED, "rate", "a", 2, NULL);
  add (progress, 2 * HOUR, KIST_VERB_RATED, "rate", "a", 3, NULL); /* a second thought */
  add (progress, 3 * DAY, KIST_VERB_RATED, "rate", "b", 4, NULL);  /* the rest, on another day */
  add (progress, 30 * DAY, KIST_VERB_RATED, "rate", "a", 5, NULL); /* a month later */
  add (progress, 30 * DAY + 1, KIST_VERB_RATED, "rate", "a", 4, NULL);
  sittings = kist_progress_dup_ratings (progress, "p/t", "rate");

  g_assert_cmpuint (sittings->len, ==, 2);
  g_assert_cmpint (rating (sittings, 0, "a"), ==, 3);
  g_assert_cmpint (rating (sittings, 0, "b"), ==, 4);
  g_assert_cmpint (rating (sittings, 1, "a"), ==, 4);
  g_assert_cmpint (rating (sittings, 1, "b"), ==, 4);
  g_assert_cmpint (rating (sittings, 1, "c"), ==, -1);
  sitting = g_ptr_array_index (sittings, 0);
  g_assert_cmpint (sitting->begun, ==, 1);
  g_assert_cmpint (sitting->ended, ==, 3 * DAY);
  g_assert_cmpuint (sitting->n_rated, ==, 2);
  sitting = g_ptr_array_index (sittings, 1);
  g_assert_cmpuint (sitting->n_rated, ==, 1);
}

static void
test_a_sitting_ends_however_long_ago (void)
{
  g_autoptr (KistProgress) progress = kist_progress_new ();
  g_autoptr (GPtrArray) sittings = NULL;

  add (progress, G_MININT64, KIST_VERB_RATED, "rate", "a", 3, NULL);
  add (progress, G_MAXINT64, KIST_VERB_RATED, "rate", "a", 4, NULL);
  sittings = kist_progress_dup_ratings (progress, "p/t", "rate");
  g_assert_cmpuint (sittings->len, ==, 2);
}

static void
test_a_sitting_may_be_finished_on_another_day (void)
{
  g_autoptr (KistProgress) progress = kist_progress_new ();
  g_autoptr (GPtrArray) sittings = NULL;

  add (progress, 1, KIST_VERB_RATED, "rate", "a", 1, NULL);
  add (progress, 2, KIST_VERB_RATED, "rate", "b", 1, NULL);
  add (progress, 30 * DAY, KIST_VERB_RATED, "rate", "a", 2, NULL);
  add (progress, 33 * DAY, KIST_VERB_RATED, "rate", "b", 2, NULL);
  sittings = kist_progress_dup_ratings (progress, "p/t", "rate");

  g_assert_cmpuint (sittings->len, ==, 2);
  g_assert_cmpint (rating (sittings, 1, "b"), ==, 2);
  g_assert_cmpuint (((KistRatings *)g_ptr_array_index (sittings, 1))->n_rated, ==, 2);
}

/* ---- properties ---- */

static GPtrArray *
make_events (GRand *random, unsigned n_events)
{
  const char *const items[] = { "a", "b", "c", NULL };
  const char *const texts[] = { "met", "right", "An ending", NULL };
  GPtrArray        *events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
  gint64            time = 1;

  for (unsigned i = 0; i < n_events; i++)
    {
      g_autofree char *step = g_strdup_printf ("step-%d", g_rand_int_range (random, 0, 4));
      g_autofree char *thing = g_strdup_printf ("p/%d", g_rand_int_range (random, 0, 2));

      time += g_rand_int_range (random, 1, 40) * HOUR;
      g_ptr_array_add (events,
                       kist_event_new (time, g_rand_int_range (random, 0, KIST_N_VERBS), thing, step,
                                       items[g_rand_int_range (random, 0, 4)], g_rand_int_range (random, 0, 200),
                                       texts[g_rand_int_range (random, 0, 4)], NULL));
    }
  return events;
}

static void
describe_step (GString *text, KistProgress *progress, const char *thing, const char *step)
{
  const KistStepFacts *facts = kist_progress_get_step (progress, thing, step);
  g_autoptr (GPtrArray) sittings = kist_progress_dup_ratings (progress, thing, step);
  const char *const items[] = { "a", "b", "c" };

  if (!facts)
    return;
  g_string_append_printf (text, "%s/%s %ld-%ld %d %u %u %d %s;", thing, step, (long)facts->first, (long)facts->last,
                          facts->is_read, facts->n_runs, facts->words, facts->is_met, facts->entry);
  for (unsigned i = 0; i < facts->endings->len; i++)
    g_string_append_printf (text, "%s;", (char *)g_ptr_array_index (facts->endings, i));
  for (unsigned i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const KistItemFacts *item = kist_progress_get_item (progress, thing, step, items[i]);

      if (item)
        g_string_append_printf (text, "%s=%d %d %s %ld;", items[i], item->verb, (int)item->value, item->text,
                                (long)item->time);
      for (unsigned k = 0; k < sittings->len; k++)
        g_string_append_printf (text, "%d,", rating (sittings, k, items[i]));
    }
  g_string_append_c (text, '\n');
}

static char *
describe (KistProgress *progress)
{
  GString *text = g_string_new (NULL);

  for (unsigned thing = 0; thing < 2; thing++)
    for (unsigned step = 0; step < 4; step++)
      {
        g_autofree char *thing_key = g_strdup_printf ("p/%u", thing);
        g_autofree char *step_id = g_strdup_printf ("step-%u", step);

        g_string_append_printf (text, "%ld ", (long)kist_progress_get_last_time (progress, thing_key));
        describe_step (text, progress, thing_key, step_id);
      }
  return g_string_free (text, FALSE);
}

static char *
describe_folded (GPtrArray *events)
{
  g_autoptr (KistProgress) progress = kist_progress_new ();

  for (unsigned i = 0; i < events->len; i++)
    kist_progress_add (progress, g_ptr_array_index (events, i));
  return describe (progress);
}

static void
test_folding_one_by_one_is_folding_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (unsigned round = 0; round < 20; round++)
    {
      g_autoptr (GPtrArray) events = make_events (random, 40);
      g_autoptr (GPtrArray) so_far = g_ptr_array_new ();
      g_autoptr (KistProgress) live = kist_progress_new ();

      for (unsigned i = 0; i < events->len; i++)
        {
          g_autofree char *grown = NULL;
          g_autofree char *afresh = NULL;

          kist_progress_add (live, g_ptr_array_index (events, i));
          g_ptr_array_add (so_far, g_ptr_array_index (events, i));
          grown = describe (live);
          afresh = describe_folded (so_far);
          g_assert_cmpstr (grown, ==, afresh);
        }
    }
}

/* The events of each step in their order, the steps interleaved at random. */
static GPtrArray *
interleave (GRand *random, GPtrArray *events)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy (events, NULL, NULL);
  GPtrArray *mixed = g_ptr_array_new ();

  g_ptr_array_set_free_func (left, NULL);
  while (left->len > 0)
    {
      unsigned         pick = g_rand_int_range (random, 0, left->len);
      const KistEvent *event = g_ptr_array_index (left, pick);

      for (unsigned i = 0; i < pick; i++)
        {
          const KistEvent *earlier = g_ptr_array_index (left, i);

          if (g_str_equal (earlier->thing, event->thing) && g_str_equal (earlier->step, event->step))
            pick = i;
        }
      g_ptr_array_add (mixed, g_ptr_array_steal_index (left, pick));
    }
  return mixed;
}

static void
test_the_order_between_steps_makes_no_difference (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (unsigned round = 0; round < 50; round++)
    {
      g_autoptr (GPtrArray) events = make_events (random, 60);
      g_autoptr (GPtrArray) mixed = interleave (random, events);
      g_autofree char *as_happened = describe_folded (events);
      g_autofree char *as_mixed = describe_folded (mixed);

      g_assert_cmpstr (as_happened, ==, as_mixed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/progress/nothing-is-known-of-what-was-never-touched",
                   test_nothing_is_known_of_what_was_never_touched);
  g_test_add_func ("/progress/each-verb-changes-its-own-fact", test_each_verb_changes_its_own_fact);
  g_test_add_func ("/progress/an-item-is-what-last-happened-to-it", test_an_item_is_what_last_happened_to_it);
  g_test_add_func ("/progress/a-sitting-goes-on-until-something-is-rated-anew",
                   test_a_sitting_goes_on_until_something_is_rated_anew);
  g_test_add_func ("/progress/a-sitting-ends-however-long-ago", test_a_sitting_ends_however_long_ago);
  g_test_add_func ("/progress/a-sitting-may-be-finished-on-another-day", test_a_sitting_may_be_finished_on_another_day);
  g_test_add_func ("/progress/folding-one-by-one-is-folding-all", test_folding_one_by_one_is_folding_all);
  g_test_add_func ("/progress/the-order-between-steps-makes-no-difference",
                   test_the_order_between_steps_makes_no_difference);
  return g_test_run ();
}
