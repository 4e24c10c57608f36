/* Elements of Moodle's XML that hold text in one of its formats. Pure; any thread. */
#pragma once

#include <libxml/tree.h>

#include "base/kist-report.h"

G_BEGIN_DECLS

xmlNode *kist_moodle_find (xmlNode *node, const char *name);
gboolean kist_moodle_is (xmlNode *node, const char *name);
char    *kist_moodle_dup_value (xmlNode *node, const char *name);
char    *kist_moodle_dup_attribute (xmlNode *node, const char *name);
gboolean kist_moodle_is_markdown (xmlNode *node);
char    *kist_moodle_dup_text (xmlNode *node, gboolean to_markdown, const char *file, KistReport *report);

G_END_DECLS
