#include "kist-author-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "scenario/kist-scenario.h"

/* More at once help nobody: the first are mended, and the others come up. */
#define MAX_ROWS 50
#define MAX_FILES 40

static const char *const icons[] = {
  [KIST_SEVERITY_NOTE] = "dialog-information-symbolic",
  [KIST_SEVERITY_WARNING] = "dialog-warning-symbolic",
  [KIST_SEVERITY_ERROR] = "dialog-error-symbolic",
};

static const char *
severity_name (KistSeverity severity)
{
  switch (severity)
    {
    case KIST_SEVERITY_ERROR:
      return _ ("Error");
    case KIST_SEVERITY_WARNING:
      return _ ("Warning");
    case KIST_SEVERITY_NOTE:
    default:
      return _ ("Note");
    }
}

static GtkWidget *
new_icon (const char *name, const char *css_class)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (icon, css_class);
  return icon;
}

static char *
dup_place (const KistFinding *finding)
{
  if (finding->line == 0)
    return g_strdup (severity_name (finding->severity));
  if (finding->column == 0)
    /* Translators: %s is "Error", "Warning" or "Note" */
    return g_strdup_printf (_ ("%s in line %u"), severity_name (finding->severity), finding->line);
  /* Translators: %s is "Error", "Warning" or "Note" */
  return g_strdup_printf (_ ("%s in line %u, column %u"), severity_name (finding->severity), finding->line,
                          finding->column);
}

static GtkWidget *
new_finding_row (const KistFinding *finding)
{
  static const char *const classes[] = {
    [KIST_SEVERITY_NOTE] = "dimmed",
    [KIST_SEVERITY_WARNING] = "warning",
    [KIST_SEVERITY_ERROR] = "error",
  };
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *place = dup_place (finding);
  g_autofree char *subtitle = finding->hint ? g_strdup_printf ("%s\n%s", place, finding->hint) : g_strdup (place);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_icon (icons[finding->severity], classes[finding->severity]));
  return row;
}

/**
 * kist_author_rows_dup_breakable:
 * @file: a file's name, or words with one in them
 *
 * A long name has no spaces to break a line at, so it gets some that take no room. For showing only.
 *
 * Returns: (transfer full): @file as a narrow window can show it
 */
char *
kist_author_rows_dup_breakable (const char *file)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (const char *p = file; *p; p++)
    {
      g_string_append_c (shown, *p);
      if (strchr ("/-_.", *p))
        g_string_append (shown, "\u200b");
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

/**
 * kist_author_rows_list_files:
 * @report: what was found
 *
 * Returns: (transfer full) (element-type utf8): the files with findings, those with errors first, then as found; they
 *   live as long as @report
 */
GPtrArray *
kist_author_rows_list_files (KistReport *report)
{
  GPtrArray *files = g_ptr_array_new ();

  for (int severity = KIST_SEVERITY_ERROR; severity >= KIST_SEVERITY_NOTE; severity--)
    for (unsigned i = 0; i < kist_report_get_n_findings (report) && files->len < MAX_FILES; i++)
      {
        const KistFinding *finding = kist_report_get_finding (report, i);

        if ((int)finding->severity == severity &&
            !g_ptr_array_find_with_equal_func (files, finding->file, g_str_equal, NULL))
          g_ptr_array_add (files, finding->file);
      }
  return files;
}

/**
 * kist_author_rows_dup_status:
 * @report: what was found
 *
 * Returns: (transfer full): it in a few words
 */
char *
kist_author_rows_dup_status (KistReport *report)
{
  unsigned         n_errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  unsigned         n_warnings = kist_report_count (report, KIST_SEVERITY_WARNING) - n_errors;
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  if (n_errors + n_warnings == 0)
    return g_strdup (_ ("Nothing to mend"));
  if (n_errors == 0 || n_warnings == 0)
    return g_strdup (n_errors > 0 ? errors : warnings);
  /* Translators: "2 errors" and "1 warning" */
  return g_strdup_printf (_ ("%s and %s"), errors, warnings);
}

/**
 * kist_author_rows_new_status:
 * @report: what was found
 *
 * Returns: (transfer floating): a group that says whether the pack can be handed on
 */
GtkWidget *
kist_author_rows_new_status (KistReport *report)
{
  gboolean         is_clean = kist_report_count (report, KIST_SEVERITY_WARNING) == 0;
  unsigned         n_notes = kist_report_get_n_findings (report);
  GtkWidget       *group = adw_preferences_group_new ();
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("folder-open-symbolic");
  g_autofree char *status = kist_author_rows_dup_status (report);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), status);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               !is_clean ? _ ("Mend them in any editor: this page follows as soon as a file is saved.")
                               : n_notes > 0 ? _ ("The pack can be handed on. Notes are advice.")
                                             : _ ("The pack can be handed on."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), is_clean ? new_icon ("object-select-symbolic", "success")
                                                            : new_icon ("dialog-warning-symbolic", "warning"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show the Folder"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "author.show-folder");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

/**
 * kist_author_rows_new_file:
 * @report: what was found
 * @folder: the pack's folder
 * @file: a file of it
 *
 * Returns: (transfer floating): a group with the findings of that file, by line
 */
GtkWidget *
kist_author_rows_new_file (KistReport *report, const char *folder, const char *file)
{
  GtkWidget       *group = adw_preferences_group_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *shown = kist_author_rows_dup_breakable (file);
  g_autofree char *title = g_markup_escape_text (shown, -1);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  /* Translators: %s is a file's name */
  g_autofree char *tooltip = g_strdup_printf (_ ("Edit %s"), file);
  unsigned         n_rows = 0, n_all = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "author.edit");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", file);
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
    }
  else
    g_object_unref (g_object_ref_sink (button));
  for (unsigned i = 0; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      if (!g_str_equal (finding->file, file))
        continue;
      n_all++;
      if (n_rows < MAX_ROWS)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_finding_row (finding));
      n_rows = MIN (n_rows + 1, MAX_ROWS);
    }
  if (n_all > n_rows)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n_all - n_rows), n_all - n_rows);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), more);
    }
  return group;
}

/**
 * kist_author_rows_new_scenarios:
 * @scenarios: (element-type KistScenario): those that can be played
 * @folder: the pack's folder
 *
 * Returns: (transfer floating): a group with a row for each, which opens it
 */
GtkWidget *
kist_author_rows_new_scenarios (GPtrArray *scenarios, const char *folder)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Scenarios"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Try them from any passage. Nothing of it goes into your own record."));
  for (unsigned i = 0; i < scenarios->len; i++)
    {
      KistScenario    *scenario = g_ptr_array_index (scenarios, i);
      GtkWidget       *row = adw_action_row_new ();
      unsigned         n_passages = kist_scenario_get_n_passages (scenario);
      unsigned         n_endings = kist_scenario_count_endings (scenario);
      g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages);
      g_autofree char *endings = g_strdup_printf (ngettext ("%u ending", "%u endings", n_endings), n_endings);
      /* Translators: a file's name, "12 passages", "3 endings" */
      g_autofree char *subtitle =
          g_strdup_printf (_ ("%s · %s · %s"), kist_scenario_get_file (scenario), passages, endings);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kist_scenario_get_title (scenario));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_icon ("go-next-symbolic", "dimmed"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.try-scenario");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", folder, kist_scenario_get_file (scenario));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

/**
 * kist_author_rows_show_problem:
 * @stack: a page's stack, which has a child named "problem"
 * @problem: that child
 * @message: why there is nothing else to show; plain text
 *
 * Shows it, and says it to who does not see the page.
 */
void
kist_author_rows_show_problem (GtkStack *stack, AdwStatusPage *problem, const char *message)
{
  GtkWidget       *page = gtk_widget_get_ancestor (GTK_WIDGET (stack), ADW_TYPE_NAVIGATION_PAGE);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  gboolean         is_new = g_strcmp0 (gtk_stack_get_visible_child_name (stack), "problem") != 0 ||
                    g_strcmp0 (adw_status_page_get_description (problem), escaped) != 0;

  adw_status_page_set_description (problem, escaped);
  gtk_stack_set_visible_child_name (stack, "problem");
  if (page && is_new)
    gtk_accessible_announce (GTK_ACCESSIBLE (page), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
