#include "kist-config.h"

#include "kist-tag-bar.h"

struct _KistTagBar
{
  AdwBin parent_instance;

  KistTagScope *scope; /* (owned) (nullable) until it is set */

  GtkLabel *tag;
};

G_DEFINE_FINAL_TYPE (KistTagBar, kist_tag_bar, ADW_TYPE_BIN)

static void
update (KistTagBar *self)
{
  const char *tag = kist_tag_scope_get_tag (self->scope);

  gtk_label_set_text (self->tag, tag ? tag : "");
  gtk_widget_set_visible (GTK_WIDGET (self), tag != NULL);
}

static void
kist_tag_bar_dispose (GObject *object)
{
  g_clear_object (&KIST_TAG_BAR (object)->scope);
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_TAG_BAR);
  G_OBJECT_CLASS (kist_tag_bar_parent_class)->dispose (object);
}

static void
kist_tag_bar_class_init (KistTagBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_tag_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/links/kist-tag-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KistTagBar, tag);
}

static void
kist_tag_bar_init (KistTagBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_tag_bar_set_scope:
 * @self: a bar that has no scope yet
 * @scope: which entries are shown
 */
void
kist_tag_bar_set_scope (KistTagBar *self, KistTagScope *scope)
{
  g_return_if_fail (KIST_IS_TAG_BAR (self) && KIST_IS_TAG_SCOPE (scope) && !self->scope);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (scope, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
