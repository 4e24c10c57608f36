/* ui-bench ROUNDS: how soon Kist's window shows what was asked of it. For each measurement it prints a line: its name,
 * Kist's milliseconds and those of what it is compared with. The store and the packs are where KIST_DATA_DIR and
 * KIST_PACK_PATH say; ./dev bench makes both and reads the lines. */
#include "kist-config.h"

#include <string.h>

#include "../store/store-fixture.h"
#include "bench-window.h"
#include "ui/kist-services.h"
#include "ui/kist-window.h"
#include "ui/journal/kist-writing-view.h"
#include "ui/practise/kist-choice-button.h"
#include "ui/practise/kist-player.h"
#include "ui/widgets/kist-widgets.h"

#define WORDS 20000
#define PARAGRAPH 75
#define KEYS 40
#define KEY_PAUSE_MS 60
#define TYPING_KEYS 50 /* with the pauses three seconds and three saves */

typedef struct
{
  KistServices *services;
  GtkWidget    *window;
  unsigned      rounds;
  KistThing    *thing; /* (unowned) the thing and the step to open */
  KistStep     *step;  /* (unowned) */
  GtkWidget    *text;  /* (unowned) where to type */
} Bench;

static const BenchTime one_frame = { 1000.0 / 60, 1000.0 / 60 };

static void
add (GArray *times, BenchTime time)
{
  g_array_append_val (times, time);
}

static void
open_thing (gpointer data)
{
  Bench *self = data;

  gtk_widget_activate_action (self->window, "win.open-thing", "s", kist_thing_get_key (self->thing));
}

static void
open_step (gpointer data)
{
  Bench *self = data;

  gtk_widget_activate_action (self->window, "win.open-step", "(ss)", kist_thing_get_key (self->thing),
                              kist_step_get_id (self->step));
}

static GtkWidget *
find (Bench *self, GType type)
{
  g_autoptr (GPtrArray) found = harness_find_all (self->window, type);

  if (found->len == 0)
    g_error ("there is no %s", g_type_name (type));
  return g_ptr_array_index (found, 0);
}

static void
choose (gpointer data)
{
  g_signal_emit_by_name (find (data, KIST_TYPE_CHOICE_BUTTON), "clicked");
}

static void
type_key (gpointer data)
{
  Bench *self = data;

  g_signal_emit_by_name (self->text, "insert-at-cursor", "e");
}

static void
go_back (Bench *self)
{
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (find (self, ADW_TYPE_NAVIGATION_VIEW)));
  bench_rest ();
}

/* The first time apart, when classes and templates are made, then the median of the others. */
static void
measure_opening (Bench *self, const char *name, BenchAction action)
{
  BenchTime        first = bench_painted (self->window, action, self);
  g_autofree char *first_name = g_strdup_printf ("%s-first", name);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (BenchTime));

  go_back (self);
  bench_print (first_name, first, one_frame);
  for (unsigned i = 0; i < self->rounds; i++)
    {
      add (times, bench_painted (self->window, action, self));
      go_back (self);
    }
  bench_print (name, bench_median (times), one_frame);
}

static void
measure_choice (Bench *self)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (BenchTime));

  open_step (self);
  bench_rest ();
  for (unsigned i = 0; i < self->rounds; i++)
    {
      add (times, bench_painted (self->window, choose, self));
      gtk_widget_activate_action (find (self, KIST_TYPE_PLAYER), "player.go-back", NULL);
      bench_rest ();
    }
  bench_print ("choice", bench_median (times), one_frame);
  go_back (self);
}

static gsize
length_of (KistStep *step)
{
  KistDocument    *document = kist_step_get_document (step);
  g_autofree char *text = document ? kist_document_to_text (document) : NULL;

  return text ? strlen (text) : 0;
}

/* The longest step of @kind, with its Thing. */
static void
select_step (Bench *self, KistStepKind kind)
{
  KistLibrary *library = kist_services_get_library (self->services);

  self->step = NULL;
  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    {
      KistThing *thing = kist_library_get_thing (library, i);

      for (unsigned j = 0; j < kist_thing_get_n_steps (thing); j++)
        {
          KistStep *step = kist_thing_get_step (thing, j);

          if (kist_step_get_kind (step) == kind && (!self->step || length_of (step) > length_of (self->step)))
            {
              self->thing = thing;
              self->step = step;
            }
        }
    }
  if (!self->step)
    g_error ("the packs have no step of kind %d", kind);
}

static char *
make_text (unsigned paragraph)
{
  static const char *const words[] = { "today",   "I",       "learned", "that",      "she",  "would", "rather",
                                       "be",      "asked",   "than",    "be",        "told", "so",    "we",
                                       "now",     "changed", "when",    "breakfast", "is",   "so",    "next",
                                       "because", "time",    "really",  "counts" };
  GString                 *text = g_string_new (NULL);

  for (unsigned i = 1; i <= WORDS; i++)
    {
      g_string_append (text, words[i * 7 % G_N_ELEMENTS (words)]);
      g_string_append (text, i % paragraph == 0 ? "\n\n" : " ");
    }
  return g_string_free_and_steal (text);
}

static void
put_caret (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter    iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, gtk_text_buffer_get_char_count (buffer) / 2);
  gtk_text_iter_backward_word_start (&iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer));
}

/* As large as @ours, so that a paragraph is as many lines in both. */
static GtkWidget *
open_bare (GType type, const char *text, GtkWidget *ours)
{
  GtkWidget *view = g_object_new (type, "wrap-mode", GTK_WRAP_WORD_CHAR, NULL);
  GtkWidget *scrolled =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", view, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  GtkWidget *window = harness_show (scrolled, gtk_widget_get_width (ours), gtk_widget_get_height (ours));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_widget_grab_focus (view);
  gtk_window_present (GTK_WINDOW (window));
  put_caret (view);
  return view;
}

static GtkWidget *
open_entry (Bench *self, const char *text)
{
  KistJournal *journal = kist_services_get_journal (self->services);
  KistEntry   *entry = kist_journal_create (journal, self->thing, "Twenty thousand words", text);

  gtk_widget_activate_action (self->window, "win.open-entry", "s", kist_entry_get_id (entry));
  bench_rest ();
  self->text = find (self, KIST_TYPE_WRITING_VIEW);
  put_caret (self->text);
  return self->text;
}

/* Nobody waits for a key that is typed out of sight, and it costs a fraction. */
static void
bring_into_sight (GtkWidget *view)
{
  GtkTextView *text = GTK_TEXT_VIEW (view);
  GdkRectangle caret, seen;

  gtk_text_view_scroll_to_mark (text, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (text)), 0.1, FALSE, 0, 0);
  bench_rest ();
  gtk_text_view_get_cursor_locations (text, NULL, &caret, NULL);
  gtk_text_view_get_visible_rect (text, &seen);
  if (caret.y < seen.y || caret.y + caret.height > seen.y + seen.height)
    g_error ("what is typed in a %s would not be seen", G_OBJECT_TYPE_NAME (view));
}

/* Types in turns at @ours and at @bare. */
static void
measure_keys (Bench *self, const char *name, GtkWidget *ours, GtkWidget *bare)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (BenchTime));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (BenchTime));

  bench_settle ();
  bring_into_sight (ours);
  bring_into_sight (bare);
  for (unsigned i = 0; i < KEYS; i++)
    {
      self->text = ours;
      add (times, bench_painted (ours, type_key, self));
      self->text = bare;
      add (others, bench_painted (bare, type_key, self));
    }
  bench_print (name, bench_median (times), bench_median (others));
}

/* The longest that the main loop was busy at a time while somebody types and the entry is saved. */
static BenchTime
longest_iteration (Bench *self, GtkWidget *view)
{
  self->text = view;
  bench_watch_start ();
  for (unsigned i = 0; i < TYPING_KEYS; i++)
    {
      type_key (self);
      bench_run (KEY_PAUSE_MS);
    }
  return bench_watch_end ();
}

static void
measure_iterations (Bench *self, GtkWidget *ours, GtkWidget *bare)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (BenchTime));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (BenchTime));

  for (unsigned i = 0; i < MAX (self->rounds / 3, 1); i++)
    {
      add (times, longest_iteration (self, ours));
      add (others, longest_iteration (self, bare));
    }
  bench_print ("iteration", bench_median (times), bench_median (others));
}

static void
measure_writing (Bench *self)
{
  g_autofree char *text = make_text (PARAGRAPH);
  g_autofree char *paragraph = make_text (WORDS);
  GtkWidget       *ours = open_entry (self, text);
  GtkWidget       *bare = open_bare (GTK_SOURCE_TYPE_VIEW, text, ours);

  measure_keys (self, "key", ours, bare);
  measure_iterations (self, ours, bare);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (bare)));
  go_back (self);

  ours = open_entry (self, paragraph);
  bare = open_bare (GTK_TYPE_TEXT_VIEW, paragraph, ours);
  measure_keys (self, "key-in-paragraph", ours, bare);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (bare)));
  go_back (self);
}

static KistServices *
make_services (KistStore *store, KistClock *clock)
{
  g_auto (GStrv) folders = g_strsplit (g_getenv ("KIST_PACK_PATH"), G_SEARCHPATH_SEPARATOR_S, -1);
  g_autoptr (KistLibrary) library = kist_library_load ((const char *const *)folders, NULL);
  g_autoptr (GError) error = NULL;
  KistContents *contents = fixture_open (store, &error);

  if (!contents)
    g_error ("the store did not open: %s", error->message);
  return kist_services_new (library, store, clock, contents);
}

int
main (int argc, char *argv[])
{
  Bench self = { .rounds = argc == 2 ? (unsigned)g_ascii_strtoull (argv[1], NULL, 10) : 0 };
  g_autoptr (AdwApplication) application =
      g_object_new (ADW_TYPE_APPLICATION, "application-id", "scot.kist.Bench", "flags", G_APPLICATION_NON_UNIQUE,
                    "resource-base-path", KIST_RESOURCE_PATH, NULL);
  g_autoptr (KistClock) clock = kist_clock_new_system ();
  g_autoptr (KistStore) store = NULL;

  if (self.rounds == 0 || !g_getenv ("KIST_DATA_DIR") || !g_getenv ("KIST_PACK_PATH"))
    {
      g_printerr ("Usage: KIST_DATA_DIR=FOLDER KIST_PACK_PATH=FOLDER ui-bench ROUNDS\n");
      return 2;
    }

  /* Its startup reads the style and the icons. */
  g_application_register (G_APPLICATION (application), NULL, NULL);
  kist_widgets_init ();
  store = kist_store_new (g_getenv ("KIST_DATA_DIR"), clock);
  self.services = make_services (store, clock);
  self.window = g_object_new (KIST_TYPE_WINDOW, NULL);
  kist_window_set_services (KIST_WINDOW (self.window), self.services);
  gtk_window_present (GTK_WINDOW (self.window));
  harness_wait_for_frame (self.window);
  bench_rest ();

  select_step (&self, KIST_STEP_READ);
  measure_opening (&self, "open-thing", open_thing);
  measure_opening (&self, "open-step", open_step);
  measure_writing (&self);
  select_step (&self, KIST_STEP_DECIDE);
  measure_choice (&self);

  gtk_window_destroy (GTK_WINDOW (self.window));
  bench_rest ();
  g_object_unref (self.services);
  fixture_close (store);
  return 0;
}
