/* What somebody takes out of Kist in one go: entries in the order in which they are shown, what they are for in words
 * that people know, and what happened, for the formats that tell it. Made and filled by one thread, then only read, so
 * that a worker can turn it into bytes. It shares the entries, which never change. */
#pragma once

#include "image/kist-image.h"
#include "journal/kist-entry.h"
#include "progress/kist-event.h"
#include "publish/kist-publish-theme.h"

G_BEGIN_DECLS

/**
 * KistPublicEntry:
 * @entry: what was written
 * @title: its title, or "Untitled"
 * @file: a name for a file of its own, without an ending, like that of no other entry of the publication
 * @thing: (nullable): what its Thing is called
 * @badge: (nullable): what its badge is called
 * @tags: its tags
 */
typedef struct
{
  KistEntry  *entry;
  const char *title;
  char       *file;
  char       *thing;
  char       *badge;

  const char *const *tags;
} KistPublicEntry;

/**
 * KistPublication:
 * @title: what the whole is called
 * @zone: in which its dates are given
 * @entries: (element-type KistPublicEntry): in the order to be shown
 * @events: (element-type KistEvent): oldest first
 * @files: (element-type utf8 guint): the entries' file names, and the highest number behind each that was given
 * @images: (element-type utf8 KistImage): the pictures that the entries name, by their ids
 * @beginning: when the record began of which this is a part, by kist_publication_find_beginning()
 * @has_text: whether a format that records that something was written may tell what
 * @theme: (nullable): how a web page looks; %NULL for the first theme
 */
typedef struct
{
  char       *title;
  GTimeZone  *zone;
  GPtrArray  *entries;
  GPtrArray  *events;
  GHashTable *files;
  GHashTable *images;
  gint64      beginning;
  gboolean    has_text;

  const KistPublishTheme *theme;
} KistPublication;

KistPublication *kist_publication_new (const char *title, GTimeZone *zone);
void             kist_publication_free (KistPublication *self);
void       kist_publication_add_entry (KistPublication *self, KistEntry *entry, const char *thing, const char *badge);
void       kist_publication_add_event (KistPublication *self, const KistEvent *event);
gint64     kist_publication_find_beginning (GPtrArray *events, GPtrArray *entries);
GPtrArray *kist_publication_list_images (GPtrArray *entries);
unsigned   kist_publication_set_images (KistPublication *self, GHashTable *images);
KistImage *kist_publication_find_image (const KistPublication *self, const char *target);
char      *kist_publication_dup_image_name (const KistImage *image);
const KistPublicEntry *kist_publication_get_entry (const KistPublication *self, unsigned index);
gint64                 kist_publication_get_updated (const KistPublication *self);
char                  *kist_publication_dup_date (const KistPublication *self, gint64 time);
char                  *kist_publication_dup_time (const KistPublication *self, gint64 time);
int                    kist_publication_compare_entries (gconstpointer a, gconstpointer b);
char                 **kist_public_entry_dup_labels (const KistPublicEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPublication, kist_publication_free)

G_END_DECLS
