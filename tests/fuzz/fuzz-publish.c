#include "kist-fuzz.h"

#include <libxml/parser.h>
#include <string.h>

#include "content/kist-front-matter.h"
#include "fuzz-content.h"
#include "publish/kist-publish.h"

/* All that a page is made of. */
static const char *const elements[] = {
  "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main",       "article", "header",
  "nav",      "h1",   "h2",   "h3",   "h4",    "h5",    "h6",   "p",          "dl",      "dt",
  "dd",       "time", "ol",   "ul",   "li",    "a",     "em",   "strong",     "s",       "code",
  "table",    "tr",   "th",   "td",   "pre",   "hr",    "br",   "blockquote",
};

static void
check_xml (const char *data, gsize length)
{
  xmlDoc *document =
      xmlReadMemory (data, (int)length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);

  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

static void
check_page (const char *data, gsize length)
{
  g_autofree char *page = g_strndup (data, length);

  for (const char *p = strchr (page, '<'); p; p = strchr (p + 1, '<'))
    {
      const char *name = p + 1 + (p[1] == '/');
      gsize       n = strcspn (name, " >");
      gboolean    is_known = FALSE;

      for (unsigned i = 0; !is_known && i < G_N_ELEMENTS (elements); i++)
        is_known = strlen (elements[i]) == n && strncmp (elements[i], name, n) == 0;
      g_assert_true (is_known);
    }
}

static void
check_title (const char *data, gsize length, const char *title)
{
  g_autofree char *file = g_strndup (data, length);
  g_autoptr (KistReport) report = kist_report_new ();
  const char *body;
  unsigned    line;
  g_autoptr (KistYaml) yaml = kist_front_matter_parse (file, "a.md", report, &body, &line);

  g_assert_nonnull (yaml);
  g_assert_cmpstr (kist_yaml_lookup_text (yaml, "title"), ==, *title ? title : "Untitled");
}

static void
check_package (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = kist_zip_read (bytes, &error);

  g_assert_no_error (error);
  for (unsigned i = 0; i < parts->len; i++)
    {
      const KistZipEntry *part = g_ptr_array_index (parts, i);
      gsize               length;
      const char         *data = g_bytes_get_data (part->bytes, &length);

      if (g_str_has_suffix (part->name, ".xml"))
        check_xml (data, length);
    }
}

static void
check_file (const KistPublishFormat *format, GBytes *bytes, const char *title)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_str_equal (format->extension, "xml"))
    check_xml (data, length);
  else if (g_str_equal (format->extension, "html"))
    check_page (data, length);
  else if (g_str_equal (format->id, "odt"))
    check_package (bytes);
  else if (g_str_equal (format->id, "md"))
    check_title (data, length, title);
}

/* Whatever somebody wrote, with its first line as the title: every format can be made of it, XML is well-formed, a page
 * holds no element but Kist's own, and the title comes back out of the front matter. */
void
kist_fuzz_one (const char *bytes, gsize length)
{
  g_autofree char *text = dup_text (bytes, length);
  g_autofree char *title = g_strndup (text, strcspn (text, "\n"));
  const char      *body = text + strlen (title) + (text[strlen (title)] == '\n');
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (KistPublication) publication = kist_publication_new ("Journal", zone);
  g_autoptr (KistEntry) entry = kist_entry_new ("id", title, "badge", title, body, 0, 0);

  kist_publication_add_entry (publication, entry, NULL, NULL);
  for (unsigned i = 0; i < kist_publish_get_n_formats (); i++)
    {
      const KistPublishFormat *format = kist_publish_get_format (i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) files = kist_publish (format, publication, NULL, &error);

      g_assert_no_error (error);
      for (unsigned j = 0; j < files->len; j++)
        check_file (format, ((KistZipEntry *)g_ptr_array_index (files, j))->bytes, title);
    }
}
