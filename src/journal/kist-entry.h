/* What a person wrote: a title and a Markdown body, for a Thing and a badge or for neither, with tags and with links to
 * what it is about. A plain value that is copied across threads; the store keeps it. */
#pragma once

#include "journal/kist-reference.h"

G_BEGIN_DECLS

#define KIST_TYPE_ENTRY (kist_entry_get_type ())
G_DECLARE_FINAL_TYPE (KistEntry, kist_entry, KIST, ENTRY, GObject)

KistEntry  *kist_entry_new (const char *id,
                            const char *thing,
                            const char *badge,
                            const char *title,
                            const char *body,
                            gint64      created,
                            gint64      updated);
KistEntry  *kist_entry_new_with_text (KistEntry *self, const char *title, const char *body, gint64 updated);
KistEntry  *kist_entry_new_with_name (KistEntry *self, const char *name);
KistEntry  *kist_entry_new_with_marks (KistEntry *self, const char *const *tags, GPtrArray *links);
const char *kist_entry_get_id (KistEntry *self);
const char *kist_entry_get_thing (KistEntry *self);
const char *kist_entry_get_badge (KistEntry *self);
const char *kist_entry_get_title (KistEntry *self);
const char *kist_entry_get_body (KistEntry *self);
const char *kist_entry_get_name (KistEntry *self);
GPtrArray  *kist_entry_get_links (KistEntry *self);
gint64      kist_entry_get_created (KistEntry *self);
gint64      kist_entry_get_updated (KistEntry *self);
unsigned    kist_entry_get_words (KistEntry *self);
char       *kist_entry_dup_excerpt (KistEntry *self, unsigned max_characters);

const char *const *kist_entry_get_tags (KistEntry *self);

G_END_DECLS
