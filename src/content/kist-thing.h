/* A Thing: front matter, an opening paragraph and a row of steps, read from one Markdown file. Immutable after loading;
 * any thread may read it. */
#pragma once

#include "base/kist-report.h"
#include "content/kist-step.h"

G_BEGIN_DECLS

#define KIST_TYPE_THING (kist_thing_get_type ())
G_DECLARE_FINAL_TYPE (KistThing, kist_thing, KIST, THING, GObject)

KistThing         *kist_thing_parse (const char *text, const char *file, const char *pack_id, KistReport *report);
const char        *kist_thing_get_id (KistThing *self);
const char        *kist_thing_get_key (KistThing *self);
unsigned           kist_thing_get_number (KistThing *self);
const char        *kist_thing_get_title (KistThing *self);
unsigned           kist_thing_get_minutes (KistThing *self);
const char        *kist_thing_get_badge (KistThing *self);
const char        *kist_thing_get_file (KistThing *self);
const char *const *kist_thing_get_was (KistThing *self);
const char *const *kist_thing_get_codes (KistThing *self);
const char *const *kist_thing_get_elements (KistThing *self);
const char *const *kist_thing_get_sources (KistThing *self);
const char        *kist_thing_get_licence (KistThing *self);
KistDocument      *kist_thing_get_intro (KistThing *self);
unsigned           kist_thing_get_n_steps (KistThing *self);
KistStep          *kist_thing_get_step (KistThing *self, unsigned index);
KistStep          *kist_thing_lookup_step (KistThing *self, const char *id);

G_END_DECLS
