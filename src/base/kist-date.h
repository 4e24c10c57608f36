/* Calendar dates of the times that are stored. A time may come from a file that is damaged, or that somebody made up:
 * one that no calendar has becomes the first of 1970, so that no caller is left without a date. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GDateTime *kist_date_new (gint64 time, GTimeZone *zone);
GDateTime *kist_date_new_utc (gint64 time);
GDateTime *kist_date_new_local (gint64 time);
gint64     kist_date_get_span (gint64 from, gint64 to);

G_END_DECLS
