#include "kist-config.h"

#include "kist-editor-page.h"

#include <glib/gi18n.h>

#include "kist-draft.h"
#include "kist-editor-panel.h"
#include "kist-editor-place.h"
#include "kist-erase-question.h"
#include "kist-history-dialog.h"
#include "kist-writing-view.h"
#include "ui/export/kist-way-out.h"
#include "ui/journal/pictures/kist-editor-pictures.h"
#include "ui/journal/privacy/kist-leaving-dialog.h"
#include "ui/journal/privacy/kist-privacy-watch.h"
#include "ui/journal/privacy/kist-privacy-wording.h"
#include "ui/journal/writing/kist-find-replace-bar.h"
#include "ui/journal/writing/kist-long-undo.h"
#include "ui/journal/writing/kist-writing-mode.h"
#include "ui/journal/writing/kist-page-dialog.h"

/* From the first change to the save: a second of typing, and the store's few milliseconds, is all a kill can take. */
#define SAVE_AFTER_MS 1000

struct _KistEditorPage
{
  AdwNavigationPage parent_instance;

  KistServices     *services; /* (owned) */
  KistEntry        *entry;    /* (owned) as it was last saved */
  KistPrivacyWatch *watch;    /* (owned) (nullable) until the entry is there */
  KistWritingMode  *mode;     /* (owned) */
  KistLongUndo     *undo;     /* (owned) */
  const char       *way;      /* (nullable) out of Kist: what was asked for last, as kist-way-out.h has it */
  unsigned          save_source;
  gboolean          is_filling;
  gboolean          is_changed;  /* since the last save */
  gboolean          is_at_words; /* opened at words of the text that were searched for */
  gboolean          is_unspoken; /* saved, but no KIST_VERB_WROTE says so yet */
  gboolean          is_erased;   /* deleted for good: nothing of it is handed over any more */

  AdwBottomSheet     *sheet; /* on a narrow window */
  AdwWindowTitle     *window_title;
  AdwBanner          *no_dictionary;
  GtkEditable        *title_entry;
  KistWritingView    *text;
  GtkLabel           *bar; /* below the text on a narrow window */
  KistEditorPanel    *panel;
  KistFindReplaceBar *find_bar;
};

G_DEFINE_FINAL_TYPE (KistEditorPage, kist_editor_page, ADW_TYPE_NAVIGATION_PAGE)

static KistBadge *
lookup_badge (KistEditorPage *self)
{
  const char *id = kist_entry_get_badge (self->entry);

  return id ? kist_library_lookup_badge (kist_services_get_library (self->services), id) : NULL;
}

/* Below the text on a narrow window: the words, and whether the check found anything. */
static void
show_counts (KistEditorPage *self, const char *body)
{
  g_autofree char *words = kist_editor_panel_show_words (self->panel, lookup_badge (self), body);
  GPtrArray       *concerns = self->watch ? kist_privacy_watch_get_concerns (self->watch) : NULL;
  g_autofree char *summary = concerns ? kist_privacy_wording_dup_short (concerns) : NULL;
  g_autofree char *said = summary ? g_strdup_printf ("%s · %s", words, summary) : g_strdup (words);

  gtk_label_set_text (self->bar, said);
}

static void
show_saving (KistEditorPage *self)
{
  const char *title = kist_entry_get_title (self->entry);
  KistSaver  *saver = kist_services_get_saver (self->services);

  adw_window_title_set_title (self->window_title, *title ? title : _ ("Untitled"));
  if (kist_saver_get_n_unsaved (saver) > 0)
    adw_window_title_set_subtitle (self->window_title, _ ("Not saved yet"));
  else
    adw_window_title_set_subtitle (self->window_title, self->is_changed ? _ ("Saving…") : _ ("Saved on this computer"));
}

static void
save_place (KistEditorPage *self)
{
  if (!self->is_erased)
    kist_editor_place_save (self->services, self->entry, self->text);
}

static void
save (KistEditorPage *self)
{
  g_autofree char *body = NULL;
  g_autoptr (KistEntry) written = NULL;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->is_changed)
    return;

  body = kist_writing_view_dup_text (self->text);
  written = kist_entry_new_with_text (self->entry, gtk_editable_get_text (self->title_entry), body,
                                      kist_clock_now (kist_services_get_clock (self->services)));
  g_object_unref (self->entry);
  self->entry = kist_editor_panel_mark (self->panel, written);
  self->is_changed = FALSE;
  self->is_unspoken = TRUE;
  kist_privacy_watch_set_tags (self->watch, kist_entry_get_tags (self->entry));
  kist_journal_save (kist_services_get_journal (self->services), self->entry);
  save_place (self);
  show_counts (self, body);
}

/* One event for a sitting and not for every save: what counts is how far the draft has come. */
static void
speak (KistEditorPage *self)
{
  save (self);
  if (self->is_unspoken)
    kist_draft_record (self->services, self->entry, FALSE);
  self->is_unspoken = FALSE;
}

static gboolean
save_cb (gpointer data)
{
  KistEditorPage *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KistEditorPage *self)
{
  if (self->is_filling || self->is_erased)
    return;

  if (!self->is_changed)
    {
      self->is_changed = TRUE;
      show_saving (self);
    }
  if (!self->save_source)
    self->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
}

static void
title_activated_cb (KistEditorPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistEditorPage *self = KIST_EDITOR_PAGE (widget);

  save (self);
  self->is_unspoken = FALSE; /* what is deleted does not speak when its page goes */
  gtk_widget_activate_action (widget, "win.delete-entry", "s", kist_entry_get_id (self->entry));
  gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
erase_answered_cb (KistEditorPage *self, const char *response)
{
  const char *const ids[] = { kist_entry_get_id (self->entry), NULL };

  if (!g_str_equal (response, KIST_ERASE_QUESTION_YES) || self->is_erased)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->is_erased = TRUE;
  self->is_changed = self->is_unspoken = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.erase-entries", "^as", ids);
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
erase_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistEditorPage *self = KIST_EDITOR_PAGE (widget);
  AdwDialog      *question = kist_erase_question_new (gtk_editable_get_text (self->title_entry), 1);

  g_signal_connect_object (question, "response", G_CALLBACK (erase_answered_cb), self, G_CONNECT_SWAPPED);
  kist_page_dialog_present (question, widget);
}

static void
restore_cb (KistEditorPage *self, KistEntry *revision)
{
  gtk_editable_set_text (self->title_entry, kist_entry_get_title (revision));
  kist_writing_view_replace_text (self->text, kist_entry_get_body (revision));
}

static void
history_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistEditorPage *self = KIST_EDITOR_PAGE (widget);
  AdwDialog      *dialog;

  save (self);
  dialog = kist_history_dialog_new (self->services, self->entry);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  kist_page_dialog_present (dialog, widget);
}

static void
preview_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (KIST_EDITOR_PAGE (widget));
  gtk_widget_activate_action (widget, "win.preview-entry", "s", kist_entry_get_id (KIST_EDITOR_PAGE (widget)->entry));
}

static void
leave_cb (KistEditorPage *self)
{
  kist_way_out_go (self->way, GTK_WIDGET (self), self->services, self->entry);
}

static void
leave_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistEditorPage *self = KIST_EDITOR_PAGE (widget);

  save (self);
  self->way = g_intern_string (g_variant_get_string (parameter, NULL));
  kist_leaving_dialog_ask (widget, self->watch, kist_way_out_get_label (self->way), G_CALLBACK (leave_cb), self);
}

static void
checked_cb (KistEditorPage *self)
{
  g_autofree char *body = kist_writing_view_dup_text (self->text);

  kist_privacy_view_show (kist_editor_panel_get_privacy (self->panel), kist_privacy_watch_get_concerns (self->watch));
  show_counts (self, body);
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kist_find_replace_bar_open (KIST_EDITOR_PAGE (widget)->find_bar, g_str_equal (action, "editor.replace"));
}

static void
panel_chosen_cb (KistEditorPage *self)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
}

static void
concern_chosen_cb (KistEditorPage *self, const char *key)
{
  adw_bottom_sheet_set_open (self->sheet, FALSE);
  kist_privacy_watch_show (self->watch, key);
}

static void
concern_meant_cb (KistEditorPage *self, const char *key, gboolean is_meant)
{
  kist_privacy_watch_set_meant (self->watch, key, is_meant);
}

static void
kist_editor_page_shown (AdwNavigationPage *page)
{
  KistEditorPage *self = KIST_EDITOR_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (kist_editor_page_parent_class)->shown (page);
  gtk_editable_select_region (self->title_entry, 0, 0);
  gtk_widget_grab_focus (*gtk_editable_get_text (self->title_entry) || self->is_at_words
                             ? GTK_WIDGET (self->text)
                             : GTK_WIDGET (self->title_entry));
  save_place (self);
}

static void
kist_editor_page_hiding (AdwNavigationPage *page)
{
  KistEditorPage *self = KIST_EDITOR_PAGE (page);

  speak (self);
  save_place (self);
  ADW_NAVIGATION_PAGE_CLASS (kist_editor_page_parent_class)->hiding (page);
}

static void
kist_editor_page_dispose (GObject *object)
{
  KistEditorPage *self = KIST_EDITOR_PAGE (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->services);
  g_clear_object (&self->entry);
  g_clear_object (&self->watch);
  g_clear_object (&self->mode);
  g_clear_object (&self->undo);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_EDITOR_PAGE);
  G_OBJECT_CLASS (kist_editor_page_parent_class)->dispose (object);
}

static void
kist_editor_page_class_init (KistEditorPageClass *klass)
{
  GtkWidgetClass         *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_editor_page_dispose;
  page_class->shown = kist_editor_page_shown;
  page_class->hiding = kist_editor_page_hiding;

  g_type_ensure (KIST_TYPE_WRITING_VIEW);
  g_type_ensure (KIST_TYPE_EDITOR_PANEL);
  g_type_ensure (KIST_TYPE_FIND_REPLACE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/kist-editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, no_dictionary);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, title_entry);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, text);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, panel);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, KistEditorPage, sheet);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_chosen_cb);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "editor.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "editor.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "editor.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "editor.leave", "s", leave_action);
  gtk_widget_class_install_action (widget_class, "editor.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "editor.replace", NULL, find_action);
}

static void
kist_editor_page_init (KistEditorPage *self)
{
  KistPrivacyView *privacy;

  gtk_widget_init_template (GTK_WIDGET (self));
  privacy = kist_editor_panel_get_privacy (self->panel);
  g_signal_connect_object (privacy, "chosen", G_CALLBACK (concern_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (privacy, "meant", G_CALLBACK (concern_meant_cb), self, G_CONNECT_SWAPPED);
  kist_find_replace_bar_set_view (self->find_bar, self->text);
  self->mode = kist_writing_mode_new (GTK_WIDGET (self), self->text);
  adw_banner_set_revealed (self->no_dictionary, !kist_writing_view_has_dictionary (self->text));
  g_signal_connect_object (kist_writing_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fill (KistEditorPage *self)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (self->title_entry, kist_entry_get_title (self->entry));
  kist_writing_view_set_text (self->text, kist_entry_get_body (self->entry));
  self->is_at_words = kist_editor_place_restore (self->services, self->entry, self->text);
  self->is_filling = FALSE;
  kist_editor_panel_set_up (self->panel, GTK_WIDGET (self), self->services, self->entry, self->text);
  show_counts (self, kist_entry_get_body (self->entry));
  show_saving (self);
}

/**
 * kist_editor_page_new:
 * @services: the services
 * @entry: the entry to write on
 *
 * Returns: (transfer floating): the page, with the caret where it was
 */
AdwNavigationPage *
kist_editor_page_new (KistServices *services, KistEntry *entry)
{
  KistEditorPage *self = g_object_new (KIST_TYPE_EDITOR_PAGE, NULL);
  KistSaver      *saver = kist_services_get_saver (services);

  self->services = g_object_ref (services);
  self->entry = g_object_ref (entry);
  self->undo = kist_long_undo_new (GTK_WIDGET (self), services, entry, self->text);
  fill (self);
  kist_editor_pictures_add (GTK_WIDGET (self), services, kist_entry_get_id (entry), self->text);
  self->watch = kist_privacy_watch_new (kist_services_get_privacy_book (services), kist_entry_get_id (entry),
                                        self->title_entry, self->text);
  kist_privacy_watch_set_tags (self->watch, kist_entry_get_tags (entry));
  g_signal_connect_object (self->watch, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (services, "flush", G_CALLBACK (speak), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "saved", G_CALLBACK (show_saving), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (saver, "failed", G_CALLBACK (show_saving), self, G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}
