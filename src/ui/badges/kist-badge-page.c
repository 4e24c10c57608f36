#include "kist-config.h"

#include "kist-badge-page.h"

#include <glib/gi18n.h>

#include "kist-badge-row.h"
#include "kist-badge-rules.h"
#include "kist-conflict-group.h"
#include "kist-criteria-view.h"
#include "kist-evidence-wording.h"
#include "kist-held-row.h"
#include "kist-judge.h"
#include "library/kist-badge-standing.h"
#include "ui/learn/kist-thing-row.h"
#include "ui/record/kist-link-row.h"

struct _KistBadgePage
{
  AdwNavigationPage parent_instance;

  KistServices *services; /* (owned) */
  KistBadge    *badge;    /* (owned) */
  GPtrArray    *needed;   /* (element-type KistBadgeRow) (unowned) badges wanted first, as far as packs describe them */
  char         *thing;    /* (owned) (nullable) key of the Thing a new draft is for */
  char         *entry;    /* (owned) (nullable) id of the draft */

  GtkLabel            *title;
  GtkLabel            *issuer;
  KistCriteriaView    *criteria;
  GtkButton           *write;
  AdwPreferencesGroup *notes;
  KistHeldRow         *held; /* (unowned) in notes */
  AdwPreferencesGroup *thing_group;
  AdwPreferencesGroup *requires;
  AdwPreferencesGroup *advised;
  AdwPreferencesGroup *rules;
  GtkBox              *conflicts;
  AdwPreferencesGroup *source;
};

G_DEFINE_FINAL_TYPE (KistBadgePage, kist_badge_page, ADW_TYPE_NAVIGATION_PAGE)

static KistBadgeStanding *
stand_with (KistBadgePage *self, KistBadge *badge)
{
  return kist_judge_standing (self->services, badge);
}

/* Until when an award has to be endorsed. */
static void
remark (KistBadgePage *self, const KistEvidence *evidence)
{
  kist_held_row_set_remark (self->held, "");
  for (unsigned i = 0; i < evidence->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (evidence->rules, KistEvidenceRule, i);
      g_autofree char        *text = NULL;

      if (rule->kind != KIST_EVIDENCE_ENDORSEMENT)
        continue;
      text = kist_evidence_wording_dup_sentence (kist_services_get_library (self->services), evidence, rule);
      kist_held_row_set_remark (self->held, text);
    }
}

static void
update (KistBadgePage *self)
{
  g_autoptr (KistBadgeStanding) standing = stand_with (self, self->badge);

  g_set_str (&self->entry, standing->entry ? kist_entry_get_id (standing->entry) : NULL);
  kist_criteria_view_show (self->criteria, kist_services_get_library (self->services), standing->evidence);
  remark (self, standing->evidence);
  gtk_button_set_label (self->write, standing->entry ? _ ("Open Your Draft") : _ ("Start Writing"));
  /* Without a Thing there is nothing to start from: an entry is for a badge through its Thing. */
  gtk_widget_set_visible (GTK_WIDGET (self->write), standing->entry || self->thing);
  for (unsigned i = 0; i < self->needed->len; i++)
    {
      KistBadgeRow *row = g_ptr_array_index (self->needed, i);
      g_autoptr (KistBadgeStanding) needed = stand_with (self, kist_badge_row_get_badge (row));

      kist_badge_row_show (row, kist_services_get_library (self->services), needed);
    }
}

static GtkWidget *
add_fact (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_needed (KistBadgePage *self, AdwPreferencesGroup *group, const char *const *ids)
{
  KistLibrary *library = kist_services_get_library (self->services);

  for (unsigned i = 0; ids && ids[i]; i++)
    {
      KistBadge *badge = kist_library_lookup_badge (library, ids[i]);

      if (badge)
        {
          GtkWidget *row = kist_badge_row_new (badge);

          g_ptr_array_add (self->needed, row);
          adw_preferences_group_add (group, row);
        }
      else
        {
          g_autofree char *name = kist_badge_rules_dup_name (library, ids[i]);

          adw_preferences_group_add (
              group, kist_held_row_new (self->services, ids[i], name, _ ("None of your packs describes it")));
        }
      gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
    }
}

static void
add_rules (KistBadgePage *self)
{
  g_autoptr (GPtrArray) rules = kist_badge_rules_of (kist_services_get_library (self->services), self->badge);

  for (unsigned i = 0; i < rules->len; i++)
    {
      const KistBadgeRule *rule = g_ptr_array_index (rules, i);

      add_fact (self->rules, rule->title, rule->text);
    }
}

static void
add_notes (KistBadgePage *self)
{
  const GPtrArray *conflicts = kist_badge_get_conflicts (self->badge);
  GtkWidget       *held = kist_held_row_new (self->services, kist_badge_get_id (self->badge), _ ("I Have This Badge"),
                                             _ ("Kist takes your word for it."));

  self->held = KIST_HELD_ROW (held);
  adw_preferences_group_add (self->notes, held);
  for (unsigned i = 0; i < conflicts->len; i++)
    gtk_box_append (self->conflicts,
                    kist_conflict_group_new (self->services, self->badge, g_ptr_array_index (conflicts, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts), conflicts->len > 0);
}

static void
add_source (KistBadgePage *self)
{
  const char *address = kist_badge_get_source_address (self->badge);
  const char *seen = kist_badge_get_source_seen (self->badge);
  const char *note = kist_badge_get_source_note (self->badge);

  if (address)
    adw_preferences_group_add (self->source, kist_link_row_new (_ ("Open in Your Browser"), address, "win.open-link",
                                                                g_variant_new_string (address)));
  if (seen)
    {
      g_autofree char *month = kist_badge_rules_dup_month (seen);

      add_fact (self->source, _ ("Last Read There"), month);
    }
  if (note)
    add_fact (self->source, _ ("What to Know About These Rules"), note);
  gtk_widget_set_visible (GTK_WIDGET (self->source), address || seen || note);
}

static void
describe (KistBadgePage *self)
{
  const char      *issuer = kist_badge_get_issuer (self->badge);
  g_autofree char *line = NULL;
  g_autoptr (KistBadgeStanding) standing = stand_with (self, self->badge);

  /* Translators: %s is who issues a badge */
  line = issuer ? g_strdup_printf (_ ("Issued by %s. Unofficial: Kist is not the issuer."), issuer)
                : g_strdup (_ ("Unofficial: Kist is not the issuer."));
  gtk_label_set_text (self->title, kist_badge_get_title (self->badge));
  gtk_label_set_text (self->issuer, line);
  gtk_widget_set_visible (GTK_WIDGET (self->thing_group), standing->thing != NULL);
  if (!standing->thing)
    return;
  self->thing = g_strdup (kist_thing_get_key (standing->thing));
  adw_preferences_group_add (self->thing_group, kist_thing_row_new (self->services, standing->thing));
}

static void
changed_cb (KistBadgePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
write_clicked_cb (KistBadgePage *self)
{
  if (self->entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "s", self->entry);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-entry", "s", self->thing);
}

static void
kist_badge_page_showing (AdwNavigationPage *page)
{
  update (KIST_BADGE_PAGE (page));
  ADW_NAVIGATION_PAGE_CLASS (kist_badge_page_parent_class)->showing (page);
}

static void
kist_badge_page_dispose (GObject *object)
{
  KistBadgePage *self = KIST_BADGE_PAGE (object);

  g_clear_object (&self->services);
  g_clear_object (&self->badge);
  g_clear_pointer (&self->needed, g_ptr_array_unref);
  g_clear_pointer (&self->thing, g_free);
  g_clear_pointer (&self->entry, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_BADGE_PAGE);
  G_OBJECT_CLASS (kist_badge_page_parent_class)->dispose (object);
}

static void
kist_badge_page_class_init (KistBadgePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_badge_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = kist_badge_page_showing;

  g_type_ensure (KIST_TYPE_CRITERIA_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/badges/kist-badge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, title);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, issuer);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, criteria);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, write);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, notes);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, thing_group);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, requires);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, advised);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, rules);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, conflicts);
  gtk_widget_class_bind_template_child (widget_class, KistBadgePage, source);
  gtk_widget_class_bind_template_callback (widget_class, write_clicked_cb);
}

static void
kist_badge_page_init (KistBadgePage *self)
{
  self->needed = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  kist_criteria_view_set_titled (self->criteria, FALSE);
}

/**
 * kist_badge_page_new:
 * @services: the services
 * @badge: the badge
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_badge_page_new (KistServices *services, KistBadge *badge)
{
  KistBadgePage *self = g_object_new (KIST_TYPE_BADGE_PAGE, "title", kist_badge_get_title (badge), NULL);

  self->services = g_object_ref (services);
  self->badge = g_object_ref (badge);
  describe (self);
  add_needed (self, self->requires, kist_badge_get_requires (badge));
  add_needed (self, self->advised, kist_badge_get_advised (badge));
  add_notes (self);
  add_rules (self);
  add_source (self);
  g_signal_connect_object (services, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
