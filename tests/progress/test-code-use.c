#include "progress/kist-code-use.h"

static void
add (GPtrArray *events, gint64 time, const char *codes)
{
  g_ptr_array_add (events, kist_event_new (time, KIST_VERB_CHOSE, "p/t", "s", "run", 0, "Friday", codes));
}

static void
test_lists_codes_in_the_order_of_their_numbers (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
  g_autoptr (GPtrArray) uses = NULL;
  const char *expected[] = { "employers-2024/1.1", "workers-2024/2.8", "workers-2024/2.10", "workers-2024/3.1" };

  add (events, 1, "workers-2024/2.10 workers-2024/3.1");
  add (events, 2, "employers-2024/1.1  workers-2024/2.8");
  add (events, 3, NULL);
  add (events, 4, "");
  uses = kist_code_uses_of (events);

  g_assert_cmpuint (uses->len, ==, G_N_ELEMENTS (expected));
  for (unsigned i = 0; i < uses->len; i++)
    g_assert_cmpstr (((KistCodeUse *)g_ptr_array_index (uses, i))->code, ==, expected[i]);
}

static void
test_each_code_has_its_events_oldest_first_and_once (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
  g_autoptr (GPtrArray) uses = NULL;
  const KistCodeUse *use;

  add (events, 20, "w/1 w/1");
  add (events, 10, "w/1");
  uses = kist_code_uses_of (events);
  g_ptr_array_set_size (events, 0); /* what is returned does not lean on what was given */

  g_assert_cmpuint (uses->len, ==, 1);
  use = g_ptr_array_index (uses, 0);
  g_assert_cmpuint (use->events->len, ==, 2);
  g_assert_cmpint (((KistEvent *)g_ptr_array_index (use->events, 0))->time, ==, 10);
  g_assert_cmpstr (((KistEvent *)g_ptr_array_index (use->events, 1))->text, ==, "Friday");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/code-use/lists-codes-in-the-order-of-their-numbers",
                   test_lists_codes_in_the_order_of_their_numbers);
  g_test_add_func ("/code-use/each-code-has-its-events-oldest-first-and-once",
                   test_each_code_has_its_events_oldest_first_and_once);
  return g_test_run ();
}
