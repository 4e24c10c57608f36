#include "kist-config.h"

#include "kist-bin-page.h"

#include <glib/gi18n.h>

#include "kist-draft.h"
#include "kist-erase-question.h"
#include "ui/widgets/kist-plain-status.h"
#include "ui/kist-wording.h"
#include "ui/journal/writing/kist-page-dialog.h"

/* More rows at once help nobody; the next come up as these go. A blog that was taken back has thousands. */
#define MAX_ROWS 200

struct _KistBinPage
{
  AdwNavigationPage parent_instance;

  KistServices *services;    /* (owned) */
  GCancellable *cancellable; /* (owned) of the listing that is under way */
  GPtrArray    *entries;     /* (element-type KistEntry) (owned) as they are shown */
  GPtrArray    *rows;        /* (element-type GtkWidget) (unowned) of group, one for each of the first entries */
  GtkWidget    *more;        /* (unowned) (nullable) of group: how many entries have no row */
  char        **chosen;      /* (owned) (nullable) the ids that the question is about */

  GtkStack            *stack;
  AdwStatusPage       *empty;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (KistBinPage, kist_bin_page, ADW_TYPE_NAVIGATION_PAGE)

static KistEntry *
entry_of (KistBinPage *self, GtkWidget *part)
{
  GtkWidget *row = gtk_widget_get_ancestor (part, ADW_TYPE_EXPANDER_ROW);
  unsigned   position;

  return row && g_ptr_array_find (self->rows, row, &position) ? g_ptr_array_index (self->entries, position) : NULL;
}

static void
put_back_cb (KistBinPage *self, GtkWidget *button)
{
  KistEntry *entry = entry_of (self, button);
  g_autoptr (KistEntry) kept = NULL;

  if (!entry)
    return;

  kept = g_object_ref (entry); /* the list that has it is read anew */
  kist_journal_undelete (kist_services_get_journal (self->services), kept);
  kist_draft_record (self->services, kept, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("The entry is in the journal again"));
}

static void
answered_cb (KistBinPage *self, const char *response)
{
  g_auto (GStrv) ids = g_steal_pointer (&self->chosen);

  if (ids && g_str_equal (response, KIST_ERASE_QUESTION_YES))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.erase-entries", "^as", ids);
}

/* Takes @ids. */
static void
ask (KistBinPage *self, char **ids, AdwDialog *question)
{
  g_strfreev (self->chosen);
  self->chosen = ids;
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  kist_page_dialog_present (question, GTK_WIDGET (self));
}

static void
erase_cb (KistBinPage *self, GtkWidget *button)
{
  KistEntry *entry = entry_of (self, button);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (!entry)
    return;

  g_strv_builder_add (ids, kist_entry_get_id (entry));
  ask (self, g_strv_builder_end (ids), kist_erase_question_new (kist_entry_get_title (entry), 1));
}

static void
erase_all_cb (KistBinPage *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (unsigned i = 0; i < self->entries->len; i++)
    g_strv_builder_add (ids, kist_entry_get_id (g_ptr_array_index (self->entries, i)));
  ask (self, g_strv_builder_end (ids), kist_erase_question_new (NULL, self->entries->len));
}

static GtkWidget *
create_button (KistBinPage *self, const char *label, const char *style, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (style)
    gtk_widget_add_css_class (button, style);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

/* Its text and what can be done with it. */
static GtkWidget *
create_inside (KistBinPage *self, KistEntry *entry)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *text = gtk_label_new (kist_entry_get_body (entry));
  GtkWidget *buttons = adw_wrap_box_new ();

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_visible (text, *kist_entry_get_body (entry) != '\0');
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), create_button (self, _ ("_Put Back"), NULL, G_CALLBACK (put_back_cb)));
  adw_wrap_box_append (ADW_WRAP_BOX (buttons),
                       create_button (self, _ ("_Delete for Good"), "destructive-action", G_CALLBACK (erase_cb)));
  gtk_widget_set_margin_start (inside, 12);
  gtk_widget_set_margin_end (inside, 12);
  gtk_widget_set_margin_top (inside, 12);
  gtk_widget_set_margin_bottom (inside, 12);
  gtk_box_append (GTK_BOX (inside), text);
  gtk_box_append (GTK_BOX (inside), buttons);
  return inside;
}

/* Made when it is first wanted: a bin of a thousand entries is opened as fast as an empty one. */
static void
expanded_cb (KistBinPage *self, GParamSpec *property, GtkWidget *row)
{
  KistEntry *entry = entry_of (self, row);
  GtkWidget *inside;

  g_signal_handlers_disconnect_by_func (row, G_CALLBACK (expanded_cb), self);
  if (!entry)
    return;

  inside = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inside), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inside), create_inside (self, entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What it says"), -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inside);
}

static void
add_row (KistBinPage *self, KistEntry *entry)
{
  GtkWidget       *row = adw_expander_row_new ();
  const char      *title = kist_entry_get_title (entry);
  KistClock       *clock = kist_services_get_clock (self->services);
  g_autofree char *day = kist_wording_dup_day (clock, kist_entry_get_updated (entry));
  g_autofree char *words = kist_wording_dup_words (kist_entry_get_words (entry));
  /* Translators: when an entry was last written on, and how long it is: "Last written: Yesterday · 300 words" */
  g_autofree char *detail = g_strdup_printf (_ ("Last written: %s · %s"), day, words);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *title ? title : _ ("Untitled"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), detail);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
}

static void
add_more (KistBinPage *self, unsigned n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("And %u more", "And %u more", n), n);

  self->more = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  adw_preferences_group_add (self->group, self->more);
}

/* The row that had the keyboard focus is gone: without this it would go to whatever is next, a toast for one. */
static void
focus_first (KistBinPage *self)
{
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_entries (KistBinPage *self, GPtrArray *entries)
{
  gboolean is_change = self->rows->len > 0;

  for (unsigned i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  if (self->more)
    adw_preferences_group_remove (self->group, g_steal_pointer (&self->more));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_unref (self->entries);
  self->entries = g_ptr_array_ref (entries);
  for (unsigned i = 0; i < MIN (entries->len, MAX_ROWS); i++)
    add_row (self, g_ptr_array_index (entries, i));
  if (entries->len > MAX_ROWS)
    add_more (self, entries->len - MAX_ROWS);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
  if (is_change)
    focus_first (self);
}

static gboolean
is_same (GPtrArray *one, GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (unsigned i = 0; i < one->len; i++)
    if (!g_str_equal (kist_entry_get_id (g_ptr_array_index (one, i)), kist_entry_get_id (g_ptr_array_index (other, i))))
      return FALSE;
  return TRUE;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KistBinPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = kist_store_list_deleted_finish (KIST_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!entries)
    {
      g_message ("The deleted entries were not listed: %s", error->message);
      adw_status_page_set_title (self->empty, _ ("The Deleted Entries Could Not Be Read"));
      kist_plain_status_describe (self->empty, error->message);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  /* What happens elsewhere leaves a row open as it is. */
  if (entries->len == 0 || !is_same (entries, self->entries))
    show_entries (self, entries);
}

/* The store does what it is asked in that order: it answers when what was just deleted is in the bin. */
static void
list_entries (KistBinPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  kist_store_list_deleted_async (kist_services_get_store (self->services), self->cancellable, listed_cb,
                                 g_object_ref (self));
}

static void
kist_bin_page_dispose (GObject *object)
{
  KistBinPage *self = KIST_BIN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_BIN_PAGE);
  G_OBJECT_CLASS (kist_bin_page_parent_class)->dispose (object);
}

static void
kist_bin_page_finalize (GObject *object)
{
  KistBinPage *self = KIST_BIN_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_strfreev);
  G_OBJECT_CLASS (kist_bin_page_parent_class)->finalize (object);
}

static void
kist_bin_page_class_init (KistBinPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_bin_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kist_bin_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/kist-bin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistBinPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistBinPage, empty);
  gtk_widget_class_bind_template_child (widget_class, KistBinPage, group);
  gtk_widget_class_bind_template_callback (widget_class, erase_all_cb);
}

static void
kist_bin_page_init (KistBinPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_bin_page_new:
 * @services: the services
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_bin_page_new (KistServices *services)
{
  KistBinPage *self = g_object_new (KIST_TYPE_BIN_PAGE, NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (services, "changed", G_CALLBACK (list_entries), self, G_CONNECT_SWAPPED);
  list_entries (self);
  return ADW_NAVIGATION_PAGE (self);
}
