/* Splits an author's file into its YAML front matter, between two lines of three dashes, and the Markdown below; and
 * asks of keys what every kind of file asks: an id, a text that must be there. Pure; any thread. */
#pragma once

#include "base/kist-report.h"
#include "base/kist-yaml.h"

G_BEGIN_DECLS

KistYaml *kist_front_matter_parse (const char  *text,
                                   const char  *file,
                                   KistReport  *report,
                                   const char **body,
                                   unsigned    *body_line);
const char *
kist_front_matter_require_text (const KistYaml *node, const char *key, const char *file, KistReport *report);
const char *kist_front_matter_require_id (const KistYaml *node, const char *file, KistReport *report);

G_END_DECLS
