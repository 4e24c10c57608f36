/* The map in words: every passage that was found, its choices, where they led, and which were not tried yet. Opening a
 * choice that was taken leads to the passage it led to. Main thread. */
#pragma once

#include <adwaita.h>

#include "ui/practise/map/kist-map-state.h"

G_BEGIN_DECLS

#define KIST_TYPE_MAP_LIST (kist_map_list_get_type ())
G_DECLARE_FINAL_TYPE (KistMapList, kist_map_list, KIST, MAP_LIST, AdwBin)

GtkWidget *kist_map_list_new (const KistMapState *state);
void       kist_map_list_show_passage (KistMapList *self, unsigned passage);

G_END_DECLS
