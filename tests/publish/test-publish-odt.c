/* OpenDocument text, taken apart and read by an XML parser. The rules are those of ODF 1.2, part 1. */
#include "publish-fixture.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

/* Returns (transfer full): the part @name of the document as XML. */
static xmlDoc *
open_part (const KistPublication *publication, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = kist_publish (kist_publish_find_format ("odt"), publication, NULL, &error);
  g_autoptr (GPtrArray) parts = NULL;
  xmlDoc *document = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  parts = kist_zip_read (((KistZipEntry *)g_ptr_array_index (files, 0))->bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((KistZipEntry *)g_ptr_array_index (parts, 0))->name, ==, "mimetype");
  for (unsigned i = 1; i < parts->len; i++)
    {
      const KistZipEntry *part = g_ptr_array_index (parts, i);
      gsize               length;
      const char         *data = g_bytes_get_data (part->bytes, &length);
      xmlDoc             *parsed = xmlReadMemory (data, (int)length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_PEDANTIC);

      g_assert_nonnull (parsed);
      if (g_str_equal (part->name, name))
        document = parsed;
      else
        xmlFreeDoc (parsed);
    }
  g_assert_nonnull (document);
  return document;
}

static void
assert_says (xmlDoc *document, const char *path, const char *expected)
{
  static const char *const names[] = { "office", "text", "table", "meta", "style", "manifest" };
  xmlXPathContext         *context = xmlXPathNewContext (document);
  xmlXPathObject          *result;
  xmlChar                 *text;

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *address = g_strdup_printf ("urn:oasis:names:tc:opendocument:xmlns:%s:1.0", names[i]);

      xmlXPathRegisterNs (context, (const xmlChar *)names[i], (const xmlChar *)address);
    }
  xmlXPathRegisterNs (context, (const xmlChar *)"xlink", (const xmlChar *)"http://www.w3.org/1999/xlink");
  xmlXPathRegisterNs (context, (const xmlChar *)"dc", (const xmlChar *)"http://purl.org/dc/elements/1.1/");
  result = xmlXPathEvalExpression ((const xmlChar *)path, context);
  g_assert_nonnull (result);
  text = xmlXPathCastToString (result);
  g_assert_cmpstr ((const char *)text, ==, expected);
  xmlFree (text);
  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
}

static void
test_every_block_is_what_it_means (void)
{
  g_autoptr (KistPublication) publication =
      fixture_of ("Mine", "# Head\n\n## Deeper\n\nSome **strong *both*** [words](https://example.org/?a&b)\\\nnext.\n\n"
                          "3. one\n4. two\n   - in\n\n- [x] done\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
                          "```\nif x\n    y\n```\n\n---\n");
  xmlDoc *document = open_part (publication, "content.xml");

  assert_says (document, "//text:h[@text:outline-level=1]", "Mine");
  assert_says (document, "//text:h[@text:outline-level=2]", "Head");
  assert_says (document, "//text:h[@text:outline-level=3]/@text:style-name", "Heading_20_3");
  assert_says (document, "count(//text:p[@text:style-name='Title'])", "0");
  assert_says (document, "//text:span[@text:style-name='Strong_20_Emphasis'][1]", "strong ");
  assert_says (document, "//text:span[@text:style-name='Strong_20_Emphasis']/text:span[@text:style-name='Emphasis']",
               "both");
  assert_says (document, "//text:a[@xlink:type='simple']/@xlink:href", "https://example.org/?a&b");
  assert_says (document, "count(//text:p[text:a]/text:line-break)", "1");
  assert_says (document, "//text:list[@text:style-name='Numbers']/text:list-item[1]/@text:start-value", "3");
  assert_says (document, "//text:list-item/text:list[@text:style-name='Bullets']/text:list-item/text:p", "in");
  assert_says (document, "//text:list-item/text:p[starts-with(., '☑')]", "☑ done");
  assert_says (document, "//text:p[@text:style-name='Quotations']", "said");
  assert_says (document, "//table:table-header-rows/table:table-row/table:table-cell[2]", "b");
  assert_says (document, "//table:table/table:table-row/table:table-cell[1]", "1");
  assert_says (document, "//table:table-column/@table:number-columns-repeated", "2");
  assert_says (document,
               "//text:p[@text:style-name='Preformatted_20_Text']/text:line-break[1]/following-sibling::*[1]"
               "/@text:c",
               "4");
  assert_says (document, "count(//text:p[@text:style-name='Horizontal_20_Line'])", "1");
  xmlFreeDoc (document);
}

/* 5.3.3: what an item of a list may hold. */
static void
test_an_item_holds_only_what_it_may (void)
{
  g_autoptr (KistPublication) publication =
      fixture_of ("A", "- one\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n  > said\n\n  # head\n\n  ---\n");
  xmlDoc *document = open_part (publication, "content.xml");

  assert_says (document, "count(//text:list-item/*[not(self::text:p or self::text:h or self::text:list)])", "0");
  assert_says (document, "count(//text:list-item/text:p[text:tab])", "2");
  xmlFreeDoc (document);
}

static void
test_every_style_that_is_used_is_named (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  xmlDoc          *content = open_part (publication, "content.xml");
  xmlDoc          *styles = open_part (publication, "styles.xml");
  xmlXPathContext *context = xmlXPathNewContext (content);
  xmlXPathObject  *used;

  xmlXPathRegisterNs (context, (const xmlChar *)"text",
                      (const xmlChar *)"urn:oasis:names:tc:opendocument:xmlns:text:1.0");
  used = xmlXPathEvalExpression ((const xmlChar *)"//@text:style-name", context);
  g_assert_cmpint (used->nodesetval->nodeNr, >, 5);
  for (int i = 0; i < used->nodesetval->nodeNr; i++)
    {
      xmlChar         *name = xmlNodeGetContent (used->nodesetval->nodeTab[i]);
      g_autofree char *path = g_strdup_printf ("count(//*[@style:name='%s'])", (const char *)name);

      assert_says (styles, path, "1");
      xmlFree (name);
    }
  xmlXPathFreeObject (used);
  xmlXPathFreeContext (context);
  xmlFreeDoc (content);
  xmlFreeDoc (styles);
}

static void
test_hostile_words_stay_words (void)
{
  g_autoptr (KistPublication) publication = fixture_of (HOSTILE_TITLE, HOSTILE_BODY);
  xmlDoc *document = open_part (publication, "content.xml");
  xmlDoc *meta = open_part (publication, "meta.xml");

  assert_says (document, "//text:h[@text:outline-level=1]", "yes: \"no\" # <b>& ]]> 'x'");
  assert_says (document, "count(//text:a)", "0");
  assert_says (document, "count(//text:p[contains(., '<script>alert(1)</script>')])", "1");
  assert_says (meta, "//dc:title", "yes: \"no\" # <b>& ]]> 'x'");
  assert_says (meta, "//dc:date", "2026-11-23T06:30:00Z");
  assert_says (meta, "count(//meta:keyword)", "0");
  xmlFreeDoc (document);
  xmlFreeDoc (meta);
}

static void
test_many_entries_are_one_document (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  xmlDoc *document = open_part (publication, "content.xml");
  xmlDoc *manifest = open_part (publication, "META-INF/manifest.xml");

  assert_says (document, "//text:p[@text:style-name='Title']", "Journal");
  assert_says (document, "count(//text:h[@text:outline-level=1])", "3");
  assert_says (document, "//text:h[.='Social media']/following-sibling::text:p[1]",
               "22 November 2026 · boundaries · team & me · Social media 1 · thing-05");
  assert_says (manifest, "//manifest:file-entry[1]/@manifest:media-type", "application/vnd.oasis.opendocument.text");
  xmlFreeDoc (document);
  xmlFreeDoc (manifest);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/odt/blocks", test_every_block_is_what_it_means);
  g_test_add_func ("/publish/odt/items", test_an_item_holds_only_what_it_may);
  g_test_add_func ("/publish/odt/styles", test_every_style_that_is_used_is_named);
  g_test_add_func ("/publish/odt/hostile", test_hostile_words_stay_words);
  g_test_add_func ("/publish/odt/many", test_many_entries_are_one_document);
  return g_test_run ();
}
