/* The half of kist-tool privacy that looks at pictures: what a file tells besides the picture. */
#include "kist-tool-privacy.h"

#include "image/kist-image-facts.h"
#include "image/kist-image-reader.h"
#include "journal/privacy/kist-privacy.h"
#include "kist-tool.h"

#define INSTEAD "take it into Kist, which keeps the picture alone"
#define RENAME "give the file a name that says nothing"

/* One thing that was found. */
typedef struct
{
  const char *kind;
  const char *certainty;
  char       *text; /* (owned) */
  const char *why;
  const char *instead;
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_free (finding->text);
  g_free (finding);
}

static void
add (GPtrArray *findings, const char *kind, const char *certainty, char *text, const char *why, const char *instead)
{
  Finding *finding = g_new (Finding, 1);

  *finding = (Finding){ kind, certainty, text, why, instead };
  g_ptr_array_add (findings, finding);
}

static void
add_name (GPtrArray *findings, const char *path, const char *const *listed)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GArray) found = kist_privacy_check_file_name (name, listed);

  for (guint i = 0; i < found->len; i++)
    {
      const KistPrivacyFinding *finding = &g_array_index (found, KistPrivacyFinding, i);

      add (findings, kist_privacy_kind_get_id (finding->kind), kist_privacy_certainty_get_id (finding->certainty),
           g_strndup (name + finding->start, finding->end - finding->start), kist_privacy_kind_get_why (finding->kind),
           RENAME);
    }
}

static char *
to_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  kist_tool_add_text (builder, "caution", KIST_TOOL_PICTURE_CAUTION);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < findings->len; i++)
    {
      const Finding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "kind", finding->kind);
      kist_tool_add_text (builder, "certainty", finding->certainty);
      kist_tool_add_text (builder, "text", finding->text);
      kist_tool_add_text (builder, "why", finding->why);
      kist_tool_add_text (builder, "instead", finding->instead);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return kist_tool_end_json (builder);
}

static char *
to_lines (const char *path, GPtrArray *findings)
{
  GString *lines = g_string_new (NULL);

  for (unsigned i = 0; i < findings->len; i++)
    {
      const Finding   *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = *finding->text ? g_strdup_printf (": “%s”", finding->text) : g_strdup ("");

      g_string_append_printf (lines, "%s: %s, %s%s. %s Instead: %s.\n", path, finding->kind, finding->certainty, text,
                              finding->why, finding->instead);
    }
  g_string_append (lines, KIST_TOOL_PICTURE_CAUTION);
  return g_string_free_and_steal (lines);
}

/**
 * kist_tool_privacy_picture:
 * @path: a picture's file
 * @listed: (nullable): names that are to be found in what it is called
 * @is_json: whether to print one JSON object instead of lines
 *
 * Returns: the status to end with, after what was found was printed
 */
int
kist_tool_privacy_picture (const char *path, const char *const *listed, gboolean is_json)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kist_image_load_file (path, &error);
  g_autoptr (KistImageFacts) facts = NULL;
  g_autofree char *result = NULL;

  if (!bytes)
    return kist_tool_complain (KIST_TOOL_UNREADABLE, error->message);
  facts = kist_image_facts_read (bytes);
  for (unsigned i = 0; i < KIST_IMAGE_N_FACTS; i++)
    if (facts->texts[i])
      add (findings, kist_image_fact_get_id (i), kist_image_fact_get_certainty (i), g_strdup (facts->texts[i]),
           kist_image_fact_get_why (i), INSTEAD);
  add_name (findings, path, listed);
  result = is_json ? to_json (findings) : to_lines (path, findings);
  g_print ("%s\n", result);
  return findings->len > 0 ? KIST_TOOL_FINDINGS : KIST_TOOL_CLEAN;
}
