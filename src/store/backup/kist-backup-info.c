#include "kist-backup-info.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "store/backup/kist-backup-format.h"

#define FORMAT "kist-backup"
#define MAX_DEPTH 8
#define HEXADECIMAL "0123456789abcdef"

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
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
fill (KistBackupInfo *self, JsonObject *object)
{
  const char *made = get_text (object, "made");
  const char *sum = get_text (object, "sha256");
  gint64      schema = get_number (object, "schema");
  g_autoptr (GDateTime) date = made ? g_date_time_new_from_iso8601 (made, NULL) : NULL;

  self->n_entries = get_number (object, "entries");
  self->n_events = get_number (object, "events");
  self->n_bytes = get_number (object, "bytes");
  if (!date || !sum || strlen (sum) != 64 || strspn (sum, HEXADECIMAL) != 64 || schema < 1 || schema > G_MAXINT ||
      self->n_entries < 0 || self->n_events < 0 || self->n_bytes < 1)
    return FALSE;
  self->time = g_date_time_to_unix (date) * G_USEC_PER_SEC;
  self->schema = (unsigned)schema;
  memcpy (self->sum, sum, sizeof self->sum);
  return TRUE;
}

/**
 * kist_backup_info_free:
 * @self: (transfer full) (nullable): what a file says of itself
 */
void
kist_backup_info_free (KistBackupInfo *self)
{
  g_free (self);
}

/**
 * kist_backup_info_write:
 * @self: what there is to say
 *
 * Returns: (transfer full): the manifest, a line of JSON
 */
char *
kist_backup_info_write (const KistBackupInfo *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *made = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  date = g_date_time_new_from_unix_utc (self->time / G_USEC_PER_SEC);
  made = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
  json_builder_begin_object (builder);
  add_text (builder, "format", FORMAT);
  add_number (builder, "version", KIST_BACKUP_VERSION);
  add_text (builder, "made", made);
  add_number (builder, "schema", self->schema);
  add_number (builder, "entries", self->n_entries);
  add_number (builder, "events", self->n_events);
  add_number (builder, "bytes", self->n_bytes);
  add_text (builder, "sha256", self->sum);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/**
 * kist_backup_info_read:
 * @self: (out caller-allocates): what the manifest says; is_sealed is left as it is
 * @bytes: a manifest, perhaps of a stranger
 * @length: at most %KIST_BACKUP_MAX_MANIFEST
 * @path: the back-up's name, for what is said of it
 * @error: where to put an error: %KIST_ERROR_CORRUPT
 *
 * Returns: whether it is the manifest of a back-up
 */
gboolean
kist_backup_info_read (KistBackupInfo *self, const char *bytes, gsize length, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  unsigned  line;
  JsonNode *root = NULL;

  g_return_val_if_fail (self != NULL && bytes != NULL && path != NULL, FALSE);

  text = length <= KIST_BACKUP_MAX_MANIFEST ? kist_text_normalise (bytes, length, NULL) : NULL;
  if (text && kist_text_is_shallow (text, MAX_DEPTH, &line) && json_parser_load_from_data (parser, text, -1, NULL))
    root = json_parser_get_root (parser);
  if (root && JSON_NODE_HOLDS_OBJECT (root) &&
      g_strcmp0 (get_text (json_node_get_object (root), "format"), FORMAT) == 0 &&
      fill (self, json_node_get_object (root)))
    return TRUE;
  return kist_backup_format_fail (path, error);
}
