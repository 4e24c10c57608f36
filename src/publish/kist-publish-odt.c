#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-date.h"
#include "kist-odt-body.h"
#include "kist-publish-private.h"
#include "kist-publish-resource.h"

/* OpenDocument 1.2 (ISO/IEC 26300-1:2015): a package of four files. */
#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static void
start_document (KistXmlWriter *writer, const char *name)
{
  kist_xml_writer_start (writer, name);
  kist_xml_writer_attribute (writer, "xmlns:office", OASIS "office:1.0");
  kist_xml_writer_attribute (writer, "xmlns:text", OASIS "text:1.0");
  kist_xml_writer_attribute (writer, "xmlns:table", OASIS "table:1.0");
  kist_xml_writer_attribute (writer, "xmlns:draw", OASIS "drawing:1.0");
  kist_xml_writer_attribute (writer, "xmlns:svg", OASIS "svg-compatible:1.0");
  kist_xml_writer_attribute (writer, "xmlns:meta", OASIS "meta:1.0");
  kist_xml_writer_attribute (writer, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  kist_xml_writer_attribute (writer, "xmlns:xlink", "http://www.w3.org/1999/xlink");
  kist_xml_writer_attribute (writer, "office:version", "1.2");
}

static void
write_paragraph (KistXmlWriter *writer, const char *style, const char *text)
{
  kist_xml_writer_start (writer, "text:p");
  kist_xml_writer_attribute (writer, "text:style-name", style);
  kist_xml_writer_text (writer, text);
  kist_xml_writer_end (writer);
}

static void
write_entry (KistXmlWriter *writer, const KistPublication *publication, const KistPublicEntry *item)
{
  g_autofree char *created = kist_publication_dup_date (publication, kist_entry_get_created (item->entry));
  g_auto (GStrv) labels = kist_public_entry_dup_labels (item);
  g_autofree char *names = g_strjoinv (" · ", labels);
  g_autofree char *facts = *names ? g_strdup_printf ("%s · %s", created, names) : g_strdup (created);

  kist_xml_writer_start (writer, "text:h");
  kist_xml_writer_attribute (writer, "text:style-name", "Heading_20_1");
  kist_xml_writer_attribute (writer, "text:outline-level", "1");
  kist_xml_writer_text (writer, item->title);
  kist_xml_writer_end (writer);
  write_paragraph (writer, "Facts", facts);
  kist_odt_body_write (writer, publication, kist_entry_get_body (item->entry), 2);
}

static GBytes *
make_content (const KistPublication *publication, GError **error)
{
  g_autoptr (KistXmlWriter) writer = kist_xml_writer_new (FALSE);

  start_document (writer, "office:document-content");
  kist_xml_writer_start (writer, "office:body");
  kist_xml_writer_start (writer, "office:text");
  if (publication->entries->len != 1)
    write_paragraph (writer, "Title", publication->title);
  for (unsigned i = 0; i < publication->entries->len; i++)
    write_entry (writer, publication, kist_publication_get_entry (publication, i));
  return kist_xml_writer_finish (writer, error);
}

/* Each tag once, as the document's keywords. */
static void
write_keywords (KistXmlWriter *writer, const KistPublication *publication)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < publication->entries->len; i++)
    for (const char *const *tag = kist_publication_get_entry (publication, i)->tags; *tag; tag++)
      if (g_hash_table_add (seen, (gpointer)*tag))
        kist_xml_writer_element (writer, "meta:keyword", *tag);
}

static GBytes *
make_meta (const KistPublication *publication, GError **error)
{
  g_autoptr (KistXmlWriter) writer = kist_xml_writer_new (TRUE);
  g_autoptr (GDateTime) date = kist_date_new_utc (kist_publication_get_updated (publication));
  g_autofree char *updated = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
  gboolean         is_single = publication->entries->len == 1;

  start_document (writer, "office:document-meta");
  kist_xml_writer_start (writer, "office:meta");
  kist_xml_writer_element (writer, "meta:generator", "Kist");
  kist_xml_writer_element (writer, "dc:title",
                           is_single ? kist_publication_get_entry (publication, 0)->title : publication->title);
  kist_xml_writer_element (writer, "dc:language", "en-GB");
  write_keywords (writer, publication);
  kist_xml_writer_element (writer, "dc:date", updated);
  return kist_xml_writer_finish (writer, error);
}

/* Takes @bytes. */
static void
add (GPtrArray *files, const char *name, GBytes *bytes)
{
  g_autoptr (GBytes) taken = bytes;

  if (taken)
    g_ptr_array_add (files, kist_zip_entry_new (name, taken));
}

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strconcat ("/scot/kist/publish/", name, NULL);

  return g_resource_lookup_data (kist_publish_get_resource (), path, 0, NULL);
}

/* The list of the package's files, to which it adds the pictures, and these themselves. */
static void
add_pictures (GPtrArray *files, const KistPublication *publication)
{
  static const char end[] = "</manifest:manifest>";
  g_autoptr (GBytes) plain = load ("odt-manifest.xml");
  g_autofree char *manifest = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (publication->images), (GCompareFunc)strcmp);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (manifest);

  for (GList *l = ids; l; l = l->next)
    {
      const KistImage *image = g_hash_table_lookup (publication->images, l->data);
      g_autofree char *name = kist_publication_dup_image_name (image);
      g_autofree char *path = g_strconcat (KIST_ODT_PICTURES, name, NULL);

      g_string_append_printf (lines, "  <manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n",
                              path, kist_image_type_get_media (image->type));
      add (files, path, g_bytes_ref (image->bytes));
    }
  g_string_append (lines, end);
  g_string_replace (all, end, lines->str, 1);
  add (files, "META-INF/manifest.xml", g_string_free_to_bytes (g_steal_pointer (&all)));
}

/*
 * kist_publish_odt:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * One document with a heading of the first level for each entry; LibreOffice and Word open it.
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
kist_publish_odt (const KistPublication *publication, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  GBytes *content = make_content (publication, error);
  GBytes *meta = content ? make_meta (publication, error) : NULL;

  add (files, "content.xml", content);
  add (files, "meta.xml", meta);
  if (!content || !meta)
    return NULL;
  add (files, "styles.xml", load ("odt-styles.xml"));
  add_pictures (files, publication);
  return kist_zip_write_package (files, MEDIA_TYPE, error);
}
