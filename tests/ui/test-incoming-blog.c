/* A blog on its way into the journal: what is proposed for each post, what is there already, and what comes of it. */
#include "../library/pack-fixture.h"
#include "ui/blog/kist-incoming-blog.h"

/* Saturday 22 November 2025, 09:30 UTC. */
#define NOW G_GINT64_CONSTANT (1763803800000000)
#define SECONDS(seconds) (G_GINT64_CONSTANT (seconds) * G_USEC_PER_SEC)

#define POST(id, title, text, more)                                                                                    \
  "<entry><id>" id "</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>" title          \
  "</title><content type='html'>" text "</content>" more "</entry>"
#define DAY(created, published, updated)                                                                               \
  "<blogger:created>" created "T00:00:00Z</blogger:created><published>" published "T00:00:00Z</published><updated>"    \
  "" updated "T00:00:00Z</updated>"
#define LONG_LABEL "what nobody would ever write on a small chip"
#define LABEL(label) "<category scheme='tag:blogger.com,1999:blog-1' term='" label "'/>"

static const char feed[] =
    "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>"
    "<id>tag:blogger.com,1999:blog-1</id><title>Mine</title>" /* the oldest first, as in no export */
    POST ("tag:p1",
          "Thing 5: friends",
          "&lt;p&gt;No friends from work.&lt;/p&gt;",
          DAY ("1970-01-02", "1970-01-03", "1970-01-04")) POST ("tag:p2",
                                                                "My day",
                                                                "Tired.",
                                                                DAY ("1970-01-05", "1970-01-05", "1970-01-05")
                                                                    LABEL ("social media") LABEL (LONG_LABEL))
        POST ("tag:p1", "Thing 5, again", "Once more.", DAY ("1970-01-06", "1970-01-06", "1970-01-06"))
            POST ("tag:p3",
                  "A walk",
                  "It rained.",
                  "") "<entry><blogger:type>COMMENT</blogger:type><title/><content>Me too.</content></entry></feed>";

typedef struct
{
  KistLibrary      *library;
  GHashTable       *sources; /* (element-type utf8) */
  GPtrArray        *entries; /* (element-type KistEntry) */
  KistIncomingBlog *blog;
  unsigned          n_changes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pack = pack_fixture_make ("pack", "core");
  const char      *folders[] = { pack, NULL };

  fixture->library = kist_library_load (folders, NULL);
  fixture->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->blog)
    g_assert_finalize_object (fixture->blog);
  g_ptr_array_unref (fixture->entries);
  g_hash_table_unref (fixture->sources);
  g_assert_finalize_object (fixture->library);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
read_feed (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (feed, sizeof feed - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (KistBlog) blog = kist_blog_read_bytes (bytes, "feed.atom", NULL, &error);

  g_assert_no_error (error);
  fixture->blog =
      kist_incoming_blog_new (blog, fixture->library, fixture->sources, fixture->entries, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->blog, "changed", G_CALLBACK (changed_cb), fixture);
}

/* The post called @title, which must be there; the list keeps it. */
static KistIncomingPost *
find (Fixture *fixture, const char *title)
{
  GListModel *posts = kist_incoming_blog_get_posts (fixture->blog);

  for (unsigned i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr (KistIncomingPost) post = g_list_model_get_item (posts, i);

      if (g_str_equal (kist_incoming_post_get_post (post)->title, title))
        return post;
    }
  g_error ("there is no post “%s”", title);
}

static KistThing *
media (Fixture *fixture)
{
  return kist_library_lookup_thing (fixture->library, "core/media");
}

static void
test_what_is_proposed (Fixture *fixture, gconstpointer data)
{
  KistIncomingPost *sure, *weak, *none;

  read_feed (fixture);
  sure = find (fixture, "Thing 5, again");
  weak = find (fixture, "My day");
  none = find (fixture, "A walk");
  g_assert_true (kist_incoming_post_get_thing (sure) == media (fixture));
  g_assert_false (kist_incoming_post_needs_look (sure));
  g_assert_true (kist_incoming_post_get_thing (weak) == media (fixture));
  g_assert_true (kist_incoming_post_needs_look (weak));
  g_assert_null (kist_incoming_post_get_thing (none));
  g_assert_false (kist_incoming_post_needs_look (none));
  g_assert_cmpuint (kist_incoming_post_get_words (none), ==, 2);
  g_assert_cmpstr (kist_incoming_post_get_excerpt (none), ==, "It rained.");
  g_assert_cmpuint (kist_incoming_blog_count_doubtful (fixture->blog), ==, 1);
  g_assert_cmpuint (kist_incoming_blog_count_losing (fixture->blog), ==, 1);
  g_assert_cmpuint (kist_incoming_blog_count_losing_labels (fixture->blog), ==, 1);
}

/* The newest is met first: the older one of the two stays out. */
static void
test_a_post_that_stands_twice_comes_once (Fixture *fixture, gconstpointer data)
{
  read_feed (fixture);
  g_assert_cmpint (kist_incoming_post_get_state (find (fixture, "Thing 5, again")), ==, KIST_INCOMING_NEW);
  g_assert_cmpint (kist_incoming_post_get_state (find (fixture, "Thing 5: friends")), ==, KIST_INCOMING_TWICE);
  g_assert_false (kist_incoming_post_is_included (find (fixture, "Thing 5: friends")));
  g_assert_cmpuint (kist_incoming_blog_count_included (fixture->blog), ==, 3);
  g_assert_cmpuint (kist_incoming_blog_count_known (fixture->blog), ==, 1);
}

static void
test_what_was_brought_in_stays_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KistPost) known = kist_post_new ("elsewhere", 1);

  known->origin = g_strdup ("tag:p2");
  g_hash_table_add (fixture->sources, kist_post_dup_fingerprint (known));
  read_feed (fixture);
  g_assert_cmpint (kist_incoming_post_get_state (find (fixture, "My day")), ==, KIST_INCOMING_KNOWN);
  g_assert_false (kist_incoming_post_is_included (find (fixture, "My day")));
  g_assert_false (kist_incoming_post_needs_look (find (fixture, "My day")));
  g_assert_cmpuint (kist_incoming_blog_count_included (fixture->blog), ==, 2);
}

/* Typed in anew, or pasted: the same words are the same post. */
static void
test_what_the_journal_says_stays_out (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_add (fixture->entries, kist_entry_new ("a", NULL, NULL, "A walk", "It rained.", 1, 1));
  g_ptr_array_add (fixture->entries, kist_entry_new ("b", NULL, NULL, "My day", "Not tired.", 1, 1));
  read_feed (fixture);
  g_assert_cmpint (kist_incoming_post_get_state (find (fixture, "A walk")), ==, KIST_INCOMING_KNOWN);
  g_assert_cmpint (kist_incoming_post_get_state (find (fixture, "My day")), ==, KIST_INCOMING_NEW);
}

static void
test_what_the_person_decides_counts (Fixture *fixture, gconstpointer data)
{
  GListModel *posts;

  read_feed (fixture);
  posts = kist_incoming_blog_get_posts (fixture->blog);
  kist_incoming_post_set_included (find (fixture, "A walk"), FALSE);
  kist_incoming_post_set_included (find (fixture, "A walk"), FALSE);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (kist_incoming_blog_count_included (fixture->blog), ==, 2);
  kist_incoming_blog_include_all (fixture->blog, posts, TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, 2); /* not once for each */
  g_assert_cmpuint (kist_incoming_blog_count_included (fixture->blog), ==, 4);
  kist_incoming_blog_include_all (fixture->blog, posts, FALSE);
  g_assert_cmpuint (kist_incoming_blog_count_included (fixture->blog), ==, 0);
  kist_incoming_post_set_thing (find (fixture, "My day"), NULL);
  g_assert_true (kist_incoming_post_needs_look (find (fixture, "My day"))); /* it stays where it is in the list */
}

static void
test_what_comes_of_a_post (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (KistEntry) entry = NULL;
  g_autoptr (KistEntry) other = NULL;
  g_autoptr (KistEntry) dateless = NULL;

  read_feed (fixture);
  posts = kist_incoming_blog_list_included (fixture->blog);
  g_assert_cmpuint (posts->len, ==, 3);
  entry = kist_incoming_post_create_entry (find (fixture, "Thing 5: friends"), NOW);
  g_assert_cmpstr (kist_entry_get_title (entry), ==, "Thing 5: friends");
  g_assert_cmpstr (kist_entry_get_body (entry), ==, "No friends from work.");
  g_assert_cmpstr (kist_entry_get_thing (entry), ==, "core/media");
  g_assert_cmpstr (kist_entry_get_badge (entry), ==, kist_thing_get_badge (media (fixture)));
  g_assert_cmpint (kist_entry_get_created (entry), ==, SECONDS (86400));
  g_assert_cmpint (kist_entry_get_updated (entry), ==, SECONDS (3 * 86400));
  kist_incoming_post_set_thing (find (fixture, "My day"), NULL);
  other = kist_incoming_post_create_entry (find (fixture, "My day"), NOW);
  g_assert_null (kist_entry_get_thing (other));
  g_assert_null (kist_entry_get_badge (other));
  g_assert_cmpuint (g_strv_length ((char **)kist_entry_get_tags (other)), ==, 1);
  g_assert_cmpstr (kist_entry_get_tags (other)[0], ==, "social media");
  g_assert_cmpstr (kist_entry_get_id (other), !=, kist_entry_get_id (entry));
  dateless = kist_incoming_post_create_entry (find (fixture, "A walk"), NOW);
  g_assert_cmpint (kist_entry_get_created (dateless), ==, NOW);
  g_assert_cmpint (kist_entry_get_updated (dateless), ==, NOW);
}

static void
test_the_newest_comes_first (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "A walk", "Thing 5, again", "My day", "Thing 5: friends" };
  GListModel              *posts;

  read_feed (fixture);
  posts = kist_incoming_blog_get_posts (fixture->blog);
  g_assert_cmpuint (g_list_model_get_n_items (posts), ==, G_N_ELEMENTS (titles));
  for (unsigned i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (KistIncomingPost) post = g_list_model_get_item (posts, i);

      g_assert_cmpstr (kist_incoming_post_get_post (post)->title, ==, titles[i]);
    }
}

static void
test_it_stops_when_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (feed, sizeof feed - 1);
  g_autoptr (KistBlog) blog = kist_blog_read_bytes (bytes, "feed.atom", NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (kist_incoming_blog_new (blog, fixture->library, fixture->sources, fixture->entries, NULL, NULL,
                                         cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name) g_test_add ("/incoming-blog/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (what_is_proposed);
  ADD (a_post_that_stands_twice_comes_once);
  ADD (what_was_brought_in_stays_out);
  ADD (what_the_journal_says_stays_out);
  ADD (what_the_person_decides_counts);
  ADD (what_comes_of_a_post);
  ADD (the_newest_comes_first);
  ADD (it_stops_when_told);
  return g_test_run ();
}
