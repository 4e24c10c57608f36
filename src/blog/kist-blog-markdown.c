/* Posts that are Markdown files with front matter, as Hugo, Jekyll and their like keep them. */
#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "content/kist-front-matter.h"
#include "kist-blog-date.h"
#include "kist-blog-reader.h"

/* Years, months and languages make folders; nobody has more in each other. */
#define MAX_DEPTH 8

static const char *const titles[] = { "title", NULL };
static const char *const dates[] = { "date", "published", "created", NULL };
static const char *const changes[] = { "updated", "lastmod", "last_modified_at", "modified", NULL };
static const char *const labels[] = { "tags", "labels", "categories", "category", "keywords", NULL };
static const char *const addresses[] = { "permalink", "link", "url", NULL };

static const char *
lookup (const KistYaml *front, const char *const *keys)
{
  for (; front && *keys; keys++)
    {
      const char *text = kist_yaml_lookup_text (front, *keys);

      if (text && *text)
        return text;
    }
  return NULL;
}

/* A list, or words with commas between them. */
static void
read_labels (KistBlogReader *self, KistPost *post, const KistYaml *front)
{
  for (const char *const *key = labels; *key; key++)
    {
      const KistYaml *node = kist_yaml_lookup (front, *key);

      if (node && kist_yaml_get_kind (node) == KIST_YAML_TEXT)
        {
          g_auto (GStrv) words = g_strsplit (kist_yaml_get_text (node), ",", -1);

          for (unsigned i = 0; words[i]; i++)
            kist_blog_reader_add_label (self, post, words[i]);
        }
      for (unsigned i = 0; node && kist_yaml_get_kind (node) == KIST_YAML_LIST && i < kist_yaml_get_length (node); i++)
        if (kist_yaml_get_kind (kist_yaml_get_item (node, i)) == KIST_YAML_TEXT)
          kist_blog_reader_add_label (self, post, kist_yaml_get_text (kist_yaml_get_item (node, i)));
    }
}

static gboolean
says (const KistYaml *front, const char *key, const char *word)
{
  const char *text = kist_yaml_lookup_text (front, key);

  return text && g_ascii_strcasecmp (text, word) == 0;
}

static void
read_front (KistBlogReader *self, KistPost *post, const KistYaml *front)
{
  const char *title = lookup (front, titles);

  if (title)
    kist_blog_reader_set_title (self, post, title);
  post->created = kist_blog_date_parse (lookup (front, dates));
  post->updated = kist_blog_date_parse (lookup (front, changes));
  post->address = g_strdup (lookup (front, addresses));
  post->is_draft =
      says (front, "draft", "true") || says (front, "published", "false") || says (front, "status", "draft");
  read_labels (self, post, front);
}

/* "2021-05-04-open-badges.md", as Jekyll wants it, says the day and the words. */
static void
read_name (KistBlogReader *self, KistPost *post)
{
  g_autofree char *name = g_path_get_basename (self->file);
  char            *words = name;
  char            *dot = strrchr (name, '.');

  if (dot && dot > name)
    *dot = '\0';
  if (g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}-", name, 0, 0))
    {
      g_autofree char *day = g_strndup (name, strlen ("2021-05-04"));

      words = name + strlen ("2021-05-04-");
      post->created = post->created ? post->created : kist_blog_date_parse (day);
    }
  if (!*post->title)
    kist_blog_reader_set_title (self, post, g_strdelimit (words, "-_", ' '));
}

/* A heading at the top is the title where the front matter has none; then it is no part of the text. */
static const char *
read_heading (KistBlogReader *self, KistPost *post, const char *body)
{
  const char *line = body + strspn (body, " \n");
  gsize       length = strcspn (line, "\n");

  if (!g_str_has_prefix (line, "# "))
    return body;
  if (!*post->title)
    {
      g_autofree char *title = g_strndup (line + 2, length - 2);

      kist_blog_reader_set_title (self, post, title);
      return line + length;
    }
  return body;
}

/* Hugo's other front matter, between lines of "+++", is TOML, which nothing here reads. */
static const char *
skip_toml (KistPost *post, const char *text)
{
  const char *end = g_str_has_prefix (text, "+++\n") ? strstr (text, "\n+++\n") : NULL;

  if (!end)
    return text;
  kist_blog_reader_add_change (post, "The front matter between lines of “+++” is not read: title, day and tags are not "
                                     "known.");
  return end + strlen ("\n+++\n");
}

/**
 * kist_blog_read_markdown:
 * @self: a reader
 * @text: a normalised text, the file that is read now
 * @error: return location
 *
 * Reads one post. Its text stays as it is: Kist shows no HTML in Markdown, and no picture of the web. Without front
 * matter the first heading is its title, else the file's name.
 *
 * Returns: %FALSE with %KIST_ERROR_TOO_LARGE when there are more posts than anybody wrote
 */
gboolean
kist_blog_read_markdown (KistBlogReader *self, const char *text, GError **error)
{
  KistPost   *post = kist_post_new (self->file, 1);
  const char *body = text;
  unsigned    line = 1;

  if (g_str_has_prefix (text, "---"))
    {
      g_autoptr (KistReport) report = kist_report_new ();
      g_autoptr (KistYaml) front = kist_front_matter_parse (text, self->file, report, &body, &line);

      if (!front || kist_yaml_get_kind (front) != KIST_YAML_MAPPING)
        {
          const KistFinding *first = kist_report_get_n_findings (report) ? kist_report_get_finding (report, 0) : NULL;

          kist_blog_reader_refuse (self, first ? first->line : 1, NULL,
                                   first ? first->message : "The front matter has no “key: value” lines.");
          kist_post_free (post);
          return TRUE;
        }
      read_front (self, post, front);
    }
  body = read_heading (self, post, skip_toml (post, body));
  read_name (self, post);
  post->origin = g_strdup (self->file);
  post->published = post->is_draft ? 0 : post->created;
  g_free (post->body);
  post->body = g_strstrip (g_strdup (body));
  if (strstr (post->body, "](http") && strstr (post->body, "!["))
    kist_blog_reader_add_change (post, "Pictures on the web are not shown.");
  if (g_regex_match_simple ("<[a-z!/]", post->body, G_REGEX_CASELESS, 0))
    kist_blog_reader_add_change (post, "HTML in the text is not shown as such.");
  self->format = "Markdown";
  return kist_blog_reader_take (self, post, error);
}

static gboolean
is_markdown (const char *name)
{
  static const char *const endings[] = { ".md", ".markdown", ".mdown", NULL };

  for (const char *const *ending = endings; *ending; ending++)
    if (g_str_has_suffix (name, *ending))
      return *name != '.';
  return FALSE;
}

/* Adds to @found the paths of all Markdown files below @path, relative to the first folder. Links are not followed:
 * one may lead anywhere, and round in a circle. */
static gboolean
find (KistBlogReader *self, GFile *folder, const char *below, unsigned depth, GPtrArray *found, GError **error)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, self->cancellable, error);
  GFileInfo *info;
  GFile     *child;

  if (!children)
    return FALSE;
  while (g_file_enumerator_iterate (children, &info, &child, self->cancellable, error) && info)
    {
      const char      *name = g_file_info_get_name (info);
      g_autofree char *path = *below ? g_build_filename (below, name, NULL) : g_strdup (name);

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && *name != '.' && depth < MAX_DEPTH)
        {
          if (!find (self, child, path, depth + 1, found, error))
            return FALSE;
        }
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && is_markdown (name))
        g_ptr_array_add (found, g_steal_pointer (&path));
      if (found->len > KIST_BLOG_MAX_POSTS)
        return kist_blog_reader_fail (self, KIST_ERROR_TOO_LARGE, 0, "There are more files in it than in any blog",
                                      error);
    }
  return !error || !*error;
}

static gboolean
read_file (KistBlogReader *self, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) own_error = NULL;

  g_free (self->file);
  self->file = g_filename_display_name (name);
  text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, &own_error);
  if (text)
    return kist_blog_read_markdown (self, text, error);
  kist_blog_reader_refuse (self, 0, NULL, own_error->message);
  return TRUE;
}

/**
 * kist_blog_read_folder:
 * @self: a reader
 * @path: a folder
 * @error: return location
 *
 * Reads every Markdown file in a folder and in those below it. A file that cannot be read is left out with a finding.
 *
 * Returns: %FALSE with #KistError or #GIOErrorEnum when the folder cannot be read, or has no such file
 */
gboolean
kist_blog_read_folder (KistBlogReader *self, const char *path, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) own_error = NULL;

  if (!find (self, folder, "", 0, found, &own_error))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (found->len == 0)
    return kist_blog_reader_fail (self, KIST_ERROR_NOT_FOUND, 0, "There is no Markdown file in this folder", error);
  g_ptr_array_sort_values (found, (GCompareFunc)strcmp);
  self->total = found->len;
  for (unsigned i = 0; i < found->len; i++)
    if (!read_file (self, path, g_ptr_array_index (found, i), error) || !kist_blog_reader_step (self, i + 1, error))
      return FALSE;
  self->format = "Markdown";
  return TRUE;
}
