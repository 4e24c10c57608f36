#include "kist-publish-private.h"
#include "kist-xml-writer.h"

/* Leap2A 2010-07 (http://www.leapspecs.org/2010-07/2A/): an Atom feed of portfolio items, each with a type. A
 * reflection is no type of its own there but an “entry”; a “selection” of the type Blog holds them together in an
 * order, which is what Mahara turns into a journal. Mahara looks for the namespaces under exactly these addresses. */
#define VERSION "http://www.leapspecs.org/2010-07/2A/"
#define JOURNAL_ID KIST_PUBLISH_ADDRESS "journal"

static void
write_type (KistXmlWriter *writer, const char *type)
{
  kist_xml_writer_start (writer, "rdf:type");
  kist_xml_writer_attribute (writer, "rdf:resource", type);
  kist_xml_writer_end (writer);
}

static void
write_category (KistXmlWriter *writer, const char *scheme, const char *term)
{
  kist_xml_writer_start (writer, "category");
  if (scheme)
    kist_xml_writer_attribute (writer, "scheme", scheme);
  kist_xml_writer_attribute (writer, "term", term);
  kist_xml_writer_end (writer);
}

/* @index: where it stands in the journal, from 0. */
static void
write_link (KistXmlWriter *writer, const char *relation, const char *id, unsigned index)
{
  g_autofree char *order = g_strdup_printf ("%u", index + 1);

  kist_xml_writer_start (writer, "link");
  kist_xml_writer_attribute (writer, "rel", relation);
  kist_xml_writer_attribute (writer, "href", id);
  kist_xml_writer_attribute (writer, "leap2:display_order", order);
  kist_xml_writer_end (writer);
}

static char *
make_id (const KistPublicEntry *item)
{
  return g_strconcat (KIST_PUBLISH_ADDRESS "entry/", kist_entry_get_id (item->entry), NULL);
}

static void
write_journal (KistXmlWriter *writer, const KistPublication *publication, const char *updated)
{
  kist_xml_writer_start (writer, "entry");
  kist_xml_writer_element (writer, "title", publication->title);
  kist_xml_writer_element (writer, "id", JOURNAL_ID);
  kist_xml_writer_element (writer, "updated", updated);
  kist_xml_writer_element (writer, "content", "");
  write_type (writer, "leap2:selection");
  write_category (writer, "categories:selection_type#", "Blog");
  for (unsigned i = 0; i < publication->entries->len; i++)
    {
      g_autofree char *id = make_id (kist_publication_get_entry (publication, i));

      write_link (writer, "leap2:has_part", id, i);
    }
  kist_xml_writer_end (writer);
}

/* “Unready” is a draft: nobody else sees it in Mahara before its writer says so. */
static void
write_entry (KistXmlWriter *writer, const KistPublication *publication, unsigned index)
{
  const KistPublicEntry *item = kist_publication_get_entry (publication, index);
  g_autofree char       *id = make_id (item);
  g_autofree char       *created = kist_publication_dup_time (publication, kist_entry_get_created (item->entry));
  g_autofree char       *updated = kist_publication_dup_time (publication, kist_entry_get_updated (item->entry));
  g_autofree char       *html = kist_publish_body_to_html (item->entry, 2);
  g_auto (GStrv) labels = kist_public_entry_dup_labels (item);

  kist_xml_writer_start (writer, "entry");
  kist_xml_writer_element (writer, "title", item->title);
  kist_xml_writer_element (writer, "id", id);
  kist_xml_writer_element (writer, "published", created);
  kist_xml_writer_element (writer, "updated", updated);
  kist_xml_writer_start (writer, "content");
  kist_xml_writer_attribute (writer, "type", "html");
  kist_xml_writer_text (writer, html);
  kist_xml_writer_end (writer);
  write_type (writer, "leap2:entry");
  write_category (writer, "categories:readiness#", "Unready");
  for (char **label = labels; *label; label++)
    write_category (writer, NULL, *label);
  write_link (writer, "leap2:is_part_of", JOURNAL_ID, index);
  kist_xml_writer_end (writer);
}

/*
 * kist_publish_leap2a:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the feed, which Mahara finds by itself when it is called leap2a.xml
 */
GBytes *
kist_publish_leap2a (const KistPublication *publication, GError **error)
{
  g_autoptr (KistXmlWriter) writer = kist_xml_writer_new (TRUE);
  g_autofree char *updated = kist_publication_dup_time (publication, kist_publication_get_updated (publication));

  kist_xml_writer_start (writer, "feed");
  kist_xml_writer_attribute (writer, "xmlns", "http://www.w3.org/2005/Atom");
  kist_xml_writer_attribute (writer, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  kist_xml_writer_attribute (writer, "xmlns:leap2", "http://terms.leapspecs.org/");
  kist_xml_writer_attribute (writer, "xmlns:categories", "http://wiki.leapspecs.org/2A/categories/");
  kist_xml_writer_attribute (writer, "xml:lang", "en-GB");
  kist_xml_writer_element (writer, "leap2:version", VERSION);
  kist_xml_writer_element (writer, "id", KIST_PUBLISH_ADDRESS "leap2a");
  kist_xml_writer_element (writer, "title", publication->title);
  kist_xml_writer_element (writer, "updated", updated);
  kist_xml_writer_element (writer, "generator", "Kist");
  kist_xml_writer_start (writer, "author");
  kist_xml_writer_element (writer, "name", "Kist");
  kist_xml_writer_end (writer);
  write_journal (writer, publication, updated);
  for (unsigned i = 0; i < publication->entries->len; i++)
    write_entry (writer, publication, i);
  return kist_xml_writer_finish (writer, error);
}
