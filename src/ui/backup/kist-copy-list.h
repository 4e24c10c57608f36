/* The rolling back-ups of a store as rows, each of which can be chosen; not to be seen when there are none. Emits
 * #KistCopyList::chosen. Main thread. */
#pragma once

#include <adwaita.h>

#include "store/kist-store.h"

G_BEGIN_DECLS

#define KIST_TYPE_COPY_LIST (kist_copy_list_get_type ())
G_DECLARE_FINAL_TYPE (KistCopyList, kist_copy_list, KIST, COPY_LIST, AdwPreferencesGroup)

void kist_copy_list_show (KistCopyList *self, KistStore *store);

G_END_DECLS
