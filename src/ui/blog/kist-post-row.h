/* A post before it is brought in: whether it comes, its title and how it begins, its day and length, and its Thing.
 * Main thread. */
#pragma once

#include "ui/blog/kist-incoming-post.h"
#include "ui/kist-services.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KIST_TYPE_POST_ROW (kist_post_row_get_type ())
G_DECLARE_FINAL_TYPE (KistPostRow, kist_post_row, KIST, POST_ROW, GtkBox)

GtkWidget *kist_post_row_new (KistServices *services);
void       kist_post_row_show (KistPostRow *self, KistIncomingPost *post);
char      *kist_post_row_dup_name (KistServices *services, KistIncomingPost *post);

G_END_DECLS
