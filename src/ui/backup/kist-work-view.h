/* How far a long job with a back-up is, and the button that stops it; not to be seen while there is none. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "ui/backup/kist-backup-work.h"

G_BEGIN_DECLS

#define KIST_TYPE_WORK_VIEW (kist_work_view_get_type ())
G_DECLARE_FINAL_TYPE (KistWorkView, kist_work_view, KIST, WORK_VIEW, AdwBin)

void kist_work_view_follow (KistWorkView *self, KistBackupWork *work, const char *title);
void kist_work_view_wait (KistWorkView *self, const char *title);
void kist_work_view_stop (KistWorkView *self);

G_END_DECLS
