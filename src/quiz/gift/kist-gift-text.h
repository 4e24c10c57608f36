/* The signs of GIFT: what is escaped, what a text says, and in which of Moodle's four formats. Pure; any thread. */
#pragma once

#include "base/kist-report.h"

G_BEGIN_DECLS

/* An arrow that does not divide a pair. GIFT has none: to Moodle's importer (question/format/gift/format.php) every
 * "->" between braces makes a matching question of it. So it shows this one as it stands, but asks the right question.
 */
#define KIST_GIFT_NO_ARROW "-\\>"

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
 * @column: where it begins in that line, in characters from 1
 * @block: (nullable): the question as it is read, without its comments
 * @lines: (element-type KistGiftLine) (nullable): where the lines of @block stand in the file
 * @format: of the question, and of each text that does not name its own
 */
typedef struct
{
  const char    *file;
  KistReport    *report;
  unsigned       line;
  unsigned       column;
  const GString *block;
  const GArray  *lines;
  KistGiftFormat format;
} KistGiftReader;

/**
 * KistGiftLine:
 * @offset: in the question, in bytes
 * @line: of the file
 * @column: of the first character in that line
 */
typedef struct
{
  gsize    offset;
  unsigned line;
  unsigned column;
} KistGiftLine;

void kist_gift_find_place (const KistGiftReader *reader, const char *at, unsigned *line, unsigned *column);

char          *kist_gift_find (char *text, const char *mark);
char          *kist_gift_find_last (char *text, const char *mark);
char          *kist_gift_find_any (char *text, const char *signs);
char          *kist_gift_cut (char *text, const char *mark);
KistGiftFormat kist_gift_take_format (const char **text, KistGiftFormat otherwise);
char          *kist_gift_clean (const char *text, gboolean keeps_lines);
char          *kist_gift_dup_text (const KistGiftReader *reader, const char *text);

G_END_DECLS
