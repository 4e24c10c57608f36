/* What a node of kist-yaml.h is made of, for its parser and its accessors. */
#pragma once

#include "kist-yaml.h"

G_BEGIN_DECLS

struct _KistYaml
{
  KistYamlKind kind;
  unsigned     line;
  char        *text;     /* (owned) of a text */
  GPtrArray   *keys;     /* (element-type utf8) (owned) of a mapping */
  GPtrArray   *children; /* (element-type KistYaml) (owned) of a list or mapping */
};

G_END_DECLS
