#include "kist-config.h"

#include "kist-group-choice.h"

#include <glib/gi18n.h>

struct _KistGroupChoice
{
  AdwBin parent_instance;

  GtkLabel       *text;
  GtkCheckButton *taken;
  GtkSpinButton  *hands;
};

G_DEFINE_FINAL_TYPE (KistGroupChoice, kist_group_choice, ADW_TYPE_BIN)

enum
{
  HANDS_CHANGED,
  TAKEN,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
hands_changed_cb (KistGroupChoice *self)
{
  g_signal_emit (self, signals[HANDS_CHANGED], 0);
}

static void
taken_toggled_cb (KistGroupChoice *self)
{
  if (gtk_check_button_get_active (self->taken))
    g_signal_emit (self, signals[TAKEN], 0);
}

static gboolean
kist_group_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KIST_GROUP_CHOICE (widget)->hands));
}

static void
kist_group_choice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_GROUP_CHOICE);
  G_OBJECT_CLASS (kist_group_choice_parent_class)->dispose (object);
}

static void
kist_group_choice_class_init (KistGroupChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_group_choice_dispose;
  widget_class->grab_focus = kist_group_choice_grab_focus;

  /**
   * KistGroupChoice::hands-changed:
   * @self: a choice
   *
   * Another number of hands is up.
   */
  signals[HANDS_CHANGED] =
      g_signal_new ("hands-changed", KIST_TYPE_GROUP_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KistGroupChoice::taken:
   * @self: a choice
   *
   * The group goes this way.
   */
  signals[TAKEN] =
      g_signal_new ("taken", KIST_TYPE_GROUP_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/group/kist-group-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, KistGroupChoice, text);
  gtk_widget_class_bind_template_child (widget_class, KistGroupChoice, taken);
  gtk_widget_class_bind_template_child (widget_class, KistGroupChoice, hands);
  gtk_widget_class_bind_template_callback (widget_class, hands_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken_toggled_cb);
}

static void
kist_group_choice_init (KistGroupChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_group_choice_new:
 * @text: what can be chosen
 * @number: the number that it is called in the room, from 1
 * @first: (nullable): the first of the choices, of which the group takes one
 *
 * Returns: (transfer floating): the choice, with no hands up
 */
GtkWidget *
kist_group_choice_new (const char *text, unsigned number, KistGroupChoice *first)
{
  KistGroupChoice *self = g_object_new (KIST_TYPE_GROUP_CHOICE, NULL);
  g_autofree char *numbered = g_strdup_printf ("%u. %s", number, text);
  g_autofree char *hands = g_strdup_printf (_ ("Hands for choice %u"), number);

  gtk_label_set_text (self->text, numbered);
  if (first)
    gtk_check_button_set_group (self->taken, first->taken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, numbered, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hands), GTK_ACCESSIBLE_PROPERTY_LABEL, hands,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->taken), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  return GTK_WIDGET (self);
}

/**
 * kist_group_choice_get_hands:
 * @self: a choice
 *
 * Returns: how many hands are up for it
 */
unsigned
kist_group_choice_get_hands (KistGroupChoice *self)
{
  gtk_spin_button_update (self->hands);
  return (unsigned)gtk_spin_button_get_value_as_int (self->hands);
}

/**
 * kist_group_choice_get_is_taken:
 * @self: a choice
 *
 * Returns: whether the group goes this way
 */
gboolean
kist_group_choice_get_is_taken (KistGroupChoice *self)
{
  return gtk_check_button_get_active (self->taken);
}

/**
 * kist_group_choice_set_is_taken:
 * @self: a choice
 * @is_taken: whether the group goes this way
 */
void
kist_group_choice_set_is_taken (KistGroupChoice *self, gboolean is_taken)
{
  gtk_check_button_set_active (self->taken, is_taken);
}
