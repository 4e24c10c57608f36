#include "kist-pair-view.h"

#include <glib/gi18n.h>

#include "kist-quiz-text.h"

struct _KistPairView
{
  KistAnswerView parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *ids;    /* (element-type utf8) (owned): of the right sides, as the lists have them */
  GPtrArray           *rows;   /* (element-type AdwComboRow) (unowned), %NULL where there is no left side */
  GPtrArray           *images; /* (element-type GtkImage) (unowned), likewise */
};

G_DEFINE_FINAL_TYPE (KistPairView, kist_pair_view, KIST_TYPE_ANSWER_VIEW)

static const KistQuestion *
question_of (KistPairView *self)
{
  return kist_answer_view_get_question (KIST_ANSWER_VIEW (self));
}

/* The first entry of a list is nothing chosen. */
static GtkStringList *
create_model (KistPairView *self)
{
  g_autoptr (GPtrArray) matches = kist_question_dup_matches (question_of (self));
  GtkStringList *model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _ ("Choose…"));
  g_ptr_array_set_size (self->ids, 0);
  for (unsigned i = 0; i < matches->len; i++)
    {
      g_autofree char *plain = kist_quiz_text_to_plain (question_of (self), g_ptr_array_index (matches, i));

      gtk_string_list_append (model, plain);
      g_ptr_array_add (self->ids, kist_answer_make_id (g_ptr_array_index (matches, i)));
    }
  return model;
}

/* What is chosen, below the left side; a row itself would only say so once it was changed. */
static void
selected_cb (AdwComboRow *row, GParamSpec *property, KistPairView *self)
{
  GListModel      *model = adw_combo_row_get_model (row);
  const char      *text = gtk_string_list_get_string (GTK_STRING_LIST (model), adw_combo_row_get_selected (row));
  g_autofree char *markup = g_markup_escape_text (text ? text : "", -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  kist_answer_view_changed (KIST_ANSWER_VIEW (self));
}

static void
add_pair (KistPairView *self, const KistAnswer *answer)
{
  g_autoptr (GtkStringList) model = create_model (self);
  g_autofree char *markup = kist_quiz_text_to_markup (question_of (self), answer->text);
  GtkWidget       *row = NULL, *image = NULL;

  if (*answer->text)
    {
      row = adw_combo_row_new ();
      image = gtk_image_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
      /* Below the left side, where it may be as long as it is. */
      adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
      gtk_widget_set_visible (image, FALSE);
      adw_preferences_group_add (self->group, row);
      selected_cb (ADW_COMBO_ROW (row), NULL, self);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_DEFAULT);
    }
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->images, image);
}

static KistResponse *
pair_view_dup_response (KistAnswerView *view)
{
  KistPairView *self = KIST_PAIR_VIEW (view);
  g_autoptr (GPtrArray) lefts = g_ptr_array_new (), rights = g_ptr_array_new ();

  for (unsigned i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      unsigned     selected = row ? adw_combo_row_get_selected (row) : 0;

      if (selected == 0 || selected > self->ids->len)
        continue;
      g_ptr_array_add (lefts, kist_question_get_answer (question_of (self), i)->id);
      g_ptr_array_add (rights, g_ptr_array_index (self->ids, selected - 1));
    }
  return kist_response_new_pairs (lefts, rights);
}

static void
pair_view_set_response (KistAnswerView *view, const KistResponse *response)
{
  KistPairView *self = KIST_PAIR_VIEW (view);

  for (unsigned i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      const char  *id = kist_question_get_answer (question_of (self), i)->id;
      const char  *match = response ? kist_response_get_match (response, id) : NULL;
      unsigned     index = 0;

      if (!row)
        continue;
      if (match && g_ptr_array_find_with_equal_func (self->ids, match, g_str_equal, &index))
        index++;
      else
        index = 0;
      adw_combo_row_set_selected (row, index);
    }
}

static void
pair_view_show_mark (KistAnswerView *view, const KistMark *mark)
{
  KistPairView *self = KIST_PAIR_VIEW (view);

  for (unsigned i = 0; i < self->rows->len; i++)
    if (g_ptr_array_index (self->images, i))
      kist_answer_view_show_part (g_ptr_array_index (self->images, i), NULL, kist_mark_get_part (mark, i));
}

static void
kist_pair_view_dispose (GObject *object)
{
  KistPairView *self = KIST_PAIR_VIEW (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_pair_view_parent_class)->dispose (object);
}

static void
kist_pair_view_class_init (KistPairViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_pair_view_dispose;
  KIST_ANSWER_VIEW_CLASS (klass)->dup_response = pair_view_dup_response;
  KIST_ANSWER_VIEW_CLASS (klass)->set_response = pair_view_set_response;
  KIST_ANSWER_VIEW_CLASS (klass)->show_mark = pair_view_show_mark;
}

static void
kist_pair_view_init (KistPairView *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  self->images = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

/**
 * kist_pair_view_new:
 * @question: a matching question
 *
 * Returns: (transfer floating): its left sides
 */
GtkWidget *
kist_pair_view_new (const KistQuestion *question)
{
  KistPairView    *self = g_object_new (KIST_TYPE_PAIR_VIEW, NULL);
  g_autofree char *plain = kist_quiz_text_to_plain (question, question->text);

  kist_answer_view_set_question (KIST_ANSWER_VIEW (self), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  for (unsigned i = 0; i < question->answers->len; i++)
    add_pair (self, kist_question_get_answer (question, i));
  return GTK_WIDGET (self);
}
