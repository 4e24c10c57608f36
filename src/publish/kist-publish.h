/* Entries in the formats of other programs: a table of formats, and one function that turns a publication into files in
 * memory. Pure functions that read no clock, so the same publication gives the same bytes; any thread, and a large
 * journal belongs on a worker. kist_publish_save() alone touches the disk.
 *
 * There is no DOCX among them: no well-kept C library writes it (pandoc and LibreOffice are programs of 200 MB and
 * more), and half of a format of our own would lose what Word opens from the ODT without asking. */
#pragma once

#include <gio/gio.h>

#include "archive/kist-zip.h"
#include "publish/kist-publication.h"

G_BEGIN_DECLS

/**
 * KistPublishShape:
 * @KIST_PUBLISH_ONE: all entries in one file
 * @KIST_PUBLISH_EACH: a file for each entry
 * @KIST_PUBLISH_FOLDER: files that belong together, however many entries there are
 */
typedef enum
{
  KIST_PUBLISH_ONE,
  KIST_PUBLISH_EACH,
  KIST_PUBLISH_FOLDER,
} KistPublishShape;

/**
 * KistPublishFormat:
 * @id: what scripts call it
 * @extension: of its files, without a dot
 * @name: what people call it
 * @shape: what it makes
 */
typedef struct
{
  const char      *id;
  const char      *extension;
  const char      *name;
  KistPublishShape shape;
} KistPublishFormat;

/**
 * KistPublishProgress:
 * @cancellable: (nullable): stops between two entries
 * @n_done: how many entries are done: read and written atomically
 *
 * What the thread that publishes shares with the one that waits for it.
 */
typedef struct
{
  GCancellable *cancellable;
  int           n_done;
} KistPublishProgress;

unsigned                 kist_publish_get_n_formats (void);
const KistPublishFormat *kist_publish_get_format (unsigned index);
const KistPublishFormat *kist_publish_find_format (const char *id);
gboolean                 kist_publish_makes_folder (const KistPublishFormat *format, GPtrArray *entries);
GPtrArray               *kist_publish (const KistPublishFormat *format,
                                       const KistPublication   *publication,
                                       KistPublishProgress     *progress,
                                       GError                 **error);
gboolean                 kist_publish_save (GPtrArray *files, gboolean is_folder, const char *path, GError **error);

G_END_DECLS
