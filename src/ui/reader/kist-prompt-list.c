#include "kist-prompt-list.h"

#include <glib/gi18n.h>

#include "kist-prompt-view.h"

struct _KistPromptList
{
  GtkBox parent_instance;

  KistStep     *step;        /* (owned) */
  GPtrArray    *views;       /* (element-type KistPromptView) (unowned) in the order of the step's parts */
  GCancellable *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KistPromptList, kist_prompt_list, GTK_TYPE_BOX)

/* It stands where one would write, for as long as nothing can be written. */
static void
show_failure (KistPromptList *self)
{
  const char *text = _ ("Your answers could not be read. Go back and try again.");
  GtkWidget  *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_box_prepend (GTK_BOX (self), label);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
answers_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistPromptList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) answers = kist_store_load_answers_finish (KIST_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!answers)
    {
      /* Without the old answers a new one would overwrite them: the prompts stay closed. */
      g_message ("The answers were not loaded: %s", error->message);
      show_failure (self);
      return;
    }
  for (unsigned i = 0; i < self->views->len; i++)
    {
      const char *answer = g_hash_table_lookup (answers, kist_step_get_part (self->step, i)->id);

      kist_prompt_view_set_answer (g_ptr_array_index (self->views, i), answer ? answer : "");
    }
}

static void
kist_prompt_list_dispose (GObject *object)
{
  KistPromptList *self = KIST_PROMPT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->step);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_prompt_list_parent_class)->dispose (object);
}

static void
kist_prompt_list_class_init (KistPromptListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_prompt_list_dispose;
}

static void
kist_prompt_list_init (KistPromptList *self)
{
  self->cancellable = g_cancellable_new ();
  self->views = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * kist_prompt_list_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Reflect step of it
 *
 * Returns: (transfer floating): its prompts
 */
GtkWidget *
kist_prompt_list_new (KistServices *services, KistThing *thing, KistStep *step)
{
  KistPromptList *self = g_object_new (KIST_TYPE_PROMPT_LIST, NULL);

  self->step = g_object_ref (step);
  for (unsigned i = 0; i < kist_step_get_n_parts (step); i++)
    {
      GtkWidget *view = kist_prompt_view_new (services, thing, step, kist_step_get_part (step, i));

      gtk_box_append (GTK_BOX (self), view);
      g_ptr_array_add (self->views, view);
    }
  kist_store_load_answers_async (kist_services_get_store (services), kist_thing_get_key (thing),
                                 kist_step_get_id (step), self->cancellable, answers_loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
