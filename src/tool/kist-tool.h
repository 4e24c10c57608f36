/* What the commands of kist-tool share: their exit statuses, how they read options and how they complain. A command is
 * a file here, kist-tool-NAME.c, with one public function, and a line in the table of kist-tool.c. Its result goes to
 * standard output and every message to standard error. No GTK. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "base/kist-report.h"

G_BEGIN_DECLS

/**
 * KistToolStatus:
 * @KIST_TOOL_CLEAN: all is well
 * @KIST_TOOL_FINDINGS: it was done, and something was found
 * @KIST_TOOL_USAGE: wrong usage
 * @KIST_TOOL_UNREADABLE: an input that cannot be read
 *
 * Exit statuses.
 */
typedef enum
{
  KIST_TOOL_CLEAN = 0,
  KIST_TOOL_FINDINGS = 1,
  KIST_TOOL_USAGE = 2,
  KIST_TOOL_UNREADABLE = 3,
} KistToolStatus;

int      kist_tool_complain (KistToolStatus status, const char *message);
gboolean kist_tool_parse_options (int                *argc,
                                  char             ***argv,
                                  const GOptionEntry *entries,
                                  const char         *usage,
                                  const char         *description,
                                  GError            **error);

void  kist_tool_add_text (JsonBuilder *builder, const char *name, const char *value);
void  kist_tool_add_number (JsonBuilder *builder, const char *name, gint64 value);
char *kist_tool_end_json (JsonBuilder *builder);

KistToolStatus kist_tool_print_report (KistReport *report, gboolean is_json);

int kist_tool_backup (int argc, char **argv);
int kist_tool_check (int argc, char **argv);
int kist_tool_doctor (int argc, char **argv);
int kist_tool_evidence (int argc, char **argv);
int kist_tool_export (int argc, char **argv);
int kist_tool_graph (int argc, char **argv);
int kist_tool_import (int argc, char **argv);
int kist_tool_install (int argc, char **argv);
int kist_tool_pack (int argc, char **argv);
int kist_tool_play (int argc, char **argv);
int kist_tool_posts (int argc, char **argv);
int kist_tool_privacy (int argc, char **argv);
int kist_tool_restore (int argc, char **argv);

int kist_tool_publish (const char        *data,
                       const char        *format,
                       const char        *output,
                       const char *const *ids,
                       gboolean           has_text,
                       const char        *theme);

G_END_DECLS
