#include "kist-config.h"

#include "kist-passage-view.h"

#include "kist-choice-button.h"
#include "ui/widgets/kist-document-view.h"

/* There are no more digits to press. */
#define MAX_NUMBER 9

struct _KistPassageView
{
  AdwBin parent_instance;

  KistDocumentView *text;
  GtkWidget        *question;
  GtkBox           *choices;
};

G_DEFINE_FINAL_TYPE (KistPassageView, kist_passage_view, ADW_TYPE_BIN)

static void
add_choice (KistPassageView *self, const KistPlayerChoice *choice, unsigned index, gboolean is_only)
{
  unsigned   number = is_only || index >= MAX_NUMBER ? 0 : index + 1;
  GtkWidget *button = kist_choice_button_new (choice->text, number, choice->was_taken);

  if (is_only)
    {
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "suggested-action");
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "player.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_box_append (self->choices, button);
}

static gboolean
kist_passage_view_grab_focus (GtkWidget *widget)
{
  KistPassageView *self = KIST_PASSAGE_VIEW (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->text), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
}

static void
kist_passage_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_PASSAGE_VIEW);
  G_OBJECT_CLASS (kist_passage_view_parent_class)->dispose (object);
}

static void
kist_passage_view_class_init (KistPassageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_passage_view_dispose;
  widget_class->grab_focus = kist_passage_view_grab_focus;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/kist-passage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPassageView, text);
  gtk_widget_class_bind_template_child (widget_class, KistPassageView, question);
  gtk_widget_class_bind_template_child (widget_class, KistPassageView, choices);
}

static void
kist_passage_view_init (KistPassageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_passage_view_new:
 * @state: a state in a passage
 *
 * Returns: (transfer floating): the view; the focus goes to its first text
 */
GtkWidget *
kist_passage_view_new (const KistPlayerState *state)
{
  KistPassageView *self = g_object_new (KIST_TYPE_PASSAGE_VIEW, NULL);
  gboolean         is_only = state->choices->len == 1;

  kist_document_view_set_base_folder (self->text, state->folder);
  kist_document_view_set_document (self->text, state->text);
  gtk_widget_set_visible (self->question, state->choices->len > 1);
  for (unsigned i = 0; i < state->choices->len; i++)
    add_choice (self, g_ptr_array_index (state->choices, i), i, is_only);
  return GTK_WIDGET (self);
}
