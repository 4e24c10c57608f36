/* A draft cut at its headings, so that the words below each criterion's heading can be counted. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistSection:
 * @heading: the heading's text, "" for what stands before the first
 * @level: 1 to 6, and 0 for what stands before the first
 * @offset: where its text begins, in bytes of the draft
 * @length: how long its text is, in bytes
 * @words: how many words it has, the heading not counted
 */
typedef struct
{
  char    *heading;
  unsigned level;
  gsize    offset;
  gsize    length;
  unsigned words;
} KistSection;

GPtrArray *kist_sections_of (const char *markdown);

G_END_DECLS
