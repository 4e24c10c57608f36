#include "kist-config.h"

#include "kist-home-page.h"

#include <glib/gi18n.h>

#include "ui/kist-wording.h"
#include "ui/learn/kist-step-row.h"
#include "ui/learn/kist-thing-row.h"
#include "ui/widgets/kist-ring.h"

#define MAX_STEPS 4
#define MAX_DRAFTS 3
#define MAX_THINGS 8

struct _KistHomePage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  GPtrArray    *rows;     /* (element-type GtkWidget) the rows of all groups, made anew on every change */
  char         *thing;    /* (owned) (nullable) where Continue leads */
  char         *step;     /* (owned) (nullable) */
  char         *entry;    /* (owned) (nullable) */

  GtkWidget           *continue_card;
  GtkLabel            *overline;
  GtkLabel            *headline;
  GtkLabel            *detail;
  KistRing            *ring;
  GtkButton           *go_on;
  AdwPreferencesGroup *fitting;
  AdwToggleGroup      *minutes;
  AdwPreferencesGroup *drafts;
  AdwPreferencesGroup *things;
};

G_DEFINE_FINAL_TYPE (KistHomePage, kist_home_page, ADW_TYPE_NAVIGATION_PAGE)

/* What the card says: computed from what is known, applied by show_card(). */
typedef struct
{
  const char *overline;
  char       *headline;
  char       *detail;
  const char *button;
  double      fraction;
  KistThing  *thing;
  KistStep   *step;
  KistEntry  *entry;
} Card;

static void
describe_step (KistHomePage *self, Card *card)
{
  KistLibrary     *library = kist_services_get_library (self->services);
  KistProgress    *progress = kist_services_get_progress (self->services);
  KistCompletion   completion = kist_completion_of_step (library, progress, card->thing, card->step);
  KistCompletion   whole = kist_completion_of_thing (library, progress, card->thing);
  g_autofree char *minutes = kist_wording_dup_minutes (kist_step_get_minutes (card->step));
  g_autofree char *state = kist_wording_dup_step_state (kist_step_get_kind (card->step), &completion);

  card->headline = g_strdup (kist_step_get_title (card->step));
  card->detail = g_strdup_printf ("%s · %s · %s", kist_thing_get_title (card->thing), minutes, state);
  card->fraction = whole.total > 0 ? (double)whole.done / whole.total : 0;
}

/* The last place when there is still something to do there, else the next step, else the first. */
static gboolean
find_card (KistHomePage *self, Card *card)
{
  KistLibrary     *library = kist_services_get_library (self->services);
  KistProgress    *progress = kist_services_get_progress (self->services);
  const KistPlace *place = kist_services_get_place (self->services, "last");
  g_autoptr (GArray) suggestions = NULL;

  card->overline = _ ("Where you left off");
  card->button = _ ("_Continue");
  if (place && place->entry)
    card->entry = kist_journal_lookup (kist_services_get_journal (self->services), place->entry);
  if (card->entry)
    return TRUE;

  card->thing = place && place->thing ? kist_library_lookup_thing (library, place->thing) : NULL;
  card->step = card->thing && place->step ? kist_thing_lookup_step (card->thing, place->step) : NULL;
  if (card->step && kist_completion_of_step (library, progress, card->thing, card->step).state == KIST_STATE_DONE)
    {
      card->step = kist_completion_next_step (library, progress, card->thing, card->step);
      card->overline = _ ("Next");
    }
  if (card->step)
    return TRUE;

  suggestions = kist_completion_suggest (library, progress, G_MAXUINT);
  if (suggestions->len == 0)
    return FALSE;
  card->thing = g_array_index (suggestions, KistSuggestion, 0).thing;
  card->step = g_array_index (suggestions, KistSuggestion, 0).step;
  if (kist_services_get_events (self->services)->len == 0)
    {
      card->overline = _ ("Welcome to Kist");
      card->button = _ ("_Begin");
    }
  else
    card->overline = _ ("Next");
  return TRUE;
}

static void
show_card (KistHomePage *self)
{
  Card     card = { 0 };
  gboolean found = find_card (self, &card);

  gtk_widget_set_visible (self->continue_card, found);
  g_clear_pointer (&self->thing, g_free);
  g_clear_pointer (&self->step, g_free);
  g_clear_pointer (&self->entry, g_free);
  if (!found)
    return;

  if (card.entry)
    {
      g_autofree char *words = kist_wording_dup_words (kist_entry_get_words (card.entry));

      self->entry = g_strdup (kist_entry_get_id (card.entry));
      card.headline =
          g_strdup (*kist_entry_get_title (card.entry) ? kist_entry_get_title (card.entry) : _ ("Untitled"));
      /* Translators: %s is a number of words, "54 words" */
      card.detail = g_strdup_printf (_ ("In your journal · %s"), words);
    }
  else
    {
      self->thing = g_strdup (kist_thing_get_key (card.thing));
      self->step = g_strdup (kist_step_get_id (card.step));
      describe_step (self, &card);
    }
  gtk_label_set_text (self->overline, card.overline);
  gtk_label_set_text (self->headline, card.headline);
  gtk_label_set_text (self->detail, card.detail);
  gtk_button_set_label (self->go_on, card.button);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), card.entry == NULL);
  kist_ring_set_fraction (self->ring, card.fraction);
  g_free (card.headline);
  g_free (card.detail);
}

static void
add_row (KistHomePage *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_fitting (KistHomePage *self)
{
  unsigned minutes = (unsigned)g_ascii_strtoull (adw_toggle_group_get_active_name (self->minutes), NULL, 10);
  g_autoptr (GArray) suggestions = kist_completion_suggest (kist_services_get_library (self->services),
                                                            kist_services_get_progress (self->services), minutes);

  gtk_widget_set_visible (GTK_WIDGET (self->fitting), suggestions->len > 0);
  for (unsigned i = 0; i < MIN (suggestions->len, MAX_STEPS); i++)
    {
      KistSuggestion *suggestion = &g_array_index (suggestions, KistSuggestion, i);

      add_row (self, self->fitting, kist_step_row_new (self->services, suggestion->thing, suggestion->step, TRUE));
    }
}

static void
draft_activated_cb (KistHomePage *self, AdwActionRow *row)
{
  g_autoptr (KistEntry) entry =
      g_list_model_get_item (kist_journal_get_entries (kist_services_get_journal (self->services)),
                             gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "s", kist_entry_get_id (entry));
}

static void
show_drafts (KistHomePage *self)
{
  GListModel *entries = kist_journal_get_entries (kist_services_get_journal (self->services));
  unsigned    n = MIN (g_list_model_get_n_items (entries), MAX_DRAFTS);

  gtk_widget_set_visible (GTK_WIDGET (self->drafts), n > 0);
  for (unsigned i = 0; i < n; i++)
    {
      g_autoptr (KistEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *words = kist_wording_dup_words (kist_entry_get_words (entry));
      g_autofree char *day =
          kist_wording_dup_day (kist_services_get_clock (self->services), kist_entry_get_updated (entry));
      g_autofree char *subtitle = g_strdup_printf ("%s · %s", day, words);
      GtkWidget       *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     *kist_entry_get_title (entry) ? kist_entry_get_title (entry) : _ ("Untitled"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_object (row, "activated", G_CALLBACK (draft_activated_cb), self, G_CONNECT_SWAPPED);
      add_row (self, self->drafts, row);
    }
}

/* Only what was begun: the rest is on Learn, and a long list of empty rings would be no quiet picture. */
static void
show_things (KistHomePage *self)
{
  KistLibrary  *library = kist_services_get_library (self->services);
  KistProgress *progress = kist_services_get_progress (self->services);
  unsigned      n_shown = 0;

  for (unsigned i = 0; i < kist_library_get_n_things (library) && n_shown < MAX_THINGS; i++)
    {
      KistThing *thing = kist_library_get_thing (library, i);

      if (kist_completion_of_thing (library, progress, thing).state == KIST_STATE_NOT_STARTED)
        continue;
      add_row (self, self->things, kist_thing_row_new (self->services, thing));
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->things), n_shown > 0);
}

static void
update (KistHomePage *self)
{
  for (unsigned i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)),
                                    row);
    }
  g_ptr_array_set_size (self->rows, 0);

  show_card (self);
  show_fitting (self);
  show_drafts (self);
  show_things (self);
}

/* Another page may be on top: what is under it is brought up to date when it shows again. */
static void
changed_cb (KistHomePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
go_on_clicked_cb (KistHomePage *self)
{
  if (self->entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "s", self->entry);
  else if (self->step)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-step", "(ss)", self->thing, self->step);
}

static void
minutes_changed_cb (KistHomePage *self)
{
  if (self->services)
    update (self);
}

static void
kist_home_page_showing (AdwNavigationPage *page)
{
  update (KIST_HOME_PAGE (page));
  ADW_NAVIGATION_PAGE_CLASS (kist_home_page_parent_class)->showing (page);
}

static void
kist_home_page_dispose (GObject *object)
{
  KistHomePage *self = KIST_HOME_PAGE (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->thing, g_free);
  g_clear_pointer (&self->step, g_free);
  g_clear_pointer (&self->entry, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_HOME_PAGE);
  G_OBJECT_CLASS (kist_home_page_parent_class)->dispose (object);
}

static void
kist_home_page_class_init (KistHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_home_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = kist_home_page_showing;

  g_type_ensure (KIST_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/home/kist-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, continue_card);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, overline);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, headline);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, detail);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, ring);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, go_on);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, fitting);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, minutes);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, drafts);
  gtk_widget_class_bind_template_child (widget_class, KistHomePage, things);
  gtk_widget_class_bind_template_callback (widget_class, go_on_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_changed_cb);
}

static void
kist_home_page_init (KistHomePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_home_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_home_page_new (KistServices *services)
{
  KistHomePage *self = g_object_new (KIST_TYPE_HOME_PAGE, NULL);

  self->services = g_object_ref (services);
  update (self);
  g_signal_connect_object (services, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}
