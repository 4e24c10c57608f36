#include "kist-config.h"

#include "kist-badges-page.h"

#include "kist-badge-row.h"
#include "library/kist-badge-standing.h"
#include "ui/badges/kist-judge.h"

struct _KistBadgesPage
{
  AdwNavigationPage parent_instance;

  KistServices   *services; /* (owned) */
  GPtrArray      *rows;     /* (element-type KistBadgeRow) (owned) in the library's order */
  KistBadgeStage *stages;   /* (owned) (nullable) the group each of rows is in; NULL before the first update */

  GtkStack            *stack;
  AdwPreferencesGroup *in_progress;
  AdwPreferencesGroup *not_started;
  AdwPreferencesGroup *ready;
};

G_DEFINE_FINAL_TYPE (KistBadgesPage, kist_badges_page, ADW_TYPE_NAVIGATION_PAGE)

static AdwPreferencesGroup *
group_of (KistBadgesPage *self, KistBadgeStage stage)
{
  switch (stage)
    {
    case KIST_BADGE_READY:
      return self->ready;
    case KIST_BADGE_IN_PROGRESS:
      return self->in_progress;
    case KIST_BADGE_NOT_STARTED:
    case KIST_BADGE_N_STAGES:
    default:
      return self->not_started;
    }
}

/* Rows move only when a stage has changed, so that coming back finds the focus where it was. */
static void
place_rows (KistBadgesPage *self, KistBadgeStage *stages)
{
  unsigned n[KIST_BADGE_N_STAGES] = { 0 };

  if (!self->stages || memcmp (self->stages, stages, self->rows->len * sizeof *stages) != 0)
    {
      for (unsigned i = 0; i < self->rows->len; i++)
        {
          if (self->stages)
            adw_preferences_group_remove (group_of (self, self->stages[i]), g_ptr_array_index (self->rows, i));
          adw_preferences_group_add (group_of (self, stages[i]), g_ptr_array_index (self->rows, i));
        }
    }
  for (unsigned i = 0; i < self->rows->len; i++)
    n[stages[i]]++;
  for (unsigned stage = 0; stage < KIST_BADGE_N_STAGES; stage++)
    gtk_widget_set_visible (GTK_WIDGET (group_of (self, stage)), n[stage] > 0);
  g_free (self->stages);
  self->stages = stages;
}

static void
update (KistBadgesPage *self)
{
  KistLibrary    *library = kist_services_get_library (self->services);
  KistBadgeStage *stages = g_new0 (KistBadgeStage, self->rows->len + 1);

  for (unsigned i = 0; i < self->rows->len; i++)
    {
      KistBadgeRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (KistBadgeStanding) standing = kist_judge_standing (self->services, kist_badge_row_get_badge (row));

      kist_badge_row_show (row, library, standing);
      stages[i] = standing->stage;
    }
  place_rows (self, stages);
}

/* Another page may be on top: what is under it is brought up to date when it shows again. */
static void
changed_cb (KistBadgesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
kist_badges_page_showing (AdwNavigationPage *page)
{
  update (KIST_BADGES_PAGE (page));
  ADW_NAVIGATION_PAGE_CLASS (kist_badges_page_parent_class)->showing (page);
}

static void
kist_badges_page_dispose (GObject *object)
{
  KistBadgesPage *self = KIST_BADGES_PAGE (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->stages, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_BADGES_PAGE);
  G_OBJECT_CLASS (kist_badges_page_parent_class)->dispose (object);
}

static void
kist_badges_page_class_init (KistBadgesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_badges_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = kist_badges_page_showing;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/badges/kist-badges-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistBadgesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistBadgesPage, in_progress);
  gtk_widget_class_bind_template_child (widget_class, KistBadgesPage, not_started);
  gtk_widget_class_bind_template_child (widget_class, KistBadgesPage, ready);
}

static void
kist_badges_page_init (KistBadgesPage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_badges_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_badges_page_new (KistServices *services)
{
  KistBadgesPage *self = g_object_new (KIST_TYPE_BADGES_PAGE, NULL);
  KistLibrary    *library = kist_services_get_library (services);
  unsigned        n = kist_library_get_n_badges (library);

  self->services = g_object_ref (services);
  for (unsigned i = 0; i < n; i++)
    g_ptr_array_add (self->rows, g_object_ref_sink (kist_badge_row_new (kist_library_get_badge (library, i))));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "badges" : "empty");
  g_signal_connect_object (services, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
