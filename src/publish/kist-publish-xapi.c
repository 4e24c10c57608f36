#include <json-glib/json-glib.h>
#include <string.h>

#include "base/kist-date.h"
#include "kist-publish-private.h"

/* Experience API 1.0.3 (https://github.com/adlnet/xAPI-Spec). The verbs are those of ADL's vocabulary
 * (http://adlnet.gov/expapi/verbs/), and only where one says what happened: there is none for what was skipped, taken
 * back, played again or counted in a group, and a draft for neither Thing nor badge responds to nothing. These are left
 * out. So is WROTE: the entry has a statement of its own. */
#define ADL_VERB "http://adlnet.gov/expapi/verbs/"
#define ADL_ACTIVITY "http://adlnet.gov/expapi/activities/"
#define WORDS KIST_PUBLISH_ADDRESS "xapi/words"
#define TAGS KIST_PUBLISH_ADDRESS "xapi/tags"

static const struct
{
  KistVerb    verb;
  const char *name;
  const char *activity;
} meanings[] = {
  { KIST_VERB_OPENED, "launched", "lesson" },     { KIST_VERB_READ, "experienced", "lesson" },
  { KIST_VERB_TICKED, "completed", "objective" }, { KIST_VERB_RATED, "responded", "question" },
  { KIST_VERB_ANSWERED, "answered", "question" }, { KIST_VERB_REFLECTED, "responded", "question" },
  { KIST_VERB_CHOSE, "responded", "question" },   { KIST_VERB_ENDED, "completed", "simulation" },
};

/* Version 5 of RFC 9562, in the namespace for addresses: the same name always gives the same id, so that a record store
 * that is given the same statement again takes it for the same. */
static char *
make_uuid (const char *name)
{
  static const guint8 space[16] = { 0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                    0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8 };
  g_autofree char    *address = g_strconcat (KIST_PUBLISH_ADDRESS, name, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  GString *uuid = g_string_new (NULL);
  guint8   digest[20];
  gsize    length = sizeof digest;

  g_checksum_update (checksum, space, sizeof space);
  g_checksum_update (checksum, (const guchar *)address, (gssize)strlen (address));
  g_checksum_get_digest (checksum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  for (unsigned i = 0; i < 16; i++)
    g_string_append_printf (uuid, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", digest[i]);
  return g_string_free (uuid, FALSE);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
begin (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

/* Nobody's name: what tells two people's statements apart is made of when the record began, which says nothing of who
 * it was. It is that of the whole record: were it of what is chosen, the same statement would come again with another
 * actor, and a record store refuses a statement that comes again under its id and is another (part 3, 2.1). */
static char *
make_account (const KistPublication *publication)
{
  g_autofree char *name = g_strdup_printf ("person/%" G_GINT64_FORMAT, publication->beginning);

  return make_uuid (name);
}

/* Begins a statement, which the caller ends. */
static void
begin_statement (JsonBuilder *builder, const char *account, const char *name, gint64 time, const char *verb)
{
  g_autofree char *id = make_uuid (name);
  g_autofree char *verb_id = g_strconcat (ADL_VERB, verb, NULL);
  g_autoptr (GDateTime) date = kist_date_new_utc (time);
  g_autofree char *seconds = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *stamp = g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (date) / 1000);

  json_builder_begin_object (builder);
  add_text (builder, "id", id);
  add_text (builder, "timestamp", stamp);
  begin (builder, "actor");
  add_text (builder, "objectType", "Agent");
  begin (builder, "account");
  add_text (builder, "homePage", KIST_PUBLISH_ADDRESS);
  add_text (builder, "name", account);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  begin (builder, "verb");
  add_text (builder, "id", verb_id);
  begin (builder, "display");
  add_text (builder, "en", verb);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_object (JsonBuilder *builder, const char *id, const char *activity, const char *title)
{
  g_autofree char *type = activity ? g_strconcat (ADL_ACTIVITY, activity, NULL) : NULL;

  begin (builder, "object");
  add_text (builder, "objectType", "Activity");
  add_text (builder, "id", id);
  if (type || title)
    {
      begin (builder, "definition");
      if (type)
        add_text (builder, "type", type);
      if (title)
        {
          begin (builder, "name");
          add_text (builder, "en-GB", title);
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_tags (JsonBuilder *builder, const char *const *tags)
{
  if (!tags || !*tags)
    return;
  begin (builder, "extensions");
  json_builder_set_member_name (builder, TAGS);
  json_builder_begin_array (builder);
  for (; *tags; tags++)
    json_builder_add_string_value (builder, *tags);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* @tags: (nullable): what else is to be told */
static void
add_context (JsonBuilder *builder, const char *parent, const char *const *tags)
{
  begin (builder, "context");
  add_text (builder, "platform", "Kist");
  if (parent)
    {
      begin (builder, "contextActivities");
      json_builder_set_member_name (builder, "parent");
      json_builder_begin_array (builder);
      json_builder_begin_object (builder);
      add_text (builder, "objectType", "Activity");
      add_text (builder, "id", parent);
      json_builder_end_object (builder);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  add_tags (builder, tags);
  json_builder_end_object (builder);
}

static void
add_words (JsonBuilder *builder, gint64 words)
{
  begin (builder, "extensions");
  json_builder_set_member_name (builder, WORDS);
  json_builder_add_int_value (builder, words);
  json_builder_end_object (builder);
}

/* A credit of 0 to 100, or as it once was "right" or "wrong". */
static void
add_score (JsonBuilder *builder, const KistEvent *event)
{
  gboolean is_old = g_strcmp0 (event->text, "right") == 0 || g_strcmp0 (event->text, "wrong") == 0;

  if (is_old)
    {
      json_builder_set_member_name (builder, "success");
      json_builder_add_boolean_value (builder, g_str_equal (event->text, "right"));
      return;
    }
  begin (builder, "score");
  json_builder_set_member_name (builder, "scaled");
  json_builder_add_double_value (builder, CLAMP (event->value, 0, 100) / 100.0);
  json_builder_end_object (builder);
}

static void
add_result (JsonBuilder *builder, const KistEvent *event, gboolean has_text)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, event->value + (event->verb == KIST_VERB_CHOSE));

  if (event->verb == KIST_VERB_OPENED || event->verb == KIST_VERB_READ)
    return;
  begin (builder, "result");
  if (event->verb == KIST_VERB_TICKED || event->verb == KIST_VERB_ENDED)
    {
      json_builder_set_member_name (builder, "completion");
      json_builder_add_boolean_value (builder, TRUE);
    }
  else if (event->verb == KIST_VERB_RATED || event->verb == KIST_VERB_CHOSE)
    add_text (builder, "response", number);
  else if (event->verb == KIST_VERB_REFLECTED)
    add_words (builder, event->value);
  else
    {
      add_score (builder, event);
      if (has_text && event->text)
        add_text (builder, "response", event->text);
    }
  json_builder_end_object (builder);
}

/* Returns (transfer full): the address of a part of a step. Ids are plain, but a passage's name is any text. */
static char *
make_object_id (const KistEvent *event, const char *step)
{
  const char      *part = event->verb == KIST_VERB_CHOSE ? event->text : event->item;
  g_autofree char *escaped = part ? g_uri_escape_string (part, NULL, FALSE) : NULL;

  if (!escaped || event->verb == KIST_VERB_ENDED)
    return g_strdup (step);
  return g_strdup_printf ("%s/%s", step, escaped);
}

static char *
make_thing_id (const char *thing)
{
  g_autofree char *escaped = g_uri_escape_string (thing, "/", FALSE);

  return g_strconcat (KIST_PUBLISH_ADDRESS "thing/", escaped, NULL);
}

/* Returns (transfer full): what the id of a statement is made of. One that tells what was written is another than one
 * that does not, and is another again when the tags, which change without the text, did. */
static char *
make_statement_name (const char *name, gboolean has_text, const char *const *tags)
{
  g_autofree char *joined = tags ? g_strjoinv ("\n", (char **)tags) : NULL;

  return has_text ? g_strconcat (name, "/text/", joined, NULL) : g_strdup (name);
}

static void
add_event (JsonBuilder *builder, const KistPublication *publication, unsigned index, const char *account)
{
  const KistEvent *event = g_ptr_array_index (publication->events, index);
  g_autofree char *thing = make_thing_id (event->thing);
  g_autofree char *escaped = g_uri_escape_string (event->step, NULL, FALSE);
  g_autofree char *step = g_strdup_printf ("%s/step/%s", thing, escaped);
  g_autofree char *object = make_object_id (event, step);
  g_autofree char *place = g_strdup_printf ("event/%u/%" G_GINT64_FORMAT, index, event->time);
  gboolean         has_text = publication->has_text && event->verb == KIST_VERB_ANSWERED && event->text;
  g_autofree char *name = make_statement_name (place, has_text, NULL);

  for (unsigned i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].verb == event->verb)
      {
        begin_statement (builder, account, name, event->time, meanings[i].name);
        add_object (builder, object, meanings[i].activity, NULL);
        add_result (builder, event, publication->has_text);
        add_context (builder, g_str_equal (object, step) ? thing : step, NULL);
        json_builder_end_object (builder);
      }
}

static void
add_entry (JsonBuilder *builder, const KistPublication *publication, unsigned index, const char *account)
{
  const KistPublicEntry *item = kist_publication_get_entry (publication, index);
  KistEntry             *entry = item->entry;
  const char            *thing = kist_entry_get_thing (entry);
  g_autofree char       *object = g_strconcat (KIST_PUBLISH_ADDRESS "entry/", kist_entry_get_id (entry), NULL);
  g_autofree char       *parent = thing ? make_thing_id (thing) : NULL;
  g_autofree char       *place =
      g_strdup_printf ("entry/%s/%" G_GINT64_FORMAT, kist_entry_get_id (entry), kist_entry_get_updated (entry));
  g_autofree char *name = make_statement_name (place, publication->has_text, item->tags);

  if (!thing && !kist_entry_get_badge (entry))
    return;
  if (!parent)
    parent = g_strconcat (KIST_PUBLISH_ADDRESS "badge/", kist_entry_get_badge (entry), NULL);
  begin_statement (builder, account, name, kist_entry_get_updated (entry), "responded");
  add_object (builder, object, NULL, publication->has_text ? item->title : NULL);
  begin (builder, "result");
  if (publication->has_text)
    add_text (builder, "response", kist_entry_get_body (entry));
  add_words (builder, kist_entry_get_words (entry));
  json_builder_end_object (builder);
  add_context (builder, parent, publication->has_text ? item->tags : NULL);
  json_builder_end_object (builder);
}

/*
 * kist_publish_xapi:
 * @publication: what is to be taken out
 * @error: where to put an error
 *
 * What was written, its title and tags and what was answered are in it only when the publication has text.
 *
 * Returns: (transfer full): a list of statements
 */
GBytes *
kist_publish_xapi (const KistPublication *publication, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *account = make_account (publication);
  char            *text;

  json_builder_begin_array (builder);
  for (unsigned i = 0; i < publication->events->len; i++)
    add_event (builder, publication, i, account);
  for (unsigned i = 0; i < publication->entries->len; i++)
    add_entry (builder, publication, i, account);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}
