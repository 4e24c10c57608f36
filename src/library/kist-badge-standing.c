#include "kist-badge-standing.h"

static KistThing *
find_thing (KistLibrary *library, const char *badge)
{
  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    if (g_strcmp0 (kist_thing_get_badge (kist_library_get_thing (library, i)), badge) == 0)
      return kist_library_get_thing (library, i);
  return NULL;
}

static KistEntry *
find_entry (GListModel *entries, const char *badge)
{
  for (unsigned i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (entries, i);

      if (g_strcmp0 (kist_entry_get_badge (entry), badge) == 0)
        return g_steal_pointer (&entry);
    }
  return NULL;
}

/**
 * kist_badge_standing_new:
 * @library: a library
 * @entries: a list model of #KistEntry, the last changed first
 * @badge: a badge
 * @facts: (nullable): what a draft does not tell of @badge
 *
 * Returns: (transfer full): where the person stands with @badge
 */
KistBadgeStanding *
kist_badge_standing_new (KistLibrary *library, GListModel *entries, KistBadge *badge, const KistEvidenceFacts *facts)
{
  KistBadgeStanding *self;

  g_return_val_if_fail (KIST_IS_LIBRARY (library) && G_IS_LIST_MODEL (entries) && KIST_IS_BADGE (badge), NULL);

  self = g_new0 (KistBadgeStanding, 1);
  self->thing = find_thing (library, kist_badge_get_id (badge));
  self->entry = find_entry (entries, kist_badge_get_id (badge));
  self->evidence = kist_evidence_new (badge, self->entry ? kist_entry_get_body (self->entry) : "", facts);
  if (!self->entry)
    self->stage = KIST_BADGE_NOT_STARTED;
  else
    self->stage = self->evidence->is_ready ? KIST_BADGE_READY : KIST_BADGE_IN_PROGRESS;
  return self;
}

/**
 * kist_badge_standing_free:
 * @self: (transfer full) (nullable): a standing
 */
void
kist_badge_standing_free (KistBadgeStanding *self)
{
  if (!self)
    return;
  g_clear_object (&self->entry);
  kist_evidence_free (self->evidence);
  g_free (self);
}
