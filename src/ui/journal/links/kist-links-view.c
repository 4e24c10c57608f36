#include "kist-config.h"

#include "kist-links-view.h"

#include <glib/gi18n.h>

#include "journal/kist-passage-link.h"
#include "ui/journal/links/kist-reference-dialog.h"
#include "ui/journal/links/kist-reference-target.h"
#include "ui/journal/writing/kist-page-dialog.h"

/* More rows at once help nobody; the links themselves stay in the text. */
#define MOST_PASSAGES 20

struct _KistLinksView
{
  AdwBin parent_instance;

  KistServices *services; /* (owned) (nullable) until set up */
  GPtrArray    *links;    /* (element-type KistReference) (owned) of the entry as a whole, shared with it */
  char         *passages; /* (owned) (nullable): what the rows of passages were made of */

  GtkListBox *list;
  GtkWidget  *add;
};

G_DEFINE_FINAL_TYPE (KistLinksView, kist_links_view, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistLinksView *self = KIST_LINKS_VIEW (widget);
  g_autoptr (KistReference) reference = kist_reference_parse (g_variant_get_string (parameter, NULL));
  g_autoptr (KistReferenceTarget) target = reference ? kist_reference_target_new (self->services, reference) : NULL;

  if (target)
    kist_reference_target_open (target, widget);
}

/* @words: (nullable): the passage's; %NULL for the entry as a whole */
static GtkWidget *
create_row (KistLinksView *self, KistReference *reference, const char *words)
{
  g_autoptr (KistReferenceTarget) target = kist_reference_target_new (self->services, reference);
  const char      *address = kist_reference_get_address (reference);
  const char      *title = kist_reference_target_get_title (target);
  const char      *detail = kist_reference_target_get_detail (target);
  g_autofree char *quoted = words ? g_strdup_printf (_ ("At “%s”"), words) : NULL;
  /* Translators: what a screen reader says of a row: its first line, its second line */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), title, quoted ? quoted : detail);
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", kist_reference_target_get_icon (target),
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), quoted ? quoted : detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "links.open");
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
add_remove_button (GtkWidget *row, KistReference *reference)
{
  /* Translators: %s is the title of what an entry is linked to */
  g_autofree char *name =
      g_strdup_printf (_ ("Remove the link to %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kist_reference_get_address (reference));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "links.remove");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
dup_words (const char *body, const KistPassageLink *link)
{
  g_autofree char *words = g_strndup (body + link->start, link->end - link->start);
  g_autoptr (KistEntry) entry = kist_entry_new ("", NULL, NULL, "", words, 0, 0);

  return kist_entry_dup_excerpt (entry, 60);
}

/* The last row adds a link, and stays. */
static void
show (KistLinksView *self, const char *body, GPtrArray *passages)
{
  GtkWidget *row;
  int        position = 0;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != self->add)
    gtk_list_box_remove (self->list, row);
  for (unsigned i = 0; i < self->links->len; i++)
    {
      row = create_row (self, g_ptr_array_index (self->links, i), NULL);
      add_remove_button (row, g_ptr_array_index (self->links, i));
      gtk_list_box_insert (self->list, row, position++);
    }
  for (unsigned i = 0; i < MIN (passages->len, MOST_PASSAGES); i++)
    {
      const KistPassageLink *link = g_ptr_array_index (passages, i);
      g_autofree char       *words = dup_words (body, link);

      gtk_list_box_insert (self->list, create_row (self, link->reference, words), position++);
    }
}

/* What rows say of passages, so that they are made anew only when that changes and not at every save. */
static char *
describe (const char *body, GPtrArray *passages)
{
  GString *said = g_string_new (NULL);

  for (unsigned i = 0; i < passages->len; i++)
    {
      const KistPassageLink *link = g_ptr_array_index (passages, i);

      g_string_append_len (said, body + link->start, (gssize)(link->end - link->start));
      g_string_append_printf (said, "\n%s\n", kist_reference_get_address (link->reference));
    }
  return g_string_free_and_steal (said);
}

static void
take (KistLinksView *self, GPtrArray *links)
{
  g_ptr_array_unref (self->links);
  self->links = links;
  g_clear_pointer (&self->passages, g_free); /* whoever is told shows them again with the text */
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (KistLinksView *self, KistReference *reference)
{
  GPtrArray *links = kist_references_with (self->links, reference);

  if (links)
    take (self, links);
}

static void
add_cb (KistLinksView *self)
{
  AdwDialog       *dialog;
  g_autofree char *most = NULL;

  if (self->links->len >= KIST_REFERENCE_MAX_LINKS)
    {
      most = g_strdup_printf (_ ("An entry has up to %d links"), KIST_REFERENCE_MAX_LINKS);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", most);
      return;
    }
  dialog = kist_reference_dialog_new (self->services, _ ("Add Link"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  kist_page_dialog_present (dialog, GTK_WIDGET (self));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistLinksView *self = KIST_LINKS_VIEW (widget);
  g_autoptr (KistReference) reference = kist_reference_parse (g_variant_get_string (parameter, NULL));

  if (!reference)
    return;
  /* The row goes. */
  gtk_widget_grab_focus (self->add);
  take (self, kist_references_without (self->links, reference));
}

static void
kist_links_view_dispose (GObject *object)
{
  KistLinksView *self = KIST_LINKS_VIEW (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_LINKS_VIEW);
  G_OBJECT_CLASS (kist_links_view_parent_class)->dispose (object);
}

static void
kist_links_view_finalize (GObject *object)
{
  KistLinksView *self = KIST_LINKS_VIEW (object);

  g_ptr_array_unref (self->links);
  g_free (self->passages);
  G_OBJECT_CLASS (kist_links_view_parent_class)->finalize (object);
}

static void
kist_links_view_class_init (KistLinksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_links_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kist_links_view_finalize;

  /**
   * KistLinksView::changed:
   *
   * The person added a link of the entry as a whole or took one away; kist_links_view_show_passages() shows it.
   */
  signals[CHANGED] =
      g_signal_new ("changed", KIST_TYPE_LINKS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/journal/links/kist-links-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistLinksView, list);
  gtk_widget_class_bind_template_child (widget_class, KistLinksView, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "links.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "links.remove", "s", remove_action);
}

static void
kist_links_view_init (KistLinksView *self)
{
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kist_links_view_set_up:
 * @self: a view
 * @services: the services
 * @entry: the entry whose links these are
 */
void
kist_links_view_set_up (KistLinksView *self, KistServices *services, KistEntry *entry)
{
  g_return_if_fail (KIST_IS_LINKS_VIEW (self) && KIST_IS_SERVICES (services) && KIST_IS_ENTRY (entry));

  g_set_object (&self->services, services);
  g_ptr_array_unref (self->links);
  self->links = g_ptr_array_ref (kist_entry_get_links (entry));
  g_clear_pointer (&self->passages, g_free);
  kist_links_view_show_passages (self, kist_entry_get_body (entry));
}

/**
 * kist_links_view_show_passages:
 * @self: a view that is set up
 * @body: the text as it is now
 *
 * Shows the links as they are now, those in the text behind those of the whole.
 */
void
kist_links_view_show_passages (KistLinksView *self, const char *body)
{
  g_autoptr (GPtrArray) passages = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (KIST_IS_LINKS_VIEW (self) && self->services && body != NULL);

  passages = kist_passage_links_of (body);
  said = describe (body, passages);
  if (g_set_str (&self->passages, said))
    show (self, body, passages);
}

/**
 * kist_links_view_get_links:
 * @self: a view
 *
 * Returns: (transfer none) (element-type KistReference): what the entry as a whole is linked to now; not to be changed
 */
GPtrArray *
kist_links_view_get_links (KistLinksView *self)
{
  g_return_val_if_fail (KIST_IS_LINKS_VIEW (self), NULL);

  return self->links;
}
