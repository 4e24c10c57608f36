/* Which files have a word in them, whatever they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

unsigned traces_count (const char *folder, const char *word);

G_END_DECLS
