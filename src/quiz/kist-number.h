/* Numbers as people write them and as files hold them. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kist_number_parse (const char *text, char decimal_sign, double *number);
char    *kist_number_to_text (double number);

G_END_DECLS
