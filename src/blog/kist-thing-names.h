/* The names of all Things in every way they may be written, and which of them stand in a title. Made once and then only
 * read, from any thread. For blog/ alone. */
#pragma once

#include "blog/kist-title-words.h"

G_BEGIN_DECLS

/**
 * KistNameShare:
 * @KIST_NAME_ABSENT: nothing of it
 * @KIST_NAME_WORD: it is one word, and stands among others: "email"
 * @KIST_NAME_WORDS: it is several, and they stand among others: "digital footprint"
 * @KIST_NAME_ALL: it is all that the text says
 *
 * How much of a Thing's name stands in a text, and of the text in the name.
 */
typedef enum
{
  KIST_NAME_ABSENT,
  KIST_NAME_WORD,
  KIST_NAME_WORDS,
  KIST_NAME_ALL,
} KistNameShare;

/**
 * KistNamed:
 * @share: how much; %KIST_NAME_ABSENT also when two are named as well as each other
 * @thing: whose name it is, by the number it was added as, from 0
 * @is_short: whether the name is one word
 * @is_base: whether the number at its end is missing: "Social media" of "Social media 1"
 * @length: of the name in bytes: the longer one is meant
 */
typedef struct
{
  KistNameShare share;
  unsigned      thing;
  gboolean      is_short;
  gboolean      is_base;
  gsize         length;
} KistNamed;

typedef struct _KistThingNames KistThingNames;

KistThingNames *kist_thing_names_new (void);
void            kist_thing_names_free (KistThingNames *self);
void            kist_thing_names_add (KistThingNames *self, const char *title);
KistNamed       kist_thing_names_find (const KistThingNames *self, const KistTitleWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistThingNames, kist_thing_names_free)

G_END_DECLS
