#include "bench-window.h"

/* Longer than any idle work takes between two measurements, and than two frames. */
#define REST_MS 60
/* A text's first layout and spelling go on for a while. */
#define SETTLE_MS 4000

static gint64    busy_since;
static double    worked_before;
static BenchTime longest;

static void
elapsed_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
}

void
bench_run (unsigned milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add_once (milliseconds, elapsed_cb, &is_over);
  harness_wait (harness_is_set, &is_over);
}

void
bench_rest (void)
{
  bench_run (REST_MS);
}

void
bench_settle (void)
{
  bench_run (SETTLE_MS);
}

static double
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

/* From before @action to the end of the next frame of @widget's window: the time, and how much of it this thread
 * worked, which other programs on the machine change less. */
BenchTime
bench_painted (GtkWidget *widget, BenchAction action, gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean       is_painted = FALSE;
  gulong         handler;
  gint64         started;
  double         worked;
  BenchTime      time;

  bench_rest ();
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (harness_painted_cb), &is_painted);
  started = g_get_monotonic_time ();
  worked = thread_time ();
  action (data);
  harness_wait (harness_is_set, &is_painted);
  time.elapsed = (g_get_monotonic_time () - started) / 1000.0;
  time.worked = thread_time () - worked;
  g_signal_handler_disconnect (clock, handler);
  return time;
}

static gint
poll_cb (GPollFD *fds, guint n_fds, gint timeout)
{
  gint n;

  longest.elapsed = MAX (longest.elapsed, (g_get_monotonic_time () - busy_since) / 1000.0);
  longest.worked = MAX (longest.worked, thread_time () - worked_before);
  n = g_poll (fds, n_fds, timeout);
  busy_since = g_get_monotonic_time ();
  worked_before = thread_time ();
  return n;
}

void
bench_watch_start (void)
{
  bench_rest ();
  longest = (BenchTime){ 0 };
  busy_since = g_get_monotonic_time ();
  worked_before = thread_time ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

/* Returns: the longest stretch of work between two polls since bench_watch_start(). */
BenchTime
bench_watch_end (void)
{
  g_main_context_set_poll_func (NULL, NULL);
  return longest;
}

static int
compare_elapsed (gconstpointer a, gconstpointer b)
{
  double difference = ((const BenchTime *)a)->elapsed - ((const BenchTime *)b)->elapsed;

  return (difference > 0) - (difference < 0);
}

static int
compare_worked (gconstpointer a, gconstpointer b)
{
  double difference = ((const BenchTime *)a)->worked - ((const BenchTime *)b)->worked;

  return (difference > 0) - (difference < 0);
}

/* (element-type BenchTime): the median of each of the two, by themselves. */
BenchTime
bench_median (GArray *times)
{
  BenchTime median;

  g_array_sort (times, compare_elapsed);
  median.elapsed = g_array_index (times, BenchTime, times->len / 2).elapsed;
  g_array_sort (times, compare_worked);
  median.worked = g_array_index (times, BenchTime, times->len / 2).worked;
  return median;
}

void
bench_print (const char *name, BenchTime ours, BenchTime other)
{
  g_print ("%s %.4f %.4f\n%s-work %.4f %.4f\n", name, ours.elapsed, other.elapsed, name, ours.worked, other.worked);
}
