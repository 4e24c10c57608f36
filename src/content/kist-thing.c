#include "kist-thing.h"

#include "base/kist-text.h"
#include "kist-front-matter.h"
#include "kist-markdown.h"
#include "kist-thing-parser.h"

struct _KistThing
{
  GObject parent_instance;

  char         *id;  /* (owned) */
  char         *key; /* (owned) */
  unsigned      number;
  char         *title; /* (owned) */
  unsigned      minutes;
  char         *badge;    /* (owned) (nullable) */
  char         *file;     /* (owned) */
  char        **was;      /* (owned) */
  char        **codes;    /* (owned) */
  char        **elements; /* (owned) */
  char        **sources;  /* (owned) */
  char         *licence;  /* (owned) (nullable) */
  KistDocument *intro;    /* (owned) */
  GPtrArray    *steps;    /* (element-type KistStep) (owned) */
};

G_DEFINE_FINAL_TYPE (KistThing, kist_thing, G_TYPE_OBJECT)

static const char *const known_keys[] = { "id",       "number", "title",   "minutes", "badge",   "codes",
                                          "elements", "was",    "sources", "licence", "authors", NULL };

static void
read_front_matter (KistThing *self, const KistYaml *front, const char *pack_id, KistReport *report)
{
  gint64 number;

  self->id = g_strdup (kist_front_matter_require_id (front, self->file, report));
  self->key = g_strdup_printf ("%s/%s", pack_id, self->id);
  self->title = g_strdup (kist_front_matter_require_text (front, "title", self->file, report));
  if (kist_yaml_lookup_integer (front, "number", 0, 9999, &number, self->file, report))
    self->number = (unsigned)number;
  if (kist_yaml_lookup_integer (front, "minutes", 1, 6000, &number, self->file, report))
    self->minutes = (unsigned)number;
  self->badge = g_strdup (kist_yaml_lookup_text (front, "badge"));
  self->was = kist_yaml_lookup_strv (front, "was", self->file, report);
  self->codes = kist_yaml_lookup_strv (front, "codes", self->file, report);
  self->elements = kist_yaml_lookup_strv (front, "elements", self->file, report);
  self->sources = kist_yaml_lookup_strv (front, "sources", self->file, report);
  self->licence = g_strdup (kist_yaml_lookup_text (front, "licence"));
  kist_yaml_check_keys (front, known_keys, self->file, report);
}

static void
read_body (KistThing *self, const char *body, unsigned body_line, KistReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KistDocument) document = kist_markdown_parse (body, body_line, &error);
  gboolean has_minutes = self->minutes > 0;
  unsigned n_intro = 0;

  if (!document)
    {
      kist_report_add (report, self->file, 0, KIST_SEVERITY_ERROR,
                       "Make it simpler there, or split the Thing into two.", "%s", error->message);
      return;
    }
  self->steps = kist_thing_parser_read_steps (document, self->file, report, &n_intro);
  self->intro = kist_document_slice (document, 0, n_intro);
  for (unsigned i = 0; i < self->steps->len && !has_minutes; i++)
    self->minutes += kist_step_get_minutes (g_ptr_array_index (self->steps, i));
}

static void
kist_thing_finalize (GObject *object)
{
  KistThing *self = KIST_THING (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->badge, g_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->was, g_strfreev);
  g_clear_pointer (&self->codes, g_strfreev);
  g_clear_pointer (&self->elements, g_strfreev);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->licence, g_free);
  g_clear_object (&self->intro);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_thing_parent_class)->finalize (object);
}

static void
kist_thing_class_init (KistThingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_thing_finalize;
}

static void
kist_thing_init (KistThing *self)
{
}

/**
 * kist_thing_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings, relative to the pack
 * @pack_id: the id of the pack it is in
 * @report: where findings go
 *
 * A Thing with any error is refused whole: one that silently lacked a step would call itself complete.
 *
 * Returns: (transfer full) (nullable): the Thing, or %NULL after an error was added to @report
 */
KistThing *
kist_thing_parse (const char *text, const char *file, const char *pack_id, KistReport *report)
{
  g_autoptr (KistThing) self = NULL;
  g_autoptr (KistYaml) front = NULL;
  const char *body = NULL;
  unsigned    body_line = 1;
  unsigned    errors;

  g_return_val_if_fail (text != NULL && file != NULL && pack_id != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  self = g_object_new (KIST_TYPE_THING, NULL);
  self->file = g_strdup (file);
  front = kist_front_matter_parse (text, file, report, &body, &body_line);
  if (front)
    read_front_matter (self, front, pack_id, report);
  if (body)
    read_body (self, body, body_line, report);
  return kist_report_count (report, KIST_SEVERITY_ERROR) == errors ? g_steal_pointer (&self) : NULL;
}

/**
 * kist_thing_get_id:
 * @self: a Thing
 *
 * Returns: (transfer none): its id, unique in its pack
 */
const char *
kist_thing_get_id (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return self->id;
}

/**
 * kist_thing_get_key:
 * @self: a Thing
 *
 * Returns: (transfer none): "pack/thing", unique everywhere; what is stored about a Thing is stored under it
 */
const char *
kist_thing_get_key (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return self->key;
}

/**
 * kist_thing_get_number:
 * @self: a Thing
 *
 * Returns: its number in its programme; 0 when it has none
 */
unsigned
kist_thing_get_number (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), 0);

  return self->number;
}

/**
 * kist_thing_get_title:
 * @self: a Thing
 *
 * Returns: (transfer none): its title
 */
const char *
kist_thing_get_title (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return self->title;
}

/**
 * kist_thing_get_minutes:
 * @self: a Thing
 *
 * Returns: how many minutes it takes: what its author says, else the sum of its steps
 */
unsigned
kist_thing_get_minutes (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), 0);

  return self->minutes;
}

/**
 * kist_thing_get_badge:
 * @self: a Thing
 *
 * Returns: (transfer none) (nullable): the id of the badge it works towards
 */
const char *
kist_thing_get_badge (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return self->badge;
}

/**
 * kist_thing_get_file:
 * @self: a Thing
 *
 * Returns: (transfer none): its file as it was given to kist_thing_parse()
 */
const char *
kist_thing_get_file (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return self->file;
}

/**
 * kist_thing_get_was:
 * @self: a Thing
 *
 * Returns: (transfer none) (array zero-terminated=1): ids it had before it was renamed
 */
const char *const *
kist_thing_get_was (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return (const char *const *)self->was;
}

/**
 * kist_thing_get_codes:
 * @self: a Thing
 *
 * Returns: (transfer none) (array zero-terminated=1): codes it touches, "workers-2024/2.8"
 */
const char *const *
kist_thing_get_codes (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return (const char *const *)self->codes;
}

/**
 * kist_thing_get_elements:
 * @self: a Thing
 *
 * Returns: (transfer none) (array zero-terminated=1): core elements of continuous professional learning that it may
 * count for
 */
const char *const *
kist_thing_get_elements (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return (const char *const *)self->elements;
}

/**
 * kist_thing_get_sources:
 * @self: a Thing
 *
 * Returns: (transfer none) (array zero-terminated=1): where its facts come from
 */
const char *const *
kist_thing_get_sources (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return (const char *const *)self->sources;
}

/**
 * kist_thing_get_licence:
 * @self: a Thing
 *
 * Returns: (transfer none) (nullable): its licence, "CC-BY-4.0"; %NULL when the pack's holds
 */
const char *
kist_thing_get_licence (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return self->licence;
}

/**
 * kist_thing_get_intro:
 * @self: a Thing
 *
 * Returns: (transfer none): what stands before its first step; may have no blocks
 */
KistDocument *
kist_thing_get_intro (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  return self->intro;
}

/**
 * kist_thing_get_n_steps:
 * @self: a Thing
 *
 * Returns: the number of its steps, at least 1
 */
unsigned
kist_thing_get_n_steps (KistThing *self)
{
  g_return_val_if_fail (KIST_IS_THING (self), 0);

  return self->steps->len;
}

/**
 * kist_thing_get_step:
 * @self: a Thing
 * @index: less than kist_thing_get_n_steps()
 *
 * Returns: (transfer none): the step at @index
 */
KistStep *
kist_thing_get_step (KistThing *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, index);
}

/**
 * kist_thing_lookup_step:
 * @self: a Thing
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the step with that id
 */
KistStep *
kist_thing_lookup_step (KistThing *self, const char *id)
{
  g_return_val_if_fail (KIST_IS_THING (self), NULL);

  for (unsigned i = 0; i < self->steps->len; i++)
    if (g_strcmp0 (kist_step_get_id (g_ptr_array_index (self->steps, i)), id) == 0)
      return g_ptr_array_index (self->steps, i);
  return NULL;
}
