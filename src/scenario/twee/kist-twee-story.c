#include "kist-twee-story.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/kist-text.h"

/* Where @key first stands in StoryData, or its header. */
static KistFilePlace
find_key (const KistTweeSection *section, const char *key)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", key);
  const char      *line = section->body;

  for (unsigned i = 0; i < section->n_lines; i++, line += strlen (line) + 1)
    {
      const char *found = strstr (line, quoted);

      if (found)
        return (KistFilePlace){ section->line + 1 + i, (unsigned)g_utf8_pointer_to_offset (line, found) + 1 };
    }
  return (KistFilePlace){ section->line, 1 };
}

/* Returns (transfer full) (nullable): the text under @key, which may be missing. */
static char *
dup_text (JsonObject *data, const char *key, const KistTweeSection *section, const char *file, KistReport *report)
{
  JsonNode     *node = json_object_get_member (data, key);
  KistFilePlace place = find_key (section, key);

  if (!node)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *text = g_strstrip (json_node_dup_string (node));

      if (*text)
        return g_steal_pointer (&text);
    }
  kist_report_add_at (report, file, place.line, place.column, KIST_SEVERITY_WARNING, "Write it in quotation marks.",
                      "“%s” in StoryData is not a text and was dropped.", key);
  return NULL;
}

static gboolean
is_bar_name (const char *name)
{
  return *name && !strpbrk (name, ",\n") && !strchr ("+-", name[strlen (name) - 1]);
}

static void
read_outcomes (KistTweeStory         *self,
               JsonObject            *data,
               const KistTweeSection *section,
               const char            *file,
               KistReport            *report)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  JsonNode     *node = json_object_get_member (data, "outcomes");
  JsonArray    *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  KistFilePlace place = find_key (section, "outcomes");

  if (node && !array)
    kist_report_add_at (report, file, place.line, place.column, KIST_SEVERITY_ERROR, "Write [\"person\", \"you\"].",
                        "“outcomes” in StoryData is not a list.");
  for (unsigned i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode        *item = json_array_get_element (array, i);
      gboolean         is_text = JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_STRING;
      g_autofree char *name = g_strstrip (is_text ? json_node_dup_string (item) : g_strdup (""));

      if (names->len >= KIST_TWEE_MAX_OUTCOMES)
        {
          kist_report_add_at (report, file, place.line, place.column, KIST_SEVERITY_ERROR,
                              "Keep those that matter most.", "StoryData declares more than %d outcomes.",
                              KIST_TWEE_MAX_OUTCOMES);
          break;
        }
      if (!is_bar_name (name))
        kist_report_add_at (
            report, file, place.line, place.column, KIST_SEVERITY_ERROR,
            "A name is a word or two in quotation marks, without a comma, and ends in no plus or minus.",
            "Outcome %u in StoryData is not a name.", i + 1);
      else if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        kist_report_add_at (report, file, place.line, place.column, KIST_SEVERITY_WARNING, "Keep one of them.",
                            "The outcome “%s” is declared twice.", name);
      else
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  self->outcomes = (char **)g_ptr_array_steal (names, NULL);
}

static void
read_scoring (KistTweeStory         *self,
              JsonObject            *data,
              const KistTweeSection *section,
              const char            *file,
              KistReport            *report)
{
  g_autofree char *scoring = dup_text (data, "scoring", section, file, report);
  KistFilePlace    place = find_key (section, "scoring");

  self->cuts_loops = g_strcmp0 (scoring, "without-loops") == 0;
  if (scoring && !self->cuts_loops && !g_str_equal (scoring, "all"))
    kist_report_add_at (report, file, place.line, place.column, KIST_SEVERITY_WARNING,
                        "Known are “all” and “without-loops”.", "“%.60s” is no way of scoring and was dropped.",
                        scoring);
}

/* The parser knows the place only while it complains. */
static void
keep_place_cb (JsonParser *parser, GError *error, KistFilePlace *place)
{
  place->line = json_parser_get_current_line (parser);
  place->column = json_parser_get_current_pos (parser) + 1;
}

static void
read_data (KistTweeStory *self, const KistTweeSection *section, const char *file, KistReport *report)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *body = kist_twee_section_dup_body (section);
  KistFilePlace    place = { 0 };
  JsonObject      *data;

  self->start_place = (KistFilePlace){ section->line, 1 };
  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "error", G_CALLBACK (keep_place_cb), &place);
  if (!kist_text_is_shallow (body, KIST_TWEE_MAX_NESTING, &place.line) ||
      !json_parser_load_from_data (parser, body, -1, NULL) || !json_parser_get_root (parser) ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      kist_report_add_at (report, file, section->line + MIN (place.line, section->n_lines), MAX (place.column, 1),
                          KIST_SEVERITY_WARNING, "Look for a missing comma, quotation mark or bracket.",
                          "StoryData cannot be read and was dropped.");
      return;
    }
  data = json_node_get_object (json_parser_get_root (parser));
  self->ifid = dup_text (data, "ifid", section, file, report);
  self->title = dup_text (data, "title", section, file, report);
  self->start = dup_text (data, "start", section, file, report);
  self->start_place = find_key (section, "start");
  read_outcomes (self, data, section, file, report);
  read_scoring (self, data, section, file, report);
}

static void
read_title (KistTweeStory *self, const KistTweeSection *section)
{
  g_autofree char *title = g_strstrip (kist_twee_section_dup_body (section));
  char            *end = strchr (title, '\n');

  if (end)
    *end = '\0';
  g_strstrip (title);
  if (*title)
    g_set_str (&self->title, title);
}

/* Returns (nullable): the first section named @name; any further one is a finding. */
static const KistTweeSection *
find_only (GPtrArray *sections, const char *name, const char *file, KistReport *report)
{
  const KistTweeSection *found = NULL;

  for (unsigned i = 0; i < sections->len; i++)
    {
      const KistTweeSection *section = g_ptr_array_index (sections, i);

      if (!g_str_equal (section->name, name))
        continue;
      if (found)
        kist_report_add_at (report, file, section->line, 1, KIST_SEVERITY_WARNING, "Keep one of them.",
                            "There is a second %s, which was dropped.", name);
      else
        found = section;
    }
  return found;
}

/**
 * kist_twee_story_read:
 * @sections: (element-type KistTweeSection): all of a file
 * @file: for findings
 * @report: for findings
 *
 * Keys of StoryData that Kist does not know are other people's business: Twine's, or "licence", "sources", "authors".
 *
 * Returns: (transfer full): what the file says about the scenario, however little
 */
KistTweeStory *
kist_twee_story_read (GPtrArray *sections, const char *file, KistReport *report)
{
  KistTweeStory         *self = g_new0 (KistTweeStory, 1);
  const KistTweeSection *data = find_only (sections, "StoryData", file, report);
  const KistTweeSection *title = find_only (sections, "StoryTitle", file, report);

  if (data)
    read_data (self, data, file, report);
  else
    self->outcomes = g_new0 (char *, 1);
  if (title)
    read_title (self, title);
  return self;
}

/**
 * kist_twee_story_free:
 * @self: (transfer full) (nullable): a story
 */
void
kist_twee_story_free (KistTweeStory *self)
{
  if (!self)
    return;
  g_free (self->ifid);
  g_free (self->title);
  g_free (self->start);
  g_strfreev (self->outcomes);
  g_free (self);
}

/**
 * kist_twee_story_is_about:
 * @section: a section
 *
 * Returns: whether @section speaks of the scenario and is no passage of it
 */
gboolean
kist_twee_story_is_about (const KistTweeSection *section)
{
  return g_str_equal (section->name, "StoryData") || g_str_equal (section->name, "StoryTitle");
}
