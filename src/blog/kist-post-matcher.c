#include "kist-post-matcher.h"

#include <string.h>

#include "kist-thing-names.h"

/* The first lines say what a post is about; further down people write of other Things too. */
#define MAX_BODY 600

struct _KistPostMatcher
{
  GArray         *things; /* (element-type KistMatchThing) (owned), with texts of their own */
  KistThingNames *names;  /* (owned): in the order of things */
};

/* Returns: (nullable): the Thing whose name that is */
static const KistMatchThing *
thing_of (const KistPostMatcher *self, const KistNamed *named)
{
  return named->share == KIST_NAME_ABSENT ? NULL : &g_array_index (self->things, KistMatchThing, named->thing);
}

/* Whether a text that names a course may mean @thing by a number. */
static gboolean
is_of_course (const KistTitleWords *words, const KistMatchThing *thing)
{
  for (unsigned i = 0; thing->course && i < words->words->len; i++)
    {
      const KistWord *word = kist_title_words_get (words, i);

      if (word->role == KIST_WORD_COURSE && !g_str_equal (word->text, "sssc") && !strstr (thing->course, word->text))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (nullable): the only Thing of that number; @named where it is one of several */
static const KistMatchThing *
find_numbered (const KistPostMatcher *self, const KistTitleWords *words, unsigned number, const KistMatchThing *named)
{
  const KistMatchThing *found = NULL;

  for (unsigned i = 0; number > 0 && i < self->things->len; i++)
    {
      const KistMatchThing *thing = &g_array_index (self->things, KistMatchThing, i);

      if (thing->number != number || !is_of_course (words, thing))
        continue;
      if (thing == named)
        return named;
      if (found)
        return NULL;
      found = thing;
    }
  return found;
}

/* A title with "Thing 14" in it: nothing but a name can speak against that. */
static KistPostMatch
match_number (const KistPostMatcher *self, const KistTitleWords *words)
{
  KistNamed             named = kist_thing_names_find (self->names, words);
  const KistMatchThing *by_name = thing_of (self, &named);
  const KistMatchThing *by_number = find_numbered (self, words, words->number, by_name);
  gboolean              is_bare = kist_title_words_is_all (words, 0, 0);

  if (by_number && by_number == by_name)
    return (KistPostMatch){ by_number, KIST_MATCH_CERTAIN };
  if (by_number && named.share < KIST_NAME_WORDS)
    return (KistPostMatch){ by_number, is_bare ? KIST_MATCH_CERTAIN : KIST_MATCH_LIKELY };
  /* A number of no Thing here or of another course, several numbers, or a name that says otherwise. */
  if (by_name && by_name->number == 0 && words->n_numbers == 1 && named.share >= KIST_NAME_WORDS)
    return (KistPostMatch){ by_name, KIST_MATCH_LIKELY };
  if (by_name && (named.share >= KIST_NAME_WORDS || words->n_numbers > 1))
    return (KistPostMatch){ by_name, KIST_MATCH_WEAK };
  return (KistPostMatch){ NULL, KIST_MATCH_NONE };
}

static unsigned
get_lead (const KistTitleWords *words)
{
  for (unsigned i = 0; i < words->words->len; i++)
    if (kist_title_words_get (words, i)->role == KIST_WORD_LEAD)
      return kist_title_words_get (words, i)->number;
  return 0;
}

static KistPostMatch
match_name (const KistPostMatcher *self, const KistTitleWords *words)
{
  KistNamed             named = kist_thing_names_find (self->names, words);
  const KistMatchThing *thing = thing_of (self, &named);
  KistMatchCertainty    certainty = KIST_MATCH_WEAK;

  if (!thing)
    return (KistPostMatch){ NULL, KIST_MATCH_NONE };
  if (thing->number > 0 && get_lead (words) == thing->number && !named.is_base)
    certainty = KIST_MATCH_CERTAIN;
  else if (named.share == KIST_NAME_ALL)
    certainty = named.is_short || named.is_base ? KIST_MATCH_LIKELY : KIST_MATCH_CERTAIN;
  else if (named.share == KIST_NAME_WORDS && !named.is_base)
    certainty = KIST_MATCH_LIKELY;
  return (KistPostMatch){ thing, certainty };
}

static const KistMatchThing *
match_label (const KistPostMatcher *self, const char *label)
{
  g_autoptr (KistTitleWords) words = kist_title_words_new (label);
  KistNamed named;

  if (words->n_numbers > 0)
    return find_numbered (self, words, words->number, NULL);
  named = kist_thing_names_find (self->names, words);
  return named.share == KIST_NAME_ALL ? thing_of (self, &named) : NULL;
}

/* One label has to say it all, a number or a name and nothing else, and no other may say otherwise. */
static const KistMatchThing *
match_labels (const KistPostMatcher *self, const char *const *labels)
{
  const KistMatchThing *found = NULL;

  for (; labels && *labels; labels++)
    {
      const KistMatchThing *thing = match_label (self, *labels);

      if (thing && found && found != thing)
        return NULL;
      found = thing ? thing : found;
    }
  return found;
}

static const KistMatchThing *
match_body (const KistPostMatcher *self, const char *body)
{
  g_autofree char *start = g_strndup (body, strnlen (body, MAX_BODY));
  g_autoptr (KistTitleWords) words = kist_title_words_new (start);
  KistNamed named;

  if (words->n_numbers == 1)
    return find_numbered (self, words, words->number, NULL);
  named = kist_thing_names_find (self->names, words);
  return named.share >= KIST_NAME_WORDS && !named.is_short && !named.is_base ? thing_of (self, &named) : NULL;
}

/* What else there is, where the title leaves it open. */
static KistPostMatch
weigh (KistPostMatch by_title, const KistMatchThing *by_labels, const KistMatchThing *by_body)
{
  if (by_title.thing && (by_title.thing == by_labels || by_title.thing == by_body))
    return (KistPostMatch){ by_title.thing, KIST_MATCH_LIKELY };
  if (by_labels && by_labels == by_body)
    return (KistPostMatch){ by_labels, KIST_MATCH_LIKELY };
  if (by_title.thing)
    return by_title;
  by_title.thing = by_labels ? by_labels : by_body;
  by_title.certainty = by_title.thing ? KIST_MATCH_WEAK : KIST_MATCH_NONE;
  return by_title;
}

static void
thing_clear (KistMatchThing *thing)
{
  g_free ((char *)thing->id);
  g_free ((char *)thing->title);
  g_free ((char *)thing->course);
}

/**
 * kist_post_matcher_new:
 * @things: (array length=n_things): the Things there are
 * @n_things: how many
 *
 * Returns: (transfer full): what finds them in posts, with copies of them
 */
KistPostMatcher *
kist_post_matcher_new (const KistMatchThing *things, unsigned n_things)
{
  KistPostMatcher *self = g_new0 (KistPostMatcher, 1);

  self->things = g_array_new (FALSE, FALSE, sizeof (KistMatchThing));
  g_array_set_clear_func (self->things, (GDestroyNotify)thing_clear);
  self->names = kist_thing_names_new ();
  for (unsigned i = 0; i < n_things; i++)
    {
      KistMatchThing thing = { g_strdup (things[i].id), things[i].number, g_strdup (things[i].title), NULL };

      thing.course = things[i].course ? g_utf8_casefold (things[i].course, -1) : NULL;
      g_array_append_val (self->things, thing);
      kist_thing_names_add (self->names, thing.title);
    }
  return self;
}

/**
 * kist_post_matcher_free:
 * @self: (transfer full) (nullable): a matcher
 */
void
kist_post_matcher_free (KistPostMatcher *self)
{
  if (!self)
    return;
  g_array_unref (self->things);
  kist_thing_names_free (self->names);
  g_free (self);
}

/**
 * kist_post_matcher_match:
 * @self: a matcher
 * @title: a post's title
 * @labels: (nullable) (array zero-terminated=1): its labels
 * @body: its text, of which the first lines count
 *
 * The spellings are those of learners' blogs, domain.md, section 12: "SSSC 23 Things Digital – Thing 14: Email", "Blog
 * 9 Thing 8 Facebook", "Social Media #1". A number counts only behind the word "Thing", or where a title begins with it
 * and goes on with that Thing's name; "#1" is part of a name and "23" is the course's. Where the title says nothing,
 * labels and the first lines are asked, and are never sure.
 *
 * Returns: the best Thing and how sure that is; %NULL and %KIST_MATCH_NONE when there is none, or when several are as
 *   good
 */
KistPostMatch
kist_post_matcher_match (const KistPostMatcher *self, const char *title, const char *const *labels, const char *body)
{
  g_autoptr (KistTitleWords) words = NULL;
  KistPostMatch by_title = { NULL, KIST_MATCH_NONE };

  g_return_val_if_fail (self != NULL, by_title);
  g_return_val_if_fail (title != NULL && body != NULL, by_title);

  words = kist_title_words_new (title);
  if (words->n_numbers > 0)
    return match_number (self, words);
  by_title = match_name (self, words);
  if (by_title.certainty >= KIST_MATCH_LIKELY)
    return by_title;
  return weigh (by_title, match_labels (self, labels), match_body (self, body));
}

/**
 * kist_match_certainty_to_string:
 * @certainty: how sure
 *
 * Returns: (transfer none): its word in JSON and in lines of text, untranslated
 */
const char *
kist_match_certainty_to_string (KistMatchCertainty certainty)
{
  static const char *const words[] = { "none", "weak", "likely", "certain" };

  return words[certainty];
}
