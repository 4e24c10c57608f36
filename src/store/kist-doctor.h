/* Whether a person's folder is sound: finds what is wrong with the database, its back-ups, who may read them and the
 * room on the disk, says what to do about each, and changes nothing. Safe while Kist is open: it only reads. Blocking,
 * and it walks all of every file: on any thread but the main one. */
#pragma once

#include <gio/gio.h>

#include "base/kist-report.h"

G_BEGIN_DECLS

gboolean kist_doctor_examine (const char *folder, KistReport *report, GCancellable *cancellable, GError **error);

G_END_DECLS
