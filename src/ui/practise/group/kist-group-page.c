#include "kist-config.h"

#include "kist-group-page.h"

#include "ui/practise/kist-player.h"

struct _KistGroupPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  AdwClamp       *content;
};

G_DEFINE_FINAL_TYPE (KistGroupPage, kist_group_page, ADW_TYPE_NAVIGATION_PAGE)

static void
kist_group_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_GROUP_PAGE);
  G_OBJECT_CLASS (kist_group_page_parent_class)->dispose (object);
}

static void
kist_group_page_class_init (KistGroupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_group_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/practise/group/kist-group-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistGroupPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KistGroupPage, content);
}

static void
kist_group_page_init (KistGroupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_group_page_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Decide step of it
 *
 * Returns: (transfer floating) (nullable): the page, or %NULL when the step has no scenario that can be used
 */
AdwNavigationPage *
kist_group_page_new (KistServices *services, KistThing *thing, KistStep *step)
{
  KistGroupPage *self;
  GtkWidget     *player = kist_player_new (services, thing, step, TRUE);

  if (!player)
    return NULL;

  self = g_object_new (KIST_TYPE_GROUP_PAGE, NULL);
  adw_window_title_set_subtitle (self->window_title, kist_step_get_title (step));
  adw_clamp_set_child (self->content, player);
  return ADW_NAVIGATION_PAGE (self);
}
