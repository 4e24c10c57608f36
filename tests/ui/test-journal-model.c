/* The journal as a list model, and the services around it: what is done now is what a new start finds. */
#include "../store/store-fixture.h"
#include "ui-fixture.h"

static KistJournal *
get_journal (UiFixture *fixture)
{
  return kist_services_get_journal (fixture->services);
}

static KistEntry *
create (UiFixture *fixture, KistThing *thing, const char *title)
{
  kist_clock_advance (fixture->clock, G_USEC_PER_SEC);
  return kist_journal_create (get_journal (fixture), thing, title, "Words.");
}

/* @titles: those of all entries, "b a" */
static void
assert_titles (UiFixture *fixture, const char *titles)
{
  GListModel *entries = kist_journal_get_entries (get_journal (fixture));
  g_autoptr (GString) found = g_string_new (NULL);

  for (unsigned i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (entries, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", kist_entry_get_title (entry));
    }
  g_assert_cmpstr (found->str, ==, titles);
}

static void
assert_titles_now_and_after_a_start (UiFixture *fixture, const char *titles)
{
  assert_titles (fixture, titles);
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
  assert_titles (fixture, titles);
}

static void
test_the_last_made_is_first (UiFixture *fixture, gconstpointer data)
{
  create (fixture, NULL, "a");
  create (fixture, NULL, "b");
  create (fixture, NULL, "c");
  assert_titles_now_and_after_a_start (fixture, "c b a");
}

static void
test_the_last_changed_is_first (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) a = g_object_ref (create (fixture, NULL, "a"));
  g_autoptr (KistEntry) b = g_object_ref (create (fixture, NULL, "b"));
  g_autoptr (KistEntry) changed = NULL;
  g_autoptr (KistEntry) again = NULL;

  kist_clock_advance (fixture->clock, G_USEC_PER_SEC);
  changed = kist_entry_new_with_text (a, "a2", "Other words.", kist_clock_now (fixture->clock));
  kist_journal_save (get_journal (fixture), changed);
  assert_titles (fixture, "a2 b");
  again = kist_entry_new_with_text (changed, "a3", "Other words.", kist_clock_now (fixture->clock));
  kist_journal_save (get_journal (fixture), again);
  g_assert_true (kist_journal_lookup (get_journal (fixture), kist_entry_get_id (a)) == again);
  assert_titles_now_and_after_a_start (fixture, "a3 b");
}

static void
test_what_is_deleted_for_good_stays_away (UiFixture *fixture, gconstpointer data)
{
  const char *ids[] = { NULL, NULL, NULL };
  g_autoptr (KistEntry) a = g_object_ref (create (fixture, NULL, "a"));
  g_autoptr (KistEntry) b = g_object_ref (create (fixture, NULL, "b"));

  create (fixture, NULL, "c");
  kist_journal_delete (get_journal (fixture), a);
  ids[0] = kist_entry_get_id (a);
  ids[1] = kist_entry_get_id (b);
  kist_journal_erase (get_journal (fixture), ids);
  assert_titles_now_and_after_a_start (fixture, "c");
}

static void
test_deleting_can_be_taken_back_to_its_place (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) b = NULL;

  create (fixture, NULL, "a");
  b = g_object_ref (create (fixture, NULL, "b"));
  create (fixture, NULL, "c");
  kist_journal_delete (get_journal (fixture), b);
  g_assert_null (kist_journal_lookup (get_journal (fixture), kist_entry_get_id (b)));
  assert_titles_now_and_after_a_start (fixture, "c a");
  kist_journal_undelete (get_journal (fixture), b);
  assert_titles_now_and_after_a_start (fixture, "c b a");
}

static void
test_the_oldest_comes_back_last (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) a = g_object_ref (create (fixture, NULL, "a"));

  create (fixture, NULL, "b");
  kist_journal_delete (get_journal (fixture), a);
  kist_journal_undelete (get_journal (fixture), a);
  assert_titles_now_and_after_a_start (fixture, "b a");
}

static void
test_undoing_twice_brings_back_one (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) a = g_object_ref (create (fixture, NULL, "a"));

  kist_journal_delete (get_journal (fixture), a);
  kist_journal_undelete (get_journal (fixture), a);
  kist_journal_undelete (get_journal (fixture), a);
  assert_titles_now_and_after_a_start (fixture, "a");
}

static void
test_entries_are_found_by_thing (UiFixture *fixture, gconstpointer data)
{
  KistThing *second = kist_library_lookup_thing (fixture->library, "core/second");
  KistEntry *newer;

  create (fixture, NULL, "of-its-own");
  create (fixture, fixture->media, "older");
  newer = create (fixture, fixture->media, "newer");
  create (fixture, second, "second");
  g_assert_true (kist_journal_find_for_thing (get_journal (fixture), "core/media") == newer);
  g_assert_null (kist_journal_find_for_thing (get_journal (fixture), "core/none"));
  g_assert_null (kist_journal_lookup (get_journal (fixture), "none"));
}

static void
changed_cb (unsigned *count)
{
  (*count)++;
}

static void
items_changed_cb (GListModel *model, unsigned position, unsigned removed, unsigned added, GString *said)
{
  g_string_append_printf (said, "%u-%u+%u ", position, removed, added);
}

static void
test_each_change_is_said_once (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (KistEntry) a = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  unsigned n_journal = 0, n_services = 0;

  g_signal_connect_swapped (get_journal (fixture), "changed", G_CALLBACK (changed_cb), &n_journal);
  g_signal_connect_swapped (fixture->services, "changed", G_CALLBACK (changed_cb), &n_services);
  g_signal_connect (kist_journal_get_entries (get_journal (fixture)), "items-changed", G_CALLBACK (items_changed_cb),
                    said);
  a = g_object_ref (create (fixture, NULL, "a"));
  kist_journal_save (get_journal (fixture), a);
  kist_journal_delete (get_journal (fixture), a);
  kist_journal_delete (get_journal (fixture), a);
  kist_journal_undelete (get_journal (fixture), a);
  g_assert_cmpuint (n_journal, ==, 4);
  g_assert_cmpuint (n_services, ==, 4);
  g_assert_cmpstr (said->str, ==, "0-0+1 0-1+1 0-1+0 0-0+1 ");
}

static void
test_what_is_recorded_is_there_after_a_start (UiFixture *fixture, gconstpointer data)
{
  GPtrArray       *events;
  const KistEvent *event;

  kist_services_record (fixture->services, KIST_VERB_CHOSE, fixture->media, ui_fixture_step (fixture, "request"), "run",
                        1, "Friday", "workers-2024/2.8");
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
  events = kist_services_get_events (fixture->services);
  g_assert_cmpuint (events->len, ==, 1);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpint (event->time, ==, FIXTURE_NOW);
  g_assert_cmpint (event->verb, ==, KIST_VERB_CHOSE);
  g_assert_cmpstr (event->thing, ==, "core/media");
  g_assert_cmpstr (event->step, ==, "request");
  g_assert_cmpstr (event->item, ==, "run");
  g_assert_cmpint (event->value, ==, 1);
  g_assert_cmpstr (event->text, ==, "Friday");
  g_assert_cmpstr (event->codes, ==, "workers-2024/2.8");
}

/* What a fold says of everything that the events below touch. */
static char *
describe (UiFixture *fixture)
{
  KistProgress *progress = kist_services_get_progress (fixture->services);
  GString      *said = g_string_new (NULL);

  for (unsigned i = 0; i < kist_thing_get_n_steps (fixture->media); i++)
    {
      KistStep            *step = kist_thing_get_step (fixture->media, i);
      KistCompletion       completion = kist_completion_of_step (fixture->library, progress, fixture->media, step);
      const KistStepFacts *facts = kist_progress_get_step (progress, "core/media", kist_step_get_id (step));

      g_string_append_printf (said, "%s %d %u/%u %" G_GINT64_FORMAT "\n", kist_step_get_id (step), completion.state,
                              completion.done, completion.total, facts ? facts->last : 0);
    }
  return g_string_free (said, FALSE);
}

static void
test_folding_on_a_start_is_folding_as_it_happens (UiFixture *fixture, gconstpointer data)
{
  static const struct
  {
    KistVerb    verb;
    const char *step;
    const char *item;
    gint64      value;
  } events[] = {
    { KIST_VERB_OPENED, "counts", NULL, 0 },      { KIST_VERB_READ, "counts", NULL, 0 },
    { KIST_VERB_TICKED, "look", "search", 0 },    { KIST_VERB_SKIPPED, "look", "pictures", 0 },
    { KIST_VERB_UNTICKED, "look", "search", 0 },  { KIST_VERB_RATED, "rate", "drive", 2 },
    { KIST_VERB_RATED, "rate", "drive", 1 },      { KIST_VERB_ANSWERED, "passwords", "length", 0 },
    { KIST_VERB_REFLECTED, "policy", "keep", 7 }, { KIST_VERB_WROTE, "write", "a", 40 },
  };
  g_autofree char *as_it_happened = NULL;
  g_autofree char *on_a_start = NULL;

  for (unsigned i = 0; i < G_N_ELEMENTS (events); i++)
    {
      kist_clock_advance (fixture->clock, G_USEC_PER_SEC);
      ui_fixture_record (fixture, events[i].verb, events[i].step, events[i].item, events[i].value);
    }
  as_it_happened = describe (fixture);
  ui_fixture_close (fixture);
  ui_fixture_open (fixture);
  on_a_start = describe (fixture);
  g_assert_cmpstr (on_a_start, ==, as_it_happened);
  g_assert_nonnull (strstr (on_a_start, "look 1 1/2"));
}

static void
test_a_place_is_known_at_once_and_after_a_start (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (KistPlace) place = kist_place_new ("step:core/media/counts");

  place->block = 3;
  place->fraction = 0.25;
  g_assert_null (kist_services_get_place (fixture->services, place->key));
  kist_services_save_place (fixture->services, place);
  place->block = 4;
  kist_services_save_place (fixture->services, place);
  for (unsigned i = 0; i < 2; i++)
    {
      const KistPlace *found = kist_services_get_place (fixture->services, place->key);

      g_assert_cmpint (found->block, ==, 4);
      g_assert_cmpfloat (found->fraction, ==, 0.25);
      ui_fixture_close (fixture);
      ui_fixture_open (fixture);
    }
}

static void
count_cb (unsigned *n)
{
  (*n)++;
}

static GPtrArray *
new_entries (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (entries, kist_entry_new ("x", NULL, NULL, "x", "", 1, FIXTURE_NOW + G_USEC_PER_SEC * 3 / 2));
  g_ptr_array_add (entries, kist_entry_new ("y", NULL, NULL, "y", "", 1, 2));
  g_ptr_array_add (entries, kist_entry_new ("z", NULL, NULL, "z", "", 2, 2));
  return entries;
}

/* As the store would list them; whoever follows is told once. */
static void
test_many_come_each_to_its_place (UiFixture *fixture, gconstpointer data)
{
  static const char *const sources[] = { "1", "2", "3", NULL };
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GAsyncResult) result = NULL;
  unsigned n_changes = 0;

  create (fixture, NULL, "a");
  create (fixture, NULL, "b");
  kist_store_import_async (fixture->store, entries, sources, NULL, NULL, NULL, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, NULL));
  g_clear_object (&result); /* which has the store */
  g_signal_connect_swapped (get_journal (fixture), "changed", G_CALLBACK (count_cb), &n_changes);
  kist_journal_add_all (get_journal (fixture), entries);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_titles_now_and_after_a_start (fixture, "b x a z y");
}

static void
test_many_go_at_once (UiFixture *fixture, gconstpointer data)
{
  const char *ids[] = { NULL, "nobody", NULL, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  unsigned n_changes = 0;

  ids[0] = kist_entry_get_id (create (fixture, NULL, "a"));
  create (fixture, NULL, "b");
  ids[2] = kist_entry_get_id (create (fixture, NULL, "c"));
  kist_store_delete_entries_async (fixture->store, ids, fixture_result_cb, &result);
  fixture_wait (&result);
  g_assert_true (kist_store_save_finish (fixture->store, result, NULL));
  g_clear_object (&result); /* which has the store */
  g_signal_connect_swapped (get_journal (fixture), "changed", G_CALLBACK (count_cb), &n_changes);
  kist_journal_drop_all (get_journal (fixture), ids);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_titles_now_and_after_a_start (fixture, "b");
}

#define ADD(name, function) g_test_add (name, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);
  ADD ("/journal-model/the-last-made-is-first", test_the_last_made_is_first);
  ADD ("/journal-model/the-last-changed-is-first", test_the_last_changed_is_first);
  ADD ("/journal-model/deleting-can-be-taken-back-to-its-place", test_deleting_can_be_taken_back_to_its_place);
  ADD ("/journal-model/what-is-deleted-for-good-stays-away", test_what_is_deleted_for_good_stays_away);
  ADD ("/journal-model/the-oldest-comes-back-last", test_the_oldest_comes_back_last);
  ADD ("/journal-model/undoing-twice-brings-back-one", test_undoing_twice_brings_back_one);
  ADD ("/journal-model/entries-are-found-by-thing", test_entries_are_found_by_thing);
  ADD ("/journal-model/each-change-is-said-once", test_each_change_is_said_once);
  ADD ("/journal-model/many-come-each-to-its-place", test_many_come_each_to_its_place);
  ADD ("/journal-model/many-go-at-once", test_many_go_at_once);
  ADD ("/services/what-is-recorded-is-there-after-a-start", test_what_is_recorded_is_there_after_a_start);
  ADD ("/services/folding-on-a-start-is-folding-as-it-happens", test_folding_on_a_start_is_folding_as_it_happens);
  ADD ("/services/a-place-is-known-at-once-and-after-a-start", test_a_place_is_known_at_once_and_after_a_start);
  return g_test_run ();
}
