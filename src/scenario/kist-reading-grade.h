/* How hard a text is to read: the Flesch–Kincaid grade, that is the years at school after which it is read with ease.
 * J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: Derivation of New Readability Formulas for Navy Enlisted
 * Personnel. Research Branch Report 8-75, Naval Technical Training Command, 1975. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of fewer words the formula says nothing: one long name would make a hard text. */
#define KIST_READING_MIN_WORDS 40

/**
 * KistReading:
 * @words: how many words were counted
 * @sentences: how many sentences; at least one where there is a word
 * @syllables: how many syllables
 */
typedef struct
{
  unsigned words;
  unsigned sentences;
  unsigned syllables;
} KistReading;

KistReading kist_reading_count (const char *text);
double      kist_reading_get_grade (const KistReading *self);
unsigned    kist_reading_count_syllables (const char *word);

G_END_DECLS
