#include "kist-privacy-words.h"

#include <gio/gio.h>
#include <string.h>

#include "kist-privacy-resources.h"

#define FOLDER "/scot/kist/privacy/"
/* No entry of a dictionary is longer, in bytes. */
#define LONGEST 64
/* Two words that belong together have no more bytes between them. */
#define MOST_BETWEEN 6

/* Context words: small, and part of the rules rather than of a dictionary. A blank before and behind each. */
static const struct
{
  unsigned    mark;
  const char *words;
} contexts[] = {
  { KIST_PRIVACY_IS_TITLE,
    "mr mrs ms miss mx dr doctor prof professor sir lady rev reverend father sister nurse auntie aunty aunt uncle "
    "granny "
    "gran grandpa papa nana nan nanny matron cllr councillor sgt constable pc pastor imam rabbi canon" },
  { KIST_PRIVACY_IS_PERSON,
    "client resident patient tenant user colleague coworker manager supervisor boss mentor assessor tutor teacher "
    "friend "
    "neighbour daughter son mother mum mam mammy father dad daddy brother sister wife husband partner niece nephew "
    "grandson "
    "granddaughter grandmother grandfather gran cousin aunt uncle lady man woman gentleman gent boy girl lad lass "
    "lassie "
    "laddie bairn wean child baby toddler pupil student keyworker carer nurse doctor gp worker person individual "
    "individuals "
    "customer learner mate pal wee old young poor dear called named nicknamed name fiancé fiancée girlfriend boyfriend "
    "ex "
    "apprentice childminder stepson stepdaughter twin twins chap fella guy chef cook driver janitor volunteer trainee "
    "deputy senior" },
  { KIST_PRIVACY_IS_DEED, "is was has had came went could can felt feels looked fell moved passed died lives lived "
                          "stayed stays sat stood walked "
                          "gave gives got gets started became becomes took takes made needs needed wants wanted" },
  { KIST_PRIVACY_IS_DEED | KIST_PRIVACY_IS_SPEECH, "said says told tells telt asked asks likes liked loves loved "
                                                   "smiled laughed cried phoned rang called texted emailed "
                                                   "messaged replied answered agreed refused thinks thought knew knows "
                                                   "enjoys enjoyed hates hated shouted whispered nodded "
                                                   "explained remembered forgot wrote showed thanked" },
  { KIST_PRIVACY_IS_PARTICLE, "van von der den de da di del la le al el bin ibn ní nic mac ó o" },
  { KIST_PRIVACY_IS_ARTICLE, "the a an this that these those our their every each no any" },
  { KIST_PRIVACY_IS_TOWARDS, "told asked phoned rang texted emailed messaged helped helping supporting visited "
                             "visiting met meeting thanked reminded "
                             "hugged support supported visit washed bathed fed feeding dressing showed encouraged "
                             "encouraging assisted assisting "
                             "reassured called named comforted accompanied collected miss" },
  { KIST_PRIVACY_IS_WHERE, "in at from near to around outside visited visit through towards leaving left via on" },
  { KIST_PRIVACY_IS_MONTH,
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday" },
};

static void
add_marks (GHashTable *words, const char *word, unsigned mark)
{
  unsigned marks = GPOINTER_TO_UINT (g_hash_table_lookup (words, word));

  g_hash_table_insert (words, g_strdup (word), GUINT_TO_POINTER (marks | mark));
}

/* A list has an entry a line; "?" behind it says that it is an ordinary word as well; "#" begins a comment. */
static void
read_list (GHashTable *words, const char *name, unsigned sure, unsigned unsure)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (kist_privacy_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = bytes ? g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1) : NULL;

  g_assert (lines);
  for (unsigned i = 0; lines[i]; i++)
    {
      char            *mark = strchr (lines[i], '?');
      g_autofree char *folded = NULL;

      if (mark)
        *mark = '\0';
      if (!*g_strstrip (lines[i]) || lines[i][0] == '#')
        continue;
      folded = g_utf8_strdown (lines[i], -1);
      add_marks (words, folded, mark ? unsure : sure);
    }
}

static gpointer
read_all (gpointer data)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  read_list (words, "given-names.txt", KIST_PRIVACY_IS_GIVEN, KIST_PRIVACY_MAY_BE_GIVEN);
  read_list (words, "places.txt", KIST_PRIVACY_IS_PLACE, KIST_PRIVACY_MAY_BE_PLACE);
  read_list (words, "not-names.txt", KIST_PRIVACY_IS_KNOWN, KIST_PRIVACY_IS_KNOWN);
  read_list (words, "public-names.txt", KIST_PRIVACY_IS_KNOWN, KIST_PRIVACY_IS_KNOWN);
  read_list (words, "plain-words.txt", KIST_PRIVACY_IS_PLAIN, KIST_PRIVACY_IS_PLAIN);
  for (unsigned i = 0; i < G_N_ELEMENTS (contexts); i++)
    {
      g_auto (GStrv) list = g_strsplit (contexts[i].words, " ", -1);

      for (unsigned j = 0; list[j]; j++)
        add_marks (words, list[j], contexts[i].mark);
    }
  return words;
}

static GHashTable *
get_dictionary (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_all, NULL);
}

/**
 * kist_privacy_words_look_up:
 * @text: a text
 * @start: where a word, or several with single blanks between, begins
 * @end: behind it
 *
 * Returns: what the dictionaries say of it: #KistPrivacyMark
 */
unsigned
kist_privacy_words_look_up (const char *text, gsize start, gsize end)
{
  g_autofree char *folded = NULL;

  if (end - start > LONGEST)
    return 0;
  folded = g_utf8_strdown (text + start, (gssize)(end - start));
  for (char *mark = strstr (folded, "’"); mark; mark = strstr (mark, "’"))
    {
      *mark = '\'';
      memmove (mark + 1, mark + strlen ("’"), strlen (mark + strlen ("’")) + 1);
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_dictionary (), folded));
}

/**
 * kist_privacy_words_is_first:
 * @text: a text
 * @start: where a word begins, in bytes
 *
 * Returns: whether a sentence, a line or an item of a list begins there
 */
gboolean
kist_privacy_words_is_first (const char *text, gsize start)
{
  const char *p = text + start;

  while (p > text)
    {
      const char *before = g_utf8_prev_char (p);

      if (*before == '\n' || strchr (".!?:|;#", *before))
        return TRUE;
      if (!strchr (" \t*_\"'([>-0123456789)", *before) && strncmp (before, "“", 3) != 0 &&
          strncmp (before, "‘", 3) != 0 && strncmp (before, "–", 3) != 0)
        return FALSE;
      p = before;
    }
  return TRUE;
}

static unsigned
look_at_letters (const char *text, gsize start, gsize end)
{
  unsigned n = 0, n_small = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      n++;
      n_small += g_unichar_islower (g_utf8_get_char (p));
    }
  if (!g_unichar_isupper (g_utf8_get_char (text + start)))
    return 0;
  return KIST_PRIVACY_IS_CAPITAL | (n > 1 && n_small == 0 ? KIST_PRIVACY_IS_UPPER : 0);
}

/* "Kelly-Anne": two given names are one; so are "Poppy-Mae", of which the first is a word alone. */
static unsigned
look_up_halves (const char *text, gsize start, gsize end)
{
  const char *hyphen = memchr (text + start, '-', end - start);
  unsigned    first, second;

  if (!hyphen || !g_unichar_isupper (g_utf8_get_char (hyphen + 1)))
    return 0;
  first = kist_privacy_words_look_up (text, start, (gsize)(hyphen - text));
  second = kist_privacy_words_look_up (text, (gsize)(hyphen - text) + 1, end);
  if (first & KIST_PRIVACY_MAY_BE_GIVEN && second & (KIST_PRIVACY_IS_GIVEN | KIST_PRIVACY_MAY_BE_GIVEN) &&
      !((first | second) & KIST_PRIVACY_IS_MONTH))
    return KIST_PRIVACY_IS_GIVEN;
  return first & KIST_PRIVACY_IS_GIVEN;
}

static gboolean
is_apostrophe (const char *p)
{
  return *p == '\'' || strncmp (p, "’", 3) == 0;
}

static gboolean
goes_on (const char *p)
{
  if (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
    return TRUE;
  return (*p == '-' || is_apostrophe (p)) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p)));
}

/* Without "'s", "’s". */
static gsize
strip_possessive (const char *text, gsize start, gsize end, unsigned *marks)
{
  if (end - start < 3 || (text[end - 1] != 's' && text[end - 1] != 'S'))
    return end;
  if (text[end - 2] == '\'')
    end -= 2;
  else if (end - start > 4 && strncmp (text + end - 4, "’", 3) == 0)
    end -= 4;
  else
    return end;
  *marks |= KIST_PRIVACY_IS_POSSESSIVE;
  return end;
}

/* Whether the @length characters at @token, that stand without a blank, are an address or a path: no words are names
 * there. "Joan/Peter" is neither. */
static gboolean
is_address (const char *token, gsize length)
{
  if (*token == '/')
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (strchr ("@=\\", token[i]) ||
        (token[i] == ':' && i + 2 < length && token[i + 1] == '/' && token[i + 2] == '/') ||
        (token[i] == '.' && i > 0 && g_ascii_isalnum (token[i - 1]) && i + 1 < length &&
         g_ascii_isalnum (token[i + 1])))
      return TRUE;
  return FALSE;
}

/* Whether a word that ends at @end stands in an address of the web, a mailbox or a path. */
static gboolean
is_part (const char *text, gsize start, const char *end, gboolean is_in_address)
{
  char before = start > 0 ? text[start - 1] : ' ';

  return (is_in_address && (before == '/' || *end == '/')) || (strchr ("@\\=&_.", before) != NULL) ||
         ((*end == '@' || *end == '=') && g_ascii_isalnum (end[1])) || (*end == '.' && g_ascii_islower (end[1]));
}

/**
 * kist_privacy_words_new:
 * @text: a text
 *
 * Returns: (transfer full) (element-type KistPrivacyWord): its words in their order, without those of addresses of the
 * web
 */
GArray *
kist_privacy_words_new (const char *text)
{
  GArray     *words = g_array_new (FALSE, FALSE, sizeof (KistPrivacyWord));
  const char *p = text, *token_end = text;
  gboolean    is_in_address = FALSE;

  while (*p)
    {
      KistPrivacyWord word = { (gsize)(p - text), 0, 0 };

      if (p >= token_end)
        {
          gsize length = strcspn (p, " \t\n()[]<>\"|");

          is_in_address = is_address (p, length);
          token_end = p + MAX (length, 1);
        }

      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p && goes_on (p))
        p = g_utf8_next_char (p);
      word.end = strip_possessive (text, word.start, (gsize)(p - text), &word.marks);
      if (is_part (text, word.start, p, is_in_address))
        continue;
      word.marks |= kist_privacy_words_look_up (text, word.start, word.end);
      if (!(word.marks & ~(unsigned)KIST_PRIVACY_IS_POSSESSIVE))
        word.marks |= look_up_halves (text, word.start, word.end);
      word.marks |= look_at_letters (text, word.start, word.end);
      if (kist_privacy_words_is_first (text, word.start))
        word.marks |= KIST_PRIVACY_IS_FIRST;
      g_array_append_val (words, word);
    }
  return words;
}

/**
 * kist_privacy_get_word:
 * @self: a search
 * @index: which word
 *
 * Returns: it; beyond the ends of the text a word of nothing
 */
const KistPrivacyWord *
kist_privacy_get_word (const KistPrivacySearch *self, guint index)
{
  static const KistPrivacyWord none;

  return index < self->words->len ? &g_array_index (self->words, KistPrivacyWord, index) : &none;
}

/**
 * kist_privacy_get_before:
 * @self: a search
 * @index: which word
 *
 * Returns: the word before it
 */
const KistPrivacyWord *
kist_privacy_get_before (const KistPrivacySearch *self, guint index)
{
  return kist_privacy_get_word (self, index > 0 ? index - 1 : G_MAXUINT);
}

/**
 * kist_privacy_word_is:
 * @word: a word
 * @marks: #KistPrivacyMark
 *
 * Returns: whether it has any of @marks
 */
gboolean
kist_privacy_word_is (const KistPrivacyWord *word, unsigned marks)
{
  return (word->marks & marks) != 0;
}

/**
 * kist_privacy_is_joined:
 * @self: a search
 * @index: which word
 * @others: characters
 *
 * Returns: whether nothing but blanks, marks of Markdown and @others stands between it and the next
 */
gboolean
kist_privacy_is_joined (const KistPrivacySearch *self, guint index, const char *others)
{
  const KistPrivacyWord *word = kist_privacy_get_word (self, index);
  const KistPrivacyWord *next = kist_privacy_get_word (self, index + 1);

  if (index + 1 >= self->words->len || kist_privacy_word_is (word, KIST_PRIVACY_IS_POSSESSIVE) ||
      next->start - word->end > MOST_BETWEEN)
    return FALSE;
  for (gsize place = word->end; place < next->start; place++)
    if (!strchr (" *_", self->text[place]) && !strchr (others, self->text[place]))
      return FALSE;
  return TRUE;
}

/**
 * kist_privacy_is_joined_before:
 * @self: a search
 * @index: which word
 * @others: characters
 *
 * Returns: the same of it and the word before
 */
gboolean
kist_privacy_is_joined_before (const KistPrivacySearch *self, guint index, const char *others)
{
  return index > 0 && kist_privacy_is_joined (self, index - 1, others);
}

/**
 * kist_privacy_word_is_any_of:
 * @self: a search
 * @word: one of its words
 * @words: words in small letters of ASCII, and %NULL
 *
 * Returns: whether it is one of them, in whatever case
 */
gboolean
kist_privacy_word_is_any_of (const KistPrivacySearch *self, const KistPrivacyWord *word, const char *const *words)
{
  g_autofree char *folded = g_ascii_strdown (self->text + word->start, (gssize)(word->end - word->start));

  return g_strv_contains (words, folded);
}
