#include "kist-config.h"

#include "kist-try-page.h"

#include <glib/gi18n.h>

#include "kist-author-check.h"
#include "kist-author-rows.h"
#include "ui/widgets/kist-scenario-map.h"

struct _KistTryPage
{
  AdwNavigationPage parent_instance;

  char         *folder;      /* (owned) */
  char         *file;        /* (owned) */
  GCancellable *cancellable; /* (owned) */
  KistScenario *scenario;    /* (owned) (nullable) until it is read */
  GtkFilter    *filter;      /* (owned) */

  AdwWindowTitle *heading;
  GtkSearchEntry *search;
  GtkStack       *stack;
  AdwStatusPage  *problem;
  GtkListView    *passages;
  GtkWidget      *map_button;
  AdwBin         *map;
};

G_DEFINE_FINAL_TYPE (KistTryPage, kist_try_page, ADW_TYPE_NAVIGATION_PAGE)

static void
play_from (KistTryPage *self, const char *passage)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.preview", "(sss)", self->folder, self->file, passage);
}

static char *
dup_details (KistScenario *scenario, const char *name)
{
  int                index = kist_scenario_lookup (scenario, name);
  const KistPassage *passage = kist_scenario_get_passage (scenario, (unsigned)index);
  const char        *kind = index == (int)kist_scenario_get_start (scenario) ? _ ("Start")
                            : (passage->tags & KIST_PASSAGE_END)             ? _ ("Ending")
                                                                             : _ ("Passage");

  /* Translators: %s is "Start", "Ending" or "Passage" */
  return g_strdup_printf (_ ("%s in line %u"), kind, passage->line);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (unsigned i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (i == 1)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dimmed");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KistTryPage *self)
{
  GtkWidget       *box = gtk_list_item_get_child (item);
  const char      *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autofree char *details = dup_details (self->scenario, name);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, details);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), details);
  gtk_list_item_set_accessible_label (item, label);
}

static void
fill (KistTryPage *self)
{
  GtkStringList      *names = gtk_string_list_new (NULL);
  GtkFilterListModel *filtered;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char         *title = kist_scenario_get_title (self->scenario);

  for (unsigned i = 0; i < kist_scenario_get_n_passages (self->scenario); i++)
    gtk_string_list_append (names, kist_scenario_get_passage (self->scenario, i)->name);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, self->file);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (names), g_object_ref (self->filter));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), NULL, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->passages, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->passages, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))));
  gtk_widget_set_sensitive (self->map_button, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "try.play", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "passages");
}

static void
search_changed_cb (KistTryPage *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->passages);

  gtk_string_filter_set_search (GTK_STRING_FILTER (self->filter), gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (model)
    gtk_stack_set_visible_child_name (self->stack,
                                      g_list_model_get_n_items (G_LIST_MODEL (model)) > 0 ? "passages" : "none");
}

static void
passage_activated_cb (KistTryPage *self, unsigned position)
{
  g_autoptr (GtkStringObject) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->passages)), position);

  if (item)
    play_from (self, gtk_string_object_get_string (item));
}

static void
search_activated_cb (KistTryPage *self)
{
  if (gtk_list_view_get_model (self->passages))
    passage_activated_cb (self, 0);
}

static void
map_passage_cb (KistTryPage *self, const char *passage)
{
  play_from (self, passage);
}

/* Drawn when it is first asked for. */
static void
map_toggled_cb (KistTryPage *self)
{
  gboolean is_map = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->map_button));

  if (is_map && !adw_bin_get_child (self->map))
    {
      GtkWidget *map = kist_scenario_map_new ();

      kist_scenario_map_set_scenario (KIST_SCENARIO_MAP (map), self->scenario, NULL);
      g_signal_connect_object (map, "passage-activated", G_CALLBACK (map_passage_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->map, map);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->search), !is_map);
  if (is_map)
    gtk_stack_set_visible_child_name (self->stack, "map");
  else
    search_changed_cb (self);
}

static void
play_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  play_from (KIST_TRY_PAGE (widget), "");
}

static void
was_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistTryPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistScenario) scenario = kist_author_check_load_scenario_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the page is gone */
    return;
  if (scenario)
    {
      self->scenario = g_steal_pointer (&scenario);
      fill (self);
    }
  else
    kist_author_rows_show_problem (self->stack, self->problem, error->message);
}

static void
kist_try_page_dispose (GObject *object)
{
  KistTryPage *self = KIST_TRY_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_TRY_PAGE);
  g_clear_object (&self->scenario);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->file, g_free);
  G_OBJECT_CLASS (kist_try_page_parent_class)->dispose (object);
}

static void
kist_try_page_class_init (KistTryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_try_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/author/kist-try-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistTryPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KistTryPage, search);
  gtk_widget_class_bind_template_child (widget_class, KistTryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistTryPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KistTryPage, passages);
  gtk_widget_class_bind_template_child (widget_class, KistTryPage, map_button);
  gtk_widget_class_bind_template_child (widget_class, KistTryPage, map);
  gtk_widget_class_bind_template_callback (widget_class, map_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, passage_activated_cb);
  gtk_widget_class_install_action (widget_class, "try.play", NULL, play_action);
}

static void
kist_try_page_init (KistTryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->filter =
      GTK_FILTER (gtk_string_filter_new (gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "try.play", FALSE);
}

/**
 * kist_try_page_new:
 * @folder: a pack's folder
 * @file: a scenario of it, "scenarios/friend-request.twee"
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_try_page_new (const char *folder, const char *file)
{
  KistTryPage *self = g_object_new (KIST_TYPE_TRY_PAGE, NULL);

  self->folder = g_strdup (folder);
  self->file = g_strdup (file);
  kist_author_check_load_scenario_async (folder, file, self->cancellable, was_read_cb, self);
  return ADW_NAVIGATION_PAGE (self);
}
