#include <string.h>

#include "base/kist-error.h"
#include "store-fixture.h"
#include "store/kist-tables.h"

static void
append (KistDatabase *database, gint64 time, KistVerb verb)
{
  g_autoptr (KistEvent) event =
      kist_event_new (time, verb, "digital/email", "tone", "item-1", -5, "right", "workers-2024/2.8 workers-2024/2.3");
  g_autoptr (GError) error = NULL;

  kist_event_table_append (database, event, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load (KistDatabase *database, unsigned *n_unreadable)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *events = kist_event_table_load (database, n_unreadable, &error);

  g_assert_no_error (error);
  return events;
}

static void
assert_refused (const char *sql)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  unsigned n_unreadable;

  append (database, 1, KIST_VERB_OPENED);
  append (database, 2, KIST_VERB_READ);
  g_assert_false (kist_database_exec (database, sql, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "only ever appended"));
  events = load (database, &n_unreadable);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpint (((KistEvent *)g_ptr_array_index (events, 0))->time, ==, 1);
}

static void
test_an_event_comes_back_as_it_was (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (KistEvent) bare = kist_event_new (7, KIST_VERB_OPENED, "digital/email", "read", NULL, 0, NULL, NULL);
  g_autoptr (GPtrArray) events = NULL;
  const KistEvent *event;
  unsigned         n_unreadable;

  append (database, 5, KIST_VERB_ANSWERED);
  g_assert_true (kist_event_table_append (database, bare, NULL));
  events = load (database, &n_unreadable);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpuint (n_unreadable, ==, 0);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpint (event->time, ==, 5);
  g_assert_cmpint (event->verb, ==, KIST_VERB_ANSWERED);
  g_assert_cmpstr (event->thing, ==, "digital/email");
  g_assert_cmpstr (event->step, ==, "tone");
  g_assert_cmpstr (event->item, ==, "item-1");
  g_assert_cmpint (event->value, ==, -5);
  g_assert_cmpstr (event->text, ==, "right");
  g_assert_cmpstr (event->codes, ==, "workers-2024/2.8 workers-2024/2.3");
  event = g_ptr_array_index (events, 1);
  g_assert_null (event->item);
  g_assert_null (event->text);
  g_assert_null (event->codes);
}

static void
test_every_verb_comes_back (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) events = NULL;
  unsigned n_unreadable;

  for (int verb = KIST_VERB_OPENED; verb < KIST_N_VERBS; verb++)
    append (database, verb, verb);
  events = load (database, &n_unreadable);
  g_assert_cmpuint (events->len, ==, KIST_N_VERBS);
  for (int verb = KIST_VERB_OPENED; verb < KIST_N_VERBS; verb++)
    g_assert_cmpint (((KistEvent *)g_ptr_array_index (events, verb))->verb, ==, verb);
}

/* A clock that was put back does not change the order in which things were done. */
static void
test_order_is_that_of_appending (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) events = NULL;
  unsigned n_unreadable;

  append (database, 100, KIST_VERB_TICKED);
  append (database, 50, KIST_VERB_UNTICKED);
  events = load (database, &n_unreadable);
  g_assert_cmpint (((KistEvent *)g_ptr_array_index (events, 0))->verb, ==, KIST_VERB_TICKED);
  g_assert_cmpint (((KistEvent *)g_ptr_array_index (events, 1))->verb, ==, KIST_VERB_UNTICKED);
}

static void
test_sqlite_refuses_to_update (void)
{
  assert_refused ("UPDATE event SET value = 9 WHERE id = 1");
}

static void
test_sqlite_refuses_to_delete (void)
{
  assert_refused ("DELETE FROM event");
}

static void
test_sqlite_refuses_to_replace (void)
{
  assert_refused ("INSERT OR REPLACE INTO event (id, time, verb, thing, step, value)"
                  " VALUES (1, 9, 'read', 'a', 'b', 0)");
}

static void
test_an_unknown_verb_is_counted_and_left_out (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) events = NULL;
  unsigned n_unreadable;

  append (database, 1, KIST_VERB_OPENED);
  g_assert_true (kist_database_exec (database,
                                     "INSERT INTO event (time, verb, thing, step, value)"
                                     " VALUES (2, 'levitated', 'a', 'b', 0)",
                                     NULL));
  append (database, 3, KIST_VERB_READ);
  events = load (database, &n_unreadable);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpuint (n_unreadable, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/events/an-event-comes-back-as-it-was", test_an_event_comes_back_as_it_was);
  g_test_add_func ("/events/every-verb-comes-back", test_every_verb_comes_back);
  g_test_add_func ("/events/order-is-that-of-appending", test_order_is_that_of_appending);
  g_test_add_func ("/events/sqlite-refuses-to-update", test_sqlite_refuses_to_update);
  g_test_add_func ("/events/sqlite-refuses-to-delete", test_sqlite_refuses_to_delete);
  g_test_add_func ("/events/sqlite-refuses-to-replace", test_sqlite_refuses_to_replace);
  g_test_add_func ("/events/an-unknown-verb-is-counted-and-left-out", test_an_unknown_verb_is_counted_and_left_out);
  return g_test_run ();
}
