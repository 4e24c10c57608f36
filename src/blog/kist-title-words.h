/* A title as a row of words and numbers, with what a person meant by each number: "23" of "23 Things" is the name of a
 * course, "9" of "Blog 9" counts posts, "14" of "Thing 14" is a Thing's number, and "#1" of "Social Media #1" is part
 * of a name. Made and read by one call of kist_post_matcher_match(); pure. For blog/ alone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No course has more Things than can be counted with two digits. */
#define KIST_TITLE_MAX_NUMBER 99

/**
 * KistWordRole:
 * @KIST_WORD_PLAIN: a word or a number of the title itself
 * @KIST_WORD_COURSE: a word of the course's name, "digital" of "23 Things Digital"; it may be one of the title too
 * @KIST_WORD_FILLER: a word that says nothing, "my" or "about"
 * @KIST_WORD_NOISE: a number that is no Thing's and the word it belongs to, "Blog 9", "23 Things"
 * @KIST_WORD_LEAD: a number that the title begins with, "14. Email"; a Thing's perhaps
 * @KIST_WORD_THING: "Thing 14", the word and the number
 */
typedef enum
{
  KIST_WORD_PLAIN,
  KIST_WORD_COURSE,
  KIST_WORD_FILLER,
  KIST_WORD_NOISE,
  KIST_WORD_LEAD,
  KIST_WORD_THING,
} KistWordRole;

/**
 * KistWord:
 * @text: (owned): in small letters, without a plural's "s"
 * @number: that it stands for, from 1 to 99; 0 of a word
 * @role: what it is to the title
 * @gap: what stands before it
 * @gap_length: of @gap in bytes
 */
typedef struct
{
  char        *text;
  unsigned     number;
  KistWordRole role;
  const char  *gap;
  gsize        gap_length;
} KistWord;

/**
 * KistTitleWords:
 * @text: (owned): what the words stand in
 * @words: (element-type KistWord) (owned)
 * @number: of the one Thing that is named; 0 when none or several are
 * @n_numbers: how many different Things are named by number
 */
typedef struct
{
  char    *text;
  GArray  *words;
  unsigned number;
  unsigned n_numbers;
} KistTitleWords;

KistTitleWords *kist_title_words_new (const char *title);
void            kist_title_words_free (KistTitleWords *self);
const KistWord *kist_title_words_get (const KistTitleWords *self, unsigned index);
gboolean        kist_title_words_is_all (const KistTitleWords *self, unsigned start, unsigned end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistTitleWords, kist_title_words_free)

G_END_DECLS
