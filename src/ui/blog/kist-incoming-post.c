#include "kist-incoming-post.h"

#include "journal/kist-tag.h"

/* Two lines in the list. */
#define EXCERPT_CHARACTERS 160

struct _KistIncomingPost
{
  GObject parent_instance;

  KistBlog          *blog; /* (owned): which has the post */
  const KistPost    *post;
  KistThing         *thing; /* (owned) (nullable) */
  char              *excerpt;
  unsigned           words;
  unsigned           n_labels_lost;
  KistIncomingState  state;
  KistMatchCertainty certainty;
  gboolean           is_included;
};

G_DEFINE_FINAL_TYPE (KistIncomingPost, kist_incoming_post, G_TYPE_OBJECT)

enum
{
  PROP_NEEDS_LOOK = 1,
  PROP_THING,
  PROP_IS_INCLUDED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
kist_incoming_post_get_property (GObject *object, unsigned id, GValue *value, GParamSpec *property)
{
  KistIncomingPost *self = KIST_INCOMING_POST (object);

  switch (id)
    {
    case PROP_NEEDS_LOOK:
      g_value_set_boolean (value, kist_incoming_post_needs_look (self));
      break;
    case PROP_THING:
      g_value_set_object (value, self->thing);
      break;
    case PROP_IS_INCLUDED:
      g_value_set_boolean (value, self->is_included);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, property);
    }
}

static void
kist_incoming_post_set_property (GObject *object, unsigned id, const GValue *value, GParamSpec *property)
{
  KistIncomingPost *self = KIST_INCOMING_POST (object);

  switch (id)
    {
    case PROP_THING:
      kist_incoming_post_set_thing (self, g_value_get_object (value));
      break;
    case PROP_IS_INCLUDED:
      kist_incoming_post_set_included (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, property);
    }
}

static void
kist_incoming_post_finalize (GObject *object)
{
  KistIncomingPost *self = KIST_INCOMING_POST (object);

  g_clear_object (&self->thing);
  g_clear_object (&self->blog);
  g_clear_pointer (&self->excerpt, g_free);
  G_OBJECT_CLASS (kist_incoming_post_parent_class)->finalize (object);
}

static void
kist_incoming_post_class_init (KistIncomingPostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kist_incoming_post_get_property;
  object_class->set_property = kist_incoming_post_set_property;
  object_class->finalize = kist_incoming_post_finalize;

  properties[PROP_NEEDS_LOOK] =
      g_param_spec_boolean ("needs-look", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_THING] = g_param_spec_object ("thing", NULL, NULL, KIST_TYPE_THING,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_IS_INCLUDED] = g_param_spec_boolean (
      "is-included", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
kist_incoming_post_init (KistIncomingPost *self)
{
}

/**
 * kist_incoming_post_new:
 * @blog: the blog, which is kept
 * @post: one of its posts
 * @state: whether the journal has it
 * @thing: (nullable): the Thing to propose
 * @certainty: how sure that is
 *
 * Returns: (transfer full): the post, which comes in unless it is there already
 */
KistIncomingPost *
kist_incoming_post_new (KistBlog          *blog,
                        const KistPost    *post,
                        KistIncomingState  state,
                        KistThing         *thing,
                        KistMatchCertainty certainty)
{
  KistIncomingPost *self;
  g_autoptr (KistEntry) entry = NULL;
  g_auto (GStrv) tags = NULL;

  g_return_val_if_fail (KIST_IS_BLOG (blog) && post != NULL, NULL);

  self = g_object_new (KIST_TYPE_INCOMING_POST, NULL);
  self->blog = g_object_ref (blog);
  self->post = post;
  self->state = state;
  self->is_included = state == KIST_INCOMING_NEW;
  self->certainty = thing ? certainty : KIST_MATCH_NONE;
  g_set_object (&self->thing, thing);
  entry = kist_entry_new ("", NULL, NULL, post->title, post->body, 0, 0);
  self->words = kist_entry_get_words (entry);
  tags = kist_tags_normalise ((const char *const *)post->labels, &self->n_labels_lost);
  self->excerpt = kist_entry_dup_excerpt (entry, EXCERPT_CHARACTERS);
  return self;
}

/**
 * kist_incoming_post_get_post:
 * @self: a post
 *
 * Returns: (transfer none): what was read
 */
const KistPost *
kist_incoming_post_get_post (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), NULL);

  return self->post;
}

/**
 * kist_incoming_post_get_state:
 * @self: a post
 *
 * Returns: whether the journal has it already
 */
KistIncomingState
kist_incoming_post_get_state (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), KIST_INCOMING_NEW);

  return self->state;
}

/**
 * kist_incoming_post_needs_look:
 * @self: a post
 *
 * It stays so after the person looked, so that nothing vanishes from a list under the pointer.
 *
 * Returns: whether the person should say whether the Thing is right: it comes in, and its Thing is a guess
 */
gboolean
kist_incoming_post_needs_look (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), FALSE);

  return self->state == KIST_INCOMING_NEW && self->certainty == KIST_MATCH_WEAK;
}

/**
 * kist_incoming_post_get_words:
 * @self: a post
 *
 * Returns: how many words it has, as kist_word_count() counts them
 */
unsigned
kist_incoming_post_get_words (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), 0);

  return self->words;
}

/**
 * kist_incoming_post_get_excerpt:
 * @self: a post
 *
 * Returns: (transfer none): how it begins, without Markdown's marks; perhaps empty
 */
const char *
kist_incoming_post_get_excerpt (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), NULL);

  return self->excerpt;
}

/**
 * kist_incoming_post_get_thing:
 * @self: a post
 *
 * Returns: (transfer none) (nullable): the Thing it will be for
 */
KistThing *
kist_incoming_post_get_thing (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), NULL);

  return self->thing;
}

/**
 * kist_incoming_post_set_thing:
 * @self: a post
 * @thing: (nullable): the Thing it is for, or none
 */
void
kist_incoming_post_set_thing (KistIncomingPost *self, KistThing *thing)
{
  g_return_if_fail (KIST_IS_INCOMING_POST (self));
  g_return_if_fail (!thing || KIST_IS_THING (thing));

  if (g_set_object (&self->thing, thing))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THING]);
}

/**
 * kist_incoming_post_is_included:
 * @self: a post
 *
 * Returns: whether it will be brought in
 */
gboolean
kist_incoming_post_is_included (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), FALSE);

  return self->is_included;
}

/**
 * kist_incoming_post_set_included:
 * @self: a post
 * @is_included: whether to bring it in
 */
void
kist_incoming_post_set_included (KistIncomingPost *self, gboolean is_included)
{
  g_return_if_fail (KIST_IS_INCOMING_POST (self));

  if (self->is_included == is_included)
    return;
  self->is_included = is_included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_INCLUDED]);
}

/**
 * kist_incoming_post_count_labels_lost:
 * @self: a post
 *
 * Returns: how many of its labels can be no tag of an entry, because they are too long or too many
 */
unsigned
kist_incoming_post_count_labels_lost (KistIncomingPost *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), 0);

  return self->n_labels_lost;
}

/**
 * kist_incoming_post_create_entry:
 * @self: a post
 * @now: what time it is, for a post that has no day
 *
 * Returns: (transfer full): an entry with the post's own days and labels; its Thing, and that Thing's badge, are what
 * was chosen
 */
KistEntry *
kist_incoming_post_create_entry (KistIncomingPost *self, gint64 now)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (KistEntry) entry = NULL;
  g_auto (GStrv) tags = NULL;
  gint64 created, updated;

  g_return_val_if_fail (KIST_IS_INCOMING_POST (self), NULL);

  created = self->post->created ? self->post->created : kist_post_get_time (self->post);
  created = created ? created : now;
  updated = self->post->updated ? self->post->updated : self->post->published;
  entry = kist_entry_new (id, self->thing ? kist_thing_get_key (self->thing) : NULL,
                          self->thing ? kist_thing_get_badge (self->thing) : NULL, self->post->title, self->post->body,
                          created, MAX (created, updated));
  tags = kist_tags_normalise ((const char *const *)self->post->labels, NULL);
  return kist_entry_new_with_marks (entry, (const char *const *)tags, NULL);
}
