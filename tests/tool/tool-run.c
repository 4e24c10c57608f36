#include "tool-run.h"

#include <gio/gio.h>

/* Runs the command with the words that follow and @input, when it is not NULL, as standard input. */
ToolRun *
tool_run (const char *input, const char *command, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  ToolRun    *self = g_new0 (ToolRun, 1);
  va_list     list;
  const char *word;

  g_ptr_array_add (words, (gpointer)g_getenv ("KIST_TOOL"));
  g_ptr_array_add (words, (gpointer)command);
  va_start (list, command);
  while ((word = va_arg (list, const char *)))
    g_ptr_array_add (words, (gpointer)word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv (
      (const char *const *)words->pdata,
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, input, NULL, &self->out, &self->err, &error));
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  return self;
}

void
tool_run_free (ToolRun *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}
