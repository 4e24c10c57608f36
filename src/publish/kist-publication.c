#include "kist-publication.h"

#include <string.h>

#include "base/kist-date.h"
#include "base/kist-text.h"
#include "image/kist-image-reference.h"

/* Letters of a picture's id in its file's name: more than enough that no two of a journal begin alike. */
#define LETTERS_OF_ID 16

/* Of a title in a file's name, in bytes: with the date and a number before and behind it the name fits everywhere. */
#define MOST_OF_TITLE 60

static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };

static void
public_entry_free (gpointer data)
{
  KistPublicEntry *self = data;

  g_object_unref (self->entry);
  g_free (self->file);
  g_free (self->thing);
  g_free (self->badge);
  g_free (self);
}

/* "2026-11-22-social-media", so that a folder sorted by name is sorted by day. One that is taken has a number behind
 * it, and the highest that was given is remembered: of ten thousand entries without a title each is found at once. */
static char *
find_file (const KistPublication *self, KistEntry *entry)
{
  g_autofree char *title = kist_text_to_id (kist_entry_get_title (entry));
  g_autoptr (GDateTime) date = kist_date_new (kist_entry_get_created (entry), self->zone);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *stem = NULL;
  g_autofree char *file = NULL;
  unsigned         n;

  title[MIN (strlen (title), MOST_OF_TITLE)] = '\0';
  if (!*kist_entry_get_title (entry))
    g_strlcpy (title, "x", 2);
  stem = g_strdup_printf ("%s-%s", day, g_str_equal (title, "x") ? "entry" : title);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->files, stem));
  if (n == 0)
    return g_steal_pointer (&stem);
  do
    {
      g_free (file);
      file = g_strdup_printf ("%s-%u", stem, ++n);
    }
  while (g_hash_table_contains (self->files, file));
  g_hash_table_insert (self->files, stem, GUINT_TO_POINTER (n)); /* which keeps the key that is there */
  return g_steal_pointer (&file);
}

/**
 * kist_publication_new:
 * @title: what the whole is called
 * @zone: in which its dates are given
 *
 * Returns: (transfer full): a publication with nothing in it
 */
KistPublication *
kist_publication_new (const char *title, GTimeZone *zone)
{
  KistPublication *self;

  g_return_val_if_fail (title != NULL && zone != NULL, NULL);

  self = g_new0 (KistPublication, 1);
  self->title = g_strdup (title);
  self->zone = g_time_zone_ref (zone);
  self->files = g_hash_table_new (g_str_hash, g_str_equal);
  self->images = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_ptr_array_new_with_free_func (public_entry_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_event_free);
  return self;
}

/**
 * kist_publication_free:
 * @self: (transfer full) (nullable): a publication
 */
void
kist_publication_free (KistPublication *self)
{
  if (!self)
    return;
  g_free (self->title);
  g_time_zone_unref (self->zone);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->images);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * kist_publication_add_entry:
 * @self: a publication
 * @entry: what was written
 * @thing: (nullable): what its Thing is called; %NULL for the Thing's key
 * @badge: (nullable): what its badge is called; %NULL for the badge's id
 */
void
kist_publication_add_entry (KistPublication *self, KistEntry *entry, const char *thing, const char *badge)
{
  KistPublicEntry *item;

  g_return_if_fail (self != NULL && KIST_IS_ENTRY (entry));

  item = g_new0 (KistPublicEntry, 1);
  item->entry = g_object_ref (entry);
  item->title = *kist_entry_get_title (entry) ? kist_entry_get_title (entry) : "Untitled";
  item->file = find_file (self, entry);
  g_hash_table_insert (self->files, item->file, GUINT_TO_POINTER (1));
  item->thing = g_strdup (thing ? thing : kist_entry_get_thing (entry));
  item->badge = g_strdup (badge ? badge : kist_entry_get_badge (entry));
  item->tags = kist_entry_get_tags (entry);
  g_ptr_array_add (self->entries, item);
}

/**
 * kist_publication_add_event:
 * @self: a publication
 * @event: what happened after everything that was added before
 */
void
kist_publication_add_event (KistPublication *self, const KistEvent *event)
{
  g_return_if_fail (self != NULL && event != NULL);

  g_ptr_array_add (self->events, kist_event_copy (event));
}

/**
 * kist_publication_find_beginning:
 * @events: (element-type KistEvent): all that happened, oldest first
 * @entries: (element-type KistEntry): all that was written, whatever of it is to leave
 *
 * The first event never changes and is in every back-up, so that a format which must tell people apart does so alike
 * whatever is chosen, on another computer, and years later. Where nothing happened yet it is the oldest entry.
 *
 * Returns: when the record began, microseconds since 1970, UTC; 0 when there is nothing in it
 */
gint64
kist_publication_find_beginning (GPtrArray *events, GPtrArray *entries)
{
  gint64 first = G_MAXINT64;

  g_return_val_if_fail (events != NULL && entries != NULL, 0);

  if (events->len > 0)
    return ((const KistEvent *)g_ptr_array_index (events, 0))->time;
  for (unsigned i = 0; i < entries->len; i++)
    first = MIN (first, kist_entry_get_created (g_ptr_array_index (entries, i)));
  return entries->len > 0 ? first : 0;
}

/**
 * kist_publication_list_images:
 * @entries: (element-type KistEntry): what is to leave
 *
 * Returns: (transfer full) (element-type utf8): the ids of the pictures that they name, each once, to be read by who
 * has the store
 */
GPtrArray *
kist_publication_list_images (GPtrArray *entries)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (entries != NULL, ids);

  for (unsigned i = 0; i < entries->len; i++)
    {
      g_autoptr (GPtrArray) named = kist_image_reference_find (kist_entry_get_body (g_ptr_array_index (entries, i)));

      for (unsigned j = 0; j < named->len; j++)
        if (!g_hash_table_contains (seen, g_ptr_array_index (named, j)))
          {
            char *id = g_strdup (g_ptr_array_index (named, j));

            g_ptr_array_add (ids, id);
            g_hash_table_add (seen, id);
          }
    }
  return ids;
}

/**
 * kist_publication_set_images:
 * @self: a publication that has its entries
 * @images: (element-type utf8 KistImage): pictures by their ids; shared, and not changed any more
 *
 * Returns: how many pictures the entries name that are not in @images: their words stand where they would be
 */
unsigned
kist_publication_set_images (KistPublication *self, GHashTable *images)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = NULL;
  unsigned n_missing = 0;

  g_return_val_if_fail (self != NULL && images != NULL, 0);

  g_hash_table_unref (self->images);
  self->images = g_hash_table_ref (images);
  for (unsigned i = 0; i < self->entries->len; i++)
    g_ptr_array_add (entries, kist_publication_get_entry (self, i)->entry);
  ids = kist_publication_list_images (entries);
  for (unsigned i = 0; i < ids->len; i++)
    n_missing += !g_hash_table_contains (images, g_ptr_array_index (ids, i));
  return n_missing;
}

/**
 * kist_publication_find_image:
 * @self: a publication
 * @target: (nullable): where an image of Markdown points
 *
 * Returns: (transfer none) (nullable): the picture, if it is one of Kist's and is there
 */
KistImage *
kist_publication_find_image (const KistPublication *self, const char *target)
{
  const char *id = kist_image_reference_get_id (target);

  g_return_val_if_fail (self != NULL, NULL);

  return id ? g_hash_table_lookup (self->images, id) : NULL;
}

/**
 * kist_publication_dup_image_name:
 * @image: a picture
 *
 * Returns: (transfer full): the name of a file of its own, like that of no entry's file
 */
char *
kist_publication_dup_image_name (const KistImage *image)
{
  g_return_val_if_fail (image != NULL, NULL);

  return g_strdup_printf ("picture-%.*s.%s", LETTERS_OF_ID, image->id, kist_image_type_get_extension (image->type));
}

/**
 * kist_publication_get_entry:
 * @self: a publication
 * @index: from 0
 *
 * Returns: (transfer none): an entry
 */
const KistPublicEntry *
kist_publication_get_entry (const KistPublication *self, unsigned index)
{
  g_return_val_if_fail (self != NULL && index < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}

/**
 * kist_publication_get_updated:
 * @self: a publication
 *
 * No export says when it was made: the same entries give the same bytes on any day.
 *
 * Returns: when an entry of it was last changed, microseconds since 1970, UTC; 0 when there is none
 */
gint64
kist_publication_get_updated (const KistPublication *self)
{
  gint64 updated = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (unsigned i = 0; i < self->entries->len; i++)
    updated = MAX (updated, kist_entry_get_updated (kist_publication_get_entry (self, i)->entry));
  return updated;
}

/**
 * kist_publication_dup_date:
 * @self: a publication
 * @time: microseconds since 1970, UTC
 *
 * In English whatever the program speaks, since the words around it are, too.
 *
 * Returns: (transfer full): the day for people, "22 November 2026"
 */
char *
kist_publication_dup_date (const KistPublication *self, gint64 time)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  date = kist_date_new (time, self->zone);
  return g_strdup_printf ("%d %s %d", g_date_time_get_day_of_month (date), months[g_date_time_get_month (date) - 1],
                          g_date_time_get_year (date));
}

/**
 * kist_publication_dup_time:
 * @self: a publication
 * @time: microseconds since 1970, UTC
 *
 * Returns: (transfer full): the time for programs, "2026-11-22T06:30:00+00:00" (RFC 3339)
 */
char *
kist_publication_dup_time (const KistPublication *self, gint64 time)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  date = kist_date_new (time, self->zone);
  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%S%:z");
}

/**
 * kist_publication_compare_entries:
 * @a: (type KistEntry): where one entry is
 * @b: where another is
 *
 * For g_ptr_array_sort(): the order in which a journal is read.
 *
 * Returns: less than 0 when @a was begun before @b
 */
int
kist_publication_compare_entries (gconstpointer a, gconstpointer b)
{
  KistEntry *const *a_entry = a, *const *b_entry = b;
  gint64            a_time = kist_entry_get_created (*a_entry), b_time = kist_entry_get_created (*b_entry);

  return a_time != b_time ? (a_time < b_time ? -1 : 1)
                          : g_strcmp0 (kist_entry_get_id (*a_entry), kist_entry_get_id (*b_entry));
}

/**
 * kist_public_entry_dup_labels:
 * @self: an entry
 *
 * Returns: (transfer full): its tags, its Thing and its badge, each once
 */
char **
kist_public_entry_dup_labels (const KistPublicEntry *self)
{
  g_autoptr (GStrvBuilder) labels = NULL;
  g_autoptr (GHashTable) seen = NULL;
  const char *ends[2];

  g_return_val_if_fail (self != NULL, NULL);

  labels = g_strv_builder_new ();
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  ends[0] = self->thing;
  ends[1] = self->badge;
  for (const char *const *tag = self->tags; *tag; tag++)
    if (g_hash_table_add (seen, (gpointer)*tag))
      g_strv_builder_add (labels, *tag);
  for (unsigned i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i] && *ends[i] && g_hash_table_add (seen, (gpointer)ends[i]))
      g_strv_builder_add (labels, ends[i]);
  return g_strv_builder_end (labels);
}
