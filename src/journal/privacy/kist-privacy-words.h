/* The words of a text, with what a dictionary and their places say of each: what the search for names goes by. The
 * dictionaries are lists of given names, of places and of words that only look like names; they are read once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KistPrivacyMark:
 * @KIST_PRIVACY_IS_GIVEN: a given name and nothing else
 * @KIST_PRIVACY_MAY_BE_GIVEN: a given name and an ordinary word
 * @KIST_PRIVACY_IS_PLACE: a place and nothing else
 * @KIST_PRIVACY_MAY_BE_PLACE: a place and an ordinary word or a name
 * @KIST_PRIVACY_IS_KNOWN: is written with a capital letter and tells nothing of a person
 * @KIST_PRIVACY_IS_TITLE: "Mrs": what follows is a name
 * @KIST_PRIVACY_IS_PERSON: "client": a name may follow
 * @KIST_PRIVACY_IS_DEED: "asked": what stands before is somebody
 * @KIST_PRIVACY_IS_SPEECH: "said": only people do it
 * @KIST_PRIVACY_IS_ARTICLE: "the": what follows is a thing
 * @KIST_PRIVACY_IS_PARTICLE: "van": a surname may follow
 * @KIST_PRIVACY_IS_TOWARDS: "told": what follows is somebody
 * @KIST_PRIVACY_IS_WHERE: "in": what follows may be a place
 * @KIST_PRIVACY_IS_MONTH: a month, and perhaps a given name
 * @KIST_PRIVACY_IS_PLAIN: "about", "after": never a name where one could stand
 * @KIST_PRIVACY_IS_CAPITAL: begins with a capital letter
 * @KIST_PRIVACY_IS_UPPER: has no small letter, and several
 * @KIST_PRIVACY_IS_FIRST: begins a sentence, where every word has a capital letter
 * @KIST_PRIVACY_IS_POSSESSIVE: stood with "'s", which is not part of it
 */
typedef enum
{
  KIST_PRIVACY_IS_GIVEN = 1 << 0,
  KIST_PRIVACY_MAY_BE_GIVEN = 1 << 1,
  KIST_PRIVACY_IS_PLACE = 1 << 2,
  KIST_PRIVACY_MAY_BE_PLACE = 1 << 3,
  KIST_PRIVACY_IS_KNOWN = 1 << 4,
  KIST_PRIVACY_IS_TITLE = 1 << 5,
  KIST_PRIVACY_IS_PERSON = 1 << 6,
  KIST_PRIVACY_IS_DEED = 1 << 7,
  KIST_PRIVACY_IS_TOWARDS = 1 << 8,
  KIST_PRIVACY_IS_WHERE = 1 << 9,
  KIST_PRIVACY_IS_MONTH = 1 << 10,
  KIST_PRIVACY_IS_CAPITAL = 1 << 11,
  KIST_PRIVACY_IS_UPPER = 1 << 12,
  KIST_PRIVACY_IS_FIRST = 1 << 13,
  KIST_PRIVACY_IS_POSSESSIVE = 1 << 14,
  KIST_PRIVACY_IS_SPEECH = 1 << 15,
  KIST_PRIVACY_IS_ARTICLE = 1 << 16,
  KIST_PRIVACY_IS_PARTICLE = 1 << 17,
  KIST_PRIVACY_IS_PLAIN = 1 << 18,
} KistPrivacyMark;

/**
 * KistPrivacyWord:
 * @start: where it begins in the text, in bytes
 * @end: behind its last letter
 * @marks: what is known of it: #KistPrivacyMark
 */
typedef struct
{
  gsize    start;
  gsize    end;
  unsigned marks;
} KistPrivacyWord;

/**
 * KistPrivacySearch:
 * @text: where
 * @words: (element-type KistPrivacyWord): its words
 * @findings: (element-type KistPrivacyFinding): what was found
 *
 * A search by words.
 */
typedef struct
{
  const char *text;
  GArray     *words;
  GArray     *findings;
} KistPrivacySearch;

GArray  *kist_privacy_words_new (const char *text);
unsigned kist_privacy_words_look_up (const char *text, gsize start, gsize end);
gboolean kist_privacy_words_is_first (const char *text, gsize start);

const KistPrivacyWord *kist_privacy_get_word (const KistPrivacySearch *self, guint index);
const KistPrivacyWord *kist_privacy_get_before (const KistPrivacySearch *self, guint index);
gboolean               kist_privacy_word_is (const KistPrivacyWord *word, unsigned marks);
gboolean
kist_privacy_word_is_any_of (const KistPrivacySearch *self, const KistPrivacyWord *word, const char *const *words);
gboolean kist_privacy_is_joined (const KistPrivacySearch *self, guint index, const char *others);
gboolean kist_privacy_is_joined_before (const KistPrivacySearch *self, guint index, const char *others);

G_END_DECLS
