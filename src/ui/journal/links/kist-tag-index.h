/* Every tag that was used, and how often. A plain value made from the entries when somebody asks. Main thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KistTagUse:
 * @tag: the tag, as it is written most often
 * @key: kist_tag_dup_key() of it
 * @n_entries: how many entries have it
 */
typedef struct
{
  char    *tag;
  char    *key;
  unsigned n_entries;
} KistTagUse;

GPtrArray *kist_tag_index_of (GListModel *entries);

G_END_DECLS
