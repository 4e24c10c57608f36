/* WordPress's WXR 1.0 to 1.2: RSS 2.0 with elements of WordPress's own. */
#include <string.h>

#include "base/kist-error.h"
#include "content/html/kist-html-lexer.h"
#include "kist-blog-formats.h"
#include "kist-wordpress-text.h"

#define EXPORT "http://wordpress.org/export/"
#define CONTENT "http://purl.org/rss/1.0/modules/content/"

/* One item while it is read. */
typedef struct
{
  KistBlogReader *reader;
  KistPost       *post;   /* (owned) */
  char           *type;   /* (owned) (nullable) */
  char           *status; /* (owned) (nullable) */
  char           *html;   /* (owned) (nullable) */
  unsigned        html_line;
} Item;

static char *
dup_plain (KistBlogXml *xml)
{
  g_autofree char *text = kist_blog_xml_dup_text (xml);

  return g_strstrip (kist_html_decode (text, strlen (text)));
}

/* The local time only where the other is not there, as of a draft; what zone that was the file does not say. */
static void
set_time (gint64 *time, KistBlogXml *xml, gboolean is_sure)
{
  g_autofree char *text = kist_blog_xml_dup_text (xml);
  gint64           value = kist_blog_date_parse (text);

  if (value && (is_sure || !*time))
    *time = value;
}

static void
read_own (Item *self, KistBlogXml *xml)
{
  g_autofree char *name = g_strdup (kist_blog_xml_get_name (xml));

  if (g_str_equal (name, "post_type") && !self->type)
    self->type = dup_plain (xml);
  else if (g_str_equal (name, "status") && !self->status)
    self->status = dup_plain (xml);
  else if (g_str_equal (name, "post_date") || g_str_equal (name, "post_date_gmt"))
    set_time (&self->post->created, xml, g_str_has_suffix (name, "_gmt"));
  else if (g_str_equal (name, "post_modified") || g_str_equal (name, "post_modified_gmt"))
    set_time (&self->post->updated, xml, g_str_has_suffix (name, "_gmt"));
  else if (g_str_equal (name, "comment"))
    kist_blog_reader_leave_out (self->reader, KIST_LEFT_OUT_COMMENT);
}

static void
read_child (Item *self, KistBlogXml *xml)
{
  if (kist_blog_xml_is (xml, CONTENT, "encoded"))
    {
      self->html_line = kist_blog_xml_get_line (xml);
      g_free (self->html);
      self->html = kist_blog_xml_dup_text (xml);
    }
  else if (g_str_has_prefix (kist_blog_xml_get_namespace (xml), EXPORT))
    read_own (self, xml);
  else if (kist_blog_xml_is (xml, "", "title"))
    {
      g_autofree char *title = dup_plain (xml);

      kist_blog_reader_set_title (self->reader, self->post, title);
    }
  else if (kist_blog_xml_is (xml, "", "link") && !self->post->address)
    self->post->address = dup_plain (xml);
  else if (kist_blog_xml_is (xml, "", "guid") && !self->post->origin)
    self->post->origin = dup_plain (xml);
  else if (kist_blog_xml_is (xml, "", "category"))
    {
      g_autofree char *domain = kist_blog_xml_dup_attribute (xml, "domain");
      g_autofree char *label = dup_plain (xml);

      /* WordPress's own for a post nobody sorted, and what kind of post it is. */
      if (!g_str_equal (label, "Uncategorized") && !g_str_equal (label, "Uncategorised") &&
          (!domain || g_str_equal (domain, "category") || g_str_equal (domain, "post_tag") ||
           g_str_equal (domain, "tag")))
        kist_blog_reader_add_label (self->reader, self->post, label);
    }
}

static gboolean
keep (Item *self, GError **error)
{
  g_autoptr (KistPost) post = g_steal_pointer (&self->post);
  g_autofree char *html = NULL;
  gboolean         has_shortcode = FALSE;

  post->is_draft = self->status && !g_str_equal (self->status, "publish");
  post->published = post->is_draft ? 0 : post->created;
  if (self->html)
    html = kist_wordpress_text_to_html (self->html, &has_shortcode);
  if (has_shortcode)
    kist_blog_reader_add_change (post, "Commands of WordPress in square brackets are left out.");
  if (!html || kist_blog_reader_set_html (self->reader, post, html, self->html_line))
    return kist_blog_reader_take (self->reader, g_steal_pointer (&post), error);
  kist_blog_reader_refuse (self->reader, post->line, post->title, "This post is longer than a text may be.");
  return TRUE;
}

static gboolean
settle (Item *self, GError **error)
{
  const char *type = self->type ? self->type : "";

  if (g_str_equal (type, "page"))
    kist_blog_reader_leave_out (self->reader, KIST_LEFT_OUT_PAGE);
  else if (g_str_equal (type, "attachment"))
    kist_blog_reader_leave_out (self->reader, KIST_LEFT_OUT_ATTACHMENT);
  else if (!g_str_equal (type, "post"))
    kist_blog_reader_leave_out (self->reader, KIST_LEFT_OUT_OTHER);
  else if (g_strcmp0 (self->status, "trash") == 0)
    kist_blog_reader_leave_out (self->reader, KIST_LEFT_OUT_TRASHED);
  else
    return keep (self, error);
  return TRUE;
}

static gboolean
read_item (KistBlogReader *reader, KistBlogXml *xml, const char *blog, GError **error)
{
  Item     self = { .reader = reader, .post = kist_post_new (reader->file, kist_blog_xml_get_line (xml)) };
  int      depth = kist_blog_xml_enter (xml);
  gboolean is_good;

  self.post->blog = g_strdup (blog);
  while (kist_blog_xml_next_child (xml, depth))
    read_child (&self, xml);
  is_good = settle (&self, error);
  kist_post_free (self.post);
  g_free (self.type);
  g_free (self.status);
  g_free (self.html);
  return is_good;
}

static gboolean
read_channel (KistBlogReader *reader, KistBlogXml *xml, GError **error)
{
  g_autofree char *blog = NULL;
  int              depth = kist_blog_xml_enter (xml);

  while (kist_blog_xml_next_child (xml, depth))
    {
      if (kist_blog_xml_is (xml, EXPORT, "wxr_version"))
        {
          g_autofree char *version = dup_plain (xml);

          if (!g_str_has_prefix (version, "1."))
            kist_report_add (reader->report, reader->file, kist_blog_xml_get_line (xml), KIST_SEVERITY_WARNING, NULL,
                             "This export is of a version that is not known here; look whether every post is there.");
          reader->format = "WordPress";
        }
      else if (kist_blog_xml_is (xml, "", "title") && !blog)
        blog = dup_plain (xml);
      else if (kist_blog_xml_is (xml, "", "item"))
        {
          /* A feed for readers has the newest ten posts, and nothing says which of them are pages. */
          if (!reader->format)
            return kist_blog_reader_fail (reader, KIST_ERROR_INVALID, kist_blog_xml_get_line (xml),
                                          "This is a feed for readers and no export of WordPress", error);
          if (!read_item (reader, xml, blog, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * kist_blog_read_wordpress:
 * @reader: where posts go
 * @xml: a walk that stands on the outermost element
 * @error: return location
 *
 * Reads an export of WordPress. Pages are left out as Blogger's are: "About me" is no post. What was private, or was to
 * be published later, counts as a draft, for nobody has read it.
 *
 * Returns: %FALSE with #KistError when it is none; faults of the XML are the walk's to tell
 */
gboolean
kist_blog_read_wordpress (KistBlogReader *reader, KistBlogXml *xml, GError **error)
{
  int depth = kist_blog_xml_enter (xml);

  while (kist_blog_xml_next_child (xml, depth))
    if (kist_blog_xml_is (xml, "", "channel") && !read_channel (reader, xml, error))
      return FALSE;
  return TRUE;
}
