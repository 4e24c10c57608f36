/* Measuring what a window does in its own time: until what was asked for is painted, and for how long the main loop was
 * busy at a stretch. One main loop and one measurement at a time. */
#pragma once

#include "../ui/harness.h"

/**
 * BenchTime:
 * @elapsed: milliseconds by the clock
 * @worked: milliseconds for which this thread had a processor
 */
typedef struct
{
  double elapsed;
  double worked;
} BenchTime;

typedef void (*BenchAction) (gpointer data);

void      bench_run (unsigned milliseconds);
void      bench_rest (void);
void      bench_settle (void);
BenchTime bench_painted (GtkWidget *widget, BenchAction action, gpointer data);
void      bench_watch_start (void);
BenchTime bench_watch_end (void);
BenchTime bench_median (GArray *times);
void      bench_print (const char *name, BenchTime ours, BenchTime other);
