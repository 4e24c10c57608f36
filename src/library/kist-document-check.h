/* What is wrong with a text although it is good Markdown: links and images that lead nowhere, images that a screen
 * reader cannot tell, headings that skip a level. Pure; any thread. For library/ alone. */
#pragma once

#include "library/kist-pack.h"

G_BEGIN_DECLS

/**
 * KistDocumentCheck:
 * @file: the file the text is in, as the pack sees it
 * @pack: (nullable): the pack, or %NULL when one file is looked at alone and its links cannot be followed
 * @level: the level of the heading above the text
 * @report: where findings go
 */
typedef struct
{
  const char *file;
  KistPack   *pack;
  unsigned    level;
  KistReport *report;
} KistDocumentCheck;

void kist_document_check (const KistDocumentCheck *self, KistDocument *document);

G_END_DECLS
