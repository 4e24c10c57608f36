#include "kist-answer-view.h"

#include <glib/gi18n.h>

typedef struct
{
  const KistQuestion *question; /* part of the quiz, which the library owns */
  gboolean            is_filling;
} KistAnswerViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KistAnswerView, kist_answer_view, GTK_TYPE_BOX)

enum
{
  CHANGED,
  SUBMIT,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
kist_answer_view_class_init (KistAnswerViewClass *klass)
{
  /* The person changed something. */
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* They are done, and said so without the button. */
  signals[SUBMIT] =
      g_signal_new ("submit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_answer_view_init (KistAnswerView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/* For subclasses, when they are made. */
void
kist_answer_view_set_question (KistAnswerView *self, const KistQuestion *question)
{
  KistAnswerViewPrivate *priv = kist_answer_view_get_instance_private (self);

  priv->question = question;
}

const KistQuestion *
kist_answer_view_get_question (KistAnswerView *self)
{
  KistAnswerViewPrivate *priv = kist_answer_view_get_instance_private (self);

  return priv->question;
}

/**
 * kist_answer_view_dup_response:
 * @self: a view
 *
 * Returns: (transfer full): what is answered now, perhaps not completely
 */
KistResponse *
kist_answer_view_dup_response (KistAnswerView *self)
{
  return KIST_ANSWER_VIEW_GET_CLASS (self)->dup_response (self);
}

/**
 * kist_answer_view_set_response:
 * @self: a view
 * @response: (nullable): what was answered, or %NULL to begin again
 *
 * Shows @response. "changed" is not emitted.
 */
void
kist_answer_view_set_response (KistAnswerView *self, const KistResponse *response)
{
  KistAnswerViewPrivate *priv = kist_answer_view_get_instance_private (self);

  priv->is_filling = TRUE;
  KIST_ANSWER_VIEW_GET_CLASS (self)->set_response (self, response);
  priv->is_filling = FALSE;
}

/**
 * kist_answer_view_show_mark:
 * @self: a view
 * @mark: (nullable): what the response came to, or %NULL
 *
 * Says at each part whether it is right, or takes that back.
 */
void
kist_answer_view_show_mark (KistAnswerView *self, const KistMark *mark)
{
  KistAnswerViewPrivate *priv = kist_answer_view_get_instance_private (self);

  priv->is_filling = TRUE;
  if (KIST_ANSWER_VIEW_GET_CLASS (self)->show_mark)
    KIST_ANSWER_VIEW_GET_CLASS (self)->show_mark (self, mark);
  priv->is_filling = FALSE;
}

/**
 * kist_answer_view_is_ready:
 * @self: a view
 *
 * Returns: whether there is something to mark
 */
gboolean
kist_answer_view_is_ready (KistAnswerView *self)
{
  g_autoptr (KistResponse) response = NULL;

  if (KIST_ANSWER_VIEW_GET_CLASS (self)->is_ready)
    return KIST_ANSWER_VIEW_GET_CLASS (self)->is_ready (self);
  response = kist_answer_view_dup_response (self);
  return kist_response_is_complete (response, kist_answer_view_get_question (self));
}

/* For subclasses: the person changed something. */
void
kist_answer_view_changed (KistAnswerView *self)
{
  KistAnswerViewPrivate *priv = kist_answer_view_get_instance_private (self);

  if (!priv->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* For subclasses: the person is done. */
void
kist_answer_view_submit (KistAnswerView *self)
{
  g_signal_emit (self, signals[SUBMIT], 0);
}

/**
 * kist_answer_view_show_part:
 * @image: the image at the end of a row
 * @row: the row
 * @is_right: whether its part is right; −1 when nothing is said about it
 *
 * Says it by a sign and a word, never by colour alone.
 */
void
kist_answer_view_show_part (GtkImage *image, AdwActionRow *row, int is_right)
{
  const char *word = is_right ? _ ("Right") : _ ("Not right");

  gtk_widget_set_visible (GTK_WIDGET (image), is_right >= 0);
  gtk_image_set_from_icon_name (image, is_right ? "object-select-symbolic" : "window-close-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  if (row)
    adw_action_row_set_subtitle (row, is_right >= 0 ? word : "");
}
