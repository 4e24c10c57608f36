#include "kist-config.h"

#include "kist-choice-button.h"

#include <glib/gi18n.h>

struct _KistChoiceButton
{
  GtkButton parent_instance;

  GtkLabel *number;
  GtkLabel *text;
  GtkImage *taken;
};

G_DEFINE_FINAL_TYPE (KistChoiceButton, kist_choice_button, GTK_TYPE_BUTTON)

static void
kist_choice_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_CHOICE_BUTTON);
  G_OBJECT_CLASS (kist_choice_button_parent_class)->dispose (object);
}

static void
kist_choice_button_class_init (KistChoiceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_choice_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/practise/kist-choice-button.ui");
  gtk_widget_class_bind_template_child (widget_class, KistChoiceButton, number);
  gtk_widget_class_bind_template_child (widget_class, KistChoiceButton, text);
  gtk_widget_class_bind_template_child (widget_class, KistChoiceButton, taken);
}

static void
kist_choice_button_init (KistChoiceButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_choice_button_new:
 * @text: what can be chosen
 * @number: the key that chooses it, 1 to 9, to be shown; else 0
 * @was_taken: whether it was chosen before going back
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
kist_choice_button_new (const char *text, unsigned number, gboolean was_taken)
{
  KistChoiceButton *self = g_object_new (KIST_TYPE_CHOICE_BUTTON, NULL);

  gtk_label_set_text (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (number > 0)
    {
      g_autofree char *key = g_strdup_printf ("%u", number);

      gtk_label_set_text (self->number, key);
      gtk_widget_set_visible (GTK_WIDGET (self->number), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->taken), was_taken);
  if (was_taken)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ ("You chose this before"), -1);
  return GTK_WIDGET (self);
}
