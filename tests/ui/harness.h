/* A window to try widgets in, and waiting for what GTK does in its own time: for a frame, or for something to be so. A
 * test that waits for what never comes ends with the time limit of the test program. */
#pragma once

#include <adwaita.h>

typedef gboolean (*HarnessCheck) (gpointer data);

static inline void
harness_wait (HarnessCheck check, gpointer data)
{
  while (!check (data))
    g_main_context_iteration (NULL, TRUE);
}

static inline void
harness_painted_cb (GdkFrameClock *clock, gboolean *is_painted)
{
  *is_painted = TRUE;
}

static inline gboolean
harness_is_set (gpointer flag)
{
  return *(gboolean *)flag;
}

/* Runs until @widget's window has painted the next whole frame. */
static inline void
harness_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean       is_painted = FALSE;
  gulong         handler = g_signal_connect (clock, "after-paint", G_CALLBACK (harness_painted_cb), &is_painted);

  gtk_widget_queue_draw (widget);
  harness_wait (harness_is_set, &is_painted);
  g_signal_handler_disconnect (clock, handler);
}

/* A window of this size with @child in it, after its first frame. */
static inline GtkWidget *
harness_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for_frame (window);
  return window;
}

/* All widgets of @type below @root, in the order that they are drawn and read in. */
static inline void
harness_collect (GtkWidget *root, GType type, GPtrArray *found)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        g_ptr_array_add (found, child);
      harness_collect (child, type, found);
    }
}

static inline GPtrArray *
harness_find_all (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  harness_collect (root, type, found);
  return found;
}
