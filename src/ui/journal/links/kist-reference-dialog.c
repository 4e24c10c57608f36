#include "kist-config.h"

#include "kist-reference-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/journal/links/kist-reference-target.h"

struct _KistReferenceDialog
{
  AdwDialog parent_instance;

  GtkFilter           *filter;  /* (owned) */
  char               **words;   /* (owned) (nullable): what is looked for, folded */
  GtkFlattenListModel *targets; /* (owned) (nullable) */

  GtkEditable *search;
  GtkStack    *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (KistReferenceDialog, kist_reference_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

/* Every word, anywhere. */
static gboolean
is_wanted_cb (gpointer item, gpointer data)
{
  KistReferenceDialog *self = data;
  g_autofree char     *text = NULL;
  g_autofree char     *folded = NULL;

  if (!self->words)
    return TRUE;
  text = g_strdup_printf ("%s %s", kist_reference_target_get_title (item), kist_reference_target_get_detail (item));
  folded = g_utf8_casefold (text, -1);
  for (char **word = self->words; *word; word++)
    if (!strstr (folded, *word))
      return FALSE;
  return TRUE;
}

static gpointer
filter_cb (gpointer item, gpointer data)
{
  KistReferenceDialog *self = data;

  return gtk_filter_list_model_new (item, g_object_ref (self->filter));
}

/* The list would begin at its first row, below that row's header. */
static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (KistReferenceDialog *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  unsigned         n;

  g_strfreev (self->words);
  self->words = g_strsplit (g_strstrip (folded), " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->targets));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "targets" : "none");
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_cb, NULL, NULL);
}

static void
choose (KistReferenceDialog *self, unsigned position)
{
  g_autoptr (KistReferenceTarget) target = g_list_model_get_item (G_LIST_MODEL (self->targets), position);

  if (!target)
    return;
  g_signal_emit (self, signals[CHOSEN], 0, kist_reference_target_get_reference (target));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (KistReferenceDialog *self, unsigned position)
{
  choose (self, position);
}

/* Enter takes the first that is found. */
/* Escape is for the dialog: the entry would keep it. */
static void
stopped_cb (KistReferenceDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
search_activated_cb (KistReferenceDialog *self)
{
  search_changed_cb (self);
  choose (self, 0);
}

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
setup_cb (KistReferenceDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *detail = create_label ("caption");

  gtk_widget_add_css_class (detail, "dimmed");
  gtk_box_append (GTK_BOX (lines), create_label (NULL));
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (KistReferenceDialog *self, GtkListItem *item)
{
  KistReferenceTarget *target = gtk_list_item_get_item (item);
  GtkWidget           *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget           *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (image));
  const char          *detail = kist_reference_target_get_detail (target);
  g_autofree char     *name = g_strdup_printf ("%s, %s", kist_reference_target_get_title (target), detail);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), kist_reference_target_get_icon (target));
  gtk_label_set_text (GTK_LABEL (title), kist_reference_target_get_title (target));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), detail);
  gtk_list_item_set_accessible_label (item, name);
}

static void
setup_header_cb (KistReferenceDialog *self, GtkListHeader *header)
{
  GtkWidget *label = create_label ("heading");

  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (KistReferenceDialog *self, GtkListHeader *header)
{
  KistReferenceTarget *first = gtk_list_header_get_item (header);
  const char          *title = kist_reference_target_get_detail (first);

  switch (kist_reference_get_kind (kist_reference_target_get_reference (first)))
    {
    case KIST_REFERENCE_THING:
      title = _ ("Things");
      break;
    case KIST_REFERENCE_RUN:
      title = _ ("Runs So Far");
      break;
    case KIST_REFERENCE_CODE:
    case KIST_REFERENCE_ELEMENT:
    default:
      break; /* the edition */
    }
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), title);
}

static void
kist_reference_dialog_dispose (GObject *object)
{
  KistReferenceDialog *self = KIST_REFERENCE_DIALOG (object);

  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_REFERENCE_DIALOG);
  g_clear_object (&self->targets);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (kist_reference_dialog_parent_class)->dispose (object);
}

static void
kist_reference_dialog_class_init (KistReferenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_reference_dialog_dispose;

  /**
   * KistReferenceDialog::chosen:
   * @self: the dialog
   * @reference: what the person chose, before the dialog closes
   */
  signals[CHOSEN] = g_signal_new ("chosen", KIST_TYPE_REFERENCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, KIST_TYPE_REFERENCE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/links/kist-reference-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KistReferenceDialog, search);
  gtk_widget_class_bind_template_child (widget_class, KistReferenceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, KistReferenceDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
kist_reference_dialog_init (KistReferenceDialog *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted_cb, self, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
}

/**
 * kist_reference_dialog_new:
 * @services: the services
 * @title: what is to be linked
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
kist_reference_dialog_new (KistServices *services, const char *title)
{
  KistReferenceDialog *self = g_object_new (KIST_TYPE_REFERENCE_DIALOG, "title", title, NULL);
  GtkMapListModel     *lists = gtk_map_list_model_new (kist_reference_targets_list (services), filter_cb, self, NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->targets = gtk_flatten_list_model_new (G_LIST_MODEL (lists));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->targets))));
  gtk_list_view_set_model (self->list, selection);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_cb, NULL, NULL);
  return ADW_DIALOG (self);
}
