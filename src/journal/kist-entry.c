#include "kist-entry.h"

#include "kist-visible.h"
#include "kist-word-count.h"

#include <string.h>

struct _KistEntry
{
  GObject parent_instance;

  char  *id;      /* (owned) */
  char  *thing;   /* (owned) (nullable) */
  char  *badge;   /* (owned) (nullable) */
  char  *title;   /* (owned) */
  char  *body;    /* (owned) */
  char  *name;    /* (owned) (nullable): of an earlier state */
  char **tags;    /* (owned) (nullable): %NULL for none */
  gint64 created; /* microseconds since 1970, UTC */
  gint64 updated; /* microseconds since 1970, UTC */
  int    words;   /* atomic; -1 until someone asks, since a list of a thousand entries asks for few */

  GPtrArray *links; /* (element-type KistReference) (owned): never changed, so that states of an entry share it */
};

G_DEFINE_FINAL_TYPE (KistEntry, kist_entry, G_TYPE_OBJECT)

static void
kist_entry_finalize (GObject *object)
{
  KistEntry *self = KIST_ENTRY (object);

  g_free (self->id);
  g_free (self->thing);
  g_free (self->badge);
  g_free (self->title);
  g_free (self->body);
  g_free (self->name);
  g_strfreev (self->tags);
  g_ptr_array_unref (self->links);
  G_OBJECT_CLASS (kist_entry_parent_class)->finalize (object);
}

static void
kist_entry_class_init (KistEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_entry_finalize;
}

static void
kist_entry_init (KistEntry *self)
{
  self->words = -1;
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
set_tags (KistEntry *self, const char *const *tags)
{
  g_strfreev (self->tags);
  self->tags = tags && *tags ? g_strdupv ((char **)tags) : NULL;
}

static void
set_links (KistEntry *self, GPtrArray *links)
{
  g_ptr_array_unref (self->links);
  self->links = g_ptr_array_ref (links);
}

/**
 * kist_entry_new:
 * @id: permanent, unique
 * @thing: (nullable): key of the Thing it was written for
 * @badge: (nullable): id of the badge it is evidence for
 * @title: a title, perhaps empty
 * @body: Markdown, perhaps empty
 * @created: when it was begun, microseconds since 1970, UTC
 * @updated: when it was last changed
 *
 * Returns: (transfer full): an entry
 */
KistEntry *
kist_entry_new (const char *id,
                const char *thing,
                const char *badge,
                const char *title,
                const char *body,
                gint64      created,
                gint64      updated)
{
  KistEntry *self;

  g_return_val_if_fail (id != NULL && title != NULL && body != NULL, NULL);

  self = g_object_new (KIST_TYPE_ENTRY, NULL);
  self->id = g_strdup (id);
  self->thing = g_strdup (thing);
  self->badge = g_strdup (badge);
  self->title = g_strdup (title);
  self->body = g_strdup (body);
  self->created = created;
  self->updated = updated;
  return self;
}

/**
 * kist_entry_new_with_text:
 * @self: an entry
 * @title: the new title
 * @body: the new body
 * @updated: when that was written
 *
 * Returns: (transfer full): @self as it is after the change
 */
KistEntry *
kist_entry_new_with_text (KistEntry *self, const char *title, const char *body, gint64 updated)
{
  KistEntry *changed;

  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  changed = kist_entry_new (self->id, self->thing, self->badge, title, body, self->created, updated);
  set_tags (changed, (const char *const *)self->tags);
  set_links (changed, self->links);
  return changed;
}

/**
 * kist_entry_new_with_marks:
 * @self: an entry
 * @tags: (nullable) (array zero-terminated=1): its tags, as kist_tags_normalise() gives them; %NULL for those it has
 * @links: (nullable) (element-type KistReference): what it is linked to as a whole, which is shared and must not change
 *   any more; %NULL for what it is linked to now
 *
 * Returns: (transfer full): @self with them
 */
KistEntry *
kist_entry_new_with_marks (KistEntry *self, const char *const *tags, GPtrArray *links)
{
  KistEntry *marked;

  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  marked = kist_entry_new_with_name (self, self->name);
  if (tags)
    set_tags (marked, tags);
  if (links)
    set_links (marked, links);
  return marked;
}

/**
 * kist_entry_new_with_name:
 * @self: an entry as it was
 * @name: (nullable): what its person calls that state, "as sent to Morag"
 *
 * Returns: (transfer full): the same state under that name
 */
KistEntry *
kist_entry_new_with_name (KistEntry *self, const char *name)
{
  KistEntry *named;

  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  named = kist_entry_new_with_text (self, self->title, self->body, self->updated);
  named->name = g_strdup (name);
  return named;
}

/**
 * kist_entry_get_id:
 * @self: an entry
 *
 * Returns: (transfer none): its id
 */
const char *
kist_entry_get_id (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  return self->id;
}

/**
 * kist_entry_get_thing:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the key of its Thing
 */
const char *
kist_entry_get_thing (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  return self->thing;
}

/**
 * kist_entry_get_badge:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the id of its badge
 */
const char *
kist_entry_get_badge (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  return self->badge;
}

/**
 * kist_entry_get_title:
 * @self: an entry
 *
 * Returns: (transfer none): its title, perhaps empty
 */
const char *
kist_entry_get_title (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  return self->title;
}

/**
 * kist_entry_get_body:
 * @self: an entry
 *
 * Returns: (transfer none): its Markdown, perhaps empty
 */
const char *
kist_entry_get_body (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  return self->body;
}

/**
 * kist_entry_get_name:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): what its person calls this state of it; %NULL for most
 */
const char *
kist_entry_get_name (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  return self->name;
}

/**
 * kist_entry_get_tags:
 * @self: an entry
 *
 * Returns: (transfer none) (array zero-terminated=1): its tags, sorted, each once; an empty list for none
 */
const char *const *
kist_entry_get_tags (KistEntry *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (KIST_IS_ENTRY (self), none);

  return self->tags ? (const char *const *)self->tags : none;
}

/**
 * kist_entry_get_links:
 * @self: an entry
 *
 * Returns: (transfer none) (element-type KistReference): what it is linked to as a whole, in the order in which that
 *   was said; not to be changed
 */
GPtrArray *
kist_entry_get_links (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  return self->links;
}

/**
 * kist_entry_get_created:
 * @self: an entry
 *
 * Returns: when it was begun, microseconds since 1970, UTC
 */
gint64
kist_entry_get_created (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), 0);

  return self->created;
}

/**
 * kist_entry_get_updated:
 * @self: an entry
 *
 * Returns: when it was last changed, microseconds since 1970, UTC
 */
gint64
kist_entry_get_updated (KistEntry *self)
{
  g_return_val_if_fail (KIST_IS_ENTRY (self), 0);

  return self->updated;
}

/**
 * kist_entry_get_words:
 * @self: an entry
 *
 * Counted when first asked for; any thread may ask.
 *
 * Returns: the words of its body, as kist_word_count() counts them
 */
unsigned
kist_entry_get_words (KistEntry *self)
{
  int words;

  g_return_val_if_fail (KIST_IS_ENTRY (self), 0);

  words = g_atomic_int_get (&self->words);
  if (words < 0)
    {
      words = kist_word_count (self->body);
      g_atomic_int_set (&self->words, words);
    }
  return words;
}

/**
 * kist_entry_dup_excerpt:
 * @self: an entry
 * @max_characters: the greatest number of characters wanted, the ellipsis not counted
 *
 * The beginning of the body on one line without Markdown's marks, for a list. It is cut between two words and then ends
 * in "…"; a single word that is longer is cut where it must.
 *
 * Returns: (transfer full): the excerpt, empty when there is nothing to see
 */
char *
kist_entry_dup_excerpt (KistEntry *self, unsigned max_characters)
{
  KistVisible walk;
  GString    *excerpt;
  gsize       word_end = 0;
  unsigned    n_characters = 0;
  gboolean    is_cut = FALSE, has_gap = FALSE;

  g_return_val_if_fail (KIST_IS_ENTRY (self), NULL);

  excerpt = g_string_new (NULL);
  kist_visible_init (&walk, self->body, strlen (self->body));
  for (gunichar character; !is_cut && (character = kist_visible_next (&walk));)
    {
      if (g_unichar_isspace (character))
        {
          has_gap = excerpt->len > 0;
          continue;
        }
      if (has_gap)
        word_end = excerpt->len;
      is_cut = n_characters + (has_gap ? 2 : 1) > max_characters;
      if (is_cut)
        break;
      if (has_gap)
        g_string_append_c (excerpt, ' ');
      g_string_append_unichar (excerpt, character);
      n_characters += has_gap ? 2 : 1;
      has_gap = FALSE;
    }
  if (is_cut)
    {
      g_string_truncate (excerpt, word_end > 0 ? word_end : excerpt->len);
      g_string_append (excerpt, "…");
    }
  return g_string_free (excerpt, FALSE);
}
