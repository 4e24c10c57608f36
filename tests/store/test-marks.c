/* Tags and links of entries in their tables: kept with the entry, in one step, wherever it goes. */
#include <string.h>

#include "store-fixture.h"
#include "store/search/kist-hit.h"
#include "store/kist-tables.h"

#define CODE "kist:code/workers-2024/2.8"
#define THING "kist:thing/core/email"

static void
save (KistDatabase *database, const char *id, const char *body, const char *tags, const char *links)
{
  g_autoptr (KistEntry) entry = fixture_marked_entry (id, body, FIXTURE_NOW, tags, links);
  g_autoptr (GError) error = NULL;

  kist_entry_table_save (database, entry, &error);
  g_assert_no_error (error);
}

static void
assert_marks (GPtrArray *entries, const char *id, const char *expected)
{
  for (unsigned i = 0; i < entries->len; i++)
    if (g_str_equal (kist_entry_get_id (g_ptr_array_index (entries, i)), id))
      {
        g_autofree char *marks = fixture_dup_marks (g_ptr_array_index (entries, i));

        g_assert_cmpstr (marks, ==, expected);
        return;
      }
  g_error ("there is no “%s”", id);
}

static GPtrArray *
load (KistDatabase *database)
{
  g_autoptr (GError) error = NULL;
  unsigned   n_unreadable;
  GPtrArray *entries = kist_entry_table_load (database, &n_unreadable, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_unreadable, ==, 0);
  return entries;
}

static gint64
count (KistDatabase *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  gint64           n = -1;

  g_assert_true (kist_database_read_integer (database, sql, &n, NULL));
  return n;
}

static void
test_marks_come_back_as_they_were (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) entries = NULL;

  save (database, "a", "text", "team Boundaries", THING " " CODE);
  save (database, "b", "text", "Team", "");
  save (database, "c", "text", "", "");
  entries = load (database);
  assert_marks (entries, "a", "Boundaries team | " THING " " CODE);
  assert_marks (entries, "b", "Team |");
  assert_marks (entries, "c", " |");
}

static void
test_marks_change_with_their_entry (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) entries = NULL;

  save (database, "a", "text", "one two", THING " " CODE);
  save (database, "a", "text", "Two three", CODE " " THING);
  save (database, "b", "text", "one", CODE);
  save (database, "b", "text", "", "");
  entries = load (database);
  assert_marks (entries, "a", "three Two | " CODE " " THING);
  assert_marks (entries, "b", " |");
}

/* Every second of typing is a save. */
static void
test_a_save_under_the_same_marks_writes_none (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  gint64 before;

  save (database, "a", "text", "one two", CODE);
  g_assert_true (kist_database_exec (database,
                                     "CREATE TEMP TRIGGER no_tag BEFORE INSERT ON main.entry_tag"
                                     " BEGIN SELECT RAISE (ABORT, 'a tag was written'); END;"
                                     "CREATE TEMP TRIGGER no_link BEFORE DELETE ON main.entry_link"
                                     " BEGIN SELECT RAISE (ABORT, 'a link was removed'); END",
                                     NULL));
  before = count (database, "entry_tag");
  save (database, "a", "another text", "one two", CODE);
  g_assert_cmpint (count (database, "entry_tag"), ==, before);
}

static void
test_the_bin_keeps_them (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  save (database, "a", "text", "team", CODE);
  g_assert_true (kist_entry_table_set_deleted (database, "a", TRUE, FIXTURE_NOW, NULL));
  deleted = kist_entry_table_load_deleted (database, NULL);
  assert_marks (deleted, "a", "team | " CODE);
  g_assert_true (kist_entry_table_set_deleted (database, "a", FALSE, FIXTURE_NOW, NULL));
  entries = load (database);
  assert_marks (entries, "a", "team | " CODE);
}

static void
test_they_go_with_their_entry (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();

  save (database, "a", "text", "one two", THING " " CODE);
  save (database, "b", "text", "one", CODE);
  g_assert_true (kist_database_exec (database, "DELETE FROM entry WHERE id = 'a'", NULL));
  g_assert_cmpint (count (database, "entry_tag"), ==, 1);
  g_assert_cmpint (count (database, "entry_link"), ==, 1);
}

static void
test_a_damaged_link_is_passed_over (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autoptr (GPtrArray) entries = NULL;

  save (database, "a", "text", "one", THING " " CODE);
  g_assert_true (kist_database_exec (database, "UPDATE entry_link SET target = 'nowhere' WHERE position = 0", NULL));
  entries = load (database);
  assert_marks (entries, "a", "one | " CODE);
}

static char *
search (KistDatabase *database, const char *words, const char *tag)
{
  gboolean is_done;
  g_autoptr (GPtrArray) hits = NULL;
  GString *ids = g_string_new (NULL);

  g_assert_true (kist_search_table_index (database, 100, &is_done, NULL));
  hits = kist_search_table_search (database, words, tag, 10, NULL);
  for (unsigned i = 0; i < hits->len; i++)
    g_string_append (ids, kist_hit_get_entry (g_ptr_array_index (hits, i)));
  return g_string_free_and_steal (ids);
}

static void
test_a_search_may_ask_for_a_tag (void)
{
  g_autoptr (KistDatabase) database = fixture_new_database ();
  g_autofree char *tagged = NULL;
  g_autofree char *any = NULL;
  g_autofree char *none = NULL;

  save (database, "a", "a walk", "Team", "");
  save (database, "b", "a walk and a walk", "", "");
  save (database, "c", "a talk", "team", "");
  any = search (database, "walk", NULL);
  tagged = search (database, "walk", "team");
  none = search (database, "walk", "nobody");
  g_assert_cmpuint (strlen (any), ==, 2);
  g_assert_cmpstr (tagged, ==, "a");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/marks/come-back", test_marks_come_back_as_they_were);
  g_test_add_func ("/marks/change", test_marks_change_with_their_entry);
  g_test_add_func ("/marks/same", test_a_save_under_the_same_marks_writes_none);
  g_test_add_func ("/marks/bin", test_the_bin_keeps_them);
  g_test_add_func ("/marks/go", test_they_go_with_their_entry);
  g_test_add_func ("/marks/damaged", test_a_damaged_link_is_passed_over);
  g_test_add_func ("/marks/search", test_a_search_may_ask_for_a_tag);
  return g_test_run ();
}
