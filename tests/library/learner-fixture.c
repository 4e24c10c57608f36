#include "learner-fixture.h"

#include <string.h>

#include "journal/kist-entry.h"
#include "pack-fixture.h"

static const char elements[] =
    "{ \"framework\": { \"id\": \"cpl-2024\", \"name\": \"Core\", \"licence\": \"CC-BY-4.0\",\n"
    "  \"standards\": [ { \"shortname\": \"core\", \"name\": \"Core\", \"standardid\": \"core\", \"standardelement\": "
    "[\n"
    "    { \"shortname\": \"rights\", \"name\": \"Rights\" },\n"
    "    { \"shortname\": \"protection\", \"name\": \"Protection\" },\n"
    "    { \"shortname\": \"knowledge\", \"name\": \"Knowledge\" } ] } ] } }\n";

void
learner_set_up (Learner *self, gconstpointer data)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  const char      *folders[] = { pack, NULL };

  pack_fixture_write (pack, "frameworks/cpl-2024.matrix", elements);
  pack_fixture_edit (pack, "things/05-media.md", "minutes: 40\n", "minutes: 40\nelements: [protection, knowledge]\n");
  pack_fixture_edit (pack, "things/06-second.md", "minutes: 10\n", "minutes: 10\nelements: [knowledge]\n");
  self->library = kist_library_load (folders, NULL);
  self->progress = kist_progress_new ();
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
  self->entries = g_list_store_new (KIST_TYPE_ENTRY);
  self->media = kist_library_lookup_thing (self->library, "core/media");
  self->second = kist_library_lookup_thing (self->library, "core/second");
  g_assert_true (self->media && self->second);
}

void
learner_tear_down (Learner *self, gconstpointer data)
{
  g_object_unref (self->library);
  g_object_unref (self->progress);
  g_ptr_array_unref (self->events);
  g_object_unref (self->entries);
}

static void
add_event (Learner *self, KistEvent *event)
{
  kist_progress_add (self->progress, event);
  g_ptr_array_add (self->events, event);
}

/* @place: "core/media/counts", the Thing's key and the step */
void
learner_does (Learner    *self,
              gint64      time,
              KistVerb    verb,
              const char *place,
              const char *item,
              gint64      value,
              const char *text)
{
  const char      *slash = strrchr (place, '/');
  g_autofree char *thing = g_strndup (place, slash - place);

  add_event (self, kist_event_new (time, verb, thing, slash + 1, item, value, text, NULL));
}

void
learner_chooses (Learner *self, gint64 time, const char *run, const char *passage, const char *codes)
{
  add_event (self, kist_event_new (time, KIST_VERB_CHOSE, "core/media", "request", run, 0, passage, codes));
}

/* The last made is the last changed: first in the list, as the journal has it. */
void
learner_has_entry (Learner *self, const char *id, const char *thing, const char *badge, const char *body, gint64 time)
{
  g_autoptr (KistEntry) entry = kist_entry_new (id, thing, badge, "A title", body, time, time);

  g_list_store_insert (self->entries, 0, entry);
}
