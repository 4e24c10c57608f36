/* The least a GNOME program can be, a window with nothing in it: what ./dev bench compares Kist with. Like Kist, it
 * ends after its first complete frame when it is started with --exit-after-startup. */
#include <adwaita.h>

static void
quit_cb (gpointer data)
{
  g_application_quit (data);
}

static void
after_paint_cb (GdkFrameClock *frame_clock, GApplication *application)
{
  g_idle_add_once (quit_cb, application);
}

static void
activate_cb (GApplication *application, gpointer data)
{
  gboolean  *exits_after_startup = data;
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_title (GTK_WINDOW (window), "Empty");
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_window_present (GTK_WINDOW (window));
  if (*exits_after_startup)
    g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), application);
}

int
main (int argc, char *argv[])
{
  gboolean           exits_after_startup = FALSE;
  const GOptionEntry options[] = { { "exit-after-startup", 0, 0, G_OPTION_ARG_NONE, &exits_after_startup, NULL, NULL },
                                   { NULL } };
  g_autoptr (AdwApplication) application = adw_application_new ("scot.kist.Empty", G_APPLICATION_DEFAULT_FLAGS);

  g_application_add_main_option_entries (G_APPLICATION (application), options);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &exits_after_startup);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
