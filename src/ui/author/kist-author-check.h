/* What an author sees of a folder at one moment: what the check finds, and the scenarios that can be played. Made on a
 * worker, then only read. */
#pragma once

#include <gio/gio.h>

#include "base/kist-report.h"
#include "scenario/kist-scenario.h"

G_BEGIN_DECLS

/**
 * KistAuthorCheck:
 * @title: the pack's title, or the folder's name as long as pack.md has none
 * @id: (nullable): the pack's id, when pack.md can be read
 * @problem: (nullable): why the folder could not be checked at all
 * @is_gone: whether that is because there is no such folder
 * @report: what was found, with files as the pack names them
 * @scenarios: (element-type KistScenario): those that can be played, by the names of their files
 */
typedef struct
{
  char       *title;
  char       *id;
  char       *problem;
  gboolean    is_gone;
  KistReport *report;
  GPtrArray  *scenarios;
} KistAuthorCheck;

void
kist_author_check_async (const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
KistAuthorCheck *kist_author_check_finish (GAsyncResult *result, GError **error);
gboolean         kist_author_check_equal (const KistAuthorCheck *check, const KistAuthorCheck *other);
void             kist_author_check_free (KistAuthorCheck *check);
KistScenario    *kist_author_check_load_scenario (const char *folder, const char *file, GError **error);
void             kist_author_check_load_scenario_async (const char         *folder,
                                                        const char         *file,
                                                        GCancellable       *cancellable,
                                                        GAsyncReadyCallback callback,
                                                        gpointer            data);
KistScenario    *kist_author_check_load_scenario_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistAuthorCheck, kist_author_check_free)

G_END_DECLS
