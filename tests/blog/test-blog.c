/* Blogs of every format, read: what is a post, what is none, and what a post says. The formats are those of domain.md,
 * section 12; what is expected was counted by hand in each sample. */
#include <glib/gstdio.h>
#include <string.h>

#include "archive/kist-zip.h"
#include "base/kist-error.h"
#include "blog/kist-blog.h"

static KistBlog *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "blog", "samples", name, NULL);
  g_autoptr (GError) error = NULL;
  KistBlog *blog = kist_blog_read (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return blog;
}

/* "comment 1, page 1": all that is left out. */
static void
assert_left_out (KistBlog *blog, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (unsigned kind = 0; kind < KIST_LEFT_OUT_N_KINDS; kind++)
    if (kist_blog_count_left_out (blog, kind) > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? ", " : "", kist_left_out_to_string (kind),
                              kist_blog_count_left_out (blog, kind));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_time (gint64 time, const char *expected)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc_usec (time);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d %H:%M:%S");

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_strv (char **strv, const char *expected)
{
  g_autofree char *text = g_strjoinv ("|", strv);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_blogger_as_it_was (void)
{
  g_autoptr (KistBlog) blog = read_sample ("blogger.xml");
  const KistPost *post;

  g_assert_cmpstr (kist_blog_get_format (blog), ==, "Blogger");
  assert_left_out (blog, "comment 1, page 1, template 1, settings 2");
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 3);
  post = kist_blog_get_post (blog, 0);
  g_assert_cmpstr (post->title, ==, "Thing 1: Blogging");
  g_assert_cmpstr (post->body, ==, "Hello.\\\nThis is my first post.");
  post = kist_blog_get_post (blog, 1);
  g_assert_cmpstr (post->title, ==, "SSSC 23 Things Digital Thing 5 - Social Media #1");
  g_assert_cmpstr (post->body, ==,
                   "[A phone on a table](https://example.org/big.jpg)\n\nOur policy says **no friends** from work.\n\n"
                   "I agree, [mostly](https://example.org/policy).");
  assert_strv (post->labels, "SSSC23Digital|boundaries & me");
  assert_time (post->published, "2021-05-04 18:30:00");
  assert_time (post->updated, "2021-05-05 07:00:00");
  g_assert_false (post->is_draft);
  g_assert_cmpstr (post->address, ==, "https://morag.example.org/2021/05/social-media.html");
  g_assert_cmpstr (post->origin, ==, "tag:blogger.com,1999:blog-1001.post-2");
  g_assert_cmpstr (post->blog, ==, "Morag learns");
  g_assert_cmpstr (post->file, ==, "blogger.xml");
  g_assert_cmpuint (post->line, ==, 11);
  assert_strv (post->changes, "Pictures are left out; the words that describe them are kept.|"
                              "The element <script> is left out with all that is in it.");
  post = kist_blog_get_post (blog, 2);
  g_assert_cmpstr (post->title, ==, "Not finished");
  g_assert_true (post->is_draft);
  g_assert_cmpint (post->published, ==, 0);
}

static void
check_takeout (KistBlog *blog)
{
  const KistPost *post;

  g_assert_cmpstr (kist_blog_get_format (blog), ==, "Blogger, by Google Takeout");
  post = kist_blog_get_post (blog, 0);
  g_assert_cmpstr (post->title, ==, "Thing 14 – E-mail & Tom's folders");
  g_assert_cmpstr (post->body, ==, "Four folders.");
  g_assert_cmpstr (post->blog, ==, "Things & me");
  g_assert_cmpstr (post->address, ==, "/2022/02/email.html");
  assert_strv (post->labels, "Thing 14");
  assert_time (post->created, "2022-02-01 08:00:00");
  assert_time (post->published, "2022-02-03 09:15:00");
  g_assert_false (post->is_draft);
  post = kist_blog_get_post (blog, 1);
  g_assert_cmpstr (post->title, ==, "Podcast Possibilities");
  g_assert_true (post->is_draft);
  g_assert_cmpint (post->published, ==, 0);
}

static void
test_blogger_by_takeout (void)
{
  g_autoptr (KistBlog) blog = read_sample ("feed.atom");

  check_takeout (blog);
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 2);
  assert_left_out (blog, "comment 1, page 1, trashed 1, empty 1");
}

static void
add_entry (GPtrArray *entries, const char *name, const char *sample)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "blog", "samples", sample, NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  g_ptr_array_add (entries, kist_zip_entry_new (name, bytes));
}

static KistBlog *
read_zip (GPtrArray *entries, GError **error)
{
  g_autoptr (GBytes) zip = kist_zip_write (entries, NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "takeout.zip", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (zip, NULL), (gssize)g_bytes_get_size (zip), NULL));
  return kist_blog_read (path, NULL, NULL, NULL, error);
}

/* Two blogs, and thousands of files that are none. */
static void
test_takeout_in_its_zip (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autoptr (KistBlog) blog = NULL;
  g_autoptr (GError) error = NULL;

  add_entry (entries, "Takeout/Blogger/Blogs/Mine/feed.atom", "feed.atom");
  add_entry (entries, "Takeout/Blogger/Blogs/Mine/theme-layouts.xml", "notes.xml");
  add_entry (entries, "Takeout/Blogger/Blogs/Second/feed.atom", "blogger.xml");
  for (unsigned i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Takeout/Blogger/Albums/Mine/%u.jpg.json", i);

      add_entry (entries, name, "notes.xml");
    }
  blog = read_zip (entries, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 5);
  assert_left_out (blog, "comment 2, page 2, template 1, settings 2, trashed 1, empty 1");
  g_assert_cmpstr (kist_blog_get_post (blog, 4)->file, ==, "Takeout/Blogger/Blogs/Mine/feed.atom");
  g_assert_cmpstr (kist_blog_get_post (blog, 0)->file, ==, "Takeout/Blogger/Blogs/Second/feed.atom");
}

static void
test_zip_of_wordpress (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  g_autoptr (KistBlog) blog = NULL;
  g_autoptr (GError) error = NULL;

  add_entry (entries, "isla.wordpress.2021-01-01.xml", "wordpress.xml");
  blog = read_zip (entries, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 2);
  add_entry (others, "letters.txt", "notes.xml");
  g_assert_null (read_zip (others, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND);
}

static void
test_wordpress (void)
{
  g_autoptr (KistBlog) blog = read_sample ("wordpress.xml");
  const KistPost *post = kist_blog_get_post (blog, 0);

  g_assert_cmpstr (kist_blog_get_format (blog), ==, "WordPress");
  assert_left_out (blog, "comment 2, page 1, trashed 1, attachment 1, other 1");
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 2);
  g_assert_cmpstr (post->title, ==, "Thing 8 – Facebook");
  g_assert_cmpstr (post->body, ==,
                   "I left it in 2018.\\\nAnd I do not miss it.\n\n"
                   "**Why?** My manager asked. A gate The gate Ask me \\[sic\\] again.");
  g_assert_cmpstr (post->blog, ==, "Isla's notes");
  g_assert_cmpstr (post->origin, ==, "https://isla.example.org/?p=8");
  assert_strv (post->labels, "SSSC23Digital|Learning & work");
  assert_time (post->published, "2020-06-02 18:00:00");
  assert_time (post->updated, "2020-06-03 07:00:00");
  g_assert_false (post->is_draft);
  assert_strv (post->changes, "Commands of WordPress in square brackets are left out.|"
                              "Pictures are left out; the words that describe them are kept.");
  post = kist_blog_get_post (blog, 1);
  g_assert_cmpstr (post->body, ==, "Later.");
  g_assert_true (post->is_draft);
  assert_time (post->created, "2020-07-01 10:00:00");
}

static void
test_markdown_folder (void)
{
  g_autoptr (KistBlog) blog = read_sample ("folder");
  const KistPost    *post = kist_blog_get_post (blog, 0);
  const KistFinding *finding = kist_report_get_finding (kist_blog_get_report (blog), 0);

  g_assert_cmpstr (kist_blog_get_format (blog), ==, "Markdown");
  g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 3);
  assert_left_out (blog, "unreadable 1");
  g_assert_cmpstr (finding->file, ==, "broken.md");
  g_assert_cmpuint (finding->line, ==, 2);
  g_assert_cmpstr (post->title, ==, "Thing 2: Open Badges");
  g_assert_cmpstr (post->body, ==, "A badge holds **criteria**.");
  assert_strv (post->labels, "SSSC23Digital|badges");
  assert_time (post->published, "2021-02-03 09:00:00");
  assert_time (post->updated, "2021-02-04 00:00:00");
  post = kist_blog_get_post (blog, 1);
  g_assert_cmpstr (post->title, ==, "What they know of me");
  g_assert_cmpstr (post->body, ==, "I searched for myself.");
  g_assert_cmpstr (post->file, ==, "2021/2021-04-05-digital-footprint.md");
  assert_time (post->published, "2021-04-05 00:00:00");
  post = kist_blog_get_post (blog, 2);
  assert_strv (post->labels, "work|apps");
  assert_strv (post->changes, "Pictures on the web are not shown.");
  assert_time (post->created, "2021-04-06 00:00:00");
  g_assert_true (post->is_draft);
}

/* The older exports differ in the number in their namespace, and say no more than the newest. */
static void
test_wordpress_of_older_versions (void)
{
  static const char *const versions[] = { "1.0", "1.1" };
  g_autofree char         *path = g_test_build_filename (G_TEST_DIST, "blog", "samples", "wordpress.xml", NULL);
  g_autofree char         *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (unsigned i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, "1.2", -1);
      char *old = g_strjoinv (versions[i], parts);
      g_autoptr (GBytes) bytes = g_bytes_new_take (old, strlen (old));
      g_autoptr (KistBlog) blog = kist_blog_read_bytes (bytes, "old.xml", NULL, NULL);

      g_assert_cmpuint (kist_blog_get_n_posts (blog), ==, 2);
      assert_left_out (blog, "comment 2, page 1, trashed 1, attachment 1, other 1");
      g_assert_cmpuint (kist_report_get_n_findings (kist_blog_get_report (blog)), ==, 0);
    }
}

static void
write_and_fail (const char *text, int code, const char *says)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "a.zip", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_null (kist_blog_read (path, NULL, NULL, NULL, &error));
  g_assert_error (error, KIST_ERROR, code);
  g_assert_cmpstr (error->message, ==, says);
}

static void
test_what_is_damaged_in_a_zip_says_where (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  static const char text[] = "<feed xmlns='http://www.w3.org/2005/Atom'>\n<entry>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (entries, kist_zip_entry_new ("Takeout/Blogger/Blogs/Mine/feed.atom", bytes));
  g_assert_null (read_zip (entries, &error));
  g_assert_error (error, KIST_ERROR, KIST_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "“Takeout/Blogger/Blogs/Mine/feed.atom”, line 2: Here it ends, in the middle; export or download it "
                   "again.");
  write_and_fail ("PK\003\004 and nothing that a zip has", KIST_ERROR_CORRUPT,
                  "This is no zip file, or it is damaged or cut off.");
}

static void
test_front_matter_of_hugo (void)
{
  static const char text[] = "+++\ntitle = 'Twitter'\n+++\nI left.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (KistBlog) blog = kist_blog_read_bytes (bytes, "leaving-twitter.md", NULL, NULL);

  g_assert_cmpstr (kist_blog_get_post (blog, 0)->title, ==, "leaving twitter");
  g_assert_cmpstr (kist_blog_get_post (blog, 0)->body, ==, "I left.");
  g_assert_cmpuint (g_strv_length (kist_blog_get_post (blog, 0)->changes), ==, 1);
}

typedef struct
{
  unsigned n_calls;
  guint64  last;
  gboolean is_whole;
} Told;

static void
progress_cb (guint64 done, guint64 total, unsigned n_posts, gpointer data)
{
  Told *told = data;

  g_assert_cmpuint (done, >, told->last);
  g_assert_cmpuint (done, <=, total);
  told->n_calls++;
  told->last = done;
  told->is_whole = done == total && n_posts == 3;
}

static void
test_tells_how_far_it_is (void)
{
  static const char *const names[] = { "blogger.xml", "folder" };

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "blog", "samples", names[i], NULL);
      Told             told = { 0 };
      g_autoptr (KistBlog) blog = kist_blog_read (path, progress_cb, &told, NULL, NULL);

      g_assert_nonnull (blog);
      g_assert_true (told.is_whole);
      g_assert_cmpuint (told.n_calls, <=, 101);
    }
}

static void
test_stops_when_told (void)
{
  static const char *const names[] = { "blogger.xml", "folder" };

  for (unsigned i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "blog", "samples", names[i], NULL);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_cancellable_cancel (cancellable);
      g_assert_null (kist_blog_read (path, NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/blog/blogger-as-it-was", test_blogger_as_it_was);
  g_test_add_func ("/blog/blogger-by-takeout", test_blogger_by_takeout);
  g_test_add_func ("/blog/takeout-in-its-zip", test_takeout_in_its_zip);
  g_test_add_func ("/blog/zip-of-wordpress", test_zip_of_wordpress);
  g_test_add_func ("/blog/wordpress", test_wordpress);
  g_test_add_func ("/blog/wordpress-of-older-versions", test_wordpress_of_older_versions);
  g_test_add_func ("/blog/what-is-damaged-in-a-zip-says-where", test_what_is_damaged_in_a_zip_says_where);
  g_test_add_func ("/blog/markdown-folder", test_markdown_folder);
  g_test_add_func ("/blog/front-matter-of-hugo", test_front_matter_of_hugo);
  g_test_add_func ("/blog/tells-how-far-it-is", test_tells_how_far_it_is);
  g_test_add_func ("/blog/stops-when-told", test_stops_when_told);
  return g_test_run ();
}
