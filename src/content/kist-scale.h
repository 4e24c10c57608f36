/* A self-assessment: items that are each rated on the same points. Immutable after loading; any thread. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

/**
 * KistScaleItem:
 * @id: permanent, unique in its scale
 * @title: a word or two, for a chart's axis
 * @text: what is rated, one sentence
 */
typedef struct
{
  char *id;
  char *title;
  char *text;
} KistScaleItem;

#define KIST_TYPE_SCALE (kist_scale_get_type ())
G_DECLARE_FINAL_TYPE (KistScale, kist_scale, KIST, SCALE, GObject)

KistScale           *kist_scale_parse (const char *text, const char *file, KistReport *report);
const char          *kist_scale_get_id (KistScale *self);
const char          *kist_scale_get_title (KistScale *self);
const char          *kist_scale_get_source (KistScale *self);
unsigned             kist_scale_get_n_points (KistScale *self);
int                  kist_scale_get_value (KistScale *self, unsigned point);
const char          *kist_scale_get_label (KistScale *self, unsigned point);
unsigned             kist_scale_get_n_items (KistScale *self);
const KistScaleItem *kist_scale_get_item (KistScale *self, unsigned index);

G_END_DECLS
