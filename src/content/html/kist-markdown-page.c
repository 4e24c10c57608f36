#include "kist-markdown-page.h"

#include <string.h>

#include "content/kist-markdown.h"

static void
append_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  for (const char *p = escaped; *p; p++)
    {
      if (*p == '\n')
        g_string_append (out, "<br>");
      else
        g_string_append_c (out, *p);
    }
}

static const struct
{
  KistStyle   style;
  const char *name;
} styles[] = {
  { KIST_STYLE_STRONG, "strong" },
  { KIST_STYLE_EMPHASIS, "em" },
  { KIST_STYLE_STRIKE, "s" },
  { KIST_STYLE_CODE, "code" },
};

/* Only what leads out of the page, and nothing that could run in it, is a link. */
static gboolean
is_address (const char *target)
{
  return target && (g_str_has_prefix (target, "https://") || g_str_has_prefix (target, "http://") ||
                    g_str_has_prefix (target, "mailto:"));
}

static void
append_spans (GString *out, GPtrArray *spans)
{
  for (unsigned i = 0; spans && i < spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (spans, i);

      if (is_address (span->target))
        {
          g_autofree char *address = g_markup_escape_text (span->target, -1);

          g_string_append_printf (out, "<a href=\"%s\" rel=\"noreferrer\">", address);
        }
      for (unsigned j = 0; j < G_N_ELEMENTS (styles); j++)
        if (span->style & styles[j].style)
          g_string_append_printf (out, "<%s>", styles[j].name);
      append_text (out, span->text);
      for (unsigned j = G_N_ELEMENTS (styles); j > 0; j--)
        if (span->style & styles[j - 1].style)
          g_string_append_printf (out, "</%s>", styles[j - 1].name);
      if (is_address (span->target))
        g_string_append (out, "</a>");
    }
}

/* A page as it is made. */
typedef struct
{
  GString              *out;
  KistMarkdownPageImage find_image; /* (nullable) */
  gpointer              data;       /* for @find_image */
} Page;

static void append_block (const Page *page, const KistBlock *block, unsigned level, gboolean is_header);

static void
append_children (const Page *page, const KistBlock *block, unsigned level)
{
  for (unsigned i = 0; block->children && i < block->children->len; i++)
    append_block (page, g_ptr_array_index (block->children, i), level, block->kind == KIST_BLOCK_TABLE && i == 0);
}

static void
append_row (GString *out, const KistBlock *row, gboolean is_header)
{
  g_string_append (out, "<tr>");
  for (unsigned i = 0; row->children && i < row->children->len; i++)
    {
      const KistBlock *cell = g_ptr_array_index (row->children, i);

      g_string_append (out, is_header ? "<th scope=\"col\">" : "<td>");
      append_spans (out, cell->spans);
      g_string_append (out, is_header ? "</th>" : "</td>");
    }
  g_string_append (out, "</tr>\n");
}

/* The mark of a task is a character, since a blog takes form elements out; it stands in the item's first line. */
static void
append_item (const Page *page, const KistBlock *item, unsigned level)
{
  GString         *out = page->out;
  const KistBlock *first = item->children->len > 0 ? g_ptr_array_index (item->children, 0) : NULL;
  gboolean         is_marked = item->task != KIST_TASK_NONE && first && first->kind == KIST_BLOCK_PARAGRAPH;

  g_string_append (out, "<li>");
  if (is_marked)
    {
      g_string_append (out, item->task == KIST_TASK_DONE ? "<p>☑ " : "<p>☐ ");
      append_spans (out, first->spans);
      g_string_append (out, "</p>\n");
    }
  for (unsigned i = is_marked ? 1 : 0; i < item->children->len; i++)
    append_block (page, g_ptr_array_index (item->children, i), level, FALSE);
  g_string_append (out, "</li>\n");
}

/* An element that holds other blocks. */
static void
append_container (const Page *page, const KistBlock *block, unsigned level)
{
  GString    *out = page->out;
  const char *name = block->kind == KIST_BLOCK_LIST    ? (block->is_ordered ? "ol" : "ul")
                     : block->kind == KIST_BLOCK_TABLE ? "table"
                                                       : "blockquote";

  g_string_append_printf (out, "<%s", name);
  if (block->kind == KIST_BLOCK_LIST && block->is_ordered && block->start != 1)
    g_string_append_printf (out, " start=\"%u\"", block->start);
  g_string_append_c (out, '>');
  append_children (page, block, level);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_leaf (GString *out, const char *name, const KistBlock *block)
{
  g_string_append_printf (out, "<%s>", name);
  append_spans (out, block->spans);
  g_string_append_printf (out, "</%s>\n", name);
}

/* A picture that is not there, or cannot be had where the page goes, is its words. */
static void
append_image (const Page *page, const KistBlock *block)
{
  g_autofree char *source = page->find_image ? page->find_image (block->target, page->data) : NULL;
  g_autofree char *words = kist_block_to_text (block);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autofree char *address = source ? g_markup_escape_text (source, -1) : NULL;

  g_strdelimit (escaped, "\n", ' ');
  if (address)
    g_string_append_printf (page->out, "<p><img src=\"%s\" alt=\"%s\"></p>\n", address, escaped);
  else if (*escaped)
    g_string_append_printf (page->out, "<p>[Picture: %s]</p>\n", escaped);
}

static void
append_block (const Page *page, const KistBlock *block, unsigned level, gboolean is_header)
{
  GString         *out = page->out;
  g_autofree char *heading = g_strdup_printf ("h%u", MIN (6, level + (block->level > 0 ? block->level - 1 : 0)));
  g_autofree char *text = NULL;

  switch (block->kind)
    {
    case KIST_BLOCK_HEADING:
      append_leaf (out, heading, block);
      break;
    case KIST_BLOCK_PARAGRAPH:
      append_leaf (out, "p", block);
      break;
    case KIST_BLOCK_IMAGE:
      append_image (page, block);
      break;
    case KIST_BLOCK_CODE:
      text = g_markup_escape_text (block->spans->len > 0 ? ((KistSpan *)g_ptr_array_index (block->spans, 0))->text : "",
                                   -1);
      g_string_append_printf (out, "<pre><code>%s</code></pre>\n", text);
      break;
    case KIST_BLOCK_RULE:
      g_string_append (out, "<hr>\n");
      break;
    case KIST_BLOCK_ROW:
      append_row (out, block, is_header);
      break;
    case KIST_BLOCK_ITEM:
      append_item (page, block, level);
      break;
    case KIST_BLOCK_LIST:
    case KIST_BLOCK_QUOTE:
    case KIST_BLOCK_TABLE:
      append_container (page, block, level);
      break;
    case KIST_BLOCK_DOCUMENT:
    case KIST_BLOCK_CELL:
    default:
      append_children (page, block, level);
      break;
    }
}

/**
 * kist_markdown_page_append:
 * @out: a page
 * @markdown: a text
 * @level: of its highest heading, 1 to 6
 *
 * Appends @markdown as HTML; as it stands, when it is over the caps of a document. Pictures are their words in
 * brackets.
 */
void
kist_markdown_page_append (GString *out, const char *markdown, unsigned level)
{
  kist_markdown_page_append_with_images (out, markdown, level, NULL, NULL);
}

/**
 * kist_markdown_page_append_with_images:
 * @out: a page
 * @markdown: a text
 * @level: of its highest heading, 1 to 6
 * @find_image: (nullable) (scope call): what says where a picture is to be had
 * @data: for @find_image
 *
 * The same with pictures.
 */
void
kist_markdown_page_append_with_images (GString              *out,
                                       const char           *markdown,
                                       unsigned              level,
                                       KistMarkdownPageImage find_image,
                                       gpointer              data)
{
  g_autoptr (KistDocument) document = kist_markdown_parse (markdown, 1, NULL);
  const Page page = { out, find_image, data };

  if (document)
    {
      append_block (&page, kist_document_get_root (document), level, FALSE);
      return;
    }
  g_string_append (out, "<p>");
  append_text (out, markdown);
  g_string_append (out, "</p>\n");
}
