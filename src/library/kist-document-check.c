#include "kist-document-check.h"

#include <string.h>

/* What the user's own browser or mail program opens. */
static const char *const outside_schemes[] = { "http", "https", "mailto", "tel", NULL };

static void
check_target (const KistDocumentCheck *self, unsigned line, unsigned column, const char *target, const char *what)
{
  const char      *scheme = g_uri_peek_scheme (target);
  g_autofree char *file = NULL;

  if (scheme)
    {
      g_autofree char *lower = g_ascii_strdown (scheme, -1);

      if (!g_strv_contains (outside_schemes, lower))
        kist_report_add_at (self->report, self->file, line, column, KIST_SEVERITY_WARNING,
                            "Use https:, mailto: or a file of the pack.", "The %s “%s” is never opened.", what, target);
      return;
    }
  if (*target == '#')
    return;
  file = kist_pack_resolve (self->file, target);
  if (!file)
    kist_report_add_at (self->report, self->file, line, column, KIST_SEVERITY_ERROR, "Put the file into the pack.",
                        "The %s “%s” leads out of the pack.", what, target);
  else if (self->pack && !g_hash_table_contains (self->pack->files, file))
    kist_report_add_at (self->report, self->file, line, column, KIST_SEVERITY_ERROR,
                        "Is the name right, capitals and all?", "The %s “%s” leads to no file.", what, target);
}

static gboolean
has_text (const KistBlock *block)
{
  for (unsigned i = 0; block->spans && i < block->spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (block->spans, i);

      if (strspn (span->text, " \n\t") < strlen (span->text))
        return TRUE;
    }
  return FALSE;
}

static void
check_image (const KistDocumentCheck *self, const KistBlock *block)
{
  if (!block->target || !*block->target)
    kist_report_add_at (self->report, self->file, block->line, block->column, KIST_SEVERITY_ERROR,
                        "Write ![what there is to see](../media/picture.png).", "This image has no file.");
  else
    check_target (self, block->line, block->column, block->target, "image");
  if (!has_text (block))
    kist_report_add_at (self->report, self->file, block->line, block->column, KIST_SEVERITY_ERROR,
                        "Say between the square brackets what there is to see.",
                        "Who cannot see this image is not told what it shows.");
}

/* A link in several styles is several spans in a row; it is looked at once. */
static void
check_links (const KistDocumentCheck *self, const KistBlock *block)
{
  const char *before = NULL;

  for (unsigned i = 0; block->spans && i < block->spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (block->spans, i);

      if (span->target && g_strcmp0 (span->target, before) != 0)
        check_target (self, block->line, 0, span->target, "link");
      before = span->target;
    }
}

static void
check_block (const KistDocumentCheck *self, const KistBlock *block, unsigned *level)
{
  if (block->kind == KIST_BLOCK_HEADING)
    {
      if (block->level > *level + 1)
        kist_report_add (self->report, self->file, block->line, KIST_SEVERITY_WARNING,
                         "A reader who cannot see the page finds the way by the levels.",
                         "This heading has level %u below one of level %u.", block->level, *level);
      *level = block->level;
    }
  if (block->kind == KIST_BLOCK_IMAGE)
    check_image (self, block);
  else
    check_links (self, block);
  for (unsigned i = 0; block->children && i < block->children->len; i++)
    check_block (self, g_ptr_array_index (block->children, i), level);
}

/**
 * kist_document_check:
 * @self: what to look at it with
 * @document: a text
 *
 * Adds what is wrong to the report.
 */
void
kist_document_check (const KistDocumentCheck *self, KistDocument *document)
{
  unsigned level = self->level;

  g_return_if_fail (KIST_IS_DOCUMENT (document));

  check_block (self, kist_document_get_root (document), &level);
}
