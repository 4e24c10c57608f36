/* One step of a Thing: a heading whose first word is its kind, and what stands below it. Immutable after loading; any
 * thread may read it. */
#pragma once

#include "content/kist-document.h"

G_BEGIN_DECLS

typedef enum
{
  KIST_STEP_READ,    /* complete when read to the end */
  KIST_STEP_WATCH,   /* a transcript; the same */
  KIST_STEP_DO,      /* complete when every task is ticked or skipped with a reason */
  KIST_STEP_DECIDE,  /* a scenario; complete when an ending was reached */
  KIST_STEP_CHECK,   /* a quiz; complete when every question was answered */
  KIST_STEP_RATE,    /* a scale; complete when every item was rated */
  KIST_STEP_REFLECT, /* prompts; complete when every prompt has an answer */
  KIST_STEP_WRITE,   /* an entry; complete when it meets the badge's word limits */
} KistStepKind;

/**
 * KistPart:
 * @id: permanent, unique in its step
 * @text: what it says, plain
 * @document: the same with its styles and links
 * @line: where it stands
 *
 * A task of a Do step or a prompt of a Reflect step.
 */
typedef struct
{
  char         *id;
  char         *text;
  KistDocument *document;
  unsigned      line;
} KistPart;

#define KIST_TYPE_STEP (kist_step_get_type ())
G_DECLARE_FINAL_TYPE (KistStep, kist_step, KIST, STEP, GObject)

KistStep       *kist_step_new (KistStepKind  kind,
                               const char   *id,
                               const char   *title,
                               unsigned      minutes,
                               unsigned      line,
                               KistDocument *document,
                               const char   *target,
                               GPtrArray    *parts);
KistStepKind    kist_step_get_kind (KistStep *self);
const char     *kist_step_get_id (KistStep *self);
const char     *kist_step_get_title (KistStep *self);
unsigned        kist_step_get_minutes (KistStep *self);
unsigned        kist_step_get_line (KistStep *self);
KistDocument   *kist_step_get_document (KistStep *self);
const char     *kist_step_get_target (KistStep *self);
unsigned        kist_step_get_n_parts (KistStep *self);
const KistPart *kist_step_get_part (KistStep *self, unsigned index);
const char     *kist_step_kind_to_string (KistStepKind kind);
gboolean        kist_step_kind_from_string (const char *text, KistStepKind *kind);

KistPart *kist_part_new (const char *id, KistDocument *document, unsigned line);
void      kist_part_free (KistPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistPart, kist_part_free)

G_END_DECLS
