#include "content/html/kist-markdown-page.h"
#include "kist-publish-private.h"

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* Where the pictures of a page are: in it, or in files beside it. */
typedef struct
{
  const KistPublication *publication;
  gboolean               is_site;
} Pictures;

static char *
find_picture_cb (const char *target, gpointer data)
{
  const Pictures *self = data;
  KistImage      *image = kist_publication_find_image (self->publication, target);

  if (!image)
    return NULL;
  return self->is_site ? kist_publication_dup_image_name (image) : kist_image_dup_data_uri (image);
}

/* The policy allows the style and, where there are any, the pictures, so that even a fault in this file could fetch and
 * run nothing. */
static void
append_head (GString *out, const char *title, const Pictures *pictures)
{
  const KistPublication *publication = pictures->publication;
  const char            *places = pictures->is_site ? "'self' file:" : "data:";
  gboolean               has_pictures = g_hash_table_size (publication->images) > 0;
  g_autofree char       *policy = kist_publish_theme_dup_policy (has_pictures ? places : NULL);
  g_autofree char       *style = kist_publish_theme_dup_style (publication->theme);

  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
  g_string_append_printf (out, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy);
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n"
                        "<meta name=\"generator\" content=\"Kist\">\n<title>");
  append_escaped (out, title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
}

static void
append_fact (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, "<dt>%s</dt><dd>", name);
  append_escaped (out, value);
  g_string_append (out, "</dd>\n");
}

static void
append_day (GString *out, const char *name, const KistPublication *publication, gint64 time)
{
  g_autofree char *date = kist_publication_dup_date (publication, time);
  g_autofree char *exact = kist_publication_dup_time (publication, time);

  g_string_append_printf (out, "<dt>%s</dt><dd><time datetime=\"%s\">%s</time></dd>\n", name, exact, date);
}

static void
append_facts (GString *out, const KistPublication *publication, const KistPublicEntry *item)
{
  g_string_append (out, "<dl>\n");
  append_day (out, "Written", publication, kist_entry_get_created (item->entry));
  append_day (out, "Changed", publication, kist_entry_get_updated (item->entry));
  if (item->thing)
    append_fact (out, "For", item->thing);
  if (item->badge && g_strcmp0 (item->badge, item->thing) != 0)
    append_fact (out, "Badge", item->badge);
  if (*item->tags)
    {
      g_autofree char *tags = g_strjoinv (", ", (char **)item->tags);

      append_fact (out, "Tags", tags);
    }
  g_string_append (out, "</dl>\n");
}

/* @level: of its title. */
static void
append_article (GString *out, const Pictures *pictures, unsigned index, unsigned level)
{
  const KistPublication *publication = pictures->publication;
  const KistPublicEntry *item = kist_publication_get_entry (publication, index);

  g_string_append_printf (out, "<article id=\"e%u\">\n<h%u>", index + 1, level);
  append_escaped (out, item->title);
  g_string_append_printf (out, "</h%u>\n", level);
  append_facts (out, publication, item);
  kist_markdown_page_append_with_images (out, kist_entry_get_body (item->entry), level + 1, find_picture_cb,
                                         (gpointer)pictures);
  g_string_append (out, "</article>\n");
}

/* The entries as links: within the page, or to the pages of a site. */
static void
append_contents (GString *out, const KistPublication *publication, gboolean is_site)
{
  g_string_append (out, "<ol>\n");
  for (unsigned i = 0; i < publication->entries->len; i++)
    {
      const KistPublicEntry *item = kist_publication_get_entry (publication, i);
      g_autofree char       *date = kist_publication_dup_date (publication, kist_entry_get_created (item->entry));

      if (is_site)
        g_string_append_printf (out, "<li><a href=\"%s.html\">", item->file);
      else
        g_string_append_printf (out, "<li><a href=\"#e%u\">", i + 1);
      append_escaped (out, item->title);
      g_string_append_printf (out, "</a>, %s</li>\n", date);
    }
  g_string_append (out, "</ol>\n");
}

static void
append_neighbour (GString *out, const KistPublication *publication, unsigned index, const char *what)
{
  const KistPublicEntry *item = kist_publication_get_entry (publication, index);

  g_string_append_printf (out, "<li>%s: <a href=\"%s.html\">", what, item->file);
  append_escaped (out, item->title);
  g_string_append (out, "</a></li>\n");
}

static GBytes *
close_page (GString *out)
{
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free_to_bytes (out);
}

/*
 * kist_publish_html:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * One page that needs nothing from elsewhere; each entry is an article, and several have a list of contents.
 *
 * Returns: (transfer full): the page
 */
GBytes *
kist_publish_html (const KistPublication *publication, GError **error)
{
  const Pictures pictures = { publication, FALSE };
  gboolean       is_single = publication->entries->len == 1;
  GString       *out = g_string_new (NULL);

  append_head (out, is_single ? kist_publication_get_entry (publication, 0)->title : publication->title, &pictures);
  if (!is_single)
    {
      g_string_append (out, "<header>\n<h1>");
      append_escaped (out, publication->title);
      g_string_append (out, "</h1>\n<nav aria-label=\"Contents\">\n");
      append_contents (out, publication, FALSE);
      g_string_append (out, "</nav>\n</header>\n");
    }
  g_string_append (out, "<main>\n");
  for (unsigned i = 0; i < publication->entries->len; i++)
    append_article (out, &pictures, i, is_single ? 1 : 2);
  g_string_append (out, "</main>\n");
  return close_page (out);
}

/*
 * kist_publish_site_index:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * Returns: (transfer full): the page of a site that leads to all others, by relative links, so that it opens from a
 * folder as well as from a server
 */
GBytes *
kist_publish_site_index (const KistPublication *publication, GError **error)
{
  const Pictures pictures = { publication, TRUE };
  GString       *out = g_string_new (NULL);

  append_head (out, publication->title, &pictures);
  g_string_append (out, "<main>\n<h1>");
  append_escaped (out, publication->title);
  g_string_append (out, "</h1>\n");
  append_contents (out, publication, TRUE);
  g_string_append (out, "</main>\n");
  return close_page (out);
}

/*
 * kist_publish_site_page:
 * @publication: what is to be taken out
 * @index: of an entry
 * @error: where to put an error
 *
 * Returns: (transfer full): its page in a site, with a way back and to its neighbours
 */
GBytes *
kist_publish_site_page (const KistPublication *publication, unsigned index, GError **error)
{
  const Pictures pictures = { publication, TRUE };
  GString       *out = g_string_new (NULL);

  append_head (out, kist_publication_get_entry (publication, index)->title, &pictures);
  g_string_append (out, "<nav aria-label=\"Site\"><p><a href=\"index.html\">");
  append_escaped (out, publication->title);
  g_string_append (out, "</a></p></nav>\n<main>\n");
  append_article (out, &pictures, index, 1);
  g_string_append (out, "</main>\n");
  if (publication->entries->len > 1)
    {
      g_string_append (out, "<nav aria-label=\"Other entries\">\n<ul>\n");
      if (index > 0)
        append_neighbour (out, publication, index - 1, "Before");
      if (index + 1 < publication->entries->len)
        append_neighbour (out, publication, index + 1, "Next");
      g_string_append (out, "</ul>\n</nav>\n");
    }
  return close_page (out);
}

/*
 * kist_publish_body_to_html:
 * @entry: an entry
 * @level: of its highest heading, 1 to 6
 *
 * A blog and Mahara take no pictures out of such a file: WordPress strips an address that holds one, and no other leads
 * anywhere. Their words stand in brackets, so that whoever publishes the draft sees where to put them in.
 *
 * Returns: (transfer full): its body as HTML, for a feed or a blog
 */
char *
kist_publish_body_to_html (KistEntry *entry, unsigned level)
{
  GString *out = g_string_new (NULL);

  kist_markdown_page_append (out, kist_entry_get_body (entry), level);
  return g_string_free (out, FALSE);
}
