#include "kist-odt-body.h"

#include <string.h>

#include "content/kist-markdown.h"

#define MOST_LEVELS 6

/* Of a picture, in centimetres, on A4 with the margins of odt-styles.xml. */
#define MOST_WIDTH 16.0
#define MOST_HEIGHT 22.0

/* Where a block stands: what OpenDocument lets stand there, and how its paragraphs look. */
typedef struct
{
  KistXmlWriter         *writer;
  const KistPublication *publication;
  unsigned               level; /* of the highest heading */
  const char            *style; /* of a paragraph */
  gboolean in_list;             /* an item holds paragraphs, headings and lists and no table (ODF 1.2, part 1, 5.3.3) */
} Place;

static const struct
{
  KistStyle   style;
  const char *name;
} styles[] = {
  { KIST_STYLE_STRONG, "Strong_20_Emphasis" },
  { KIST_STYLE_EMPHASIS, "Emphasis" },
  { KIST_STYLE_STRIKE, "Struck_20_Text" },
  { KIST_STYLE_CODE, "Source_20_Text" },
};

static void
write_empty (KistXmlWriter *writer, const char *name)
{
  kist_xml_writer_start (writer, name);
  kist_xml_writer_end (writer);
}

/* White space collapses in OpenDocument as it does in HTML, so that what counts is an element (6.1.2, 6.1.3). */
static void
write_words (KistXmlWriter *writer, const char *text, gboolean keeps_blanks)
{
  while (*text)
    {
      gsize            length = strcspn (text, keeps_blanks ? "\n\t " : "\n");
      gsize            n_blanks = strspn (text + length, " ");
      g_autofree char *words = g_strndup (text, length);

      if (length > 0)
        kist_xml_writer_text (writer, words);
      text += length;
      if (n_blanks > 0)
        {
          g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, n_blanks);

          kist_xml_writer_start (writer, "text:s");
          kist_xml_writer_attribute (writer, "text:c", count);
          kist_xml_writer_end (writer);
          text += n_blanks;
        }
      else if (*text)
        write_empty (writer, *text++ == '\t' ? "text:tab" : "text:line-break");
    }
}

static gboolean
is_address (const char *target)
{
  return target && (g_str_has_prefix (target, "https://") || g_str_has_prefix (target, "http://") ||
                    g_str_has_prefix (target, "mailto:"));
}

static void
write_spans (KistXmlWriter *writer, GPtrArray *spans)
{
  for (unsigned i = 0; spans && i < spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (spans, i);
      unsigned        n_open = 0;

      if (is_address (span->target))
        {
          kist_xml_writer_start (writer, "text:a");
          kist_xml_writer_attribute (writer, "xlink:type", "simple");
          kist_xml_writer_attribute (writer, "xlink:href", span->target);
          kist_xml_writer_attribute (writer, "text:style-name", "Internet_20_link");
          n_open++;
        }
      for (unsigned j = 0; j < G_N_ELEMENTS (styles); j++)
        if (span->style & styles[j].style)
          {
            kist_xml_writer_start (writer, "text:span");
            kist_xml_writer_attribute (writer, "text:style-name", styles[j].name);
            n_open++;
          }
      write_words (writer, span->text, (span->style & KIST_STYLE_CODE) != 0);
      while (n_open-- > 0)
        kist_xml_writer_end (writer);
    }
}

static void
start_paragraph (KistXmlWriter *writer, const char *style)
{
  kist_xml_writer_start (writer, "text:p");
  kist_xml_writer_attribute (writer, "text:style-name", style);
}

static void write_block (const KistBlock *block, const Place *place);

static void
write_children (const KistBlock *block, const Place *place, unsigned first)
{
  for (unsigned i = first; block->children && i < block->children->len; i++)
    write_block (g_ptr_array_index (block->children, i), place);
}

static void
write_heading (const KistBlock *block, const Place *place)
{
  unsigned         level = MIN (MOST_LEVELS, place->level + block->level - 1);
  g_autofree char *number = g_strdup_printf ("%u", level);
  g_autofree char *style = g_strdup_printf ("Heading_20_%u", level);

  kist_xml_writer_start (place->writer, "text:h");
  kist_xml_writer_attribute (place->writer, "text:style-name", style);
  kist_xml_writer_attribute (place->writer, "text:outline-level", number);
  write_spans (place->writer, block->spans);
  kist_xml_writer_end (place->writer);
}

static void
write_item (const KistBlock *item, const Place *place)
{
  const KistBlock *first = item->children->len > 0 ? g_ptr_array_index (item->children, 0) : NULL;
  gboolean         is_marked = item->task != KIST_TASK_NONE && first && first->kind == KIST_BLOCK_PARAGRAPH;

  if (is_marked)
    {
      start_paragraph (place->writer, place->style);
      kist_xml_writer_text (place->writer, item->task == KIST_TASK_DONE ? "☑ " : "☐ ");
      write_spans (place->writer, first->spans);
      kist_xml_writer_end (place->writer);
    }
  write_children (item, place, is_marked ? 1 : 0);
}

static void
write_list (const KistBlock *list, const Place *place)
{
  Place inside = *place;

  inside.in_list = TRUE;
  kist_xml_writer_start (place->writer, "text:list");
  kist_xml_writer_attribute (place->writer, "text:style-name", list->is_ordered ? "Numbers" : "Bullets");
  for (unsigned i = 0; i < list->children->len; i++)
    {
      kist_xml_writer_start (place->writer, "text:list-item");
      if (i == 0 && list->is_ordered && list->start != 1)
        {
          g_autofree char *start = g_strdup_printf ("%u", list->start);

          kist_xml_writer_attribute (place->writer, "text:start-value", start);
        }
      write_item (g_ptr_array_index (list->children, i), &inside);
      kist_xml_writer_end (place->writer);
    }
  kist_xml_writer_end (place->writer);
}

static void
write_row (const KistBlock *row, const Place *place, gboolean is_header)
{
  kist_xml_writer_start (place->writer, "table:table-row");
  for (unsigned i = 0; i < row->children->len; i++)
    {
      kist_xml_writer_start (place->writer, "table:table-cell");
      kist_xml_writer_attribute (place->writer, "office:value-type", "string");
      start_paragraph (place->writer, is_header ? "Table_20_Heading" : "Table_20_Contents");
      write_spans (place->writer, ((const KistBlock *)g_ptr_array_index (row->children, i))->spans);
      kist_xml_writer_end (place->writer);
      kist_xml_writer_end (place->writer);
    }
  kist_xml_writer_end (place->writer);
}

/* Where no table may stand, its rows are paragraphs with tabs. */
static void
write_rows_as_paragraphs (const KistBlock *table, const Place *place)
{
  for (unsigned i = 0; i < table->children->len; i++)
    {
      const KistBlock *row = g_ptr_array_index (table->children, i);

      start_paragraph (place->writer, place->style);
      for (unsigned j = 0; j < row->children->len; j++)
        {
          if (j > 0)
            write_empty (place->writer, "text:tab");
          write_spans (place->writer, ((const KistBlock *)g_ptr_array_index (row->children, j))->spans);
        }
      kist_xml_writer_end (place->writer);
    }
}

static void
write_table (const KistBlock *table, const Place *place)
{
  const KistBlock *header = table->children->len > 0 ? g_ptr_array_index (table->children, 0) : NULL;
  g_autofree char *n_columns = header ? g_strdup_printf ("%u", header->children->len) : NULL;

  if (!header || header->children->len == 0)
    return;
  if (place->in_list)
    {
      write_rows_as_paragraphs (table, place);
      return;
    }
  kist_xml_writer_start (place->writer, "table:table");
  kist_xml_writer_start (place->writer, "table:table-column");
  kist_xml_writer_attribute (place->writer, "table:number-columns-repeated", n_columns);
  kist_xml_writer_end (place->writer);
  kist_xml_writer_start (place->writer, "table:table-header-rows");
  write_row (header, place, TRUE);
  kist_xml_writer_end (place->writer);
  for (unsigned i = 1; i < table->children->len; i++)
    write_row (g_ptr_array_index (table->children, i), place, FALSE);
  kist_xml_writer_end (place->writer);
}

static char *
dup_length (double pixels, double scale)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strconcat (g_ascii_formatd (number, sizeof number, "%.2f", MAX (pixels * scale, 0.05)), "cm", NULL);
}

/* At the 96 pixels to the inch of a web page, and no larger than a page has room for. What it shows is its description
 * (ODF 1.2, part 1, 19.384), which screen readers say. */
static void
write_image (const KistBlock *block, const Place *place)
{
  const KistImage *image = kist_publication_find_image (place->publication, block->target);
  g_autofree char *words = kist_block_to_text (block);
  g_autofree char *file = image ? kist_publication_dup_image_name (image) : NULL;
  g_autofree char *path = file ? g_strconcat (KIST_ODT_PICTURES, file, NULL) : NULL;
  g_autofree char *instead = g_strdup_printf ("[Picture: %s]", words);
  double           scale = image ? MIN (2.54 / 96, MIN (MOST_WIDTH / image->width, MOST_HEIGHT / image->height)) : 0;
  g_autofree char *width = image ? dup_length (image->width, scale) : NULL;
  g_autofree char *height = image ? dup_length (image->height, scale) : NULL;

  start_paragraph (place->writer, place->style);
  if (!image)
    write_words (place->writer, *words ? instead : "", FALSE);
  else
    {
      kist_xml_writer_start (place->writer, "draw:frame");
      kist_xml_writer_attribute (place->writer, "text:anchor-type", "as-char");
      kist_xml_writer_attribute (place->writer, "svg:width", width);
      kist_xml_writer_attribute (place->writer, "svg:height", height);
      kist_xml_writer_start (place->writer, "draw:image");
      kist_xml_writer_attribute (place->writer, "xlink:href", path);
      kist_xml_writer_attribute (place->writer, "xlink:type", "simple");
      kist_xml_writer_attribute (place->writer, "xlink:show", "embed");
      kist_xml_writer_attribute (place->writer, "xlink:actuate", "onLoad");
      kist_xml_writer_end (place->writer);
      kist_xml_writer_element (place->writer, "svg:desc", words);
      kist_xml_writer_end (place->writer);
    }
  kist_xml_writer_end (place->writer);
}

static void
write_block (const KistBlock *block, const Place *place)
{
  Place inside = *place;

  switch (block->kind)
    {
    case KIST_BLOCK_HEADING:
      write_heading (block, place);
      break;
    case KIST_BLOCK_IMAGE:
      write_image (block, place);
      break;
    case KIST_BLOCK_PARAGRAPH:
      start_paragraph (place->writer, place->style);
      write_spans (place->writer, block->spans);
      kist_xml_writer_end (place->writer);
      break;
    case KIST_BLOCK_CODE:
      start_paragraph (place->writer, "Preformatted_20_Text");
      if (block->spans->len > 0)
        write_words (place->writer, ((const KistSpan *)g_ptr_array_index (block->spans, 0))->text, TRUE);
      kist_xml_writer_end (place->writer);
      break;
    case KIST_BLOCK_RULE:
      start_paragraph (place->writer, "Horizontal_20_Line");
      kist_xml_writer_end (place->writer);
      break;
    case KIST_BLOCK_LIST:
      write_list (block, place);
      break;
    case KIST_BLOCK_TABLE:
      write_table (block, place);
      break;
    case KIST_BLOCK_QUOTE:
      inside.style = "Quotations";
      write_children (block, &inside, 0);
      break;
    case KIST_BLOCK_DOCUMENT:
    case KIST_BLOCK_ITEM:
    case KIST_BLOCK_ROW:
    case KIST_BLOCK_CELL:
    default:
      write_children (block, place, 0);
      break;
    }
}

/*
 * kist_odt_body_write:
 * @writer: in an office:text
 * @publication: what has its pictures
 * @markdown: a body
 * @level: of its highest heading, 1 to 6
 *
 * Writes @markdown; as one paragraph, when it is over the caps of a document.
 */
void
kist_odt_body_write (KistXmlWriter *writer, const KistPublication *publication, const char *markdown, unsigned level)
{
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);
  const Place place = { writer, publication, level, "Text_20_body", FALSE };

  if (document)
    {
      write_block (kist_document_get_root (document), &place);
      return;
    }
  start_paragraph (writer, place.style);
  write_words (writer, markdown, TRUE);
  kist_xml_writer_end (writer);
}
