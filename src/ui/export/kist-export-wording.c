#include "kist-export-wording.h"

#include <glib/gi18n.h>

static const KistExportChoice choices[] = {
  { "pdf", N_ ("To Print or Send"), N_ ("PDF"), N_ ("For paper, an e-mail or a screen reader") },
  { "odt", NULL, N_ ("OpenDocument"), N_ ("For LibreOffice or Word, to go on writing there") },
  { "html", NULL, N_ ("Web page"), N_ ("One page that any browser opens") },
  { "wxr", N_ ("For Your Blog"), N_ ("WordPress"), N_ ("Drafts for WordPress to import, with their labels") },
  { "atom", NULL, N_ ("Blogger"), N_ ("Drafts for Blogger to import, with their labels") },
  { "site", NULL, N_ ("Website"), N_ ("A folder of pages, to open here or to put on a server") },
  { "leap2a", N_ ("For Your E-Portfolio"), N_ ("Mahara"), N_ ("Drafts for Mahara to import (Leap2A)") },
  { "md", N_ ("To Keep"), N_ ("Markdown"), N_ ("A text file for each entry, which any editor opens") },
  { "txt", NULL, N_ ("Plain text"), N_ ("The words alone, a file for each entry") },
  { "everything", NULL, N_ ("Everything"),
    N_ ("For yourself: any program reads it, and Kist restores it. Earlier versions and the bin are in it, and at "
        "those "
        "the check did not look"),
    TRUE },
  { "json", N_ ("For Other Programs"), N_ ("JSON"), N_ ("All of each entry, for scripts") },
  { "xapi", NULL, N_ ("xAPI"), N_ ("What you did and when, for a learning record store") },
};

/* In the order of kist_publish_theme_get(). */
static const char *const themes[] = { N_ ("Plain"), N_ ("Paper"), N_ ("Bold") };

/**
 * kist_export_wording_choices:
 * @n_choices: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_choices): the formats as they are offered
 */
const KistExportChoice *
kist_export_wording_choices (unsigned *n_choices)
{
  *n_choices = G_N_ELEMENTS (choices);
  return choices;
}

/**
 * kist_export_wording_get_theme:
 * @index: of a theme
 *
 * Returns: (transfer none) (nullable): what it is called; %NULL behind the last one
 */
const char *
kist_export_wording_get_theme (unsigned index)
{
  return index < G_N_ELEMENTS (themes) ? _ (themes[index]) : NULL;
}

/**
 * kist_export_wording_dup_count:
 * @n_entries: how many entries leave
 * @n_pictures: how many pictures there are in them
 *
 * Returns: (transfer full): how many there are, and where the pictures do not go
 */
char *
kist_export_wording_dup_count (unsigned n_entries, unsigned n_pictures)
{
  g_autofree char *entries = g_strdup_printf (ngettext ("%u entry", "%u entries", n_entries), n_entries);
  g_autofree char *pictures = NULL;

  if (n_pictures == 0)
    return g_steal_pointer (&entries);
  pictures = g_strdup_printf (ngettext ("%u picture", "%u pictures", n_pictures), n_pictures);
  /* Translators: %s are "3 entries" and "2 pictures" */
  return g_strdup_printf (_ ("%s, %s. Drafts for a blog or Mahara have the words for a picture in its place, and plain "
                             "text leaves it out."),
                          entries, pictures);
}
