/* A tag of an entry: a few words of the person's own by which entries are found again. Written as the person wrote it,
 * told apart without regard to case: "Supervision" and "supervision" are one. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What fits on a chip in a narrow window, and what anyone tells apart in one entry. */
#define KIST_TAG_MAX_CHARACTERS 40
#define KIST_TAG_MAX 30

char  *kist_tag_dup_clean (const char *text);
char  *kist_tag_dup_key (const char *tag);
char **kist_tags_normalise (const char *const *texts, unsigned *n_left_out);
char **kist_tags_with (const char *const *tags, const char *text);
char **kist_tags_without (const char *const *tags, const char *tag);

G_END_DECLS
