#include "kist-free-view.h"

#include <glib/gi18n.h>

#include "journal/kist-word-count.h"
#include "kist-quiz-text.h"

/* Long enough to join the letters of a word, short against the two seconds that may be lost at most. */
#define SAVE_AFTER_MS 500

struct _KistFreeView
{
  KistAnswerView parent_instance;

  KistServices *services;    /* (owned) */
  KistThing    *thing;       /* (owned) */
  KistStep     *step;        /* (owned) */
  GCancellable *cancellable; /* (owned) */
  unsigned      save_source;
  gboolean      is_filling;

  GtkTextView         *text;
  GtkLabel            *failure;
  AdwPreferencesGroup *rubric;
  GPtrArray           *ticks; /* (element-type GtkCheckButton) (unowned) */
};

G_DEFINE_FINAL_TYPE (KistFreeView, kist_free_view, KIST_TYPE_ANSWER_VIEW)

static const KistQuestion *
question_of (KistFreeView *self)
{
  return kist_answer_view_get_question (KIST_ANSWER_VIEW (self));
}

static char *
dup_text (KistFreeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
save (KistFreeView *self)
{
  g_autofree char *text = NULL;

  if (!self->save_source)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  text = dup_text (self);
  kist_saver_save_answer (kist_services_get_saver (self->services), kist_thing_get_key (self->thing),
                          kist_step_get_id (self->step), question_of (self)->id, text);
}

static gboolean
save_cb (gpointer data)
{
  save (data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KistFreeView *self)
{
  if (self->is_filling)
    return;
  if (!self->save_source)
    self->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
  kist_answer_view_changed (KIST_ANSWER_VIEW (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistFreeView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) answers = kist_store_load_answers_finish (KIST_STORE (source), result, &error);
  const char *text;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!answers)
    {
      /* Without the old text a new one would overwrite it: it stays closed. */
      g_message ("The answers were not loaded: %s", error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
      return;
    }
  text = g_hash_table_lookup (answers, question_of (self)->id);
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text ? text : "", -1);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->text), TRUE);
  kist_answer_view_changed (KIST_ANSWER_VIEW (self));
}

static void
tick_cb (KistFreeView *self)
{
  if (!self->is_filling)
    kist_answer_view_submit (KIST_ANSWER_VIEW (self));
}

static void
add_point (KistFreeView *self, const KistAnswer *answer)
{
  g_autofree char *markup = kist_quiz_text_to_markup (question_of (self), answer->text);
  g_autofree char *plain = kist_quiz_text_to_plain (question_of (self), answer->text);
  GtkWidget       *row = adw_action_row_new (), *tick = gtk_check_button_new ();

  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  adw_preferences_group_add (self->rubric, row);
  g_ptr_array_add (self->ticks, tick);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
}

static KistResponse *
free_view_dup_response (KistAnswerView *view)
{
  KistFreeView *self = KIST_FREE_VIEW (view);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (unsigned i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)))
      g_ptr_array_add (ids, kist_question_get_answer (question_of (self), i)->id);
  return kist_response_new_chosen (ids);
}

static void
free_view_set_response (KistAnswerView *view, const KistResponse *response)
{
  KistFreeView *self = KIST_FREE_VIEW (view);

  self->is_filling = TRUE;
  for (unsigned i = 0; i < self->ticks->len; i++)
    gtk_check_button_set_active (
        g_ptr_array_index (self->ticks, i),
        response && kist_response_has_id (response, kist_question_get_answer (question_of (self), i)->id));
  self->is_filling = FALSE;
}

/* Once it was shown it stays: the text may be changed beside it. */
static void
free_view_show_mark (KistAnswerView *view, const KistMark *mark)
{
  KistFreeView *self = KIST_FREE_VIEW (view);

  if (mark && self->ticks->len > 0)
    gtk_widget_set_visible (GTK_WIDGET (self->rubric), TRUE);
}

static gboolean
free_view_is_ready (KistAnswerView *view)
{
  g_autofree char *text = dup_text (KIST_FREE_VIEW (view));

  return kist_word_count (text) > 0;
}

static void
kist_free_view_unmap (GtkWidget *widget)
{
  save (KIST_FREE_VIEW (widget));
  GTK_WIDGET_CLASS (kist_free_view_parent_class)->unmap (widget);
}

static void
kist_free_view_dispose (GObject *object)
{
  KistFreeView *self = KIST_FREE_VIEW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_free_view_parent_class)->dispose (object);
}

static void
kist_free_view_class_init (KistFreeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_free_view_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = kist_free_view_unmap;
  KIST_ANSWER_VIEW_CLASS (klass)->dup_response = free_view_dup_response;
  KIST_ANSWER_VIEW_CLASS (klass)->set_response = free_view_set_response;
  KIST_ANSWER_VIEW_CLASS (klass)->show_mark = free_view_show_mark;
  KIST_ANSWER_VIEW_CLASS (klass)->is_ready = free_view_is_ready;
}

static GtkWidget *
create_text (KistFreeView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_top_margin (self->text, 12);
  gtk_text_view_set_bottom_margin (self->text, 12);
  gtk_text_view_set_left_margin (self->text, 12);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_widget_set_sensitive (GTK_WIDGET (self->text), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 96);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "kist-answer");
  return scrolled;
}

static void
kist_free_view_init (KistFreeView *self)
{
  self->cancellable = g_cancellable_new ();
  self->ticks = g_ptr_array_new ();
  self->failure = GTK_LABEL (gtk_label_new (_ ("Your answers could not be read. Go back and try again.")));
  gtk_label_set_wrap (self->failure, TRUE);
  gtk_label_set_xalign (self->failure, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->failure), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->failure));
  gtk_box_append (GTK_BOX (self), create_text (self));
  self->rubric = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->rubric, _ ("What Is in Your Text?"));
  gtk_widget_set_visible (GTK_WIDGET (self->rubric), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rubric));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kist_free_view_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Check step of it
 * @question: a question with a free text in the step's quiz
 *
 * Returns: (transfer floating): a view that takes no text until the old one was loaded
 */
GtkWidget *
kist_free_view_new (KistServices *services, KistThing *thing, KistStep *step, const KistQuestion *question)
{
  KistFreeView    *self = g_object_new (KIST_TYPE_FREE_VIEW, NULL);
  g_autofree char *plain = kist_quiz_text_to_plain (question, question->text);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  kist_answer_view_set_question (KIST_ANSWER_VIEW (self), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  for (unsigned i = 0; i < question->answers->len; i++)
    add_point (self, kist_question_get_answer (question, i));
  g_signal_connect_object (services, "flush", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  kist_store_load_answers_async (kist_services_get_store (services), kist_thing_get_key (thing),
                                 kist_step_get_id (step), self->cancellable, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
