/* What an entry, or a passage of it, is linked to: a Thing, a run through a scenario, a code or a core element. It says
 * what is meant by ids that never change, and not whether any pack has it: packs come and go, links stay. An immutable
 * value; any thread.
 *
 * Written as an address, of which there is exactly one for each target:
 *
 *   kist:thing/PACK/THING               kist:thing/digital-things/email
 *   kist:run/PACK/THING/STEP/RUN        kist:run/digital-things/social-media-1/decide/group-0b1f…
 *   kist:code/FRAMEWORK/NUMBER          kist:code/workers-2024/2.8
 *   kist:element/FRAMEWORK/NUMBER       kist:element/cpl-2024/3
 *
 * A part is 1 to 64 characters without '/' or control characters, and neither "." nor ".."; all but letters, digits and
 * "-._~" are percent-encoded, so that an address needs no care in Markdown. This is where they are specified: in a text
 * they are links, "[words](kist:code/workers-2024/2.8)", which an export as Markdown or JSON keeps; every other export
 * writes the words alone, since nothing but Kist knows where such a link leads. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Longer than any address of ids can be. */
#define KIST_REFERENCE_MAX_BYTES 1024

/* How many links an entry as a whole has at most. */
#define KIST_REFERENCE_MAX_LINKS 50

typedef enum
{
  KIST_REFERENCE_THING,
  KIST_REFERENCE_RUN,
  KIST_REFERENCE_CODE,
  KIST_REFERENCE_ELEMENT,
} KistReferenceKind;

#define KIST_TYPE_REFERENCE (kist_reference_get_type ())
G_DECLARE_FINAL_TYPE (KistReference, kist_reference, KIST, REFERENCE, GObject)

KistReference    *kist_reference_new (KistReferenceKind kind, const char *const *parts);
KistReference    *kist_reference_parse (const char *address);
KistReferenceKind kist_reference_get_kind (KistReference *self);
const char       *kist_reference_get_part (KistReference *self, unsigned index);
const char       *kist_reference_get_address (KistReference *self);
char             *kist_reference_dup_key (KistReference *self);
gboolean          kist_reference_equal (KistReference *self, KistReference *other);
gboolean          kist_reference_is_address (const char *text);
GPtrArray        *kist_references_with (GPtrArray *links, KistReference *reference);
GPtrArray        *kist_references_without (GPtrArray *links, KistReference *reference);

G_END_DECLS
