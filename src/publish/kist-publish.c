#include "kist-publish.h"

#include "base/kist-error.h"
#include "kist-publish-private.h"

typedef GBytes *(*MakeOne) (const KistPublication *publication, GError **error);
typedef GBytes *(*MakeSlowly) (const KistPublication *publication, KistPublishProgress *progress, GError **error);
typedef GBytes *(*MakeEach) (const KistPublication *publication, const KistPublicEntry *item, GError **error);

/* Every format; the site, which is made of pages, has none of the functions. */
static const struct
{
  KistPublishFormat format;
  MakeOne           make_one;
  MakeEach          make_each;
  MakeSlowly        make_slowly;
  gboolean          has_pictures; /* in files of their own */
} formats[] = {
  { { "md", "md", "Markdown", KIST_PUBLISH_EACH }, NULL, kist_publish_markdown, NULL, TRUE },
  { { "txt", "txt", "Plain text", KIST_PUBLISH_EACH }, NULL, kist_publish_text },
  { { "html", "html", "Web page", KIST_PUBLISH_ONE }, kist_publish_html, NULL },
  { { "site", "html", "Website", KIST_PUBLISH_FOLDER }, NULL, NULL, NULL, TRUE },
  { { "pdf", "pdf", "PDF", KIST_PUBLISH_ONE }, NULL, NULL, kist_publish_pdf },
  { { "odt", "odt", "OpenDocument text", KIST_PUBLISH_ONE }, kist_publish_odt, NULL },
  { { "wxr", "xml", "WordPress drafts", KIST_PUBLISH_ONE }, kist_publish_wxr, NULL },
  { { "atom", "xml", "Blogger drafts", KIST_PUBLISH_ONE }, kist_publish_atom, NULL },
  { { "leap2a", "xml", "Mahara drafts (Leap2A)", KIST_PUBLISH_ONE }, kist_publish_leap2a, NULL },
  { { "json", "json", "JSON", KIST_PUBLISH_ONE }, kist_publish_json, NULL },
  { { "xapi", "json", "xAPI statements", KIST_PUBLISH_ONE }, kist_publish_xapi, NULL },
};

/* Takes @bytes and @name. */
static gboolean
add_file (GPtrArray *files, char *name, GBytes *bytes)
{
  g_autofree char *taken_name = name;
  g_autoptr (GBytes) taken = bytes;

  if (!taken)
    return FALSE;
  g_ptr_array_add (files, kist_zip_entry_new (taken_name, taken));
  return TRUE;
}

/* Whether to go on to the next entry. */
static gboolean
go_on (KistPublishProgress *progress, GError **error)
{
  if (!progress)
    return TRUE;
  g_atomic_int_inc (&progress->n_done);
  return !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
}

static int
compare_images (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(KistImage *const *)a)->id, (*(KistImage *const *)b)->id);
}

/* For what names them by their files; in an order that is always the same. */
static void
add_pictures (GPtrArray *files, const KistPublication *publication)
{
  g_autoptr (GPtrArray) images = g_hash_table_get_values_as_ptr_array (publication->images);

  g_ptr_array_sort (images, compare_images);
  for (unsigned i = 0; i < images->len; i++)
    {
      const KistImage *image = g_ptr_array_index (images, i);

      add_file (files, kist_publication_dup_image_name (image), g_bytes_ref (image->bytes));
    }
}

static gboolean
add_site (GPtrArray *files, const KistPublication *publication, KistPublishProgress *progress, GError **error)
{
  if (!add_file (files, g_strdup ("index.html"), kist_publish_site_index (publication, error)))
    return FALSE;
  for (unsigned i = 0; i < publication->entries->len; i++)
    {
      const char *file = kist_publication_get_entry (publication, i)->file;

      if (!add_file (files, g_strdup_printf ("%s.html", file), kist_publish_site_page (publication, i, error)) ||
          !go_on (progress, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_each (GPtrArray             *files,
          MakeEach               make,
          const char            *extension,
          const KistPublication *publication,
          KistPublishProgress   *progress,
          GError               **error)
{
  for (unsigned i = 0; i < publication->entries->len; i++)
    {
      const KistPublicEntry *item = kist_publication_get_entry (publication, i);

      if (!add_file (files, g_strdup_printf ("%s.%s", item->file, extension), make (publication, item, error)) ||
          !go_on (progress, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kist_publish_get_n_formats:
 *
 * Returns: how many formats there are
 */
unsigned
kist_publish_get_n_formats (void)
{
  return G_N_ELEMENTS (formats);
}

/**
 * kist_publish_get_format:
 * @index: from 0
 *
 * Returns: (transfer none): a format, which lives as long as the program
 */
const KistPublishFormat *
kist_publish_get_format (unsigned index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (formats), NULL);

  return &formats[index].format;
}

/**
 * kist_publish_find_format:
 * @id: an id, perhaps of no format
 *
 * Returns: (transfer none) (nullable): the format
 */
const KistPublishFormat *
kist_publish_find_format (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].format.id, id))
      return &formats[i].format;
  return NULL;
}

/**
 * kist_publish_makes_folder:
 * @format: one of the table
 * @entries: (element-type KistEntry): what is to leave
 *
 * Returns: whether a folder of files comes of it, and not one file
 */
gboolean
kist_publish_makes_folder (const KistPublishFormat *format, GPtrArray *entries)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (format != NULL && entries != NULL, FALSE);

  if (format->shape != KIST_PUBLISH_EACH || entries->len != 1)
    return format->shape != KIST_PUBLISH_ONE;
  ids = kist_publication_list_images (entries);
  return ids->len > 0 && g_str_equal (format->id, "md");
}

/**
 * kist_publish:
 * @format: one of the table
 * @publication: what is to be taken out
 * @progress: (nullable): tells how far it is, and stops it
 * @error: where to put an error: %KIST_ERROR_NOT_FOUND when there is nothing in @publication, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type KistZipEntry): the files with their names
 */
GPtrArray *
kist_publish (const KistPublishFormat *format,
              const KistPublication   *publication,
              KistPublishProgress     *progress,
              GError                 **error)
{
  g_autoptr (GPtrArray) files = NULL;
  gboolean is_good;
  unsigned index = 0;

  g_return_val_if_fail (format != NULL && publication != NULL, NULL);

  while (index < G_N_ELEMENTS (formats) && &formats[index].format != format)
    index++;
  g_return_val_if_fail (index < G_N_ELEMENTS (formats), NULL);

  if (publication->entries->len == 0 && publication->events->len == 0)
    {
      g_set_error_literal (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "There is nothing to export yet.");
      return NULL;
    }
  files = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_zip_entry_free);
  if (formats[index].make_one)
    is_good = add_file (files, g_strdup_printf ("journal.%s", format->extension),
                        formats[index].make_one (publication, error));
  else if (formats[index].make_slowly)
    is_good = add_file (files, g_strdup_printf ("journal.%s", format->extension),
                        formats[index].make_slowly (publication, progress, error));
  else if (formats[index].make_each)
    is_good = add_each (files, formats[index].make_each, format->extension, publication, progress, error);
  else
    is_good = add_site (files, publication, progress, error);
  if (is_good && formats[index].has_pictures)
    add_pictures (files, publication);
  if (is_good && progress)
    is_good = !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
  return is_good ? g_steal_pointer (&files) : NULL;
}
