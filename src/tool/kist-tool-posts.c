/* kist-tool posts: what would come out of somebody's blog, without bringing any of it in. */
#include "kist-config.h"

#include "blog/kist-blog.h"
#include "journal/kist-word-count.h"
#include "library/kist-library-matcher.h"
#include "kist-tool.h"

typedef struct
{
  KistLibrary     *library; /* (owned) */
  KistPostMatcher *matcher; /* (owned) */
  KistBlog        *blog;    /* (owned) */
} Posts;

static void
posts_clear (Posts *self)
{
  g_clear_object (&self->library);
  g_clear_object (&self->blog);
  g_clear_pointer (&self->matcher, kist_post_matcher_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Posts, posts_clear)

static KistLibrary *
load_library (char **folders)
{
  const char *path = g_getenv ("KIST_PACK_PATH");
  g_auto (GStrv) own = g_strsplit (path && *path ? path : KIST_PACK_DIR, G_SEARCHPATH_SEPARATOR_S, -1);

  return kist_library_load ((const char *const *)(folders ? folders : own), NULL);
}

static KistPostMatch
match (const Posts *self, const KistPost *post)
{
  return kist_post_matcher_match (self->matcher, post->title, (const char *const *)post->labels, post->body);
}

/* Returns: (transfer full) (nullable): a time as ISO 8601 in UTC */
static char *
dup_time (gint64 time, const char *format)
{
  g_autoptr (GDateTime) date = time ? g_date_time_new_from_unix_utc_usec (time) : NULL;

  return date ? g_date_time_format (date, format) : NULL;
}

static void
add_time (JsonBuilder *builder, const char *name, gint64 time)
{
  g_autofree char *text = dup_time (time, "%Y-%m-%dT%H:%M:%SZ");

  kist_tool_add_text (builder, name, text);
}

static void
add_strings (JsonBuilder *builder, const char *name, char **strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (char **string = strings; *string; string++)
    json_builder_add_string_value (builder, *string);
  json_builder_end_array (builder);
}

static void
add_post (JsonBuilder *builder, const Posts *self, const KistPost *post)
{
  KistPostMatch found = match (self, post);

  json_builder_begin_object (builder);
  kist_tool_add_text (builder, "title", post->title);
  add_time (builder, "published", post->published);
  add_time (builder, "created", post->created);
  add_time (builder, "updated", post->updated);
  json_builder_set_member_name (builder, "draft");
  json_builder_add_boolean_value (builder, post->is_draft);
  add_strings (builder, "labels", post->labels);
  kist_tool_add_number (builder, "words", kist_word_count (post->body));
  kist_tool_add_text (builder, "thing", found.thing ? found.thing->id : NULL);
  kist_tool_add_text (builder, "certainty", kist_match_certainty_to_string (found.certainty));
  kist_tool_add_text (builder, "blog", post->blog);
  kist_tool_add_text (builder, "address", post->address);
  kist_tool_add_text (builder, "file", post->file);
  kist_tool_add_number (builder, "line", post->line);
  add_strings (builder, "changes", post->changes);
  kist_tool_add_text (builder, "body", post->body);
  json_builder_end_object (builder);
}

static void
add_left_out (JsonBuilder *builder, KistBlog *blog)
{
  json_builder_set_member_name (builder, "left-out");
  json_builder_begin_object (builder);
  for (unsigned kind = 0; kind < KIST_LEFT_OUT_N_KINDS; kind++)
    kist_tool_add_number (builder, kist_left_out_to_string (kind), kist_blog_count_left_out (blog, kind));
  json_builder_end_object (builder);
}

static void
add_findings (JsonBuilder *builder, KistReport *report)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      json_builder_begin_object (builder);
      kist_tool_add_text (builder, "file", finding->file);
      kist_tool_add_number (builder, "line", finding->line);
      kist_tool_add_text (builder, "severity", kist_severity_to_string (finding->severity));
      kist_tool_add_text (builder, "message", finding->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const Posts *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  kist_tool_add_text (builder, "format", kist_blog_get_format (self->blog));
  json_builder_set_member_name (builder, "posts");
  json_builder_begin_array (builder);
  for (unsigned i = 0; i < kist_blog_get_n_posts (self->blog); i++)
    add_post (builder, self, kist_blog_get_post (self->blog, i));
  json_builder_end_array (builder);
  add_left_out (builder, self->blog);
  add_findings (builder, kist_blog_get_report (self->blog));
  text = kist_tool_end_json (builder);
  g_print ("%s\n", text);
}

static void
print_post (const Posts *self, const KistPost *post)
{
  KistPostMatch    found = match (self, post);
  g_autofree char *day = dup_time (kist_post_get_time (post), "%Y-%m-%d");
  g_autofree char *labels = g_strjoinv (", ", post->labels);

  g_print ("%s:%u: %s, %s, “%s”, words: %u", post->file, post->line, day ? day : "no date",
           post->is_draft ? "draft" : "published", post->title, kist_word_count (post->body));
  if (*labels)
    g_print (", labels %s", labels);
  if (found.thing)
    g_print ("; %s, %s\n", found.thing->id, kist_match_certainty_to_string (found.certainty));
  else
    g_print ("; no Thing\n");
  for (char **change = post->changes; *change; change++)
    g_print ("  %s\n", *change);
}

static void
print_lines (const Posts *self)
{
  KistReport *report = kist_blog_get_report (self->blog);
  g_autoptr (GString) totals = g_string_new (NULL);

  for (unsigned i = 0; i < kist_blog_get_n_posts (self->blog); i++)
    print_post (self, kist_blog_get_post (self->blog, i));
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      g_autofree char *line = kist_finding_to_string (kist_report_get_finding (report, i));

      g_print ("%s\n", line);
    }
  for (unsigned kind = 0; kind < KIST_LEFT_OUT_N_KINDS; kind++)
    if (kist_blog_count_left_out (self->blog, kind) > 0)
      g_string_append_printf (totals, "%s%s %u", totals->len > 0 ? ", " : "", kist_left_out_to_string (kind),
                              kist_blog_count_left_out (self->blog, kind));
  g_printerr ("kist-tool: %s, posts: %u, left out: %s\n", kist_blog_get_format (self->blog),
              kist_blog_get_n_posts (self->blog), totals->len > 0 ? totals->str : "nothing");
}

static int
complain_of (const char *path, const GError *error)
{
  g_autofree char *message =
      error->domain == G_IO_ERROR ? g_strdup (error->message) : g_strdup_printf ("%s: %s", path, error->message);

  return kist_tool_complain (KIST_TOOL_UNREADABLE, message);
}

/* What is left out because it is no post is no finding; what is one and cannot be read is. */
static int
status_of (KistBlog *blog)
{
  return kist_report_count (kist_blog_get_report (blog), KIST_SEVERITY_WARNING) > 0 ? KIST_TOOL_FINDINGS
                                                                                    : KIST_TOOL_CLEAN;
}

int
kist_tool_posts (int argc, char **argv)
{
  gboolean is_json = FALSE;
  g_auto (GStrv) packs = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, "Print one JSON object instead of lines", NULL },
    { "packs", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &packs, "Look here for packs; may be given again", "DIR" },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_auto (Posts) posts = { 0 };

  if (!kist_tool_parse_options (
          &argc, &argv, entries, "posts FILE|FOLDER",
          "Lists the posts of a blog, and which Thing each seems to be about; brings none of them in. The format is\n"
          "found by what is in the file:\n"
          "  Blogger's export, old, or of Google Takeout: feed.atom, or the zip it comes in; WordPress's export, WXR\n"
          "  1.0 to 1.2, or the zip it comes in; a Markdown file, or a folder of them, with front matter.\n"
          "Each post is a line “file:line: day, draft or not, title, words, labels; Thing, how sure” on standard\n"
          "output, with what was left out of it below; then what cannot be read. What is no post is counted on "
          "standard\n"
          "error. With --json standard output is one object instead:\n"
          "  {\"format\": \"…\", \"posts\": [{\"title\": \"…\", \"published\": \"2021-05-04T18:30:00Z\", \"created\": "
          "…,\n"
          "   \"updated\": …, \"draft\": false, \"labels\": [\"…\"], \"words\": 120, \"thing\": \"PACK/THING\",\n"
          "   \"certainty\": \"none|weak|likely|certain\", \"blog\": …, \"address\": …, \"file\": …, \"line\": 1,\n"
          "   \"changes\": [\"…\"], \"body\": \"Markdown\"}], \"left-out\": {\"comment\": 1, \"page\": 0, …},\n"
          "   \"findings\": [{\"file\": …, \"line\": 1, \"severity\": \"error\", \"message\": \"…\"}]}\n"
          "Times are in UTC, and null where the file says none. Things are those of the packs in the folders of "
          "--packs,\n"
          "else of KIST_PACK_PATH, else of those that came with Kist.\n\n"
          "Exit status: 0 every post could be read, 1 one could not, 2 wrong usage, 3 FILE cannot be read.\n",
          &error))
    return kist_tool_complain (KIST_TOOL_USAGE, error->message);
  if (argc != 2)
    return kist_tool_complain (KIST_TOOL_USAGE, "“posts” needs one FILE or FOLDER.");
  posts.blog = kist_blog_read (argv[1], NULL, NULL, NULL, &error);
  if (!posts.blog)
    return complain_of (argv[1], error);
  posts.library = load_library (packs);
  posts.matcher = kist_library_new_matcher (posts.library);
  if (is_json)
    print_json (&posts);
  else
    print_lines (&posts);
  return status_of (posts.blog);
}
