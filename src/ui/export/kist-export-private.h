/* What the files that make an export share: kist-export*.c. */
#pragma once

#include "kist-export.h"

G_BEGIN_DECLS

struct _KistExport
{
  GObject parent_instance;

  KistLibrary        *library;    /* (owned) */
  GPtrArray          *entries;    /* (element-type KistEntry) (owned) oldest first */
  GPtrArray          *all_events; /* (element-type KistEvent) (owned) only holds what @events points to */
  GPtrArray          *events;     /* (element-type KistEvent) (owned) (nullable) oldest first, as they were */
  char               *folder;     /* (owned) the person's */
  gint64              beginning;  /* of the person's record, whatever leaves of it */
  KistPublishProgress progress;   /* shared with the thread */
  int                 n_of_1000;  /* likewise: how much of everything is written */
  int                 n_missing;  /* likewise: pictures, of the last run */

  const KistPublishTheme *theme; /* (nullable) of web pages */
};

/* One run. */
typedef struct
{
  const KistPublishFormat *format;
  const KistPublishTheme  *theme;
  gboolean                 has_text;
  char                    *path; /* (owned) the file, or the folder in which a folder is made */
} KistExportRun;

KistPublication *kist_export_make_publication (KistExport *self, const KistExportRun *run);

G_END_DECLS
