/* Which entries the journal shows: all of them, or those under one tag. A list model over the journal's own that
 * follows it. When the last entry loses the tag, all are shown again. Owned by the journal's page. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ui/kist-journal.h"

G_BEGIN_DECLS

#define KIST_TYPE_TAG_SCOPE (kist_tag_scope_get_type ())
G_DECLARE_FINAL_TYPE (KistTagScope, kist_tag_scope, KIST, TAG_SCOPE, GObject)

KistTagScope *kist_tag_scope_new (KistJournal *journal);
GListModel   *kist_tag_scope_get_entries (KistTagScope *self);
const char   *kist_tag_scope_get_tag (KistTagScope *self);
void          kist_tag_scope_set_tag (KistTagScope *self, const char *tag);
void          kist_tag_scope_set_menu (KistTagScope *self, GtkMenuButton *button, GMenu *section);

G_END_DECLS
