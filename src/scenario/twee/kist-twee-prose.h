/* A line of narrative as it has to stand in a file so that nothing in it is taken for a header, a key or a link. Used
 * by the parser, for lines whose links became words, and by whatever writes Twee. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *kist_twee_prose_protect (const char *line);
const char *kist_twee_prose_find_link_end (const char *inside);

G_END_DECLS
