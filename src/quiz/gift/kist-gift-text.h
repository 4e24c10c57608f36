/* The signs of GIFT: what is escaped, what a text says, and in which of Moodle's four formats. Pure; any thread. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_GIFT_PLAIN, /* also [moodle] */
  KIST_GIFT_MARKDOWN,
  KIST_GIFT_HTML,
} KistGiftFormat;

/**
 * KistGiftReader:
 * @file: for findings
 * @report: for findings
 * @line: of the question
 * @format: of the question, and of each text that does not name its own
 */
typedef struct
{
  const char    *file;
  KistReport    *report;
  unsigned       line;
  KistGiftFormat format;
} KistGiftReader;

char          *kist_gift_find (char *text, const char *mark);
char          *kist_gift_find_last (char *text, const char *mark);
char          *kist_gift_find_any (char *text, const char *signs);
char          *kist_gift_cut (char *text, const char *mark);
KistGiftFormat kist_gift_take_format (const char **text, KistGiftFormat otherwise);
char          *kist_gift_clean (const char *text, gboolean keeps_lines);
char          *kist_gift_dup_text (const KistGiftReader *reader, const char *text);

G_END_DECLS
