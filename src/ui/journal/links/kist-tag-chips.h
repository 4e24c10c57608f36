/* Tags in a row that wraps: each a button that shows the entries under it and, where tags are changed, one beside it
 * that takes it away. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_TAG_CHIPS (kist_tag_chips_get_type ())
G_DECLARE_FINAL_TYPE (KistTagChips, kist_tag_chips, KIST, TAG_CHIPS, AdwBin)

void kist_tag_chips_show (KistTagChips *self, const char *const *tags, const char *action, gboolean can_remove);

G_END_DECLS
