/* Whether a text begins with a word, without measuring the whole text as g_str_has_prefix() does: that is asked at
 * every character of a large file. Pure. */
#pragma once

#include <glib.h>
#include <string.h>

static inline gboolean
kist_begins (const char *text, const char *word)
{
  return strncmp (text, word, strlen (word)) == 0;
}
