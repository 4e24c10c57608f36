#include "kist-revision-policy.h"

#include <string.h>

#include "base/kist-date.h"

/* Someone who writes for hours without a pause still gets steps to go back to. */
#define LONGEST_STRETCH G_TIME_SPAN_HOUR

/* A replaced or deleted text shorter than this is not worth a revision: it is retyped sooner than looked up. */
#define LEAST_LOSS 200

/* The bytes of @old_body that are still where they were, at the beginning and at the end. */
static gsize
count_kept (const char *old_body, gsize old_length, const char *new_body, gsize new_length)
{
  gsize most = MIN (old_length, new_length), kept = 0, tail = 0;

  while (kept < most && old_body[kept] == new_body[kept])
    kept++;
  while (kept + tail < most && old_body[old_length - tail - 1] == new_body[new_length - tail - 1])
    tail++;
  return kept + tail;
}

/**
 * kist_revision_is_due:
 * @last_revision: when the last revision was kept, or when the entry was created when there is none yet; microseconds
 * @last_saved: when @old_body was saved
 * @now: when @new_body is being saved
 * @old_body: the text as it was last saved
 * @new_body: the text that replaces it
 *
 * Asked at every autosave, before @new_body overwrites @old_body. The old text is worth keeping when it ended a sitting
 * (nothing was written for %KIST_REVISION_PAUSE), when an hour went by since the last revision, or when more than half
 * of it, and 200 bytes at least, is about to go at once, as by a slip with select-all. Without these a history has a
 * version for every two seconds, or loses the one that matters.
 *
 * Returns: whether @old_body is to be kept as a revision
 */
gboolean
kist_revision_is_due (gint64 last_revision, gint64 last_saved, gint64 now, const char *old_body, const char *new_body)
{
  gsize old_length, new_length, lost;

  g_return_val_if_fail (old_body != NULL && new_body != NULL, FALSE);

  if (!*old_body || g_str_equal (old_body, new_body))
    return FALSE;
  if (kist_date_get_span (last_saved, now) >= KIST_REVISION_PAUSE ||
      kist_date_get_span (last_revision, now) >= LONGEST_STRETCH)
    return TRUE;

  old_length = strlen (old_body);
  new_length = strlen (new_body);
  lost = old_length - count_kept (old_body, old_length, new_body, new_length);
  return lost >= LEAST_LOSS && lost > old_length / 2;
}
