/* The lines of one passage: narrative, links and the keys below them. The second step of reading a scenario, when every
 * passage's name is known. Used by the parser only. */
#pragma once

#include "kist-twee-keys.h"
#include "kist-twee-section.h"

G_BEGIN_DECLS

KistPassage *kist_twee_body_read (KistTweeContext *context, const KistTweeSection *section);
void         kist_twee_body_split_link (const char *inside, gsize length, char **text, char **target);

G_END_DECLS
