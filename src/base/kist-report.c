#include "kist-report.h"

struct _KistReport
{
  GObject parent_instance;

  GPtrArray *findings; /* (element-type KistFinding) (owned) */
  unsigned   counts[KIST_SEVERITY_ERROR + 1];
};

G_DEFINE_FINAL_TYPE (KistReport, kist_report, G_TYPE_OBJECT)

static void
kist_finding_free (KistFinding *finding)
{
  g_free (finding->file);
  g_free (finding->message);
  g_free (finding->hint);
  g_free (finding);
}

/* Keeps a copy of @finding with what @format and @values say. */
G_GNUC_PRINTF (3, 0)
static void
add (KistReport *self, const KistFinding *finding, const char *format, va_list values)
{
  KistFinding *kept;

  self->counts[finding->severity]++;
  if (self->findings->len >= KIST_REPORT_MAX_FINDINGS)
    return;
  kept = g_memdup2 (finding, sizeof *finding);
  kept->file = g_strdup (finding->file);
  kept->hint = g_strdup (finding->hint);
  kept->message = g_strdup_vprintf (format, values);
  g_ptr_array_add (self->findings, kept);
}

static void
kist_report_finalize (GObject *object)
{
  KistReport *self = KIST_REPORT (object);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_report_parent_class)->finalize (object);
}

static void
kist_report_class_init (KistReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_report_finalize;
}

static void
kist_report_init (KistReport *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_finding_free);
}

/**
 * kist_report_new:
 *
 * Returns: (transfer full): an empty report
 */
KistReport *
kist_report_new (void)
{
  return g_object_new (KIST_TYPE_REPORT, NULL);
}

/**
 * kist_report_add:
 * @self: a report
 * @file: the file as it should be shown
 * @line: from 1, or 0 for the whole file
 * @severity: how bad it is
 * @hint: (nullable): how to mend it, one sentence
 * @format: what is wrong, one sentence, as for printf()
 * @...: the values of @format
 *
 * Beyond %KIST_REPORT_MAX_FINDINGS a finding is counted and not kept.
 */
void
kist_report_add (KistReport  *self,
                 const char  *file,
                 unsigned     line,
                 KistSeverity severity,
                 const char  *hint,
                 const char  *format,
                 ...)
{
  KistFinding finding = { .file = (char *)file, .line = line, .severity = severity, .hint = (char *)hint };
  va_list     values;

  g_return_if_fail (KIST_IS_REPORT (self));
  g_return_if_fail (file != NULL && format != NULL);

  va_start (values, format);
  add (self, &finding, format, values);
  va_end (values);
}

/**
 * kist_report_add_at:
 * @self: a report
 * @file: the file as it should be shown
 * @line: from 1, or 0 for the whole file
 * @column: in characters from 1, or 0 for the whole line
 * @severity: how bad it is
 * @hint: (nullable): how to mend it, one sentence
 * @format: what is wrong, one sentence, as for printf()
 * @...: the values of @format
 *
 * As kist_report_add(), for a reader that knows where in the line it is.
 */
void
kist_report_add_at (KistReport  *self,
                    const char  *file,
                    unsigned     line,
                    unsigned     column,
                    KistSeverity severity,
                    const char  *hint,
                    const char  *format,
                    ...)
{
  KistFinding finding = { (char *)file, line, column, severity, NULL, (char *)hint };
  va_list     values;

  g_return_if_fail (KIST_IS_REPORT (self));
  g_return_if_fail (file != NULL && format != NULL);

  va_start (values, format);
  add (self, &finding, format, values);
  va_end (values);
}

/**
 * kist_report_get_n_findings:
 * @self: a report
 *
 * Returns: how many findings are kept, of any severity
 */
unsigned
kist_report_get_n_findings (KistReport *self)
{
  g_return_val_if_fail (KIST_IS_REPORT (self), 0);

  return self->findings->len;
}

/**
 * kist_report_get_finding:
 * @self: a report
 * @index: less than kist_report_get_n_findings()
 *
 * Returns: (transfer none): the finding, which lives as long as the report
 */
const KistFinding *
kist_report_get_finding (KistReport *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_REPORT (self), NULL);
  g_return_val_if_fail (index < self->findings->len, NULL);

  return g_ptr_array_index (self->findings, index);
}

/**
 * kist_report_count:
 * @self: a report
 * @at_least: the mildest severity that counts
 *
 * Returns: how many findings were added of that severity or worse, kept or not
 */
unsigned
kist_report_count (KistReport *self, KistSeverity at_least)
{
  unsigned total = 0;

  g_return_val_if_fail (KIST_IS_REPORT (self), 0);

  for (int severity = at_least; severity <= KIST_SEVERITY_ERROR; severity++)
    total += self->counts[severity];
  return total;
}

/**
 * kist_finding_to_string:
 * @finding: a finding
 *
 * Returns: (transfer full): "file:line:column: error: message. hint", the form that editors jump to; without a column,
 * or without a line, where there is none
 */
char *
kist_finding_to_string (const KistFinding *finding)
{
  GString *text;

  g_return_val_if_fail (finding != NULL, NULL);

  text = g_string_new (finding->file);
  if (finding->line > 0)
    g_string_append_printf (text, ":%u", finding->line);
  if (finding->line > 0 && finding->column > 0)
    g_string_append_printf (text, ":%u", finding->column);
  g_string_append_printf (text, ": %s: %s", kist_severity_to_string (finding->severity), finding->message);
  if (finding->hint)
    g_string_append_printf (text, " %s", finding->hint);
  return g_string_free (text, FALSE);
}

/**
 * kist_severity_to_string:
 * @severity: a severity
 *
 * Returns: (transfer none): "note", "warning" or "error", untranslated
 */
const char *
kist_severity_to_string (KistSeverity severity)
{
  switch (severity)
    {
    case KIST_SEVERITY_NOTE:
      return "note";
    case KIST_SEVERITY_WARNING:
      return "warning";
    case KIST_SEVERITY_ERROR:
    default:
      return "error";
    }
}
