/* fill-store FOLDER N: write N reflections into the store of FOLDER, as the program does, and print for each how many
 * microseconds it took from the call to the callback that says it is safe. */
#include "journal/kist-entry.h"
#include "store/kist-store.h"

#define WORDS 300
#define MINUTE (60 * G_USEC_PER_SEC)

typedef struct
{
  KistStore *store;
  KistClock *clock;
  GMainLoop *loop;
  GRand     *random; /* seeded, so that every run writes the same */
  unsigned   n;
  unsigned   n_left;
  gint64     started;
} Filling;

static void save_next (Filling *self);

static char *
make_body (GRand *random)
{
  static const char *const words[] = { "today",   "I",       "learned",   "that",     "Morag",  "would", "rather",
                                       "be",      "asked",   "than",      "told",     "and",    "so",    "we",
                                       "changed", "when",    "breakfast", "is",       "made;",  "next",  "time",
                                       "ask",     "earlier", "because",   "privacy.", "really", "counts" };
  GString                 *body = g_string_new ("## What happened\n\n");

  for (unsigned i = 1; i <= WORDS; i++)
    {
      g_string_append (body, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      g_string_append (body, i % 75 == 0 ? "\n\n" : " ");
    }
  return g_string_free_and_steal (body);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Filling *self = data;
  g_autoptr (GError) error = NULL;

  if (!kist_store_save_finish (self->store, result, &error))
    g_error ("An entry was not saved: %s", error->message);

  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - self->started);
  if (--self->n_left > 0)
    save_next (self);
  else
    g_main_loop_quit (self->loop);
}

static void
save_next (Filling *self)
{
  gint64           time = kist_clock_now (self->clock) - self->n_left * MINUTE;
  g_autofree char *id = g_strdup_printf ("entry-%06u", self->n - self->n_left);
  g_autofree char *title = g_strdup_printf ("Shift %u", self->n - self->n_left + 1);
  g_autofree char *body = make_body (self->random);
  g_autoptr (KistEntry) entry = kist_entry_new (id, NULL, NULL, title, body, time, time);

  self->started = g_get_monotonic_time ();
  kist_store_save_entry_async (self->store, entry, saved_cb, self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Filling *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistContents) contents = kist_store_open_finish (self->store, result, &error);

  if (!contents)
    g_error ("The store did not open: %s", error->message);
  save_next (self);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_main_loop_quit (data);
}

int
main (int argc, char *argv[])
{
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (KistStore) store = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Filling filling = { .clock = clock, .loop = loop, .random = random };

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[2], 10, 1, 1000000, NULL, NULL))
    {
      g_printerr ("Usage: fill-store FOLDER NUMBER\n");
      return 2;
    }

  filling.n = filling.n_left = (unsigned)g_ascii_strtoull (argv[2], NULL, 10);
  filling.store = store = kist_store_new (argv[1], clock);
  kist_store_open_async (store, NULL, opened_cb, &filling);
  g_main_loop_run (loop);
  kist_store_close_async (store, closed_cb, loop);
  g_main_loop_run (loop);
  return 0;
}
