#include "kist-document-text.h"

#include <adwaita.h>

#include "kist-markup.h"

/* How strongly a match is tinted with the accent colour, out of 65535; the current one is solid. */
#define MATCH_ALPHA (65535 * 30 / 100)

/* What a reader types on a keyboard for what a typesetter wrote; and one case. */
static gunichar
fold (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
      return '"';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2013: /* en dash */
    case 0x2014: /* em dash */
      return '-';
    case 0x00a0: /* no-break space */
    case '\n':
      return ' ';
    default:
      return g_unichar_tolower (c);
    }
}

/* Returns where the match that begins at @text ends, or NULL. */
static const char *
match_at (const char *text, const char *wanted)
{
  while (*wanted != '\0')
    {
      if (*text == '\0' || fold (g_utf8_get_char (text)) != fold (g_utf8_get_char (wanted)))
        return NULL;
      text = g_utf8_next_char (text);
      wanted = g_utf8_next_char (wanted);
    }
  return text;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const KistMatch *match)
{
  attribute->start_index = match->start;
  attribute->end_index = match->end;
  pango_attr_list_insert (list, attribute);
}

static void
mark_match (PangoAttrList *list, const GdkRGBA *accent, const KistMatch *match, gboolean is_current)
{
  add_attribute (list,
                 pango_attr_background_new ((guint16)(accent->red * 65535), (guint16)(accent->green * 65535),
                                            (guint16)(accent->blue * 65535)),
                 match);
  add_attribute (list, pango_attr_background_alpha_new (is_current ? 65535 : MATCH_ALPHA), match);
  if (is_current) /* libadwaita's --accent-fg-color is white for every accent colour */
    add_attribute (list, pango_attr_foreground_new (65535, 65535, 65535), match);
}

/**
 * kist_document_text_new:
 * @parts: where the label and its links are added
 * @spans: (element-type KistSpan) (nullable): the text
 * @role: what it is to a screen reader
 * @css_class: how it looks
 *
 * Returns: (transfer floating): a label that wraps, can be selected and follows links
 */
GtkWidget *
kist_document_text_new (KistDocumentParts *parts, GPtrArray *spans, GtkAccessibleRole role, const char *css_class)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *markup = kist_markup_from_spans (spans, starts);
  GtkWidget       *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "use-markup", TRUE, "label", markup, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "yalign", 0.0, "selectable", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  for (guint i = 0; i < starts->len; i++)
    g_array_append_vals (parts->links, &(KistLink){ parts->texts->len, g_array_index (starts, int, i) }, 1);
  g_ptr_array_add (parts->texts, label);
  return label;
}

/**
 * kist_document_text_find:
 * @label: made by kist_document_text_new()
 * @index: what to write into the matches' text
 * @wanted: not empty; case and the shape of quotation marks, dashes and spaces make no difference
 * @matches: (element-type KistMatch): the matches are appended, which do not overlap
 */
void
kist_document_text_find (GtkLabel *label, guint index, const char *wanted, GArray *matches)
{
  const char *text = gtk_label_get_text (label);
  const char *p = text;

  g_return_if_fail (wanted[0] != '\0');

  while (*p != '\0')
    {
      const char *end = match_at (p, wanted);

      if (end == NULL)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      g_array_append_vals (matches, &(KistMatch){ index, (guint)(p - text), (guint)(end - text) }, 1);
      p = end;
    }
}

/**
 * kist_document_text_decorate:
 * @label: made by kist_document_text_new()
 * @zoom: the text's size as a factor
 * @matches: (array length=n_matches): what to mark in this label
 * @n_matches: how many
 * @current: (nullable): the one of @matches that the reader is at
 *
 * Sets the text size and the marks, in place of what was set before.
 */
void
kist_document_text_decorate (GtkLabel        *label,
                             double           zoom,
                             const KistMatch *matches,
                             gsize            n_matches,
                             const KistMatch *current)
{
  g_autoptr (PangoAttrList) list = NULL;
  g_autoptr (GdkRGBA) accent = NULL;

  if (n_matches > 0 || zoom != 1.0)
    list = pango_attr_list_new ();
  if (zoom != 1.0)
    pango_attr_list_insert (list, pango_attr_scale_new (zoom));
  if (n_matches > 0)
    accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  for (gsize i = 0; i < n_matches; i++)
    mark_match (list, accent, &matches[i], &matches[i] == current);

  gtk_label_set_attributes (label, list);
}

/**
 * kist_document_text_dup_selection:
 * @label: any label
 *
 * Returns: (transfer full) (nullable): the selected text, %NULL for none
 */
char *
kist_document_text_dup_selection (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  int         start, end;

  if (!gtk_label_get_selection_bounds (label, &start, &end))
    return NULL;
  return g_utf8_substring (text, MIN (start, end), MAX (start, end));
}
