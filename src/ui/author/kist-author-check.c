#include "kist-author-check.h"

#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "content/kist-manifest.h"
#include "library/kist-pack-check.h"

static const char *
shorten (const char *file, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_has_prefix (file, folder) && file[length] == '/' ? file + length + 1 : file;
}

static void
copy_findings (KistAuthorCheck *check, KistReport *found, const char *folder)
{
  for (unsigned i = 0; i < kist_report_get_n_findings (found); i++)
    {
      const KistFinding *finding = kist_report_get_finding (found, i);

      kist_report_add_at (check->report, shorten (finding->file, folder), finding->line, finding->column,
                          finding->severity, finding->hint, "%s", finding->message);
    }
}

static void
read_manifest (KistAuthorCheck *check, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "pack.md", NULL);
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, NULL);
  g_autoptr (KistReport) ignored = kist_report_new ();
  g_autoptr (KistManifest) manifest = text ? kist_manifest_parse (text, "pack.md", ignored) : NULL;

  check->id = manifest ? g_strdup (kist_manifest_get_id (manifest)) : NULL;
  check->title = manifest ? g_strdup (kist_manifest_get_title (manifest)) : g_filename_display_basename (folder);
}

static int
compare_scenarios_cb (gconstpointer a, gconstpointer b)
{
  KistScenario *const *a_scenario = a, *const *b_scenario = b;

  return strcmp (kist_scenario_get_file (*a_scenario), kist_scenario_get_file (*b_scenario));
}

static void
read_scenarios (KistAuthorCheck *check, const char *folder, GCancellable *cancellable)
{
  g_autofree char *path = g_build_filename (folder, "scenarios", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) && !g_cancellable_is_cancelled (cancellable))
    {
      g_autofree char *file = g_build_filename ("scenarios", name, NULL);
      g_autoptr (KistScenario) scenario = NULL;

      if (*name != '.' && g_str_has_suffix (name, ".twee") && g_utf8_validate (name, -1, NULL))
        scenario = kist_author_check_load_scenario (folder, file, NULL);
      if (scenario)
        g_ptr_array_add (check->scenarios, g_steal_pointer (&scenario));
    }
  g_ptr_array_sort (check->scenarios, compare_scenarios_cb);
}

static void
check_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *folder = data;
  g_autoptr (KistAuthorCheck) check = g_new0 (KistAuthorCheck, 1);
  g_autoptr (KistReport) found = kist_report_new ();
  g_autoptr (GError) error = NULL;

  check->report = kist_report_new ();
  check->scenarios = g_ptr_array_new_with_free_func (g_object_unref);
  if (kist_pack_check (folder, found, &error))
    copy_findings (check, found, folder);
  else
    check->problem = g_strdup (error->message);
  check->is_gone = !g_file_test (folder, G_FILE_TEST_IS_DIR);
  read_manifest (check, folder);
  read_scenarios (check, folder, cancellable);
  g_task_return_pointer (task, g_steal_pointer (&check), (GDestroyNotify)kist_author_check_free);
}

static gboolean
is_same_finding (const KistFinding *finding, const KistFinding *other)
{
  return finding->line == other->line && finding->column == other->column && finding->severity == other->severity &&
         g_str_equal (finding->file, other->file) && g_str_equal (finding->message, other->message) &&
         g_strcmp0 (finding->hint, other->hint) == 0;
}

/* As far as its row tells of it. */
static gboolean
is_same_scenario (KistScenario *scenario, KistScenario *other)
{
  return g_str_equal (kist_scenario_get_file (scenario), kist_scenario_get_file (other)) &&
         g_strcmp0 (kist_scenario_get_title (scenario), kist_scenario_get_title (other)) == 0 &&
         kist_scenario_get_n_passages (scenario) == kist_scenario_get_n_passages (other) &&
         kist_scenario_count_endings (scenario) == kist_scenario_count_endings (other);
}

static void
load_scenario_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char        **place = data;
  GError       *error = NULL;
  KistScenario *scenario = kist_author_check_load_scenario (place[0], place[1], &error);

  if (scenario)
    g_task_return_pointer (task, scenario, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kist_author_check_async:
 * @folder: a pack's folder
 * @cancellable: (nullable): a cancellable; what was cancelled gives an error and no check
 * @callback: called in the caller's main context
 * @data: for @callback
 *
 * Looks at the folder on a worker.
 */
void
kist_author_check_async (const char *folder, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, kist_author_check_async);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, check_cb);
}

/**
 * kist_author_check_finish:
 * @result: what the callback got
 * @error: return location; only cancelling is an error
 *
 * Returns: (transfer full) (nullable): what there is
 */
KistAuthorCheck *
kist_author_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kist_author_check_equal:
 * @check: a check
 * @other: another one, of the same folder
 *
 * Returns: whether an author would see the same
 */
gboolean
kist_author_check_equal (const KistAuthorCheck *check, const KistAuthorCheck *other)
{
  unsigned n_findings = kist_report_get_n_findings (check->report);

  if (g_strcmp0 (check->title, other->title) != 0 || g_strcmp0 (check->id, other->id) != 0 ||
      g_strcmp0 (check->problem, other->problem) != 0 || check->is_gone != other->is_gone ||
      n_findings != kist_report_get_n_findings (other->report) || check->scenarios->len != other->scenarios->len)
    return FALSE;
  for (unsigned i = 0; i < n_findings; i++)
    if (!is_same_finding (kist_report_get_finding (check->report, i), kist_report_get_finding (other->report, i)))
      return FALSE;
  for (unsigned i = 0; i < check->scenarios->len; i++)
    if (!is_same_scenario (g_ptr_array_index (check->scenarios, i), g_ptr_array_index (other->scenarios, i)))
      return FALSE;
  return TRUE;
}

/**
 * kist_author_check_free:
 * @check: (transfer full): a check
 */
void
kist_author_check_free (KistAuthorCheck *check)
{
  g_free (check->title);
  g_free (check->id);
  g_free (check->problem);
  g_clear_object (&check->report);
  g_clear_pointer (&check->scenarios, g_ptr_array_unref);
  g_free (check);
}

/**
 * kist_author_check_load_scenario:
 * @folder: a pack's folder
 * @file: a file of it, "scenarios/friend-request.twee"
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the scenario; %NULL when it has errors, the first of which is in @error
 */
KistScenario *
kist_author_check_load_scenario (const char *folder, const char *file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, error);
  g_autoptr (KistReport) report = kist_report_new ();
  KistScenario *scenario = text ? kist_scenario_parse_twee (text, file, report) : NULL;

  for (unsigned i = 0; text && !scenario && i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);
      g_autofree char   *said = kist_finding_to_string (finding);

      if (finding->severity != KIST_SEVERITY_ERROR)
        continue;
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "%s", said);
      return NULL;
    }
  if (text && !scenario)
    g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID, "%s cannot be read.", file);
  return scenario;
}

/**
 * kist_author_check_load_scenario_async:
 * @folder: a pack's folder
 * @file: a file of it, "scenarios/friend-request.twee"
 * @cancellable: (nullable): a cancellable; what was cancelled gives an error and no scenario
 * @callback: called in the caller's main context
 * @data: for @callback
 *
 * Reads the scenario on a worker; see kist_author_check_load_scenario().
 */
void
kist_author_check_load_scenario_async (const char         *folder,
                                       const char         *file,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, kist_author_check_load_scenario_async);
  g_task_set_task_data (task, g_strdupv ((char *[]){ (char *)folder, (char *)file, NULL }), (GDestroyNotify)g_strfreev);
  g_task_run_in_thread (task, load_scenario_cb);
}

/**
 * kist_author_check_load_scenario_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the scenario
 */
KistScenario *
kist_author_check_load_scenario_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
