/* What the targets for src/content/ share: text as its parsers are promised it, and what holds of every finding. */
#pragma once

#include <string.h>

#include "base/kist-report.h"
#include "base/kist-text.h"
#include "content/kist-document.h"

static inline char *
dup_text (const char *bytes, gsize length)
{
  char            *text = kist_text_normalise (bytes, length, NULL);
  g_autofree char *valid = text ? NULL : g_utf8_make_valid (bytes, (gssize)length);

  return text ? text : kist_text_normalise (valid, strlen (valid), NULL);
}

/* @is_read is whether a parser gave something back, which it must unless it said an error. */
static inline void
check_report (KistReport *report, const char *text, gboolean is_read)
{
  unsigned n_lines = kist_text_line_of (text, text + strlen (text));

  g_assert_true (is_read || kist_report_count (report, KIST_SEVERITY_ERROR) > 0);
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      g_assert_true (g_utf8_validate (finding->message, -1, NULL));
      g_assert_true (!finding->hint || g_utf8_validate (finding->hint, -1, NULL));
      g_assert_cmpuint (finding->line, <=, n_lines);
    }
}

/* What kist-document.h promises of a block that stands in one of @parent. */
static inline void
check_block (const KistBlock *block, KistBlockKind parent, unsigned n_lines)
{
  g_assert_cmpuint (block->line, >=, 1);
  g_assert_cmpuint (block->line, <=, n_lines);
  g_assert_true ((block->kind == KIST_BLOCK_ITEM) == (parent == KIST_BLOCK_LIST));
  g_assert_true ((block->kind == KIST_BLOCK_ROW) == (parent == KIST_BLOCK_TABLE));
  g_assert_true ((block->kind == KIST_BLOCK_CELL) == (parent == KIST_BLOCK_ROW));
  g_assert_true (!block->id || kist_text_is_id (block->id));
  for (unsigned i = 0; block->spans && i < block->spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (block->spans, i);

      g_assert_true (*span->text && g_utf8_validate (span->text, -1, NULL));
      g_assert_true (!span->target || g_utf8_validate (span->target, -1, NULL));
    }
  for (unsigned i = 0; block->children && i < block->children->len; i++)
    check_block (g_ptr_array_index (block->children, i), block->kind, n_lines);
}

static inline void
check_document (KistDocument *document, const char *text)
{
  const KistBlock *root = kist_document_get_root (document);
  unsigned         n_lines = kist_text_line_of (text, text + strlen (text));

  for (unsigned i = 0; i < root->children->len; i++)
    check_block (g_ptr_array_index (root->children, i), KIST_BLOCK_DOCUMENT, n_lines);
}
