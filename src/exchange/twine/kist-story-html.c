/* Twine 2 HTML and archive: https://github.com/iftechfoundation/twine-specs, twine-2-htmloutput-spec.md and
 * twine-2-archive-spec.md. A passage is "a single text node and must contain no other child nodes" with its five
 * special characters as entities, so this reads the elements by their tags and everything else is passed over; nothing
 * is nested and nothing is run. */
#include <string.h>

#include "base/kist-entity.h"
#include "base/kist-error.h"
#include "kist-story.h"

typedef struct
{
  const char *place;
  KistStory  *story;     /* (unowned) (nullable): the one that is open */
  char       *startnode; /* (owned) (nullable): its pid */
  GPtrArray  *stories;
} Reader;

static void
append_decoded (GString *out, const char *text, const char *end)
{
  while (text < end)
    {
      const char *semicolon = *text == '&' ? memchr (text, ';', MIN (end - text, 12)) : NULL;

      if (semicolon)
        {
          kist_entity_append (out, text, (gsize)(semicolon + 1 - text));
          text = semicolon + 1;
        }
      else
        g_string_append_c (out, *text++);
    }
}

static char *
decode (const char *text, const char *end)
{
  GString *out = g_string_sized_new (end - text);

  append_decoded (out, text, end);
  return g_string_free (out, FALSE);
}

/* Whether the tag @name begins at @place, which is a "<". */
static gboolean
is_tag (const char *place, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (place + 1, name, length) == 0 &&
         (g_ascii_isspace (place[1 + length]) || strchr ("/>", place[1 + length]));
}

/* Behind the ">" that ends the tag at @place; a ">" in quotes ends none. */
static const char *
find_tag_end (const char *place)
{
  char quote = 0;

  for (; *place; place++)
    {
      if (quote)
        quote = *place == quote ? 0 : quote;
      else if (*place == '"' || *place == '\'')
        quote = *place;
      else if (*place == '>')
        return place + 1;
    }
  return place;
}

/* Returns (transfer full) (nullable): the value of @name in the tag from @tag to @end. */
static char *
dup_attribute (const char *tag, const char *end, const char *name)
{
  const char *p = tag + 1;

  while (p < end && !g_ascii_isspace (*p))
    p++;
  while (p < end)
    {
      const char *key, *key_end, *value;

      for (; p < end && (g_ascii_isspace (*p) || *p == '/' || *p == '>'); p++)
        ;
      for (key = p; p < end && !g_ascii_isspace (*p) && !strchr ("=>", *p); p++)
        ;
      key_end = p;
      if (p < end && *p == '=' && (p[1] == '"' || p[1] == '\''))
        {
          value = p + 2;
          for (p = value; p < end && *p != value[-1]; p++)
            ;
          if ((gsize)(key_end - key) == strlen (name) && g_ascii_strncasecmp (key, name, key_end - key) == 0)
            return decode (value, p);
          p++;
        }
      else if (p < end)
        p++;
    }
  return NULL;
}

/* Behind "</name>", from @place on; the end of the text when there is none. @end is where the tag begins. */
static const char *
find_close (const char *place, const char *name, const char **end)
{
  for (const char *p = place; (p = strstr (p, "</")); p += 2)
    if (is_tag (p + 1, name))
      {
        *end = p;
        return find_tag_end (p);
      }
  *end = place + strlen (place);
  return *end;
}

static void
end_story (Reader *self)
{
  g_clear_pointer (&self->startnode, g_free);
  self->story = NULL;
}

static gboolean
begin_story (Reader *self, const char *end, GError **error)
{
  end_story (self);
  if (self->stories->len == KIST_STORY_MAX_STORIES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "It has more than %d stories.", KIST_STORY_MAX_STORIES);
      return FALSE;
    }
  self->story = kist_story_new ();
  self->story->name = dup_attribute (self->place, end, "name");
  self->story->ifid = dup_attribute (self->place, end, "ifid");
  self->story->format = dup_attribute (self->place, end, "format");
  self->startnode = dup_attribute (self->place, end, "startnode");
  g_ptr_array_add (self->stories, self->story);
  self->place = end;
  return TRUE;
}

static gboolean
read_passage (Reader *self, const char *end, GError **error)
{
  const char       *text_end;
  const char       *next = find_close (end, "tw-passagedata", &text_end);
  g_autofree char  *name = dup_attribute (self->place, end, "name");
  g_autofree char  *pid = dup_attribute (self->place, end, "pid");
  g_autofree char  *tags = dup_attribute (self->place, end, "tags");
  g_autofree char  *text = decode (end, text_end);
  KistStoryPassage *passage;

  if (self->story->passages->len > KIST_STORY_MAX_PASSAGES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "It has more than %d passages.", KIST_STORY_MAX_PASSAGES);
      return FALSE;
    }
  passage = kist_story_add_passage (self->story, name ? name : "", text);
  kist_story_passage_trim (passage);
  passage->position = dup_attribute (self->place, end, "position");
  if (tags && *g_strstrip (tags))
    {
      g_strfreev (passage->tags);
      passage->tags = g_strsplit_set (tags, " \t\n", -1);
    }
  if (pid && self->startnode && g_str_equal (pid, self->startnode) && !self->story->start)
    self->story->start = g_strdup (passage->name);
  if (g_str_equal (passage->name, "StoryData"))
    kist_story_take_data (self->story, passage->text);
  self->place = next;
  return TRUE;
}

/* Passes over a script or style sheet with what is in it, and counts those of the story that are not empty. */
static void
skip_code (Reader *self, const char *name, const char *end)
{
  const char *code_end;
  const char *next = find_close (end, name, &code_end);
  gboolean    is_blank = TRUE;

  for (const char *p = end; p < code_end && is_blank; p++)
    is_blank = g_ascii_isspace (*p);
  if (self->story && !is_blank && g_str_equal (name, "script"))
    self->story->n_scripts++;
  else if (self->story && !is_blank)
    self->story->n_styles++;
  self->place = next;
}

/* The end of a tag is looked for in the few that matter only: else a file of nothing but "<" would take for ever. */
static gboolean
read_tag (Reader *self, GError **error)
{
  const char *tag = self->place;

  if (kist_begins (tag, "<!--"))
    {
      const char *close = strstr (tag, "-->");

      self->place = close ? close + strlen ("-->") : tag + strlen (tag);
    }
  else if (is_tag (tag, "tw-storydata"))
    return begin_story (self, find_tag_end (tag), error);
  else if (self->story && is_tag (tag, "tw-passagedata"))
    return read_passage (self, find_tag_end (tag), error);
  else if (tag[1] == '/' && is_tag (tag + 1, "tw-storydata"))
    {
      end_story (self);
      self->place = find_tag_end (tag);
    }
  else if (is_tag (tag, "script"))
    skip_code (self, "script", find_tag_end (tag));
  else if (is_tag (tag, "style"))
    skip_code (self, "style", find_tag_end (tag));
  else
    self->place++;
  return TRUE;
}

/**
 * kist_story_read_html:
 * @text: a normalised text
 * @error: return location
 *
 * A published story has one element tw-storydata, an archive several.
 *
 * Returns: (transfer full) (nullable) (element-type KistStory): the stories, at least one, or %NULL with
 *   %KIST_ERROR_INVALID or %KIST_ERROR_TOO_LARGE
 */
GPtrArray *
kist_story_read_html (const char *text, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_story_free);
  Reader   reader = { .place = text, .stories = stories };
  gboolean is_read = TRUE;

  while (is_read && (reader.place = strchr (reader.place, '<')))
    is_read = read_tag (&reader, error);
  end_story (&reader);
  if (!is_read)
    return NULL;
  if (stories->len == 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "There is no story of Twine in it.");
      return NULL;
    }
  for (unsigned i = 0; i < stories->len; i++)
    if (!kist_story_finish (g_ptr_array_index (stories, i), error))
      return NULL;
  return g_steal_pointer (&stories);
}
