/* What was added to a text and what was taken away, word by word: the shortest way from the one to the other, after
 * E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (Algorithmica 1, 1986, pages 251 to 266). Pure; any
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistChange:
 * @KIST_CHANGE_NONE: in both texts
 * @KIST_CHANGE_ADDED: in the new text only
 * @KIST_CHANGE_REMOVED: in the old text only
 */
typedef enum
{
  KIST_CHANGE_NONE,
  KIST_CHANGE_ADDED,
  KIST_CHANGE_REMOVED,
} KistChange;

/**
 * KistTextPart:
 * @change: which of the texts it is in
 * @start: where it begins, in bytes, in the old text when it was removed, else in the new one
 * @length: how long it is, in bytes; never 0
 */
typedef struct
{
  KistChange change;
  gsize      start;
  gsize      length;
} KistTextPart;

GArray *kist_text_difference_new (const char *old_text, const char *new_text);
unsigned
kist_text_difference_count_words (GArray *parts, KistChange change, const char *old_text, const char *new_text);

G_END_DECLS
