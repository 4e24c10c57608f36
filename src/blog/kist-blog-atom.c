/* Blogger's two exports, both Atom. The old one says in a category what an entry is, Google Takeout's in an element of
 * Blogger's own; either may stand in either, so each entry is asked for both. */
#include <string.h>

#include "base/kist-error.h"
#include "content/html/kist-html-lexer.h"
#include "kist-blog-formats.h"

#define ATOM "http://www.w3.org/2005/Atom"
#define BLOGGER "http://schemas.google.com/blogger/2018"
#define KIND_SCHEME "http://schemas.google.com/g/2005#kind"

typedef enum
{
  KIND_UNSAID,
  KIND_POST,
  KIND_LEFT_OUT,
} Kind;

/* One entry while it is read. */
typedef struct
{
  KistBlogReader *reader;
  KistPost       *post; /* (owned) */
  Kind            kind;
  KistLeftOut     left_out; /* of %KIND_LEFT_OUT */
  gboolean        is_takeout;
  gboolean        is_trashed;
  char           *html; /* (owned) (nullable) */
  unsigned        html_line;
} Entry;

static void
set_kind (Entry *self, const char *word)
{
  const struct
  {
    const char *word;
    KistLeftOut kind;
  } kinds[] = {
    { "comment", KIST_LEFT_OUT_COMMENT },
    { "page", KIST_LEFT_OUT_PAGE },
    { "template", KIST_LEFT_OUT_TEMPLATE },
    { "settings", KIST_LEFT_OUT_SETTINGS },
  };

  self->kind = g_ascii_strcasecmp (word, "post") == 0 ? KIND_POST : KIND_LEFT_OUT;
  self->left_out = KIST_LEFT_OUT_OTHER;
  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (word, kinds[i].word) == 0)
      self->left_out = kinds[i].kind;
}

static void
read_category (Entry *self, KistBlogXml *xml)
{
  g_autofree char *scheme = kist_blog_xml_dup_attribute (xml, "scheme");
  g_autofree char *term = kist_blog_xml_dup_attribute (xml, "term");
  const char      *mark = term ? strchr (term, '#') : NULL;

  if (scheme && g_str_equal (scheme, KIND_SCHEME))
    set_kind (self, mark ? mark + 1 : "");
  else if (term)
    kist_blog_reader_add_label (self->reader, self->post, term);
}

static void
read_link (Entry *self, KistBlogXml *xml)
{
  g_autofree char *rel = kist_blog_xml_dup_attribute (xml, "rel");
  g_autofree char *address = kist_blog_xml_dup_attribute (xml, "href");

  if (address && (!rel || g_str_equal (rel, "alternate")))
    g_set_str (&self->post->address, address);
}

static void
read_control (Entry *self, KistBlogXml *xml)
{
  int depth = kist_blog_xml_enter (xml);

  while (kist_blog_xml_next_child (xml, depth))
    if (g_str_equal (kist_blog_xml_get_name (xml), "draft"))
      {
        g_autofree char *text = kist_blog_xml_dup_text (xml);

        self->post->is_draft |= g_ascii_strcasecmp (g_strstrip (text), "yes") == 0;
      }
}

/* What Blogger adds of its own. Only what stands directly in the entry: an author has a type too. */
static void
read_own (Entry *self, const char *name, char *text)
{
  g_strstrip (text);
  if (g_str_equal (name, "type"))
    {
      set_kind (self, text);
      self->is_takeout = TRUE;
    }
  else if (g_str_equal (name, "status"))
    {
      self->is_trashed |= strstr (text, "TRASH") != NULL;
      self->post->is_draft |= *text && g_ascii_strcasecmp (text, "LIVE") != 0;
    }
  else if (g_str_equal (name, "created"))
    self->post->created = kist_blog_date_parse (text);
  else if (g_str_equal (name, "filename") && *text && !self->post->address)
    self->post->address = g_strdup (text);
  else if (g_str_equal (name, "trashed"))
    self->is_trashed |= *text && g_ascii_strcasecmp (text, "false") != 0;
}

/* A title is HTML in one line, whatever its type says: "Tom&#39;s". */
static void
set_title (Entry *self, const char *text)
{
  g_autofree char *title = kist_html_decode (text, strlen (text));

  kist_blog_reader_set_title (self->reader, self->post, title);
}

static void
read_text (Entry *self, const char *name, char *text, unsigned line)
{
  if (g_str_equal (name, "title"))
    set_title (self, text);
  else if (g_str_equal (name, "id"))
    g_set_str (&self->post->origin, g_strstrip (text));
  else if (g_str_equal (name, "published"))
    self->post->published = kist_blog_date_parse (text);
  else if (g_str_equal (name, "updated"))
    self->post->updated = kist_blog_date_parse (text);
  else if (g_str_equal (name, "content") || (g_str_equal (name, "summary") && !self->html))
    {
      g_set_str (&self->html, text);
      self->html_line = line;
    }
}

static void
read_child (Entry *self, KistBlogXml *xml)
{
  g_autofree char *name = g_strdup (kist_blog_xml_get_name (xml));
  g_autofree char *text = NULL;
  unsigned         line = kist_blog_xml_get_line (xml);
  gboolean         is_atom = g_str_equal (kist_blog_xml_get_namespace (xml), ATOM);

  if (g_str_equal (kist_blog_xml_get_namespace (xml), BLOGGER))
    {
      text = kist_blog_xml_dup_text (xml);
      read_own (self, name, text);
    }
  else if (g_str_equal (name, "control"))
    read_control (self, xml);
  else if (is_atom && g_str_equal (name, "category"))
    read_category (self, xml);
  else if (is_atom && g_str_equal (name, "link"))
    read_link (self, xml);
  else if (is_atom && !g_str_equal (name, "author") && !g_str_equal (name, "contributor"))
    {
      text = kist_blog_xml_dup_text (xml);
      read_text (self, name, text, line);
    }
}

static gboolean
keep (Entry *self, GError **error)
{
  KistPost *post = g_steal_pointer (&self->post);

  /* Blogger dates a draft as if it had been published. */
  if (!post->created)
    post->created = post->published;
  if (post->is_draft)
    post->published = 0;
  if (!self->html || kist_blog_reader_set_html (self->reader, post, self->html, self->html_line))
    return kist_blog_reader_take (self->reader, post, error);
  kist_blog_reader_refuse (self->reader, post->line, post->title, "This post is longer than a text may be.");
  kist_post_free (post);
  return TRUE;
}

static gboolean
read_entry (KistBlogReader *reader, KistBlogXml *xml, const char *blog, GError **error)
{
  Entry    self = { .reader = reader, .post = kist_post_new (reader->file, kist_blog_xml_get_line (xml)) };
  int      depth = kist_blog_xml_enter (xml);
  gboolean is_good = TRUE;

  self.post->blog = g_strdup (blog);
  while (kist_blog_xml_next_child (xml, depth))
    read_child (&self, xml);
  if (self.kind != KIND_UNSAID)
    reader->format = self.is_takeout ? "Blogger, by Google Takeout" : "Blogger";
  if (self.kind != KIND_POST)
    kist_blog_reader_leave_out (reader, self.kind == KIND_LEFT_OUT ? self.left_out : KIST_LEFT_OUT_OTHER);
  else if (self.is_trashed)
    kist_blog_reader_leave_out (reader, KIST_LEFT_OUT_TRASHED);
  else
    is_good = keep (&self, error);
  kist_post_free (self.post);
  g_free (self.html);
  return is_good;
}

/**
 * kist_blog_read_atom:
 * @reader: where posts go
 * @xml: a walk that stands on the outermost element
 * @error: return location
 *
 * Reads an export of Blogger. What is no post, what was thrown away and what does not say what it is, is counted.
 *
 * Returns: %FALSE with #KistError when it is none; faults of the XML are the walk's to tell
 */
gboolean
kist_blog_read_atom (KistBlogReader *reader, KistBlogXml *xml, GError **error)
{
  g_autofree char *blog = NULL;
  unsigned         n_entries = 0;
  int              depth = kist_blog_xml_enter (xml);

  while (kist_blog_xml_next_child (xml, depth))
    {
      if (kist_blog_xml_is (xml, ATOM, "entry") && ++n_entries > 0)
        {
          if (!read_entry (reader, xml, blog, error))
            return FALSE;
        }
      else if (kist_blog_xml_is (xml, ATOM, "title") && !blog)
        {
          g_autofree char *text = kist_blog_xml_dup_text (xml);

          blog = kist_html_decode (text, strlen (text));
          g_strstrip (blog);
        }
    }
  if (n_entries > 0 && !reader->format)
    return kist_blog_reader_fail (reader, KIST_ERROR_INVALID, 0,
                                  "This is a feed that does not say what is a post; export the blog from Blogger, or "
                                  "ask Google Takeout for it",
                                  error);
  if (!reader->format)
    reader->format = "Blogger";
  return TRUE;
}
