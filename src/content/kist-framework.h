/* A set of numbered statements with an edition, such as the Codes of 2024, in Mahara's .matrix JSON so that either
 * program reads it. A code is written "framework-id/number", for example "workers-2024/2.8". Immutable after loading;
 * any thread. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

/**
 * KistCode:
 * @number: as printed, "2.8"
 * @title: the project's own paraphrase, a few words
 * @text: the same, a sentence
 * @part: the index of the part it belongs to
 *
 * A numbered statement, or the heading of a part of them.
 */
typedef struct
{
  char    *number;
  char    *title;
  char    *text;
  unsigned part;
} KistCode;

#define KIST_TYPE_FRAMEWORK (kist_framework_get_type ())
G_DECLARE_FINAL_TYPE (KistFramework, kist_framework, KIST, FRAMEWORK, GObject)

KistFramework  *kist_framework_parse (const char *text, const char *file, KistReport *report);
const char     *kist_framework_get_id (KistFramework *self);
const char     *kist_framework_get_title (KistFramework *self);
const char     *kist_framework_get_description (KistFramework *self);
unsigned        kist_framework_get_n_parts (KistFramework *self);
const KistCode *kist_framework_get_part (KistFramework *self, unsigned index);
unsigned        kist_framework_get_n_codes (KistFramework *self);
const KistCode *kist_framework_get_code (KistFramework *self, unsigned index);
const KistCode *kist_framework_lookup (KistFramework *self, const char *number);

G_END_DECLS
