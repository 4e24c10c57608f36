#include "kist-order-view.h"

#include <glib/gi18n.h>

#include "kist-order-row.h"
#include "kist-quiz-text.h"

struct _KistOrderView
{
  KistAnswerView parent_instance;

  GtkListBox *list;
  unsigned    n_rows;
};

G_DEFINE_FINAL_TYPE (KistOrderView, kist_order_view, KIST_TYPE_ANSWER_VIEW)

static const KistQuestion *
question_of (KistOrderView *self)
{
  return kist_answer_view_get_question (KIST_ANSWER_VIEW (self));
}

static KistOrderRow *
row_at (KistOrderView *self, unsigned index)
{
  return KIST_ORDER_ROW (gtk_list_box_get_row_at_index (self->list, (int)index));
}

static void
number_rows (KistOrderView *self)
{
  for (unsigned i = 0; i < self->n_rows; i++)
    kist_order_row_set_place (row_at (self, i), i + 1, self->n_rows);
}

/* The focus goes along: a button that was pressed can be pressed again. */
static void
move_row (KistOrderView *self, KistOrderRow *row, int to)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget       *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean         had_focus = focus && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
  g_autofree char *spoken = NULL;

  if (to < 0 || to >= (int)self->n_rows || to == gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)))
    return;
  g_object_ref (row);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_list_box_insert (self->list, GTK_WIDGET (row), to);
  g_object_unref (row);
  number_rows (self);
  if (had_focus)
    gtk_widget_grab_focus (focus);
  /* Translators: said after a row was moved: its words, its place, how many places there are. */
  spoken = g_strdup_printf (_ ("%s: now %d of %u"), kist_order_row_get_words (row), to + 1, self->n_rows);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  kist_answer_view_changed (KIST_ANSWER_VIEW (self));
}

static void
moved_cb (KistOrderRow *row, int step, KistOrderView *self)
{
  move_row (self, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + step);
}

/* Rows of another question are not taken. */
static void
dropped_cb (KistOrderRow *target, KistOrderRow *row, KistOrderView *self)
{
  if (gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->list))
    move_row (self, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (target)));
}

static void
add_row (KistOrderView *self, const KistAnswer *answer)
{
  g_autofree char *markup = kist_quiz_text_to_markup (question_of (self), answer->text);
  g_autofree char *plain = kist_quiz_text_to_plain (question_of (self), answer->text);
  GtkWidget       *row = kist_order_row_new (answer->id, markup, plain);

  gtk_list_box_append (self->list, row);
  self->n_rows++;
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_DEFAULT);
}

static KistResponse *
order_view_dup_response (KistAnswerView *view)
{
  KistOrderView *self = KIST_ORDER_VIEW (view);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (unsigned i = 0; i < self->n_rows; i++)
    g_ptr_array_add (ids, (char *)kist_order_row_get_id (row_at (self, i)));
  return kist_response_new_chosen (ids);
}

static void
order_view_set_response (KistAnswerView *view, const KistResponse *response)
{
  KistOrderView *self = KIST_ORDER_VIEW (view);
  g_autoptr (GPtrArray) shuffled = kist_question_dup_shuffled (question_of (self));

  gtk_list_box_remove_all (self->list);
  self->n_rows = 0;
  for (unsigned i = 0; i < shuffled->len; i++)
    add_row (self, response ? kist_question_lookup_answer (question_of (self), kist_response_get_id (response, i))
                            : g_ptr_array_index (shuffled, i));
  number_rows (self);
}

/* A bit of the mark is an answer, and the answer that belongs into the place has the place's index. */
static void
order_view_show_mark (KistAnswerView *view, const KistMark *mark)
{
  KistOrderView *self = KIST_ORDER_VIEW (view);

  for (unsigned i = 0; i < self->n_rows; i++)
    kist_order_row_show_right (row_at (self, i), kist_mark_get_part (mark, i));
}

static void
kist_order_view_class_init (KistOrderViewClass *klass)
{
  KIST_ANSWER_VIEW_CLASS (klass)->dup_response = order_view_dup_response;
  KIST_ANSWER_VIEW_CLASS (klass)->set_response = order_view_set_response;
  KIST_ANSWER_VIEW_CLASS (klass)->show_mark = order_view_show_mark;
}

static void
kist_order_view_init (KistOrderView *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * kist_order_view_new:
 * @question: an ordering question
 *
 * Returns: (transfer floating): what is to be put in order
 */
GtkWidget *
kist_order_view_new (const KistQuestion *question)
{
  KistOrderView   *self = g_object_new (KIST_TYPE_ORDER_VIEW, NULL);
  g_autofree char *plain = kist_quiz_text_to_plain (question, question->text);

  kist_answer_view_set_question (KIST_ANSWER_VIEW (self), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  kist_answer_view_set_response (KIST_ANSWER_VIEW (self), NULL);
  return GTK_WIDGET (self);
}
