#include "kist-config.h"

#include "kist-long-undo.h"

#include <glib/gi18n.h>

/* How many versions one goes back at most; the history has all of them. */
#define MAX_VERSIONS 100

struct _KistLongUndo
{
  GObject parent_instance;

  KistStore       *store;       /* (owned) */
  KistEntry       *begun;       /* (owned) as this sitting found it */
  KistWritingView *view;        /* (weak) (nullable) once its page is gone */
  GCancellable    *cancellable; /* (owned) */
  gboolean         is_asking;
  gboolean         is_reached; /* the versions are below what can be undone */
};

G_DEFINE_FINAL_TYPE (KistLongUndo, kist_long_undo, G_TYPE_OBJECT)

static void
undo (KistLongUndo *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "text.undo", NULL);
}

static void
say (KistLongUndo *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.toast", "s", text);
}

/* What was written before this sitting, oldest first; what was kept since can be undone already. */
static GPtrArray *
list_older (KistLongUndo *self, GPtrArray *revisions)
{
  GPtrArray *older = g_ptr_array_new ();

  for (unsigned i = 0; i < revisions->len && older->len < MAX_VERSIONS; i++)
    {
      KistEntry  *revision = g_ptr_array_index (revisions, i);
      const char *after = kist_entry_get_body (older->len > 0 ? g_ptr_array_index (older, 0) : self->begun);

      if (kist_entry_get_updated (revision) < kist_entry_get_updated (self->begun) &&
          !g_str_equal (kist_entry_get_body (revision), after))
        g_ptr_array_insert (older, 0, revision);
    }
  return older;
}

/* As if it had all been written in one sitting: each version is an edit of the one before it. What was undone until now
 * becomes one edit, so that it can be redone. */
static void
build (KistLongUndo *self, GPtrArray *older)
{
  GtkTextBuffer   *buffer = kist_writing_view_get_buffer (self->view);
  int              caret = kist_writing_view_get_caret (self->view);
  g_autofree char *present = kist_writing_view_dup_text (self->view);
  g_autofree char *undone = NULL;

  while (gtk_text_buffer_get_can_redo (buffer))
    {
      gtk_text_buffer_redo (buffer);
      g_free (undone);
      undone = kist_writing_view_dup_text (self->view);
    }
  kist_writing_view_set_text (self->view, kist_entry_get_body (g_ptr_array_index (older, 0)));
  for (unsigned i = 1; i < older->len; i++)
    kist_writing_view_replace_text (self->view, kist_entry_get_body (g_ptr_array_index (older, i)));
  kist_writing_view_replace_text (self->view, present);
  if (undone)
    {
      kist_writing_view_replace_text (self->view, undone);
      undo (self);
    }
  kist_writing_view_set_caret (self->view, caret);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistLongUndo) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = kist_store_list_revisions_finish (KIST_STORE (source), result, &error);
  g_autoptr (GPtrArray) older = NULL;

  self->is_asking = FALSE;
  if (!self->view || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!revisions)
    {
      g_message ("The versions were not listed: %s", error->message);
      say (self, error->message);
      return;
    }
  self->is_reached = TRUE;
  /* Somebody typed on meanwhile: there is something to undo again. */
  if (gtk_text_buffer_get_can_undo (kist_writing_view_get_buffer (self->view)))
    {
      self->is_reached = FALSE;
      return;
    }
  older = list_older (self, revisions);
  if (older->len == 0)
    {
      say (self, _ ("No earlier version was kept"));
      return;
    }
  build (self, older);
  undo (self);
}

/* The last edit of this sitting or, when there is none, what led from the last version to the present. */
static void
undo_cb (KistLongUndo *self)
{
  if (!self->view)
    return;
  if (gtk_text_buffer_get_can_undo (kist_writing_view_get_buffer (self->view)))
    undo (self);
  else if (self->is_reached)
    say (self, _ ("No earlier version was kept"));
  else if (!self->is_asking)
    {
      self->is_asking = TRUE;
      kist_store_list_revisions_async (self->store, kist_entry_get_id (self->begun), self->cancellable, listed_cb,
                                       g_object_ref (self));
    }
}

static void
redo_cb (KistLongUndo *self)
{
  if (self->view)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "text.redo", NULL);
}

static void
add_action (KistLongUndo *self, GSimpleActionGroup *group, const char *name, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
kist_long_undo_dispose (GObject *object)
{
  KistLongUndo *self = KIST_LONG_UNDO (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->begun);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (kist_long_undo_parent_class)->dispose (object);
}

static void
kist_long_undo_class_init (KistLongUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_long_undo_dispose;
}

static void
kist_long_undo_init (KistLongUndo *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * kist_long_undo_new:
 * @page: the page, which gets the actions
 * @services: the services
 * @entry: the entry as it is found
 * @view: its text
 *
 * Returns: (transfer full): the undo of that text, as long as this is there
 */
KistLongUndo *
kist_long_undo_new (GtkWidget *page, KistServices *services, KistEntry *entry, KistWritingView *view)
{
  KistLongUndo *self = g_object_new (KIST_TYPE_LONG_UNDO, NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->store = g_object_ref (kist_services_get_store (services));
  self->begun = g_object_ref (entry);
  g_set_weak_pointer (&self->view, view);
  add_action (self, group, "undo", G_CALLBACK (undo_cb));
  add_action (self, group, "redo", G_CALLBACK (redo_cb));
  gtk_widget_insert_action_group (page, "history", G_ACTION_GROUP (group));
  return self;
}
