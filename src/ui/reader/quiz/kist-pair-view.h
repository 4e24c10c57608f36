/* Left sides, each with a list of right sides to choose from. Main thread. */
#pragma once

#include "ui/reader/quiz/kist-answer-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_PAIR_VIEW (kist_pair_view_get_type ())
G_DECLARE_FINAL_TYPE (KistPairView, kist_pair_view, KIST, PAIR_VIEW, KistAnswerView)

GtkWidget *kist_pair_view_new (const KistQuestion *question);

G_END_DECLS
