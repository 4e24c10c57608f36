/* What somebody answered: ids, never places, so that it means the same in the next edition of a pack. Immutable; freed
 * by whoever made it; any thread. Its text form is what is stored:
 *
 *   chosen:ID ID…    of choices in the order of the question, of items in the order they were put into, of what one
 *                    found in one's own text
 *   pairs:ID=ID…     left and right sides
 *   text:…           words or a number
 */
#pragma once

#include "quiz/kist-question.h"

G_BEGIN_DECLS

typedef struct _KistResponse KistResponse;

KistResponse *kist_response_new_chosen (GPtrArray *ids);
KistResponse *kist_response_new_pairs (GPtrArray *lefts, GPtrArray *rights);
KistResponse *kist_response_new_text (const char *text);
KistResponse *kist_response_parse (const KistQuestion *question, gint64 value, const char *text);
void          kist_response_free (KistResponse *self);
char         *kist_response_to_text (const KistResponse *self);
unsigned      kist_response_get_n_ids (const KistResponse *self);
const char   *kist_response_get_id (const KistResponse *self, unsigned index);
gboolean      kist_response_has_id (const KistResponse *self, const char *id);
const char   *kist_response_get_match (const KistResponse *self, const char *id);
const char   *kist_response_get_text (const KistResponse *self);
gboolean      kist_response_is_complete (const KistResponse *self, const KistQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KistResponse, kist_response_free)

G_END_DECLS
