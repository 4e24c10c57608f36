#include "base/kist-date.h"
#include "base/kist-text.h"
#include "kist-publish-private.h"
#include "kist-xml-writer.h"

/* WXR, WordPress's own export, version 1.2: RSS 2.0 with these namespaces, as WordPress's wp-admin/includes/export.php
 * writes it and its importer reads it. There is no schema of it. */
static const struct
{
  const char *name;
  const char *address;
} namespaces[] = {
  { "xmlns:excerpt", "http://wordpress.org/export/1.2/excerpt/" },
  { "xmlns:content", "http://purl.org/rss/1.0/modules/content/" },
  { "xmlns:wfw", "http://wellformedweb.org/CommentAPI/" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:wp", "http://wordpress.org/export/1.2/" },
};

static char *
format_utc (gint64 time, const char *format)
{
  g_autoptr (GDateTime) date = kist_date_new_utc (time);

  return g_date_time_format (date, format);
}

static void
write_labels (KistXmlWriter *writer, const KistPublicEntry *item)
{
  g_auto (GStrv) labels = kist_public_entry_dup_labels (item);

  for (char **label = labels; *label; label++)
    {
      g_autofree char *slug = kist_text_to_id (*label);

      kist_xml_writer_start (writer, "category");
      kist_xml_writer_attribute (writer, "domain", "post_tag");
      kist_xml_writer_attribute (writer, "nicename", slug);
      kist_xml_writer_cdata (writer, *label);
      kist_xml_writer_end (writer);
    }
}

static void
write_content (KistXmlWriter *writer, KistEntry *entry)
{
  g_autofree char *html = kist_publish_body_to_html (entry, 2);

  kist_xml_writer_element (writer, "description", "");
  kist_xml_writer_start (writer, "content:encoded");
  kist_xml_writer_cdata (writer, html);
  kist_xml_writer_end (writer);
  kist_xml_writer_start (writer, "excerpt:encoded");
  kist_xml_writer_cdata (writer, "");
  kist_xml_writer_end (writer);
}

/* A draft has no time at which it was published: WordPress itself writes zeros there. */
static void
write_item (KistXmlWriter *writer, const KistPublication *publication, unsigned index)
{
  const KistPublicEntry *item = kist_publication_get_entry (publication, index);
  g_autofree char       *guid = g_strconcat (KIST_PUBLISH_ADDRESS "entry/", kist_entry_get_id (item->entry), NULL);
  g_autofree char       *created = format_utc (kist_entry_get_created (item->entry), "%Y-%m-%d %H:%M:%S");
  g_autofree char       *updated = format_utc (kist_entry_get_updated (item->entry), "%Y-%m-%d %H:%M:%S");
  g_autofree char       *number = g_strdup_printf ("%u", index + 1);

  kist_xml_writer_start (writer, "item");
  kist_xml_writer_element (writer, "title", item->title);
  kist_xml_writer_element (writer, "link", guid);
  kist_xml_writer_element (writer, "dc:creator", "kist");
  kist_xml_writer_start (writer, "guid");
  kist_xml_writer_attribute (writer, "isPermaLink", "false");
  kist_xml_writer_text (writer, guid);
  kist_xml_writer_end (writer);
  write_content (writer, item->entry);
  kist_xml_writer_element (writer, "wp:post_id", number);
  kist_xml_writer_element (writer, "wp:post_date", created);
  kist_xml_writer_element (writer, "wp:post_date_gmt", "0000-00-00 00:00:00");
  kist_xml_writer_element (writer, "wp:post_modified", updated);
  kist_xml_writer_element (writer, "wp:post_modified_gmt", updated);
  kist_xml_writer_element (writer, "wp:comment_status", "closed");
  kist_xml_writer_element (writer, "wp:ping_status", "closed");
  kist_xml_writer_element (writer, "wp:post_name", "");
  kist_xml_writer_element (writer, "wp:status", "draft");
  kist_xml_writer_element (writer, "wp:post_parent", "0");
  kist_xml_writer_element (writer, "wp:menu_order", "0");
  kist_xml_writer_element (writer, "wp:post_type", "post");
  kist_xml_writer_element (writer, "wp:post_password", "");
  kist_xml_writer_element (writer, "wp:is_sticky", "0");
  write_labels (writer, item);
  kist_xml_writer_end (writer);
}

/*
 * kist_publish_wxr:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * Every entry is a draft: nothing is public before somebody makes it so in WordPress. Whose it is WordPress asks when
 * it imports the file.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kist_publish_wxr (const KistPublication *publication, GError **error)
{
  g_autoptr (KistXmlWriter) writer = kist_xml_writer_new (TRUE);

  kist_xml_writer_start (writer, "rss");
  kist_xml_writer_attribute (writer, "version", "2.0");
  for (unsigned i = 0; i < G_N_ELEMENTS (namespaces); i++)
    kist_xml_writer_attribute (writer, namespaces[i].name, namespaces[i].address);
  kist_xml_writer_start (writer, "channel");
  kist_xml_writer_element (writer, "title", publication->title);
  kist_xml_writer_element (writer, "link", KIST_PUBLISH_ADDRESS);
  kist_xml_writer_element (writer, "description", "");
  kist_xml_writer_element (writer, "language", "en-GB");
  kist_xml_writer_element (writer, "wp:wxr_version", "1.2");
  kist_xml_writer_element (writer, "wp:base_site_url", KIST_PUBLISH_ADDRESS);
  kist_xml_writer_element (writer, "wp:base_blog_url", KIST_PUBLISH_ADDRESS);
  for (unsigned i = 0; i < publication->entries->len; i++)
    write_item (writer, publication, i);
  return kist_xml_writer_finish (writer, error);
}
