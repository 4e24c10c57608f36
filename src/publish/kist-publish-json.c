#include <json-glib/json-glib.h>
#include <string.h>

#include "kist-publish-private.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_entry (JsonBuilder *builder, const KistPublication *publication, const KistPublicEntry *item)
{
  g_autofree char *created = kist_publication_dup_time (publication, kist_entry_get_created (item->entry));
  g_autofree char *updated = kist_publication_dup_time (publication, kist_entry_get_updated (item->entry));

  json_builder_begin_object (builder);
  add_text (builder, "id", kist_entry_get_id (item->entry));
  add_text (builder, "title", kist_entry_get_title (item->entry));
  add_text (builder, "created", created);
  add_text (builder, "updated", updated);
  add_text (builder, "thing", kist_entry_get_thing (item->entry));
  add_text (builder, "thing-title", item->thing);
  add_text (builder, "badge", kist_entry_get_badge (item->entry));
  add_text (builder, "badge-title", item->badge);
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (const char *const *tag = item->tags; *tag; tag++)
    json_builder_add_string_value (builder, *tag);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "words");
  json_builder_add_int_value (builder, kist_entry_get_words (item->entry));
  add_text (builder, "markdown", kist_entry_get_body (item->entry));
  json_builder_end_object (builder);
}

/*
 * kist_publish_json:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * {"format": "kist-journal", "version": 1, "title": "…", "entries": [{"id": "…", "title": "…", "created": "RFC 3339",
 * "updated": "…", "thing": "pack/thing" or null, "thing-title": …, "badge": …, "badge-title": …, "tags": ["…"],
 * "words": 120, "markdown": "…"}]}, for scripts; a member may be added without a new version.
 *
 * Returns: (transfer full): the file
 */
GBytes *
kist_publish_json (const KistPublication *publication, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  add_text (builder, "format", "kist-journal");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  add_text (builder, "title", publication->title);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < publication->entries->len; i++)
    add_entry (builder, publication, kist_publication_get_entry (publication, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}
