/* Which codes a person's decisions and reflections touched, and when: a pure fold over events. */
#pragma once

#include "progress/kist-event.h"

G_BEGIN_DECLS

/**
 * KistCodeUse:
 * @code: "workers-2024/2.8"
 * @events: (element-type KistEvent): the events that touched it, oldest first
 */
typedef struct
{
  char      *code;
  GPtrArray *events;
} KistCodeUse;

GPtrArray *kist_code_uses_of (GPtrArray *events);

G_END_DECLS
