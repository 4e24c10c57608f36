#include "kist-blog-wording.h"

#include <glib/gi18n.h>

/**
 * kist_blog_wording_dup_count:
 * @kind: what is left out
 * @n: how many
 *
 * Returns: (transfer full): "4 comments"
 */
char *
kist_blog_wording_dup_count (KistLeftOut kind, unsigned n)
{
  switch (kind)
    {
    case KIST_LEFT_OUT_COMMENT:
      return g_strdup_printf (ngettext ("%'u comment", "%'u comments", n), n);
    case KIST_LEFT_OUT_PAGE:
      return g_strdup_printf (ngettext ("%'u page", "%'u pages", n), n);
    case KIST_LEFT_OUT_TEMPLATE:
      return g_strdup_printf (ngettext ("%'u design", "%'u designs", n), n);
    case KIST_LEFT_OUT_SETTINGS:
      return g_strdup_printf (ngettext ("%'u setting", "%'u settings", n), n);
    case KIST_LEFT_OUT_TRASHED:
      return g_strdup_printf (ngettext ("%'u deleted post", "%'u deleted posts", n), n);
    case KIST_LEFT_OUT_ATTACHMENT:
      return g_strdup_printf (ngettext ("%'u picture or file", "%'u pictures and files", n), n);
    case KIST_LEFT_OUT_EMPTY:
      return g_strdup_printf (ngettext ("%'u empty post", "%'u empty posts", n), n);
    case KIST_LEFT_OUT_UNREADABLE:
      return g_strdup_printf (ngettext ("%'u unreadable post", "%'u unreadable posts", n), n);
    case KIST_LEFT_OUT_OTHER:
    default:
      return g_strdup_printf (ngettext ("%'u other part", "%'u other parts", n), n);
    }
}

/**
 * kist_blog_wording_explain:
 * @kind: what is left out
 *
 * Returns: (transfer none): what that is, or why it is left out; one sentence, translated
 */
const char *
kist_blog_wording_explain (KistLeftOut kind)
{
  switch (kind)
    {
    case KIST_LEFT_OUT_COMMENT:
      return _ ("What others wrote below a post is theirs.");
    case KIST_LEFT_OUT_PAGE:
      return _ ("Pages such as “About me” stand beside the posts.");
    case KIST_LEFT_OUT_TEMPLATE:
      return _ ("How the blog looks.");
    case KIST_LEFT_OUT_SETTINGS:
      return _ ("How the blog is set up.");
    case KIST_LEFT_OUT_TRASHED:
      return _ ("You had thrown them away there.");
    case KIST_LEFT_OUT_ATTACHMENT:
      return _ ("The words around them come in.");
    case KIST_LEFT_OUT_EMPTY:
      return _ ("Neither a title nor a word.");
    case KIST_LEFT_OUT_UNREADABLE:
      return _ ("Why stands below. The file itself stays as it is.");
    case KIST_LEFT_OUT_OTHER:
    default:
      return _ ("No posts.");
    }
}

/**
 * kist_blog_wording_count_left_out:
 * @blog: a blog
 *
 * Returns: how many parts of it are left out
 */
unsigned
kist_blog_wording_count_left_out (KistBlog *blog)
{
  unsigned n = 0;

  for (unsigned kind = 0; kind < KIST_LEFT_OUT_N_KINDS; kind++)
    n += kist_blog_count_left_out (blog, kind);
  return n;
}

static char *
dup_losing (unsigned n)
{
  return n > 0 ? g_strdup_printf (ngettext ("%'u post loses something", "%'u posts lose something", n), n)
               : g_strdup ("");
}

/**
 * kist_blog_wording_dup_left_out:
 * @incoming: a blog
 *
 * Returns: (transfer full): "Not brought in: 12 posts in the journal already, 4,000 comments", or how many posts lose
 *   something; empty when all comes in as it is
 */
char *
kist_blog_wording_dup_left_out (KistIncomingBlog *incoming)
{
  KistBlog *blog = kist_incoming_blog_get_blog (incoming);
  unsigned  n_known = kist_incoming_blog_count_known (incoming);
  g_autoptr (GString) kinds = g_string_new (NULL);

  if (n_known > 0)
    g_string_append_printf (
        kinds, ngettext ("%'u post in the journal already", "%'u posts in the journal already", n_known), n_known);
  for (unsigned kind = 0; kind < KIST_LEFT_OUT_N_KINDS; kind++)
    {
      unsigned         n = kist_blog_count_left_out (blog, kind);
      g_autofree char *words = kist_blog_wording_dup_count (kind, n);

      if (n > 0)
        g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", words);
    }
  if (kinds->len == 0)
    return dup_losing (kist_incoming_blog_count_losing (incoming));
  /* Translators: %s is what of a blog is not brought in: "4,000 comments, 1 page" */
  return g_strdup_printf (_ ("Not brought in: %s"), kinds->str);
}

/**
 * kist_blog_wording_dup_problem:
 * @path: a file or a folder
 * @error: why it cannot be read
 *
 * Returns: (transfer full): a sentence or two, translated where it is a thing of every day
 */
char *
kist_blog_wording_dup_problem (const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    /* Translators: %s is a file's name */
    return g_strdup_printf (_ ("“%s” is no longer there."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    /* Translators: %s is a file's name */
    return g_strdup_printf (_ ("You are not allowed to read “%s”."), name);
  return g_strdup (error->message);
}
