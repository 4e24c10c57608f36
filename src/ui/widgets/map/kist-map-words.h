/* What a map says of a passage and of its choices, for those who hear it and for the list beside it. Nothing that was
 * not found is named. Pure; main thread for gettext's sake. */
#pragma once

#include "scenario/graph/kist-walked.h"

G_BEGIN_DECLS

char *kist_map_words_dup_name (KistGraph *graph, KistWalked *walked, unsigned passage);
char *kist_map_words_dup_state (KistGraph *graph, KistWalked *walked, unsigned passage);
char *kist_map_words_dup_choice (KistGraph *graph, KistWalked *walked, unsigned edge);
char *kist_map_words_dup_way (KistGraph *graph, KistWalked *walked, unsigned edge);
char *kist_map_words_dup_passage (KistGraph *graph, KistWalked *walked, unsigned passage);

G_END_DECLS
