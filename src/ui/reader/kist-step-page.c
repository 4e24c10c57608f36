#include "kist-config.h"

#include "kist-step-page.h"

#include <glib/gi18n.h>

#include "kist-activity.h"
#include "kist-find-bar.h"
#include "ui/practise/kist-scenario-menu.h"
#include "ui/kist-quote.h"
#include "ui/kist-pages.h"
#include "ui/kist-wording.h"
#include "ui/widgets/kist-document-view.h"

/* The place is written when the scrolling has rested this long, so that a kill loses no more than it. */
#define REST_MS 800
/* The end counts as seen when it is this near, in pixels: the last line need not touch the edge. */
#define END_SLACK 48
#define ZOOM_STEP 0.1

struct _KistStepPage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */
  KistStep     *step;     /* (owned) */
  GSettings    *settings; /* (owned) */
  unsigned      rest_source;
  gboolean      is_shown; /* only what was seen can be read */

  AdwWindowTitle    *window_title;
  KistFindBar       *find_bar;
  GtkScrolledWindow *scrolled;
  GtkLabel          *overline;
  GtkLabel          *title;
  GtkLabel          *state;
  KistDocumentView  *text;
  AdwBin            *activity;
  GtkButton         *next;
  GtkMenuButton     *menu_button;
  GMenuModel        *reading_menu;
  GMenuModel        *quote_menu;
};

G_DEFINE_FINAL_TYPE (KistStepPage, kist_step_page, ADW_TYPE_NAVIGATION_PAGE)

static KistStep *
next_step (KistStepPage *self)
{
  KistStep *step = kist_completion_next_step (kist_services_get_library (self->services),
                                              kist_services_get_progress (self->services), self->thing, self->step);

  return step == self->step ? NULL : step;
}

static void
update (KistStepPage *self)
{
  KistCompletion completion = kist_completion_of_step (
      kist_services_get_library (self->services), kist_services_get_progress (self->services), self->thing, self->step);
  KistStep        *next = next_step (self);
  g_autofree char *minutes = kist_wording_dup_minutes (kist_step_get_minutes (self->step));
  g_autofree char *state = kist_wording_dup_step_state (kist_step_get_kind (self->step), &completion);
  g_autofree char *line = g_strdup_printf ("%s · %s", minutes, state);

  gtk_label_set_text (self->state, line);
  gtk_widget_set_visible (GTK_WIDGET (self->next), next != NULL);
  if (next)
    {
      g_autofree char *label = g_strdup_printf (_ ("Next: %s"), kist_step_get_title (next));

      gtk_button_set_label (self->next, label);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->next)), PANGO_ELLIPSIZE_END);
    }
  if (completion.state == KIST_STATE_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->next), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->next), "suggested-action");
}

static char *
dup_place_key (KistStepPage *self)
{
  return g_strdup_printf ("step:%s/%s", kist_thing_get_key (self->thing), kist_step_get_id (self->step));
}

static void
save_last (KistStepPage *self)
{
  g_autoptr (KistPlace) last = kist_place_new ("last");

  last->thing = g_strdup (kist_thing_get_key (self->thing));
  last->step = g_strdup (kist_step_get_id (self->step));
  kist_services_save_place (self->services, last);
}

static void
save_place (KistStepPage *self)
{
  g_autofree char *key = dup_place_key (self);
  g_autoptr (KistPlace) place = NULL;
  unsigned block;
  double   fraction;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (!self->is_shown || !kist_document_view_get_position (self->text, &block, &fraction))
    return;

  place = kist_place_new (key);
  place->block = block;
  place->fraction = fraction;
  kist_services_save_place (self->services, place);
}

static gboolean
rested_cb (gpointer data)
{
  KistStepPage *self = data;

  self->rest_source = 0;
  save_place (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_for_reading (KistStepPage *self)
{
  KistStepKind kind = kist_step_get_kind (self->step);

  return kind == KIST_STEP_READ || kind == KIST_STEP_WATCH;
}

static void
record_read (KistStepPage *self)
{
  const KistStepFacts *facts;

  if (!is_for_reading (self))
    return;

  facts = kist_progress_get_step (kist_services_get_progress (self->services), kist_thing_get_key (self->thing),
                                  kist_step_get_id (self->step));
  if (!facts || !facts->is_read)
    kist_services_record (self->services, KIST_VERB_READ, self->thing, self->step, NULL, 0, NULL, NULL);
}

static void
scrolled_cb (KistStepPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double         end = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);

  if (!self->is_shown)
    return;
  if (end >= gtk_adjustment_get_upper (adjustment) - END_SLACK && gtk_adjustment_get_page_size (adjustment) > 0)
    record_read (self);
  if (!self->rest_source)
    self->rest_source = g_timeout_add (REST_MS, rested_cb, self);
}

static void
zoom_changed_cb (KistStepPage *self)
{
  kist_document_view_set_zoom (self->text, g_settings_get_double (self->settings, "text-zoom"));
}

static void
zoom (KistStepPage *self, double change)
{
  double now = g_settings_get_double (self->settings, "text-zoom");

  g_settings_set_double (self->settings, "text-zoom",
                         CLAMP (now + change, KIST_DOCUMENT_VIEW_MIN_ZOOM, KIST_DOCUMENT_VIEW_MAX_ZOOM));
}

static void
zoom_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistStepPage *self = KIST_STEP_PAGE (widget);

  if (g_str_equal (action, "step.zoom-in"))
    zoom (self, ZOOM_STEP);
  else if (g_str_equal (action, "step.zoom-out"))
    zoom (self, -ZOOM_STEP);
  else
    g_settings_reset (self->settings, "text-zoom");
}

/* Whoever wants to play with the team looks here, too. */
static void
add_scenario_menu (KistStepPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) scenario = NULL;

  if (!kist_library_lookup_scenario (kist_services_get_library (self->services), self->thing, self->step))
    return;
  scenario = kist_scenario_menu_new (self->thing, self->step);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (scenario));
  for (int i = 0; i < g_menu_model_get_n_items (self->reading_menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (self->reading_menu, i, G_MENU_LINK_SECTION);

      g_menu_append_section (menu, NULL, section);
    }
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), _ ("Playing and Reading Options"));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistStepPage *self = KIST_STEP_PAGE (widget);

  kist_find_bar_open (self->find_bar);
}

static void
quote_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistStepPage    *self = KIST_STEP_PAGE (widget);
  g_autofree char *selection = kist_document_view_dup_selection (self->text);

  kist_quote_into_journal (widget, self->services, self->thing, selection);
}

static void
next_clicked_cb (KistStepPage *self)
{
  KistStep *step;

  record_read (self);
  step = next_step (self);
  if (step)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-step", "(ss)", kist_thing_get_key (self->thing),
                                kist_step_get_id (step));
}

static void
overview_clicked_cb (KistStepPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-thing", "s", kist_thing_get_key (self->thing));
}

static void
link_activated_cb (KistStepPage *self, const char *address)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", address);
}

static void
kist_step_page_shown (AdwNavigationPage *page)
{
  KistStepPage *self = KIST_STEP_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (kist_step_page_parent_class)->shown (page);
  self->is_shown = TRUE;
  save_last (self);
  scrolled_cb (self);
}

static void
kist_step_page_showing (AdwNavigationPage *page)
{
  KistStepPage        *self = KIST_STEP_PAGE (page);
  g_autofree char     *key = dup_place_key (self);
  const KistPlace     *place = kist_services_get_place (self->services, key);
  const KistStepFacts *facts = kist_progress_get_step (kist_services_get_progress (self->services),
                                                       kist_thing_get_key (self->thing), kist_step_get_id (self->step));

  ADW_NAVIGATION_PAGE_CLASS (kist_step_page_parent_class)->showing (page);
  if (place)
    kist_document_view_scroll_to (self->text, (unsigned)place->block, place->fraction);
  if (!facts || facts->first == 0)
    kist_services_record (self->services, KIST_VERB_OPENED, self->thing, self->step, NULL, 0, NULL, NULL);
}

static void
kist_step_page_hiding (AdwNavigationPage *page)
{
  KistStepPage *self = KIST_STEP_PAGE (page);

  save_place (self);
  self->is_shown = FALSE;
  ADW_NAVIGATION_PAGE_CLASS (kist_step_page_parent_class)->hiding (page);
}

static void
kist_step_page_dispose (GObject *object)
{
  KistStepPage *self = KIST_STEP_PAGE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_STEP_PAGE);
  G_OBJECT_CLASS (kist_step_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/reader/kist-step-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, overline);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, title);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, state);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, text);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, activity);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, next);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, reading_menu);
  gtk_widget_class_bind_template_child (widget_class, KistStepPage, quote_menu);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, overview_clicked_cb);
}

static void
kist_step_page_class_init (KistStepPageClass *klass)
{
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_step_page_dispose;
  page_class->showing = kist_step_page_showing;
  page_class->shown = kist_step_page_shown;
  page_class->hiding = kist_step_page_hiding;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  g_type_ensure (KIST_TYPE_FIND_BAR);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "step.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "step.quote", NULL, quote_action);
  gtk_widget_class_install_action (widget_class, "step.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "step.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "step.zoom-normal", NULL, zoom_action);
}

static void
kist_step_page_init (KistStepPage *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (KIST_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::text-zoom", G_CALLBACK (zoom_changed_cb), self, G_CONNECT_SWAPPED);
  zoom_changed_cb (self);

  kist_find_bar_set_view (self->find_bar, self->text);
  g_signal_connect_swapped (self->text, "link-activated", G_CALLBACK (link_activated_cb), self);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kist_step_page_new:
 * @services: the services
 * @thing: a Thing
 * @step: a step of it
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_step_page_new (KistServices *services, KistThing *thing, KistStep *step)
{
  KistStepPage    *self = g_object_new (KIST_TYPE_STEP_PAGE, "title", kist_step_get_title (step), NULL);
  GtkWidget       *activity;
  g_autofree char *folder = kist_pages_dup_folder (services, thing);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  adw_window_title_set_title (self->window_title, kist_step_get_title (step));
  adw_window_title_set_subtitle (self->window_title, kist_thing_get_title (thing));
  gtk_label_set_text (self->overline, kist_wording_step_kind (kist_step_get_kind (step)));
  gtk_label_set_text (self->title, kist_step_get_title (step));
  kist_document_view_set_base_folder (self->text, folder);
  kist_document_view_set_extra_menu (self->text, self->quote_menu);
  kist_document_view_set_document (self->text, kist_step_get_document (step));
  add_scenario_menu (self);
  activity = kist_activity_new (services, thing, step);
  adw_bin_set_child (self->activity, activity);
  gtk_widget_set_visible (GTK_WIDGET (self->activity), activity != NULL);
  g_signal_connect_object (services, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (services, "flush", G_CALLBACK (save_place), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
