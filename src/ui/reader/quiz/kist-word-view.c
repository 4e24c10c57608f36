#include "kist-word-view.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "quiz/kist-number.h"

/* Nobody's answer is longer, and it is kept with what happened. */
#define MAX_CHARACTERS 300

struct _KistWordView
{
  KistAnswerView parent_instance;

  AdwEntryRow *entry;
};

G_DEFINE_FINAL_TYPE (KistWordView, kist_word_view, KIST_TYPE_ANSWER_VIEW)

static gboolean
is_number (KistWordView *self)
{
  return kist_answer_view_get_question (KIST_ANSWER_VIEW (self))->kind == KIST_QUESTION_NUMERIC;
}

static char
decimal_sign (void)
{
  return localeconv ()->decimal_point[0] == ',' ? ',' : '.';
}

static void
changed_cb (KistWordView *self)
{
  double      number;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  /* A sign or nothing yet is no mistake. */
  if (!is_number (self) || g_utf8_strlen (text, -1) < 2 || kist_number_parse (text, decimal_sign (), &number))
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  kist_answer_view_changed (KIST_ANSWER_VIEW (self));
}

/* A number is kept with a '.', so that it is the same in every locale; what is no number is no answer yet. */
static KistResponse *
word_view_dup_response (KistAnswerView *view)
{
  KistWordView    *self = KIST_WORD_VIEW (view);
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *written = NULL;
  double           number;

  if (!is_number (self))
    return kist_response_new_text (text);
  if (!kist_number_parse (text, decimal_sign (), &number))
    return kist_response_new_text ("");
  written = kist_number_to_text (number);
  return kist_response_new_text (written);
}

static void
word_view_set_response (KistAnswerView *view, const KistResponse *response)
{
  KistWordView    *self = KIST_WORD_VIEW (view);
  g_autofree char *text = g_strdup (response ? kist_response_get_text (response) : "");

  if (is_number (self) && decimal_sign () == ',')
    g_strdelimit (text, ".", ',');
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
kist_word_view_class_init (KistWordViewClass *klass)
{
  KIST_ANSWER_VIEW_CLASS (klass)->dup_response = word_view_dup_response;
  KIST_ANSWER_VIEW_CLASS (klass)->set_response = word_view_set_response;
}

static void
kist_word_view_init (KistWordView *self)
{
}

/**
 * kist_word_view_new:
 * @question: a question with a short answer or a number
 *
 * Returns: (transfer floating): where to write it
 */
GtkWidget *
kist_word_view_new (const KistQuestion *question)
{
  KistWordView *self = g_object_new (KIST_TYPE_WORD_VIEW, NULL);
  GtkWidget    *group = adw_preferences_group_new ();

  kist_answer_view_set_question (KIST_ANSWER_VIEW (self), question);
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 is_number (self) ? _ ("A number") : _ ("Your answer"));
  adw_entry_row_set_max_length (self->entry, MAX_CHARACTERS);
  if (is_number (self))
    adw_entry_row_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), group);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (kist_answer_view_submit), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
