/* A few words or a number to write. Main thread. */
#pragma once

#include "ui/reader/quiz/kist-answer-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_WORD_VIEW (kist_word_view_get_type ())
G_DECLARE_FINAL_TYPE (KistWordView, kist_word_view, KIST, WORD_VIEW, KistAnswerView)

GtkWidget *kist_word_view_new (const KistQuestion *question);

G_END_DECLS
