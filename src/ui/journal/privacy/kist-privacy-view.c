#include "kist-config.h"

#include "kist-privacy-view.h"

#include <glib/gi18n.h>

#include "kist-privacy-wording.h"

/* Of more the surest are listed, and the rest as soon as those are dealt with. */
#define MAX_ROWS 30

struct _KistPrivacyView
{
  AdwBin parent_instance;

  GPtrArray *meant_rows; /* (element-type GtkWidget) (unowned) the rows of what is meant so */
  char      *shown;      /* (owned) (nullable) what the rows say, so that they are not made anew for nothing */

  GtkLabel       *summary;
  GtkListBox     *open;
  GtkLabel       *more;
  AdwExpanderRow *meant;
  AdwExpanderRow *oneself;
  GtkLabel       *caution;
};

G_DEFINE_FINAL_TYPE (KistPrivacyView, kist_privacy_view, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  MEANT,
  N_SIGNALS
};

static unsigned signals[N_SIGNALS];

static void
show_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], 0, g_variant_get_string (parameter, NULL));
}

static void
mean_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *key;
  gboolean    is_meant;

  g_variant_get (parameter, "(&sb)", &key, &is_meant);
  g_signal_emit (widget, signals[MEANT], 0, key, is_meant);
}

/* An icon: beside the words, in a narrow panel, there is no room for more. */
static GtkWidget *
create_button (const KistPrivacyConcern *concern, const char *words)
{
  GtkWidget *button =
      gtk_button_new_from_icon_name (concern->is_meant ? "edit-undo-symbolic" : "object-select-symbolic");
  const char *does = concern->is_meant ? _ ("Look Again") : _ ("Meant So");
  /* Translators: what a button does, and to which words: Meant So: “Mrs Kerr” */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), does, words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, does);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "privacy.mean");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sb)", concern->key, !concern->is_meant);
  return button;
}

static GtkWidget *
create_row (const KistPrivacyConcern *concern)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *words = kist_privacy_wording_dup_words (concern);
  g_autofree char *advice = kist_privacy_wording_dup_advice (concern);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), advice);
  if (!concern->is_meant)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "privacy.show");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", concern->key);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (concern, words));
  return row;
}

/* Where the focus is among the rows, which are about to be made anew. */
typedef struct
{
  gboolean is_within;
  gboolean is_meant; /* among those that are meant so */
  unsigned index;
} Focus;

static Focus
find_focus (KistPrivacyView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  for (unsigned i = 0; focus && i < self->meant_rows->len; i++)
    {
      row = g_ptr_array_index (self->meant_rows, i);
      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return (Focus){ TRUE, TRUE, i };
    }
  row = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->open))
            ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
            : NULL;
  return row ? (Focus){ TRUE, FALSE, (unsigned)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) } : (Focus){ 0 };
}

/* To the row that has come into the place of the one that went, or the last, or the other list. */
static void
restore_focus (KistPrivacyView *self, const Focus *focus, unsigned n_open)
{
  GtkWidget *row = GTK_WIDGET (self->meant);

  if (!focus->is_within)
    return;
  if (focus->is_meant && self->meant_rows->len > 0)
    row = g_ptr_array_index (self->meant_rows, MIN (focus->index, self->meant_rows->len - 1));
  else if (n_open > 0)
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->open, (int)MIN (focus->index, MIN (n_open, MAX_ROWS) - 1)));
  if (!gtk_widget_get_visible (row))
    row = GTK_WIDGET (self->oneself);
  gtk_widget_grab_focus (row);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->summary),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
empty (KistPrivacyView *self)
{
  gtk_list_box_remove_all (self->open);
  for (guint i = 0; i < self->meant_rows->len; i++)
    adw_expander_row_remove (self->meant, g_ptr_array_index (self->meant_rows, i));
  g_ptr_array_set_size (self->meant_rows, 0);
}

/* What the rows would say: of the same, the same rows stay, and with them the focus. */
static char *
describe (GPtrArray *concerns)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < concerns->len; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (concerns, i);

      g_string_append_printf (said, "%s %u %d\n", concern->key, concern->places->len, concern->is_meant);
    }
  return g_string_free_and_steal (said);
}

static void
kist_privacy_view_dispose (GObject *object)
{
  KistPrivacyView *self = KIST_PRIVACY_VIEW (object);

  g_clear_pointer (&self->meant_rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), KIST_TYPE_PRIVACY_VIEW);
  G_OBJECT_CLASS (kist_privacy_view_parent_class)->dispose (object);
}

static void
kist_privacy_view_class_init (KistPrivacyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kist_privacy_view_dispose;

  /**
   * KistPrivacyView::chosen:
   * @self: the view
   * @key: the key of a concern
   *
   * Its place is to be shown.
   */
  signals[CHOSEN] = g_signal_new ("chosen", KIST_TYPE_PRIVACY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  /**
   * KistPrivacyView::meant:
   * @self: the view
   * @key: the key of a concern
   * @is_meant: whether it is meant so
   */
  signals[MEANT] = g_signal_new ("meant", KIST_TYPE_PRIVACY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               KIST_RESOURCE_PATH "/ui/journal/privacy/kist-privacy-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KistPrivacyView, summary);
  gtk_widget_class_bind_template_child (widget_class, KistPrivacyView, open);
  gtk_widget_class_bind_template_child (widget_class, KistPrivacyView, more);
  gtk_widget_class_bind_template_child (widget_class, KistPrivacyView, meant);
  gtk_widget_class_bind_template_child (widget_class, KistPrivacyView, oneself);
  gtk_widget_class_bind_template_child (widget_class, KistPrivacyView, caution);
  gtk_widget_class_install_action (widget_class, "privacy.mean", "(sb)", mean_action);
  gtk_widget_class_install_action (widget_class, "privacy.show", "s", show_action);
}

static void
kist_privacy_view_init (KistPrivacyView *self)
{
  self->meant_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_text (self->caution, kist_privacy_wording_caution ());
  kist_privacy_view_add_questions (self->oneself);
}

/**
 * kist_privacy_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
kist_privacy_view_new (void)
{
  return g_object_new (KIST_TYPE_PRIVACY_VIEW, NULL);
}

static void
show_more (KistPrivacyView *self, unsigned n_more)
{
  g_autofree char *said =
      g_strdup_printf (ngettext ("And %u more, after these.", "And %u more, after these.", n_more), n_more);

  gtk_label_set_text (self->more, said);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

/**
 * kist_privacy_view_show:
 * @self: a view
 * @concerns: (element-type KistPrivacyConcern): what was found, marked by kist_privacy_concerns_mark(); only read now
 */
void
kist_privacy_view_show (KistPrivacyView *self, GPtrArray *concerns)
{
  g_autofree char *said = describe (concerns);
  g_autofree char *summary = NULL;
  unsigned         n_open = 0;
  Focus            focus;

  g_return_if_fail (KIST_IS_PRIVACY_VIEW (self) && concerns != NULL);

  if (g_strcmp0 (said, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&said);
  focus = find_focus (self);
  empty (self);
  for (guint i = 0; i < concerns->len; i++)
    {
      const KistPrivacyConcern *concern = g_ptr_array_index (concerns, i);
      GtkWidget                *row = concern->is_meant || n_open < MAX_ROWS ? create_row (concern) : NULL;

      n_open += !concern->is_meant;
      if (row && !concern->is_meant)
        gtk_list_box_append (self->open, row);
      else if (row)
        {
          adw_expander_row_add_row (self->meant, row);
          g_ptr_array_add (self->meant_rows, row);
        }
    }
  summary = kist_privacy_wording_dup_summary (n_open, self->meant_rows->len);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->open), n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->meant), self->meant_rows->len > 0);
  show_more (self, n_open > MAX_ROWS ? n_open - MAX_ROWS : 0);
  restore_focus (self, &focus, n_open);
}

/**
 * kist_privacy_view_ask_oneself:
 * @self: a view
 *
 * Opens the list of what one asks oneself.
 */
void
kist_privacy_view_ask_oneself (KistPrivacyView *self)
{
  g_return_if_fail (KIST_IS_PRIVACY_VIEW (self));

  adw_expander_row_set_expanded (self->oneself, TRUE);
}

/**
 * kist_privacy_view_add_questions:
 * @row: a row, here or on another page
 *
 * Puts into @row what one asks oneself.
 */
void
kist_privacy_view_add_questions (AdwExpanderRow *row)
{
  const char *const *questions = kist_privacy_wording_questions ();

  g_return_if_fail (ADW_IS_EXPANDER_ROW (row));

  for (unsigned i = 0; questions[i]; i++)
    {
      GtkWidget *question = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question), _ (questions[i]));
      adw_expander_row_add_row (row, question);
    }
}
