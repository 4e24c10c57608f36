#include "kist-print-text.h"

#include "content/kist-document.h"

static void
link_clear (gpointer data)
{
  g_free (((KistPrintLink *)data)->address);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, unsigned start, unsigned end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Returns (transfer full): attributes by which what is copied out of the page is what was written: no hyphen where a
 * long word was parted, and no two letters in one. */
static PangoAttrList *
create_attributes (void)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  return list;
}

static gboolean
is_address (const char *target)
{
  return target && (g_str_has_prefix (target, "https://") || g_str_has_prefix (target, "http://") ||
                    g_str_has_prefix (target, "mailto:"));
}

static void
add_style (PangoAttrList *list, const KistSpan *span, unsigned start, unsigned end)
{
  if (span->style & KIST_STYLE_EMPHASIS)
    add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (span->style & KIST_STYLE_STRONG)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (span->style & KIST_STYLE_CODE)
    add_attribute (list, pango_attr_family_new ("monospace"), start, end);
  if (span->style & KIST_STYLE_STRIKE)
    add_attribute (list, pango_attr_strikethrough_new (TRUE), start, end);
  /* An underline also keeps a link apart from what stands around it, so that its words are drawn for themselves. */
  if (is_address (span->target))
    add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

/* Returns (transfer full): @spans as one text, with @list and @links filled. */
static char *
join_spans (GPtrArray *spans, PangoAttrList *list, GArray *links)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; spans && i < spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (spans, i);
      unsigned        start = (unsigned)text->len;

      g_string_append (text, span->text);
      add_style (list, span, start, (unsigned)text->len);
      if (is_address (span->target))
        {
          KistPrintLink link = { start, (unsigned)text->len, g_strdup (span->target) };

          g_array_append_val (links, link);
        }
    }
  return g_string_free_and_steal (text);
}

/* Takes @list. */
static PangoLayout *
create_layout (PangoContext  *context,
               const char    *text,
               PangoAttrList *list,
               const char    *font,
               double         size,
               double         width)
{
  PangoLayout          *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_font_description_set_size (description, pango_units_from_double (size));
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width > 0 ? pango_units_from_double (width) : -1);
  pango_layout_set_line_spacing (layout, 1.2f);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/*
 * kist_print_text_new:
 * @context: whose fonts are used
 * @text: plain words
 * @font: a family, and whether it is bold: "sans bold"
 * @size: of the font, in points
 * @width: of the lines, in points; 0 for one line as long as it is
 *
 * Returns: (transfer full): the words as they are set
 */
PangoLayout *
kist_print_text_new (PangoContext *context, const char *text, const char *font, double size, double width)
{
  return create_layout (context, text, create_attributes (), font, size, width);
}

/*
 * kist_print_text_new_styled:
 * @context: whose fonts are used
 * @spans: (nullable) (element-type KistSpan): the words
 * @font: a family, and whether it is bold
 * @size: of the font, in points
 * @width: of the lines, in points
 * @links: (out) (transfer full) (element-type KistPrintLink): where links are
 *
 * Returns: (transfer full): the words as they are set
 */
PangoLayout *
kist_print_text_new_styled (PangoContext *context,
                            GPtrArray    *spans,
                            const char   *font,
                            double        size,
                            double        width,
                            GArray      **links)
{
  PangoAttrList   *list = create_attributes ();
  g_autofree char *text = NULL;

  *links = g_array_new (FALSE, FALSE, sizeof (KistPrintLink));
  g_array_set_clear_func (*links, link_clear);
  text = join_spans (spans, list, *links);
  return create_layout (context, text, list, font, size, width);
}
