/* pack.md: who made a pack, under which licence, and which programmes its Things make up. Immutable after loading; any
 * thread. */
#pragma once

#include "base/kist-report.h"
#include "content/kist-document.h"

G_BEGIN_DECLS

/**
 * KistProgramme:
 * @id: permanent
 * @title: for example "Digital Things"
 * @summary: one sentence
 * @things: ids of its Things in order
 */
typedef struct
{
  char  *id;
  char  *title;
  char  *summary;
  char **things;
} KistProgramme;

#define KIST_TYPE_MANIFEST (kist_manifest_get_type ())
G_DECLARE_FINAL_TYPE (KistManifest, kist_manifest, KIST, MANIFEST, GObject)

KistManifest        *kist_manifest_parse (const char *text, const char *file, KistReport *report);
const char          *kist_manifest_get_id (KistManifest *self);
const char          *kist_manifest_get_version (KistManifest *self);
const char          *kist_manifest_get_title (KistManifest *self);
const char          *kist_manifest_get_language (KistManifest *self);
const char          *kist_manifest_get_licence (KistManifest *self);
const char *const   *kist_manifest_get_authors (KistManifest *self);
const char *const   *kist_manifest_get_credits (KistManifest *self);
KistDocument        *kist_manifest_get_about (KistManifest *self);
unsigned             kist_manifest_get_n_programmes (KistManifest *self);
const KistProgramme *kist_manifest_get_programme (KistManifest *self, unsigned index);

G_END_DECLS
