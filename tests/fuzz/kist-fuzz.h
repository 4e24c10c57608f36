/* What a fuzz target is: one function in a file of its own, fuzz-NAME.c, linked with driver.c, which hands it one
 * made-up input after the other. It must return for every one of them, soon and without a crash; a target may also
 * assert what has to hold. Start values are in corpus/NAME/, one file each. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kist_fuzz_one (const char *bytes, gsize length);

G_END_DECLS
