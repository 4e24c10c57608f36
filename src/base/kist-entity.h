/* The characters that HTML entities such as "&eacute;" and "&#233;" stand for. Pure; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kist_entity_append (GString *text, const char *entity, gsize length);

G_END_DECLS
