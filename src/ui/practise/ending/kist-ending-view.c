#include "kist-config.h"

#include "kist-ending-view.h"

#include "kist-decision-row.h"
#include "kist-outcomes-view.h"
#include "ui/widgets/kist-document-view.h"

struct _KistEndingView
{
  AdwBin parent_instance;

  GtkLabel         *title;
  KistDocumentView *text;
  GtkWidget        *outcomes_title;
  KistOutcomesView *outcomes;
  GtkLabel         *score;
  GtkLabel         *endings;
  GtkWidget        *trail;
  GtkBox           *story;
  GtkWidget        *compare;
};

G_DEFINE_FINAL_TYPE (KistEndingView, kist_ending_view, ADW_TYPE_BIN)

static void
fill_trail (KistEndingView *self, const KistPlayerState *state)
{
  kist_decision_rows_fill (self->story, state->trail, TRUE, TRUE);
  gtk_widget_set_visible (self->trail, state->trail->len > 0);
}

static gboolean
kist_ending_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (KIST_ENDING_VIEW (widget)->text), GTK_DIR_TAB_FORWARD);
}

static void
kist_ending_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_ENDING_VIEW);
  G_OBJECT_CLASS (kist_ending_view_parent_class)->dispose (object);
}

static void
kist_ending_view_class_init (KistEndingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_ending_view_dispose;
  widget_class->grab_focus = kist_ending_view_grab_focus;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  g_type_ensure (KIST_TYPE_OUTCOMES_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/ending/kist-ending-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, title);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, text);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, outcomes_title);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, outcomes);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, score);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, endings);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, trail);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, story);
  gtk_widget_class_bind_template_child (widget_class, KistEndingView, compare);
}

static void
kist_ending_view_init (KistEndingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_ending_view_new:
 * @state: a state at an ending
 *
 * Returns: (transfer floating): the view; the focus goes to its text
 */
GtkWidget *
kist_ending_view_new (const KistPlayerState *state)
{
  KistEndingView *self = g_object_new (KIST_TYPE_ENDING_VIEW, NULL);

  gtk_label_set_text (self->title, state->title);
  kist_document_view_set_base_folder (self->text, state->folder);
  kist_document_view_set_document (self->text, state->text);
  kist_outcomes_view_fill (self->outcomes, state->outcomes, state->limit);
  gtk_widget_set_visible (self->outcomes_title, state->outcomes->len > 0);
  gtk_widget_set_visible (self->compare, state->can_compare);
  gtk_label_set_text (self->score, state->score ? state->score : "");
  gtk_widget_set_visible (GTK_WIDGET (self->score), state->score != NULL);
  gtk_label_set_text (self->endings, state->endings);
  fill_trail (self, state);
  return GTK_WIDGET (self);
}
