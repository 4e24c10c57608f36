#include "kist-pack-index.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-error.h"
#include "base/kist-text.h"

#define SCHEMA 1
#define MAX_DEPTH 8
#define MAX_INDEX_BYTES (4 * 1024 * 1024)

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value ? value : "");
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_ids (JsonBuilder *builder, KistPack *pack)
{
  static const KistPackKind kinds[] = { KIST_PACK_THING, KIST_PACK_SCALE, KIST_PACK_BADGE, KIST_PACK_FRAMEWORK,
                                        KIST_PACK_TEMPLATE };

  json_builder_set_member_name (builder, "ids");
  json_builder_begin_object (builder);
  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *parts = pack->parts[kinds[i]];

      json_builder_set_member_name (builder, kist_pack_kind_get_folder (kinds[i]));
      json_builder_begin_array (builder);
      for (unsigned k = 0; k < parts->len; k++)
        json_builder_add_string_value (
            builder, kist_pack_kind_get_id (kinds[i], ((const KistPackPart *)g_ptr_array_index (parts, k))->object));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

static void
add_files (JsonBuilder *builder, GPtrArray *entries)
{
  guint64 total = 0;

  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < entries->len; i++)
    {
      const KistZipEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char    *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, entry->bytes);

      json_builder_begin_object (builder);
      add_text (builder, "path", entry->name);
      add_number (builder, "size", (gint64)g_bytes_get_size (entry->bytes));
      add_text (builder, "sha256", sum);
      json_builder_end_object (builder);
      total += g_bytes_get_size (entry->bytes);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_object (builder);
  add_number (builder, "files", entries->len);
  add_number (builder, "bytes", (gint64)total);
  json_builder_end_object (builder);
}

static JsonObject *
parse_index (GBytes *bytes, JsonParser *parser, GError **error)
{
  gsize            length;
  const char      *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = length <= MAX_INDEX_BYTES ? kist_text_normalise (data, length, NULL) : NULL;
  unsigned         line = 0;
  JsonNode        *root;

  if (text && kist_text_is_shallow (text, MAX_DEPTH, &line) && json_parser_load_from_data (parser, text, -1, NULL))
    {
      root = json_parser_get_root (parser);
      if (root && JSON_NODE_HOLDS_OBJECT (root))
        return json_node_get_object (root);
    }
  g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "pack.json in the file cannot be read; ask for the pack again.");
  return NULL;
}

/* json-glib warns of a member that is missing or of another type; what a stranger wrote is asked gently. */
static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gint64
get_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
             ? json_node_get_int (node)
             : -1;
}

static gboolean
verify_file (GHashTable *by_name, JsonNode *node, GError **error)
{
  JsonObject         *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char         *path = object ? get_text (object, "path") : NULL;
  const KistZipEntry *entry = path ? g_hash_table_lookup (by_name, path) : NULL;
  g_autofree char    *sum = NULL;

  if (!entry)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT,
                   "%s, which pack.json lists, is missing; ask for the pack again.", path ? path : "A file");
      return FALSE;
    }
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, entry->bytes);
  if ((gint64)g_bytes_get_size (entry->bytes) != get_number (object, "size") ||
      g_strcmp0 (sum, get_text (object, "sha256")) != 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT,
                   "%s is not as it was when the pack was made; ask for the pack again.", path);
      return FALSE;
    }
  g_hash_table_remove (by_name, path);
  return TRUE;
}

static gboolean
verify_files (GPtrArray *entries, JsonObject *index, GError **error)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode      *node = json_object_get_member (index, "files");
  JsonArray     *files = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GHashTableIter iter;
  gpointer       name;

  for (unsigned i = 0; i < entries->len; i++)
    {
      KistZipEntry *entry = g_ptr_array_index (entries, i);

      if (!g_str_equal (entry->name, KIST_PACK_INDEX_NAME))
        g_hash_table_insert (by_name, entry->name, entry);
    }
  for (unsigned i = 0; files && i < json_array_get_length (files); i++)
    if (!verify_file (by_name, json_array_get_element (files, i), error))
      return FALSE;
  g_hash_table_iter_init (&iter, by_name);
  if (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "%s is in the file, but not in its pack.json.",
                   (const char *)name);
      return FALSE;
    }
  return TRUE;
}

/**
 * kist_pack_index_write:
 * @pack: a pack that was loaded
 * @entries: (element-type KistZipEntry): its files, in the order in which they are to be listed
 *
 * Returns: (transfer full): the text of pack.json, the same for the same pack
 */
char *
kist_pack_index_write (KistPack *pack, GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (pack != NULL && pack->manifest != NULL && entries != NULL, NULL);

  json_builder_begin_object (builder);
  add_number (builder, "schema", SCHEMA);
  add_text (builder, "id", kist_manifest_get_id (pack->manifest));
  add_text (builder, "version", kist_manifest_get_version (pack->manifest));
  add_text (builder, "title", kist_manifest_get_title (pack->manifest));
  add_text (builder, "language", kist_manifest_get_language (pack->manifest));
  add_text (builder, "licence", kist_manifest_get_licence (pack->manifest));
  add_ids (builder, pack);
  add_files (builder, entries);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/**
 * kist_pack_index_verify:
 * @entries: (element-type KistZipEntry): all that was in a zip
 * @id: (out) (transfer full): the pack's id
 * @error: return location
 *
 * Returns: whether @entries are exactly the files that their pack.json lists; else %KIST_ERROR_INVALID when this is no
 * pack, %KIST_ERROR_NEWER when a newer Kist made it, %KIST_ERROR_CORRUPT when it changed on the way
 */
gboolean
kist_pack_index_verify (GPtrArray *entries, char **id, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const KistZipEntry *own = NULL;
  JsonObject         *index;

  g_return_val_if_fail (entries != NULL && id != NULL, FALSE);

  for (unsigned i = 0; !own && i < entries->len; i++)
    if (g_str_equal (((const KistZipEntry *)g_ptr_array_index (entries, i))->name, KIST_PACK_INDEX_NAME))
      own = g_ptr_array_index (entries, i);
  if (!own)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID,
                   "This is a zip file, but no pack: it has no pack.json, which “Pack…” or “kist-tool pack” makes.");
      return FALSE;
    }
  index = parse_index (own->bytes, parser, error);
  if (!index)
    return FALSE;
  if (get_number (index, "schema") > SCHEMA)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NEWER, "This pack was made by a newer Kist; update Kist to use it.");
      return FALSE;
    }
  if (!kist_text_is_id (get_text (index, "id")))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_CORRUPT, "pack.json in the file has no id; ask for the pack again.");
      return FALSE;
    }
  *id = g_strdup (get_text (index, "id"));
  if (verify_files (entries, index, error))
    return TRUE;
  g_clear_pointer (id, g_free);
  return FALSE;
}
