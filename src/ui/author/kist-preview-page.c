#include "kist-config.h"

#include "kist-preview-page.h"

#include <glib/gi18n.h>

#include "content/kist-markdown.h"
#include "kist-author-check.h"
#include "kist-author-rows.h"
#include "scenario/kist-run.h"
#include "ui/practise/kist-choice-button.h"
#include "ui/widgets/kist-document-view.h"

#define N_KEYS 9

struct _KistPreviewPage
{
  AdwNavigationPage parent_instance;

  char             *passage;     /* (owned) to begin at; "" for the start */
  GCancellable     *cancellable; /* (owned) */
  GPtrArray        *runs;        /* (element-type KistRun) (owned) one for each choice taken, and the first */
  const KistChoice *following;   /* (nullable) whose consequence is shown; in the scenario */

  AdwWindowTitle    *heading;
  GtkStack          *stack;
  AdwStatusPage     *problem;
  GtkScrolledWindow *scrolled;
  GtkBox            *box;
};

G_DEFINE_FINAL_TYPE (KistPreviewPage, kist_preview_page, ADW_TYPE_NAVIGATION_PAGE)

static KistRun *
get_run (KistPreviewPage *self)
{
  return g_ptr_array_index (self->runs, self->runs->len - 1);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_text (KistPreviewPage *self, const char *text)
{
  g_autoptr (KistDocument) document = kist_markdown_parse (text, 1, NULL);
  GtkWidget *view;

  if (!document)
    return;
  view = g_object_new (KIST_TYPE_DOCUMENT_VIEW, NULL);
  kist_document_view_set_document (KIST_DOCUMENT_VIEW (view), document);
  gtk_box_append (self->box, view);
}

static void
add_button (KistPreviewPage *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (self->box, button);
}

static void
add_choices (KistPreviewPage *self, KistRun *run)
{
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    {
      const KistChoice *choice = kist_run_get_offered (run, i);
      GtkWidget        *button = kist_choice_button_new (choice->text, i < N_KEYS ? i + 1 : 0, FALSE);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preview.choose");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
      gtk_box_append (GTK_BOX (choices), button);
    }
  gtk_box_append (self->box, choices);
}

static void
add_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static gboolean
is_offered (KistRun *run, const KistChoice *choice)
{
  for (unsigned i = 0; i < kist_run_get_n_offered (run); i++)
    if (kist_run_get_offered (run, i) == choice)
      return TRUE;
  return FALSE;
}

/* What a player does not see and an author wants to know. */
static void
add_behind (KistPreviewPage *self, KistRun *run, const KistPassage *passage)
{
  KistScenario      *scenario = kist_run_get_scenario (run);
  const char *const *bars = kist_scenario_get_outcomes (scenario);
  GtkWidget         *group = adw_preferences_group_new ();
  g_autofree char   *score = g_strdup_printf ("%" G_GINT64_FORMAT, kist_run_get_score (run));
  g_autofree char   *line = g_strdup_printf (_ ("%s, line %u"), kist_scenario_get_file (scenario), passage->line);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Behind It"));
  add_row (group, _ ("Passage"), line);
  for (unsigned i = 0; bars && bars[i]; i++)
    {
      gint64           outcome = kist_run_get_outcome (run, i);
      g_autofree char *value = outcome == 0 ? g_strdup ("0") : g_strdup_printf ("%+" G_GINT64_FORMAT, outcome);

      add_row (group, bars[i], value);
    }
  if (kist_run_get_score (run) != 0)
    add_row (group, _ ("Score"), score);
  for (unsigned i = 0; i < passage->choices->len; i++)
    {
      const KistChoice *choice = g_ptr_array_index (passage->choices, i);

      if (!is_offered (run, choice))
        add_row (group, _ ("Hidden now"), choice->text);
    }
  gtk_box_append (self->box, group);
}

static void
clear (KistPreviewPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child;

  if (focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box)))
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);
}

static void
show (KistPreviewPage *self)
{
  KistRun           *run = get_run (self);
  const KistPassage *passage = kist_scenario_get_passage (kist_run_get_scenario (run), kist_run_get_passage (run));
  GtkWidget         *name = new_label (passage->name, "title-2");

  clear (self);
  gtk_box_append (self->box, name);
  if (self->following)
    {
      gtk_label_set_text (GTK_LABEL (name), self->following->text);
      add_text (self, self->following->feedback);
      add_button (self, _ ("_Go On"), "preview.go-on");
    }
  else
    {
      add_text (self, passage->text);
      if (kist_run_is_ended (run))
        add_button (self, _ ("Begin _Again"), "preview.begin-again");
      else if (kist_run_get_n_offered (run) > 0)
        add_choices (self, run);
      else
        gtk_box_append (self->box, new_label (_ ("Nobody can go on from here: every choice is hidden."), "error"));
      add_behind (self, run, passage);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.choose", !self->following);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.go-on", self->following != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.go-back", self->runs->len > 1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (GTK_LABEL (name)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
choose_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPreviewPage  *self = KIST_PREVIEW_PAGE (widget);
  unsigned          index = g_variant_get_uint32 (parameter);
  const KistChoice *choice;
  g_autoptr (GError) error = NULL;
  KistRun *run;

  if (self->following || index >= kist_run_get_n_offered (get_run (self)))
    return;
  choice = kist_run_get_offered (get_run (self), index);
  run = kist_run_choose (get_run (self), index, &error);
  if (!run)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }
  g_ptr_array_add (self->runs, run);
  self->following = choice->feedback ? choice : NULL;
  show (self);
}

static void
go_on_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPreviewPage *self = KIST_PREVIEW_PAGE (widget);

  self->following = NULL;
  show (self);
}

static void
go_back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPreviewPage *self = KIST_PREVIEW_PAGE (widget);

  self->following = NULL;
  g_ptr_array_set_size (self->runs, (int)self->runs->len - 1);
  show (self);
}

static void
begin_again_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KistPreviewPage *self = KIST_PREVIEW_PAGE (widget);

  if (self->runs->len == 0)
    return;
  self->following = NULL;
  g_ptr_array_set_size (self->runs, 1);
  show (self);
}

static void
add_shortcuts (KistPreviewPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (unsigned i = 0; i < N_KEYS; i++)
    {
      g_autofree char *keys = g_strdup_printf ("%u|KP_%u", i + 1, i + 1);
      GtkShortcut     *shortcut =
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), gtk_named_action_new ("preview.choose"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("BackSpace"), gtk_named_action_new ("preview.go-back")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
was_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KistPreviewPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KistScenario) scenario = kist_author_check_load_scenario_finish (result, &error);
  int passage;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* the page is gone */
    return;
  if (!scenario)
    {
      kist_author_rows_show_problem (self->stack, self->problem, error->message);
      return;
    }
  passage = *self->passage ? kist_scenario_lookup (scenario, self->passage) : -1;
  g_ptr_array_add (self->runs,
                   kist_run_new_at (scenario, passage >= 0 ? (unsigned)passage : kist_scenario_get_start (scenario)));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), kist_scenario_get_title (scenario));
  adw_window_title_set_title (self->heading, kist_scenario_get_title (scenario));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.begin-again", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "playing");
  show (self);
}

static void
kist_preview_page_dispose (GObject *object)
{
  KistPreviewPage *self = KIST_PREVIEW_PAGE (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_PREVIEW_PAGE);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->passage, g_free);
  G_OBJECT_CLASS (kist_preview_page_parent_class)->dispose (object);
}

static void
kist_preview_page_class_init (KistPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_preview_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, KIST_RESOURCE_PATH "/ui/author/kist-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPreviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KistPreviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KistPreviewPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KistPreviewPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KistPreviewPage, box);
  gtk_widget_class_install_action (widget_class, "preview.choose", "u", choose_action);
  gtk_widget_class_install_action (widget_class, "preview.go-on", NULL, go_on_action);
  gtk_widget_class_install_action (widget_class, "preview.go-back", NULL, go_back_action);
  gtk_widget_class_install_action (widget_class, "preview.begin-again", NULL, begin_again_action);
}

static void
kist_preview_page_init (KistPreviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.choose", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.go-on", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.go-back", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.begin-again", FALSE);
  add_shortcuts (self);
}

/**
 * kist_preview_page_new:
 * @folder: a pack's folder
 * @file: a scenario of it, "scenarios/friend-request.twee"
 * @passage: the passage to begin at, or "" for the scenario's start
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
kist_preview_page_new (const char *folder, const char *file, const char *passage)
{
  KistPreviewPage *self = g_object_new (KIST_TYPE_PREVIEW_PAGE, NULL);

  self->passage = g_strdup (passage);
  kist_author_check_load_scenario_async (folder, file, self->cancellable, was_read_cb, self);
  return ADW_NAVIGATION_PAGE (self);
}
