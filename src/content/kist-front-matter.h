/* Splits an author's file into its YAML front matter, between two lines of three dashes, and the Markdown below. */
#pragma once

#include "base/kist-report.h"
#include "base/kist-yaml.h"

G_BEGIN_DECLS

KistYaml *kist_front_matter_parse (const char  *text,
                                   const char  *file,
                                   KistReport  *report,
                                   const char **body,
                                   unsigned    *body_line);

G_END_DECLS
