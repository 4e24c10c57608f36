/* The links of single passages of a text to what they are about. Such a link is an ordinary link of Markdown whose
 * address is a KistReference, "[a friend request](kist:code/workers-2024/2.8)", so that it moves with its words, is
 * undone and restored with them, and needs no table. A scanner like kist-visible.h, linear in the text. Pure; any
 * thread. */
#pragma once

#include "journal/kist-entry.h"

G_BEGIN_DECLS

/**
 * KistPassageLink:
 * @reference: (owned): what the passage is linked to
 * @start: where its words begin, in bytes
 * @end: behind them
 */
typedef struct
{
  KistReference *reference;
  gsize          start;
  gsize          end;
} KistPassageLink;

/**
 * KistMention:
 * @entry: (owned): an entry that is linked to what was looked for
 * @words: (owned) (nullable): the words of a passage that is, without Markdown's marks; %NULL for the entry as a whole
 * @place: where those words begin, in characters; -1 for the entry as a whole
 * @length: how many characters they are, marks counted
 */
typedef struct
{
  KistEntry *entry;
  char      *words;
  int        place;
  int        length;
} KistMention;

GPtrArray *kist_passage_links_of (const char *markdown);
char      *kist_passage_link_dup_markdown (const char *words, KistReference *reference);
GPtrArray *kist_mentions_find (GPtrArray *entries, KistReference *reference);

G_END_DECLS
