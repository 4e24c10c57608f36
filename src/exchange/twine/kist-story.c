#include "kist-story.h"

#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"

#define MAX_NESTING 16

static void
passage_free (KistStoryPassage *passage)
{
  g_free (passage->name);
  g_strfreev (passage->tags);
  g_free (passage->text);
  g_free (passage->position);
  g_free (passage);
}

/* A name on one line, without blanks around it or control characters in it. */
static char *
tidy_name (const char *name)
{
  char *tidied = g_strdup (name);

  for (char *p = tidied; *p; p++)
    if ((unsigned char)*p < ' ' || *p == 0x7f)
      *p = ' ';
  return g_strstrip (tidied);
}

static const char *
get_text (JsonObject *data, const char *key)
{
  JsonNode *node = json_object_get_member (data, key);

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* Every name once: a second passage of the same name is given a number. */
static void
make_unique (KistStory *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < self->passages->len; i++)
    g_hash_table_add (names, ((KistStoryPassage *)g_ptr_array_index (self->passages, i))->name);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) next = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (unsigned i = 0; i < self->passages->len; i++)
    {
      KistStoryPassage *passage = g_ptr_array_index (self->passages, i);

      if (g_hash_table_contains (seen, passage->name))
        {
          g_autofree char *name = g_strdup (passage->name);
          unsigned         n = GPOINTER_TO_UINT (g_hash_table_lookup (next, name));

          do
            {
              n = MAX (n + 1, 2);
              g_free (passage->name);
              passage->name = g_strdup_printf ("%s (%u)", name, n);
            }
          while (g_hash_table_contains (names, passage->name));
          g_hash_table_insert (next, g_steal_pointer (&name), GUINT_TO_POINTER (n));
          g_hash_table_add (names, passage->name);
          passage->is_renamed = TRUE;
        }
      g_hash_table_add (seen, passage->name);
    }
}

/**
 * kist_story_new:
 *
 * Returns: (transfer full): an empty story
 */
KistStory *
kist_story_new (void)
{
  KistStory *self = g_new0 (KistStory, 1);

  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify)passage_free);
  return self;
}

/**
 * kist_story_free:
 * @self: (transfer full) (nullable): a story
 */
void
kist_story_free (KistStory *self)
{
  if (!self)
    return;
  g_free (self->name);
  g_free (self->ifid);
  g_free (self->format);
  g_free (self->start);
  g_clear_pointer (&self->data, json_object_unref);
  g_ptr_array_unref (self->passages);
  g_free (self);
}

/**
 * kist_story_add_passage:
 * @self: a story
 * @name: its name, as written
 * @text: its source
 *
 * Returns: (transfer none): the new last passage, without tags
 */
KistStoryPassage *
kist_story_add_passage (KistStory *self, const char *name, const char *text)
{
  KistStoryPassage *passage = g_new0 (KistStoryPassage, 1);

  passage->name = tidy_name (name);
  if (!*passage->name)
    g_set_str (&passage->name, "Untitled passage");
  passage->tags = g_new0 (char *, 1);
  passage->text = g_strdup (text);
  passage->line = 1;
  g_ptr_array_add (self->passages, passage);
  return passage;
}

/**
 * kist_story_passage_trim:
 * @self: a passage
 *
 * Takes blank lines off both ends of its source; the indent of the first line means something to Markdown.
 */
void
kist_story_passage_trim (KistStoryPassage *self)
{
  const char *start = self->text;

  for (const char *p = start; g_ascii_isspace (*p); p++)
    if (*p == '\n')
      start = p + 1;
  memmove (self->text, start, strlen (start) + 1);
  g_strchomp (self->text);
}

/**
 * kist_story_passage_has_tag:
 * @self: a passage
 * @tag: a tag
 *
 * Returns: whether it bears @tag
 */
gboolean
kist_story_passage_has_tag (const KistStoryPassage *self, const char *tag)
{
  return g_strv_contains ((const char *const *)self->tags, tag);
}

/**
 * kist_story_take_data:
 * @self: a story
 * @json: what stands in a passage StoryData
 *
 * Takes id, format and start from it, where they are not known yet, and keeps the rest. Twee 3 recommends to go on
 * without what cannot be read.
 */
void
kist_story_take_data (KistStory *self, const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *data;
  unsigned    line;

  json_parser_set_strict (parser, TRUE);
  if (self->data || !kist_text_is_shallow (json, MAX_NESTING, &line) ||
      !json_parser_load_from_data (parser, json, -1, NULL) || !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return;
  data = json_node_get_object (json_parser_get_root (parser));
  self->data = json_object_ref (data);
  if (!self->ifid)
    self->ifid = g_strdup (get_text (data, "ifid"));
  /* A scenario of Kist that was drawn on in Twine says so in this passage, and Twine's format around it. */
  if (!self->format || g_strcmp0 (get_text (data, "format"), "Kist") == 0)
    g_set_str (&self->format, get_text (data, "format"));
  if (!self->start)
    self->start = g_strdup (get_text (data, "start"));
}

/**
 * kist_story_finish:
 * @self: a story with all its passages
 * @error: return location
 *
 * Makes every name unique and tidies the title.
 *
 * Returns: whether it can be a scenario; else %KIST_ERROR_INVALID or %KIST_ERROR_TOO_LARGE
 */
gboolean
kist_story_finish (KistStory *self, GError **error)
{
  g_autofree char *title = tidy_name (self->name ? self->name : "");

  if (self->passages->len == 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "There is no passage in it.");
      return FALSE;
    }
  if (self->passages->len > KIST_STORY_MAX_PASSAGES)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "It has more than %d passages.", KIST_STORY_MAX_PASSAGES);
      return FALSE;
    }
  g_set_str (&self->name, title);
  if (self->start)
    {
      g_autofree char *start = tidy_name (self->start);

      g_set_str (&self->start, start);
    }
  make_unique (self);
  return TRUE;
}
