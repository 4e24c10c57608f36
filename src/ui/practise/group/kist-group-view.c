#include "kist-config.h"

#include "kist-group-view.h"

#include "kist-group-choice.h"
#include "kist-hands.h"
#include "ui/widgets/kist-document-view.h"

struct _KistGroupView
{
  AdwBin parent_instance;

  GPtrArray *items;      /* (element-type KistGroupChoice) (unowned) */
  gboolean   is_by_hand; /* whether the way was chosen, and does not just follow the most hands */
  gboolean   is_leading; /* while it follows them */

  KistDocumentView *text;
  GtkBox           *choices;
  GtkWidget        *reveal;
};

G_DEFINE_FINAL_TYPE (KistGroupView, kist_group_view, ADW_TYPE_BIN)

static void
count (KistGroupView *self, GArray *hands)
{
  for (unsigned i = 0; i < self->items->len; i++)
    {
      unsigned n = kist_group_choice_get_hands (g_ptr_array_index (self->items, i));

      g_array_append_val (hands, n);
    }
}

/* The way goes with the most hands, until somebody says otherwise. */
static void
hands_changed_cb (KistGroupView *self)
{
  g_autoptr (GArray) hands = g_array_new (FALSE, FALSE, sizeof (unsigned));
  int leading;

  if (self->is_by_hand)
    return;
  count (self, hands);
  leading = kist_hands_find_leading ((const unsigned *)(void *)hands->data, hands->len);
  self->is_leading = TRUE;
  if (leading >= 0)
    kist_group_choice_set_is_taken (g_ptr_array_index (self->items, leading), TRUE);
  self->is_leading = FALSE;
}

static void
taken_cb (KistGroupView *self)
{
  self->is_by_hand |= !self->is_leading;
  gtk_widget_set_sensitive (self->reveal, TRUE);
}

static void
reveal_clicked_cb (KistGroupView *self)
{
  GVariantBuilder hands;
  unsigned        taken = 0;

  g_variant_builder_init (&hands, G_VARIANT_TYPE ("au"));
  for (unsigned i = 0; i < self->items->len; i++)
    {
      KistGroupChoice *item = g_ptr_array_index (self->items, i);

      g_variant_builder_add (&hands, "u", kist_group_choice_get_hands (item));
      if (kist_group_choice_get_is_taken (item))
        taken = i;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "player.count", "(uau)", taken, &hands);
}

static gboolean
kist_group_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (KIST_GROUP_VIEW (widget)->text), GTK_DIR_TAB_FORWARD);
}

static void
kist_group_view_dispose (GObject *object)
{
  KistGroupView *self = KIST_GROUP_VIEW (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_GROUP_VIEW);
  G_OBJECT_CLASS (kist_group_view_parent_class)->dispose (object);
}

static void
kist_group_view_class_init (KistGroupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_group_view_dispose;
  widget_class->grab_focus = kist_group_view_grab_focus;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/group/kist-group-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistGroupView, text);
  gtk_widget_class_bind_template_child (widget_class, KistGroupView, choices);
  gtk_widget_class_bind_template_child (widget_class, KistGroupView, reveal);
  gtk_widget_class_bind_template_callback (widget_class, reveal_clicked_cb);
}

static void
kist_group_view_init (KistGroupView *self)
{
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->reveal))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->reveal))), GTK_JUSTIFY_CENTER);
}

/**
 * kist_group_view_new:
 * @state: a state in a passage with more than one choice
 *
 * Returns: (transfer floating): the view; the focus goes to its first text
 */
GtkWidget *
kist_group_view_new (const KistPlayerState *state)
{
  KistGroupView *self = g_object_new (KIST_TYPE_GROUP_VIEW, NULL);

  kist_document_view_set_base_folder (self->text, state->folder);
  kist_document_view_set_document (self->text, state->text);
  for (unsigned i = 0; i < state->choices->len; i++)
    {
      const KistPlayerChoice *choice = g_ptr_array_index (state->choices, i);
      KistGroupChoice        *first = i > 0 ? g_ptr_array_index (self->items, 0) : NULL;
      GtkWidget              *item = kist_group_choice_new (choice->text, i + 1, first);

      g_ptr_array_add (self->items, item);
      g_signal_connect_swapped (item, "hands-changed", G_CALLBACK (hands_changed_cb), self);
      g_signal_connect_swapped (item, "taken", G_CALLBACK (taken_cb), self);
      gtk_box_append (self->choices, item);
    }
  return GTK_WIDGET (self);
}

/**
 * kist_group_view_take:
 * @self: a view
 * @index: a choice; nothing happens when there are no more than that
 *
 * Says that the group goes that way.
 */
void
kist_group_view_take (KistGroupView *self, unsigned index)
{
  g_return_if_fail (KIST_IS_GROUP_VIEW (self));

  if (index < self->items->len)
    kist_group_choice_set_is_taken (g_ptr_array_index (self->items, index), TRUE);
}
