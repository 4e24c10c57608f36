#include "kist-front-matter.h"

#include <string.h>

#include "base/kist-text.h"

static gboolean
is_dashes (const char *line, gsize length)
{
  return length >= 3 && memcmp (line, "---", 3) == 0 && strspn (line + 3, " \t") + 3 >= length;
}

/**
 * kist_front_matter_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 * @body: (out) (transfer none) (nullable): what stands below, inside @text; %NULL when there is no front matter
 * @body_line: (out): the line on which @body begins
 *
 * Returns: (transfer full) (nullable): the front matter, or %NULL after an error was added to @report; then @body may
 *   still be read, so that an author sees its faults too
 */
KistYaml *
kist_front_matter_parse (const char *text, const char *file, KistReport *report, const char **body, unsigned *body_line)
{
  const char *line = text;
  const char *start = NULL;
  unsigned    number = 1;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);
  g_return_val_if_fail (body != NULL && body_line != NULL, NULL);

  *body = NULL;
  *body_line = 1;
  while (*line)
    {
      gsize       length = strcspn (line, "\n");
      const char *next = line + length + (line[length] == '\n');

      if (is_dashes (line, length) && start)
        {
          g_autofree char *yaml = g_strndup (start, (gsize)(line - start));

          *body = next;
          *body_line = number + (line[length] == '\n');
          return kist_yaml_parse (yaml, file, 2, report);
        }
      if (!start && !is_dashes (line, length))
        break;
      if (!start)
        start = next;
      line = next;
      number++;
    }
  kist_report_add (report, file, 1, KIST_SEVERITY_ERROR,
                   "Begin the file with a line of three dashes, “key: value” lines, and another line of three dashes.",
                   start ? "The front matter has no end." : "The file does not begin with front matter.");
  return NULL;
}

/**
 * kist_front_matter_require_text:
 * @node: a mapping
 * @key: a key
 * @file: the file as it should be shown in findings
 * @report: where an error goes when @key is absent, empty or no text
 *
 * Returns: (transfer none) (nullable): the text, which lives as long as @node
 */
const char *
kist_front_matter_require_text (const KistYaml *node, const char *key, const char *file, KistReport *report)
{
  const char *value = kist_yaml_lookup_text (node, key);

  if (!value)
    {
      const KistYaml  *found = kist_yaml_lookup (node, key);
      g_autofree char *hint = g_strdup_printf ("Add a line “%s: …”.", key);

      kist_report_add (report, file, kist_yaml_get_line (found ? found : node), KIST_SEVERITY_ERROR, hint,
                       found ? "“%s” must be a text." : "There is no “%s”.", key);
    }
  return value;
}

/**
 * kist_front_matter_require_id:
 * @node: a mapping
 * @file: the file as it should be shown in findings
 * @report: where an error goes when there is no "id" or it is none by kist_text_is_id()
 *
 * Returns: (transfer none) (nullable): the id, which lives as long as @node
 */
const char *
kist_front_matter_require_id (const KistYaml *node, const char *file, KistReport *report)
{
  const char *id = kist_front_matter_require_text (node, "id", file, report);

  if (!id || kist_text_is_id (id))
    return id;
  kist_report_add (report, file, kist_yaml_get_line (kist_yaml_lookup (node, "id")), KIST_SEVERITY_ERROR,
                   "Use small letters, digits, “-”, “_” and “.”, beginning with a letter or digit, at most 64.",
                   "“%s” cannot be an id.", id);
  return NULL;
}
