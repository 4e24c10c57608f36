#include "kist-blog-reader.h"

#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "content/html/kist-html.h"

/* How often the caller hears of it. */
#define N_TELLINGS 100

/* What came from outside as one line of at most @most characters. */
static char *
dup_line (const char *text, unsigned most, gboolean *is_cut)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *line = g_string_new (NULL);
  gboolean         is_blank = TRUE;
  unsigned         n = 0;

  *is_cut = FALSE;
  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          is_blank = TRUE;
          continue;
        }
      n += is_blank && line->len > 0;
      if (n >= most)
        {
          *is_cut = TRUE;
          g_string_append (line, "…");
          break;
        }
      if (is_blank && line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      is_blank = FALSE;
      n++;
    }
  return g_string_free (line, FALSE);
}

/**
 * kist_blog_reader_step:
 * @self: a reader
 * @done: how much of what is read now is read, in the unit of the total
 * @error: return location
 *
 * Tells how far it is, and asks whether to go on.
 *
 * Returns: %FALSE with #GIOErrorEnum when it was cancelled
 */
gboolean
kist_blog_reader_step (KistBlogReader *self, guint64 done, GError **error)
{
  done = MIN (self->done + done, self->total);
  if (self->progress && (done == self->total || done - MIN (done, self->told) >= MAX (self->total / N_TELLINGS, 1)) &&
      done != self->told)
    {
      self->told = done;
      self->progress (done, self->total, self->posts->len, self->data);
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * kist_blog_reader_take:
 * @self: a reader
 * @post: (transfer full): a post
 * @error: return location
 *
 * Keeps a post, or counts it where there is nothing in it.
 *
 * Returns: %FALSE with %KIST_ERROR_TOO_LARGE when there are more than anybody wrote
 */
gboolean
kist_blog_reader_take (KistBlogReader *self, KistPost *post, GError **error)
{
  if (!*post->title && !*post->body)
    {
      kist_post_free (post);
      kist_blog_reader_leave_out (self, KIST_LEFT_OUT_EMPTY);
      return TRUE;
    }
  g_ptr_array_add (self->posts, post);
  if (self->posts->len <= KIST_BLOG_MAX_POSTS)
    return TRUE;
  g_set_error (error, KIST_ERROR, KIST_ERROR_TOO_LARGE, "There are more than %d posts in it.", KIST_BLOG_MAX_POSTS);
  return FALSE;
}

/**
 * kist_blog_reader_leave_out:
 * @self: a reader
 * @kind: what is left out
 */
void
kist_blog_reader_leave_out (KistBlogReader *self, KistLeftOut kind)
{
  self->left_out[kind]++;
}

/**
 * kist_blog_reader_refuse:
 * @self: a reader
 * @line: where the post begins
 * @title: (nullable): what it is called
 * @why: a sentence
 *
 * Leaves out one post that cannot be read, with a finding.
 */
void
kist_blog_reader_refuse (KistBlogReader *self, unsigned line, const char *title, const char *why)
{
  gboolean         is_cut;
  g_autofree char *shown = title ? dup_line (title, KIST_BLOG_MAX_TITLE, &is_cut) : NULL;

  kist_blog_reader_leave_out (self, KIST_LEFT_OUT_UNREADABLE);
  kist_report_add (self->report, self->file, line, KIST_SEVERITY_ERROR, NULL, shown && *shown ? "%s (“%s”)" : "%s", why,
                   shown);
}

/**
 * kist_blog_reader_fail:
 * @self: a reader
 * @code: of #KistError
 * @line: where, from 1; 0 for the whole file
 * @why: what is wrong, the beginning of a sentence without its full stop
 * @error: return location
 *
 * Returns: %FALSE, with one sentence with its place: the line, and the file where there are several
 */
gboolean
kist_blog_reader_fail (KistBlogReader *self, int code, unsigned line, const char *why, GError **error)
{
  GString *place = g_string_new (NULL);

  if (self->is_part)
    g_string_append_printf (place, "“%s”", self->file);
  if (line > 0)
    g_string_append_printf (place, self->is_part ? ", line %u" : "Line %u", line);
  g_string_append (place, place->len > 0 ? ": " : "");
  g_set_error (error, KIST_ERROR, code, "%s%s.", place->str, why);
  g_string_free (place, TRUE);
  return FALSE;
}

/**
 * kist_blog_reader_add_change:
 * @post: a post
 * @change: a sentence
 *
 * Says once that something was left out of @post or changed in it.
 */
void
kist_blog_reader_add_change (KistPost *post, const char *change)
{
  unsigned n = g_strv_length (post->changes);

  if (g_strv_contains ((const char *const *)post->changes, change))
    return;
  post->changes = g_renew (char *, post->changes, n + 2);
  post->changes[n] = g_strdup (change);
  post->changes[n + 1] = NULL;
}

/**
 * kist_blog_reader_set_title:
 * @self: a reader
 * @post: a post
 * @title: plain text
 *
 * Gives @post its title, in one line and not longer than a title is.
 */
void
kist_blog_reader_set_title (KistBlogReader *self, KistPost *post, const char *title)
{
  gboolean is_cut;

  g_free (post->title);
  post->title = dup_line (title, KIST_BLOG_MAX_TITLE, &is_cut);
  if (is_cut)
    kist_blog_reader_add_change (post, "The title was cut: it was longer than a title is.");
}

/**
 * kist_blog_reader_add_label:
 * @self: a reader
 * @post: a post
 * @label: plain text
 *
 * Gives @post a label that it has not yet.
 */
void
kist_blog_reader_add_label (KistBlogReader *self, KistPost *post, const char *label)
{
  gboolean         is_cut;
  g_autofree char *line = dup_line (label, KIST_BLOG_MAX_LABEL, &is_cut);
  unsigned         n = g_strv_length (post->labels);

  if (!*line || g_strv_contains ((const char *const *)post->labels, line))
    return;
  if (n >= KIST_BLOG_MAX_LABELS)
    {
      kist_blog_reader_add_change (post, "Labels were left out: there were more than a hundred.");
      return;
    }
  post->labels = g_renew (char *, post->labels, n + 2);
  post->labels[n] = g_steal_pointer (&line);
  post->labels[n + 1] = NULL;
}

/**
 * kist_blog_reader_set_html:
 * @self: a reader
 * @post: a post
 * @html: what it says
 * @line: where that begins in the file
 *
 * Gives @post its body. What the HTML loses becomes the post's changes.
 *
 * Returns: %FALSE when it is longer than a text of Kist may be, and nothing was set
 */
gboolean
kist_blog_reader_set_html (KistBlogReader *self, KistPost *post, const char *html, unsigned line)
{
  g_autoptr (KistReport) report = kist_report_new ();
  g_autofree char *text = NULL;

  if (strlen (html) > KIST_TEXT_MAX_BYTES)
    return FALSE;
  text = kist_html_to_markdown (html, self->file, line, report);
  if (strlen (text) > KIST_TEXT_MAX_BYTES)
    return FALSE;
  g_free (post->body);
  post->body = g_steal_pointer (&text);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    kist_blog_reader_add_change (post, kist_report_get_finding (report, i)->message);
  return TRUE;
}
