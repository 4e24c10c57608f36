#include "kist-config.h"

#include "kist-thing-page.h"

#include <glib/gi18n.h>

#include "kist-step-row.h"
#include "ui/journal/links/kist-mentions-group.h"
#include "ui/kist-pages.h"
#include "ui/kist-wording.h"
#include "ui/widgets/kist-document-view.h"
#include "ui/widgets/kist-step-bar.h"

struct _KistThingPage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  KistThing    *thing;    /* (owned) */

  GtkLabel            *title;
  GtkLabel            *state;
  KistStepBar         *bar;
  KistDocumentView    *intro;
  GtkButton           *go_on;
  AdwPreferencesGroup *steps;
  GtkWidget           *badge_group;
  AdwActionRow        *badge_row;
  AdwPreferencesGroup *codes;
  KistMentionsGroup   *mentions;
  AdwExpanderRow      *sources;
  gboolean             has_sources; /* their rows were made */
};

G_DEFINE_FINAL_TYPE (KistThingPage, kist_thing_page, ADW_TYPE_NAVIGATION_PAGE)

static KistStep *
next_step (KistThingPage *self)
{
  return kist_completion_next_step (kist_services_get_library (self->services),
                                    kist_services_get_progress (self->services), self->thing, NULL);
}

static void
update (KistThingPage *self)
{
  KistCompletion   completion = kist_completion_of_thing (kist_services_get_library (self->services),
                                                          kist_services_get_progress (self->services), self->thing);
  KistStep        *step = next_step (self);
  g_autofree char *state = kist_wording_dup_thing_state (&completion);
  g_autofree char *minutes = kist_wording_dup_minutes (kist_thing_get_minutes (self->thing));
  g_autofree char *line = g_strdup_printf ("%s · %s", minutes, state);
  g_autofree char *label = NULL;

  gtk_label_set_text (self->state, line);
  kist_step_bar_set_steps (self->bar, completion.done, completion.total);
  gtk_widget_set_visible (GTK_WIDGET (self->go_on), step != NULL);
  if (step)
    {
      label = g_strdup_printf (completion.state == KIST_STATE_NOT_STARTED ? _ ("Begin: %s") : _ ("Continue: %s"),
                               kist_step_get_title (step));
      gtk_button_set_label (self->go_on, label);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->go_on)), PANGO_ELLIPSIZE_END);
    }
}

static void
add_steps (KistThingPage *self)
{
  for (unsigned i = 0; i < kist_thing_get_n_steps (self->thing); i++)
    adw_preferences_group_add (
        self->steps, kist_step_row_new (self->services, self->thing, kist_thing_get_step (self->thing, i), FALSE));
}

static void
show_badge (KistThingPage *self)
{
  const char *id = kist_thing_get_badge (self->thing);
  KistBadge  *badge = id ? kist_library_lookup_badge (kist_services_get_library (self->services), id) : NULL;

  gtk_widget_set_visible (self->badge_group, badge != NULL);
  if (!badge)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->badge_row), kist_badge_get_title (badge));
  adw_action_row_set_subtitle (self->badge_row, kist_badge_get_issuer (badge));
}

static void
code_activated_cb (KistThingPage *self, AdwActionRow *row)
{
  const char *const *codes = kist_thing_get_codes (self->thing);
  int                index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-code", "s", codes[index]);
}

/* The framework that all codes of the Thing are from; %NULL when they are from several. */
static KistFramework *
shared_framework (KistThingPage *self)
{
  const char *const *codes = kist_thing_get_codes (self->thing);
  KistFramework     *shared = NULL;

  for (unsigned i = 0; codes && codes[i]; i++)
    {
      KistFramework *framework = NULL;

      kist_library_lookup_code (kist_services_get_library (self->services), codes[i], &framework);
      if (!framework || (shared && framework != shared))
        return NULL;
      shared = framework;
    }
  return shared;
}

static void
add_codes (KistThingPage *self)
{
  const char *const *codes = kist_thing_get_codes (self->thing);
  KistFramework     *shared = shared_framework (self);

  if (shared)
    {
      g_autofree char *title = g_markup_escape_text (kist_framework_get_title (shared), -1);

      adw_preferences_group_set_description (self->codes, title);
    }
  for (unsigned i = 0; codes && codes[i]; i++)
    {
      KistFramework  *framework;
      const KistCode *code =
          kist_library_lookup_code (kist_services_get_library (self->services), codes[i], &framework);
      GtkWidget       *row = adw_action_row_new ();
      g_autofree char *title = code ? g_strdup_printf ("%s %s", code->number, code->title) : g_strdup (codes[i]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      if (code && !shared)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kist_framework_get_title (framework));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), code != NULL);
      g_signal_connect_object (row, "activated", G_CALLBACK (code_activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->codes, row);
      gtk_widget_set_visible (GTK_WIDGET (self->codes), TRUE);
    }
}

static void
add_mentions (KistThingPage *self)
{
  g_auto (GStrv) parts = g_strsplit (kist_thing_get_key (self->thing), "/", 2);
  g_autoptr (KistReference) reference = kist_reference_new (KIST_REFERENCE_THING, (const char *const *)parts);

  if (reference)
    kist_mentions_group_set_up (self->mentions, self->services, reference);
}

static void
show_licence (KistThingPage *self)
{
  const char *licence = kist_thing_get_licence (self->thing);

  if (licence)
    adw_expander_row_set_subtitle (self->sources, licence);
}

/* A dozen rows that most never look at: made when somebody does. */
static void
sources_expanded_cb (KistThingPage *self)
{
  const char *const *sources = kist_thing_get_sources (self->thing);

  if (self->has_sources || !adw_expander_row_get_expanded (self->sources))
    return;
  self->has_sources = TRUE;
  for (unsigned i = 0; sources && sources[i]; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sources[i]);
      adw_expander_row_add_row (self->sources, row);
    }
}

static void
go_on_clicked_cb (KistThingPage *self)
{
  KistStep *step = next_step (self);

  if (step)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-step", "(ss)", kist_thing_get_key (self->thing),
                                kist_step_get_id (step));
}

static void
badge_activated_cb (KistThingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-badge", "s", kist_thing_get_badge (self->thing));
}

static void
link_activated_cb (KistThingPage *self, const char *address)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", address);
}

static void
kist_thing_page_dispose (GObject *object)
{
  KistThingPage *self = KIST_THING_PAGE (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_THING_PAGE);
  G_OBJECT_CLASS (kist_thing_page_parent_class)->dispose (object);
}

static void
kist_thing_page_class_init (KistThingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_thing_page_dispose;

  g_type_ensure (KIST_TYPE_DOCUMENT_VIEW);
  g_type_ensure (KIST_TYPE_STEP_BAR);
  g_type_ensure (KIST_TYPE_MENTIONS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/learn/kist-thing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, title);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, state);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, intro);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, go_on);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, steps);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, badge_group);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, badge_row);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, codes);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, mentions);
  gtk_widget_class_bind_template_child (widget_class, KistThingPage, sources);
  gtk_widget_class_bind_template_callback (widget_class, go_on_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, badge_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sources_expanded_cb);
}

static void
kist_thing_page_init (KistThingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->intro, "link-activated", G_CALLBACK (link_activated_cb), self);
}

/**
 * kist_thing_page_new:
 * @services: the services
 * @thing: the Thing
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_thing_page_new (KistServices *services, KistThing *thing)
{
  g_autofree char *folder = NULL;
  KistThingPage   *self = g_object_new (KIST_TYPE_THING_PAGE, "title", kist_thing_get_title (thing), NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  gtk_label_set_text (self->title, kist_thing_get_title (thing));
  folder = kist_pages_dup_folder (services, thing);
  kist_document_view_set_base_folder (self->intro, folder);
  kist_document_view_set_document (self->intro, kist_thing_get_intro (thing));
  add_steps (self);
  show_badge (self);
  add_codes (self);
  add_mentions (self);
  show_licence (self);
  g_signal_connect_object (services, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
