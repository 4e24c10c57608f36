#include "kist-config.h"

#include "kist-privacy-watch.h"

#include <glib/gi18n.h>

#include "kist-privacy-check.h"
#include "kist-privacy-marks.h"

/* After the last key: long enough that a word in the making is not called a name. */
#define CHECK_AFTER_MS 700

struct _KistPrivacyWatch
{
  GObject parent_instance;

  KistPrivacyBook *book;     /* (owned) */
  char            *entry;    /* (owned) */
  GtkEditable     *title;    /* (weak) the editor's; a dialog may outlive it */
  KistWritingView *text;     /* (weak) the same */
  char           **tags;     /* (owned) the entry's, which leave with it */
  GPtrArray       *concerns; /* (element-type KistPrivacyConcern) (owned) (nullable) until something was checked */
  GCancellable    *running;  /* (owned) (nullable) */
  GtkTextTag      *mark;     /* (unowned) the buffer's */
  unsigned         source;
};

G_DEFINE_FINAL_TYPE (KistPrivacyWatch, kist_privacy_watch, G_TYPE_OBJECT)

enum
{
  CHECKED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

/* What a run is given: copies, and whom to tell. A run never keeps the watch, and with it the store, alive. */
typedef struct
{
  GWeakRef watch;
  char    *title;
  char    *body;
  char   **names;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_weak_ref_clear (&copy->watch);
  g_free (copy->title);
  g_free (copy->body);
  g_strfreev (copy->names);
  g_free (copy);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy *copy = data;

  g_task_return_pointer (task, kist_privacy_concerns_new (copy->title, copy->body, (const char *const *)copy->names),
                         (GDestroyNotify)g_ptr_array_unref);
}

static void
show_result (KistPrivacyWatch *self)
{
  kist_privacy_concerns_mark (self->concerns, kist_privacy_book_get_meant (self->book, self->entry));
  if (self->text)
    kist_privacy_marks_show (kist_writing_view_get_buffer (self->text), self->mark, self->concerns);
  g_signal_emit (self, signals[CHECKED], 0);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autoptr (KistPrivacyWatch) self = g_weak_ref_get (&copy->watch);
  g_autoptr (GPtrArray) concerns = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!self || g_task_get_cancellable (G_TASK (result)) != self->running)
    return; /* the text is another by now, or the editor is gone */
  g_clear_object (&self->running);
  if (!concerns)
    return;
  g_clear_pointer (&self->concerns, g_ptr_array_unref);
  self->concerns = g_steal_pointer (&concerns);
  show_result (self);
}

static gboolean
check_cb (gpointer data)
{
  KistPrivacyWatch *self = data;
  Copy             *copy = g_new0 (Copy, 1);
  g_autoptr (GTask) task = NULL;

  self->source = 0;
  if (!self->text)
    return G_SOURCE_REMOVE;
  self->running = g_cancellable_new ();
  copy->title = kist_privacy_check_dup_head (gtk_editable_get_text (self->title), (const char *const *)self->tags);
  copy->body = kist_writing_view_dup_text (self->text);
  copy->names = kist_privacy_book_dup_names (self->book);
  g_weak_ref_init (&copy->watch, self);
  task = g_task_new (NULL, self->running, checked_cb, NULL);
  g_task_set_source_tag (task, check_cb);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, check_in_thread);
  return G_SOURCE_REMOVE;
}

static void
forget_running (KistPrivacyWatch *self)
{
  if (self->running)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
check_soon (KistPrivacyWatch *self, unsigned after_ms)
{
  forget_running (self);
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (after_ms, check_cb, self);
}

static void
text_changed_cb (KistPrivacyWatch *self)
{
  check_soon (self, CHECK_AFTER_MS);
}

/* What is meant so changes how it is shown, and a name that came or went what is found. */
static void
book_changed_cb (KistPrivacyWatch *self)
{
  if (self->concerns && kist_privacy_watch_is_settled (self))
    show_result (self);
}

static void
names_changed_cb (KistPrivacyWatch *self)
{
  check_soon (self, 0);
}

static void
kist_privacy_watch_dispose (GObject *object)
{
  KistPrivacyWatch *self = KIST_PRIVACY_WATCH (object);

  forget_running (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->title);
  g_clear_weak_pointer (&self->text);
  g_clear_object (&self->book);
  g_clear_pointer (&self->entry, g_free);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->concerns, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_privacy_watch_parent_class)->dispose (object);
}

static void
kist_privacy_watch_class_init (KistPrivacyWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kist_privacy_watch_dispose;

  /**
   * KistPrivacyWatch::checked:
   * @self: the watch
   *
   * What kist_privacy_watch_get_concerns() gives is another, or other findings are meant so.
   */
  signals[CHECKED] =
      g_signal_new ("checked", KIST_TYPE_PRIVACY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kist_privacy_watch_init (KistPrivacyWatch *self)
{
  self->tags = g_new0 (char *, 1);
}

/**
 * kist_privacy_watch_new:
 * @book: what the writer told the check
 * @entry: the entry's id
 * @title: where its title is written; it is not kept
 * @text: where its text is written; the same
 *
 * The first check begins at once. When the text is gone, nothing is checked any more.
 *
 * Returns: (transfer full): the watch
 */
KistPrivacyWatch *
kist_privacy_watch_new (KistPrivacyBook *book, const char *entry, GtkEditable *title, KistWritingView *text)
{
  KistPrivacyWatch *self = g_object_new (KIST_TYPE_PRIVACY_WATCH, NULL);
  GtkTextBuffer    *buffer = kist_writing_view_get_buffer (text);

  self->book = g_object_ref (book);
  self->entry = g_strdup (entry);
  g_set_weak_pointer (&self->title, title);
  g_set_weak_pointer (&self->text, text);
  self->mark = kist_privacy_marks_create_tag (buffer);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (title, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kist_privacy_book_get_names (book), "items-changed", G_CALLBACK (names_changed_cb), self,
                           G_CONNECT_SWAPPED);
  check_soon (self, 0);
  return self;
}

/**
 * kist_privacy_watch_set_tags:
 * @self: a watch
 * @tags: (array zero-terminated=1): the entry's tags as they are, which leave with it
 *
 * Checks anew if they are others than before.
 */
void
kist_privacy_watch_set_tags (KistPrivacyWatch *self, const char *const *tags)
{
  g_return_if_fail (KIST_IS_PRIVACY_WATCH (self) && tags != NULL);

  if (g_strv_equal ((const char *const *)self->tags, tags))
    return;
  g_strfreev (self->tags);
  self->tags = g_strdupv ((char **)tags);
  check_soon (self, 0);
}

/**
 * kist_privacy_watch_get_concerns:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable) (element-type KistPrivacyConcern): what was found last; %NULL before the first
 *   check has ended
 */
GPtrArray *
kist_privacy_watch_get_concerns (KistPrivacyWatch *self)
{
  g_return_val_if_fail (KIST_IS_PRIVACY_WATCH (self), NULL);

  return self->concerns;
}

/**
 * kist_privacy_watch_is_settled:
 * @self: a watch
 *
 * Returns: whether what was found last is of the text as it is now
 */
gboolean
kist_privacy_watch_is_settled (KistPrivacyWatch *self)
{
  g_return_val_if_fail (KIST_IS_PRIVACY_WATCH (self), FALSE);

  return self->concerns && !self->source && !self->running;
}

/**
 * kist_privacy_watch_was_seen:
 * @self: a watch
 *
 * Returns: whether the writer saw what was found in the text as it is now: see kist_privacy_watch_set_seen()
 */
gboolean
kist_privacy_watch_was_seen (KistPrivacyWatch *self)
{
  g_autofree char *body = NULL;

  g_return_val_if_fail (KIST_IS_PRIVACY_WATCH (self), FALSE);

  if (!self->text)
    return FALSE;
  body = kist_writing_view_dup_text (self->text);
  return kist_privacy_book_was_seen (self->book, self->entry, gtk_editable_get_text (self->title), body,
                                     (const char *const *)self->tags);
}

/**
 * kist_privacy_watch_set_seen:
 * @self: a watch
 *
 * The writer has seen what was found in the text as it is now, and went on.
 */
void
kist_privacy_watch_set_seen (KistPrivacyWatch *self)
{
  g_autofree char *body = NULL;
  g_autoptr (KistEntry) bare = NULL;
  g_autoptr (KistEntry) entry = NULL;

  g_return_if_fail (KIST_IS_PRIVACY_WATCH (self));

  if (!self->text)
    return;
  body = kist_writing_view_dup_text (self->text);
  bare = kist_entry_new (self->entry, NULL, NULL, gtk_editable_get_text (self->title), body, 0, 0);
  entry = kist_entry_new_with_marks (bare, (const char *const *)self->tags, NULL);
  kist_privacy_book_set_seen (self->book, entry);
}

static const KistPrivacyConcern *
lookup (KistPrivacyWatch *self, const char *key)
{
  for (guint i = 0; self->concerns && i < self->concerns->len; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (self->concerns, i);

      if (g_str_equal (concern->key, key))
        return concern;
    }
  return NULL;
}

/* The next after the caret; else the first. */
static const KistPrivacyPlace *
find_next (const KistPrivacyConcern *concern, unsigned caret)
{
  for (guint i = 0; i < concern->places->len; i++)
    {
      const KistPrivacyPlace *place = &g_array_index (concern->places, KistPrivacyPlace, i);

      if (!place->is_title && place->start > caret)
        return place;
    }
  return &g_array_index (concern->places, KistPrivacyPlace, 0);
}

/**
 * kist_privacy_watch_show:
 * @self: a watch
 * @key: the key of a concern; nothing happens when it is none any longer
 *
 * Selects the next of its places after the caret, in the title or in the text, and goes there.
 */
void
kist_privacy_watch_show (KistPrivacyWatch *self, const char *key)
{
  const KistPrivacyConcern *concern;
  const KistPrivacyPlace   *place;

  g_return_if_fail (KIST_IS_PRIVACY_WATCH (self) && key != NULL);

  concern = self->text ? lookup (self, key) : NULL;
  if (!concern)
    return;
  place = find_next (concern, (unsigned)kist_writing_view_get_caret (self->text));
  if (place->is_title && place->start > g_utf8_strlen (gtk_editable_get_text (self->title), -1))
    gtk_widget_activate_action (GTK_WIDGET (self->text), "win.toast", "s", _ ("It stands in one of the tags"));
  else if (place->is_title)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      gtk_editable_select_region (self->title, (int)place->start, (int)place->end);
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      kist_writing_view_select (self->text, (int)place->start, (int)(place->end - place->start));
    }
}

/**
 * kist_privacy_watch_set_meant:
 * @self: a watch
 * @key: the key of a concern
 * @is_meant: whether it is meant so
 */
void
kist_privacy_watch_set_meant (KistPrivacyWatch *self, const char *key, gboolean is_meant)
{
  g_return_if_fail (KIST_IS_PRIVACY_WATCH (self) && key != NULL);

  kist_privacy_book_set_meant (self->book, self->entry, key, is_meant);
}

/**
 * kist_privacy_watch_get_view:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the text that it watches; %NULL when it is gone
 */
KistWritingView *
kist_privacy_watch_get_view (KistPrivacyWatch *self)
{
  return self->text;
}
