#include "kist-scenario.h"

#include <string.h>

#include "base/kist-text.h"
#include "scenario/twee/kist-twee-body.h"
#include "scenario/twee/kist-twee-story.h"

struct _KistScenario
{
  GObject parent_instance;

  char       *ifid;     /* (owned) (nullable) */
  char       *title;    /* (owned) */
  char       *file;     /* (owned) */
  char      **outcomes; /* (owned) */
  gboolean    cuts_loops;
  unsigned    start;
  GPtrArray  *passages; /* (element-type KistPassage) (owned) */
  GHashTable *indices;  /* (element-type utf8 gpointer) (owned): index + 1 by name, which the passage owns */
};

G_DEFINE_FINAL_TYPE (KistScenario, kist_scenario, G_TYPE_OBJECT)

/* Whether @section is part of the scenario: not what speaks about it, nor what other programs would run. */
static gboolean
is_passage (const KistTweeSection *section, const char *file, KistReport *report)
{
  const char *kind = kist_twee_section_has_tag (section, "script")       ? "script"
                     : kist_twee_section_has_tag (section, "stylesheet") ? "style sheet"
                                                                         : NULL;

  if (kist_twee_story_is_about (section))
    return FALSE;
  if (kind)
    kist_report_add_at (report, file, section->line, 1, KIST_SEVERITY_NOTE,
                        "Kist runs no scripts and has its own look.", "The %s “%s” was dropped.", kind, section->name);
  return kind == NULL;
}

/* Returns (transfer container): the sections that are passages, with their indices in @indices. */
static GPtrArray *
select_passages (GPtrArray *sections, GHashTable *indices, const char *file, KistReport *report)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (unsigned i = 0; i < sections->len; i++)
    {
      KistTweeSection *section = g_ptr_array_index (sections, i);
      unsigned         earlier = GPOINTER_TO_UINT (g_hash_table_lookup (indices, section->name));

      if (!is_passage (section, file, report))
        continue;
      if (earlier)
        {
          KistTweeSection *first = g_ptr_array_index (selected, earlier - 1);

          kist_report_add_at (report, file, section->line, 1, KIST_SEVERITY_ERROR, "Give it another name.",
                              "There is a passage “%s” already in line %u; this one was dropped.", section->name,
                              first->line);
          continue;
        }
      g_ptr_array_add (selected, section);
      g_hash_table_insert (indices, section->name, GUINT_TO_POINTER (selected->len));
    }
  return selected;
}

static gboolean
find_start (const KistTweeStory *story, GHashTable *indices, const char *file, KistReport *report, unsigned *start)
{
  const char *name = story->start ? story->start : "Start";
  unsigned    index = GPOINTER_TO_UINT (g_hash_table_lookup (indices, name));

  if (index == 0)
    {
      kist_report_add_at (report, file, story->start_place.line, story->start_place.column, KIST_SEVERITY_ERROR,
                          "Name the first passage in StoryData: \"start\": \"…\".",
                          story->start ? "The scenario starts at “%s”, which does not exist."
                                       : "Nothing says where the scenario starts, and no passage is called “%s”.",
                          name);
      return FALSE;
    }
  *start = index - 1;
  return TRUE;
}

static char *
title_from_file (const char *file)
{
  char *title = g_path_get_basename (file);
  char *dot = strrchr (title, '.');

  if (dot && dot > title)
    *dot = '\0';
  return title;
}

/* The passages of @sections, or NULL when there is nothing sensible to play. */
static KistScenario *
read_scenario (GPtrArray *sections, const char *file, KistReport *report)
{
  g_autoptr (KistScenario) self = g_object_new (KIST_TYPE_SCENARIO, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KistTweeStory) story = kist_twee_story_read (sections, file, report);
  g_autoptr (GPtrArray) selected = select_passages (sections, names, file, report);
  KistTweeContext context = { .file = file, .report = report, .passages = names };

  if (selected->len == 0 || selected->len > KIST_SCENARIO_MAX_PASSAGES)
    {
      kist_report_add (report, file, 0, KIST_SEVERITY_ERROR,
                       selected->len == 0 ? "A passage begins with a line “:: Name”." : "Divide it into several.",
                       selected->len == 0 ? "There is no passage in it." : "There are too many passages in it.");
      return NULL;
    }
  context.is_broken = !find_start (story, names, file, report, &self->start);
  context.outcomes = (const char *const *)story->outcomes;
  for (unsigned i = 0; i < selected->len; i++)
    {
      KistPassage *passage = kist_twee_body_read (&context, g_ptr_array_index (selected, i));

      g_ptr_array_add (self->passages, passage);
      g_hash_table_insert (self->indices, passage->name, GUINT_TO_POINTER (i + 1));
    }
  self->file = g_strdup (file);
  self->ifid = g_steal_pointer (&story->ifid);
  self->title = story->title ? g_steal_pointer (&story->title) : title_from_file (file);
  self->outcomes = story->outcomes ? g_steal_pointer (&story->outcomes) : g_new0 (char *, 1);
  self->cuts_loops = story->cuts_loops;
  return context.is_broken ? NULL : g_steal_pointer (&self);
}

static void
kist_scenario_finalize (GObject *object)
{
  KistScenario *self = KIST_SCENARIO (object);

  g_clear_pointer (&self->ifid, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->outcomes, g_strfreev);
  g_clear_pointer (&self->indices, g_hash_table_unref);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_scenario_parent_class)->finalize (object);
}

static void
kist_scenario_class_init (KistScenarioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_scenario_finalize;
}

static void
kist_scenario_init (KistScenario *self)
{
  self->passages = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_passage_free);
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * kist_scenario_parse_twee:
 * @text: the whole file
 * @file: its name, for findings
 * @report: for findings
 *
 * Every fault of the file is in @report, not only the first. An error there does not always mean %NULL: a choice
 * without its broken outcome can still be played.
 *
 * Returns: (transfer full) (nullable): the scenario; %NULL when nothing sensible can be played: no passage, no start, a
 *   link to nowhere, an “if” or “set” that cannot be understood, or more than the caps allow
 */
KistScenario *
kist_scenario_parse_twee (const char *text, const char *file, KistReport *report)
{
  g_autofree char *normalised = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  length = strlen (text);
  if (length > KIST_TEXT_MAX_BYTES)
    {
      kist_report_add (report, file, 0, KIST_SEVERITY_ERROR, "Divide it into several.",
                       "The scenario is larger than %d KiB.", KIST_TEXT_MAX_BYTES / 1024);
      return NULL;
    }
  normalised = kist_text_normalise (text, length, &error);
  if (!normalised)
    {
      kist_report_add (report, file, 0, KIST_SEVERITY_ERROR, "Save it as UTF-8.", "%s", error->message);
      return NULL;
    }
  sections = kist_twee_section_split (normalised, file, report);
  return sections ? read_scenario (sections, file, report) : NULL;
}

/**
 * kist_scenario_get_ifid:
 * @self: a scenario
 *
 * Returns: (transfer none) (nullable): the permanent id that Twine gave it
 */
const char *
kist_scenario_get_ifid (KistScenario *self)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), NULL);

  return self->ifid;
}

/**
 * kist_scenario_get_title:
 * @self: a scenario
 *
 * Returns: (transfer none): StoryTitle, else StoryData's “title”, else the name of its file
 */
const char *
kist_scenario_get_title (KistScenario *self)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), NULL);

  return self->title;
}

/**
 * kist_scenario_get_file:
 * @self: a scenario
 *
 * Returns: (transfer none): the file as it was given to kist_scenario_parse_twee()
 */
const char *
kist_scenario_get_file (KistScenario *self)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), NULL);

  return self->file;
}

/**
 * kist_scenario_get_outcomes:
 * @self: a scenario
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of its bars, in the order declared
 */
const char *const *
kist_scenario_get_outcomes (KistScenario *self)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), NULL);

  return (const char *const *)self->outcomes;
}

/**
 * kist_scenario_cuts_loops:
 * @self: a scenario
 *
 * Returns: whether coming back to a passage takes away the points earned since it was left, as H5P Branching Scenario
 * has it with its dynamic score; else the points of every choice count
 */
gboolean
kist_scenario_cuts_loops (KistScenario *self)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), FALSE);

  return self->cuts_loops;
}

/**
 * kist_scenario_get_start:
 * @self: a scenario
 *
 * Returns: the index of the passage it begins at
 */
unsigned
kist_scenario_get_start (KistScenario *self)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), 0);

  return self->start;
}

/**
 * kist_scenario_get_n_passages:
 * @self: a scenario
 *
 * Returns: how many passages it has; at least one
 */
unsigned
kist_scenario_get_n_passages (KistScenario *self)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), 0);

  return self->passages->len;
}

/**
 * kist_scenario_get_passage:
 * @self: a scenario
 * @index: less than kist_scenario_get_n_passages()
 *
 * Returns: (transfer none): the passage, which lives as long as the scenario
 */
const KistPassage *
kist_scenario_get_passage (KistScenario *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (index < self->passages->len, NULL);

  return g_ptr_array_index (self->passages, index);
}

/**
 * kist_scenario_lookup:
 * @self: a scenario
 * @name: a passage's name
 *
 * Returns: its index, or -1
 */
int
kist_scenario_lookup (KistScenario *self, const char *name)
{
  g_return_val_if_fail (KIST_IS_SCENARIO (self), -1);
  g_return_val_if_fail (name != NULL, -1);

  return (int)GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, name)) - 1;
}

/**
 * kist_scenario_count_endings:
 * @self: a scenario
 *
 * Returns: how many passages are tagged `end`
 */
unsigned
kist_scenario_count_endings (KistScenario *self)
{
  unsigned n_endings = 0;

  g_return_val_if_fail (KIST_IS_SCENARIO (self), 0);

  for (unsigned i = 0; i < self->passages->len; i++)
    {
      const KistPassage *passage = g_ptr_array_index (self->passages, i);

      n_endings += (passage->tags & KIST_PASSAGE_END) != 0;
    }
  return n_endings;
}
