/* kist-tool privacy: what in a text could tell who somebody is, or in a picture's file. */
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "base/kist-text.h"
#include "image/kist-image-reader.h"
#include "journal/privacy/kist-privacy.h"
#include "kist-tool-privacy.h"
#include "kist-tool.h"

#define CAUTION "No program can say that a text is safe: read it once as a neighbour of the person would."

/* At most one byte more than is read of a file, so that too long a text is told from one that just fits. */
static char *
read_input (GError **error)
{
  gsize            room = KIST_TEXT_MAX_BYTES + 1;
  g_autofree char *bytes = g_malloc (room);
  gsize            length = fread (bytes, 1, room, stdin);

  if (ferror (stdin))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Standard input cannot be read.");
  else if (length == room)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The text is longer than %d MiB.",
                 KIST_TEXT_MAX_BYTES >> 20);
  else
    return kist_text_normalise (bytes, length, error);
  return NULL;
}

static char *
read_text (const char *path, GError **error)
{
  return g_str_equal (path, "-") ? read_input (error) : kist_text_read_file (path, KIST_TEXT_MAX_BYTES, error);
}

static char *
dup_part (const char *text, const KistPrivacyFinding *finding)
{
  return g_strndup (text + finding->start, finding->end - finding->start);
}

static void
add_string (JsonBuilder *builder, const char *member, const char *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_finding (JsonBuilder *builder, const char *text, const KistPrivacyFinding *finding, gint64 start)
{
  g_autofree char *part = dup_part (text, finding);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, start + g_utf8_strlen (part, -1));
  add_string (builder, "kind", kist_privacy_kind_get_id (finding->kind));
  add_string (builder, "certainty", kist_privacy_certainty_get_id (finding->certainty));
  add_string (builder, "text", part);
  add_string (builder, "why", kist_privacy_kind_get_why (finding->kind));
  add_string (builder, "instead", kist_privacy_kind_get_instead (finding->kind));
  json_builder_end_object (builder);
}

static char *
to_json (const char *text, GArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gsize  place = 0;
  gint64 n_chars = 0;

  json_builder_begin_object (builder);
  add_string (builder, "caution", CAUTION);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);

      n_chars += g_utf8_strlen (text + place, (gssize)(finding->start - place));
      place = finding->start;
      add_finding (builder, text, finding, n_chars);
    }
  json_builder_end_array (builder);
  return kist_tool_end_json (builder);
}

/* A place in a text: where it is in bytes, and what a person calls it, from 1. */
typedef struct
{
  gsize    byte;
  unsigned line;
  unsigned column;
} Place;

/* Every character is passed once, however many findings a line has. */
static void
go_on_to (Place *place, const char *text, gsize byte)
{
  const char *p = text + place->byte;

  for (; p < text + byte; p = g_utf8_next_char (p))
    if (*p == '\n')
      {
        place->line++;
        place->column = 1;
      }
    else
      place->column++;
  place->byte = byte;
}

static char *
to_lines (const char *path, const char *text, GArray *findings)
{
  GString *lines = g_string_new (NULL);
  Place    place = { 0, 1, 1 };

  for (guint i = 0; i < findings->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (findings, KistPrivacyFinding, i);
      g_autofree char          *part = dup_part (text, finding);

      go_on_to (&place, text, finding->start);
      g_string_append_printf (lines, "%s:%u:%u: %s, %s: “%s”. %s Instead: %s.\n", path, place.line, place.column,
                              kist_privacy_kind_get_id (finding->kind),
                              kist_privacy_certainty_get_id (finding->certainty), part,
                              kist_privacy_kind_get_why (finding->kind), kist_privacy_kind_get_instead (finding->kind));
    }
  g_string_append (lines, CAUTION);
  return g_string_free_and_steal (lines);
}

int
kist_tool_privacy (int argc, char **argv)
{
  gboolean is_json = FALSE;
  g_auto (GStrv) listed = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &listed, "Find this name wherever it stands; may be given again",
      "NAME" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) findings = NULL;
  g_autofree char *text = NULL;
  g_autofree char *result = NULL;

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "privacy FILE|-",
          "Says what in a text could tell who somebody is, and what to write instead. “-” reads standard\n"
          "input. With --json standard output is one object: caution, and findings, each with start and\n"
          "end in characters from 0, kind, certainty (weak, likely or certain), text, why and instead.\n\n"
          "Of a picture (.jpg, .png, .gif, .webp, .heic) it says what its file tells besides the picture: place,\n"
          "people, time, words, camera, small copy; and what its name tells. There start and end are left out.\n\n"
          "Exit status: 0 nothing was found, 1 something was, 2 wrong usage, 3 FILE cannot be read.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "“privacy” needs one FILE, or “-”.");
  if (kist_image_is_file_name (argv[1]))
    return kist_tool_privacy_picture (argv[1], (const char *const *)listed, is_json);
  text = read_text (argv[1], &error);
  if (!text)
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  findings = kist_privacy_check (text, (const char *const *)listed);
  result = is_json ? to_json (text, findings) : to_lines (argv[1], text, findings);
  g_print ("%s\n", result);
  return findings->len > 0 ? KIST_TOOL_FINDINGS : KIST_TOOL_CLEAN;
}
