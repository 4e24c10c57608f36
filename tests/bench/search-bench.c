/* search-bench ROUNDS: how fast a long journal is searched. For each measurement it prints a line: its name, Kist's
 * milliseconds from the question to the callback with fifty hits, and those of the same query in the sqlite3 shell,
 * from the line with the query to the end of its answer. The two take turns. It fills a store of its own in
 * KIST_DATA_DIR. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../store/store-fixture.h"
#include "store/kist-migrations.h"
#include "store/kist-tables.h"

#define ENTRIES 10000
#define FEWEST_WORDS 200
#define MOST_WORDS 600
#define VOCABULARY 12000
#define HITS 50
#define SHELL_QUERY                                                                                                    \
  "SELECT rowid, highlight (search_index, 0, '[', ']'), snippet (search_index, 1, '[', ']', '~', 24)"                  \
  " FROM search_index WHERE search_index MATCH '%s' ORDER BY rank LIMIT 50;\n"

typedef struct
{
  char  *words[VOCABULARY];
  double shares[VOCABULARY]; /* of a text that are this word or one before it */
} Vocabulary;

/* Made-up words, so often as words are in a language: the n-th 1/n as often as the first (Zipf's law). */
static Vocabulary *
make_vocabulary (GRand *random)
{
  Vocabulary *self = g_new0 (Vocabulary, 1);
  double      sum = 0;

  for (unsigned i = 0; i < VOCABULARY; i++)
    {
      GString *word = g_string_new (NULL);

      for (int n = g_rand_int_range (random, 1, 5); n > 0; n--)
        {
          g_string_append_c (word, "bdfghklmnprstw"[g_rand_int_range (random, 0, 14)]);
          g_string_append_c (word, "aeiou"[g_rand_int_range (random, 0, 5)]);
        }
      self->words[i] = g_string_free_and_steal (word);
      self->shares[i] = sum += 1.0 / (i + 3);
    }
  for (unsigned i = 0; i < VOCABULARY; i++)
    self->shares[i] /= sum;
  return self;
}

static void
vocabulary_free (Vocabulary *self)
{
  for (unsigned i = 0; i < VOCABULARY; i++)
    g_free (self->words[i]);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vocabulary, vocabulary_free)

static const char *
choose (const Vocabulary *vocabulary, GRand *random)
{
  double   share = g_rand_double (random);
  unsigned from = 0, to = VOCABULARY - 1;

  while (from < to)
    {
      unsigned middle = (from + to) / 2;

      if (vocabulary->shares[middle] < share)
        from = middle + 1;
      else
        to = middle;
    }
  return vocabulary->words[from];
}

typedef struct
{
  const Vocabulary *vocabulary;
  GRand            *random;
} Filling;

static gboolean
fill_in_transaction (KistDatabase *database, gpointer data, GError **error)
{
  Filling *filling = data;

  for (unsigned i = 0; i < ENTRIES; i++)
    {
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql, "INSERT INTO entry VALUES ('entry-%05u', NULL, NULL, 'Shift %u %s', '", i, i,
                       choose (filling->vocabulary, filling->random));
      for (int n = g_rand_int_range (filling->random, FEWEST_WORDS, MOST_WORDS + 1); n > 0; n--)
        g_string_append_printf (sql, "%s%s", choose (filling->vocabulary, filling->random), n % 80 ? " " : ".\n\n");
      g_string_append_printf (sql, "', %u, %u, NULL)", i, i);
      if (!kist_database_exec (database, sql->str, error))
        return FALSE;
    }
  return TRUE;
}

/* At once, for that entries can be saved one by one is measured elsewhere. */
static void
fill (const char *path, Filling *filling)
{
  g_auto (GStrv) scripts = kist_migrations_load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDatabase) database = kist_database_open (path, &error);
  gboolean is_done = FALSE;

  if (!database || !kist_migrations_apply (database, (const char *const *)scripts, &error) ||
      !kist_database_transact (database, fill_in_transaction, filling, &error))
    g_error ("the journal was not filled: %s", error->message);
  while (!is_done)
    if (!kist_search_table_index (database, 1000, &is_done, &error))
      g_error ("the journal was not indexed: %s", error->message);
  kist_database_checkpoint (database, NULL);
}

static double
since (gint64 started)
{
  return (g_get_monotonic_time () - started) / 1000.0;
}

static double
ask_kist (KistStore *store, const char *words)
{
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = fixture_search (store, words, &error);
  double elapsed = since (started);

  if (!hits || hits->len != HITS)
    g_error ("“%s” found %u entries", words, hits ? hits->len : 0);
  return elapsed;
}

static double
ask_shell (GSubprocess *shell, GDataInputStream *output, const char *query)
{
  g_autofree char *line = g_strdup_printf (SHELL_QUERY, query);
  GOutputStream   *input = g_subprocess_get_stdin_pipe (shell);
  gint64           started = g_get_monotonic_time ();
  gboolean         is_done = FALSE;

  if (!g_output_stream_write_all (input, line, strlen (line), NULL, NULL, NULL))
    g_error ("the sqlite3 shell does not listen");
  while (!is_done)
    {
      g_autofree char *answer = g_data_input_stream_read_line (output, NULL, NULL, NULL);

      if (!answer)
        g_error ("the sqlite3 shell does not answer");
      is_done = g_str_has_prefix (answer, "Run Time:"); /* what .timer on says at the end of each answer */
    }
  return since (started);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *)a - *(const double *)b;

  return (difference > 0) - (difference < 0);
}

static double
median (double *times, unsigned n)
{
  qsort (times, n, sizeof (double), compare);
  return times[n / 2];
}

static void
measure (const char *name, KistStore *store, const char *path, const char *words, const char *query, unsigned rounds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                    &error, "sqlite3", "-readonly", "-cmd", ".timer on", path, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree double *times = g_new (double, rounds);
  g_autofree double *others = g_new (double, rounds);

  if (!shell)
    g_error ("there is no sqlite3 shell: %s", error->message);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (shell));
  ask_kist (store, words);
  ask_shell (shell, output, query);
  for (unsigned i = 0; i < rounds; i++)
    {
      times[i] = ask_kist (store, words);
      others[i] = ask_shell (shell, output, query);
    }
  g_print ("%s %.4f %.4f\n", name, median (times, rounds), median (others, rounds));
  g_subprocess_force_exit (shell);
}

int
main (int argc, char *argv[])
{
  unsigned         rounds = argc == 2 ? (unsigned)g_ascii_strtoull (argv[1], NULL, 10) : 0;
  g_autofree char *folder = g_build_filename (g_getenv ("KIST_DATA_DIR") ?: "", "search", NULL);
  g_autofree char *path = g_build_filename (folder, "kist.db", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (Vocabulary) vocabulary = make_vocabulary (random);
  g_autoptr (KistClock) clock = kist_clock_new_fixed (FIXTURE_NOW);
  g_autoptr (KistStore) store = NULL;
  g_autofree char *words = NULL, *query = NULL;

  if (rounds == 0 || !g_getenv ("KIST_DATA_DIR") || g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_printerr ("Usage: KIST_DATA_DIR=FOLDER search-bench ROUNDS\n");
      return 2;
    }
  fill (path, &(Filling){ vocabulary, random });
  store = kist_store_new (folder, clock);
  kist_contents_free (fixture_open (store, NULL));
  /* A word of every third entry or so, and the first three letters of a rarer one. */
  words = g_strdup_printf ("%s %.3s", vocabulary->words[100], vocabulary->words[500]);
  query = g_strdup_printf ("\"%s\" \"%.3s\"*", vocabulary->words[100], vocabulary->words[500]);
  measure ("search", store, path, words, query, rounds);
  measure ("search-letter", store, path, "b", "\"b\"*", rounds);
  fixture_close (store);
  return 0;
}
