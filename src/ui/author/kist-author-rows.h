/* How an author's page says what was found: a status, a group for each file, and the scenarios to try. Pure but for the
 * widgets it makes. Main thread. */
#pragma once

#include <adwaita.h>

#include "base/kist-report.h"

G_BEGIN_DECLS

char      *kist_author_rows_dup_breakable (const char *file);
GPtrArray *kist_author_rows_list_files (KistReport *report);
char      *kist_author_rows_dup_status (KistReport *report);
GtkWidget *kist_author_rows_new_status (KistReport *report);
GtkWidget *kist_author_rows_new_file (KistReport *report, const char *folder, const char *file);
GtkWidget *kist_author_rows_new_scenarios (GPtrArray *scenarios, const char *folder);
void       kist_author_rows_show_problem (GtkStack *stack, AdwStatusPage *problem, const char *message);

G_END_DECLS
