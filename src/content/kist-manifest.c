#include "kist-manifest.h"

#include "kist-front-matter.h"
#include "kist-markdown.h"

struct _KistManifest
{
  GObject parent_instance;

  char         *id;         /* (owned) */
  char         *version;    /* (owned) */
  char         *title;      /* (owned) */
  char         *language;   /* (owned) */
  char         *licence;    /* (owned) */
  char        **authors;    /* (owned) */
  char        **credits;    /* (owned) */
  KistDocument *about;      /* (owned) */
  GPtrArray    *programmes; /* (element-type KistProgramme) (owned) */
};

G_DEFINE_FINAL_TYPE (KistManifest, kist_manifest, G_TYPE_OBJECT)

/* "editions" says which edition of others' rules the pack follows; it is for readers of the file. */
static const char *const known_keys[] = { "id",      "version", "title",    "language",   "licence",
                                          "authors", "credits", "editions", "programmes", NULL };
static const char *const known_programme_keys[] = { "id", "title", "summary", "things", NULL };

static void
programme_free (KistProgramme *programme)
{
  g_free (programme->id);
  g_free (programme->title);
  g_free (programme->summary);
  g_strfreev (programme->things);
  g_free (programme);
}

static void
read_programme (KistManifest *self, const KistYaml *node, const char *file, KistReport *report)
{
  KistProgramme *programme = g_new0 (KistProgramme, 1);
  const char    *summary = kist_yaml_lookup_text (node, "summary");

  programme->id = g_strdup (kist_front_matter_require_id (node, file, report));
  programme->title = g_strdup (kist_front_matter_require_text (node, "title", file, report));
  programme->summary = g_strdup (summary ? summary : "");
  programme->things = kist_yaml_lookup_strv (node, "things", file, report);
  kist_yaml_check_keys (node, known_programme_keys, file, report);
  if (!programme->things[0])
    kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR, "Add “things: [id, id]”.",
                     "This programme has no Things.");
  for (unsigned i = 0; i < self->programmes->len; i++)
    if (g_strcmp0 (((KistProgramme *)g_ptr_array_index (self->programmes, i))->id, programme->id) == 0)
      kist_report_add (report, file, kist_yaml_get_line (node), KIST_SEVERITY_ERROR, "Rename one of them.",
                       "Another programme has the id “%s” already.", programme->id);
  g_ptr_array_add (self->programmes, programme);
}

static void
read_front_matter (KistManifest *self, const KistYaml *front, const char *file, KistReport *report)
{
  const char     *language = kist_yaml_lookup_text (front, "language");
  const KistYaml *programmes = kist_yaml_lookup (front, "programmes");

  self->id = g_strdup (kist_front_matter_require_id (front, file, report));
  self->version = g_strdup (kist_front_matter_require_text (front, "version", file, report));
  self->title = g_strdup (kist_front_matter_require_text (front, "title", file, report));
  self->language = g_strdup (language ? language : "en-GB");
  self->licence = g_strdup (kist_front_matter_require_text (front, "licence", file, report));
  self->authors = kist_yaml_lookup_strv (front, "authors", file, report);
  self->credits = kist_yaml_lookup_strv (front, "credits", file, report);
  kist_yaml_check_keys (front, known_keys, file, report);
  if (programmes && kist_yaml_get_kind (programmes) != KIST_YAML_LIST)
    kist_report_add (report, file, kist_yaml_get_line (programmes), KIST_SEVERITY_ERROR,
                     "Begin each programme with “- id: …”.", "“programmes” must be a list.");
  else
    for (unsigned i = 0; programmes && i < kist_yaml_get_length (programmes); i++)
      read_programme (self, kist_yaml_get_item (programmes, i), file, report);
}

static void
kist_manifest_finalize (GObject *object)
{
  KistManifest *self = KIST_MANIFEST (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->licence, g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->credits, g_strfreev);
  g_clear_object (&self->about);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  G_OBJECT_CLASS (kist_manifest_parent_class)->finalize (object);
}

static void
kist_manifest_class_init (KistManifestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kist_manifest_finalize;
}

static void
kist_manifest_init (KistManifest *self)
{
  self->programmes = g_ptr_array_new_with_free_func ((GDestroyNotify)programme_free);
}

/**
 * kist_manifest_parse:
 * @text: a normalised text
 * @file: the file as it should be shown in findings
 * @report: where findings go
 *
 * Returns: (transfer full) (nullable): the manifest, or %NULL after an error was added to @report
 */
KistManifest *
kist_manifest_parse (const char *text, const char *file, KistReport *report)
{
  g_autoptr (KistManifest) self = NULL;
  g_autoptr (KistYaml) front = NULL;
  g_autoptr (GError) error = NULL;
  const char *body = NULL;
  unsigned    body_line = 1;
  unsigned    errors;

  g_return_val_if_fail (text != NULL && file != NULL, NULL);
  g_return_val_if_fail (KIST_IS_REPORT (report), NULL);

  errors = kist_report_count (report, KIST_SEVERITY_ERROR);
  self = g_object_new (KIST_TYPE_MANIFEST, NULL);
  front = kist_front_matter_parse (text, file, report, &body, &body_line);
  if (front)
    read_front_matter (self, front, file, report);
  if (body)
    self->about = kist_markdown_parse (body, body_line, &error);
  if (error)
    kist_report_add (report, file, 0, KIST_SEVERITY_ERROR, "Write less about the pack.", "%s", error->message);
  return kist_report_count (report, KIST_SEVERITY_ERROR) == errors ? g_steal_pointer (&self) : NULL;
}

/**
 * kist_manifest_get_id:
 * @self: a manifest
 *
 * Returns: (transfer none): the pack's id
 */
const char *
kist_manifest_get_id (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return self->id;
}

/**
 * kist_manifest_get_version:
 * @self: a manifest
 *
 * Returns: (transfer none): its version
 */
const char *
kist_manifest_get_version (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return self->version;
}

/**
 * kist_manifest_get_title:
 * @self: a manifest
 *
 * Returns: (transfer none): its title
 */
const char *
kist_manifest_get_title (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return self->title;
}

/**
 * kist_manifest_get_language:
 * @self: a manifest
 *
 * Returns: (transfer none): the language of its texts, "en-GB" unless it says otherwise
 */
const char *
kist_manifest_get_language (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return self->language;
}

/**
 * kist_manifest_get_licence:
 * @self: a manifest
 *
 * Returns: (transfer none): its licence, "CC-BY-4.0"
 */
const char *
kist_manifest_get_licence (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return self->licence;
}

/**
 * kist_manifest_get_authors:
 * @self: a manifest
 *
 * Returns: (transfer none) (array zero-terminated=1): who wrote it; may be empty
 */
const char *const *
kist_manifest_get_authors (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return (const char *const *)self->authors;
}

/**
 * kist_manifest_get_credits:
 * @self: a manifest
 *
 * Returns: (transfer none) (array zero-terminated=1): who else is to be thanked or named; may be empty
 */
const char *const *
kist_manifest_get_credits (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return (const char *const *)self->credits;
}

/**
 * kist_manifest_get_about:
 * @self: a manifest
 *
 * Returns: (transfer none): what the pack says about itself; may have no blocks
 */
KistDocument *
kist_manifest_get_about (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);

  return self->about;
}

/**
 * kist_manifest_get_n_programmes:
 * @self: a manifest
 *
 * Returns: the number of its programmes; may be 0
 */
unsigned
kist_manifest_get_n_programmes (KistManifest *self)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), 0);

  return self->programmes->len;
}

/**
 * kist_manifest_get_programme:
 * @self: a manifest
 * @index: less than kist_manifest_get_n_programmes()
 *
 * Returns: (transfer none): the programme, which lives as long as @self
 */
const KistProgramme *
kist_manifest_get_programme (KistManifest *self, unsigned index)
{
  g_return_val_if_fail (KIST_IS_MANIFEST (self), NULL);
  g_return_val_if_fail (index < self->programmes->len, NULL);

  return g_ptr_array_index (self->programmes, index);
}
