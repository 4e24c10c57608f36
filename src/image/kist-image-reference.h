/* How an entry's text names a picture: ![what it shows](kist:image/ID), an ordinary image of Markdown. Pure; any
 * thread; linear in the text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KIST_IMAGE_REFERENCE "kist:image/"

const char *kist_image_reference_get_id (const char *target);
GPtrArray  *kist_image_reference_find (const char *text);
char       *kist_image_reference_to_markdown (const char *id, const char *alt);
char       *kist_image_reference_find_in_line (const char *line, char **alt);

G_END_DECLS
