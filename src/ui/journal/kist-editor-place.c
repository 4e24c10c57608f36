#include "kist-editor-place.h"

#include <string.h>

static char *
dup_key (KistEntry *entry)
{
  return g_strdup_printf ("entry:%s", kist_entry_get_id (entry));
}

/**
 * kist_editor_place_save:
 * @services: the services
 * @entry: the entry
 * @text: where it is written
 *
 * Keeps the caret, and that this entry was the last thing that one was at.
 */
void
kist_editor_place_save (KistServices *services, KistEntry *entry, KistWritingView *text)
{
  g_autofree char *key = dup_key (entry);
  g_autoptr (KistPlace) place = kist_place_new (key);
  g_autoptr (KistPlace) last = kist_place_new ("last");

  place->block = kist_writing_view_get_caret (text);
  kist_services_save_place (services, place);
  last->entry = g_strdup (kist_entry_get_id (entry));
  kist_services_save_place (services, last);
}

/**
 * kist_editor_place_point_to:
 * @services: the services
 * @entry: an entry's id
 * @place: where words of it begin, in characters
 * @length: how many characters they are
 *
 * Lets the editor open there, with the words selected, when the entry is opened next.
 */
void
kist_editor_place_point_to (KistServices *services, const char *entry, int place, int length)
{
  g_autofree char *key = g_strdup_printf ("entry:%s", entry);
  g_autoptr (KistPlace) there = kist_place_new (key);

  there->block = place;
  there->detail = g_strdup_printf ("%d", length);
  kist_services_save_place (services, there);
}

/* A draft that begins with its badge's headings is begun below the first of them. */
static int
first_caret (const char *body)
{
  const char *room = strstr (body, "\n\n");

  return g_str_has_prefix (body, "## ") && room ? (int)g_utf8_pointer_to_offset (body, room + 2) : G_MAXINT;
}

/**
 * kist_editor_place_restore:
 * @services: the services
 * @entry: the entry
 * @text: where it is written, filled with its text
 *
 * Puts the caret where it was, or selects the words that were searched for.
 *
 * Returns: whether words were searched for
 */
gboolean
kist_editor_place_restore (KistServices *services, KistEntry *entry, KistWritingView *text)
{
  g_autofree char *key = dup_key (entry);
  const KistPlace *place = kist_services_get_place (services, key);
  gboolean         is_at_words = place && place->detail;

  kist_writing_view_select (text, place ? (int)place->block : first_caret (kist_entry_get_body (entry)),
                            is_at_words ? (int)MIN (g_ascii_strtoull (place->detail, NULL, 10), G_MAXINT) : 0);
  return is_at_words;
}
