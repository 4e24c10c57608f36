#include "kist-config.h"

#include "kist-criteria-view.h"

#include <glib/gi18n.h>

#include "ui/badges/kist-badge-wording.h"
#include "ui/badges/kist-evidence-wording.h"
#include "ui/widgets/kist-ring.h"

struct _KistCriteriaView
{
  AdwBin parent_instance;

  KistBadge *badge; /* (owned) (nullable) until something is shown */
  GPtrArray *list;  /* (element-type AdwActionRow) (unowned) one for each criterion */
  GPtrArray *ticks; /* (element-type GtkWidget) (unowned) their ticks */

  KistRing   *ring;
  GtkLabel   *title;
  GtkLabel   *summary;
  GtkListBox *rows;
  GtkLabel   *others;

  gboolean is_whole; /* whether advice and what cannot be told are said, too */
};

G_DEFINE_FINAL_TYPE (KistCriteriaView, kist_criteria_view, ADW_TYPE_BIN)

static void
set_badge (KistCriteriaView *self, KistBadge *badge)
{
  if (!g_set_object (&self->badge, badge))
    return;

  gtk_label_set_text (self->title, kist_badge_get_title (badge));
  gtk_list_box_remove_all (self->rows);
  g_ptr_array_set_size (self->list, 0);
  g_ptr_array_set_size (self->ticks, 0);
  for (unsigned i = 0; i < kist_badge_get_n_criteria (badge); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kist_badge_get_criterion (badge, i)->text);
      gtk_widget_add_css_class (tick, "accent");
      gtk_accessible_update_state (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), tick);
      gtk_list_box_append (self->rows, row);
      g_ptr_array_add (self->list, row);
      g_ptr_array_add (self->ticks, tick);
    }
}

static void
kist_criteria_view_dispose (GObject *object)
{
  KistCriteriaView *self = KIST_CRITERIA_VIEW (object);

  g_clear_object (&self->badge);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_CRITERIA_VIEW);
  G_OBJECT_CLASS (kist_criteria_view_parent_class)->dispose (object);
}

static void
kist_criteria_view_class_init (KistCriteriaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_criteria_view_dispose;

  g_type_ensure (KIST_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/badges/kist-criteria-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistCriteriaView, ring);
  gtk_widget_class_bind_template_child (widget_class, KistCriteriaView, title);
  gtk_widget_class_bind_template_child (widget_class, KistCriteriaView, summary);
  gtk_widget_class_bind_template_child (widget_class, KistCriteriaView, rows);
  gtk_widget_class_bind_template_child (widget_class, KistCriteriaView, others);
}

static void
kist_criteria_view_init (KistCriteriaView *self)
{
  self->list = g_ptr_array_new ();
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_criteria_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
kist_criteria_view_new (void)
{
  return g_object_new (KIST_TYPE_CRITERIA_VIEW, NULL);
}

/**
 * kist_criteria_view_set_titled:
 * @self: a view
 * @is_titled: whether it says which badge it is about; at first it does
 */
void
kist_criteria_view_set_titled (KistCriteriaView *self, gboolean is_titled)
{
  g_return_if_fail (KIST_IS_CRITERIA_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title), is_titled);
}

/**
 * kist_criteria_view_set_whole:
 * @self: a view
 * @is_whole: whether it says everything that there is to see to: advice, and what Kist cannot tell; at first only what
 *   is missing
 */
void
kist_criteria_view_set_whole (KistCriteriaView *self, gboolean is_whole)
{
  g_return_if_fail (KIST_IS_CRITERIA_VIEW (self));

  self->is_whole = is_whole;
}

/* A sentence for each rule that is no criterion and no number of words: those have their rows, and the summary. */
static char *
dup_others (KistLibrary *library, const KistEvidence *evidence, gboolean is_whole)
{
  GString *text = g_string_new (NULL);

  for (unsigned i = 0; i < evidence->rules->len; i++)
    {
      const KistEvidenceRule *rule = &g_array_index (evidence->rules, KistEvidenceRule, i);
      g_autofree char        *sentence = kist_evidence_wording_dup_sentence (library, evidence, rule);

      if (!sentence || rule->kind == KIST_EVIDENCE_CRITERION || rule->kind == KIST_EVIDENCE_TOTAL)
        continue;
      if (is_whole || (rule->is_must && rule->state == KIST_EVIDENCE_UNMET))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  return g_string_free (text, FALSE);
}

/**
 * kist_criteria_view_show:
 * @self: a view
 * @library: a library, for the names of other badges
 * @evidence: how a draft was judged
 */
void
kist_criteria_view_show (KistCriteriaView *self, KistLibrary *library, const KistEvidence *evidence)
{
  KistBadge           *badge = evidence->badge;
  const KistReadiness *readiness = evidence->readiness;
  g_autofree char     *summary = kist_badge_wording_dup_summary (library, evidence);
  g_autofree char     *others = dup_others (library, evidence, self->is_whole);

  set_badge (self, badge);
  kist_ring_set_fraction (self->ring, readiness->fraction);
  kist_ring_set_description (self->ring, summary);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->others, others);
  gtk_widget_set_visible (GTK_WIDGET (self->others), *others != '\0');
  for (unsigned i = 0; i < self->list->len; i++)
    {
      g_autofree char *state = kist_badge_wording_dup_criterion (badge, i, readiness);

      adw_action_row_set_subtitle (g_ptr_array_index (self->list, i), state);
      gtk_widget_set_visible (g_ptr_array_index (self->ticks, i), readiness->criteria[i].is_met);
    }
}
