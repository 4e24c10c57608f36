#include "kist-draft.h"

#include "badges/kist-readiness.h"

static KistStep *
find_write_step (KistThing *thing)
{
  for (unsigned i = 0; i < kist_thing_get_n_steps (thing); i++)
    if (kist_step_get_kind (kist_thing_get_step (thing, i)) == KIST_STEP_WRITE)
      return kist_thing_get_step (thing, i);
  return NULL;
}

/**
 * kist_draft_record:
 * @services: the services
 * @entry: an entry as it was last saved
 * @is_deleted: whether it was just deleted: then nothing of it counts any more
 *
 * Records %KIST_VERB_WROTE for the Write step of the entry's Thing; nothing for an entry of its own.
 */
void
kist_draft_record (KistServices *services, KistEntry *entry, gboolean is_deleted)
{
  KistLibrary *library = kist_services_get_library (services);
  const char  *key = kist_entry_get_thing (entry);
  const char  *id = kist_entry_get_badge (entry);
  KistThing   *thing = key ? kist_library_lookup_thing (library, key) : NULL;
  KistStep    *step = thing ? find_write_step (thing) : NULL;
  KistBadge   *badge = id ? kist_library_lookup_badge (library, id) : NULL;
  g_autoptr (KistReadiness) readiness = NULL;
  unsigned words = 0;
  gboolean is_met = FALSE;

  if (!step)
    return;

  if (!is_deleted)
    {
      readiness = badge ? kist_readiness_new (badge, kist_entry_get_body (entry)) : NULL;
      words = readiness ? readiness->words : kist_entry_get_words (entry);
      is_met = readiness ? readiness->is_ready : words > 0;
    }
  kist_services_record (services, KIST_VERB_WROTE, thing, step, kist_entry_get_id (entry), words,
                        is_met ? "met" : "short", NULL);
}
