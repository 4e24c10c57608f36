#include "kist-config.h"

#include "kist-code-page.h"

#include <glib/gi18n.h>

#include "kist-code-wording.h"
#include "library/kist-record.h"
#include "ui/journal/links/kist-mentions-group.h"
#include "ui/journal/links/kist-reference-target.h"
#include "ui/kist-wording.h"
#include "ui/learn/kist-thing-row.h"
#include "ui/record/kist-link-row.h"

struct _KistCodePage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  char         *code;     /* (owned) */
  GPtrArray    *rows;     /* (element-type GtkWidget) (unowned) of touches */
  unsigned      n_events; /* that rows say */
  gboolean      has_things;

  GtkLabel            *title;
  GtkLabel            *edition;
  GtkLabel            *text;
  AdwPreferencesGroup *touches;
  KistMentionsGroup   *mentions;
  AdwPreferencesGroup *things;
  GtkWidget           *write;
};

G_DEFINE_FINAL_TYPE (KistCodePage, kist_code_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_touch (KistCodePage *self, const KistCodeTouch *touch)
{
  KistClock       *clock = kist_services_get_clock (self->services);
  g_autofree char *title = kist_code_wording_dup_touch (touch);
  g_autofree char *day = kist_wording_dup_day (clock, touch->time);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s · %s", kist_code_wording_kind (touch), day, kist_thing_get_title (touch->thing));
  GtkWidget *row =
      kist_link_row_new (title, subtitle, "win.open-step",
                         g_variant_new ("(ss)", kist_thing_get_key (touch->thing), kist_step_get_id (touch->step)));

  adw_preferences_group_add (self->touches, row);
  g_ptr_array_add (self->rows, row);
}

static void
update (KistCodePage *self)
{
  GPtrArray *events = kist_services_get_events (self->services);
  g_autoptr (GHashTable) all = kist_code_touches_of (kist_services_get_library (self->services), events);
  GPtrArray *touches = g_hash_table_lookup (all, self->code);

  self->n_events = events->len;
  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->touches, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (unsigned i = 0; touches && i < touches->len; i++)
    add_touch (self, g_ptr_array_index (touches, i));
  if (touches)
    adw_preferences_group_set_description (self->touches, NULL);
  else if (self->has_things)
    adw_preferences_group_set_description (self->touches, _ ("None yet. Begin with a Thing that touches it."));
  else
    adw_preferences_group_set_description (self->touches, _ ("None yet, and none of your packs has a Thing for it. You "
                                                             "can write about it in your journal."));
  gtk_widget_set_visible (self->write, !touches && !self->has_things);
}

static void
update_if_changed (KistCodePage *self)
{
  if (kist_services_get_events (self->services)->len != self->n_events)
    update (self);
}

static void
describe (KistCodePage *self)
{
  KistLibrary     *library = kist_services_get_library (self->services);
  KistFramework   *framework;
  const KistCode  *code = kist_library_lookup_code (library, self->code, &framework);
  const char      *id = kist_framework_get_id (framework);
  gboolean         is_element = g_str_equal (id, KIST_RECORD_FRAMEWORK);
  g_autofree char *title = is_element ? g_strdup (code->title) : g_strdup_printf ("%s %s", code->number, code->title);
  g_autoptr (GPtrArray) things =
      is_element ? kist_record_find_things (library, code->number) : kist_code_find_things (library, self->code);
  g_autoptr (KistReference) reference = kist_reference_target_refer_to (id, code->number);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->edition, kist_framework_get_title (framework));
  gtk_label_set_text (self->text, code->text);
  for (unsigned i = 0; i < things->len; i++)
    adw_preferences_group_add (self->things, kist_thing_row_new (self->services, g_ptr_array_index (things, i)));
  self->has_things = things->len > 0;
  if (reference)
    kist_mentions_group_set_up (self->mentions, self->services, reference);
  /* What was done for an element is in the record. */
  gtk_widget_set_visible (GTK_WIDGET (self->touches), !is_element);
  gtk_widget_set_visible (GTK_WIDGET (self->things), self->has_things);
}

static void
changed_cb (KistCodePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_if_changed (self);
}

static void
kist_code_page_showing (AdwNavigationPage *page)
{
  update_if_changed (KIST_CODE_PAGE (page));
  ADW_NAVIGATION_PAGE_CLASS (kist_code_page_parent_class)->showing (page);
}

static void
kist_code_page_dispose (GObject *object)
{
  KistCodePage *self = KIST_CODE_PAGE (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_CODE_PAGE);
  G_OBJECT_CLASS (kist_code_page_parent_class)->dispose (object);
}

static void
kist_code_page_class_init (KistCodePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_code_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = kist_code_page_showing;

  g_type_ensure (KIST_TYPE_MENTIONS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/codes/kist-code-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistCodePage, title);
  gtk_widget_class_bind_template_child (widget_class, KistCodePage, edition);
  gtk_widget_class_bind_template_child (widget_class, KistCodePage, text);
  gtk_widget_class_bind_template_child (widget_class, KistCodePage, touches);
  gtk_widget_class_bind_template_child (widget_class, KistCodePage, mentions);
  gtk_widget_class_bind_template_child (widget_class, KistCodePage, things);
  gtk_widget_class_bind_template_child (widget_class, KistCodePage, write);
}

static void
kist_code_page_init (KistCodePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_code_page_new:
 * @services: the services
 * @code: "workers-2024/2.8"
 *
 * Returns: (transfer floating) (nullable): the page, or %NULL when no pack has the code
 */
AdwNavigationPage *
kist_code_page_new (KistServices *services, const char *code)
{
  KistCodePage *self;

  if (!kist_library_lookup_code (kist_services_get_library (services), code, NULL))
    return NULL;

  self = g_object_new (KIST_TYPE_CODE_PAGE, NULL);
  self->services = g_object_ref (services);
  self->code = g_strdup (code);
  describe (self);
  g_signal_connect_object (services, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
