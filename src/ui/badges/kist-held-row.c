#include "kist-config.h"

#include "kist-held-row.h"

#include <glib/gi18n.h>

#include "ui/badges/kist-badge-rules.h"

struct _KistHeldRow
{
  AdwExpanderRow parent_instance;

  KistServices *services; /* (owned) */
  char         *badge;    /* (owned) the badge's id */
  char         *remark;   /* (owned) what follows from the day */

  AdwActionRow *awarded;
  GtkPopover   *popover;
  GtkCalendar  *calendar;
};

G_DEFINE_FINAL_TYPE (KistHeldRow, kist_held_row, ADW_TYPE_EXPANDER_ROW)

static const GDate *
get_awarded (KistHeldRow *self)
{
  return kist_badge_notes_get_awarded (kist_services_get_badge_notes (self->services), self->badge);
}

static void
show_day (KistHeldRow *self)
{
  const GDate     *awarded = get_awarded (self);
  g_autofree char *text = awarded ? kist_badge_rules_dup_day (awarded) : g_strdup (_ ("The day is not noted"));
  g_autofree char *lines = *self->remark ? g_strconcat (text, "\n", self->remark, NULL) : g_strdup (text);

  adw_action_row_set_subtitle (self->awarded, lines);
}

static void
note (KistHeldRow *self, const GDate *day)
{
  g_autofree char *text = day ? kist_badge_notes_dup_day (day) : NULL;

  kist_services_note (self->services, KIST_VERB_HELD, self->badge, day != NULL, text);
  show_day (self);
}

static void
switched_cb (KistHeldRow *self)
{
  gboolean is_held = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));
  GDate    today;

  if (is_held == kist_badge_notes_has (kist_services_get_badge_notes (self->services), self->badge))
    return;
  kist_clock_get_today (kist_services_get_clock (self->services), &today);
  note (self, is_held ? &today : NULL);
}

static void
calendar_opened_cb (KistHeldRow *self)
{
  const GDate *awarded = get_awarded (self);
  g_autoptr (GDateTime) day = awarded ? g_date_time_new_local (g_date_get_year (awarded), g_date_get_month (awarded),
                                                               g_date_get_day (awarded), 0, 0, 0)
                                      : kist_clock_dup_local (kist_services_get_clock (self->services));

  if (day)
    gtk_calendar_select_day (self->calendar, day);
}

/* By a button: looking through the calendar's months is no choice. Nobody was awarded a badge tomorrow. */
static void
day_chosen_cb (KistHeldRow *self)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);
  const GDate *awarded = get_awarded (self);
  GDate        day, today;

  kist_clock_get_today (kist_services_get_clock (self->services), &today);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, g_date_time_get_day_of_month (chosen), g_date_time_get_month (chosen),
                  g_date_time_get_year (chosen));
  if (g_date_compare (&day, &today) > 0)
    day = today;
  if (!awarded || g_date_compare (awarded, &day) != 0)
    note (self, &day);
  gtk_popover_popdown (self->popover);
}

static void
kist_held_row_dispose (GObject *object)
{
  KistHeldRow *self = KIST_HELD_ROW (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->badge, g_free);
  g_clear_pointer (&self->remark, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_HELD_ROW);
  G_OBJECT_CLASS (kist_held_row_parent_class)->dispose (object);
}

static void
kist_held_row_class_init (KistHeldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_held_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/badges/kist-held-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistHeldRow, awarded);
  gtk_widget_class_bind_template_child (widget_class, KistHeldRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, KistHeldRow, popover);
  gtk_widget_class_bind_template_callback (widget_class, calendar_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
}

static void
kist_held_row_init (KistHeldRow *self)
{
  self->remark = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_held_row_new:
 * @services: the services
 * @badge: a badge's id, described by a pack or not
 * @title: what the row is called
 * @subtitle: its second line, perhaps empty
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
kist_held_row_new (KistServices *services, const char *badge, const char *title, const char *subtitle)
{
  KistHeldRow *self = g_object_new (KIST_TYPE_HELD_ROW, "title", title, "subtitle", subtitle, NULL);

  self->services = g_object_ref (services);
  self->badge = g_strdup (badge);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self),
                                         kist_badge_notes_has (kist_services_get_badge_notes (services), badge));
  show_day (self);
  g_signal_connect_swapped (self, "notify::enable-expansion", G_CALLBACK (switched_cb), self);
  return GTK_WIDGET (self);
}

/**
 * kist_held_row_set_remark:
 * @self: a row
 * @remark: what follows from the day of the award, perhaps empty
 */
void
kist_held_row_set_remark (KistHeldRow *self, const char *remark)
{
  g_return_if_fail (KIST_IS_HELD_ROW (self));

  g_set_str (&self->remark, remark);
  show_day (self);
}
