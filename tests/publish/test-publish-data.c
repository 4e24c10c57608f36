/* JSON and xAPI, read back by a JSON parser. The rules of statements are those of xAPI 1.0.3, part two
 * (https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md). */
#include "publish-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonNode *
parse (const char *format, const KistPublication *publication)
{
  g_autofree char *text = fixture_make (format, publication, 0);
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

static const char *
text_at (JsonNode *root, const char *path)
{
  g_autoptr (JsonNode) found = json_path_query (path, root, NULL);
  JsonArray *array;

  g_assert_nonnull (found);
  array = json_node_get_array (found);
  if (json_array_get_length (array) == 0)
    return NULL;
  return g_intern_string (json_array_get_string_element (array, 0));
}

static KistPublication *
with_events (void)
{
  static const struct
  {
    KistVerb    verb;
    const char *item;
    gint64      value;
    const char *text;
  } events[] = {
    { KIST_VERB_OPENED, NULL, 0, NULL },           { KIST_VERB_SKIPPED, "task", 0, "my private reason" },
    { KIST_VERB_ANSWERED, "q1", 50, "my answer" }, { KIST_VERB_ANSWERED, "q2", 3, "wrong" },
    { KIST_VERB_REFLECTED, "p1", 12, NULL },       { KIST_VERB_CHOSE, "run", 1, "Friday evening" },
    { KIST_VERB_WROTE, "id-2", 2, "short" },       { KIST_VERB_RATED, "item", 4, NULL },
    { KIST_VERB_ENDED, "run", 0, "Told" },         { KIST_VERB_COUNTED, "run/2", 9, "Friday evening" },
  };
  KistPublication *publication = fixture_new ();

  for (unsigned i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (KistEvent) event =
          kist_event_new (FIXTURE_TIME + 1234567 * (gint64)i, events[i].verb, "core/social-media-1", "decide",
                          events[i].item, events[i].value, events[i].text, NULL);

      kist_publication_add_event (publication, event);
    }
  return publication;
}

static void
test_json_holds_every_entry (void)
{
  g_autoptr (KistPublication) publication = fixture_new ();
  g_autoptr (JsonNode) root = parse ("json", publication);

  g_assert_cmpstr (text_at (root, "$.format"), ==, "kist-journal");
  g_assert_cmpstr (text_at (root, "$.entries[1].thing"), ==, "core/social-media-1");
  g_assert_cmpstr (text_at (root, "$.entries[1].thing-title"), ==, "Social media 1");
  g_assert_cmpstr (text_at (root, "$.entries[1].tags[1]"), ==, "team & me");
  g_assert_cmpstr (text_at (root, "$.entries[2].title"), ==, HOSTILE_TITLE);
  g_assert_cmpstr (text_at (root, "$.entries[2].markdown"), ==, HOSTILE_BODY);
}

/* 4.1: id, timestamp, actor, verb and object; 4.1.1: a UUID; 2.4.2.4: an account has a homePage and a name. */
static void
test_statements_are_as_xapi_wants_them (void)
{
  g_autoptr (KistPublication) publication = with_events ();
  g_autoptr (JsonNode) root = parse ("xapi", publication);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *statements = json_node_get_array (root);

  for (unsigned i = 0; i < json_array_get_length (statements); i++)
    {
      JsonObject *statement = json_array_get_object_element (statements, i);
      JsonObject *actor = json_object_get_object_member (statement, "actor");
      JsonObject *account = json_object_get_object_member (actor, "account");
      const char *verb = json_object_get_string_member (json_object_get_object_member (statement, "verb"), "id");
      const char *object = json_object_get_string_member (json_object_get_object_member (statement, "object"), "id");
      const char *id = json_object_get_string_member (statement, "id");

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpint (id[14], ==, '5');
      g_assert_true (g_hash_table_add (ids, (gpointer)id));
      g_assert_false (json_object_has_member (actor, "name"));
      g_assert_false (json_object_has_member (actor, "mbox"));
      g_assert_cmpuint (json_object_get_size (account), ==, 2);
      g_assert_true (g_uri_is_valid (json_object_get_string_member (account, "homePage"), G_URI_FLAGS_NONE, NULL));
      g_assert_true (g_uuid_string_is_valid (json_object_get_string_member (account, "name")));
      g_assert_true (g_str_has_prefix (verb, "http://adlnet.gov/expapi/verbs/"));
      g_assert_true (g_uri_is_valid (object, G_URI_FLAGS_NONE, NULL));
      g_assert_true (g_str_has_suffix (json_object_get_string_member (statement, "timestamp"), "Z"));
    }
}

static void
test_only_what_a_verb_says_honestly (void)
{
  static const char *const verbs[] = { "launched",  "answered",  "answered",  "responded",
                                       "responded", "responded", "completed", "responded" };
  g_autoptr (KistPublication) publication = with_events ();
  g_autoptr (JsonNode) root = parse ("xapi", publication);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, G_N_ELEMENTS (verbs));
  for (unsigned i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *path = g_strdup_printf ("$[%u].verb.display.en", i);

      g_assert_cmpstr (text_at (root, path), ==, verbs[i]);
    }
  g_assert_cmpstr (text_at (root, "$[0].timestamp"), ==, "2026-11-22T06:30:00.000Z");
  g_assert_cmpstr (text_at (root, "$[1].timestamp"), ==, "2026-11-22T06:30:02.469Z");
  g_assert_cmpstr (text_at (root, "$[4].result.response"), ==, "2");
  g_assert_cmpstr (text_at (root, "$[4].object.id"), ==,
                   "https://kist.invalid/thing/core/social-media-1/step/decide/Friday%20evening");
}

static const char *
actor_of (const KistPublication *publication)
{
  g_autoptr (JsonNode) root = parse ("xapi", publication);

  return text_at (root, "$[0].actor.account.name");
}

/* 2.1 of part 3: a statement that comes again under its id must be the same, and so is its actor, whatever else is
 * chosen with it. Another person's is another. */
static void
test_who_it_was_is_the_same_for_any_part (void)
{
  g_autoptr (KistPublication) everything = with_events ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (KistPublication) one = kist_publication_new ("One", zone);
  g_autoptr (KistPublication) other = kist_publication_new ("Another's", zone);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  KistEntry *entry = kist_publication_get_entry (everything, 1)->entry;

  for (unsigned i = 0; i < everything->entries->len; i++)
    g_ptr_array_add (entries, kist_publication_get_entry (everything, i)->entry);
  everything->beginning = kist_publication_find_beginning (everything->events, entries);
  one->beginning = everything->beginning;
  kist_publication_add_entry (one, entry, NULL, NULL);
  g_assert_cmpstr (actor_of (one), ==, actor_of (everything));
  other->beginning = everything->beginning + 1;
  kist_publication_add_entry (other, entry, NULL, NULL);
  g_assert_cmpstr (actor_of (other), !=, actor_of (everything));

  g_assert_cmpint (kist_publication_find_beginning (everything->events, none), ==, FIXTURE_TIME);
  g_assert_cmpint (kist_publication_find_beginning (none, entries), ==, FIXTURE_TIME);
  g_ptr_array_remove_index (entries, 0);
  g_ptr_array_remove_index (entries, 1);
  g_assert_cmpint (kist_publication_find_beginning (none, entries), ==, FIXTURE_TIME + 60);
  g_assert_cmpint (kist_publication_find_beginning (none, none), ==, 0);
}

static void
test_words_are_told_only_when_asked (void)
{
  g_autoptr (KistPublication) publication = with_events ();
  g_autofree char *silent = fixture_make ("xapi", publication, 0);
  g_autofree char *told = NULL;
  g_autoptr (JsonNode) root = NULL;

  publication->has_text = TRUE;
  told = fixture_make ("xapi", publication, 0);
  root = parse ("xapi", publication);
  g_assert_null (strstr (silent, "Two words"));
  g_assert_null (strstr (silent, "Social media"));
  g_assert_null (strstr (silent, "my answer"));
  g_assert_null (strstr (silent, "boundaries"));
  g_assert_null (strstr (silent, "private reason"));
  g_assert_nonnull (strstr (told, "Two words"));
  g_assert_nonnull (strstr (told, "my answer"));
  g_assert_cmpstr (text_at (root, "$[7].context.extensions['https://kist.invalid/xapi/tags'][1]"), ==, "team & me");
  g_assert_null (strstr (told, "private reason"));
}

/* The id of the statement of "id-2", which has no other tags but these. */
static const char *
id_with_tags (gboolean has_text, const char *tag)
{
  const char *const tags[] = { "boundaries", tag, NULL };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (KistPublication) whole = fixture_new ();
  g_autoptr (KistPublication) publication = kist_publication_new ("One", zone);
  g_autoptr (KistEntry) entry = kist_entry_new_with_marks (kist_publication_get_entry (whole, 1)->entry, tags, NULL);
  g_autoptr (JsonNode) root = NULL;

  kist_publication_add_entry (publication, entry, NULL, NULL);
  publication->has_text = has_text;
  root = parse ("xapi", publication);
  return text_at (root, "$[0].id");
}

/* A statement that tells more, or other tags, is not the one that a record store has already. */
static void
test_what_is_told_is_in_the_id (void)
{
  g_assert_cmpstr (id_with_tags (FALSE, "team"), ==, id_with_tags (FALSE, "lone"));
  g_assert_cmpstr (id_with_tags (TRUE, "team"), ==, id_with_tags (TRUE, "team"));
  g_assert_cmpstr (id_with_tags (TRUE, "team"), !=, id_with_tags (TRUE, "lone"));
  g_assert_cmpstr (id_with_tags (TRUE, "team"), !=, id_with_tags (FALSE, "team"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/data/json", test_json_holds_every_entry);
  g_test_add_func ("/publish/data/statements", test_statements_are_as_xapi_wants_them);
  g_test_add_func ("/publish/data/honest", test_only_what_a_verb_says_honestly);
  g_test_add_func ("/publish/data/actor", test_who_it_was_is_the_same_for_any_part);
  g_test_add_func ("/publish/data/ids", test_what_is_told_is_in_the_id);
  g_test_add_func ("/publish/data/text", test_words_are_told_only_when_asked);
  return g_test_run ();
}
