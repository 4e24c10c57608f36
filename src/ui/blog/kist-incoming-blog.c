#include "kist-incoming-blog.h"

#include "library/kist-library-matcher.h"

/* How often the caller hears how far it is. */
#define N_TELLINGS 100

struct _KistIncomingBlog
{
  GObject parent_instance;

  KistBlog   *blog;       /* (owned) */
  GListStore *posts;      /* (owned) of KistIncomingPost, the newest first, as the journal shows them */
  unsigned    n_included; /* as many as have is-included */
  gboolean    is_quiet;   /* while many change at once */
};

G_DEFINE_FINAL_TYPE (KistIncomingBlog, kist_incoming_blog, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

/* What two texts have in common when they say the same. */
static char *
dup_words (const char *title, const char *body)
{
  g_autofree char *text = g_strconcat (title, "\n", body, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static GHashTable *
collect_words (GPtrArray *entries)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned i = 0; i < entries->len; i++)
    {
      KistEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_add (words, dup_words (kist_entry_get_title (entry), kist_entry_get_body (entry)));
    }
  return words;
}

static void
included_cb (KistIncomingBlog *self, GParamSpec *property, KistIncomingPost *post)
{
  if (kist_incoming_post_is_included (post))
    self->n_included++;
  else
    self->n_included--;
  if (!self->is_quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_post (KistIncomingBlog *self, KistIncomingPost *post)
{
  g_signal_connect_object (post, "notify::is-included", G_CALLBACK (included_cb), self, G_CONNECT_SWAPPED);
  self->n_included += kist_incoming_post_is_included (post);
  g_list_store_append (self->posts, post);
  g_object_unref (post);
}

/* What the posts are held against. */
typedef struct
{
  KistLibrary     *library; /* (unowned) */
  KistPostMatcher *matcher; /* (owned) */
  GHashTable      *sources; /* (unowned) (element-type utf8) what was brought in before */
  GHashTable      *words;   /* (owned) (element-type utf8) what the journal says */
  GHashTable      *met;     /* (owned) (element-type utf8) what stood in this blog already */
} Yardstick;

static void
yardstick_clear (Yardstick *self)
{
  kist_post_matcher_free (self->matcher);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->met);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Yardstick, yardstick_clear)

static KistIncomingPost *
judge (KistIncomingBlog *self, const Yardstick *yardstick, const KistPost *post)
{
  KistPostMatch match =
      kist_post_matcher_match (yardstick->matcher, post->title, (const char *const *)post->labels, post->body);
  KistThing        *thing = match.thing ? kist_library_lookup_thing (yardstick->library, match.thing->id) : NULL;
  g_autofree char  *said = dup_words (post->title, post->body);
  char             *source = kist_post_dup_fingerprint (post);
  KistIncomingState state = KIST_INCOMING_NEW;

  if (g_hash_table_contains (yardstick->sources, source) || g_hash_table_contains (yardstick->words, said))
    state = KIST_INCOMING_KNOWN;
  else if (g_hash_table_contains (yardstick->met, source))
    state = KIST_INCOMING_TWICE;
  g_hash_table_add (yardstick->met, source);
  return kist_incoming_post_new (self->blog, post, state, thing, match.certainty);
}

static void
kist_incoming_blog_dispose (GObject *object)
{
  KistIncomingBlog *self = KIST_INCOMING_BLOG (object);

  g_clear_object (&self->posts);
  g_clear_object (&self->blog);
  G_OBJECT_CLASS (kist_incoming_blog_parent_class)->dispose (object);
}

static void
kist_incoming_blog_class_init (KistIncomingBlogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_incoming_blog_dispose;

  /**
   * KistIncomingBlog::changed:
   * @self: the blog
   *
   * Other posts will come in than before, perhaps many.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_INCOMING_BLOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_incoming_blog_init (KistIncomingBlog *self)
{
  self->posts = g_list_store_new (KIST_TYPE_INCOMING_POST);
}

/**
 * kist_incoming_blog_new:
 * @blog: what was read
 * @library: the learning material, whose Things the posts may be about
 * @sources: (element-type utf8): a set: what was brought in before, by kist_post_dup_fingerprint()
 * @entries: (element-type KistEntry): what the journal has
 * @progress: (nullable): told how many posts are judged
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Takes its time: a thread's.
 *
 * Returns: (transfer full) (nullable): the posts, each with what is proposed for it. What is in the journal, by its
 *   source or word for word, is to be left out. %NULL with #GIOErrorEnum when it was cancelled
 */
KistIncomingBlog *
kist_incoming_blog_new (KistBlog        *blog,
                        KistLibrary     *library,
                        GHashTable      *sources,
                        GPtrArray       *entries,
                        KistBlogProgress progress,
                        gpointer         data,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr (KistIncomingBlog) self = g_object_new (KIST_TYPE_INCOMING_BLOG, NULL);
  g_auto (Yardstick) yardstick = { .library = library,
                                   .matcher = kist_library_new_matcher (library),
                                   .sources = sources,
                                   .words = collect_words (entries),
                                   .met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  unsigned n = kist_blog_get_n_posts (blog);

  self->blog = g_object_ref (blog);
  for (unsigned i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      take_post (self, judge (self, &yardstick, kist_blog_get_post (blog, n - 1 - i)));
      if (progress && (i + 1 == n || (i + 1) % MAX (n / N_TELLINGS, 1) == 0))
        progress (i + 1, n, n, data);
    }
  return g_steal_pointer (&self);
}

/**
 * kist_incoming_blog_get_blog:
 * @self: a blog
 *
 * Returns: (transfer none): what was read
 */
KistBlog *
kist_incoming_blog_get_blog (KistIncomingBlog *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), NULL);

  return self->blog;
}

/**
 * kist_incoming_blog_get_posts:
 * @self: a blog
 *
 * Returns: (transfer none): a list model of #KistIncomingPost, the newest first, what has no day before them
 */
GListModel *
kist_incoming_blog_get_posts (KistIncomingBlog *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), NULL);

  return G_LIST_MODEL (self->posts);
}

static unsigned
count (KistIncomingBlog *self, gboolean (*is_counted) (KistIncomingPost *post))
{
  unsigned n = 0;

  for (unsigned i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->posts)); i++)
    {
      g_autoptr (KistIncomingPost) post = g_list_model_get_item (G_LIST_MODEL (self->posts), i);

      n += is_counted (post) ? 1 : 0;
    }
  return n;
}

/**
 * kist_incoming_blog_count_included:
 * @self: a blog
 *
 * Returns: how many posts will come in
 */
unsigned
kist_incoming_blog_count_included (KistIncomingBlog *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), 0);

  return self->n_included;
}

/**
 * kist_incoming_blog_count_doubtful:
 * @self: a blog
 *
 * Returns: how many need a look
 */
unsigned
kist_incoming_blog_count_doubtful (KistIncomingBlog *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), 0);

  return count (self, kist_incoming_post_needs_look);
}

static gboolean
is_kept_out (KistIncomingPost *post)
{
  return kist_incoming_post_get_state (post) != KIST_INCOMING_NEW && !kist_incoming_post_is_included (post);
}

/**
 * kist_incoming_blog_count_known:
 * @self: a blog
 *
 * Returns: how many stay out because they are in the journal already, or twice in the blog
 */
unsigned
kist_incoming_blog_count_known (KistIncomingBlog *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), 0);

  return count (self, is_kept_out);
}

static gboolean
loses_labels (KistIncomingPost *post)
{
  return kist_incoming_post_count_labels_lost (post) > 0;
}

static gboolean
loses (KistIncomingPost *post)
{
  return *kist_incoming_post_get_post (post)->changes || loses_labels (post);
}

/**
 * kist_incoming_blog_count_losing:
 * @self: a blog
 *
 * Returns: how many posts lose something on the way: labels that cannot be tags, or what their reader said
 */
unsigned
kist_incoming_blog_count_losing (KistIncomingBlog *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), 0);

  return count (self, loses);
}

/**
 * kist_incoming_blog_count_losing_labels:
 * @self: a blog
 *
 * Returns: how many posts have labels that cannot be tags
 */
unsigned
kist_incoming_blog_count_losing_labels (KistIncomingBlog *self)
{
  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), 0);

  return count (self, loses_labels);
}

/**
 * kist_incoming_blog_include_all:
 * @self: a blog
 * @posts: some of its posts, as those that are shown
 * @is_included: whether to bring them in
 */
void
kist_incoming_blog_include_all (KistIncomingBlog *self, GListModel *posts, gboolean is_included)
{
  g_return_if_fail (KIST_IS_INCOMING_BLOG (self) && G_IS_LIST_MODEL (posts));

  self->is_quiet = TRUE;
  for (unsigned i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr (KistIncomingPost) post = g_list_model_get_item (posts, i);

      kist_incoming_post_set_included (post, is_included);
    }
  self->is_quiet = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kist_incoming_blog_list_included:
 * @self: a blog
 *
 * Returns: (transfer full) (element-type KistIncomingPost): the posts that will come in
 */
GPtrArray *
kist_incoming_blog_list_included (KistIncomingBlog *self)
{
  GPtrArray *posts;

  g_return_val_if_fail (KIST_IS_INCOMING_BLOG (self), NULL);

  posts = g_ptr_array_new_full (self->n_included, g_object_unref);
  for (unsigned i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->posts)); i++)
    {
      g_autoptr (KistIncomingPost) post = g_list_model_get_item (G_LIST_MODEL (self->posts), i);

      if (kist_incoming_post_is_included (post))
        g_ptr_array_add (posts, g_steal_pointer (&post));
    }
  return posts;
}
