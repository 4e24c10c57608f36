/* One pack as it was loaded from its folder: its parts by the file they came from, every file there is, and what was
 * wrong. Here files are named as the pack sees them ("things/05.md"); a library puts the pack's own name before. Made
 * by kist_pack_load() on a worker, then only read. For library/ alone. */
#pragma once

#include "base/kist-report.h"
#include "content/kist-manifest.h"
#include "content/kist-thing.h"
#include "library/kist-library.h"

G_BEGIN_DECLS

/* A pack with more is refused before any of it is read (formats.md). */
#define KIST_PACK_MAX_FILES 5000
#define KIST_PACK_MAX_BYTES (200 * 1024 * 1024)

typedef enum
{
  KIST_PACK_THING,
  KIST_PACK_SCENARIO,
  KIST_PACK_QUIZ,
  KIST_PACK_SCALE,
  KIST_PACK_BADGE,
  KIST_PACK_FRAMEWORK,
  KIST_PACK_TEMPLATE,
  KIST_PACK_N_KINDS,
} KistPackKind;

/**
 * KistPackPart:
 * @file: "things/05.md"
 * @object: (transfer none): a #KistThing, #KistScenario, #KistQuiz, #KistScale, #KistBadge or #KistFramework
 */
typedef struct
{
  char    *file;
  GObject *object;
} KistPackPart;

/**
 * KistPack:
 * @folder: where it is
 * @shown: how its folder is shown, the beginning of its files' names in refusals
 * @manifest: (nullable): %NULL when the whole pack cannot be used
 * @files: (element-type utf8): every file in it
 * @parts: (element-type KistPackPart): those that can be used, by kind, in the order of their files' names
 * @report: what was found
 * @refusals: (element-type KistRefusal): what is left out
 */
typedef struct
{
  char         *folder;
  char         *shown;
  KistManifest *manifest;
  GHashTable   *files;
  GPtrArray    *parts[KIST_PACK_N_KINDS];
  KistReport   *report;
  GPtrArray    *refusals;
} KistPack;

KistPack *kist_pack_new (const char *folder, const char *shown);
void      kist_pack_free (KistPack *self);
gpointer  kist_pack_lookup_target (KistPack *self, KistThing *thing, KistStep *step);
void      kist_pack_refuse (KistPack *self, const char *file, const char *title, unsigned first);
char     *kist_pack_resolve (const char *from, const char *target);
gpointer
kist_pack_parse_part (KistPackKind kind, const char *text, const char *file, const char *pack_id, KistReport *report);
const char *kist_pack_kind_get_folder (KistPackKind kind);
const char *kist_pack_kind_get_suffix (KistPackKind kind);
const char *kist_pack_kind_get_id (KistPackKind kind, gpointer object);
gboolean    kist_pack_kind_of_step (KistStepKind step, KistPackKind *kind);
void        kist_refusal_free (KistRefusal *refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPack, kist_pack_free)

G_END_DECLS
