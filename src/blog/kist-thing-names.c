#include "kist-thing-names.h"

#include <string.h>

/* One way to write a Thing's name, its words run together, so that "E-mail", "SocialMedia" and "Social Media" are found
 * by one rule. */
typedef struct
{
  unsigned thing; /* whose it is: an number from 0 */
  char    *text;  /* (owned) */
  unsigned n_words;
  gboolean is_base; /* without the number at its end */
} Form;

struct _KistThingNames
{
  GArray  *forms; /* (element-type Form) (owned), those of one Thing together */
  unsigned n_things;
};

static gboolean
is_part (const KistWord *word)
{
  return word->role == KIST_WORD_PLAIN || word->role == KIST_WORD_COURSE || word->role == KIST_WORD_FILLER;
}

/* Returns: (transfer full): the first @n_words of @words */
static char *
dup_joined (const KistTitleWords *words, unsigned n_words)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < n_words; i++)
    g_string_append (text, kist_title_words_get (words, i)->text);
  return g_string_free (text, FALSE);
}

/* Where the words that run together to @name end, when they begin at @start; 0 when they do not. */
static unsigned
find_end (const KistTitleWords *words, unsigned start, const char *name)
{
  for (unsigned i = start; i < words->words->len && is_part (kist_title_words_get (words, i)); i++)
    {
      const char *text = kist_title_words_get (words, i)->text;

      if (!g_str_has_prefix (name, text))
        return 0;
      name += strlen (text);
      if (!*name)
        return i + 1;
    }
  return 0;
}

/* Whether @form stands in @words, better than what was @found. */
static void
look_for (const KistTitleWords *words, const Form *form, KistNamed *found)
{
  gsize length = strlen (form->text);

  for (unsigned i = 0; i < words->words->len; i++)
    {
      unsigned        end = find_end (words, i, form->text);
      const KistWord *next = end > 0 && end < words->words->len ? kist_title_words_get (words, end) : NULL;
      KistNameShare   much;

      /* "Social Media #2" is not "Social media 1". */
      if (end == 0 || (form->is_base && next && next->number && next->role == KIST_WORD_PLAIN))
        continue;
      much = kist_title_words_is_all (words, i, end) ? KIST_NAME_ALL
             : form->n_words > 1                     ? KIST_NAME_WORDS
                                                     : KIST_NAME_WORD;
      if (much < found->share || (much == found->share && length <= found->length))
        continue;
      found->share = much;
      found->is_short = form->n_words == 1;
      found->is_base = form->is_base;
      found->length = length;
    }
}

static int
compare (const KistNamed *a, const KistNamed *b)
{
  return a->share != b->share ? (a->share > b->share) - (a->share < b->share)
                              : (a->length > b->length) - (a->length < b->length);
}

static void
add_form (KistThingNames *self, const KistTitleWords *words, unsigned n_words, gboolean is_base)
{
  Form form = { .thing = self->n_things, .n_words = n_words, .is_base = is_base };

  form.text = dup_joined (words, n_words);
  if (*form.text)
    g_array_append_val (self->forms, form);
  else
    g_free (form.text);
}

static void
form_clear (Form *form)
{
  g_free (form->text);
}

/**
 * kist_thing_names_new:
 *
 * Returns: (transfer full): the names of no Thing
 */
KistThingNames *
kist_thing_names_new (void)
{
  KistThingNames *self = g_new0 (KistThingNames, 1);

  self->forms = g_array_new (FALSE, FALSE, sizeof (Form));
  g_array_set_clear_func (self->forms, (GDestroyNotify)form_clear);
  return self;
}

/**
 * kist_thing_names_free:
 * @self: (transfer full) (nullable): names
 */
void
kist_thing_names_free (KistThingNames *self)
{
  if (!self)
    return;
  g_array_unref (self->forms);
  g_free (self);
}

/**
 * kist_thing_names_add:
 * @self: names
 * @title: of the next Thing
 *
 * Adds its name as it stands, before its colon, without what is in brackets, and without the number at its end.
 */
void
kist_thing_names_add (KistThingNames *self, const char *title)
{
  g_autofree char  *head = g_strndup (title, strcspn (title, ":"));
  const char       *bracket = strchr (head, '(');
  const char       *behind = bracket ? strchr (bracket, ')') : NULL;
  g_autofree char  *start = g_strndup (head, bracket ? (gsize)(bracket - head) : 0);
  g_autofree char  *bare = behind ? g_strconcat (start, behind + 1, NULL) : NULL;
  const char *const names[] = { title, head, bare };

  for (unsigned i = 0; i < G_N_ELEMENTS (names) && names[i]; i++)
    {
      g_autoptr (KistTitleWords) words = kist_title_words_new (names[i]);
      unsigned n_words = words->words->len;

      add_form (self, words, n_words, FALSE);
      if (n_words > 1 && kist_title_words_get (words, n_words - 1)->number)
        add_form (self, words, n_words - 1, TRUE);
    }
  self->n_things++;
}

/**
 * kist_thing_names_find:
 * @self: names
 * @words: a text
 *
 * Returns: the Thing that is named best. Two that are named as well as each other are none.
 */
KistNamed
kist_thing_names_find (const KistThingNames *self, const KistTitleWords *words)
{
  KistNamed best = { 0 };
  gboolean  is_tie = FALSE;

  for (unsigned i = 0; i < self->forms->len;)
    {
      KistNamed found = { .thing = g_array_index (self->forms, Form, i).thing };

      for (; i < self->forms->len && g_array_index (self->forms, Form, i).thing == found.thing; i++)
        look_for (words, &g_array_index (self->forms, Form, i), &found);
      if (found.share == KIST_NAME_ABSENT || compare (&found, &best) < 0)
        continue;
      is_tie = compare (&found, &best) == 0;
      best = found;
    }
  return is_tie ? (KistNamed){ 0 } : best;
}
