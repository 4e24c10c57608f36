/* Things to put in order: by the buttons of each row, with Alt and the arrow keys, or by dragging. Main thread. */
#pragma once

#include "ui/reader/quiz/kist-answer-view.h"

G_BEGIN_DECLS

#define KIST_TYPE_ORDER_VIEW (kist_order_view_get_type ())
G_DECLARE_FINAL_TYPE (KistOrderView, kist_order_view, KIST, ORDER_VIEW, KistAnswerView)

GtkWidget *kist_order_view_new (const KistQuestion *question);

G_END_DECLS
