#include "kist-publish-private.h"
#include "kist-xml-writer.h"

/* Atom (RFC 4287) as Blogger exported it until 2025 and its importer reads it: a category says that an entry is a post,
 * app:draft that nobody but its author sees it, and every other category is a label. */
#define KIND_SCHEME "http://schemas.google.com/g/2005#kind"
#define KIND_POST "http://schemas.google.com/blogger/2008/kind#post"
#define LABEL_SCHEME "http://www.blogger.com/atom/ns#"
#define APP_NAMESPACE "http://purl.org/atom/app#"

static void
write_text (KistXmlWriter *writer, const char *name, const char *type, const char *text)
{
  kist_xml_writer_start (writer, name);
  kist_xml_writer_attribute (writer, "type", type);
  kist_xml_writer_text (writer, text);
  kist_xml_writer_end (writer);
}

static void
write_category (KistXmlWriter *writer, const char *scheme, const char *term)
{
  kist_xml_writer_start (writer, "category");
  kist_xml_writer_attribute (writer, "scheme", scheme);
  kist_xml_writer_attribute (writer, "term", term);
  kist_xml_writer_end (writer);
}

/* Atom wants an author; who it is nobody needs to know before the person publishes. */
static void
write_author (KistXmlWriter *writer)
{
  kist_xml_writer_start (writer, "author");
  kist_xml_writer_element (writer, "name", "Kist");
  kist_xml_writer_end (writer);
}

static void
write_entry (KistXmlWriter *writer, const KistPublication *publication, const KistPublicEntry *item)
{
  g_autofree char *id = g_strconcat (KIST_PUBLISH_ADDRESS "entry/", kist_entry_get_id (item->entry), NULL);
  g_autofree char *created = kist_publication_dup_time (publication, kist_entry_get_created (item->entry));
  g_autofree char *updated = kist_publication_dup_time (publication, kist_entry_get_updated (item->entry));
  g_autofree char *html = kist_publish_body_to_html (item->entry, 2);
  g_auto (GStrv) labels = kist_public_entry_dup_labels (item);

  kist_xml_writer_start (writer, "entry");
  kist_xml_writer_element (writer, "id", id);
  kist_xml_writer_element (writer, "published", created);
  kist_xml_writer_element (writer, "updated", updated);
  kist_xml_writer_start (writer, "app:control");
  kist_xml_writer_element (writer, "app:draft", "yes");
  kist_xml_writer_end (writer);
  write_category (writer, KIND_SCHEME, KIND_POST);
  for (char **label = labels; *label; label++)
    write_category (writer, LABEL_SCHEME, *label);
  write_text (writer, "title", "text", item->title);
  write_text (writer, "content", "html", html);
  write_author (writer);
  kist_xml_writer_end (writer);
}

/*
 * kist_publish_atom:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * Every entry is a draft: nothing is public before somebody makes it so in Blogger.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kist_publish_atom (const KistPublication *publication, GError **error)
{
  g_autoptr (KistXmlWriter) writer = kist_xml_writer_new (TRUE);
  g_autofree char *updated = kist_publication_dup_time (publication, kist_publication_get_updated (publication));

  kist_xml_writer_start (writer, "feed");
  kist_xml_writer_attribute (writer, "xmlns", "http://www.w3.org/2005/Atom");
  kist_xml_writer_attribute (writer, "xmlns:app", APP_NAMESPACE);
  kist_xml_writer_attribute (writer, "xml:lang", "en-GB");
  kist_xml_writer_element (writer, "id", KIST_PUBLISH_ADDRESS "journal");
  kist_xml_writer_element (writer, "updated", updated);
  write_text (writer, "title", "text", publication->title);
  write_author (writer);
  /* Blogger takes a file only from itself. */
  kist_xml_writer_start (writer, "generator");
  kist_xml_writer_attribute (writer, "version", "7.00");
  kist_xml_writer_attribute (writer, "uri", "http://www.blogger.com");
  kist_xml_writer_text (writer, "Blogger");
  kist_xml_writer_end (writer);
  for (unsigned i = 0; i < publication->entries->len; i++)
    write_entry (writer, publication, kist_publication_get_entry (publication, i));
  return kist_xml_writer_finish (writer, error);
}
