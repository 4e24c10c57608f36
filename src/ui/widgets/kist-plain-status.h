/* What an error or a path says, on a status page: that reads its description as markup, and would show nothing of a
 * text with an ampersand in it. Main thread. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void kist_plain_status_describe (AdwStatusPage *page, const char *text);

G_END_DECLS
