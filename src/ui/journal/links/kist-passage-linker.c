#include "kist-config.h"

#include "kist-passage-linker.h"

#include <glib/gi18n.h>

#include "journal/kist-passage-link.h"
#include "ui/journal/links/kist-reference-dialog.h"
#include "ui/journal/writing/kist-page-dialog.h"

#define KIST_TYPE_PASSAGE_LINKER (kist_passage_linker_get_type ())
G_DECLARE_FINAL_TYPE (KistPassageLinker, kist_passage_linker, KIST, PASSAGE_LINKER, GObject)

struct _KistPassageLinker
{
  GObject parent_instance;

  KistServices    *services; /* (owned) */
  KistWritingView *view;     /* (weak) */
  int              start;    /* of the words that are being linked, in characters */
  int              end;
};

G_DEFINE_FINAL_TYPE (KistPassageLinker, kist_passage_linker, G_TYPE_OBJECT)

static void
kist_passage_linker_dispose (GObject *object)
{
  KistPassageLinker *self = KIST_PASSAGE_LINKER (object);

  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (kist_passage_linker_parent_class)->dispose (object);
}

static void
kist_passage_linker_class_init (KistPassageLinkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_passage_linker_dispose;
}

static void
kist_passage_linker_init (KistPassageLinker *self)
{
}

static void
chosen_cb (KistPassageLinker *self, KistReference *reference)
{
  GtkTextBuffer   *buffer = kist_writing_view_get_buffer (self->view);
  GtkTextIter      start, end;
  g_autofree char *words = NULL;
  g_autofree char *link = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, self->end);
  words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  link = kist_passage_link_dup_markdown (words, reference);
  if (!link)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, link, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Keeps the words that are selected, without the blanks around them. Returns: whether they can be a link. */
static gboolean
take_selection (KistPassageLinker *self)
{
  const char *const parts[] = { "x", "x", NULL };
  g_autoptr (KistReference) any = kist_reference_new (KIST_REFERENCE_THING, parts);
  g_autofree char *words = NULL;
  g_autofree char *link = NULL;
  GtkTextBuffer   *buffer = kist_writing_view_get_buffer (self->view);
  GtkTextIter      start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return FALSE;
  while (gtk_text_iter_compare (&start, &end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter last = end;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      end = last;
    }
  words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  link = kist_passage_link_dup_markdown (words, any);
  self->start = gtk_text_iter_get_offset (&start);
  self->end = gtk_text_iter_get_offset (&end);
  return link != NULL;
}

static void
link_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KistPassageLinker *self = data;
  AdwDialog         *dialog;

  if (!self->view)
    return;
  if (!take_selection (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->view), "win.toast", "s",
                                  _ ("Select words in one line that are no link yet"));
      return;
    }
  dialog = kist_reference_dialog_new (self->services, _ ("Link the Selected Words"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  kist_page_dialog_present (dialog, GTK_WIDGET (self->view));
}

/**
 * kist_passage_linker_add:
 * @page: the page, which gets the action "passage.link"
 * @services: the services
 * @view: the text
 */
void
kist_passage_linker_add (GtkWidget *page, KistServices *services, KistWritingView *view)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("link", NULL);
  KistPassageLinker *self;

  g_return_if_fail (GTK_IS_WIDGET (page) && KIST_IS_SERVICES (services) && KIST_IS_WRITING_VIEW (view));

  self = g_object_new (KIST_TYPE_PASSAGE_LINKER, NULL);
  self->services = g_object_ref (services);
  g_set_weak_pointer (&self->view, view);
  /* The action is all that keeps it. */
  g_signal_connect_data (action, "activate", G_CALLBACK (link_cb), self,
                         (GClosureNotify)(void (*) (void))g_object_unref, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (page, "passage", G_ACTION_GROUP (group));
}
