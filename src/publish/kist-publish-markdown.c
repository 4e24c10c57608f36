#include "kist-publish-private.h"

#include <string.h>
#include <yaml.h>

#include "base/kist-error.h"
#include "image/kist-image-reference.h"

/* The front matter as it is written. */
typedef struct
{
  yaml_emitter_t emitter;
  GByteArray    *bytes;
  gboolean       is_good;
} FrontMatter;

static int
append_cb (void *data, unsigned char *bytes, size_t length)
{
  g_byte_array_append (data, bytes, length);
  return 1;
}

/* Takes @event, which @is_made says could be made. */
static void
emit (FrontMatter *self, yaml_event_t *event, int is_made)
{
  /* What an emitter has refused once it refuses for good. */
  self->is_good = is_made && self->is_good && yaml_emitter_emit (&self->emitter, event);
}

/* Everything but a date stands in quotes: “yes”, “12:30” and “1e3” are titles, and no reader may think otherwise. */
static void
emit_text (FrontMatter *self, const char *text, yaml_scalar_style_t style)
{
  yaml_event_t event;

  emit (self, &event,
        yaml_scalar_event_initialize (&event, NULL, NULL, (const yaml_char_t *)text, (int)strlen (text),
                                      style == YAML_PLAIN_SCALAR_STYLE, style != YAML_PLAIN_SCALAR_STYLE, style));
}

static void
emit_pair (FrontMatter *self, const char *key, const char *value, yaml_scalar_style_t style)
{
  if (!value)
    return;
  emit_text (self, key, YAML_PLAIN_SCALAR_STYLE);
  emit_text (self, value, style);
}

static void
emit_tags (FrontMatter *self, const char *const *tags)
{
  yaml_event_t event;

  if (!*tags)
    return;
  emit_text (self, "tags", YAML_PLAIN_SCALAR_STYLE);
  emit (self, &event, yaml_sequence_start_event_initialize (&event, NULL, NULL, 1, YAML_FLOW_SEQUENCE_STYLE));
  for (; *tags; tags++)
    emit_text (self, *tags, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  emit (self, &event, yaml_sequence_end_event_initialize (&event));
}

static void
emit_mapping (FrontMatter *self, const KistPublication *publication, const KistPublicEntry *item)
{
  g_autofree char *created = kist_publication_dup_time (publication, kist_entry_get_created (item->entry));
  g_autofree char *updated = kist_publication_dup_time (publication, kist_entry_get_updated (item->entry));
  yaml_event_t     event;

  emit (self, &event, yaml_stream_start_event_initialize (&event, YAML_UTF8_ENCODING));
  emit (self, &event, yaml_document_start_event_initialize (&event, NULL, NULL, NULL, 1));
  emit (self, &event, yaml_mapping_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE));
  emit_pair (self, "title", item->title, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  emit_pair (self, "date", created, YAML_PLAIN_SCALAR_STYLE);
  emit_pair (self, "updated", updated, YAML_PLAIN_SCALAR_STYLE);
  emit_pair (self, "thing", item->thing, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  emit_pair (self, "badge", item->badge, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  emit_tags (self, item->tags);
  emit_pair (self, "kist-id", kist_entry_get_id (item->entry), YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  emit (self, &event, yaml_mapping_end_event_initialize (&event));
  emit (self, &event, yaml_document_end_event_initialize (&event, 1));
  emit (self, &event, yaml_stream_end_event_initialize (&event));
  self->is_good = self->is_good && yaml_emitter_flush (&self->emitter);
}

/* The rest of the text stays byte for byte as it was. It is walked through once, however many pictures there are: an
 * export of everything has all of them, and does this for each entry. */
static char *
dup_body (const KistPublication *publication, const KistPublicEntry *item)
{
  GString    *out = g_string_new (NULL);
  const char *rest = kist_entry_get_body (item->entry);
  const char *place;

  while ((place = strstr (rest, KIST_IMAGE_REFERENCE)))
    {
      g_autofree char *target = g_strndup (place, strlen (KIST_IMAGE_REFERENCE) + KIST_IMAGE_ID_LENGTH);
      const char      *end = place + strlen (target);
      KistImage       *image = g_ascii_isalnum (*end) ? NULL : kist_publication_find_image (publication, target);
      g_autofree char *name = image ? kist_publication_dup_image_name (image) : g_strdup (KIST_IMAGE_REFERENCE);

      g_string_append_len (out, rest, place - rest);
      g_string_append (out, name);
      rest = image ? end : place + strlen (KIST_IMAGE_REFERENCE);
    }
  g_string_append (out, rest);
  return g_string_free (out, FALSE);
}

/*
 * kist_publish_markdown:
 * @publication: what it is part of
 * @item: an entry
 * @error: where to put an error
 *
 * Front matter between two lines of three dashes, as static site programs read it, and the body as it was written, but
 * that a picture is found in its file beside it. One that is missing stays named as it was.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kist_publish_markdown (const KistPublication *publication, const KistPublicEntry *item, GError **error)
{
  static const char mark[] = "---\n";
  g_autofree char  *body = dup_body (publication, item);
  FrontMatter       front = { .bytes = g_byte_array_new (), .is_good = TRUE };

  g_byte_array_append (front.bytes, (const guint8 *)mark, sizeof mark - 1);
  yaml_emitter_initialize (&front.emitter);
  yaml_emitter_set_output (&front.emitter, append_cb, front.bytes);
  yaml_emitter_set_unicode (&front.emitter, 1);
  yaml_emitter_set_width (&front.emitter, -1);
  emit_mapping (&front, publication, item);
  yaml_emitter_delete (&front.emitter);
  if (!front.is_good)
    {
      g_byte_array_unref (front.bytes);
      g_set_error (error, KIST_ERROR, KIST_ERROR_FAILED, "“%s” could not be written as Markdown.", item->title);
      return NULL;
    }
  g_byte_array_append (front.bytes, (const guint8 *)mark, sizeof mark - 1);
  g_byte_array_append (front.bytes, (const guint8 *)body, strlen (body));
  if (*body && !g_str_has_suffix (body, "\n"))
    g_byte_array_append (front.bytes, (const guint8 *)"\n", 1);
  return g_byte_array_free_to_bytes (front.bytes);
}
