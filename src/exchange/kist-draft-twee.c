#include <string.h>

#include "kist-draft.h"

/* Well below the longest line that the reader takes. */
#define LONGEST_LINE 8000

static void
append_escaped (GString *out, const char *text, const char *special)
{
  for (; *text; text++)
    {
      if (strchr (special, *text))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text == '\n' ? ' ' : *text);
    }
}

/* A text of a link must be on one line, and its signs be no signs. */
static void
append_link (GString *out, const char *text, const char *target)
{
  g_string_append (out, "[[");
  append_escaped (out, text, "\\[]<>|");
  g_string_append (out, "->");
  append_escaped (out, target, "\\[]<>|");
  g_string_append (out, "]]\n");
}

/* Appends @text, broken at blanks where it is too long for a line; each further line begins with @indent. */
static void
append_wrapped (GString *out, const char *text, const char *indent)
{
  gsize length = strlen (text);

  while (length > LONGEST_LINE)
    {
      gsize cut = LONGEST_LINE;

      while (cut > LONGEST_LINE / 2 && text[cut] != ' ')
        cut--;
      if (text[cut] != ' ')
        for (cut = LONGEST_LINE; ((unsigned char)text[cut] & 0xc0) == 0x80;)
          cut--;
      g_string_append_len (out, text, cut);
      g_string_append_printf (out, "\n%s", indent);
      text += cut + strspn (text + cut, " ");
      length = strlen (text);
    }
  g_string_append (out, text);
}

/* Whether @line would be read as a key: indented, and a word with a colon behind it. */
static gboolean
is_like_a_key (const char *line)
{
  static const char *const keys[] = { "set", "if", "feedback", "outcome", "score", "code", "once", NULL };
  const char              *word = line + strspn (line, " \t");

  if (word == line)
    return FALSE;
  for (unsigned i = 0; keys[i]; i++)
    if (g_str_has_prefix (word, keys[i]) && word[strlen (keys[i])] == ':')
      return TRUE;
  return FALSE;
}

/* Prose stays prose: no header, no key and no link begins in it. "\" means the same to Markdown. */
static void
append_prose (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (unsigned i = 0; lines[i]; i++)
    {
      const char *line = lines[i];
      g_autoptr (GString) safe = g_string_new (NULL);

      if (is_like_a_key (line))
        line += strspn (line, " \t");
      if (g_str_has_prefix (line, "::"))
        g_string_append_c (safe, '\\');
      for (; *line; line++)
        {
          if (line[0] == '[' && line[1] == '[' && (safe->len == 0 || safe->str[safe->len - 1] != '\\'))
            g_string_append_c (safe, '\\');
          g_string_append_c (safe, *line);
        }
      append_wrapped (out, safe->str, "");
      g_string_append_c (out, '\n');
    }
}

static void
append_choice (GString *out, const KistDraftChoice *choice)
{
  append_link (out, choice->text, choice->target);
  if (choice->condition)
    g_string_append_printf (out, "  if: %s\n", choice->condition);
  for (unsigned i = 0; i < choice->sets->len; i++)
    g_string_append_printf (out, "  set: %s\n", (const char *)g_ptr_array_index (choice->sets, i));
  if (choice->feedback && *choice->feedback)
    {
      g_autofree char *line = g_strdelimit (g_strdup (choice->feedback), "\n", ' ');

      g_string_append (out, "  feedback: ");
      append_wrapped (out, line, "    ");
      g_string_append_c (out, '\n');
    }
  for (unsigned i = 0; i < choice->keys->len; i++)
    g_string_append_printf (out, "  %s\n", (const char *)g_ptr_array_index (choice->keys, i));
}

static void
append_header (GString *out, const KistDraftPassage *passage)
{
  g_string_append (out, ":: ");
  append_escaped (out, passage->name, "\\[]{}");
  if (passage->tags->len > 0)
    {
      g_string_append (out, " [");
      for (unsigned i = 0; i < passage->tags->len; i++)
        {
          g_string_append (out, i > 0 ? " " : "");
          append_escaped (out, g_ptr_array_index (passage->tags, i), "\\[]{}");
        }
      g_string_append_c (out, ']');
    }
  if (passage->position)
    {
      g_autoptr (JsonNode) text = json_node_init_string (json_node_alloc (), passage->position);
      g_autofree char *json = json_to_string (text, FALSE);

      g_string_append_printf (out, " {\"position\":%s}", json);
    }
  g_string_append_c (out, '\n');
}

/* A version 5 UUID of what the scenario says, in capitals as Twine writes it: the same file gives the same id. */
static char *
make_ifid (const KistDraft *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *hex = NULL;

  g_checksum_update (checksum, (const guchar *)self->title, -1);
  for (unsigned i = 0; i < self->passages->len; i++)
    {
      const KistDraftPassage *passage = g_ptr_array_index (self->passages, i);

      g_checksum_update (checksum, (const guchar *)passage->name, -1);
      g_checksum_update (checksum, (const guchar *)passage->text->str, -1);
    }
  hex = g_ascii_strup (g_checksum_get_string (checksum), -1);
  hex[12] = '5';
  hex[16] = "89AB"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

static void
append_story_data (GString *out, const KistDraft *self)
{
  g_autoptr (JsonObject) data = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *ifid = self->ifid ? g_strdup (self->ifid) : make_ifid (self);
  g_autofree char *text = NULL;

  json_object_set_string_member (data, "ifid", ifid);
  json_object_set_string_member (data, "format", "Kist");
  json_object_set_string_member (data, "format-version", "1.0.0");
  json_object_set_string_member (data, "start", self->start);
  if (self->data)
    {
      g_autoptr (GList) members = json_object_get_members (self->data);

      for (GList *l = members; l; l = l->next)
        if (!json_object_has_member (data, l->data))
          json_object_set_member (data, l->data, json_object_dup_member (self->data, l->data));
    }
  json_node_set_object (root, data);
  text = json_to_string (root, TRUE);
  g_string_append_printf (out, ":: StoryData\n%s\n", text);
}

/**
 * kist_draft_to_twee:
 * @self: a draft
 *
 * Returns: (transfer full): the scenario as Twee 3 in Kist's dialect (data/packs/README.md)
 */
char *
kist_draft_to_twee (const KistDraft *self)
{
  GString *out = g_string_new (":: StoryTitle\n");

  g_string_append_printf (out, "%s\n\n", self->title);
  append_story_data (out, self);
  for (unsigned i = 0; i < self->passages->len; i++)
    {
      const KistDraftPassage *passage = g_ptr_array_index (self->passages, i);

      g_string_append_c (out, '\n');
      append_header (out, passage);
      if (passage->text->len > 0)
        append_prose (out, passage->text->str);
      if (passage->text->len > 0 && passage->choices->len > 0)
        g_string_append_c (out, '\n');
      for (unsigned j = 0; j < passage->choices->len; j++)
        append_choice (out, g_ptr_array_index (passage->choices, j));
    }
  return g_string_free (out, FALSE);
}
