#include "kist-window-blogs.h"

#include <glib/gi18n.h>
#include <string.h>

#include "archive/kist-zip.h"
#include "blog/kist-blog-head.h"
#include "blog/kist-blog.h"
#include "ui/journal/kist-draft.h"
#include "ui/kist-file-choice.h"
#include "ui/kist-window-private.h"

#define TOAST_SECONDS 10

/* A file whose name may be that of a blog or of another program's work. */
typedef struct
{
  GWeakRef window;
  char    *path; /* (owned) */
} Sniffing;

static void
open_blog (KistWindow *window, const char *path)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-blog", "s", path);
}

static void
sniffed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sniffing *sniffing = data;
  g_autoptr (KistWindow) window = g_weak_ref_get (&sniffing->window);
  gboolean is_blog = g_task_propagate_boolean (G_TASK (result), NULL);

  if (window && !window->is_closing)
    gtk_widget_activate_action (GTK_WIDGET (window), is_blog ? "win.open-blog" : "win.import-file", "s",
                                sniffing->path);
  g_weak_ref_clear (&sniffing->window);
  g_free (sniffing->path);
  g_free (sniffing);
}

static gboolean
is_h5p (const char *name, guint64 size, gpointer data)
{
  return g_str_equal (name, "h5p.json");
}

/* What is no zip, or too much, is said by whoever reads all of it. */
static gboolean
has_h5p (const char *path)
{
  g_autoptr (GPtrArray) found = kist_zip_pick (path, is_h5p, NULL, KIST_BLOG_MAX_BYTES, NULL, NULL);

  return found && found->len > 0;
}

static gboolean
begins_as_blog (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) head = NULL;
  const char *bytes;
  gsize       length;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    stream = g_file_read (file, NULL, NULL);
  if (stream)
    head = g_input_stream_read_bytes (G_INPUT_STREAM (stream), KIST_BLOG_HEAD_BYTES, NULL, NULL);
  if (!head)
    return FALSE;
  bytes = g_bytes_get_data (head, &length);
  return bytes && kist_blog_head_is_blog (bytes, length);
}

/* On a thread. */
static void
sniff_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *folded = g_ascii_strdown (data, -1);

  g_task_return_boolean (task, g_str_has_suffix (folded, ".zip") ? !has_h5p (data) : begins_as_blog (data));
}

static void
sniff (KistWindow *window, const char *path)
{
  Sniffing *sniffing = g_new0 (Sniffing, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (&sniffing->window, window);
  sniffing->path = g_strdup (path);
  task = g_task_new (NULL, NULL, sniffed_cb, sniffing);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, sniff_cb);
}

static void
bring_in_blog_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const suffixes[] = { "zip", "atom", "xml", "md", "markdown", NULL };

  kist_file_choice_ask (KIST_WINDOW (widget), _ ("Bring In a Blog"), _ ("Blogs of Blogger and WordPress, Markdown"),
                        suffixes, "win.open-blog");
}

static void
bring_in_folder_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_file_choice_ask_folder (KIST_WINDOW (widget), _ ("Bring In a Folder of Posts"), "win.open-blog");
}

/* They are in the journal, which is shown instead of the page about the file. */
static void
show_brought_in_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow      *self = KIST_WINDOW (widget);
  unsigned         n = (unsigned)g_variant_n_children (parameter);
  AdwToast        *toast;
  g_autofree char *title = NULL;

  /* Where it lies below, it has them already: making it anew would take as long again. */
  if (adw_navigation_view_find_page (self->navigation, "journal"))
    adw_navigation_view_pop_to_tag (self->navigation, "journal");
  else
    kist_window_open_section (self, "journal");
  title = g_strdup_printf (ngettext ("%'u post brought in", "%'u posts brought in", n), n);
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.take-back");
  adw_toast_set_action_target_value (toast, parameter);
  adw_toast_overlay_add_toast (self->toasts, toast);
  /* Not through the window, which cannot where a test listens. */
  gtk_accessible_announce (GTK_ACCESSIBLE (self->navigation), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What was written in them meanwhile was recorded and counts no more; of the others there is nothing to take back. */
static void
record_deletion (KistServices *services, KistEntry *entry)
{
  KistThing *thing = kist_entry_get_thing (entry) ? kist_library_lookup_thing (kist_services_get_library (services),
                                                                               kist_entry_get_thing (entry))
                                                  : NULL;

  for (unsigned i = 0; thing && i < kist_thing_get_n_steps (thing); i++)
    {
      KistStep            *step = kist_thing_get_step (thing, i);
      const KistStepFacts *facts = kist_progress_get_step (kist_services_get_progress (services),
                                                           kist_thing_get_key (thing), kist_step_get_id (step));

      if (facts && g_strcmp0 (facts->entry, kist_entry_get_id (entry)) == 0)
        {
          kist_draft_record (services, entry, TRUE);
          return;
        }
    }
}

/* What is to be taken back. */
typedef struct
{
  GWeakRef window;
  char   **ids; /* (owned) */
} TakingBack;

/* An editor would bring its entry back with the next letter. */
static void
close_editor (KistWindow *self, char **ids)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  const char        *tag = page ? adw_navigation_page_get_tag (page) : NULL;

  if (!tag || !g_str_has_prefix (tag, "win.open-entry "))
    return;
  for (; *ids; ids++)
    if (strstr (tag, *ids))
      {
        adw_navigation_view_pop (self->navigation);
        return;
      }
}

static void
drop_entries (KistWindow *self, char **ids)
{
  KistJournal *journal = kist_services_get_journal (self->services);
  g_autoptr (GPtrArray) entries = kist_journal_snapshot (journal);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  unsigned         n = g_strv_length (ids);
  g_autofree char *title = NULL;

  for (unsigned i = 0; i < n; i++)
    g_hash_table_add (gone, ids[i]);
  kist_journal_drop_all (journal, (const char *const *)ids);
  for (unsigned i = 0; i < entries->len; i++)
    if (g_hash_table_contains (gone, kist_entry_get_id (g_ptr_array_index (entries, i))))
      record_deletion (self->services, g_ptr_array_index (entries, i));
  title = g_strdup_printf (ngettext ("%'u post is in Deleted Entries", "%'u posts are in Deleted Entries", n), n);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", title);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TakingBack *taking = data;
  g_autoptr (KistWindow) window = g_weak_ref_get (&taking->window);
  g_autoptr (GError) error = NULL;
  gboolean is_done = kist_store_save_finish (KIST_STORE (source), result, &error);

  if (error)
    g_message ("The posts were not taken back: %s", error->message);
  if (window && !window->is_closing && is_done)
    drop_entries (window, taking->ids);
  else if (window && !window->is_closing)
    kist_window_complain (window, _ ("The Posts Were Not Taken Back"), error->message);
  g_weak_ref_clear (&taking->window);
  g_strfreev (taking->ids);
  g_free (taking);
}

static void
take_back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistWindow *self = KIST_WINDOW (widget);
  TakingBack *taking = g_new0 (TakingBack, 1);

  g_weak_ref_init (&taking->window, self);
  taking->ids = g_variant_dup_strv (parameter, NULL);
  kist_services_flush (self->services);
  close_editor (self, taking->ids);
  kist_store_delete_entries_async (kist_services_get_store (self->services), (const char *const *)taking->ids,
                                   taken_back_cb, taking);
}

static void
complain_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *heading, *message;

  g_variant_get (parameter, "(&s&s)", &heading, &message);
  kist_window_complain (KIST_WINDOW (widget), heading, message);
}

/**
 * kist_window_blogs_install_actions:
 * @widget_class: the window's class
 *
 * Adds the actions about blogs that kist-window.h lists.
 */
void
kist_window_blogs_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.bring-in-blog", NULL, bring_in_blog_action);
  gtk_widget_class_install_action (widget_class, "win.bring-in-folder", NULL, bring_in_folder_action);
  gtk_widget_class_install_action (widget_class, "win.show-brought-in", "as", show_brought_in_action);
  gtk_widget_class_install_action (widget_class, "win.take-back", "as", take_back_action);
  gtk_widget_class_install_action (widget_class, "win.complain", "(ss)", complain_action);
}

static gboolean
ends_in (const char *path, const char *const *suffixes)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (; *suffixes; suffixes++)
    if (g_str_has_suffix (folded, *suffixes))
      return TRUE;
  return FALSE;
}

/**
 * kist_window_blogs_open_file:
 * @window: the window
 * @path: a file that is no pack
 *
 * Opens what can only be a blog by its name. A zip that is no H5P is one, too, and an XML whose beginning says so: else
 * that is a quiz. Those are looked into first, on a thread.
 *
 * Returns: whether it is opened, or will be, here or as any other foreign file
 */
gboolean
kist_window_blogs_open_file (KistWindow *window, const char *path)
{
  static const char *const sure[] = { ".atom", ".md", ".markdown", NULL };
  static const char *const doubtful[] = { ".zip", ".xml", NULL };

  g_return_val_if_fail (KIST_IS_WINDOW (window) && path != NULL, FALSE);

  if (ends_in (path, sure))
    open_blog (window, path);
  else if (ends_in (path, doubtful))
    sniff (window, path);
  else
    return FALSE;
  return TRUE;
}
