#include "kist-form-text.h"

#include <string.h>

#include "base/kist-text.h"
#include "kist-markdown.h"

#define OPEN_TASK "\xe2\x98\x90 "
#define DONE_TASK "\xe2\x98\x91 "
#define OPENING_QUOTE "\xe2\x80\x9c"
#define CLOSING_QUOTE "\xe2\x80\x9d"
#define EN_DASH 0x2013
#define EM_DASH 0x2014

/* The text so far, and what comes before the next line of it. */
typedef struct
{
  GString *out;
  GString *indent; /* of the lines of the innermost open item */
  GString *prefix; /* of the next line: the same, or the marks of items that have no line yet */
  unsigned gap;    /* line ends before the next line */
} Writer;

static void write_block (Writer *self, const KistBlock *block, const KistBlock *parent);

static void
put_line (Writer *self, const char *line, gsize length)
{
  for (unsigned i = 0; i < self->gap; i++)
    g_string_append_c (self->out, '\n');
  g_string_append_len (self->out, self->prefix->str, (gssize)self->prefix->len);
  g_string_append_len (self->out, line, (gssize)length);
  g_string_assign (self->prefix, self->indent->str);
  self->gap = 1;
}

/* Lines that are none of them empty. */
static void
put_lines (Writer *self, const char *text)
{
  while (*text)
    {
      gsize length = strcspn (text, "\n");

      put_line (self, text, length);
      text += length + (text[length] == '\n');
    }
}

/* Appends with single blanks, and none at the beginning or the end. @pending is the white space that is owed. */
static void
append_prose (GString *out, const char *text, gboolean is_one_line, char *pending)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n' && !is_one_line)
        *pending = '\n';
      else if (g_unichar_isspace (character))
        *pending = *pending ? *pending : ' ';
      else if (!g_unichar_iscntrl (character))
        {
          if (*pending && out->len > 0)
            g_string_append_c (out, *pending);
          *pending = 0;
          g_string_append_unichar (out, character);
        }
    }
}

/* The link's text begins at @start of @out. An address inside of Kist leads nobody else anywhere. */
static void
append_address (GString *out, gsize start, const char *target)
{
  const char *address = g_ascii_strncasecmp (target, "mailto:", 7) == 0 ? target + 7 : target;
  const char *text = out->str + start, *scheme = strstr (address, "://");
  char        pending = 0;

  text += *text == ' ' || *text == '\n';
  if (g_str_equal (text, address) || g_str_equal (text, target) || g_str_has_prefix (target, "kist:") ||
      ((g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://")) &&
       g_str_equal (text, scheme + 3)))
    return;
  g_string_append (out, out->len > 0 ? " (" : "(");
  append_prose (out, address, TRUE, &pending);
  g_string_append_c (out, ')');
}

static char *
flatten (const KistBlock *leaf, gboolean is_one_line)
{
  GString    *out = g_string_new (NULL);
  gsize       link_start = 0;
  const char *target_before = NULL;
  char        pending = 0;

  for (unsigned i = 0; i < leaf->spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (leaf->spans, i);
      const KistSpan *next = i + 1 < leaf->spans->len ? g_ptr_array_index (leaf->spans, i + 1) : NULL;

      if (g_strcmp0 (span->target, target_before) != 0)
        link_start = out->len;
      append_prose (out, span->text, is_one_line, &pending);
      if (span->target && *span->target && g_strcmp0 (span->target, next ? next->target : NULL) != 0)
        append_address (out, link_start, span->target);
      target_before = span->target;
    }
  return g_string_free (out, FALSE);
}

static void
write_paragraph (Writer *self, const KistBlock *block, gboolean is_quoted)
{
  g_autofree char *text = flatten (block, FALSE);
  g_autofree char *quoted = NULL;
  gunichar         first = g_utf8_get_char (text);

  if (is_quoted && first && first != '"' && first != EN_DASH && first != EM_DASH &&
      g_unichar_type (first) != G_UNICODE_INITIAL_PUNCTUATION)
    quoted = g_strconcat (OPENING_QUOTE, text, CLOSING_QUOTE, NULL);
  put_lines (self, quoted ? quoted : text);
}

static void
write_heading (Writer *self, const KistBlock *block)
{
  g_autofree char *text = flatten (block, TRUE);

  put_lines (self, text);
}

static void
write_row (Writer *self, const KistBlock *row)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gsize end = 0;

  for (unsigned i = 0; i < row->children->len; i++)
    {
      g_autofree char *cell = flatten (g_ptr_array_index (row->children, i), TRUE);

      if (i > 0)
        g_string_append_c (line, '\t');
      g_string_append (line, cell);
      end = *cell ? line->len : end;
    }
  if (end > 0)
    put_line (self, line->str, end);
}

/* Up to the end of the line. Returns what comes behind it. */
static const char *
read_code_line (const char *text, GString *line)
{
  gsize end = 0;

  g_string_truncate (line, 0);
  for (; *text && *text != '\n'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_isspace (character))
        g_string_append_c (line, character == '\t' ? '\t' : ' ');
      else if (!g_unichar_iscntrl (character))
        {
          g_string_append_unichar (line, character);
          end = line->len;
        }
    }
  g_string_truncate (line, end);
  return text + (*text == '\n');
}

static void
write_code (Writer *self, const KistBlock *block)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *text = block->spans->len > 0 ? ((const KistSpan *)g_ptr_array_index (block->spans, 0))->text : "";
  gboolean    is_begun = FALSE;

  while (*text)
    {
      text = read_code_line (text, line);
      if (line->len > 0)
        put_line (self, line->str, line->len);
      else if (is_begun)
        self->gap = 2;
      is_begun = is_begun || line->len > 0;
    }
}

static gboolean
is_loose (const KistBlock *list)
{
  for (unsigned i = 0; i < list->children->len; i++)
    {
      const KistBlock *item = g_ptr_array_index (list->children, i);
      unsigned         n_blocks = 0;

      for (unsigned j = 0; j < item->children->len; j++)
        {
          const KistBlock *block = g_ptr_array_index (item->children, j);

          n_blocks +=
              block->kind != KIST_BLOCK_LIST && block->kind != KIST_BLOCK_RULE && block->kind != KIST_BLOCK_IMAGE;
        }
      if (n_blocks > 1)
        return TRUE;
    }
  return FALSE;
}

/* How many line ends stand before @child where it is not the first in @parent. */
static unsigned
gap_before (const KistBlock *child, const KistBlock *parent, gboolean is_loose_list)
{
  if (parent->kind == KIST_BLOCK_TABLE)
    return 1;
  if (parent->kind == KIST_BLOCK_LIST || (parent->kind == KIST_BLOCK_ITEM && child->kind == KIST_BLOCK_LIST))
    return is_loose_list ? 2 : 1;
  return 2;
}

static void
write_children (Writer *self, const KistBlock *block, gboolean is_loose_list)
{
  gsize start = self->out->len;

  for (unsigned i = 0; i < block->children->len; i++)
    {
      const KistBlock *child = g_ptr_array_index (block->children, i);

      /* What left nothing behind leaves no gap either. */
      if (self->out->len > start)
        self->gap = gap_before (child, block, is_loose_list);
      write_block (self, child, block);
    }
}

static void
write_item (Writer *self, const KistBlock *list, unsigned index, gboolean is_loose_list)
{
  const KistBlock *item = g_ptr_array_index (list->children, index);
  const char      *bullet = list->is_ordered ? "" : "- ", *mark;
  gsize            start = self->out->len, indent = self->indent->len, prefix = self->prefix->len;
  g_autofree char *number = list->is_ordered ? g_strdup_printf ("%u. ", list->start + index) : NULL;

  if (item->task == KIST_TASK_NONE)
    mark = bullet;
  else
    mark = item->task == KIST_TASK_DONE ? DONE_TASK : OPEN_TASK;
  g_string_append_printf (self->prefix, "%s%s", number ? number : "", mark);
  g_string_append_printf (self->indent, "%*s", (int)((number ? strlen (number) : 0) + g_utf8_strlen (mark, -1)), "");
  write_children (self, item, is_loose_list);
  g_string_truncate (self->indent, indent);
  if (self->out->len > start)
    g_string_assign (self->prefix, self->indent->str);
  else
    g_string_truncate (self->prefix, prefix);
}

static void
write_list (Writer *self, const KistBlock *list)
{
  gboolean is_loose_list = is_loose (list);
  gsize    start = self->out->len;

  for (unsigned i = 0; i < list->children->len; i++)
    {
      if (self->out->len > start)
        self->gap = gap_before (g_ptr_array_index (list->children, i), list, is_loose_list);
      write_item (self, list, i, is_loose_list);
    }
}

static void
write_block (Writer *self, const KistBlock *block, const KistBlock *parent)
{
  switch (block->kind)
    {
    case KIST_BLOCK_HEADING:
      write_heading (self, block);
      break;
    case KIST_BLOCK_PARAGRAPH:
      write_paragraph (self, block, parent->kind == KIST_BLOCK_QUOTE);
      break;
    case KIST_BLOCK_LIST:
      write_list (self, block);
      break;
    case KIST_BLOCK_CODE:
      write_code (self, block);
      break;
    case KIST_BLOCK_ROW:
      write_row (self, block);
      break;
    case KIST_BLOCK_DOCUMENT:
    case KIST_BLOCK_QUOTE:
    case KIST_BLOCK_TABLE:
      write_children (self, block, FALSE);
      break;
    case KIST_BLOCK_ITEM:
    case KIST_BLOCK_CELL:
    case KIST_BLOCK_RULE:
    case KIST_BLOCK_IMAGE:
    default:
      break;
    }
}

/**
 * kist_form_text_new:
 * @title: (nullable): the draft's title, which is no Markdown; %NULL or blank for none
 * @markdown: the draft, in UTF-8
 * @error: return location
 *
 * Makes the text that *Copy for the form* puts on the clipboard. The rules stand at the top of the header; that each
 * criterion's heading stays as a line of its own follows the issuer's advice to use criteria as headings and to write
 * elsewhere and paste: badges.sssc.uk.com/getting-started/preparing-and-publishing-your-evidence/
 *
 * kist_word_count() of the draft is the number of its words but for the addresses of links and the numbers of numbered
 * items, which are seen here and not there.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %KIST_ERROR_INVALID where @markdown is no UTF-8 and
 *   %KIST_ERROR_TOO_LARGE where it is over a cap of kist_markdown_parse()
 */
char *
kist_form_text_new (const char *title, const char *markdown, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (KistDocument) document = NULL;
  g_autoptr (GString) heading = g_string_new (NULL);
  g_autoptr (GString) indent = g_string_new (NULL);
  g_autoptr (GString) prefix = g_string_new (NULL);
  Writer writer = { .indent = indent, .prefix = prefix };
  char   pending = 0;

  g_return_val_if_fail (markdown != NULL, NULL);
  g_return_val_if_fail (!title || g_utf8_validate (title, -1, NULL), NULL);

  text = kist_text_normalise (markdown, strlen (markdown), error);
  document = text ? kist_markdown_parse (text, 1, error) : NULL;
  if (!document)
    return NULL;
  writer.out = g_string_sized_new (strlen (text));
  append_prose (heading, title ? title : "", TRUE, &pending);
  put_lines (&writer, heading->str);
  writer.gap = writer.out->len > 0 ? 2 : 0;
  write_block (&writer, kist_document_get_root (document), NULL);
  if (writer.out->len > 0)
    g_string_append_c (writer.out, '\n');
  return g_string_free (writer.out, FALSE);
}
