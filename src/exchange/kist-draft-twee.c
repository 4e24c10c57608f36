#include <string.h>

#include "kist-draft.h"
#include "scenario/twee/kist-twee-prose.h"
#include "scenario/twee/kist-twee-section.h"

/* The longest line that the reader takes, without the key before it. */
#define LONGEST_LINE (KIST_TWEE_MAX_LINE - 16)

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

      while (cut > LONGEST_LINE / 2 && (text[cut] != ' ' || text[cut - 1] == ' ' || text[cut + 1] == ' '))
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

/* Prose stays prose: no header, no key and no link begins in it. */
static void
append_prose (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (unsigned i = 0; lines[i]; i++)
    {
      g_autofree char *safe = kist_twee_prose_protect (lines[i]);

      append_wrapped (out, safe, "");
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

/* A version 5 UUID, in capitals as Twine writes it, of what stays when an author goes on writing: its texts and
 * passages change from one export to the next, and it has to be the same story to Twine all the while. */
static char *
make_ifid (const KistDraft *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *hex = NULL;

  g_checksum_update (checksum, (const guchar *)self->title, -1);
  g_checksum_update (checksum, (const guchar *)"\n", 1);
  g_checksum_update (checksum, (const guchar *)self->start, -1);
  hex = g_ascii_strup (g_checksum_get_string (checksum), -1);
  hex[12] = '5';
  hex[16] = "89AB"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

/**
 * kist_draft_dup_ifid:
 * @self: a draft
 *
 * Returns: (transfer full): its permanent id, which StoryData keeps; where it has none, one that is made of its title
 * and its start, the same each time
 */
char *
kist_draft_dup_ifid (const KistDraft *self)
{
  return self->ifid ? g_strdup (self->ifid) : make_ifid (self);
}

/**
 * kist_draft_dup_data:
 * @self: a draft
 *
 * Returns: (transfer full): what StoryData holds, as JSON
 */
char *
kist_draft_dup_data (const KistDraft *self)
{
  g_autoptr (JsonObject) data = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *ifid = kist_draft_dup_ifid (self);

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
  return json_to_string (root, TRUE);
}

/* What is in the dialect already stays as it is, but for what would begin another passage. */
static void
append_source (GString *out, const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  for (unsigned i = 0; lines[i]; i++)
    g_string_append_printf (out, "%s%s\n", strncmp (lines[i], "::", 2) == 0 ? "\\" : "", lines[i]);
}

static void
append_body (GString *out, const KistDraftPassage *passage)
{
  if (passage->body)
    {
      append_source (out, passage->body);
      return;
    }
  if (passage->text->len > 0)
    append_prose (out, passage->text->str);
  if (passage->text->len > 0 && passage->choices->len > 0)
    g_string_append_c (out, '\n');
  for (unsigned i = 0; i < passage->choices->len; i++)
    append_choice (out, g_ptr_array_index (passage->choices, i));
}

/**
 * kist_draft_passage_dup_body:
 * @self: a passage
 *
 * Returns: (transfer full): its source text: narrative, links and the keys below them
 */
char *
kist_draft_passage_dup_body (const KistDraftPassage *self)
{
  GString *out = g_string_new (NULL);

  append_body (out, self);
  return g_string_free (out, FALSE);
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
  GString         *out = g_string_new (":: StoryTitle\n");
  g_autofree char *data = kist_draft_dup_data (self);

  g_string_append_printf (out, "%s%s\n\n", strncmp (self->title, "::", 2) == 0 ? " " : "", self->title);
  g_string_append_printf (out, ":: StoryData\n%s\n", data);
  for (unsigned i = 0; i < self->passages->len; i++)
    {
      const KistDraftPassage *passage = g_ptr_array_index (self->passages, i);

      g_string_append_c (out, '\n');
      append_header (out, passage);
      append_body (out, passage);
    }
  return g_string_free (out, FALSE);
}
