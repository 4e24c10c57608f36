#include "kist-config.h"

#include "kist-post-row.h"

#include <glib/gi18n.h>

#include "kist-thing-chooser.h"
#include "ui/kist-wording.h"

struct _KistPostRow
{
  GtkBox parent_instance;

  KistServices     *services; /* (owned) */
  KistIncomingPost *post;     /* (owned) (nullable) while it shows none */
  GBindingGroup    *bindings; /* (owned) */
  GSignalGroup     *signals;  /* (owned) */

  GtkCheckButton *check;
  GtkLabel       *title;
  GtkLabel       *excerpt;
  GtkLabel       *detail;
  GtkLabel       *note;
  GtkMenuButton  *thing;
};

G_DEFINE_FINAL_TYPE (KistPostRow, kist_post_row, GTK_TYPE_BOX)

static const char *
title_of (KistIncomingPost *post)
{
  const char *title = kist_incoming_post_get_post (post)->title;

  return *title ? title : _ ("Untitled");
}

static const char *
thing_title_of (KistIncomingPost *post)
{
  KistThing *thing = kist_incoming_post_get_thing (post);

  return thing ? kist_thing_get_title (thing) : _ ("No Thing");
}

/* The day, the words, whether the world could read it. */
static char *
dup_detail (KistServices *services, KistIncomingPost *post)
{
  const KistPost  *read = kist_incoming_post_get_post (post);
  gint64           time = kist_post_get_time (read);
  g_autofree char *words = kist_wording_dup_words (kist_incoming_post_get_words (post));
  g_autofree char *day =
      time ? kist_wording_dup_day (kist_services_get_clock (services), time) : g_strdup (_ ("No day"));

  return read->is_draft ? g_strdup_printf ("%s · %s · %s", day, words, _ ("Draft"))
                        : g_strdup_printf ("%s · %s", day, words);
}

static const char *
note_of (KistIncomingPost *post)
{
  switch (kist_incoming_post_get_state (post))
    {
    case KIST_INCOMING_KNOWN:
      return _ ("In the journal already");
    case KIST_INCOMING_TWICE:
      return _ ("Twice in this blog");
    case KIST_INCOMING_NEW:
    default:
      return kist_incoming_post_needs_look (post) ? _ ("Only a word or a line points to this Thing: is it right?")
                                                  : NULL;
    }
}

static void
show_thing (KistPostRow *self)
{
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (self->thing, thing_title_of (self->post));
  /* Translators: %s are a Thing's title, or "No Thing", and a post's title */
  name = g_strdup_printf (_ ("Thing: %s, of “%s”"), thing_title_of (self->post), title_of (self->post));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->thing), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
chosen_cb (KistPostRow *self, KistThing *thing)
{
  if (self->post)
    kist_incoming_post_set_thing (self->post, thing);
}

static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  KistPostRow *self = data;
  GtkWidget   *chooser =
      kist_thing_chooser_new (kist_services_get_library (self->services), kist_incoming_post_get_thing (self->post));

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, chooser);
}

static void
kist_post_row_dispose (GObject *object)
{
  KistPostRow *self = KIST_POST_ROW (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->post);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_POST_ROW);
  G_OBJECT_CLASS (kist_post_row_parent_class)->dispose (object);
}

static void
kist_post_row_class_init (KistPostRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_post_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/blog/kist-post-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPostRow, check);
  gtk_widget_class_bind_template_child (widget_class, KistPostRow, title);
  gtk_widget_class_bind_template_child (widget_class, KistPostRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, KistPostRow, detail);
  gtk_widget_class_bind_template_child (widget_class, KistPostRow, note);
  gtk_widget_class_bind_template_child (widget_class, KistPostRow, thing);
}

static void
kist_post_row_init (KistPostRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->thing, create_popover_cb, self, NULL);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "is-included", self->check, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->signals = g_signal_group_new (KIST_TYPE_INCOMING_POST);
  g_signal_group_connect_swapped (self->signals, "notify::thing", G_CALLBACK (show_thing), self);
}

/**
 * kist_post_row_new:
 * @services: the services
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
kist_post_row_new (KistServices *services)
{
  KistPostRow *self = g_object_new (KIST_TYPE_POST_ROW, NULL);

  self->services = g_object_ref (services);
  return GTK_WIDGET (self);
}

/**
 * kist_post_row_show:
 * @self: a row
 * @post: (nullable): the post to show and to change, or none
 */
void
kist_post_row_show (KistPostRow *self, KistIncomingPost *post)
{
  g_autofree char *detail = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (KIST_IS_POST_ROW (self));

  gtk_menu_button_popdown (self->thing);
  g_signal_group_set_target (self->signals, post);
  g_binding_group_set_source (self->bindings, post);
  g_set_object (&self->post, post);
  if (!post)
    return;

  detail = dup_detail (self->services, post);
  gtk_label_set_text (self->title, title_of (post));
  gtk_label_set_text (self->excerpt, kist_incoming_post_get_excerpt (post));
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt), *kist_incoming_post_get_excerpt (post) != '\0');
  gtk_label_set_text (self->detail, detail);
  gtk_label_set_text (self->note, note_of (post) ? note_of (post) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note_of (post) != NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self->note), kist_incoming_post_needs_look (post)
                                                           ? (const char *[]){ "caption", "warning", NULL }
                                                           : (const char *[]){ "caption", "dimmed", NULL });
  /* Translators: %s is a post's title */
  name = g_strdup_printf (_ ("Bring in “%s”"), title_of (post));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_thing (self);
}

/**
 * kist_post_row_dup_name:
 * @services: the services
 * @post: a post
 *
 * Returns: (transfer full): what a screen reader says of its row
 */
char *
kist_post_row_dup_name (KistServices *services, KistIncomingPost *post)
{
  g_autofree char *detail = NULL;
  const char      *note;

  g_return_val_if_fail (KIST_IS_SERVICES (services) && KIST_IS_INCOMING_POST (post), NULL);

  detail = dup_detail (services, post);
  note = note_of (post);
  return note ? g_strdup_printf ("%s, %s, %s", title_of (post), detail, note)
              : g_strdup_printf ("%s, %s", title_of (post), detail);
}
