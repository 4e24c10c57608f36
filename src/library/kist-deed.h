/* What a person did, as one would tell it: a row for each step and day and not for each event, the strongest thing that
 * happened there, endings and texts by name. A pure fold over events and entries; any thread that owns what it is
 * given.
 */
#pragma once

#include <gio/gio.h>

#include "library/kist-library.h"
#include "progress/kist-event.h"

G_BEGIN_DECLS

/**
 * KistDeedKind:
 * @KIST_DEED_OPENED: a step was opened for the first time, and no more
 * @KIST_DEED_WORKED: something was done in a step
 * @KIST_DEED_FINISHED: a step was completed
 * @KIST_DEED_ENDED: an ending of a scenario was reached; text is its name
 * @KIST_DEED_WROTE: a text was written; text is its title
 *
 * From the weakest to the strongest.
 */
typedef enum
{
  KIST_DEED_OPENED,
  KIST_DEED_WORKED,
  KIST_DEED_FINISHED,
  KIST_DEED_ENDED,
  KIST_DEED_WROTE,
} KistDeedKind;

/**
 * KistDeed:
 * @kind: what was done
 * @time: when it was last done on its day, microseconds since 1970, UTC
 * @key: (nullable): the Thing's key
 * @thing: (transfer none) (nullable): the Thing; %NULL when the library has it no longer, and for an entry of its own
 * @step: (transfer none) (nullable): the step; %NULL when the Thing has it no longer, and for an entry
 * @text: (nullable): by the kind
 * @entry: (nullable): the entry's id, while there is that entry
 * @words: how many words were written
 * @is_group: whether it was done with a group, and not alone
 */
typedef struct
{
  KistDeedKind kind;
  gint64       time;
  char        *key;
  KistThing   *thing;
  KistStep    *step;
  char        *text;
  char        *entry;
  unsigned     words;
  gboolean     is_group;
} KistDeed;

GPtrArray *kist_deeds_of (KistLibrary *library, GPtrArray *events, GListModel *entries);
int        kist_deed_get_day (const KistDeed *self);

G_END_DECLS
