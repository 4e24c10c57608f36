/* The plain part of YAML that authors write: mappings, lists and text, read through libyaml into a small tree in which
 * every node knows its line. Aliases, anchors, tags, second documents and a repeated key are errors, and so is anything
 * over the caps; so no input can grow in memory or mean two things. A node lives as long as the tree it is in. A tree
 * is made by one thread and then only read. */
#pragma once

#include <glib.h>

#include "base/kist-report.h"

G_BEGIN_DECLS

#define KIST_YAML_MAX_DEPTH 6
#define KIST_YAML_MAX_NODES 20000

typedef struct _KistYaml KistYaml;

typedef enum
{
  KIST_YAML_TEXT,
  KIST_YAML_LIST,
  KIST_YAML_MAPPING,
} KistYamlKind;

KistYaml       *kist_yaml_parse (const char *text, const char *file, unsigned first_line, KistReport *report);
void            kist_yaml_free (KistYaml *root);
KistYamlKind    kist_yaml_get_kind (const KistYaml *node);
unsigned        kist_yaml_get_line (const KistYaml *node);
const char     *kist_yaml_get_text (const KistYaml *node);
unsigned        kist_yaml_get_length (const KistYaml *node);
const KistYaml *kist_yaml_get_item (const KistYaml *node, unsigned index);
const char     *kist_yaml_get_key (const KistYaml *node, unsigned index);
const KistYaml *kist_yaml_lookup (const KistYaml *node, const char *key);
const char     *kist_yaml_lookup_text (const KistYaml *node, const char *key);
gboolean        kist_yaml_lookup_integer (const KistYaml *node,
                                          const char     *key,
                                          gint64          minimum,
                                          gint64          maximum,
                                          gint64         *value,
                                          const char     *file,
                                          KistReport     *report);
char          **kist_yaml_lookup_strv (const KistYaml *node, const char *key, const char *file, KistReport *report);
void kist_yaml_check_keys (const KistYaml *node, const char *const *known, const char *file, KistReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistYaml, kist_yaml_free)

G_END_DECLS
