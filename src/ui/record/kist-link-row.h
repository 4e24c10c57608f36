/* A row that leads on: a title, a line below it and an arrow. A screen reader gets both lines as its name. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KIST_TYPE_LINK_ROW (kist_link_row_get_type ())
G_DECLARE_FINAL_TYPE (KistLinkRow, kist_link_row, KIST, LINK_ROW, AdwActionRow)

GtkWidget *kist_link_row_new (const char *title, const char *subtitle, const char *action, GVariant *target);
void       kist_link_row_set_subtitle (KistLinkRow *self, const char *subtitle);

G_END_DECLS
