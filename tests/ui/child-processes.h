/* How many processes a test has started that still run: WebKit's are there as long as what they draw for. */
#pragma once

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>

#define CHILD_PROCESSES_LOOK_MS 20

static inline unsigned
child_processes_count (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;
  unsigned    n = 0;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_strdup_printf ("/proc/%s/stat", name);
      g_autofree char *line = NULL;
      const char      *end;
      char             state;
      int              parent;

      if (!g_ascii_isdigit (*name) || !g_file_get_contents (path, &line, NULL, NULL))
        continue;
      end = strrchr (line, ')');
      if (end && sscanf (end + 1, " %c %d", &state, &parent) == 2 && parent == getpid () && state != 'Z')
        n++;
    }
  return n;
}

static inline gboolean
child_processes_look_cb (gpointer is_gone)
{
  *(gboolean *)is_gone = child_processes_count () == 0;
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until none is left, which nobody would tell it. */
static inline void
child_processes_wait_gone (void)
{
  gboolean is_gone = FALSE;
  unsigned source = g_timeout_add (CHILD_PROCESSES_LOOK_MS, child_processes_look_cb, &is_gone);

  while (!is_gone)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}
