#include "kist-question-view.h"

#include <glib/gi18n.h>

struct _KistQuestionView
{
  AdwBin parent_instance;

  KistServices       *services; /* (owned) */
  KistThing          *thing;    /* (owned) */
  KistStep           *step;     /* (owned) */
  const KistQuestion *question; /* part of the quiz, which the library owns */
  gboolean            is_updating;

  GtkLabel            *text;
  AdwPreferencesGroup *group;
  GPtrArray           *radios; /* (element-type GtkCheckButton) (unowned) */
  GtkWidget           *feedback;
  GtkImage            *verdict;
  GtkLabel            *feedback_text;
};

G_DEFINE_FINAL_TYPE (KistQuestionView, kist_question_view, ADW_TYPE_BIN)

static void
show_feedback (KistQuestionView *self, unsigned index, gboolean is_new)
{
  const KistAnswer *answer = g_ptr_array_index (self->question->answers, index);
  const char       *verdict = answer->is_right ? _ ("Right") : _ ("Not quite");
  g_autofree char  *spoken = g_strdup_printf ("%s. %s", verdict, answer->feedback ? answer->feedback : "");

  gtk_image_set_from_icon_name (self->verdict,
                                answer->is_right ? "object-select-symbolic" : "dialog-information-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->verdict), GTK_ACCESSIBLE_PROPERTY_LABEL, verdict, -1);
  gtk_label_set_text (self->feedback_text, answer->feedback ? answer->feedback : verdict);
  gtk_widget_set_visible (self->feedback, TRUE);
  if (is_new)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
chosen_cb (GtkCheckButton *radio, KistQuestionView *self)
{
  const KistAnswer *answer;
  unsigned          index;

  if (self->is_updating || !gtk_check_button_get_active (radio) || !g_ptr_array_find (self->radios, radio, &index))
    return;

  answer = g_ptr_array_index (self->question->answers, index);
  show_feedback (self, index, TRUE);
  kist_services_record (self->services, KIST_VERB_ANSWERED, self->thing, self->step, self->question->id, index,
                        answer->is_right ? "right" : "wrong", NULL);
}

static void
add_answer (KistQuestionView *self, const KistAnswer *answer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *radio = gtk_check_button_new ();

  if (self->radios->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), g_ptr_array_index (self->radios, 0));
  gtk_widget_set_valign (radio, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, answer->text, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), answer->text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), radio);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), radio);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->radios, radio);
  g_signal_connect_object (radio, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
}

static GtkWidget *
create_feedback (KistQuestionView *self)
{
  self->feedback = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->verdict = GTK_IMAGE (gtk_image_new ());
  self->feedback_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->verdict), GTK_ALIGN_START);
  gtk_label_set_wrap (self->feedback_text, TRUE);
  gtk_label_set_xalign (self->feedback_text, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->feedback_text), TRUE);
  gtk_box_append (GTK_BOX (self->feedback), GTK_WIDGET (self->verdict));
  gtk_box_append (GTK_BOX (self->feedback), GTK_WIDGET (self->feedback_text));
  gtk_widget_add_css_class (self->feedback, "kist-feedback");
  gtk_widget_set_visible (self->feedback, FALSE);
  return self->feedback;
}

static void
restore (KistQuestionView *self)
{
  const KistItemFacts *facts =
      kist_progress_get_item (kist_services_get_progress (self->services), kist_thing_get_key (self->thing),
                              kist_step_get_id (self->step), self->question->id);

  if (!facts || facts->value < 0 || facts->value >= self->radios->len)
    return;
  self->is_updating = TRUE;
  gtk_check_button_set_active (g_ptr_array_index (self->radios, facts->value), TRUE);
  self->is_updating = FALSE;
  show_feedback (self, (unsigned)facts->value, FALSE);
}

static void
kist_question_view_dispose (GObject *object)
{
  KistQuestionView *self = KIST_QUESTION_VIEW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  g_clear_pointer (&self->radios, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_question_view_parent_class)->dispose (object);
}

static void
kist_question_view_class_init (KistQuestionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_question_view_dispose;
}

static void
kist_question_view_init (KistQuestionView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->radios = g_ptr_array_new ();
  self->text = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), create_feedback (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kist_question_view_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Check step of it
 * @question: a question of its quiz
 *
 * Returns: (transfer floating): the question, with the answer that was last given
 */
GtkWidget *
kist_question_view_new (KistServices *services, KistThing *thing, KistStep *step, const KistQuestion *question)
{
  KistQuestionView *self = g_object_new (KIST_TYPE_QUESTION_VIEW, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->question = question;
  gtk_label_set_text (self->text, question->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, question->text, -1);
  for (unsigned i = 0; i < question->answers->len; i++)
    add_answer (self, g_ptr_array_index (question->answers, i));
  restore (self);
  return GTK_WIDGET (self);
}
