/* Packs for tests: a small good one, written below the folder that GLib isolates for the test, and the means to break
 * it. Written by code and not kept as files, so that each test shows the one thing that is wrong. */
#pragma once

#include <glib.h>

char *pack_fixture_make (const char *folder, const char *id);
void  pack_fixture_write (const char *pack, const char *file, const char *text);
void  pack_fixture_edit (const char *pack, const char *file, const char *old_text, const char *new_text);
void  pack_fixture_remove (const char *pack, const char *file);
