/* A way to think something through on paper: headings, and below each the questions that it asks. Models of reflection
 * are methods and belong to nobody; the words are the pack's own. Immutable after loading; any thread. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

#define KIST_TEMPLATE_MAX_PARTS 12
#define KIST_TEMPLATE_MAX_PROMPTS 12

/**
 * KistTemplatePart:
 * @heading: what stands in the draft
 * @prompts: (array zero-terminated=1): what one asks oneself there; at least one
 */
typedef struct
{
  char  *heading;
  char **prompts;
} KistTemplatePart;

#define KIST_TYPE_TEMPLATE (kist_template_get_type ())
G_DECLARE_FINAL_TYPE (KistTemplate, kist_template, KIST, TEMPLATE, GObject)

KistTemplate           *kist_template_parse (const char *text, const char *file, KistReport *report);
const char             *kist_template_get_id (KistTemplate *self);
const char             *kist_template_get_title (KistTemplate *self);
const char             *kist_template_get_summary (KistTemplate *self);
unsigned                kist_template_get_n_parts (KistTemplate *self);
const KistTemplatePart *kist_template_get_part (KistTemplate *self, unsigned index);
char                   *kist_template_dup_headings (KistTemplate *self, const char *draft);

G_END_DECLS
