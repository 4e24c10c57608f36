/* Somebody who learns: a small library with core elements, the events of what they do, and their entries. */
#pragma once

#include "library/kist-library.h"
#include "progress/kist-progress.h"

#define MINUTE ((gint64)60 * G_USEC_PER_SEC)
#define DAY (24 * 60 * MINUTE)

typedef struct
{
  KistLibrary  *library;
  KistProgress *progress;
  GPtrArray    *events;  /* (element-type KistEvent) */
  GListStore   *entries; /* of KistEntry */
  KistThing    *media;   /* touches the elements "protection" and "knowledge" */
  KistThing    *second;  /* touches "knowledge" */
} Learner;

/* Noon of a day, so that an hour more or less is the same day in every time zone. */
#define LEARNER_NOON ((gint64)20000 * DAY + 12 * 60 * MINUTE)

void learner_set_up (Learner *self, gconstpointer data);
void learner_tear_down (Learner *self, gconstpointer data);
void learner_does (Learner    *self,
                   gint64      time,
                   KistVerb    verb,
                   const char *place,
                   const char *item,
                   gint64      value,
                   const char *text);
void learner_chooses (Learner *self, gint64 time, const char *run, const char *passage, const char *codes);
void
learner_has_entry (Learner *self, const char *id, const char *thing, const char *badge, const char *body, gint64 time);
