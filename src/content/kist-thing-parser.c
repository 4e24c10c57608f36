#include "kist-thing-parser.h"

#include <string.h>

#include "base/kist-text.h"
#include "kist-step.h"

#define ASSUMED_MINUTES 5
#define MAX_MINUTES 600
#define KINDS "Read, Watch, Do, Decide, Check, Rate, Reflect or Write"

typedef struct
{
  const char *file;
  KistReport *report;
  GHashTable *ids; /* (element-type utf8) (owned) of the steps so far */
} Parser;

/* What a step's heading says. */
typedef struct
{
  KistStepKind kind;
  unsigned     minutes; /* 0 when not said */
  char        *title;
} Heading;

G_GNUC_PRINTF (4, 5)
static void
add_error (Parser *self, unsigned line, const char *hint, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  kist_report_add (self->report, self->file, line, KIST_SEVERITY_ERROR, hint, "%s", message);
}

/* Takes one bracket off the end of @title: "(5 min)" or "(transcript)". Returns whether there was one. */
static gboolean
take_bracket (Parser *self, char *title, unsigned line, Heading *heading)
{
  char       *open = strrchr (title, '(');
  const char *rest;
  char       *end = NULL;
  guint64     minutes;

  g_strchomp (title);
  if (!open || !g_str_has_suffix (open, ")"))
    return FALSE;
  rest = open + 1;
  if (g_ascii_strcasecmp (rest, "transcript)") == 0)
    {
      *open = '\0';
      return TRUE;
    }
  if (!g_ascii_isdigit (*rest))
    return FALSE;
  minutes = g_ascii_strtoull (rest, &end, 10);
  end += strspn (end, " ");
  if (g_ascii_strcasecmp (end, "min)") != 0 && g_ascii_strcasecmp (end, "mins)") != 0 &&
      g_ascii_strcasecmp (end, "minute)") != 0 && g_ascii_strcasecmp (end, "minutes)") != 0)
    return FALSE;
  if (minutes < 1 || minutes > MAX_MINUTES)
    add_error (self, line, NULL, "A step takes from 1 to %d minutes.", MAX_MINUTES);
  heading->minutes = (unsigned)CLAMP (minutes, 1, MAX_MINUTES);
  *open = '\0';
  return TRUE;
}

static gboolean
read_heading (Parser *self, const KistBlock *block, Heading *heading)
{
  g_autofree char *text = kist_block_to_text (block);
  char            *colon = strchr (text, ':');
  g_autofree char *word = g_strstrip (colon ? g_strndup (text, (gsize)(colon - text)) : g_strdup (text));
  g_autofree char *title = NULL;

  if (!colon || !kist_step_kind_from_string (word, &heading->kind))
    {
      add_error (self, block->line,
                 "Write “## Read: Title (5 min)”, with one of " KINDS "; a heading inside a step begins with ###.",
                 colon ? "“%s” is no kind of step." : "The heading “%s” does not say what kind of step it begins.",
                 word);
      return FALSE;
    }
  title = g_strdup (colon + 1);
  while (take_bracket (self, title, block->line, heading))
    ;
  g_strstrip (title);
  if (strstr (title, "{#"))
    {
      add_error (self, block->line, "Write it last in the line as {#small-letters-and-digits}.",
                 "The id in this heading cannot be read.");
      return FALSE;
    }
  if (!*title)
    {
      add_error (self, block->line, NULL, "This step has no title.");
      return FALSE;
    }
  heading->title = g_steal_pointer (&title);
  return TRUE;
}

/* The id that the author gave, or one made from @text with the advice to write it down. (nullable) after an error. */
static char *
choose_id (Parser *self, GHashTable *taken, const char *given, const char *text, unsigned line, const char *what)
{
  g_autofree char *id = given ? g_strdup (given) : kist_text_to_id (text);

  if (!g_hash_table_add (taken, g_strdup (id)))
    {
      add_error (self, line, "Give each one its own {#id} at the end of its line.",
                 "Another %s has the id “%s” already.", what, id);
      return NULL;
    }
  if (!given)
    {
      g_autofree char *hint = g_strdup_printf ("Add {#%s} at the end of the line and never change it.", id);

      kist_report_add (self->report, self->file, line, KIST_SEVERITY_NOTE, hint,
                       "This %s has no permanent id, so answers are lost when its text changes.", what);
    }
  return g_steal_pointer (&id);
}

static void
add_part (Parser *self, KistBlock *item, GHashTable *ids, const char *what, GPtrArray *parts)
{
  KistBlock *root = kist_block_new (KIST_BLOCK_DOCUMENT, item->line);
  g_autoptr (KistDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;

  while (item->children->len > 0)
    g_ptr_array_add (root->children, g_ptr_array_steal_index (item->children, 0));
  document = kist_document_new (root);
  text = kist_document_to_text (document);
  if (!*text)
    {
      add_error (self, item->line, NULL, "This %s is empty.", what);
      return;
    }
  if (strstr (text, "{#"))
    add_error (self, item->line, "Write it last in the first paragraph as {#small-letters-and-digits}.",
               "The id of this %s cannot be read.", what);
  id = choose_id (self, ids, item->id, text, item->line, what);
  if (id)
    g_ptr_array_add (parts, kist_part_new (id, document, item->line));
}

/* Moves tasks, at any depth, or the items of outer lists out of @block into @parts, in their order. */
static void
take_parts (Parser *self, KistBlock *block, KistStepKind kind, GHashTable *ids, GPtrArray *parts)
{
  for (unsigned i = 0; block->children && i < block->children->len;)
    {
      KistBlock *child = g_ptr_array_index (block->children, i);
      gboolean is_part = child->kind == KIST_BLOCK_ITEM && (kind == KIST_STEP_REFLECT || child->task != KIST_TASK_NONE);

      if (is_part)
        {
          g_autoptr (KistBlock) item = g_ptr_array_steal_index (block->children, i);
          g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_part_free);

          if (kind == KIST_STEP_DO)
            take_parts (self, item, kind, ids, inner);
          add_part (self, item, ids, kind == KIST_STEP_DO ? "task" : "prompt", parts);
          g_ptr_array_extend_and_steal (parts, g_steal_pointer (&inner));
          continue;
        }
      if (kind == KIST_STEP_DO || child->kind == KIST_BLOCK_LIST)
        take_parts (self, child, kind, ids, parts);
      if (child->kind == KIST_BLOCK_LIST && child->children->len == 0)
        g_ptr_array_remove_index (block->children, i);
      else
        i++;
    }
}

static gboolean
is_only_link (const KistBlock *block, const char *target)
{
  for (unsigned i = 0; i < block->spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (block->spans, i);

      if (g_strcmp0 (span->target, target) != 0 && strspn (span->text, " \n") != strlen (span->text))
        return FALSE;
    }
  return TRUE;
}

/* Finds the first link to a file of type @suffix; takes its paragraph away when nothing else is in it. */
static char *
take_target (KistBlock *block, const char *suffix)
{
  char *target = NULL;

  for (unsigned i = 0; !target && block->spans && i < block->spans->len; i++)
    {
      const KistSpan *span = g_ptr_array_index (block->spans, i);

      if (span->target && g_str_has_suffix (span->target, suffix) && !g_uri_peek_scheme (span->target))
        target = g_strdup (span->target);
    }
  for (unsigned i = 0; !target && block->children && i < block->children->len; i++)
    {
      KistBlock *child = g_ptr_array_index (block->children, i);

      target = take_target (child, suffix);
      if (target && child->kind == KIST_BLOCK_PARAGRAPH && block->kind == KIST_BLOCK_DOCUMENT &&
          is_only_link (child, target))
        g_ptr_array_remove_index (block->children, i);
    }
  return target;
}

static char *
require_target (Parser *self, KistBlock *root, KistStepKind kind, unsigned line)
{
  const char *suffix = kind == KIST_STEP_DECIDE ? ".twee" : kind == KIST_STEP_CHECK ? ".gift" : ".yaml";
  char       *target = take_target (root, suffix);

  if (!target)
    {
      const char      *folder = kind == KIST_STEP_DECIDE ? "scenarios" : kind == KIST_STEP_CHECK ? "quizzes" : "scales";
      g_autofree char *hint = g_strdup_printf ("Add a paragraph such as [Begin](../%s/name%s).", folder, suffix);

      add_error (self, line, hint, "This %s step has no link to a %s file.", kist_step_kind_to_string (kind), suffix);
    }
  return target;
}

static KistStep *
read_step (Parser *self, KistBlock *heading_block, KistBlock *root)
{
  Heading          heading = { 0 };
  unsigned         line = heading_block->line;
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  g_autofree char *target = NULL;
  g_autoptr (KistDocument) document = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify)kist_part_free);

  if (read_heading (self, heading_block, &heading))
    {
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      title = heading.title;
      id = choose_id (self, self->ids, heading_block->id, title, line, "step");
      if (heading.minutes == 0)
        kist_report_add (self->report, self->file, line, KIST_SEVERITY_NOTE, "Write them last in the heading: (5 min).",
                         "This step does not say how many minutes it takes; %d are assumed.", ASSUMED_MINUTES);
      if (heading.kind == KIST_STEP_DO || heading.kind == KIST_STEP_REFLECT)
        {
          take_parts (self, root, heading.kind, ids, parts);
          if (parts->len == 0)
            add_error (self, line,
                       heading.kind == KIST_STEP_DO ? "Add a list of tasks: “- [ ] Look yourself up {#look}”."
                                                    : "Add a list of prompts: “- What would you do now? {#now}”.",
                       "This %s step has nothing to %s.", kist_step_kind_to_string (heading.kind),
                       heading.kind == KIST_STEP_DO ? "tick" : "answer");
        }
      else if (heading.kind == KIST_STEP_DECIDE || heading.kind == KIST_STEP_CHECK || heading.kind == KIST_STEP_RATE)
        target = require_target (self, root, heading.kind, line);
    }
  document = kist_document_new (root);
  if (!id)
    return NULL;
  return kist_step_new (heading.kind, id, title, heading.minutes ? heading.minutes : ASSUMED_MINUTES, line, document,
                        target, g_steal_pointer (&parts));
}

static gboolean
begins_step (const KistBlock *block)
{
  return block->kind == KIST_BLOCK_HEADING && block->level == 2;
}

/**
 * kist_thing_parser_read_steps:
 * @body: what stands below a Thing's front matter
 * @file: the file as it should be shown in findings
 * @report: where findings go
 * @n_intro: (out): how many blocks stand before the first step
 *
 * A step that has an error may be missing from the result: whoever gets errors must not use it.
 *
 * Returns: (transfer full) (element-type KistStep): the steps in order
 */
GPtrArray *
kist_thing_parser_read_steps (KistDocument *body, const char *file, KistReport *report, unsigned *n_intro)
{
  Parser           self = { .file = file, .report = report };
  GPtrArray       *steps = g_ptr_array_new_with_free_func (g_object_unref);
  const GPtrArray *blocks = kist_document_get_root (body)->children;
  unsigned         i = 0;

  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (i < blocks->len && !begins_step (g_ptr_array_index (blocks, i)))
    i++;
  *n_intro = i;
  if (i == blocks->len)
    add_error (&self, kist_document_get_root (body)->line,
               "Begin each step with a heading such as “## Read: Title (5 min)”.", "This Thing has no steps.");
  while (i < blocks->len)
    {
      KistBlock *heading = g_ptr_array_index (blocks, i);
      KistBlock *root = kist_block_new (KIST_BLOCK_DOCUMENT, heading->line);
      KistStep  *step;

      for (i++; i < blocks->len && !begins_step (g_ptr_array_index (blocks, i)); i++)
        g_ptr_array_add (root->children, kist_block_copy (g_ptr_array_index (blocks, i)));
      step = read_step (&self, heading, root);
      if (step)
        g_ptr_array_add (steps, step);
    }
  g_hash_table_unref (self.ids);
  return steps;
}
