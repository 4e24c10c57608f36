/* The program is killed while it saves; what it was told is kept must be there. The child is this program again, and it
 * is killed after a number of acknowledgements drawn from a seed, not after a time. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/kist-database.h"

#define ROUNDS 20
#define IN_FLIGHT 4 /* saves asked for before the first is acknowledged, as when typing fast */

static const char *program;

/* ---- the child ---- */

typedef struct
{
  KistStore *store;
  unsigned   next;
} Writer;

static void save_next (Writer *writer);

typedef struct
{
  Writer  *writer;
  unsigned number;
} Save;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Save *save = data;
  g_autoptr (GError) error = NULL;

  if (!kist_store_save_finish (KIST_STORE (source), result, &error))
    g_error ("%s", error->message);
  printf ("%u\n", save->number);
  fflush (stdout);
  save_next (save->writer);
}

/* Every save makes an entry of its own; every other is followed by one that overwrites the same one again. */
static void
save_next (Writer *writer)
{
  unsigned         number = writer->next++;
  g_autofree char *id = g_strdup_printf ("entry-%u", number);
  g_autofree char *words = fixture_long_text ("word", number % 700);
  g_autofree char *body = g_strdup_printf ("%u\n%s", number, words);
  g_autoptr (KistEntry) entry = fixture_entry (id, body, FIXTURE_NOW + number);
  g_autoptr (KistEntry) same = fixture_entry ("same", body, FIXTURE_NOW + number);
  Save *save = g_new0 (Save, 1);

  *save = (Save){ writer, number };
  kist_store_save_entry_async (writer->store, same, NULL, NULL);
  kist_store_save_entry_async (writer->store, entry, saved_cb, save);
}

/* Saves until it is killed. */
static void
write_until_killed (const char *folder, unsigned first)
{
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  g_autoptr (KistStore) store = kist_store_new (folder, clock);
  g_autoptr (GError) error = NULL;
  Writer writer = { store, first };

  kist_contents_free (fixture_open (store, &error));
  if (error)
    g_error ("%s", error->message);
  for (unsigned i = 0; i < IN_FLIGHT; i++)
    save_next (&writer);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- the parent ---- */

/* Starts a child, kills it after @n acknowledgements; the last number that it acknowledged. */
static unsigned
kill_after (const char *folder, unsigned first, unsigned n)
{
  g_autofree char  *first_text = g_strdup_printf ("%u", first);
  const char *const arguments[] = { program, "--write", folder, first_text, NULL };
  g_autoptr (GError) error = NULL;
  FILE    *lines;
  GPid     child;
  int      output, status;
  unsigned number, last = 0, count = 0;

  g_spawn_async_with_pipes (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL,
                            &output, NULL, &error);
  g_assert_no_error (error);
  lines = fdopen (output, "r");
  while (fscanf (lines, "%u", &number) == 1)
    {
      g_assert_cmpuint (number, ==, first + count); /* in the order asked */
      last = number;
      if (++count == n)
        kill (child, SIGKILL);
    }
  fclose (lines);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_assert_cmpuint (count, >=, n);
  g_spawn_close_pid (child);
  return last;
}

static unsigned
number_of (KistContents *contents, const char *id)
{
  KistEntry *entry = fixture_find_entry (contents, id);

  g_assert_nonnull (entry);
  return (unsigned)g_ascii_strtoull (kist_entry_get_body (entry), NULL, 10);
}

static void
assert_all_there (const char *folder, unsigned last)
{
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  g_autoptr (KistStore) store = kist_store_new (folder, clock);
  g_autofree char *path = g_build_filename (folder, "kist.db", NULL);
  g_autoptr (KistDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistContents) contents = fixture_open (store, &error);

  g_assert_no_error (error);
  for (unsigned number = 1; number <= last; number++)
    {
      g_autofree char *id = g_strdup_printf ("entry-%u", number);

      g_assert_cmpuint (number_of (contents, id), ==, number);
    }
  g_assert_cmpuint (number_of (contents, "same"), >=, last);
  fixture_close (store);
  database = kist_database_open_read_only (path, &error);
  g_assert_no_error (error);
  g_assert_true (kist_database_check (database, NULL, &error));
}

static void
test_every_acknowledged_save_survives (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20251122);
  unsigned last = 0;

  for (unsigned round = 0; round < ROUNDS; round++)
    {
      last = kill_after (folder, last + 1, (unsigned)g_rand_int_range (random, 1, 40));
      assert_all_there (folder, last);
    }
}

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    write_until_killed (argv[2], (unsigned)g_ascii_strtoull (argv[3], NULL, 10));

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/kill/every-acknowledged-save-survives", test_every_acknowledged_save_survives);
  return g_test_run ();
}
