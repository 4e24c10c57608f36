/* Pictures in every format, each in its own way; where one cannot be had, or is missing, its words stand there. */
#include "publish-fixture.h"

#include <string.h>

#include "../image/image-fixture.h"
#include "image/kist-image-reader.h"

#define WORDS "A <red> door & a \"mat\", 3 °C"

typedef struct
{
  KistImage       *image;
  KistPublication *publication;
} Fixture;

static KistImage *
make_image (const char *type)
{
  g_autoptr (GBytes) bytes = image_fixture_new (40, 30, type);
  KistImage *image = kist_image_read (bytes, NULL, NULL);

  g_assert_nonnull (image);
  return image;
}

/* @data: "jpeg" or "png" */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) images =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)kist_image_unref);
  g_autofree char *body = NULL;

  fixture->image = make_image (data ? data : "jpeg");
  body = g_strdup_printf ("Before.\n\n![" WORDS "](kist:image/%s)\n\nBehind.\n", fixture->image->id);
  fixture->publication = fixture_of ("Mine", body);
  g_hash_table_insert (images, fixture->image->id, kist_image_ref (fixture->image));
  g_assert_cmpuint (kist_publication_set_images (fixture->publication, images), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  kist_publication_free (fixture->publication);
  kist_image_unref (fixture->image);
}

static GPtrArray *
make (const KistPublication *publication, const char *format)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = kist_publish (kist_publish_find_format (format), publication, NULL, &error);

  g_assert_no_error (error);
  return files;
}

static void
assert_has (const char *text, const char *part)
{
  g_test_message ("“%s” in %s", part, text);
  g_assert_nonnull (strstr (text, part));
}

/* Whether one of @files is the picture, under the name that another file has for it. */
static void
assert_has_file (Fixture *fixture, GPtrArray *files, const char *name)
{
  for (unsigned i = 0; i < files->len; i++)
    {
      const KistZipEntry *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->name, name))
        {
          g_assert_true (g_bytes_equal (file->bytes, fixture->image->bytes));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_a_page_holds_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = fixture_make ("html", fixture->publication, 0);

  assert_has (page, "<p><img src=\"data:image/jpeg;base64,/9j/");
  assert_has (page, "\" alt=\"A &lt;red&gt; door &amp; a &quot;mat&quot;, 3 °C\"></p>");
  assert_has (page, "img-src data:;");
}

static void
test_a_site_has_it_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make (fixture->publication, "site");
  g_autofree char *page = fixture_make ("site", fixture->publication, 1);
  g_autofree char *name = kist_publication_dup_image_name (fixture->image);
  g_autofree char *element = g_strdup_printf ("<img src=\"%s\" alt=\"A &lt;red", name);

  assert_has (page, element);
  assert_has (page, "img-src 'self' file:;");
  assert_has_file (fixture, files, name);
}

static void
test_markdown_has_it_beside (Fixture *fixture, gconstpointer data)
{
  const KistPublishFormat *format = kist_publish_find_format ("md");
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = make (fixture->publication, "md");
  g_autofree char *text = fixture_make ("md", fixture->publication, 0);
  g_autofree char *name = kist_publication_dup_image_name (fixture->image);
  g_autofree char *reference = g_strdup_printf ("![" WORDS "](%s)", name);

  assert_has (text, reference);
  assert_has_file (fixture, files, name);
  g_ptr_array_add (entries, kist_publication_get_entry (fixture->publication, 0)->entry);
  g_assert_true (kist_publish_makes_folder (format, entries));
  g_assert_false (kist_publish_makes_folder (kist_publish_find_format ("txt"), entries));
  g_assert_false (kist_publish_makes_folder (kist_publish_find_format ("html"), entries));
}

/* What only looks like the name of a picture stays as it was written. */
static void
test_markdown_changes_nothing_else (Fixture *fixture, gconstpointer data)
{
  static const char unknown[] = "kist:image/abcdefghijklmnopabcdefghijklmnop";
  const char       *id = fixture->image->id;
  g_autofree char  *name = kist_publication_dup_image_name (fixture->image);
  g_autofree char  *before =
      g_strdup_printf ("kist:image/\n`kist:image/%s`, kist:image/%sx, %s, kist:image/kist:image/%s kist:image/%.20s",
                       id, id, unknown, id, id);
  g_autofree char *after = g_strdup_printf ("kist:image/\n`%s`, kist:image/%sx, %s, kist:image/%s kist:image/%.20s\n",
                                            name, id, unknown, name, id);
  g_autoptr (KistPublication) publication = fixture_of ("Mine", before);
  g_autofree char *text = NULL;

  g_assert_cmpuint (kist_publication_set_images (publication, fixture->publication->images), ==, 1);
  text = fixture_make ("md", publication, 0);
  assert_has (text, after);
}

static void
test_a_document_holds_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make (fixture->publication, "odt");
  g_autoptr (GPtrArray) parts = kist_zip_read (((KistZipEntry *)g_ptr_array_index (files, 0))->bytes, NULL);
  g_autofree char *name = kist_publication_dup_image_name (fixture->image);
  g_autofree char *path = g_strconcat ("Pictures/", name, NULL);
  unsigned         n = 0;

  assert_has_file (fixture, parts, path);
  for (unsigned i = 0; i < parts->len; i++)
    {
      const KistZipEntry *part = g_ptr_array_index (parts, i);
      g_autofree char    *text = g_strndup (g_bytes_get_data (part->bytes, NULL), g_bytes_get_size (part->bytes));

      if (g_str_equal (part->name, "content.xml"))
        {
          n++;
          assert_has (text, "<svg:desc>A &lt;red&gt; door &amp; a &quot;mat&quot;, 3 °C</svg:desc>");
          assert_has (text, "svg:width=\"1.06cm\" svg:height=\"0.79cm\"");
          assert_has (text, path);
        }
      if (g_str_equal (part->name, "META-INF/manifest.xml"))
        {
          n++;
          assert_has (text, path);
          assert_has (text, "manifest:media-type=\"image/jpeg\"/>\n</manifest:manifest>");
        }
    }
  g_assert_cmpuint (n, ==, 2);
}

/* A PDF has the JPEG as it is, as a figure whose words a screen reader says. */
static void
test_a_pdf_holds_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = make (fixture->publication, "pdf");
  g_autoptr (GPtrArray) again = make (fixture->publication, "pdf");
  GBytes     *bytes = ((KistZipEntry *)g_ptr_array_index (files, 0))->bytes;
  gsize       length;
  const char *pdf = g_bytes_get_data (bytes, &length);

  g_assert_true (g_bytes_equal (bytes, ((KistZipEntry *)g_ptr_array_index (again, 0))->bytes));
  g_assert_nonnull (memmem (pdf, length, "/S /Figure", 10));
  g_assert_nonnull (memmem (pdf, length, "/Alt <FEFF00410020003C", 22)); /* "A <" */
  if (fixture->image->type == KIST_IMAGE_JPEG)
    g_assert_nonnull (
        memmem (pdf, length, g_bytes_get_data (fixture->image->bytes, NULL), g_bytes_get_size (fixture->image->bytes)));
}

static void
test_json_holds_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = fixture_make ("json", fixture->publication, 0);
  g_autofree char *id = g_strdup_printf ("\"id\" : \"%s\"", fixture->image->id);

  assert_has (text, "\"media-type\" : \"image/jpeg\"");
  assert_has (text, "\"base64\" : \"/9j/");
  assert_has (text, id);
}

/* Blogs and Mahara would strip it: whoever publishes the draft sees where it goes. */
static void
test_drafts_have_its_words (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "wxr", "atom", "leap2a" };

  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = fixture_make (formats[i], fixture->publication, 0);

      assert_has (text, "[Picture: A ");
      g_assert_null (strstr (text, "base64"));
      g_assert_null (strstr (text, "kist:image"));
    }
}

/* As kist-form-text.h has it: a form takes words alone, and these are none of the text's. */
static void
test_plain_text_leaves_it_out (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = fixture_make ("txt", fixture->publication, 0);

  assert_has (text, "Before.\n\nBehind.\n");
}

static void
test_a_missing_one_is_its_words (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "html", "site", "md", "odt", "pdf", "json", "txt" };
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *page = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (kist_publication_set_images (fixture->publication, none), ==, 1);
  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    g_ptr_array_unref (make (fixture->publication, formats[i]));
  page = fixture_make ("html", fixture->publication, 0);
  assert_has (page, "<p>[Picture: A &lt;red&gt; door");
  g_assert_null (strstr (page, "img-src"));
  text = fixture_make ("md", fixture->publication, 0);
  assert_has (text, fixture->image->id);
}

#define ADD(name, data, function) g_test_add ("/publish-pictures/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-page-holds-it", NULL, test_a_page_holds_it);
  ADD ("a-site-has-it-beside", NULL, test_a_site_has_it_beside);
  ADD ("markdown-has-it-beside", NULL, test_markdown_has_it_beside);
  ADD ("markdown-changes-nothing-else", NULL, test_markdown_changes_nothing_else);
  ADD ("a-document-holds-it", NULL, test_a_document_holds_it);
  ADD ("a-pdf-holds-it/jpeg", "jpeg", test_a_pdf_holds_it);
  ADD ("a-pdf-holds-it/png", "png", test_a_pdf_holds_it);
  ADD ("json-holds-it", NULL, test_json_holds_it);
  ADD ("drafts-have-its-words", NULL, test_drafts_have_its_words);
  ADD ("plain-text-leaves-it-out", NULL, test_plain_text_leaves_it_out);
  ADD ("a-missing-one-is-its-words", NULL, test_a_missing_one_is_its_words);
  return g_test_run ();
}
