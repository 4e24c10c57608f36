#include "kist-choice-view.h"

#include <glib/gi18n.h>

#include "kist-quiz-text.h"

struct _KistChoiceView
{
  KistAnswerView parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *buttons; /* (element-type GtkCheckButton) (unowned) in the order of the answers */
  GPtrArray           *rows;    /* (element-type AdwActionRow) (unowned) */
  GPtrArray           *images;  /* (element-type GtkImage) (unowned) */
};

G_DEFINE_FINAL_TYPE (KistChoiceView, kist_choice_view, KIST_TYPE_ANSWER_VIEW)

static const KistQuestion *
question_of (KistChoiceView *self)
{
  return kist_answer_view_get_question (KIST_ANSWER_VIEW (self));
}

static void
toggled_cb (GtkCheckButton *button, KistChoiceView *self)
{
  gboolean is_many = question_of (self)->kind == KIST_QUESTION_MULTIPLE;

  if (is_many || gtk_check_button_get_active (button))
    kist_answer_view_changed (KIST_ANSWER_VIEW (self));
}

static void
add_answer (KistChoiceView *self, const KistAnswer *answer)
{
  const KistQuestion *question = question_of (self);
  gboolean            is_fact = question->kind == KIST_QUESTION_TRUE_FALSE;
  const char         *text = !is_fact ? answer->text : self->buttons->len == 0 ? _ ("True") : _ ("False");
  GtkWidget          *row = adw_action_row_new (), *button = gtk_check_button_new (), *image = gtk_image_new ();
  g_autofree char    *markup = kist_quiz_text_to_markup (question, text);
  g_autofree char    *plain = kist_quiz_text_to_plain (question, text);

  if (self->buttons->len > 0 && question->kind != KIST_QUESTION_MULTIPLE)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_widget_set_visible (image, FALSE);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->images, image);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_DEFAULT);
}

static KistResponse *
choice_view_dup_response (KistAnswerView *view)
{
  KistChoiceView *self = KIST_CHOICE_VIEW (view);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (unsigned i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_ptr_array_add (ids, kist_question_get_answer (question_of (self), i)->id);
  return kist_response_new_chosen (ids);
}

static void
choice_view_set_response (KistAnswerView *view, const KistResponse *response)
{
  KistChoiceView *self = KIST_CHOICE_VIEW (view);

  for (unsigned i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (
        g_ptr_array_index (self->buttons, i),
        response && kist_response_has_id (response, kist_question_get_answer (question_of (self), i)->id));
}

/* Only at what was chosen: what was not is still there to be found. */
static void
choice_view_show_mark (KistAnswerView *view, const KistMark *mark)
{
  KistChoiceView *self = KIST_CHOICE_VIEW (view);

  for (unsigned i = 0; question_of (self)->kind == KIST_QUESTION_MULTIPLE && i < self->rows->len; i++)
    {
      gboolean is_chosen = gtk_check_button_get_active (g_ptr_array_index (self->buttons, i));
      int      is_right = is_chosen ? kist_mark_get_part (mark, i) : -1;

      kist_answer_view_show_part (g_ptr_array_index (self->images, i), g_ptr_array_index (self->rows, i), is_right);
    }
}

static void
kist_choice_view_dispose (GObject *object)
{
  KistChoiceView *self = KIST_CHOICE_VIEW (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_choice_view_parent_class)->dispose (object);
}

static void
kist_choice_view_class_init (KistChoiceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_choice_view_dispose;
  KIST_ANSWER_VIEW_CLASS (klass)->dup_response = choice_view_dup_response;
  KIST_ANSWER_VIEW_CLASS (klass)->set_response = choice_view_set_response;
  KIST_ANSWER_VIEW_CLASS (klass)->show_mark = choice_view_show_mark;
}

static void
kist_choice_view_init (KistChoiceView *self)
{
  self->buttons = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->images = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

/**
 * kist_choice_view_new:
 * @question: a question of single or multiple choice, or true and false
 *
 * Returns: (transfer floating): its answers
 */
GtkWidget *
kist_choice_view_new (const KistQuestion *question)
{
  KistChoiceView  *self = g_object_new (KIST_TYPE_CHOICE_VIEW, NULL);
  g_autofree char *plain = kist_quiz_text_to_plain (question, question->text);

  kist_answer_view_set_question (KIST_ANSWER_VIEW (self), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  for (unsigned i = 0; i < question->answers->len; i++)
    add_answer (self, kist_question_get_answer (question, i));
  return GTK_WIDGET (self);
}
