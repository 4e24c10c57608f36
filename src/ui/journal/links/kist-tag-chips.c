#include "kist-config.h"

#include "kist-tag-chips.h"

#include <glib/gi18n.h>

struct _KistTagChips
{
  AdwBin parent_instance;

  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (KistTagChips, kist_tag_chips, ADW_TYPE_BIN)

enum
{
  REMOVE,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0, g_variant_get_string (parameter, NULL));
}

static void
kist_tag_chips_class_init (KistTagChipsClass *klass)
{
  /**
   * KistTagChips::remove:
   * @self: the chips
   * @tag: one of the tags
   *
   * The person wants that tag no more.
   */
  signals[REMOVE] = g_signal_new ("remove", KIST_TYPE_TAG_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "tag.remove", "s", remove_action);
}

static void
kist_tag_chips_init (KistTagChips *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static GtkWidget *
create_button (GtkWidget *child, const char *name, const char *action, const char *tag)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tag);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
create_chip (const char *tag, const char *action, gboolean can_remove)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (tag);
  /* Translators: %s is a tag of entries */
  g_autofree char *showing = g_strdup_printf (_ ("Tag %s: show its entries"), tag);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "kist-tag");
  gtk_box_append (GTK_BOX (chip), create_button (label, showing, action, tag));
  if (can_remove)
    {
      /* Translators: %s is a tag of an entry */
      g_autofree char *removing = g_strdup_printf (_ ("Remove the tag %s"), tag);
      GtkWidget       *remove =
          create_button (gtk_image_new_from_icon_name ("window-close-symbolic"), removing, "tag.remove", tag);

      gtk_widget_set_tooltip_text (remove, removing);
      gtk_box_append (GTK_BOX (chip), remove);
    }
  return chip;
}

/**
 * kist_tag_chips_show:
 * @self: the chips
 * @tags: (array zero-terminated=1): the tags; without any the chips hide
 * @action: what shows the entries under a tag, with the tag as its parameter: "win.show-tag"
 * @can_remove: whether each can be taken away
 */
void
kist_tag_chips_show (KistTagChips *self, const char *const *tags, const char *action, gboolean can_remove)
{
  GtkWidget *chip;

  g_return_if_fail (KIST_IS_TAG_CHIPS (self) && tags != NULL && action != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), *tags != NULL);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    adw_wrap_box_remove (self->box, chip);
  for (; *tags; tags++)
    adw_wrap_box_append (self->box, create_chip (*tags, action, can_remove));
}
