/* Where a person's work touched a code: the decisions that name it, and what they reflected on or wrote in a Thing that
 * touches it. A pure fold over events; any thread that owns what it is given. */
#pragma once

#include "library/kist-library.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_TOUCH_DECISION,
  KIST_TOUCH_REFLECTION,
  KIST_TOUCH_WRITING,
} KistTouchKind;

/**
 * KistCodeTouch:
 * @kind: how it was touched
 * @time: when, microseconds since 1970, UTC
 * @thing: (transfer none): the Thing; lives as long as its library
 * @step: (transfer none): the step of it
 * @text: the name of the passage in which it was decided, the prompt that was answered, or the Write step's title
 * @choice: (nullable): what was chosen there, while the scenario has that choice
 * @is_group: whether a group decided, and not the person alone
 */
typedef struct
{
  KistTouchKind kind;
  gint64        time;
  KistThing    *thing;
  KistStep     *step;
  char         *text;
  char         *choice;
  gboolean      is_group;
} KistCodeTouch;

GHashTable *kist_code_touches_of (KistLibrary *library, GPtrArray *events);
GPtrArray  *kist_code_find_things (KistLibrary *library, const char *code);

G_END_DECLS
