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

/* In the order of their ids. */
static void
add_pictures (JsonBuilder *builder, const KistPublication *publication)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (publication->images), (GCompareFunc)strcmp);

  json_builder_set_member_name (builder, "pictures");
  json_builder_begin_array (builder);
  for (GList *l = ids; l; l = l->next)
    {
      const KistImage *image = g_hash_table_lookup (publication->images, l->data);
      g_autofree char *data = g_base64_encode (g_bytes_get_data (image->bytes, NULL), g_bytes_get_size (image->bytes));

      json_builder_begin_object (builder);
      add_text (builder, "id", image->id);
      add_text (builder, "media-type", kist_image_type_get_media (image->type));
      add_text (builder, "base64", data);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/*
 * kist_publish_json:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * {"format": "kist-journal", "version": 1, "title": "…", "entries": [{"id": "…", "title": "…", "created": "RFC 3339",
 * "updated": "…", "thing": "pack/thing" or null, "thing-title": …, "badge": …, "badge-title": …, "tags": ["…"],
 * "words": 120, "markdown": "…"}], "pictures": [{"id": "…", "media-type": "image/jpeg", "base64": "…"}]}, for scripts;
 * a member may be added without a new version. Markdown names a picture as kist:image/ID.
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
  add_pictures (builder, publication);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}
