#include <string.h>

#include "content/html/kist-markdown-page.h"
#include "exchange/kist-export.h"
#include "kist-export-resource.h"
#include "kist-story-json.h"

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* Whether a browser can play @scenario by following links: no choice ever comes or goes, and nothing is counted. */
static gboolean
is_plain (KistScenario *scenario)
{
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      for (unsigned j = 0; j < passage->choices->len; j++)
        {
          const KistChoice *choice = g_ptr_array_index (passage->choices, j);

          if (choice->condition || choice->is_once || choice->outcomes->len > 0 || choice->score != 0)
            return FALSE;
        }
    }
  return TRUE;
}

static void
append_resource (GString *out, const char *name)
{
  g_autofree char *path = g_strconcat ("/scot/kist/export/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (kist_export_get_resource (), path, 0, NULL);

  g_string_append_len (out, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
}

/* "'sha256-…'": the page may run and wear what is in it, and nothing else. */
static char *
hash (const GString *content)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *text = NULL;
  guint8           digest[32];
  gsize            length = sizeof digest;

  g_checksum_update (checksum, (const guchar *)content->str, (gssize)content->len);
  g_checksum_get_digest (checksum, digest, &length);
  text = g_base64_encode (digest, length);
  return g_strdup_printf ("'sha256-%s'", text);
}

static void
append_head (GString *out, KistScenario *scenario, const GString *style, const GString *script)
{
  g_autofree char *style_hash = hash (style);
  g_autofree char *script_hash = script ? hash (script) : g_strdup ("'none'");

  g_string_append_printf (out,
                          "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src %s; "
                          "script-src %s; base-uri 'none'; form-action 'none'\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
                          style_hash, script_hash);
  append_escaped (out, kist_scenario_get_title (scenario));
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n<h1>", style->str);
  append_escaped (out, kist_scenario_get_title (scenario));
  g_string_append (out, "</h1>\n");
}

static void
append_link_list (GString *out, const KistPassage *passage, unsigned index)
{
  if (passage->choices->len > 0 && !(passage->tags & KIST_PASSAGE_END))
    {
      g_string_append (out, "<ol class=\"choices\">\n");
      for (unsigned i = 0; i < passage->choices->len; i++)
        {
          const KistChoice *choice = g_ptr_array_index (passage->choices, i);

          if (choice->feedback)
            g_string_append_printf (out, "<li><a href=\"#p%u-%u\">", index, i + 1);
          else
            g_string_append_printf (out, "<li><a href=\"#p%u\">", choice->target);
          append_escaped (out, choice->text);
          g_string_append (out, "</a></li>\n");
        }
      g_string_append (out, "</ol>\n");
    }
  else
    g_string_append (out, "<p class=\"note\">This is where it ends.</p>\n");
}

/* What follows a choice is a section of its own, which leads on. */
static void
append_feedback (GString *out, const KistPassage *passage, unsigned index)
{
  for (unsigned i = 0; i < passage->choices->len && !(passage->tags & KIST_PASSAGE_END); i++)
    {
      const KistChoice *choice = g_ptr_array_index (passage->choices, i);

      if (!choice->feedback)
        continue;
      g_string_append_printf (out, "<section id=\"p%u-%u\" tabindex=\"-1\">\n<p><strong>", index, i + 1);
      append_escaped (out, choice->text);
      g_string_append (out, "</strong></p>\n<p class=\"feedback\">");
      append_escaped (out, choice->feedback);
      g_string_append_printf (out, "</p>\n<ol class=\"choices\"><li><a href=\"#p%u\">Go on</a></li></ol>\n</section>\n",
                              choice->target);
    }
}

static void
append_sections (GString *out, KistScenario *scenario, gboolean has_links)
{
  unsigned start = kist_scenario_get_start (scenario);

  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      g_string_append_printf (out, "<section id=\"p%u\" tabindex=\"-1\"%s>\n<h2>", i,
                              i == start ? " class=\"start\"" : "");
      append_escaped (out, passage->name);
      g_string_append (out, "</h2>\n");
      kist_markdown_page_append (out, passage->text, 3);
      if (has_links)
        append_link_list (out, passage, i);
      g_string_append (out, "</section>\n");
      if (has_links)
        append_feedback (out, passage, i);
    }
}

static char *
make_plain_page (KistScenario *scenario)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) style = g_string_new ("\n");

  append_resource (style, "player.css");
  append_resource (style, "pages.css");
  append_head (out, scenario, style, NULL);
  g_string_append (out, "<main>\n");
  append_sections (out, scenario, TRUE);
  g_string_append_printf (out,
                          "</main>\n<p class=\"note screen\"><a href=\"#p%u\">From the beginning</a>. To go back, use "
                          "your browser's Back.</p>\n</body>\n</html>\n",
                          kist_scenario_get_start (scenario));
  return g_string_free (out, FALSE);
}

static char *
make_scripted_page (KistScenario *scenario)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GString) style = g_string_new ("\n");
  g_autoptr (GString) script = g_string_new ("\n");
  g_autofree char *story = kist_story_json (scenario);

  append_resource (style, "player.css");
  append_resource (style, "scripted.css");
  append_resource (script, "engine.js");
  append_resource (script, "player.js");
  append_head (out, scenario, style, script);
  g_string_append (out, "<noscript><p>What can be chosen here depends on what was chosen before, so this page needs "
                        "JavaScript to be played.</p></noscript>\n<main id=\"player\" hidden>\n"
                        "<div id=\"play\" tabindex=\"-1\"></div>\n<p class=\"note screen\">"
                        "<button type=\"button\" id=\"back\">Go back</button> "
                        "<button type=\"button\" id=\"again\">From the beginning</button></p>\n</main>\n"
                        "<div id=\"all\">\n");
  append_sections (out, scenario, FALSE);
  g_string_append_printf (out,
                          "</div>\n<script type=\"application/json\" id=\"story\">%s</script>\n<script>%s</script>\n"
                          "</body>\n</html>\n",
                          story, script->str);
  return g_string_free (out, FALSE);
}

/**
 * kist_export_html:
 * @scenario: a scenario
 *
 * Makes one page that needs nothing from elsewhere. Where choices never come and go and nothing is counted it consists
 * of links alone; else a script of the project plays it.
 *
 * Returns: (transfer full): the page
 */
char *
kist_export_html (KistScenario *scenario)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (scenario), NULL);

  return is_plain (scenario) ? make_plain_page (scenario) : make_scripted_page (scenario);
}
