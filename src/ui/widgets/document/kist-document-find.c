#include "kist-document-find.h"

struct _KistDocumentFind
{
  GObject parent_instance;

  GPtrArray *texts;   /* (owned) (element-type GtkLabel): shared with the view, in reading order */
  GArray    *matches; /* (owned) (element-type KistMatch): sorted by text and place */
  char      *wanted;  /* (owned) (nullable): what the matches are matches of */
  guint      current; /* index into matches */
  double     zoom;
};

G_DEFINE_FINAL_TYPE (KistDocumentFind, kist_document_find, G_TYPE_OBJECT)

static const KistMatch *
get_match (KistDocumentFind *self, guint index)
{
  return &g_array_index (self->matches, KistMatch, index);
}

/* Decorates the label whose matches begin at @first, and returns where the next label's begin. */
static guint
decorate_from (KistDocumentFind *self, guint first)
{
  guint text = get_match (self, first)->text;
  guint end = first;

  while (end < self->matches->len && get_match (self, end)->text == text)
    end++;
  kist_document_text_decorate (g_ptr_array_index (self->texts, text), self->zoom, get_match (self, first), end - first,
                               self->current >= first && self->current < end ? get_match (self, self->current) : NULL);
  return end;
}

static void
decorate_matches (KistDocumentFind *self)
{
  for (guint i = 0; i < self->matches->len;)
    i = decorate_from (self, i);
}

static void
finalize (GObject *object)
{
  KistDocumentFind *self = KIST_DOCUMENT_FIND (object);

  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (kist_document_find_parent_class)->finalize (object);
}

static void
kist_document_find_class_init (KistDocumentFindClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
kist_document_find_init (KistDocumentFind *self)
{
  self->matches = g_array_new (FALSE, FALSE, sizeof (KistMatch));
  self->zoom = 1.0;
}

/**
 * kist_document_find_new:
 * @texts: (element-type GtkLabel): where to search; filled and emptied by the view
 *
 * Returns: (transfer full): a search for nothing
 */
KistDocumentFind *
kist_document_find_new (GPtrArray *texts)
{
  KistDocumentFind *self = g_object_new (KIST_TYPE_DOCUMENT_FIND, NULL);

  self->texts = g_ptr_array_ref (texts);
  return self;
}

/**
 * kist_document_find_set_zoom:
 * @self: a search
 * @zoom: the text's size as a factor
 *
 * Sets the text size of all labels and keeps the marks.
 */
void
kist_document_find_set_zoom (KistDocumentFind *self, double zoom)
{
  self->zoom = zoom;
  for (guint i = 0; i < self->texts->len; i++)
    kist_document_text_decorate (g_ptr_array_index (self->texts, i), zoom, NULL, 0, NULL);
  decorate_matches (self);
}

/**
 * kist_document_find_clear:
 * @self: a search
 *
 * Takes away all marks and forgets the matches.
 */
void
kist_document_find_clear (KistDocumentFind *self)
{
  for (guint i = 0; i < self->matches->len; i++)
    kist_document_text_decorate (g_ptr_array_index (self->texts, get_match (self, i)->text), self->zoom, NULL, 0, NULL);
  g_array_set_size (self->matches, 0);
  g_clear_pointer (&self->wanted, g_free);
  self->current = 0;
}

/**
 * kist_document_find_start:
 * @self: a search
 * @wanted: (nullable): %NULL or empty finds nothing
 * @from: the index of the label where the reader is: the first match in it or after it becomes the current one
 *
 * Marks all matches of @wanted in place of those before. The same search again stays at its match.
 *
 * Returns: how many there are
 */
guint
kist_document_find_start (KistDocumentFind *self, const char *wanted, guint from)
{
  if (wanted != NULL && g_strcmp0 (wanted, self->wanted) == 0)
    return self->matches->len;

  kist_document_find_clear (self);
  self->wanted = g_strdup (wanted);
  for (guint i = 0; wanted != NULL && wanted[0] != '\0' && i < self->texts->len; i++)
    kist_document_text_find (g_ptr_array_index (self->texts, i), i, wanted, self->matches);
  while (self->current < self->matches->len && get_match (self, self->current)->text < from)
    self->current++;
  if (self->current >= self->matches->len)
    self->current = 0;
  decorate_matches (self);
  return self->matches->len;
}

/**
 * kist_document_find_step:
 * @self: a search
 * @step: how many matches to go on, negative for back; round the end
 *
 * Returns: which match the reader is at, from 1; 0 when there is none
 */
guint
kist_document_find_step (KistDocumentFind *self, int step)
{
  int n = (int)self->matches->len;

  if (n == 0)
    return 0;
  self->current = (guint)((((int)self->current + step % n) + n) % n);
  decorate_matches (self);
  return self->current + 1;
}

/**
 * kist_document_find_get_current:
 * @self: a search
 *
 * Returns: (nullable): the match that the reader is at
 */
const KistMatch *
kist_document_find_get_current (KistDocumentFind *self)
{
  return self->matches->len > 0 ? get_match (self, self->current) : NULL;
}
