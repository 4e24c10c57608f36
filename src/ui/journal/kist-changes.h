/* What changed from one text to the next, as the history shows and says it: what was added is underlined, what was
 * taken away is still there and struck through, and a screen reader is told both in words. A plain value; it can be
 * made on any thread, its wording on the main thread. */
#pragma once

#include <pango/pango.h>

#include "journal/kist-text-difference.h"

G_BEGIN_DECLS

/**
 * KistChanges:
 * @parts: (element-type KistTextPart): from kist_text_difference_new()
 * @old_text: the text before
 * @new_text: the text after
 * @n_added: how many words were added
 * @n_removed: how many words were taken away
 */
typedef struct
{
  GArray  *parts;
  char    *old_text;
  char    *new_text;
  unsigned n_added;
  unsigned n_removed;
} KistChanges;

KistChanges   *kist_changes_new (const char *old_text, const char *new_text);
void           kist_changes_free (KistChanges *self);
char          *kist_changes_dup_summary (const KistChanges *self);
char          *kist_changes_dup_spoken (const KistChanges *self);
char          *kist_changes_dup_text (const KistChanges *self);
PangoAttrList *kist_changes_create_attributes (const KistChanges *self, gboolean is_dark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistChanges, kist_changes_free)

G_END_DECLS
