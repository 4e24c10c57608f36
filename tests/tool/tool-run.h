/* kist-tool as a script runs it, in the tests of its commands that need a person's folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ToolRun:
 * @status: the exit status
 * @out: (owned): standard output
 * @err: (owned): standard error
 */
typedef struct
{
  int   status;
  char *out;
  char *err;
} ToolRun;

ToolRun *tool_run (const char *input, const char *command, ...) G_GNUC_NULL_TERMINATED;
void     tool_run_free (ToolRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToolRun, tool_run_free)

G_END_DECLS
