/* fuzz-NAME SECONDS [SEED] CORPUS
 *
 * Changes what is in the folder CORPUS at random, hands it to kist_fuzz_one() until it has worked for SECONDS and says
 * how often that was. The same seed makes the same inputs in the same order. Before each call the input is written to a
 * file, whose path is printed first and which stays behind after a crash; an input that takes over 10 seconds is one.
 * All of these are seconds of the processor, which other tests may keep busy. Where CORPUS is a file, that one input is
 * run and nothing else: fuzz-NAME 0 FILE. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "kist-fuzz.h"

#define MOST_BYTES (64 * 1024)
#define SECONDS_PER_INPUT 10
#define MAX_CHANGES 8

typedef struct
{
  GRand     *random; /* (owned) */
  GPtrArray *corpus; /* (element-type GBytes) (owned) */
  GPtrArray *tokens; /* (element-type utf8) (owned): words, lines and signs of the corpus */
  char      *path;   /* (owned): of the file with the last input */
  int        file;
  char      *mapped; /* the file in memory, MOST_BYTES long */
} Fuzzer;

/* Values at which programs tend to count wrongly, and bytes that no text has. */
static const char *const edge_cases[] = {
  "0",
  "-1",
  "1",
  "2147483648",
  "4294967296",
  "9223372036854775807",
  "9223372036854775808",
  "-9223372036854775808",
  "99999999999999999999",
  "\xff",
  "\xc3",
  "\xef\xbb\xbf",
  "\r\n",
  "\r",
  "\n\n",
  "\t",
  "\xe2\x80\xae",
  "\xf0\x9f\x98\x80",
  "\"",
  "\\",
  "''",
  "%s%n",
  "../",
  "(((((((((((((((((((",
  "[[[[[[[[[[[[[[[[[[[",
  "{{{{{{{{{{{{{{{{{{{",
  "-------------------",
  "<!--",
  "]]>",
  ":",
  "#",
  "&",
  "*",
  "|",
  "~",
  "=",
};

static unsigned
pick (Fuzzer *self, gsize below)
{
  return below > 1 ? (unsigned)g_rand_int_range (self->random, 0, (gint32)below) : 0;
}

/* Words, lines and single signs, so that a splice makes something that almost means something. */
static void
add_tokens (Fuzzer *self, const char *bytes, gsize length)
{
  static const char ends_of_token[] = " \t\n";
  gsize             line = 0;
  gsize             word = 0;

  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && !strchr (ends_of_token, bytes[i]))
        continue;
      if (i > word)
        g_ptr_array_add (self->tokens, g_strndup (bytes + word, i - word));
      word = i + 1;
      if (i < length && bytes[i] != '\n')
        continue;
      if (i > line)
        g_ptr_array_add (self->tokens, g_strdup_printf ("%.*s\n", (int)(i - line), bytes + line));
      line = i + 1;
    }
}

static void
add_file (Fuzzer *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, &error))
    g_error ("%s", error->message);
  add_tokens (self, bytes, length);
  g_ptr_array_add (self->corpus, g_bytes_new_take (bytes, length));
}

/* In the order of their names, so that a seed means the same everywhere. */
static void
read_corpus (Fuzzer *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (!dir)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)))
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc)strcmp);
  for (unsigned i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      add_file (self, path);
    }
  if (self->corpus->len == 0)
    g_error ("There is no file in %s", folder);
  for (unsigned i = 0; i < G_N_ELEMENTS (edge_cases); i++)
    g_ptr_array_add (self->tokens, g_strdup (edge_cases[i]));
}

static void
splice_token (Fuzzer *self, GString *input)
{
  const char *token = g_ptr_array_index (self->tokens, pick (self, self->tokens->len));
  unsigned    n_times = pick (self, 20) == 0 ? 1 + pick (self, 300) : 1;
  unsigned    place = pick (self, input->len + 1);

  for (unsigned i = 0; i < n_times && input->len < MOST_BYTES; i++)
    g_string_insert (input, place, token);
}

static void
change_byte (Fuzzer *self, GString *input)
{
  unsigned place = pick (self, input->len);

  if (input->len == 0)
    return;
  if (g_rand_boolean (self->random))
    input->str[place] ^= (char)(1 << pick (self, 8));
  else
    input->str[place] = (char)pick (self, 256);
}

static void
erase_range (Fuzzer *self, GString *input)
{
  unsigned place = pick (self, input->len + 1);
  gsize    most = pick (self, 4) == 0 ? MOST_BYTES : 16;
  gsize    length = pick (self, MIN (input->len - place, most) + 1);

  g_string_erase (input, place, (gssize)length);
}

static void
repeat_range (Fuzzer *self, GString *input)
{
  unsigned         start = pick (self, input->len + 1);
  gsize            length = pick (self, MIN (input->len - start, 200) + 1);
  g_autofree char *range = g_memdup2 (input->str + start, length);

  g_string_insert_len (input, pick (self, input->len + 1), range, (gssize)length);
}

/* The beginning of this and the end of another. */
static void
cross_over (Fuzzer *self, GString *input)
{
  gsize       length;
  const char *other = g_bytes_get_data (g_ptr_array_index (self->corpus, pick (self, self->corpus->len)), &length);
  unsigned    from = pick (self, length + 1);

  g_string_truncate (input, pick (self, input->len + 1));
  g_string_append_len (input, other + from, (gssize)(length - from));
}

static void
make_input (Fuzzer *self, GString *input)
{
  static void (*const changes[]) (Fuzzer *self, GString *input) = {
    splice_token, splice_token, change_byte, erase_range, repeat_range, cross_over,
  };
  gsize       length;
  const char *start = g_bytes_get_data (g_ptr_array_index (self->corpus, pick (self, self->corpus->len)), &length);

  g_string_truncate (input, 0);
  if (pick (self, 20) > 0)
    g_string_append_len (input, start, (gssize)length);
  for (unsigned n = 1 + pick (self, MAX_CHANGES); n > 0; n--)
    changes[pick (self, G_N_ELEMENTS (changes))](self, input);
  if (input->len > MOST_BYTES)
    g_string_truncate (input, MOST_BYTES);
}

static void
open_last_input (Fuzzer *self)
{
  self->path = g_strdup_printf ("%s/%s-%d.input", g_get_tmp_dir (), g_get_prgname (), (int)getpid ());
  self->file = g_open (self->path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (self->file < 0)
    g_error ("%s: %s", self->path, g_strerror (errno));
  self->mapped = mmap (NULL, MOST_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, self->file, 0);
  if (self->mapped == MAP_FAILED)
    g_error ("%s: %s", self->path, g_strerror (errno));
  g_print ("last input: %s\n", self->path);
}

/* The signal ends the program, as a crash does; 0 for none. */
static void
set_alarm (int seconds)
{
  const struct itimerval time = { .it_value = { .tv_sec = seconds } };

  setitimer (ITIMER_PROF, &time, NULL);
}

static double
seconds_worked (void)
{
  return (double)clock () / CLOCKS_PER_SEC;
}

/* A copy of exactly its length, so that the sanitizers see one byte too far. */
static void
run_one (const char *bytes, gsize length)
{
  g_autofree char *copy = g_memdup2 (bytes, length);

  set_alarm (SECONDS_PER_INPUT);
  kist_fuzz_one (copy ? copy : "", length);
  set_alarm (0);
}

static void
run (Fuzzer *self, double seconds)
{
  g_autoptr (GString) input = g_string_new (NULL);
  guint64 n_executions = 0;

  while (seconds_worked () < seconds)
    {
      /* What is there already has to work before what is made of it. */
      if (n_executions < self->corpus->len)
        {
          GBytes *bytes = g_ptr_array_index (self->corpus, n_executions);

          g_string_truncate (input, 0);
          g_string_append_len (input, g_bytes_get_data (bytes, NULL),
                               (gssize)MIN (g_bytes_get_size (bytes), MOST_BYTES));
        }
      else
        make_input (self, input);
      if (ftruncate (self->file, (off_t)input->len) != 0)
        g_error ("%s: %s", self->path, g_strerror (errno));
      memcpy (self->mapped, input->str, input->len);
      run_one (input->str, input->len);
      n_executions++;
    }
  g_print ("%" G_GUINT64_FORMAT " executions\n", n_executions);
}

static void
run_file (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, &error))
    g_error ("%s", error->message);
  run_one (bytes, length);
}

int
main (int argc, char *argv[])
{
  Fuzzer  fuzzer = { 0 };
  guint32 seed;

  setlocale (LC_ALL, "");
  g_set_prgname (strrchr (argv[0], G_DIR_SEPARATOR) ? strrchr (argv[0], G_DIR_SEPARATOR) + 1 : argv[0]);
  if (argc < 3 || argc > 4)
    {
      g_printerr ("%s SECONDS [SEED] CORPUS\n", argv[0]);
      return 2;
    }
  if (g_file_test (argv[argc - 1], G_FILE_TEST_IS_REGULAR))
    {
      run_file (argv[argc - 1]);
      return 0;
    }
  seed = argc == 4 ? (guint32)g_ascii_strtoull (argv[2], NULL, 10) : g_random_int ();
  g_print ("seed: %u\n", seed);
  fuzzer.random = g_rand_new_with_seed (seed);
  fuzzer.corpus = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  fuzzer.tokens = g_ptr_array_new_with_free_func (g_free);
  read_corpus (&fuzzer, argv[argc - 1]);
  open_last_input (&fuzzer);
  run (&fuzzer, g_ascii_strtod (argv[1], NULL));
  g_unlink (fuzzer.path);
  munmap (fuzzer.mapped, MOST_BYTES);
  close (fuzzer.file);
  g_free (fuzzer.path);
  g_ptr_array_unref (fuzzer.tokens);
  g_ptr_array_unref (fuzzer.corpus);
  g_rand_free (fuzzer.random);
  return 0;
}
