/* What the readers of foreign formats hand to KistImport while it is being made. */
#pragma once

#include "exchange/kist-draft.h"
#include "exchange/kist-import.h"

G_BEGIN_DECLS

/* Where pictures go in a pack. */
#define KIST_IMPORT_MEDIA_FOLDER "media"

/**
 * KistSource:
 * @bytes: the whole file
 * @text: (nullable): the same as normalised text; %NULL of a zip file
 * @name: what the file is called, without its ending, for what has no title
 * @cancellable: (nullable): asked between stories
 * @account: for each part
 * @files: (element-type KistImportFile): what comes out
 * @title: (out): what it is called
 */
typedef struct
{
  GBytes       *bytes;
  char         *text;
  char         *name;
  GCancellable *cancellable;
  KistAccount  *account;
  GPtrArray    *files;
  char         *title;
} KistSource;

void  kist_source_take_file (KistSource *self, const char *folder, const char *title, const char *suffix, char *text);
char *kist_source_take_picture (KistSource *self, GBytes *bytes, const char *words, const char *suffix);
gboolean kist_source_take_draft (KistSource *self, KistDraft *draft, GError **error);

GBytes *kist_import_load (const char *path, GCancellable *cancellable, GError **error);
char  **kist_import_write_files (GPtrArray *files, const char *title, const char *folder, GError **error);

gboolean kist_import_read_twee (KistSource *source, GError **error);
gboolean kist_import_is_moodle_xml (const KistSource *source);
gboolean kist_import_is_aiken (const KistSource *source);
gboolean kist_import_is_gift (const KistSource *source);
gboolean kist_import_read_moodle_xml (KistSource *source, GError **error);
gboolean kist_import_read_aiken (KistSource *source, GError **error);
gboolean kist_import_read_gift (KistSource *source, GError **error);
gboolean kist_import_read_h5p (KistSource *source, GError **error);
gboolean kist_import_read_html (KistSource *source, GError **error);
gboolean kist_import_read_json (KistSource *source, GError **error);

G_END_DECLS
