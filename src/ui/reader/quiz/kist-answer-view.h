/* Where a question of one kind is answered: what a KistQuestionView has below its text. Subclasses know how their kind
 * is shown and make a response of it; when it is marked, and what is kept, is the question view's affair. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "quiz/kist-mark.h"

G_BEGIN_DECLS

#define KIST_TYPE_ANSWER_VIEW (kist_answer_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (KistAnswerView, kist_answer_view, KIST, ANSWER_VIEW, GtkBox)

/**
 * KistAnswerViewClass:
 * @dup_response: what is answered now
 * @set_response: shows what was answered before, or nothing
 * @show_mark: says at each part whether it is right; %NULL takes that back
 * @is_ready: whether there is something to mark; where it is %NULL, whether the response is complete
 */
struct _KistAnswerViewClass
{
  GtkBoxClass parent_class;

  KistResponse *(*dup_response) (KistAnswerView *self);
  void          (*set_response) (KistAnswerView *self, const KistResponse *response);
  void          (*show_mark) (KistAnswerView *self, const KistMark *mark);
  gboolean      (*is_ready) (KistAnswerView *self);
};

void                kist_answer_view_set_question (KistAnswerView *self, const KistQuestion *question);
const KistQuestion *kist_answer_view_get_question (KistAnswerView *self);
KistResponse       *kist_answer_view_dup_response (KistAnswerView *self);
void                kist_answer_view_set_response (KistAnswerView *self, const KistResponse *response);
void                kist_answer_view_show_mark (KistAnswerView *self, const KistMark *mark);
gboolean            kist_answer_view_is_ready (KistAnswerView *self);
void                kist_answer_view_changed (KistAnswerView *self);
void                kist_answer_view_submit (KistAnswerView *self);
void                kist_answer_view_show_part (GtkImage *image, AdwActionRow *row, int is_right);

G_END_DECLS
