#include "kist-pack.h"

#include <string.h>

static const struct
{
  const char *folder;
  const char *suffix;
} kinds[KIST_PACK_N_KINDS] = {
  [KIST_PACK_THING] = { "things", ".md" },       [KIST_PACK_SCENARIO] = { "scenarios", ".twee" },
  [KIST_PACK_QUIZ] = { "quizzes", ".gift" },     [KIST_PACK_SCALE] = { "scales", ".yaml" },
  [KIST_PACK_BADGE] = { "badges", ".yaml" },     [KIST_PACK_FRAMEWORK] = { "frameworks", ".matrix" },
  [KIST_PACK_TEMPLATE] = { "templates", ".md" },
};

static void
part_free (KistPackPart *part)
{
  g_free (part->file);
  g_clear_object (&part->object);
  g_free (part);
}

/* The first error about @file from finding @first on, as one sentence with its place. */
static char *
dup_reason (KistReport *report, const char *file, unsigned first)
{
  for (unsigned i = first; i < kist_report_get_n_findings (report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (report, i);

      if (finding->severity == KIST_SEVERITY_ERROR && g_str_equal (finding->file, file))
        return finding->line > 0 ? g_strdup_printf ("%s, line %u: %s", file, finding->line, finding->message)
                                 : g_strdup_printf ("%s: %s", file, finding->message);
    }
  return g_strdup_printf ("%s cannot be used.", file);
}

/* (nullable) when @file is no part of that kind, or is left out */
static gpointer
find_part (KistPack *self, KistPackKind kind, const char *file)
{
  for (unsigned i = 0; file && i < self->parts[kind]->len; i++)
    {
      const KistPackPart *part = g_ptr_array_index (self->parts[kind], i);

      if (g_str_equal (part->file, file))
        return part->object;
    }
  return NULL;
}

/**
 * kist_pack_new:
 * @folder: where it is
 * @shown: how the folder is shown
 *
 * Returns: (transfer full): a pack with nothing in it
 */
KistPack *
kist_pack_new (const char *folder, const char *shown)
{
  KistPack *self = g_new0 (KistPack, 1);

  self->folder = g_strdup (folder);
  self->shown = g_strdup (shown);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (unsigned kind = 0; kind < KIST_PACK_N_KINDS; kind++)
    self->parts[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  self->report = kist_report_new ();
  self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_refusal_free);
  return self;
}

/**
 * kist_pack_free:
 * @self: (transfer full): a pack
 */
void
kist_pack_free (KistPack *self)
{
  g_free (self->folder);
  g_free (self->shown);
  g_clear_object (&self->manifest);
  g_hash_table_unref (self->files);
  for (unsigned kind = 0; kind < KIST_PACK_N_KINDS; kind++)
    g_ptr_array_unref (self->parts[kind]);
  g_object_unref (self->report);
  g_clear_pointer (&self->refusals, g_ptr_array_unref);
  g_free (self);
}

/**
 * kist_pack_lookup_target:
 * @self: the pack @thing is in
 * @thing: a Thing
 * @step: a step of it
 *
 * Returns: (transfer none) (nullable): the scenario, quiz or scale that @step links to; %NULL when it cannot be used or
 *   @step needs none
 */
gpointer
kist_pack_lookup_target (KistPack *self, KistThing *thing, KistStep *step)
{
  g_autofree char *file = NULL;
  KistPackKind     kind;

  if (!kist_pack_kind_of_step (kist_step_get_kind (step), &kind) || !kist_step_get_target (step))
    return NULL;
  file = kist_pack_resolve (kist_thing_get_file (thing), kist_step_get_target (step));
  return find_part (self, kind, file);
}

/**
 * kist_pack_refuse:
 * @self: a pack
 * @file: a file about which an error was added to the pack's report; "pack.md" is the whole pack
 * @title: (nullable): what to call it; by default its name
 * @first: how many findings the report had before that error
 *
 * Notes that @file is left out, and why.
 */
void
kist_pack_refuse (KistPack *self, const char *file, const char *title, unsigned first)
{
  KistRefusal *refusal = g_new0 (KistRefusal, 1);

  refusal->is_pack = g_str_equal (file, "pack.md");
  refusal->file = refusal->is_pack ? g_strdup (self->folder) : g_build_filename (self->shown, file, NULL);
  refusal->title = title ? g_strdup (title) : g_path_get_basename (refusal->file);
  refusal->reason = dup_reason (self->report, file, first);
  g_ptr_array_add (self->refusals, refusal);
}

/**
 * kist_pack_resolve:
 * @from: a file of a pack, "things/05.md"
 * @target: a link in it as the author wrote it, "../media/a%20map.png#north"
 *
 * Returns: (transfer full) (nullable): the file of the pack that is meant, "media/a map.png"; %NULL when @target is no
 *   path or leads out of the pack
 */
char *
kist_pack_resolve (const char *from, const char *target)
{
  g_autofree char *path = g_strndup (target, strcspn (target, "#?"));
  g_autofree char *plain = g_uri_unescape_string (path, "/\\");
  g_autofree char *dirname = g_path_get_dirname (from);
  g_autofree char *joined = NULL;
  g_auto (GStrv) segments = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  if (!plain || !*plain || g_uri_peek_scheme (target) || *plain == '/' || strchr (plain, '\\') ||
      !g_utf8_validate (plain, -1, NULL))
    return NULL;
  joined = g_build_path ("/", dirname, plain, NULL);
  segments = g_strsplit (joined, "/", -1);
  for (unsigned i = 0; segments[i]; i++)
    {
      if (g_str_equal (segments[i], "..") && kept->len == 0)
        return NULL;
      if (g_str_equal (segments[i], ".."))
        g_ptr_array_set_size (kept, (int)kept->len - 1);
      else if (*segments[i] && !g_str_equal (segments[i], "."))
        g_ptr_array_add (kept, segments[i]);
    }
  return kept->len > 0 ? g_strjoinv ("/", (char **)kept->pdata) : NULL;
}

/**
 * kist_pack_parse_part:
 * @kind: what it is
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @pack_id: the id of the pack it is in
 * @report: where findings go
 *
 * Returns: (transfer full) (nullable): the part, or %NULL after an error was added to @report
 */
gpointer
kist_pack_parse_part (KistPackKind kind, const char *text, const char *file, const char *pack_id, KistReport *report)
{
  switch (kind)
    {
    case KIST_PACK_THING:
      return kist_thing_parse (text, file, pack_id, report);
    case KIST_PACK_SCENARIO:
      return kist_scenario_parse_twee (text, file, report);
    case KIST_PACK_QUIZ:
      return kist_quiz_parse_gift (text, file, report);
    case KIST_PACK_SCALE:
      return kist_scale_parse (text, file, report);
    case KIST_PACK_BADGE:
      return kist_badge_parse (text, file, report);
    case KIST_PACK_FRAMEWORK:
      return kist_framework_parse (text, file, report);
    case KIST_PACK_TEMPLATE:
      return kist_template_parse (text, file, report);
    case KIST_PACK_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * kist_pack_kind_get_folder:
 * @kind: a kind of part
 *
 * Returns: (transfer none): the folder of a pack in which these are
 */
const char *
kist_pack_kind_get_folder (KistPackKind kind)
{
  return kinds[kind].folder;
}

/**
 * kist_pack_kind_get_suffix:
 * @kind: a kind of part
 *
 * Returns: (transfer none): how their files' names end, with the dot
 */
const char *
kist_pack_kind_get_suffix (KistPackKind kind)
{
  return kinds[kind].suffix;
}

/**
 * kist_pack_kind_get_id:
 * @kind: a kind
 * @object: a part of that kind
 *
 * Returns: (transfer none) (nullable): the permanent id that is unique among its kind in a pack; %NULL for a kind that
 *   goes by its file
 */
const char *
kist_pack_kind_get_id (KistPackKind kind, gpointer object)
{
  switch (kind)
    {
    case KIST_PACK_THING:
      return kist_thing_get_id (object);
    case KIST_PACK_SCALE:
      return kist_scale_get_id (object);
    case KIST_PACK_BADGE:
      return kist_badge_get_id (object);
    case KIST_PACK_FRAMEWORK:
      return kist_framework_get_id (object);
    case KIST_PACK_TEMPLATE:
      return kist_template_get_id (object);
    case KIST_PACK_SCENARIO:
    case KIST_PACK_QUIZ:
    case KIST_PACK_N_KINDS:
    default:
      return NULL;
    }
}

/**
 * kist_pack_kind_of_step:
 * @step: a kind of step
 * @kind: (out): set only when %TRUE is returned
 *
 * Returns: whether such a step links to a part of its pack
 */
gboolean
kist_pack_kind_of_step (KistStepKind step, KistPackKind *kind)
{
  switch (step)
    {
    case KIST_STEP_DECIDE:
      *kind = KIST_PACK_SCENARIO;
      return TRUE;
    case KIST_STEP_CHECK:
      *kind = KIST_PACK_QUIZ;
      return TRUE;
    case KIST_STEP_RATE:
      *kind = KIST_PACK_SCALE;
      return TRUE;
    case KIST_STEP_READ:
    case KIST_STEP_WATCH:
    case KIST_STEP_DO:
    case KIST_STEP_REFLECT:
    case KIST_STEP_WRITE:
    default:
      return FALSE;
    }
}

/**
 * kist_refusal_free:
 * @refusal: (transfer full): a refusal
 */
void
kist_refusal_free (KistRefusal *refusal)
{
  g_free (refusal->file);
  g_free (refusal->title);
  g_free (refusal->reason);
  g_free (refusal);
}
