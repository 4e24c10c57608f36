#include "kist-config.h"

#include "kist-shortcuts-dialog.h"

#include <glib/gi18n.h>

struct _KistShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (KistShortcutsDialog, kist_shortcuts_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  const char *title; /* untranslated; of a group when keys is NULL */
  const char *keys;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("Anywhere"), NULL },
  { N_ ("Go to Home, Learn, Practise, Journal, Badges, My record, Codes"), "<Alt>1…7" },
  { N_ ("New entry"), "<Control>n" },
  { N_ ("Go back"), "<Alt>Left" },
  { N_ ("Main menu"), "F10" },
  { N_ ("Preferences"), "<Control>comma" },
  { N_ ("Keyboard shortcuts"), "<Control>question" },
  { N_ ("Close"), "<Control>w" },
  { N_ ("Quit"), "<Control>q" },
  { N_ ("Reading"), NULL },
  { N_ ("Find in this text"), "<Control>f" },
  { N_ ("Larger text"), "<Control>plus" },
  { N_ ("Smaller text"), "<Control>minus" },
  { N_ ("Normal text size"), "<Control>0" },
  { N_ ("Quote the selected text in the journal"), "<Control>j" },
  { N_ ("In a scenario"), NULL },
  { N_ ("Choose the first, second, … choice"), "1…9" },
  { N_ ("Take the last choice back"), "BackSpace" },
  { N_ ("Writing"), NULL },
  { N_ ("Find in the entry"), "<Control>f" },
  { N_ ("Find and replace"), "<Control>h" },
  { N_ ("Link the selected words"), "<Control>k" },
  { N_ ("Undo"), "<Control>z" },
  { N_ ("Redo"), "<Shift><Control>z" },
  { N_ ("Paste as plain text"), "<Shift><Control>v" },
  { N_ ("Copy the text for a form"), "<Shift><Control>c" },
  { N_ ("Preview the entry as a web page"), "<Shift><Control>p" },
  { N_ ("Export the entry, or the journal"), "<Control>e" },
  { N_ ("Print the entry"), "<Control>p" },
};

static char *
dup_label (const char *keys)
{
  unsigned        key;
  GdkModifierType modifiers;

  if (gtk_accelerator_parse (keys, &key, &modifiers))
    return gtk_accelerator_get_label (key, modifiers);
  /* A range of keys is no accelerator; its modifier is written the same way. */
  if (g_str_has_prefix (keys, "<Alt>"))
    return g_strdup_printf (_ ("Alt+%s"), keys + strlen ("<Alt>"));
  return g_strdup (keys);
}

static void
add_row (AdwPreferencesGroup *group, const Shortcut *shortcut)
{
  g_autofree char *keys = dup_label (shortcut->keys);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
kist_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KIST_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (kist_shortcuts_dialog_parent_class)->dispose (object);
}

static void
kist_shortcuts_dialog_class_init (KistShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_shortcuts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/kist-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistShortcutsDialog, page);
}

static void
kist_shortcuts_dialog_init (KistShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (unsigned i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].keys)
        {
          add_row (group, &shortcuts[i]);
          continue;
        }
      group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (group, _ (shortcuts[i].title));
      adw_preferences_page_add (self->page, group);
    }
}

/**
 * kist_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
kist_shortcuts_dialog_new (void)
{
  return g_object_new (KIST_TYPE_SHORTCUTS_DIALOG, NULL);
}
