#include "kist-config.h"

#include "kist-prompt-view.h"

#include <glib/gi18n.h>

#include "journal/kist-word-count.h"
#include "ui/kist-wording.h"

/* Long enough to join the letters of a word, short against the two seconds that may be lost at most. */
#define SAVE_AFTER_MS 500

struct _KistPromptView
{
  GtkBox parent_instance;

  KistServices   *services; /* (owned) */
  KistThing      *thing;    /* (owned) */
  KistStep       *step;     /* (owned) */
  const KistPart *prompt;   /* part of the step */
  unsigned        save_source;
  gboolean        is_filling;
  gboolean        is_changed; /* since the last KIST_VERB_REFLECTED */

  GtkLabel    *prompt_label;
  GtkTextView *answer;
  GtkLabel    *words;
};

G_DEFINE_FINAL_TYPE (KistPromptView, kist_prompt_view, GTK_TYPE_BOX)

static char *
dup_answer (KistPromptView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->answer);
  GtkTextIter    start;
  GtkTextIter    end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_words (KistPromptView *self)
{
  g_autofree char *answer = dup_answer (self);
  unsigned         n = kist_word_count (answer);
  g_autofree char *words = kist_wording_dup_words (n);

  gtk_label_set_text (self->words, n > 0 ? words : "");
}

static void
save (KistPromptView *self)
{
  g_autofree char *answer = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->is_changed)
    return;

  answer = dup_answer (self);
  kist_saver_save_answer (kist_services_get_saver (self->services), kist_thing_get_key (self->thing),
                          kist_step_get_id (self->step), self->prompt->id, answer);
}

/* The event is for a pause and not for every save: what matters of it is that there is an answer and how long it is. */
static void
settle (KistPromptView *self)
{
  g_autofree char *answer = NULL;

  save (self);
  if (!self->is_changed)
    return;

  self->is_changed = FALSE;
  answer = dup_answer (self);
  kist_services_record (self->services, KIST_VERB_REFLECTED, self->thing, self->step, self->prompt->id,
                        kist_word_count (answer), NULL, NULL);
}

static gboolean
save_cb (gpointer data)
{
  KistPromptView *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KistPromptView *self)
{
  show_words (self);
  if (self->is_filling)
    return;
  self->is_changed = TRUE;
  if (!self->save_source)
    self->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static void
focus_left_cb (KistPromptView *self)
{
  settle (self);
}

static void
kist_prompt_view_unmap (GtkWidget *widget)
{
  settle (KIST_PROMPT_VIEW (widget));
  GTK_WIDGET_CLASS (kist_prompt_view_parent_class)->unmap (widget);
}

static void
kist_prompt_view_dispose (GObject *object)
{
  KistPromptView *self = KIST_PROMPT_VIEW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->services);
  g_clear_object (&self->thing);
  g_clear_object (&self->step);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_PROMPT_VIEW);
  G_OBJECT_CLASS (kist_prompt_view_parent_class)->dispose (object);
}

static void
kist_prompt_view_class_init (KistPromptViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_prompt_view_dispose;
  widget_class->unmap = kist_prompt_view_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/reader/kist-prompt-view.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "prompt", FALSE,
                                             G_STRUCT_OFFSET (KistPromptView, prompt_label));
  gtk_widget_class_bind_template_child (widget_class, KistPromptView, answer);
  gtk_widget_class_bind_template_child (widget_class, KistPromptView, words);
}

static void
kist_prompt_view_init (KistPromptView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->answer), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->answer), focus);
}

/**
 * kist_prompt_view_new:
 * @services: the services
 * @thing: a Thing
 * @step: a Reflect step of it
 * @prompt: a part of @step
 *
 * Returns: (transfer floating): a view that takes no text until kist_prompt_view_set_answer() was called
 */
GtkWidget *
kist_prompt_view_new (KistServices *services, KistThing *thing, KistStep *step, const KistPart *prompt)
{
  KistPromptView *self = g_object_new (KIST_TYPE_PROMPT_VIEW, NULL);

  self->services = g_object_ref (services);
  self->thing = g_object_ref (thing);
  self->step = g_object_ref (step);
  self->prompt = prompt;
  gtk_label_set_text (self->prompt_label, prompt->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt->text, -1);
  g_signal_connect_object (services, "flush", G_CALLBACK (settle), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kist_prompt_view_set_answer:
 * @self: a view
 * @answer: the answer that was kept, "" for none
 *
 * Fills in what is there and lets the person write.
 */
void
kist_prompt_view_set_answer (KistPromptView *self, const char *answer)
{
  GtkTextBuffer       *buffer = gtk_text_view_get_buffer (self->answer);
  const KistItemFacts *facts;

  self->is_filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, answer, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->answer), TRUE);

  /* After a kill the answer may be newer than the event that counts it. */
  facts = kist_progress_get_item (kist_services_get_progress (self->services), kist_thing_get_key (self->thing),
                                  kist_step_get_id (self->step), self->prompt->id);
  self->is_changed = kist_word_count (answer) != (facts ? facts->value : 0);
  settle (self);
}
