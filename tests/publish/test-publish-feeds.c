/* WordPress, Blogger and Mahara drafts, read back by an XML parser. */
#include "publish-fixture.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

static xmlDoc *
parse (const char *format, const KistPublication *publication)
{
  g_autofree char *text = fixture_make (format, publication, 0);
  xmlDoc *document = xmlReadMemory (text, (int)strlen (text), NULL, NULL, XML_PARSE_NONET | XML_PARSE_PEDANTIC);

  g_assert_nonnull (document);
  return document;
}

/* Returns (transfer full): what @path gives in @document. */
static char *
ask (xmlDoc *document, const char *path)
{
  static const char *const names[][2] = {
    { "a", "http://www.w3.org/2005/Atom" },
    { "app", "http://purl.org/atom/app#" },
    { "wp", "http://wordpress.org/export/1.2/" },
    { "leap2", "http://terms.leapspecs.org/" },
    { "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#" },
    { "content", "http://purl.org/rss/1.0/modules/content/" },
  };
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject  *result;
  xmlChar         *text;
  char            *answer;

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    xmlXPathRegisterNs (context, (const xmlChar *)names[i][0], (const xmlChar *)names[i][1]);
  result = xmlXPathEvalExpression ((const xmlChar *)path, context);
  g_assert_nonnull (result);
  text = xmlXPathCastToString (result);
  answer = g_strdup ((const char *)text);
  xmlFree (text);
  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
  return answer;
}

static void
assert_says (xmlDoc *document, const char *path, const char *expected)
{
  g_autofree char *answer = ask (document, path);

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_wordpress_gets_drafts (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  xmlDoc *document = parse ("wxr", publication);

  assert_says (document, "/rss/@version", "2.0");
  assert_says (document, "/rss/channel/wp:wxr_version", "1.2");
  assert_says (document, "count(//item)", "3");
  assert_says (document, "count(//item[wp:status='draft' and wp:post_type='post'])", "3");
  assert_says (document, "//item[2]/title", "Social media");
  assert_says (document, "//item[2]/wp:post_date", "2026-11-22 06:30:00");
  assert_says (document, "//item[1]/content:encoded",
               "<h2>Head</h2>\n<p>Some <em>words</em>.</p>\n<ul><li><p>one</p>\n</li>\n<li><p>two</p>\n</li>\n</ul>\n");
  assert_says (document, "count(//item[2]/category[@domain='post_tag'])", "4");
  assert_says (document, "//item[2]/category[2]", "team & me");
  assert_says (document, "//item[2]/category[2]/@nicename", "team-me");
  assert_says (document, "//item[2]/category[3]", "Social media 1");
  assert_says (document, "count(//item[1]/category)", "0");
  xmlFreeDoc (document);
}

static void
test_blogger_gets_drafts (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  xmlDoc *document = parse ("atom", publication);

  assert_says (document, "count(/a:feed/a:entry)", "3");
  assert_says (document, "count(//a:entry[app:control/app:draft='yes'])", "3");
  assert_says (document,
               "count(//a:entry[a:category[@scheme='http://schemas.google.com/g/2005#kind' and "
               "@term='http://schemas.google.com/blogger/2008/kind#post']])",
               "3");
  assert_says (document, "count(//a:entry[2]/a:category[@scheme='http://www.blogger.com/atom/ns#'])", "4");
  assert_says (document, "//a:entry[2]/a:category[3]/@term", "team & me");
  assert_says (document, "//a:entry[1]/a:content/@type", "html");
  assert_says (document, "//a:entry[1]/a:published", "2026-11-22T06:30:00+00:00");
  /* RFC 4287, 4.1.1 and 4.1.2: what each must have exactly once. */
  assert_says (document,
               "count(//*[self::a:feed or self::a:entry][count(a:id)=1 and count(a:title)=1 and "
               "count(a:updated)=1 and count(a:author)=1])",
               "4");
  assert_says (document, "/a:feed/a:updated", "2026-11-23T06:30:00+00:00");
  xmlFreeDoc (document);
}

/* Leap2A 2010-07 as Mahara's importer asks for it (htdocs/import/leap/lib.php,
 * htdocs/artefact/blog/import/leap/lib.php). */
static void
test_mahara_gets_a_journal_of_drafts (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  xmlDoc *document = parse ("leap2a", publication);

  assert_says (document, "/a:feed/leap2:version", "http://www.leapspecs.org/2010-07/2A/");
  assert_says (document, "string(/a:feed/namespace::categories)", "http://wiki.leapspecs.org/2A/categories/");
  assert_says (document, "count(//a:entry[rdf:type/@rdf:resource='leap2:selection'])", "1");
  assert_says (document, "//a:entry[1]/a:category[@scheme='categories:selection_type#']/@term", "Blog");
  assert_says (document, "count(//a:entry[1]/a:link[@rel='leap2:has_part' and @href=//a:entry/a:id])", "3");
  assert_says (document, "//a:entry[1]/a:link[@leap2:display_order='2']/@href", "https://kist.invalid/entry/id-2");
  assert_says (document, "count(//a:entry[rdf:type/@rdf:resource='leap2:entry'])", "3");
  assert_says (document, "count(//a:entry[a:category[@scheme='categories:readiness#' and @term='Unready']])", "3");
  assert_says (document, "count(//a:link[@rel='leap2:is_part_of' and @href=//a:entry[1]/a:id])", "3");
  assert_says (document, "count(//a:entry[3]/a:category[not(@scheme)])", "4");
  assert_says (document, "//a:entry[3]/a:category[not(@scheme)][2]/@term", "team & me");
  assert_says (document, "count(//*[self::a:entry][count(a:id)=1 and count(a:title)=1 and count(a:updated)=1])", "4");
  xmlFreeDoc (document);
}

/* What XML cannot hold is gone, and nothing else. */
static void
test_hostile_words_stay_words (void)
{
  static const char *const formats[][3] = {
    { "wxr", "//item/title", "//item/content:encoded" },
    { "atom", "//a:entry/a:title", "//a:entry/a:content" },
    { "leap2a", "//a:entry[2]/a:title", "//a:entry[2]/a:content" },
  };

  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (KistPublication) publication = fixture_of (HOSTILE_TITLE, HOSTILE_BODY);
      xmlDoc          *document = parse (formats[i][0], publication);
      g_autofree char *html = ask (document, formats[i][2]);

      assert_says (document, formats[i][1], "yes: \"no\" # <b>& ]]> 'x'");
      g_assert_nonnull (strstr (html, "&lt;script&gt;"));
      g_assert_null (strstr (html, "<script"));
      g_assert_null (strstr (html, "<img"));
      g_assert_null (strstr (html, "\"javascript:"));
      xmlFreeDoc (document);
    }
}

static void
test_what_is_not_utf8_is_replaced (void)
{
  g_autoptr (KistPublication) publication = fixture_of ("a\xffz\xef\xbf\xbe", "b");
  xmlDoc *document = parse ("wxr", publication);

  assert_says (document, "//item/title", "a\xef\xbf\xbdz");
  xmlFreeDoc (document);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/feeds/wordpress", test_wordpress_gets_drafts);
  g_test_add_func ("/publish/feeds/blogger", test_blogger_gets_drafts);
  g_test_add_func ("/publish/feeds/mahara", test_mahara_gets_a_journal_of_drafts);
  g_test_add_func ("/publish/feeds/hostile", test_hostile_words_stay_words);
  g_test_add_func ("/publish/feeds/not-utf8", test_what_is_not_utf8_is_replaced);
  return g_test_run ();
}
