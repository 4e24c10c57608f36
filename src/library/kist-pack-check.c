#include "kist-pack-check.h"

#include <string.h>

#include "base/kist-error.h"
#include "base/kist-text.h"
#include "base/kist-yaml.h"
#include "content/kist-markdown.h"
#include "kist-document-check.h"
#include "kist-pack-loader.h"

/* How far the steps' minutes may be from the Thing's, in per cent. */
#define MINUTES_TOLERANCE 20

/* What is looked at: a pack, or a single file with no pack around it. */
typedef struct
{
  KistPack   *pack; /* (nullable) */
  KistReport *report;
} Check;

static void
check_licence (Check *self, const char *file, const char *text)
{
  if (!g_regex_match_simple ("(^(//\\s*)?licence|\"licence\")\\s*:\\s*\\S", text, G_REGEX_MULTILINE, 0))
    kist_report_add (self->report, file, 0, KIST_SEVERITY_WARNING, "Add “licence: CC-BY-4.0”, or the one that holds.",
                     "No licence is given, so nobody may pass this file on.");
}

/* Whether every file of that kind could be used. What is missing otherwise may well be in the others, and has been
 * said. */
static gboolean
is_whole (KistPack *pack, KistPackKind kind)
{
  g_autofree char *folder = g_strconcat (kist_pack_kind_get_folder (kind), "/", NULL);
  GHashTableIter   iter;
  gpointer         file;
  unsigned         n_files = 0;

  g_hash_table_iter_init (&iter, pack->files);
  while (g_hash_table_iter_next (&iter, &file, NULL))
    n_files += g_str_has_prefix (file, folder) && g_str_has_suffix (file, kist_pack_kind_get_suffix (kind));
  return n_files == pack->parts[kind]->len;
}

static KistFramework *
find_framework (KistPack *pack, const char *id, gsize length)
{
  for (unsigned i = 0; i < pack->parts[KIST_PACK_FRAMEWORK]->len; i++)
    {
      const KistPackPart *part = g_ptr_array_index (pack->parts[KIST_PACK_FRAMEWORK], i);
      const char         *own = kist_framework_get_id (KIST_FRAMEWORK (part->object));

      if (strlen (own) == length && strncmp (own, id, length) == 0)
        return KIST_FRAMEWORK (part->object);
    }
  return NULL;
}

static void
check_code (Check *self, const char *file, KistFilePlace place, const char *code)
{
  const char    *slash = strchr (code, '/');
  KistFramework *framework = self->pack && slash ? find_framework (self->pack, code, slash - code) : NULL;

  if (!slash)
    kist_report_add_at (self->report, file, place.line, place.column, KIST_SEVERITY_WARNING,
                        "Write the framework with its edition and the number: workers-2024/2.8.",
                        "The code “%s” does not say which framework it is of.", code);
  else if (framework && !kist_framework_lookup (framework, slash + 1))
    kist_report_add_at (self->report, file, place.line, place.column, KIST_SEVERITY_WARNING,
                        "Numbers moved between editions: look it up.", "The code “%s” is not in its framework.", code);
  else if (self->pack && !framework && is_whole (self->pack, KIST_PACK_FRAMEWORK))
    kist_report_add_at (self->report, file, place.line, place.column, KIST_SEVERITY_NOTE, NULL,
                        "The code “%s” is of a framework that another pack has to bring.", code);
}

static void
check_minutes (Check *self, KistThing *thing)
{
  unsigned sum = 0, said = kist_thing_get_minutes (thing), apart;

  for (unsigned i = 0; i < kist_thing_get_n_steps (thing); i++)
    sum += kist_step_get_minutes (kist_thing_get_step (thing, i));
  apart = MAX (sum, said) - MIN (sum, said);
  if (apart * 100 > said * MINUTES_TOLERANCE)
    kist_report_add (self->report, kist_thing_get_file (thing), 0, KIST_SEVERITY_NOTE, NULL,
                     "The steps take %u minutes together, but the Thing says %u.", sum, said);
}

static void
check_badge_of (Check *self, KistThing *thing)
{
  const char *badge = kist_thing_get_badge (thing);
  gboolean    is_known = badge == NULL || self->pack == NULL;

  for (unsigned i = 0; !is_known && i < self->pack->parts[KIST_PACK_BADGE]->len; i++)
    {
      const KistPackPart *part = g_ptr_array_index (self->pack->parts[KIST_PACK_BADGE], i);

      is_known = g_str_equal (kist_badge_get_id (KIST_BADGE (part->object)), badge);
    }
  if (!is_known && is_whole (self->pack, KIST_PACK_BADGE))
    kist_report_add (self->report, kist_thing_get_file (thing), 0, KIST_SEVERITY_WARNING,
                     "Add it to badges/, or mend the id.", "No badge of this pack has the id “%s”.", badge);
  for (unsigned i = 0; !badge && i < kist_thing_get_n_steps (thing); i++)
    {
      KistStep *step = kist_thing_get_step (thing, i);

      if (kist_step_get_kind (step) == KIST_STEP_WRITE)
        kist_report_add (self->report, kist_thing_get_file (thing), kist_step_get_line (step), KIST_SEVERITY_WARNING,
                         "Add “badge: its-id” at the top.", "This Write step has no badge to write for.");
    }
}

static void
check_thing (Check *self, KistThing *thing, const char *text)
{
  const char       *file = kist_thing_get_file (thing);
  KistDocumentCheck intro = { file, self->pack, 1, self->report };
  KistDocumentCheck inside = { file, self->pack, 2, self->report };

  check_licence (self, file, text);
  for (const char *const *code = kist_thing_get_codes (thing); code && *code; code++)
    check_code (self, file, (KistFilePlace){ 0 }, *code);
  check_minutes (self, thing);
  check_badge_of (self, thing);
  kist_document_check (&intro, kist_thing_get_intro (thing));
  for (unsigned i = 0; i < kist_thing_get_n_steps (thing); i++)
    {
      KistStep *step = kist_thing_get_step (thing, i);

      kist_document_check (&inside, kist_step_get_document (step));
      for (unsigned k = 0; k < kist_step_get_n_parts (step); k++)
        kist_document_check (&inside, kist_step_get_part (step, k)->document);
    }
}

/* Looks at a text of @passage: its own with @line 0, or one that stands on a single @line of the file. */
static void
check_text_of_passage (Check *self, const char *file, const KistPassage *passage, const char *text, unsigned line)
{
  g_autoptr (KistReport) found = kist_report_new ();
  KistDocumentCheck inside = { file, self->pack, 2, found };
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDocument) document = kist_markdown_parse (text, 1, &error);

  if (document)
    kist_document_check (&inside, document);
  else
    kist_report_add (found, file, 0, KIST_SEVERITY_ERROR, "Divide it, or make it simpler.", "%s", error->message);
  for (unsigned i = 0; i < kist_report_get_n_findings (found); i++)
    {
      const KistFinding *finding = kist_report_get_finding (found, i);

      kist_report_add_at (self->report, file, line > 0 ? line : kist_passage_get_file_line (passage, finding->line),
                          line > 0 ? 0 : finding->column, finding->severity, finding->hint, "%s", finding->message);
    }
}

static void
check_scenario (Check *self, KistScenario *scenario, const char *text)
{
  const char *file = kist_scenario_get_file (scenario);

  check_licence (self, file, text);
  kist_scenario_check (scenario, self->report);
  for (unsigned i = 0; i < kist_scenario_get_n_passages (scenario); i++)
    {
      const KistPassage *passage = kist_scenario_get_passage (scenario, i);

      check_text_of_passage (self, file, passage, passage->text, 0);
      for (unsigned k = 0; k < passage->choices->len; k++)
        {
          const KistChoice *choice = g_ptr_array_index (passage->choices, k);

          if (choice->feedback)
            check_text_of_passage (self, file, passage, choice->feedback, choice->feedback_line);
          for (unsigned m = 0; choice->codes[m]; m++)
            check_code (self, file, g_array_index (choice->code_places, KistFilePlace, m), choice->codes[m]);
        }
    }
}

/* What only shows when a part is looked at with the others. @object may be NULL: then it was refused. */
static void
check_part (Check *self, KistPackKind kind, const char *file, const char *text, gpointer object)
{
  if (!object)
    return;
  switch (kind)
    {
    case KIST_PACK_THING:
      check_thing (self, object, text);
      break;
    case KIST_PACK_SCENARIO:
      check_scenario (self, object, text);
      break;
    case KIST_PACK_QUIZ: /* in a comment: GIFT has no other place for it */
    case KIST_PACK_SCALE:
    case KIST_PACK_BADGE:
    case KIST_PACK_FRAMEWORK:
    case KIST_PACK_TEMPLATE:
      check_licence (self, file, text);
      break;
    case KIST_PACK_N_KINDS:
    default:
      break;
    }
}

static gboolean
is_thing_of (KistPack *pack, const char *id)
{
  for (unsigned i = 0; i < pack->parts[KIST_PACK_THING]->len; i++)
    {
      const KistPackPart *part = g_ptr_array_index (pack->parts[KIST_PACK_THING], i);

      if (g_str_equal (kist_thing_get_id (KIST_THING (part->object)), id))
        return TRUE;
    }
  return FALSE;
}

static void
check_programmes (Check *self)
{
  KistManifest *manifest = self->pack->manifest;
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned i = 0; i < kist_manifest_get_n_programmes (manifest); i++)
    {
      const KistProgramme *programme = kist_manifest_get_programme (manifest, i);

      for (unsigned k = 0; programme->things && programme->things[k]; k++)
        {
          g_hash_table_add (listed, programme->things[k]);
          if (!is_thing_of (self->pack, programme->things[k]) && is_whole (self->pack, KIST_PACK_THING))
            kist_report_add (self->report, "pack.md", 0, KIST_SEVERITY_WARNING, "Take it out, or mend the id.",
                             "The programme “%s” lists “%s”, which is no Thing of this pack.", programme->id,
                             programme->things[k]);
        }
    }
  for (unsigned i = 0; i < self->pack->parts[KIST_PACK_THING]->len; i++)
    {
      const KistPackPart *part = g_ptr_array_index (self->pack->parts[KIST_PACK_THING], i);

      if (!g_hash_table_contains (listed, kist_thing_get_id (KIST_THING (part->object))))
        kist_report_add (self->report, part->file, 0, KIST_SEVERITY_NOTE, "Add its id to a programme in pack.md.",
                         "No programme lists this Thing.");
    }
}

static void
check_pack (const char *folder, KistReport *report)
{
  g_autoptr (KistPack) pack = kist_pack_load (folder, folder, NULL);
  Check self = { pack, pack->report };

  if (pack->manifest)
    check_programmes (&self);
  for (unsigned kind = 0; kind < KIST_PACK_N_KINDS; kind++)
    for (unsigned i = 0; i < pack->parts[kind]->len; i++)
      {
        const KistPackPart *part = g_ptr_array_index (pack->parts[kind], i);
        g_autofree char    *path = g_build_filename (folder, part->file, NULL);
        g_autofree char    *text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, NULL);

        if (text)
          check_part (&self, kind, part->file, text, part->object);
      }
  for (unsigned i = 0; i < kist_report_get_n_findings (pack->report); i++)
    {
      const KistFinding *finding = kist_report_get_finding (pack->report, i);
      g_autofree char   *file = g_build_filename (folder, finding->file, NULL);

      kist_report_add_at (report, file, finding->line, finding->column, finding->severity, finding->hint, "%s",
                          finding->message);
    }
}

static gboolean
is_in_folder (const char *path, KistPackKind kind)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (folder);

  return g_str_equal (name, kist_pack_kind_get_folder (kind));
}

/* A scale and a badge are both YAML: what is in it tells, and where it is when that does not. */
static KistPackKind
kind_of_yaml (const char *path, const char *text)
{
  g_autoptr (KistReport) ignored = kist_report_new ();
  g_autoptr (KistYaml) root = kist_yaml_parse (text, path, 1, ignored);

  if (root && kist_yaml_lookup (root, "criteria"))
    return KIST_PACK_BADGE;
  if (root && (kist_yaml_lookup (root, "items") || kist_yaml_lookup (root, "points")))
    return KIST_PACK_SCALE;
  return is_in_folder (path, KIST_PACK_SCALE) ? KIST_PACK_SCALE : KIST_PACK_BADGE;
}

static gboolean
check_file (const char *path, KistReport *report, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GObject) object = NULL;
  Check        self = { NULL, report };
  KistPackKind kind = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "%s does not exist.", path);
      return FALSE;
    }
  while (kind < KIST_PACK_N_KINDS && !g_str_has_suffix (path, kist_pack_kind_get_suffix (kind)))
    kind++;
  if (kind == KIST_PACK_N_KINDS)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_INVALID,
                   "%s is no pack, and no file that ends in .md, .twee, .gift, .yaml or .matrix.", path);
      return FALSE;
    }
  text = kist_text_read_file (path, KIST_TEXT_MAX_BYTES, error);
  if (!text)
    {
      if (error && (*error)->domain == KIST_ERROR)
        g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (kind == KIST_PACK_SCALE)
    kind = kind_of_yaml (path, text);
  else if (kind == KIST_PACK_THING && is_in_folder (path, KIST_PACK_TEMPLATE))
    kind = KIST_PACK_TEMPLATE;
  if (g_str_equal (name, "pack.md"))
    object = G_OBJECT (kist_manifest_parse (text, path, report));
  else
    {
      object = kist_pack_parse_part (kind, text, path, "pack", report);
      check_part (&self, kind, path, text, object);
    }
  return TRUE;
}

/**
 * kist_pack_check:
 * @path: a pack's folder, a folder of packs, or a single file of a pack
 * @report: where findings go; their files begin with @path
 * @error: return location
 *
 * Of a single file, what only a pack can tell (where links lead, which codes and badges there are) is not asked.
 *
 * Returns: whether @path could be looked at at all; if so, what was found is in @report
 */
gboolean
kist_pack_check (const char *path, KistReport *report, GError **error)
{
  g_autoptr (GPtrArray) folders = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (KIST_IS_REPORT (report), FALSE);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return check_file (path, report, error);
  folders = kist_pack_find_folders (path);
  if (folders->len == 0)
    {
      g_set_error (error, KIST_ERROR, KIST_ERROR_NOT_FOUND, "There is no pack.md in %s or in a folder of it.", path);
      return FALSE;
    }
  for (unsigned i = 0; i < folders->len; i++)
    check_pack (g_ptr_array_index (folders, i), report);
  return TRUE;
}
