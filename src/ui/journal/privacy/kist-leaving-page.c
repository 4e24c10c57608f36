#include "kist-config.h"

#include "kist-leaving-page.h"

#include <glib/gi18n.h>

#include "base/kist-weak-box.h"
#include "kist-privacy-check.h"
#include "kist-privacy-view.h"
#include "kist-privacy-wording.h"
#include "publish/kist-publication.h"
#include "ui/journal/pictures/kist-picture-wording.h"

/* Of more entries the first are listed, and the rest as soon as those are dealt with. */
#define MAX_ROWS 30
/* Of an entry's findings, the surest. */
#define MAX_WORDS 3
#define LOOK_AGAIN_MS 100

struct _KistLeavingPage
{
  AdwNavigationPage parent_instance;

  KistPrivacyBook  *book;        /* (owned) */
  GPtrArray        *entries;     /* (element-type KistEntry) (owned) */
  KistPrivacyCheck *check;       /* (owned) */
  GCancellable     *cancellable; /* (owned) */
  unsigned          source;

  GtkStack       *stack;
  GtkProgressBar *progress;
  GtkLabel       *summary;
  GtkListBox     *list;
  GtkLabel       *more;
  AdwExpanderRow *oneself;
  GtkLabel       *caution;
  GtkLabel       *pictures;
  GtkWidget      *go_on;
};

G_DEFINE_FINAL_TYPE (KistLeavingPage, kist_leaving_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  LEAVE,
  CHOSEN,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
show_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], 0, g_variant_get_string (parameter, NULL));
}

/* Returns (transfer full): "2 things to look at: “Mrs Kerr”, “07700 900123”" */
static char *
dup_found (const KistPrivacyResult *result)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *count = kist_privacy_wording_dup_summary (result->n_open, 0);
  unsigned         n_words = 0;

  for (unsigned i = 0; i < result->concerns->len && n_words < MAX_WORDS; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (result->concerns, i);
      g_autofree char          *said = concern->is_meant ? NULL : kist_privacy_wording_dup_words (concern);

      if (said)
        g_string_append_printf (words, "%s%s", n_words++ > 0 ? ", " : "", said);
    }
  if (n_words < result->n_open)
    g_string_append (words, ", …");
  /* Translators: "2 things to look at", and which */
  return g_strdup_printf (_ ("%s: %s"), count, words->str);
}

static GtkWidget *
create_row (const KistPrivacyResult *result)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *icon = gtk_image_new_from_icon_name ("go-next-symbolic");
  const char      *title = kist_entry_get_title (result->entry);
  g_autofree char *found = dup_found (result);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *title ? title : _ ("Untitled"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), found);
  gtk_widget_set_tooltip_text (row, _ ("Go to the Entry"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "leaving.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", kist_entry_get_id (result->entry));
  return row;
}

static char *
dup_summary (KistLeavingPage *self, unsigned n_entries)
{
  unsigned n_all = self->entries->len;

  if (n_entries == 0)
    return g_strdup_printf (ngettext ("Nothing was found in %u entry", "Nothing was found in %u entries", n_all),
                            n_all);
  return g_strdup_printf (
      ngettext ("%u of %u entry has something to look at", "%u of %u entries have something to look at", n_all),
      n_entries, n_all);
}

static void
show_results (KistLeavingPage *self, GPtrArray *results)
{
  unsigned         n_more = results->len > MAX_ROWS ? results->len - MAX_ROWS : 0;
  g_autofree char *summary = dup_summary (self, results->len);
  g_autofree char *more =
      g_strdup_printf (ngettext ("And %u more, after these.", "And %u more, after these.", n_more), n_more);

  for (unsigned i = 0; i < MIN (results->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (results, i)));
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->list), results->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_stack_set_visible_child_name (self->stack, "checked");
  gtk_widget_set_sensitive (self->go_on, TRUE);
  gtk_widget_grab_focus (self->go_on);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), summary, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistLeavingPage) self = kist_weak_box_open (data);
  g_autoptr (GPtrArray) results = NULL;

  if (!self || !self->book)
    return; /* the page is gone */
  results = kist_privacy_check_run_finish (KIST_PRIVACY_CHECK (source), result, self->book, NULL);
  g_clear_handle_id (&self->source, g_source_remove);
  if (results)
    show_results (self, results);
}

static gboolean
look_cb (gpointer data)
{
  KistLeavingPage *self = data;

  gtk_progress_bar_set_fraction (self->progress, kist_privacy_check_get_fraction (self->check));
  return G_SOURCE_CONTINUE;
}

static void
go_on_clicked_cb (KistLeavingPage *self)
{
  for (unsigned i = 0; i < self->entries->len; i++)
    kist_privacy_book_set_seen (self->book, g_ptr_array_index (self->entries, i));
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
kist_leaving_page_dispose (GObject *object)
{
  KistLeavingPage *self = KIST_LEAVING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->check);
  g_clear_object (&self->book);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_LEAVING_PAGE);
  G_OBJECT_CLASS (kist_leaving_page_parent_class)->dispose (object);
}

static void
kist_leaving_page_class_init (KistLeavingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_leaving_page_dispose;

  /**
   * KistLeavingPage::leave:
   * @self: the page
   *
   * The writer has seen what was found and goes on.
   */
  signals[LEAVE] =
      g_signal_new ("leave", KIST_TYPE_LEAVING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KistLeavingPage::chosen:
   * @self: the page
   * @entry: an entry's id
   *
   * The writer goes to this entry instead.
   */
  signals[CHOSEN] = g_signal_new ("chosen", KIST_TYPE_LEAVING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/privacy/kist-leaving-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, progress);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, summary);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, list);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, more);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, oneself);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, caution);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, pictures);
  gtk_widget_class_bind_template_child (widget_class, KistLeavingPage, go_on);
  gtk_widget_class_bind_template_callback (widget_class, go_on_clicked_cb);
  gtk_widget_class_install_action (widget_class, "leaving.show", "s", show_action);
}

static void
kist_leaving_page_init (KistLeavingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->caution, kist_privacy_wording_caution ());
  kist_privacy_view_add_questions (self->oneself);
  adw_expander_row_set_expanded (self->oneself, TRUE);
  gtk_widget_set_sensitive (self->go_on, FALSE);
}

/**
 * kist_leaving_page_is_needed:
 * @book: what the writer told the check
 * @entries: (element-type KistEntry): what is to leave
 *
 * Returns: whether the writer has not yet seen what is found in one of @entries as it is now
 */
gboolean
kist_leaving_page_is_needed (KistPrivacyBook *book, GPtrArray *entries)
{
  g_return_val_if_fail (KIST_IS_PRIVACY_BOOK (book) && entries != NULL, TRUE);

  for (unsigned i = 0; i < entries->len; i++)
    {
      KistEntry *entry = g_ptr_array_index (entries, i);

      if (!kist_privacy_book_was_seen (book, kist_entry_get_id (entry), kist_entry_get_title (entry),
                                       kist_entry_get_body (entry), kist_entry_get_tags (entry)))
        return TRUE;
    }
  return FALSE;
}

static void
show_pictures (KistLeavingPage *self)
{
  g_autoptr (GPtrArray) ids = kist_publication_list_images (self->entries);
  g_autofree char *said = kist_picture_wording_dup_leaving (ids->len);

  gtk_label_set_text (self->pictures, said ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pictures), said != NULL);
}

/**
 * kist_leaving_page_new:
 * @book: what the writer told the check
 * @entries: (element-type KistEntry): what is to leave, in the order to be shown; nobody changes it any more
 *
 * The check begins at once.
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_leaving_page_new (KistPrivacyBook *book, GPtrArray *entries)
{
  KistLeavingPage *self = g_object_new (KIST_TYPE_LEAVING_PAGE, NULL);

  self->book = g_object_ref (book);
  self->entries = g_ptr_array_ref (entries);
  show_pictures (self);
  self->cancellable = g_cancellable_new ();
  self->check = kist_privacy_check_new (book, entries);
  self->source = g_timeout_add (LOOK_AGAIN_MS, look_cb, self);
  kist_privacy_check_run_async (self->check, self->cancellable, checked_cb, kist_weak_box_new (self));
  return ADW_NAVIGATION_PAGE (self);
}
