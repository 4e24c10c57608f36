#include "kist-config.h"

#include "kist-task-row.h"

#include <glib/gi18n.h>

struct _KistTaskRow
{
  AdwActionRow parent_instance;

  KistServices   *services; /* (owned) */
  KistThing      *thing;    /* (owned) */
  KistStep       *step;     /* (owned) */
  const KistPart *task;     /* part of the step */
  gboolean        is_updating;

  GtkCheckButton *tick;
  GtkPopover     *popover;
  GtkEditable    *reason;
};

G_DEFINE_FINAL_TYPE (KistTaskRow, kist_task_row, ADW_TYPE_ACTION_ROW)

static void
update (KistTaskRow *self)
{
  const KistItemFacts *facts =
      kist_progress_get_item (kist_services_get_progress (self->services), kist_thing_get_key (self->thing),
                              kist_step_get_id (self->step), self->task->id);
  g_autofree char *subtitle = NULL;

  if (facts && facts->verb == KIST_VERB_SKIPPED)
    /* Translators: %s is why someone skipped a task, in their own words */
    subtitle = g_strdup_printf (_ ("Skipped: %s"), facts->text ? facts->text : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle ? subtitle : "");

  self->is_updating = TRUE;
  gtk_check_button_set_active (self->tick, facts && facts->verb == KIST_VERB_TICKED);
  self->is_updating = FALSE;
}

static void
record (KistTaskRow *self, KistVerb verb, const char *text)
{
  kist_services_record (self->services, verb, self->thing, self->step, self->task->id, 0, text, NULL);
}

static void
toggled_cb (KistTaskRow *self)
{
  if (!self->is_updating)
    record (self, gtk_check_button_get_active (self->tick) ? KIST_VERB_TICKED : KIST_VERB_UNTICKED, NULL);
}

static void
popover_shown_cb (KistTaskRow *self)
{
  gtk_editable_set_text (self->reason, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
skip_cb (KistTaskRow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  if (!*reason)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->reason));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("A reason is needed: a word is enough"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return;
    }
  record (self, KIST_VERB_SKIPPED, reason);
  gtk_popover_popdown (self->popover);
}

static void
kist_task_row_dispose (GObject *object)
{
  KistTaskRow *self = KIST_TASK_ROW (object);

  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_TASK_ROW);
  G_OBJECT_CLASS (kist_task_row_parent_class)->dispose (object);
}

static void
kist_task_row_class_init (KistTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_task_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/reader/kist-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KistTaskRow, tick);
  gtk_widget_class_bind_template_child (widget_class, KistTaskRow, popover);
  gtk_widget_class_bind_template_child (widget_class, KistTaskRow, reason);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
kist_task_row_init (KistTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_task_row_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Do step of it
 * @task: a part of @step
 *
 * Returns: (transfer floating): a row that follows what happens
 */
GtkWidget *
kist_task_row_new (KistServices *services, KistThing *thing, KistStep *step, const KistPart *task)
{
  KistTaskRow *self = g_object_new (KIST_TYPE_TASK_ROW, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->task = task;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), task->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, task->text, -1);
  g_signal_connect_object (services, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
