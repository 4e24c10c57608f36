#include "kist-config.h"

#include "kist-consequence-view.h"

#include "ui/widgets/kist-document-view.h"

struct _KistConsequenceView
{
  AdwBin parent_instance;

  KistDocumentView *text;
  AdwWrapBox       *changes;
  GtkWidget        *touched;
  GtkListBox       *codes;
  GtkWidget        *go_on;
};

G_DEFINE_FINAL_TYPE (KistConsequenceView, kist_consequence_view, ADW_TYPE_BIN)

static void
add_change (KistConsequenceView *self, const char *change)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "label", change,
                                   "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, change, -1);
  gtk_widget_add_css_class (label, "kist-change");
  gtk_widget_add_css_class (label, "numeric");
  adw_wrap_box_append (self->changes, label);
}

static void
add_code (KistConsequenceView *self, const KistPlayerCode *code)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), code->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), code->framework);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-code");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", code->code);
  gtk_list_box_append (self->codes, row);
}

static gboolean
kist_consequence_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KIST_CONSEQUENCE_VIEW (widget)->go_on);
}

static void
kist_consequence_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_CONSEQUENCE_VIEW);
  G_OBJECT_CLASS (kist_consequence_view_parent_class)->dispose (object);
}

static void
kist_consequence_view_class_init (KistConsequenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_consequence_view_dispose;
  widget_class->grab_focus = kist_consequence_view_grab_focus;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/kist-consequence-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistConsequenceView, text);
  gtk_widget_class_bind_template_child (widget_class, KistConsequenceView, changes);
  gtk_widget_class_bind_template_child (widget_class, KistConsequenceView, touched);
  gtk_widget_class_bind_template_child (widget_class, KistConsequenceView, codes);
  gtk_widget_class_bind_template_child (widget_class, KistConsequenceView, go_on);
}

static void
kist_consequence_view_init (KistConsequenceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_consequence_view_new:
 * @state: a state with a consequence
 *
 * Returns: (transfer floating): the view; the focus goes to its button
 */
GtkWidget *
kist_consequence_view_new (const KistPlayerState *state)
{
  KistConsequenceView *self = g_object_new (KIST_TYPE_CONSEQUENCE_VIEW, NULL);

  kist_document_view_set_base_folder (self->text, state->folder);
  kist_document_view_set_document (self->text, state->text);
  for (unsigned i = 0; i < state->changes->len; i++)
    add_change (self, g_ptr_array_index (state->changes, i));
  for (unsigned i = 0; i < state->codes->len; i++)
    add_code (self, g_ptr_array_index (state->codes, i));
  gtk_widget_set_visible (GTK_WIDGET (self->changes), state->changes->len > 0);
  gtk_widget_set_visible (self->touched, state->codes->len > 0);
  return GTK_WIDGET (self);
}
