#include "store/search/kist-hit.h"

struct _KistHit
{
  GObject parent_instance;

  char        *entry;  /* (owned) */
  KistSnippet *title;  /* (owned) */
  KistSnippet *text;   /* (owned) */
  int          place;  /* in characters; -1 for none */
  int          length; /* in characters */
};

G_DEFINE_FINAL_TYPE (KistHit, kist_hit, G_TYPE_OBJECT)

static void
kist_hit_finalize (GObject *object)
{
  KistHit *self = KIST_HIT (object);

  g_free (self->entry);
  kist_snippet_free (self->title);
  kist_snippet_free (self->text);
  G_OBJECT_CLASS (kist_hit_parent_class)->finalize (object);
}

static void
kist_hit_class_init (KistHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_hit_finalize;
}

static void
kist_hit_init (KistHit *self)
{
}

/**
 * kist_hit_new:
 * @entry: the entry's id
 * @title: (transfer full): its title
 * @text: (transfer full): the piece of its text that has most of the words
 * @place: where the first match of @text begins in the body, in characters; -1 when none is there
 * @length: how long that match is, in characters
 *
 * Returns: (transfer full): a hit
 */
KistHit *
kist_hit_new (const char *entry, KistSnippet *title, KistSnippet *text, int place, int length)
{
  KistHit *self;

  g_return_val_if_fail (entry != NULL && title != NULL && text != NULL, NULL);

  self = g_object_new (KIST_TYPE_HIT, NULL);
  self->entry = g_strdup (entry);
  self->title = title;
  self->text = text;
  self->place = place;
  self->length = length;
  return self;
}

/**
 * kist_hit_get_entry:
 * @self: a hit
 *
 * Returns: (transfer none): the entry's id
 */
const char *
kist_hit_get_entry (KistHit *self)
{
  g_return_val_if_fail (KIST_IS_HIT (self), NULL);

  return self->entry;
}

/**
 * kist_hit_get_title:
 * @self: a hit
 *
 * Returns: (transfer none): all of the entry's title, perhaps empty
 */
const KistSnippet *
kist_hit_get_title (KistHit *self)
{
  g_return_val_if_fail (KIST_IS_HIT (self), NULL);

  return self->title;
}

/**
 * kist_hit_get_text:
 * @self: a hit
 *
 * Returns: (transfer none): the piece of the entry's text that has most of the words; its beginning when only the title
 *   has them
 */
const KistSnippet *
kist_hit_get_text (KistHit *self)
{
  g_return_val_if_fail (KIST_IS_HIT (self), NULL);

  return self->text;
}

/**
 * kist_hit_get_place:
 * @self: a hit
 *
 * Returns: where the first match of that piece begins in the entry's body, in characters; -1 when only the title has
 *   the words
 */
int
kist_hit_get_place (KistHit *self)
{
  g_return_val_if_fail (KIST_IS_HIT (self), -1);

  return self->place;
}

/**
 * kist_hit_get_length:
 * @self: a hit
 *
 * Returns: how long the match at kist_hit_get_place() is, in characters
 */
int
kist_hit_get_length (KistHit *self)
{
  g_return_val_if_fail (KIST_IS_HIT (self), 0);

  return self->length;
}
