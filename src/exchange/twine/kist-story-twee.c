/* Twee 3: https://github.com/iftechfoundation/twine-specs/blob/master/twee-3-specification.md */
#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-story.h"

#define MAX_NESTING 16

/* The first of @characters from @text on that no "\" takes literally, or the end. */
static const char *
find_unescaped (const char *text, const char *characters)
{
  while (*text && !strchr (characters, *text))
    text += text[0] == '\\' && text[1] ? 2 : 1;
  return text;
}

static char *
unescape (const char *text, const char *end)
{
  GString *plain = g_string_new (NULL);

  for (; text < end; text++)
    {
      if (*text == '\\' && text + 1 < end)
        text++;
      g_string_append_c (plain, *text);
    }
  return g_string_free (plain, FALSE);
}

/* Returns (transfer full) (nullable): the place in Twine's map; what cannot be read is passed over, as the
 * specification recommends. */
static char *
read_position (const char *metadata)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *position;
  unsigned  line;

  json_parser_set_strict (parser, TRUE);
  if (!kist_text_is_shallow (metadata, MAX_NESTING, &line) ||
      !json_parser_load_from_data (parser, metadata, -1, NULL) || !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  position = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "position");
  return position && JSON_NODE_HOLDS_VALUE (position) && json_node_get_value_type (position) == G_TYPE_STRING
             ? json_node_dup_string (position)
             : NULL;
}

/* ":: Name [tag tag] {"position": "600,400"}" */
static KistStoryPassage *
read_header (KistStory *self, const char *header)
{
  const char       *start = header + strlen ("::");
  const char       *place = find_unescaped (start, "[{");
  g_autofree char  *name = unescape (start, place);
  g_autofree char  *tags = NULL;
  KistStoryPassage *passage = kist_story_add_passage (self, name, "");

  if (*place == '[')
    {
      const char *end = find_unescaped (place + 1, "]");

      tags = unescape (place + 1, end);
      g_strfreev (passage->tags);
      passage->tags = g_strsplit_set (g_strstrip (tags), " \t", -1);
      place = *end ? end + 1 : end;
    }
  place += strspn (place, " \t");
  if (*place == '{')
    passage->position = read_position (place);
  return passage;
}

static void
end_passage (KistStoryPassage *passage, GString *body)
{
  if (!passage)
    return;
  while (body->len > 0 && body->str[body->len - 1] == '\n')
    g_string_truncate (body, body->len - 1);
  g_set_str (&passage->text, body->str);
  g_string_truncate (body, 0);
}

/* StoryTitle and StoryData speak of the whole; they stay among the passages, to be accounted for. */
static void
read_special (KistStory *self)
{
  for (unsigned i = 0; i < self->passages->len; i++)
    {
      KistStoryPassage *passage = g_ptr_array_index (self->passages, i);

      if (g_str_equal (passage->name, "StoryTitle") && !self->name)
        self->name = g_strdup (passage->text);
      else if (g_str_equal (passage->name, "StoryData"))
        kist_story_take_data (self, passage->text);
    }
}

/**
 * kist_story_read_twee:
 * @text: a normalised text
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the story, or %NULL with %KIST_ERROR_INVALID or %KIST_ERROR_TOO_LARGE
 */
KistStory *
kist_story_read_twee (const char *text, GError **error)
{
  g_autoptr (KistStory) self = kist_story_new ();
  g_autoptr (GString) body = g_string_new (NULL);
  KistStoryPassage *passage = NULL;
  unsigned          line = 1;

  self->is_twee = TRUE;
  for (const char *p = text, *next; *p; p = next, line++)
    {
      const char *end = strchrnul (p, '\n');

      next = *end ? end + 1 : end;
      if (kist_begins (p, "::"))
        {
          g_autofree char *header = g_strndup (p, end - p);

          end_passage (passage, body);
          if (self->passages->len > KIST_STORY_MAX_PASSAGES)
            break;
          passage = read_header (self, header);
          passage->line = line + 1;
        }
      else if (passage)
        g_string_append_len (body, p, next - p);
    }
  end_passage (passage, body);
  read_special (self);
  return kist_story_finish (self, error) ? g_steal_pointer (&self) : NULL;
}
