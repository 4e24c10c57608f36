#include "kist-question-view.h"

#include <glib/gi18n.h>

#include "kist-choice-view.h"
#include "kist-free-view.h"
#include "kist-order-view.h"
#include "kist-pair-view.h"
#include "kist-quiz-text.h"
#include "kist-word-view.h"

struct _KistQuestionView
{
  AdwBin parent_instance;

  KistServices       *services; /* (owned) */
  KistThing          *thing;    /* (owned) */
  KistStep           *step;     /* (owned) */
  const KistQuestion *question; /* part of the quiz, which the library owns */

  GtkBox         *box;
  GtkLabel       *text;
  KistAnswerView *answer; /* (nullable): nothing is asked */
  GtkWidget      *check;  /* (nullable): what is chosen is marked at once */
  GtkWidget      *again;
  GtkWidget      *feedback;
  GtkImage       *sign;
  GtkLabel       *verdict;
  GtkLabel       *feedback_text;
};

G_DEFINE_FINAL_TYPE (KistQuestionView, kist_question_view, ADW_TYPE_BIN)

static gboolean
is_marked_at_once (const KistQuestion *question)
{
  return question->kind == KIST_QUESTION_SINGLE || question->kind == KIST_QUESTION_TRUE_FALSE;
}

static gboolean
has_parts (const KistQuestion *question)
{
  return question->kind == KIST_QUESTION_MATCHING || question->kind == KIST_QUESTION_ORDERING;
}

/* (transfer full): the verdict in words; a share where there are parts */
static char *
dup_verdict (const KistQuestion *question, const KistMark *mark)
{
  if (mark->verdict == KIST_VERDICT_OWN)
    return g_strdup (question->answers->len > 0 ? _ ("Compare it with your text") : _ ("Kept"));
  if (mark->verdict == KIST_VERDICT_RIGHT)
    return g_strdup (_ ("Right"));
  if (has_parts (question))
    /* Translators: how many pairs, or things in their place, are right, of how many. */
    return g_strdup_printf (_ ("%u of %u right"), mark->n_right, mark->n_parts);
  return g_strdup (mark->verdict == KIST_VERDICT_PARTLY ? _ ("Partly right") : _ ("Not quite"));
}

static const char *
icon_of (KistVerdict verdict)
{
  switch (verdict)
    {
    case KIST_VERDICT_RIGHT:
      return "object-select-symbolic";
    case KIST_VERDICT_OWN:
      return "document-edit-symbolic";
    case KIST_VERDICT_PARTLY:
    case KIST_VERDICT_WRONG:
    default:
      return "dialog-information-symbolic";
    }
}

static void
show_mark (KistQuestionView *self, const KistMark *mark, gboolean is_new)
{
  g_autofree char *verdict = dup_verdict (self->question, mark);
  g_autofree char *markup = kist_quiz_text_to_markup (self->question, mark->feedback ? mark->feedback : "");
  g_autofree char *plain = kist_quiz_text_to_plain (self->question, mark->feedback ? mark->feedback : "");
  g_autofree char *spoken = g_strdup_printf ("%s. %s", verdict, plain);

  gtk_image_set_from_icon_name (self->sign, icon_of (mark->verdict));
  gtk_label_set_text (self->verdict, verdict);
  gtk_label_set_markup (self->feedback_text, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->feedback_text), mark->feedback != NULL);
  gtk_widget_set_visible (self->feedback, TRUE);
  kist_answer_view_show_mark (self->answer, mark);
  if (self->check)
    {
      gboolean is_own = mark->verdict == KIST_VERDICT_OWN;

      gtk_widget_set_visible (self->check, is_own);
      gtk_widget_set_visible (self->again, !is_own && mark->verdict != KIST_VERDICT_RIGHT);
      if (is_new && gtk_widget_get_visible (self->again))
        gtk_widget_grab_focus (self->again);
    }
  if (is_new)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
check (KistQuestionView *self)
{
  g_autoptr (KistResponse) response = kist_answer_view_dup_response (self->answer);
  g_autoptr (KistMark) mark = kist_question_mark (self->question, response);
  g_autofree char *text = kist_response_to_text (response);

  kist_services_record (self->services, KIST_VERB_ANSWERED, self->thing, self->step, self->question->id, mark->credit,
                        text, NULL);
  show_mark (self, mark, TRUE);
}

/* Back to answering: what was said about the last answer does not hold for the next one. */
static void
open_again (KistQuestionView *self)
{
  gtk_widget_set_visible (self->feedback, FALSE);
  kist_answer_view_show_mark (self->answer, NULL);
  gtk_widget_set_visible (self->check, TRUE);
  gtk_widget_set_visible (self->again, FALSE);
}

static void
changed_cb (KistQuestionView *self)
{
  if (!self->check)
    {
      check (self);
      return;
    }
  if (self->question->kind != KIST_QUESTION_FREE_TEXT)
    open_again (self);
  gtk_widget_set_sensitive (self->check, kist_answer_view_is_ready (self->answer));
}

static void
submit_cb (KistQuestionView *self)
{
  if (kist_answer_view_is_ready (self->answer))
    check (self);
}

static void
again_cb (KistQuestionView *self)
{
  kist_answer_view_set_response (self->answer, NULL);
  open_again (self);
  gtk_widget_set_sensitive (self->check, kist_answer_view_is_ready (self->answer));
  gtk_widget_child_focus (GTK_WIDGET (self->answer), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_feedback (KistQuestionView *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->feedback = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->sign = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->sign), GTK_ALIGN_START);
  self->verdict = GTK_LABEL (create_label ("heading"));
  self->feedback_text = GTK_LABEL (create_label (NULL));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->verdict));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->feedback_text));
  gtk_box_append (GTK_BOX (self->feedback), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (self->feedback), words);
  gtk_widget_add_css_class (self->feedback, "kist-feedback");
  gtk_widget_set_visible (self->feedback, FALSE);
  return self->feedback;
}

static GtkWidget *
create_button (KistQuestionView *self, const char *label, GCallback callback)
{
  GtkWidget       *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *plain = kist_quiz_text_to_plain (self->question, self->question->text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
  return button;
}

static GtkWidget *
create_answer (KistQuestionView *self)
{
  switch (self->question->kind)
    {
    case KIST_QUESTION_SINGLE:
    case KIST_QUESTION_MULTIPLE:
    case KIST_QUESTION_TRUE_FALSE:
      return kist_choice_view_new (self->question);
    case KIST_QUESTION_SHORT:
    case KIST_QUESTION_NUMERIC:
      return kist_word_view_new (self->question);
    case KIST_QUESTION_MATCHING:
      return kist_pair_view_new (self->question);
    case KIST_QUESTION_ORDERING:
      return kist_order_view_new (self->question);
    case KIST_QUESTION_FREE_TEXT:
      return kist_free_view_new (self->services, self->thing, self->step, self->question);
    case KIST_QUESTION_DESCRIPTION:
    default:
      return NULL;
    }
}

static void
restore (KistQuestionView *self)
{
  const KistItemFacts *facts =
      kist_progress_get_item (kist_services_get_progress (self->services), kist_thing_get_key (self->thing),
                              kist_step_get_id (self->step), self->question->id);
  g_autoptr (KistResponse) response = facts && facts->verb == KIST_VERB_ANSWERED
                                          ? kist_response_parse (self->question, facts->value, facts->text)
                                          : NULL;
  g_autoptr (KistMark) mark = response ? kist_question_mark (self->question, response) : NULL;

  if (!mark)
    return;
  kist_answer_view_set_response (self->answer, response);
  /* A new edition may ask for more than was answered. */
  if (kist_response_is_complete (response, self->question))
    show_mark (self, mark, FALSE);
}

static void
kist_question_view_dispose (GObject *object)
{
  KistQuestionView *self = KIST_QUESTION_VIEW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
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
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
create_text (KistQuestionView *self)
{
  g_autofree char *markup = kist_quiz_text_to_markup (self->question, self->question->text);
  gboolean         is_asked = self->question->kind != KIST_QUESTION_DESCRIPTION;

  self->text = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                        is_asked ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_PARAGRAPH, NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_markup (self->text, markup);
  if (is_asked)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
  gtk_box_append (self->box, GTK_WIDGET (self->text));
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
  GtkWidget        *answer;

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->question = question;
  create_text (self);
  answer = create_answer (self);
  if (!answer)
    return GTK_WIDGET (self);

  self->answer = KIST_ANSWER_VIEW (answer);
  gtk_box_append (self->box, answer);
  if (!is_marked_at_once (question))
    {
      gboolean is_own = question->kind == KIST_QUESTION_FREE_TEXT;

      self->check = create_button (self, is_own ? _ ("_Look at It Again") : _ ("_Check"), G_CALLBACK (submit_cb));
      self->again = create_button (self, _ ("_Try Again"), G_CALLBACK (again_cb));
      gtk_widget_set_visible (self->again, FALSE);
    }
  gtk_box_append (self->box, create_feedback (self));
  restore (self);
  if (self->check)
    gtk_widget_set_sensitive (self->check, kist_answer_view_is_ready (self->answer));
  g_signal_connect_object (answer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (answer, "submit", G_CALLBACK (submit_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
