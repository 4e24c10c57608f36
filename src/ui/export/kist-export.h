/* Entries on their way out: which, in which format, and where to. It is written on a thread of its own, which holds
 * what it needs and neither a window nor the store. Main thread. */
#pragma once

#include "publish/kist-publish.h"
#include "publish/print/kist-print-pages.h"
#include "ui/kist-services.h"

G_BEGIN_DECLS

#define KIST_TYPE_EXPORT (kist_export_get_type ())
G_DECLARE_FINAL_TYPE (KistExport, kist_export, KIST, EXPORT, GObject)

KistExport              *kist_export_new (KistServices *services, GPtrArray *entries, gboolean is_everything);
GPtrArray               *kist_export_get_entries (KistExport *self);
gboolean                 kist_export_is_everything (KistExport *self);
const KistPublishFormat *kist_export_find_format (const char *id);
gboolean                 kist_export_makes_folder (KistExport *self, const KistPublishFormat *format);
char                    *kist_export_dup_name (KistExport *self, const KistPublishFormat *format);
void                     kist_export_set_theme (KistExport *self, const KistPublishTheme *theme);
void                     kist_export_run_async (KistExport              *self,
                                                const KistPublishFormat *format,
                                                gboolean                 has_text,
                                                const char              *path,
                                                GCancellable            *cancellable,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 data);
char                    *kist_export_run_finish (KistExport *self, GAsyncResult *result, GError **error);
void
kist_export_lay_out_async (KistExport *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
KistPrintPages *kist_export_lay_out_finish (KistExport *self, GAsyncResult *result, GError **error);
void
kist_export_render_async (KistExport *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GBytes  *kist_export_render_finish (KistExport *self, GAsyncResult *result, GError **error);
double   kist_export_get_fraction (KistExport *self);
unsigned kist_export_get_n_missing (KistExport *self);

G_END_DECLS
