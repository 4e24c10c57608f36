/* What the digits of a number say about it. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

unsigned kist_privacy_take_digits (const char *text, gsize length, char *digits, unsigned size);
gboolean kist_privacy_is_date (unsigned day, unsigned month, unsigned year);
gboolean kist_privacy_is_mod_11 (const char *digits);
gboolean kist_privacy_begins_with_date (const char *digits);
gboolean kist_privacy_is_luhn (const char *digits);
char    *kist_privacy_dup_numbered (const char *text);

G_END_DECLS
