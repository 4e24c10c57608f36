/* A person's record of continuous professional learning: for each core element, the Things that touch it and how much
 * of them was done in a span of time. Nothing is guessed: a step counts when it is done and something was done in it
 * within the span; opening it is not doing. Pure: the same material and the same facts give the same record. Belongs to
 * the thread of its KistProgress. */
#pragma once

#include "library/kist-library.h"
#include "progress/kist-progress.h"

G_BEGIN_DECLS

/* The framework whose codes a Thing's and a badge's "elements" are (data/packs/README.md). */
#define KIST_RECORD_FRAMEWORK "cpl-2024"

/**
 * KistRecordThing:
 * @thing: (transfer none): a Thing that touches the element and in which something was done; lives as long as its
 * library
 * @n_steps: how many of its steps count
 * @last: when something was last done in it, microseconds since 1970, UTC
 */
typedef struct
{
  KistThing *thing;
  unsigned   n_steps;
  gint64     last;
} KistRecordThing;

/**
 * KistRecordElement:
 * @code: (transfer none): the element; lives as long as its library
 * @things: (element-type KistRecordThing): what was done, the last first; empty for a gap
 * @n_steps: how many steps count, in all @things
 */
typedef struct
{
  const KistCode *code;
  GPtrArray      *things;
  unsigned        n_steps;
} KistRecordElement;

GPtrArray     *kist_record_of (KistLibrary *library, KistProgress *progress, GPtrArray *events, gint64 since);
GPtrArray     *kist_record_find_things (KistLibrary *library, const char *element);
GDateTime     *kist_record_dup_year_begin (GDateTime *now);
KistFramework *kist_record_get_framework (KistLibrary *library);

G_END_DECLS
