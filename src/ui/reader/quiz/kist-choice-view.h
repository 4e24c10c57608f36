/* Answers to choose from: one, which is marked at once, or several, and true or false. Main thread. */
#pragma once

#include "ui/reader/quiz/kist-answer-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_CHOICE_VIEW (kist_choice_view_get_type ())
G_DECLARE_FINAL_TYPE (KistChoiceView, kist_choice_view, KIST, CHOICE_VIEW, KistAnswerView)

GtkWidget *kist_choice_view_new (const KistQuestion *question);

G_END_DECLS
