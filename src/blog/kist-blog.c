#include "kist-blog.h"

#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-error.h"
#include "base/kist-text.h"
#include "kist-blog-formats.h"

/* As much of a file as says what it is. */
#define HEAD 512

struct _KistBlog
{
  GObject parent_instance;

  const char *format;
  GPtrArray  *posts; /* (element-type KistPost) (owned) */
  unsigned    left_out[KIST_LEFT_OUT_N_KINDS];
  KistReport *report; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistBlog, kist_blog, G_TYPE_OBJECT)

static gboolean
is_feed (const char *name, guint64 size, gpointer data)
{
  return g_str_equal (name, "feed.atom") || g_str_has_suffix (name, "/feed.atom");
}

/* WordPress.com zips its one file; a back-up of everything may have others that are no blog. */
static gboolean
is_xml (const char *name, guint64 size, gpointer data)
{
  return g_str_has_suffix (name, ".xml") && !g_str_has_prefix (name, "__MACOSX/");
}

static gboolean
read_entries (KistBlogReader *reader, GPtrArray *entries, GError **error)
{
  reader->is_part = TRUE;
  for (unsigned i = 0; i < entries->len; i++)
    reader->total += g_bytes_get_size (((KistZipEntry *)g_ptr_array_index (entries, i))->bytes);
  for (unsigned i = 0; i < entries->len; i++)
    {
      const KistZipEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (entry->bytes);

      g_set_str (&reader->file, entry->name);
      if (!kist_blog_read_xml (reader, stream, error))
        return FALSE;
      reader->done += g_bytes_get_size (entry->bytes);
    }
  return TRUE;
}

static gboolean
read_zip (KistBlogReader *reader, const char *path, GError **error)
{
  const KistZipWanted tries[] = { is_feed, is_xml };

  for (unsigned i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr (GPtrArray) entries =
          kist_zip_pick (path, tries[i], NULL, KIST_BLOG_MAX_BYTES, reader->cancellable, error);

      if (!entries || entries->len > 0)
        return entries && read_entries (reader, entries, error);
    }
  return kist_blog_reader_fail (reader, KIST_ERROR_NOT_FOUND, 0,
                                "There is no blog in this zip file: neither a feed.atom of Blogger nor an export of "
                                "WordPress",
                                error);
}

/* What begins with a "<", after a mark and blanks, in whatever encoding. */
static gboolean
is_markup (const char *head, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (head[i] == '<')
      return TRUE;
    else if (!g_ascii_isspace (head[i]) && !strchr ("\xef\xbb\xbf\xff\xfe", head[i]))
      return FALSE;
  return FALSE;
}

static gboolean
read_stream (KistBlogReader *reader, GInputStream *stream, const char *head, gsize length, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize            n;

  if (is_markup (head, length))
    return kist_blog_read_xml (reader, stream, error);
  if (!g_str_has_suffix (reader->file, ".md") && !g_str_has_suffix (reader->file, ".markdown"))
    return kist_blog_reader_fail (reader, KIST_ERROR_INVALID, 0,
                                  "This is no blog that can be read: neither of Blogger nor of WordPress nor Markdown",
                                  error);
  if (reader->total > KIST_TEXT_MAX_BYTES)
    return kist_blog_reader_fail (reader, KIST_ERROR_TOO_LARGE, 0, "This is longer than a post may be", error);
  bytes = g_malloc (reader->total + 1);
  if (!g_input_stream_read_all (stream, bytes, reader->total, &n, reader->cancellable, error))
    return FALSE;
  text = kist_text_normalise (bytes, n, error);
  return text && kist_blog_read_markdown (reader, text, error);
}

static gboolean
read_file (KistBlogReader *reader, GFile *file, GFileInfo *info, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  char  head[HEAD];
  gsize length;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return kist_blog_reader_fail (reader, KIST_ERROR_INVALID, 0, "This is not a file", error);
  stream = g_file_read (file, reader->cancellable, error);
  if (!stream || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD, &length, reader->cancellable, error) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, reader->cancellable, error))
    return FALSE;
  if (length >= 4 && memcmp (head, "PK\003\004", 4) == 0)
    return read_zip (reader, g_file_peek_path (file), error);
  reader->total = (guint64)g_file_info_get_size (info);
  if (reader->total > KIST_BLOG_MAX_BYTES)
    return kist_blog_reader_fail (reader, KIST_ERROR_TOO_LARGE, 0, "It is larger than any blog", error);
  return read_stream (reader, G_INPUT_STREAM (stream), head, length, error);
}

static gboolean
read_path (KistBlogReader *reader, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, reader->cancellable, error);

  if (!info)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return kist_blog_read_folder (reader, path, error);
  return read_file (reader, file, info, error);
}

/* What has no date stands last; the file's order where the dates are the same. */
static int
compare_posts (gconstpointer a, gconstpointer b)
{
  gint64 first = kist_post_get_time (a), second = kist_post_get_time (b);

  first = first ? first : G_MAXINT64;
  second = second ? second : G_MAXINT64;
  return (first > second) - (first < second);
}

static void
begin (KistBlogReader *reader, const char *name)
{
  reader->file = g_filename_display_basename (name);
  reader->posts = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_post_free);
  reader->report = kist_report_new ();
}

/* Ends @reader. Returns: (transfer full) (nullable): what came of it */
static KistBlog *
end (KistBlogReader *reader, gboolean is_read, GError **error)
{
  KistBlog *self = NULL;

  if (is_read && kist_blog_reader_step (reader, reader->total, error))
    {
      self = g_object_new (KIST_TYPE_BLOG, NULL);
      self->format = reader->format ? reader->format : "";
      self->posts = g_ptr_array_ref (reader->posts);
      self->report = g_object_ref (reader->report);
      memcpy (self->left_out, reader->left_out, sizeof self->left_out);
      g_ptr_array_sort_values (self->posts, compare_posts);
    }
  g_free (reader->file);
  g_ptr_array_unref (reader->posts);
  g_object_unref (reader->report);
  return self;
}

static void
kist_blog_finalize (GObject *object)
{
  KistBlog *self = KIST_BLOG (object);

  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_object (&self->report);
  G_OBJECT_CLASS (kist_blog_parent_class)->finalize (object);
}

static void
kist_blog_class_init (KistBlogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_blog_finalize;
}

static void
kist_blog_init (KistBlog *self)
{
}

/**
 * kist_blog_read:
 * @path: a file of any format, or a folder of Markdown
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Reads a blog, or all blogs in a Takeout; the format is found by what is in the file. Blocks; any thread but the main
 * one.
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL with #KistError or #GIOErrorEnum; a #KistError does not
 *   name @path
 */
KistBlog *
kist_blog_read (const char *path, KistBlogProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  KistBlogReader reader = { .progress = progress, .data = data, .cancellable = cancellable };

  g_return_val_if_fail (path != NULL, NULL);

  begin (&reader, path);
  return end (&reader, read_path (&reader, path, error), error);
}

/**
 * kist_blog_read_bytes:
 * @bytes: a whole file, but no zip
 * @name: what it is called; ".md" at its end says that it is Markdown
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Reads what is in memory already; see kist_blog_read().
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL with #KistError or #GIOErrorEnum
 */
KistBlog *
kist_blog_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  KistBlogReader reader = { .cancellable = cancellable };
  g_autoptr (GInputStream) stream = NULL;
  gsize       length;
  const char *head;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  head = g_bytes_get_data (bytes, &length);
  begin (&reader, name);
  reader.total = length;
  stream = g_memory_input_stream_new_from_bytes (bytes);
  return end (&reader, read_stream (&reader, stream, head, MIN (length, HEAD), error), error);
}

/**
 * kist_blog_read_xml:
 * @reader: a reader
 * @stream: the file that is read now, an XML of one of the formats
 * @error: return location
 *
 * Returns: whether all of it could be read; else #KistError or #GIOErrorEnum
 */
gboolean
kist_blog_read_xml (KistBlogReader *reader, GInputStream *stream, GError **error)
{
  g_autoptr (KistBlogXml) xml = kist_blog_xml_new (reader, stream);
  g_autoptr (GError) own_error = NULL;
  gboolean is_good = TRUE;

  if (kist_blog_xml_begin (xml))
    {
      unsigned line = kist_blog_xml_get_line (xml);

      if (kist_blog_xml_is (xml, "http://www.w3.org/2005/Atom", "feed"))
        is_good = kist_blog_read_atom (reader, xml, &own_error);
      else if (kist_blog_xml_is (xml, "", "rss"))
        is_good = kist_blog_read_wordpress (reader, xml, &own_error);
      else
        is_good = kist_blog_reader_fail (reader, KIST_ERROR_INVALID, line,
                                         "This XML is no export of Blogger and none of WordPress", &own_error);
    }
  /* A fault of the XML comes before what follows from it: a feed that breaks off seems to say nothing. */
  if ((is_good || !g_error_matches (own_error, KIST_ERROR, KIST_ERROR_TOO_LARGE)) && !kist_blog_xml_finish (xml, error))
    return FALSE;
  if (!is_good)
    g_propagate_error (error, g_steal_pointer (&own_error));
  return is_good;
}

/**
 * kist_blog_get_format:
 * @self: a blog
 *
 * Returns: (transfer none): where it comes from: "WordPress"
 */
const char *
kist_blog_get_format (KistBlog *self)
{
  g_return_val_if_fail (KIST_IS_BLOG (self), NULL);

  return self->format;
}

/**
 * kist_blog_get_n_posts:
 * @self: a blog
 *
 * Returns: how many posts there are
 */
unsigned
kist_blog_get_n_posts (KistBlog *self)
{
  g_return_val_if_fail (KIST_IS_BLOG (self), 0);

  return self->posts->len;
}

/**
 * kist_blog_get_post:
 * @self: a blog
 * @index: less than kist_blog_get_n_posts()
 *
 * Returns: (transfer none): a post, which lives as long as the blog; the oldest first, what has no date last
 */
const KistPost *
kist_blog_get_post (KistBlog *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_BLOG (self), NULL);
  g_return_val_if_fail (index < self->posts->len, NULL);

  return g_ptr_array_index (self->posts, index);
}

/**
 * kist_blog_count_left_out:
 * @self: a blog
 * @kind: of what
 *
 * Returns: how many of that kind are left out
 */
unsigned
kist_blog_count_left_out (KistBlog *self, KistLeftOut kind)
{
  g_return_val_if_fail (KIST_IS_BLOG (self), 0);
  g_return_val_if_fail (kind < KIST_LEFT_OUT_N_KINDS, 0);

  return self->left_out[kind];
}

/**
 * kist_blog_get_report:
 * @self: a blog
 *
 * Returns: (transfer none): why single posts could not be read, with their places
 */
KistReport *
kist_blog_get_report (KistBlog *self)
{
  g_return_val_if_fail (KIST_IS_BLOG (self), NULL);

  return self->report;
}

/**
 * kist_left_out_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in JSON and in lines of text, untranslated
 */
const char *
kist_left_out_to_string (KistLeftOut kind)
{
  static const char *const words[KIST_LEFT_OUT_N_KINDS] = {
    "comment", "page", "template", "settings", "trashed", "attachment", "empty", "unreadable", "other",
  };

  return words[kind];
}
