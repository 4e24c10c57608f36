/* Twine 2 JSON: https://github.com/iftechfoundation/twine-specs/blob/master/twine-2-jsonoutput-doc.md */
#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-story.h"

/* The specification nests three levels. */
#define MAX_NESTING 16
/* A scenario has at most 2 MiB, commas in its prose included; the reader of JSON makes much memory of few signs. */
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_VALUES 1000000

static const char *
get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static JsonObject *
get_object (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
read_tags (KistStoryPassage *passage, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "tags");
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  if (!node || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  for (unsigned i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *tag = json_array_get_element (json_node_get_array (node), i);

      if (JSON_NODE_HOLDS_VALUE (tag) && json_node_get_value_type (tag) == G_TYPE_STRING)
        g_strv_builder_add (tags, json_node_get_string (tag));
    }
  g_strfreev (passage->tags);
  passage->tags = g_strv_builder_end (tags);
}

static void
read_passage (KistStory *self, JsonObject *object)
{
  const char       *name = get_text (object, "name");
  const char       *text = get_text (object, "text");
  JsonObject       *metadata = get_object (object, "metadata");
  KistStoryPassage *passage = kist_story_add_passage (self, name ? name : "", text ? text : "");

  kist_story_passage_trim (passage);
  read_tags (passage, object);
  if (metadata)
    passage->position = g_strdup (get_text (metadata, "position"));
  if (g_str_equal (passage->name, "StoryData"))
    kist_story_take_data (self, passage->text);
}

/* "The PID matching a passage": JSON has no such numbers, and its example names the passage. So a name counts first,
 * and a number is a place in the list, from 1. */
static void
find_start (KistStory *self, const char *start)
{
  guint64 number;

  g_clear_pointer (&self->start, g_free);
  for (unsigned i = 0; start && i < self->passages->len; i++)
    if (g_str_equal (((KistStoryPassage *)g_ptr_array_index (self->passages, i))->name, start))
      self->start = g_strdup (start);
  if (start && !self->start && g_ascii_string_to_unsigned (start, 10, 1, self->passages->len, &number, NULL))
    self->start = g_strdup (((KistStoryPassage *)g_ptr_array_index (self->passages, number - 1))->name);
}

static KistStory *
read_story (JsonObject *root, GError **error)
{
  g_autoptr (KistStory) self = kist_story_new ();
  JsonArray  *passages = json_node_get_array (json_object_get_member (root, "passages"));
  const char *script = get_text (root, "script");
  const char *style = get_text (root, "style");

  self->name = g_strdup (get_text (root, "name"));
  self->ifid = g_strdup (get_text (root, "ifid"));
  self->format = g_strdup (get_text (root, "format"));
  self->n_scripts = script && *script;
  self->n_styles = style && *style;
  for (unsigned i = 0; i < json_array_get_length (passages) && i <= KIST_STORY_MAX_PASSAGES; i++)
    {
      JsonNode *node = json_array_get_element (passages, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_passage (self, json_node_get_object (node));
      else
        {
          g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "Passage %u is not an object.", i + 1);
          return NULL;
        }
    }
  find_start (self, get_text (root, "start"));
  return kist_story_finish (self, error) ? g_steal_pointer (&self) : NULL;
}

/* How many values @text holds, at most. */
static unsigned
count_values (const char *text)
{
  unsigned n = 0;

  for (; *text; text++)
    n += *text == '{' || *text == '[' || *text == ',';
  return n;
}

/**
 * kist_story_read_json:
 * @text: a normalised text
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the story, or %NULL with %KIST_ERROR_INVALID or %KIST_ERROR_TOO_LARGE
 */
KistStory *
kist_story_read_json (const char *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) json_error = NULL;
  JsonNode *root;
  JsonNode *passages;
  unsigned  line;

  json_parser_set_strict (parser, TRUE);
  if (!kist_text_is_shallow (text, MAX_NESTING, &line))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "Line %u is nested deeper than %d levels.", line,
                   MAX_NESTING);
      return NULL;
    }
  if (strlen (text) > MAX_BYTES || count_values (text) > MAX_VALUES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "It is larger than any scenario may be.");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, -1, &json_error))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "This is no JSON: %s", json_error->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  passages =
      root && JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "passages") : NULL;
  if (!passages || !JSON_NODE_HOLDS_ARRAY (passages))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "It has no list “passages”, so it is no story of Twine.");
      return NULL;
    }
  return read_story (json_node_get_object (root), error);
}
