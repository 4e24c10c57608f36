/* What a reader of author's files found wrong, in the order found: a file, a line and a column, what, and how to mend
 * it. A report is filled by one thread and then only read. Every parser of what authors write takes one, so that an
 * author sees every fault at once and not one a day. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KistSeverity:
 * @KIST_SEVERITY_NOTE: advice; the file works as it is
 * @KIST_SEVERITY_WARNING: works, but probably not as meant
 * @KIST_SEVERITY_ERROR: the part cannot be used
 */
typedef enum
{
  KIST_SEVERITY_NOTE,
  KIST_SEVERITY_WARNING,
  KIST_SEVERITY_ERROR,
} KistSeverity;

/**
 * KistFinding:
 * @file: the file as it should be shown, usually relative to the pack
 * @line: from 1; 0 when the whole file is meant
 * @column: in characters from 1; 0 when the whole line is meant
 * @severity: how bad it is
 * @message: what is wrong, one sentence
 * @hint: (nullable): how to mend it, one sentence
 */
typedef struct
{
  char        *file;
  unsigned     line;
  unsigned     column;
  KistSeverity severity;
  char        *message;
  char        *hint;
} KistFinding;

#define KIST_TYPE_REPORT (kist_report_get_type ())
G_DECLARE_FINAL_TYPE (KistReport, kist_report, KIST, REPORT, GObject)

/* More findings than this in one report help nobody; the rest is counted, not kept. */
#define KIST_REPORT_MAX_FINDINGS 1000

KistReport        *kist_report_new (void);
void               kist_report_add (KistReport  *self,
                                    const char  *file,
                                    unsigned     line,
                                    KistSeverity severity,
                                    const char  *hint,
                                    const char  *format,
                                    ...) G_GNUC_PRINTF (6, 7);
void               kist_report_add_at (KistReport  *self,
                                       const char  *file,
                                       unsigned     line,
                                       unsigned     column,
                                       KistSeverity severity,
                                       const char  *hint,
                                       const char  *format,
                                       ...) G_GNUC_PRINTF (7, 8);
unsigned           kist_report_get_n_findings (KistReport *self);
const KistFinding *kist_report_get_finding (KistReport *self, unsigned index);
unsigned           kist_report_count (KistReport *self, KistSeverity at_least);
char              *kist_finding_to_string (const KistFinding *finding);
const char        *kist_severity_to_string (KistSeverity severity);

G_END_DECLS
