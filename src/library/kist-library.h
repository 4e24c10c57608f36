/* All the learning material there is: every pack on the search path with its Things, scenarios, quizzes, scales,
 * frameworks and badges, and a report of what could not be used. A part that is broken is left out and said; it never
 * hides another. Loading blocks and belongs on a worker thread; the finished library is immutable and readable from any
 * thread. */
#pragma once

#include <gio/gio.h>

#include "badges/kist-badge.h"
#include "base/kist-report.h"
#include "content/kist-framework.h"
#include "content/kist-manifest.h"
#include "quiz/kist-quiz.h"
#include "content/kist-scale.h"
#include "content/kist-template.h"
#include "content/kist-thing.h"
#include "scenario/kist-scenario.h"

G_BEGIN_DECLS

#define KIST_TYPE_LIBRARY (kist_library_get_type ())
G_DECLARE_FINAL_TYPE (KistLibrary, kist_library, KIST, LIBRARY, GObject)

/**
 * KistRefusal:
 * @file: the pack's folder or the file that is not used
 * @title: what to call it: a pack's or a Thing's title when it could be read, else @file's name
 * @reason: the first error, one sentence with its place
 * @is_pack: whether a whole pack is missing, and not just a part of one
 */
typedef struct
{
  char    *file;
  char    *title;
  char    *reason;
  gboolean is_pack;
} KistRefusal;

KistLibrary       *kist_library_load (const char *const *folders, GCancellable *cancellable);
void               kist_library_load_async (const char *const  *folders,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            data);
KistLibrary       *kist_library_load_finish (GAsyncResult *result, GError **error);
unsigned           kist_library_get_n_refusals (KistLibrary *self);
const KistRefusal *kist_library_get_refusal (KistLibrary *self, unsigned index);
unsigned           kist_library_get_n_packs (KistLibrary *self);
KistManifest      *kist_library_get_pack (KistLibrary *self, unsigned index);
const char        *kist_library_get_pack_folder (KistLibrary *self, unsigned index);
unsigned           kist_library_get_n_things (KistLibrary *self);
KistThing         *kist_library_get_thing (KistLibrary *self, unsigned index);
KistThing         *kist_library_lookup_thing (KistLibrary *self, const char *key);
KistScenario      *kist_library_lookup_scenario (KistLibrary *self, KistThing *thing, KistStep *step);
KistQuiz          *kist_library_lookup_quiz (KistLibrary *self, KistThing *thing, KistStep *step);
KistScale         *kist_library_lookup_scale (KistLibrary *self, KistThing *thing, KistStep *step);
KistBadge         *kist_library_lookup_badge (KistLibrary *self, const char *id);
unsigned           kist_library_get_n_badges (KistLibrary *self);
KistBadge         *kist_library_get_badge (KistLibrary *self, unsigned index);
unsigned           kist_library_get_n_frameworks (KistLibrary *self);
KistFramework     *kist_library_get_framework (KistLibrary *self, unsigned index);
unsigned           kist_library_get_n_templates (KistLibrary *self);
KistTemplate      *kist_library_get_template (KistLibrary *self, unsigned index);
const KistCode    *kist_library_lookup_code (KistLibrary *self, const char *code, KistFramework **framework);
char              *kist_library_dup_path (KistLibrary *self, KistThing *thing, const char *target);

G_END_DECLS
