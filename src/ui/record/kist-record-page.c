#include "kist-config.h"

#include "kist-record-page.h"

#include <glib/gi18n.h>

#include "kist-element-row.h"
#include "kist-link-row.h"
#include "kist-record-wording.h"
#include "library/kist-deed.h"
#include "library/kist-record.h"
#include "ui/kist-wording.h"
#include "ui/reader/kist-rating-chart.h"

/* Rows at first, and as many more each time they are asked for. */
#define ROWS_AT_A_TIME 50

struct _KistRecordPage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  GPtrArray    *rows;     /* (element-type KistElementRow) (unowned) one for each element */
  unsigned      n_shown;  /* how many deeds are shown at most */
  gboolean      is_stale; /* something has happened since the page was filled */

  GtkStack            *stack;
  GtkWidget           *year;
  GtkLabel            *year_text;
  AdwPreferencesGroup *elements;
  AdwExpanderRow      *about;
  GtkWidget           *rated;
  GtkBox              *ratings;
  GtkBox              *days;
  GtkWidget           *more;
};

G_DEFINE_FINAL_TYPE (KistRecordPage, kist_record_page, ADW_TYPE_NAVIGATION_PAGE)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

static void
show_elements (KistRecordPage *self)
{
  KistClock *clock = kist_services_get_clock (self->services);
  g_autoptr (GDateTime) now = kist_clock_dup_local (clock);
  g_autoptr (GDateTime) begin = kist_record_dup_year_begin (now);
  gint64           since = g_date_time_to_unix_usec (begin);
  g_autofree char *text = kist_record_wording_dup_year (clock, since);
  g_autoptr (GPtrArray) record =
      kist_record_of (kist_services_get_library (self->services), kist_services_get_progress (self->services),
                      kist_services_get_events (self->services), since);

  gtk_widget_set_visible (self->year, record->len > 0);
  gtk_label_set_text (self->year_text, text);
  for (unsigned i = 0; i < record->len; i++)
    {
      if (i == self->rows->len)
        {
          GtkWidget *row = kist_element_row_new (self->services);

          g_ptr_array_add (self->rows, row);
          adw_preferences_group_add (self->elements, row);
        }
      kist_element_row_show (g_ptr_array_index (self->rows, i), g_ptr_array_index (record, i));
    }
}

static void
add_rating (KistRecordPage *self, KistThing *thing, KistStep *step)
{
  KistScale *scale = kist_library_lookup_scale (kist_services_get_library (self->services), thing, step);
  g_autoptr (GtkWidget) chart = g_object_ref_sink (kist_scale_chart_new ());
  GtkWidget       *card, *group;
  g_autofree char *title = NULL;

  if (!scale || !kist_rating_chart_fill (KIST_SCALE_CHART (chart), self->services, thing, step, scale))
    return;

  card = adw_bin_new ();
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "kist-chart");
  adw_bin_set_child (ADW_BIN (card), chart);
  gtk_box_append (self->ratings, card);

  group = adw_preferences_group_new ();
  title = g_strdup_printf ("%s · %s", kist_scale_get_title (scale), kist_thing_get_title (thing));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      kist_link_row_new (_ ("Rate Yourself Again"), title, "win.open-step",
                         g_variant_new ("(ss)", kist_thing_get_key (thing), kist_step_get_id (step))));
  gtk_box_append (self->ratings, group);
}

static void
show_ratings (KistRecordPage *self)
{
  KistLibrary *library = kist_services_get_library (self->services);

  clear (self->ratings);
  for (unsigned i = 0; i < kist_library_get_n_things (library); i++)
    {
      KistThing *thing = kist_library_get_thing (library, i);

      for (unsigned j = 0; j < kist_thing_get_n_steps (thing); j++)
        add_rating (self, thing, kist_thing_get_step (thing, j));
    }
  gtk_widget_set_visible (self->rated, gtk_widget_get_first_child (GTK_WIDGET (self->ratings)) != NULL);
}

static GtkWidget *
create_deed_row (const KistDeed *deed)
{
  const char      *title = kist_record_wording_deed_title (deed);
  g_autofree char *subtitle = kist_record_wording_dup_deed (deed);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", kist_record_wording_deed_icon (deed), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *row;

  if (deed->entry)
    row = kist_link_row_new (title, subtitle, "win.open-entry", g_variant_new_string (deed->entry));
  else if (deed->step)
    row = kist_link_row_new (title, subtitle, "win.open-step",
                             g_variant_new ("(ss)", kist_thing_get_key (deed->thing), kist_step_get_id (deed->step)));
  else
    {
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }
  gtk_widget_add_css_class (icon, "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static void
show_deeds (KistRecordPage *self, GPtrArray *deeds)
{
  GtkWidget *group = NULL;
  int        day = 0;

  clear (self->days);
  for (unsigned i = 0; i < MIN (deeds->len, self->n_shown); i++)
    {
      const KistDeed *deed = g_ptr_array_index (deeds, i);

      if (!group || kist_deed_get_day (deed) != day)
        {
          g_autofree char *title = kist_wording_dup_day (kist_services_get_clock (self->services), deed->time);

          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
          gtk_box_append (self->days, group);
          day = kist_deed_get_day (deed);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_deed_row (deed));
    }
  gtk_widget_set_visible (self->more, deeds->len > self->n_shown);
}

static void
update (KistRecordPage *self)
{
  g_autoptr (GPtrArray) deeds =
      kist_deeds_of (kist_services_get_library (self->services), kist_services_get_events (self->services),
                     kist_journal_get_entries (kist_services_get_journal (self->services)));

  self->is_stale = FALSE;
  gtk_stack_set_visible_child_name (self->stack, deeds->len > 0 ? "record" : "empty");
  show_elements (self);
  show_ratings (self);
  show_deeds (self, deeds);
}

/* Another page may be on top: what is under it is brought up to date when it shows again. */
static void
changed_cb (KistRecordPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
more_clicked_cb (KistRecordPage *self)
{
  self->n_shown += ROWS_AT_A_TIME;
  update (self);
}

static void
add_about (KistRecordPage *self)
{
  KistFramework *framework = kist_record_get_framework (kist_services_get_library (self->services));
  GtkWidget     *row;

  if (!framework)
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kist_framework_get_description (framework));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kist_framework_get_description (framework), -1);
  adw_expander_row_add_row (self->about, row);
}

static void
kist_record_page_showing (AdwNavigationPage *page)
{
  if (KIST_RECORD_PAGE (page)->is_stale)
    update (KIST_RECORD_PAGE (page));
  ADW_NAVIGATION_PAGE_CLASS (kist_record_page_parent_class)->showing (page);
}

static void
kist_record_page_dispose (GObject *object)
{
  KistRecordPage *self = KIST_RECORD_PAGE (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_RECORD_PAGE);
  G_OBJECT_CLASS (kist_record_page_parent_class)->dispose (object);
}

static void
kist_record_page_class_init (KistRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_record_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = kist_record_page_showing;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/record/kist-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, year);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, year_text);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, elements);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, about);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, rated);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, ratings);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, days);
  gtk_widget_class_bind_template_child (widget_class, KistRecordPage, more);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
kist_record_page_init (KistRecordPage *self)
{
  self->rows = g_ptr_array_new ();
  self->n_shown = ROWS_AT_A_TIME;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_record_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_record_page_new (KistServices *services)
{
  KistRecordPage *self = g_object_new (KIST_TYPE_RECORD_PAGE, NULL);

  self->services = g_object_ref (services);
  add_about (self);
  g_signal_connect_object (services, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
