#include "kist-step.h"

struct _KistStep
{
  GObject parent_instance;

  KistStepKind  kind;
  char         *id;    /* (owned) */
  char         *title; /* (owned) */
  unsigned      minutes;
  unsigned      line;
  KistDocument *document; /* (owned) */
  char         *target;   /* (owned) (nullable) */
  GPtrArray    *parts;    /* (element-type KistPart) (owned) */
};

G_DEFINE_FINAL_TYPE (KistStep, kist_step, G_TYPE_OBJECT)

static const char *const kinds[] = {
  [KIST_STEP_READ] = "Read",       [KIST_STEP_WATCH] = "Watch", [KIST_STEP_DO] = "Do",
  [KIST_STEP_DECIDE] = "Decide",   [KIST_STEP_CHECK] = "Check", [KIST_STEP_RATE] = "Rate",
  [KIST_STEP_REFLECT] = "Reflect", [KIST_STEP_WRITE] = "Write",
};

static void
kist_step_finalize (GObject *object)
{
  KistStep *self = KIST_STEP (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->document);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_step_parent_class)->finalize (object);
}

static void
kist_step_class_init (KistStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_step_finalize;
}

static void
kist_step_init (KistStep *self)
{
}

/**
 * kist_step_new:
 * @kind: its kind
 * @id: permanent, unique in its Thing
 * @title: without the kind's word
 * @minutes: how long it takes
 * @line: where its heading stands
 * @document: what stands below, without what became @target or @parts
 * @target: (nullable): the file of a scenario, quiz or scale, relative to the Thing's
 * @parts: (element-type KistPart) (transfer full): tasks or prompts; empty for other kinds
 *
 * Returns: (transfer full): a step
 */
KistStep *
kist_step_new (KistStepKind  kind,
               const char   *id,
               const char   *title,
               unsigned      minutes,
               unsigned      line,
               KistDocument *document,
               const char   *target,
               GPtrArray    *parts)
{
  KistStep *self;

  g_return_val_if_fail (id != NULL && title != NULL && parts != NULL, NULL);
  g_return_val_if_fail (KIST_IS_DOCUMENT (document), NULL);

  self = g_object_new (KIST_TYPE_STEP, NULL);
  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->minutes = minutes;
  self->line = line;
  self->document = g_object_ref (document);
  self->target = g_strdup (target);
  self->parts = parts;
  return self;
}

/**
 * kist_step_get_kind:
 * @self: a step
 *
 * Returns: its kind, which says what completes it
 */
KistStepKind
kist_step_get_kind (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), KIST_STEP_READ);

  return self->kind;
}

/**
 * kist_step_get_id:
 * @self: a step
 *
 * Returns: (transfer none): its id, permanent and unique in its Thing
 */
const char *
kist_step_get_id (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), NULL);

  return self->id;
}

/**
 * kist_step_get_title:
 * @self: a step
 *
 * Returns: (transfer none): its title without the kind, "Look yourself up"
 */
const char *
kist_step_get_title (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), NULL);

  return self->title;
}

/**
 * kist_step_get_minutes:
 * @self: a step
 *
 * Returns: how many minutes it takes, at least 1
 */
unsigned
kist_step_get_minutes (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), 0);

  return self->minutes;
}

/**
 * kist_step_get_line:
 * @self: a step
 *
 * Returns: the line of its heading in the Thing's file
 */
unsigned
kist_step_get_line (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), 0);

  return self->line;
}

/**
 * kist_step_get_document:
 * @self: a step
 *
 * Returns: (transfer none): what is to be read in it; may have no blocks
 */
KistDocument *
kist_step_get_document (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), NULL);

  return self->document;
}

/**
 * kist_step_get_target:
 * @self: a step
 *
 * Returns: (transfer none) (nullable): the file of a Decide, Check or Rate step as the author wrote it, relative to the
 *   Thing's file; %NULL for other kinds
 */
const char *
kist_step_get_target (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), NULL);

  return self->target;
}

/**
 * kist_step_get_n_parts:
 * @self: a step
 *
 * Returns: the number of tasks of a Do step or prompts of a Reflect step; 0 for other kinds
 */
unsigned
kist_step_get_n_parts (KistStep *self)
{
  g_return_val_if_fail (KIST_IS_STEP (self), 0);

  return self->parts->len;
}

/**
 * kist_step_get_part:
 * @self: a step
 * @index: less than kist_step_get_n_parts()
 *
 * Returns: (transfer none): the task or prompt, which lives as long as the step
 */
const KistPart *
kist_step_get_part (KistStep *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_STEP (self), NULL);
  g_return_val_if_fail (index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

/**
 * kist_step_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): the word that authors write, "Decide"; untranslated
 */
const char *
kist_step_kind_to_string (KistStepKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

/**
 * kist_step_kind_from_string:
 * @text: a word
 * @kind: (out): set only when %TRUE is returned
 *
 * Returns: whether @text is the word for a kind, in whatever case
 */
gboolean
kist_step_kind_from_string (const char *text, KistStepKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  for (unsigned i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (text, kinds[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kist_part_new:
 * @id: permanent, unique in its step
 * @document: what it says
 * @line: where it stands
 *
 * Returns: (transfer full): a task or prompt
 */
KistPart *
kist_part_new (const char *id, KistDocument *document, unsigned line)
{
  KistPart *part = g_new (KistPart, 1);

  part->id = g_strdup (id);
  part->text = kist_document_to_text (document);
  part->document = g_object_ref (document);
  part->line = line;
  return part;
}

/**
 * kist_part_free:
 * @part: (transfer full): a task or prompt
 */
void
kist_part_free (KistPart *part)
{
  g_free (part->id);
  g_free (part->text);
  g_object_unref (part->document);
  g_free (part);
}
