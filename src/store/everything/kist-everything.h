/* Everything that Kist keeps of a person, in one text file that any program can read, NAME.jsonl, and back: JSON Lines
 * (https://jsonlines.org), a row of the database on each line.
 *
 *     {"format":"kist-everything","version":1,"schema":7}
 *     {"entry":{"id":"…","thing":"digital-things/email","badge":null,"title":"…","body":"…","created":…,…}}
 *     {"event":{"id":1,"time":…,"verb":"opened",…}}
 *     {"end":{"rows":2}}
 *
 * Each row is an object with one member, the table's name, and in it each column's name and value; migrations/ says
 * what they mean. Tables come in the order of their names, rows in that of their primary key. Bytes, and a text that is
 * no UTF-8, are {"base64":"…"} and {"base64-text":"…"}. Nothing in the file says when or where it was made, so that
 * the same record gives the same bytes: export, import, export.
 *
 * All tables are in it, those of a later version too, without anybody having to think of it; but for the search, which
 * is made anew from the texts, and the list of what is just being deleted for good. A reader makes an empty database of
 * the file's schema, fills it, and brings it up to date with the migrations that every other file of that age gets.
 *
 * Why not the back-up: that is a database, which nobody reads without SQLite and Kist's word for it. Why not a zip of
 * JSON and Markdown: a line at a time needs no more memory for ten thousand entries than for one; and Markdown, HTML
 * and the rest are there for people to read, see publish/.
 *
 * What is not in it: packs, which are handed on as files of their own, and the settings of the desktop.
 *
 * Blocking and slow: on any thread but the main one. */
#pragma once

#include "store/backup/kist-backup-info.h"
#include "store/backup/kist-backup-job.h"

G_BEGIN_DECLS

#define KIST_EVERYTHING_SUFFIX ".jsonl"

gboolean        kist_everything_write (const char *folder, const char *path, const KistBackupJob *job, GError **error);
gboolean        kist_everything_is (const char *path);
KistBackupInfo *kist_everything_check (const char *path, const KistBackupJob *job, GError **error);
KistBackupInfo *
kist_everything_unpack (const char *path, const char *database, const KistBackupJob *job, GError **error);

G_END_DECLS
