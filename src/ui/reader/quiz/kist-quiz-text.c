#include "kist-quiz-text.h"

#include "content/kist-markdown.h"
#include "ui/widgets/document/kist-markup.h"

static void
append_span (GString *markup, const KistSpan *span)
{
  KistSpan bare = { span->text, span->style, NULL };
  g_autoptr (GPtrArray) spans = g_ptr_array_new ();
  g_autofree char *words = NULL;

  g_ptr_array_add (spans, &bare);
  words = kist_markup_from_spans (spans, NULL);
  g_string_append (markup, words);
  if (span->target && kist_markup_is_external (span->target))
    {
      g_autofree char *address = g_markup_escape_text (span->target, -1);

      g_string_append_printf (markup, " (%s)", address);
    }
}

/* One line for each leaf; items with their sign. The depth is that of a document, which is capped. */
static void
append_block (GString *markup, const KistBlock *block)
{
  unsigned number = block->start;

  for (unsigned i = 0; block->spans && i < block->spans->len; i++)
    append_span (markup, g_ptr_array_index (block->spans, i));
  for (unsigned i = 0; block->children && i < block->children->len; i++)
    {
      const KistBlock *child = g_ptr_array_index (block->children, i);

      if (markup->len > 0 && markup->str[markup->len - 1] != '\n' && child->kind != KIST_BLOCK_CELL &&
          (i > 0 || block->kind != KIST_BLOCK_ITEM))
        g_string_append_c (markup, '\n');
      if (child->kind == KIST_BLOCK_CELL && i > 0)
        g_string_append (markup, " · ");
      if (child->kind == KIST_BLOCK_ITEM && block->is_ordered)
        g_string_append_printf (markup, "%u. ", number++);
      else if (child->kind == KIST_BLOCK_ITEM)
        g_string_append (markup, "• ");
      append_block (markup, child);
    }
}

static KistDocument *
read_markdown (const KistQuestion *question, const char *text)
{
  return question->is_markdown ? kist_markdown_parse (text, 1, NULL) : NULL;
}

/**
 * kist_quiz_text_to_markup:
 * @question: a question
 * @text: a text of it
 *
 * Returns: (transfer full): Pango markup
 */
char *
kist_quiz_text_to_markup (const KistQuestion *question, const char *text)
{
  g_autoptr (KistDocument) document = read_markdown (question, text);
  GString *markup;

  if (!document)
    return g_markup_escape_text (text, -1);
  markup = g_string_new (NULL);
  append_block (markup, kist_document_get_root (document));
  return g_string_free (markup, FALSE);
}

/**
 * kist_quiz_text_to_plain:
 * @question: a question
 * @text: a text of it
 *
 * Returns: (transfer full): its words, for who hears them
 */
char *
kist_quiz_text_to_plain (const KistQuestion *question, const char *text)
{
  g_autoptr (KistDocument) document = read_markdown (question, text);

  return document ? g_strstrip (kist_document_to_text (document)) : g_strdup (text);
}
